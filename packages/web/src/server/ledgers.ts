import { createHash } from 'node:crypto';
import {
  type Dictionary,
  type FileText,
  type Ledger,
  type LedgerRecord,
  ledgerIn,
  mappedLedger,
  rowsOfLedger,
  rowsPassedOver,
} from '@anjuan/core';
import type { LedgerView } from './contract/ledger.ts';
import { Refusal } from './problems.ts';
import type { Store } from './store/open.ts';

type Mapping = Readonly<Record<string, string | null>>;

/** The ledger in a file read before; throws a 409 when it is no table. What people said of these headings before counts before the guess. */
export async function openLedger(store: Store, file: FileText, dictionary: Dictionary): Promise<Ledger> {
  const found = ledgerIn(file, dictionary);
  if (found === null) throw new Refusal(409, 'no-ledger', '这个文件不是表格，不能按台账读取。');
  const said = await remembered(store, found);
  return said === null ? found : mappedLedger(found, said);
}

/** The ledger that is all a case was given; null for any other case. */
export async function soleLedger(
  store: Store,
  files: readonly FileText[],
  dictionary: Dictionary,
): Promise<Ledger | null> {
  const [only] = files;
  if (only === undefined || files.length > 1 || only.unreadable !== undefined) return null;
  return ledgerIn(only, dictionary) === null ? null : openLedger(store, only, dictionary);
}

/** What is told of the file a ledger lies in: what of it was not read, or is to be looked at. */
export function toldOf(file: FileText): string[] {
  const unread = file.pages.flatMap((page) => page.unread ?? []);
  return [...new Set([...unread, ...(file.notices ?? []).map(({ message }) => message)])];
}

/** What the list says of a ledger: nothing is judged before a person looked at its columns. */
export function ledgerWords(ledger: Ledger, dictionary: Dictionary, told: readonly string[]): string {
  if (!ledger.known) return `${ledger.problems.join('；')}。请打开，逐列选明后建立案卷；放错了的，请换一个文件。`;
  const { records, problems } = read(ledger, {}, dictionary);
  const wrong = problems.length === 0 ? '' : `其中有 ${problems.length} 处要核对。`;
  const [first, ...more] = told;
  const notice = first === undefined ? '' : `${first}${more.length > 0 ? `，等 ${told.length} 处` : ''}。`;
  return `台账，共 ${records.length} 行案件，还没有检查。${notice}${wrong}请打开核对各列，确认后每行建立一个案卷。`;
}

const problemsShown = 50;

/** What the page shows of a ledger. */
export function viewOf(ledger: Ledger, dictionary: Dictionary, told: readonly string[]): LedgerView {
  const { records, problems } = read(ledger, {}, dictionary);
  const more = problems.length - problemsShown;
  return {
    row: (ledger.tables[0]?.head.row ?? 0) + 1,
    known: ledger.known,
    cases: records.length,
    told: told.slice(0, problemsShown),
    problems: [...problems.slice(0, problemsShown), ...(more > 0 ? [`另有 ${more} 处类似的问题，没有逐条列出`] : [])],
    passed: rowsPassedOver(ledger),
    columns: columnsOf(ledger),
  };
}

/** Columns of all tables, each heading once. */
function columnsOf(ledger: Ledger): LedgerView['columns'] {
  const columns = new Map<string, LedgerView['columns'][number]>();
  for (const { rows, head } of ledger.tables)
    head.columns.forEach(({ heading, path, by }, index) => {
      if (columns.has(heading)) return;
      const example = rows.slice(head.row + 1).find((row) => (row[index] ?? '').trim() !== '')?.[index] ?? '';
      columns.set(heading, { heading, path, by, example });
    });
  return [...columns.values()];
}

/** One record a row under what a person says of the columns; throws a 400 naming a fact that is not there. */
export function read(
  ledger: Ledger,
  mapping: Mapping,
  dictionary: Dictionary,
): { records: LedgerRecord[]; problems: string[] } {
  for (const path of Object.values(mapping)) {
    if (path !== null && path !== 'id' && !dictionary.has(path))
      throw new Refusal(400, 'no-such-fact', `没有“${path}”这一项事实。`);
  }
  const mapped = mappedLedger(ledger, mapping);
  const records = [...rowsOfLedger(mapped, dictionary)];
  return { records, problems: [...mapped.problems, ...records.flatMap((one) => one.problems)] };
}

async function remembered(store: Store, ledger: Ledger): Promise<Mapping | null> {
  const row = await store.db
    .selectFrom('ledger_mappings')
    .select('mapping')
    .where('headings', '=', keyOf(ledger))
    .executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.mapping);
}

/** Keeps what a person said for the next ledger with these headings. */
export async function remember(store: Store, ledger: Ledger, mapping: Mapping): Promise<void> {
  const headings = keyOf(ledger);
  const row = { mapping: JSON.stringify(mapping), at: store.now() };
  await store.db
    .insertInto('ledger_mappings')
    .values({ headings, ...row })
    .onConflict((conflict) => conflict.column('headings').doUpdateSet(row))
    .execute();
}

function keyOf(ledger: Ledger): string {
  return createHash('sha256')
    .update(JSON.stringify(ledger.tables.flatMap(({ head }) => head.columns.map((column) => column.heading))))
    .digest('hex');
}

/** The name of the file that the case made of a row is given, by which people know where it comes from. */
export function rowFile({ row }: LedgerRecord): string {
  return `台账第 ${row} 行.json`;
}

/** The record of a row as the file of its case; what was not taken from the row is told there too, where its reader looks. */
export function rowContent(one: LedgerRecord): string {
  const { record, problems } = one;
  const notices = problems.map((message) => ({ file: rowFile(one), page: 1, kind: 'ledger', message: `${message}。` }));
  return JSON.stringify(notices.length === 0 ? record : { ...record, notices }, null, 1);
}

/** The case that was made of that very row before; null where there is none. */
export async function caseOfRow(store: Store, name: string, content: string) {
  const found = await store.db
    .selectFrom('cases')
    .innerJoin('case_files', 'case_files.case_id', 'cases.id')
    .select(['cases.id', 'cases.state'])
    .where('cases.name', '=', name)
    .where('case_files.sha256', '=', createHash('sha256').update(content).digest('hex'))
    .executeTakeFirst();
  return found ?? null;
}
