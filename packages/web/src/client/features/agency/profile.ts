import type { AgencyImport, NameBook } from '../../../server/contract/index.ts';

/** A profile as its file says it: keys are paths of `agency.*` without the prefix and the brackets of a list. */
export type Profile = Readonly<Record<string, unknown>>;

export interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly fields: readonly { readonly name: string; readonly label: string }[];
}

export interface Term {
  readonly since?: string | null;
  readonly until?: string | null;
  readonly value: unknown;
}

/** What a profile may hold, as the dictionary names it. */
export function fieldsOf(names: NameBook): readonly Field[] {
  return names.facts
    .filter((fact) => fact.path.startsWith('agency.'))
    .map((fact) => ({
      key: fact.path.slice('agency.'.length).replace('[]', ''),
      label: fact.label,
      type: fact.type,
      fields: fact.fields,
    }));
}

export type Group = 'who' | 'thresholds' | 'remedies' | 'system';

const who = ['name', 'level', 'status', 'sector', 'jurisdiction', 'government', 'vertical'];
const remedies = ['review-authority', 'courts', 'platforms'];

/** Which part of the page a value that is no list belongs to. */
export function groupOf(key: string): Group {
  if (who.includes(key)) return 'who';
  if (key.includes('threshold') || key.startsWith('major-')) return 'thresholds';
  return remedies.includes(key) ? 'remedies' : 'system';
}

export function isTerms(value: unknown): value is readonly Term[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === 'object' && one !== null && 'value' in one)
  );
}

/** A profile with what a list says: rows are added, those of the same certificate or item replaced; values once given stay. */
export function mergeImport(profile: Profile, read: AgencyImport): Profile {
  const merged: Record<string, unknown> = { ...profile };
  for (const [key, value] of Object.entries(read.profile)) {
    const old = merged[key];
    if (Array.isArray(value) && Array.isArray(old) && !isTerms(value)) merged[key] = mergeRows(old, value);
    else if (key !== 'name' || old === undefined || old === '') merged[key] = value;
  }
  return merged;
}

function mergeRows(old: readonly unknown[], fresh: readonly unknown[]): readonly unknown[] {
  const keyOf = (row: unknown): string => {
    const fields = row as Readonly<Record<string, unknown>>;
    return String(fields.certificate ?? `${fields.item ?? fields.name ?? ''}|${fields.from ?? ''}`);
  };
  const replaced = new Map(fresh.map((row) => [keyOf(row), row]));
  const kept = old.map((row) => {
    const key = keyOf(row);
    const better = replaced.get(key);
    replaced.delete(key);
    return better ?? row;
  });
  return [...kept, ...replaced.values()];
}
