import { createHash } from 'node:crypto';
import {
  type Dictionary,
  type FileText,
  type LedgerHead,
  type LedgerRecord,
  ledgerRecords,
  readHead,
  withMapping,
} from '@anjuan/core';
import type { LedgerView } from './contract/ledger.ts';
import { Refusal } from './problems.ts';
import type { Store } from './store/open.ts';

type Mapping = Readonly<Record<string, string | null>>;

/** A table of a case that is a ledger, with its columns as guessed and as people said before. */
export interface OpenLedger {
  readonly file: string;
  readonly rows: readonly (readonly string[])[];
  readonly head: LedgerHead;
}

/** The ledger in a file read before; throws a 409 when it is none. What people said of these headings before counts before the guess. */
export async function ledgerIn(store: Store, file: FileText, dictionary: Dictionary): Promise<OpenLedger> {
  for (const sheet of file.sheets ?? []) {
    const guessed = readHead(sheet.rows, dictionary);
    if (guessed === null) continue;
    const said = await remembered(store, guessed);
    return { file: file.name, rows: sheet.rows, head: said === null ? guessed : withMapping(guessed, said) };
  }
  throw new Refusal(409, 'no-ledger', '这个表格不是台账：表头中认不出案号、当事人、日期等列。');
}

/** What the page shows of a ledger. */
export function viewOf(ledger: OpenLedger, dictionary: Dictionary): LedgerView {
  const { records, problems } = read(ledger, {}, dictionary);
  return {
    row: ledger.head.row + 1,
    cases: records.length,
    problems: problems.slice(0, 50),
    columns: ledger.head.columns.map(({ heading, path, by }, index) => ({
      heading,
      path,
      by,
      example: ledger.rows.slice(ledger.head.row + 1).find((row) => (row[index] ?? '').trim() !== '')?.[index] ?? '',
    })),
  };
}

/** One record a row under what a person says of the columns; throws a 400 naming a fact that is not there. */
export function read(
  ledger: OpenLedger,
  mapping: Mapping,
  dictionary: Dictionary,
): { records: LedgerRecord[]; problems: string[] } {
  for (const path of Object.values(mapping)) {
    if (path !== null && path !== 'id' && !dictionary.has(path))
      throw new Refusal(400, 'no-such-fact', `没有“${path}”这一项事实。`);
  }
  const head = withMapping(ledger.head, mapping);
  const records = [...ledgerRecords(ledger.file, ledger.rows, head, dictionary)];
  return { records, problems: records.flatMap((one) => one.problems) };
}

async function remembered(store: Store, head: LedgerHead): Promise<Mapping | null> {
  const row = await store.db
    .selectFrom('ledger_mappings')
    .select('mapping')
    .where('headings', '=', keyOf(head))
    .executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.mapping);
}

/** Keeps what a person said for the next ledger with these headings. */
export async function remember(store: Store, head: LedgerHead, mapping: Mapping): Promise<void> {
  const headings = keyOf(head);
  const row = { mapping: JSON.stringify(mapping), at: store.now() };
  await store.db
    .insertInto('ledger_mappings')
    .values({ headings, ...row })
    .onConflict((conflict) => conflict.column('headings').doUpdateSet(row))
    .execute();
}

function keyOf(head: LedgerHead): string {
  return createHash('sha256')
    .update(JSON.stringify(head.columns.map((column) => column.heading)))
    .digest('hex');
}
