import type { Dictionary } from '../../record/dictionary.ts';
import type { CaseRecord, CaseType, Fact, Procedure } from '../../record/types.ts';
import type { LedgerHead } from './columns.ts';
import { readCell } from './values.ts';

/** One row of a ledger as a record, and what is wrong with its cells, in Chinese with row and heading. */
export interface LedgerRecord {
  /** 1-based, as the table counts its rows. */
  readonly row: number;
  readonly record: CaseRecord;
  readonly problems: readonly string[];
}

/**
 * One record a row below the headings: `complete` is false, so that a value that is absent is not known rather than missing. A cell that
 * cannot be read as its fact is left out and told.
 */
export function* ledgerRecords(
  file: string,
  rows: readonly (readonly string[])[],
  head: LedgerHead,
  dictionary: Dictionary,
): Generator<LedgerRecord> {
  for (let index = head.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (cells.every((cell) => cell.trim() === '') || isTotal(cells)) continue;
    yield recordOf(file, index + 1, cells, head, dictionary);
  }
}

/** Sums below a table are no case. */
function isTotal(cells: readonly string[]): boolean {
  return /^(?:合\s*计|总\s*计|小\s*计)$/.test((cells.find((cell) => cell.trim() !== '') ?? '').trim());
}

function recordOf(
  file: string,
  row: number,
  cells: readonly string[],
  head: LedgerHead,
  dictionary: Dictionary,
): LedgerRecord {
  const facts: Record<string, Fact> = {};
  const problems: string[] = [];
  let id = '';
  head.columns.forEach(({ heading, path }, column) => {
    const raw = cells[column] ?? '';
    if (path === null || raw.trim() === '') return;
    if (path === 'id') {
      id = raw.trim();
      return;
    }
    const entry = dictionary.get(path);
    if (entry === undefined) return;
    const read = readCell(path, entry.type, raw, heading, entry.label);
    if ('problem' in read) {
      problems.push(`${file} 第 ${row} 行“${heading}”：${read.problem}，未采用`);
      return;
    }
    if (read.value === null) return;
    facts[path] = {
      value: read.value,
      origin: 'imported',
      anchors: [
        {
          document: '',
          file,
          page: 1,
          quote: `第 ${row} 行 ${heading}：${raw.trim()}`.slice(0, 160),
          range: null,
          box: null,
        },
      ],
    };
  });
  const number = facts['decision.number']?.value;
  const name = id || (typeof number === 'string' ? number : '') || `${file} 第 ${row} 行`;
  return { row, problems, record: { ...about(facts), id: name, complete: false, facts, documents: [] } };
}

function about(facts: Readonly<Record<string, Fact>>): Partial<CaseRecord> {
  const type = facts['case.type']?.value as CaseType | undefined;
  const penalty = 'decision.fine' in facts || 'decision.number' in facts;
  const caseType = type ?? (penalty ? 'penalty' : undefined);
  const procedure = facts['case.procedure']?.value as Procedure | undefined;
  const agency = facts['decision.agency']?.value;
  return {
    ...(caseType === undefined ? {} : { caseType }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(typeof agency === 'string' ? { agency } : {}),
  };
}
