import type { Dictionary } from '../../record/dictionary.ts';
import type { FileText } from '../types.ts';
import { passedOver } from './asides.ts';
import { type LedgerHead, nextHead, readHead, unknownHead, withMapping } from './columns.ts';
import { type LedgerRecord, ledgerRecords } from './records.ts';

/** One table of a file: its rows and where its headings are. */
interface LedgerTable {
  /** File, and sheet where there are several, as people name it. */
  readonly place: string;
  readonly rows: readonly (readonly string[])[];
  readonly head: LedgerHead;
}

/** A file of rows as a ledger. */
export interface Ledger {
  readonly file: string;
  readonly tables: readonly LedgerTable[];
  /** False where no heading is known, until a person says what the columns are. */
  readonly known: boolean;
  /** Chinese: sheets that are left out, or that none is understood. */
  readonly problems: readonly string[];
  readonly counted: boolean;
}

/** The ledger in a file of rows, all sheets whose headings are known; where none is, the first table with them unknown. Null for any other file. */
export function ledgerIn(file: FileText, dictionary: Dictionary): Ledger | null {
  const filled = (file.sheets ?? []).filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')));
  const placeOf = (sheet: string): string =>
    filled.length > 1 && sheet !== '' ? `${file.name}（工作表“${sheet}”）` : file.name;
  const found = filled.map(({ name, rows }) => ({ place: placeOf(name), rows, head: readHead(rows, dictionary) }));
  const about = { file: file.name, counted: file.format === 'csv' };
  const tables = found.flatMap(({ head, ...table }) => (head === null ? [] : parts({ ...table, head }, dictionary)));
  if (tables.length > 0) {
    const left = found.filter(({ head }) => head === null).map(({ place }) => `${place}：没有认出表头，没有读取`);
    return { ...about, tables, known: true, problems: left };
  }
  for (const { place, rows } of found) {
    const head = unknownHead(rows, dictionary);
    if (head === null) continue;
    const shown = head.columns
      .filter(({ heading }) => heading.trim() !== '')
      .map(({ heading }) => `“${heading.trim()}”`);
    const headings = `${shown.slice(0, 4).join('、').slice(0, 60)}${shown.length > 4 ? ' 等' : ''}`;
    return {
      ...about,
      tables: [{ place, rows, head }],
      known: false,
      problems: [
        `${place}：是表格，第 ${head.row + 1} 行的表头（${headings}）里认不出案号、当事人、文号、日期等列，没有按台账读取`,
      ],
    };
  }
  return null;
}

/** A table with headings of its own for each part, as when sheets of several months were put below one another. */
function parts({ place, rows, head }: LedgerTable, dictionary: Dictionary): LedgerTable[] {
  const found: LedgerTable[] = [];
  let current = head;
  while (found.length < mostParts) {
    const next = nextHead(rows, current, dictionary);
    if (next === null) break;
    found.push({ place, rows: rows.slice(0, next.row), head: current });
    current = next;
  }
  return [...found, { place, rows, head: current }];
}

const mostParts = 200;

/** Which rows of a ledger were not taken for cases, and why: Chinese, a line for each reason. */
export function rowsPassedOver(ledger: Ledger): string[] {
  return ledger.known ? ledger.tables.flatMap(({ place, rows, head }) => passedOver(place, rows, head)) : [];
}

/** The same ledger with what a person said of its columns; known once one of them is used. */
export function mappedLedger(ledger: Ledger, mapping: Readonly<Record<string, string | null>>): Ledger {
  const tables = ledger.tables.map((table) => ({ ...table, head: withMapping(table.head, mapping) }));
  const said = tables.some(({ head }) => head.columns.some(({ path, by }) => path !== null && by === 'person'));
  return ledger.known || !said ? { ...ledger, tables } : { ...ledger, tables, known: true, problems: [] };
}

/** One record a row of every table; none while no heading is known. */
export function* rowsOfLedger(ledger: Ledger, dictionary: Dictionary): Generator<LedgerRecord> {
  if (!ledger.known) return;
  for (const { place, rows, head } of ledger.tables)
    yield* ledgerRecords(place, rows, head, dictionary, { counted: ledger.counted });
}
