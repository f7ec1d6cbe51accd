import { randomUUID } from 'node:crypto';
import { type AgencyProfile, type CaseRecord, type Fact, foldName, sameBody } from '@anjuan/core';
import type { Selectable } from 'kysely';
import type { AgencySummary } from '../contract/index.ts';
import { Refusal } from '../problems.ts';
import { record } from './log.ts';
import type { Store } from './open.ts';
import type { AgencyTable, CaseTable } from './tables.ts';

type Profile = Readonly<Record<string, unknown>>;

const noSuchAgency = () => new Refusal(404, 'no-such-agency', '没有这个执法主体。');

export async function agencies(store: Store): Promise<readonly AgencySummary[]> {
  const rows = await store.db.selectFrom('agencies').selectAll().orderBy('name').execute();
  return rows.map(summaryOf);
}

export async function agency(store: Store, id: string): Promise<{ summary: AgencySummary; profile: Profile }> {
  const row = await store.db.selectFrom('agencies').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noSuchAgency();
  return { summary: summaryOf(row), profile: JSON.parse(row.profile) };
}

/** Keeps a profile, new under an id of its own or in place of the one with that id; two agencies of one name are refused. */
export async function keepAgency(store: Store, profile: Profile, id: string | null): Promise<string> {
  const name = typeof profile.name === 'string' ? profile.name.trim() : '';
  if (name === '') throw new Refusal(400, 'no-name', '请填写执法机关名称。', 'profile.name');
  const made = id ?? randomUUID();
  const values = { name, profile: JSON.stringify(profile), updated: store.now() };
  await store.db.transaction().execute(async (tx) => {
    const others = await tx.selectFrom('agencies').select(['id', 'name']).where('id', '!=', made).execute();
    if (others.some((other) => foldName(other.name) === foldName(name))) {
      throw new Refusal(409, 'same-name', `已有名为“${name}”的执法主体。`, 'profile.name');
    }
    if (id === null)
      await tx
        .insertInto('agencies')
        .values({ id: made, ...values })
        .execute();
    else {
      const done = await tx.updateTable('agencies').set(values).where('id', '=', id).executeTakeFirst();
      if (Number(done.numUpdatedRows) === 0) throw noSuchAgency();
    }
    await record(tx, values.updated, 'agency.keep', made, profile);
  });
  return made;
}

export async function removeAgency(store: Store, id: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    const done = await tx.deleteFrom('agencies').where('id', '=', id).executeTakeFirst();
    if (Number(done.numDeletedRows) === 0) throw noSuchAgency();
    await record(tx, store.now(), 'agency.remove', id);
  });
}

/**
 * The profile a case is judged with: the one that came with it, else the stored one of the agency that the decision names; null where there
 * is none, or the name fits several.
 */
export async function profileOf(
  store: Store,
  row: Pick<Selectable<CaseTable>, 'agency_profile'>,
  found: CaseRecord,
  accept: (profile: unknown) => AgencyProfile | null,
): Promise<AgencyProfile | null> {
  if (row.agency_profile !== null) return JSON.parse(row.agency_profile);
  const name = nameIn(found);
  if (name === null) return null;
  const all = await store.db.selectFrom('agencies').select(['name', 'profile']).execute();
  const exact = all.filter((one) => foldName(one.name) === foldName(name));
  const fitting = exact.length > 0 ? exact : all.filter((one) => sameBody(one.name, name));
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? null : accept(JSON.parse(only.profile));
}

function nameIn(found: CaseRecord): string | null {
  const raw = found.facts['decision.agency'] ?? found.agency;
  const value = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Fact).value : raw;
  return typeof value === 'string' && value !== '' ? value : null;
}

function summaryOf({ id, name, profile, updated }: Selectable<AgencyTable>): AgencySummary {
  const said = JSON.parse(profile) as Profile;
  const count = (key: string): number => (Array.isArray(said[key]) ? said[key].length : 0);
  return { id, name, officers: count('roster'), decisions: count('major-decisions'), powers: count('powers'), updated };
}
