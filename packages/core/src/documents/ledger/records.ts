import type { Dictionary } from '../../record/dictionary.ts';
import type { CaseRecord, CaseType, Fact, Procedure } from '../../record/types.ts';
import { fold } from '../normalise.ts';
import { asideOf } from './asides.ts';
import type { LedgerHead } from './columns.ts';
import { isEmptyCell, isFailedCell, readCell } from './values.ts';

/** One row of a ledger as a record, and what is wrong with its cells, in Chinese with row and heading. */
export interface LedgerRecord {
  /** 1-based, as the table counts its rows. */
  readonly row: number;
  readonly record: CaseRecord;
  readonly problems: readonly string[];
}

/** How the cells of a table came to lie under their headings. */
export interface LedgerCells {
  /** Counted by separators, as in a CSV: one separator too many moves all cells behind it under a wrong heading. */
  readonly counted: boolean;
}

/**
 * One record a row below the headings that is a case: `complete` is false, so that a value that is absent is not known rather than missing. What cannot be
 * read as its fact, a row that is longer than its headings, a number met before and a row without one are told, each with row and heading.
 */
export function* ledgerRecords(
  file: string,
  rows: readonly (readonly string[])[],
  head: LedgerHead,
  dictionary: Dictionary,
  { counted }: LedgerCells = { counted: false },
): Generator<LedgerRecord> {
  const met = new Map<string, number>();
  const width = head.columns.length;
  for (let index = head.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (asideOf(cells, head) !== null) continue;
    const row = index + 1;
    const beyond = cells.slice(width).filter((cell) => cell.trim() !== '');
    const moved = counted && beyond.length > 0;
    const read = moved ? recordOf(file, row, [], head, dictionary) : recordOf(file, row, cells, head, dictionary);
    const place = `${file} 第 ${row} 行`;
    const problems = [...read.problems];
    if (moved)
      problems.push(
        `${place}：比表头多出 ${beyond.length} 格（${beyond.slice(0, 3).map(shown).join('、')}），各格可能错位，整行没有采用；请核对单元格里是不是有逗号，改正后再放入`,
      );
    else if (beyond.length > 0)
      problems.push(
        `${place}：${beyond.slice(0, 3).map(shown).join('、')}在没有表头的列里，没有采用；请核对是不是错位`,
      );
    if (!moved) problems.push(...named(head, cells, row, place, met));
    yield { ...read, problems };
  }
}

/** What names a case; two rows of one ledger with the same are as a rule one case entered twice. */
const naming = ['id', 'decision.number', 'notice.number'];

/** Tells of numbers that stand in an earlier row, and of a row that has none where the ledger has a column for it. */
function named(
  head: LedgerHead,
  cells: readonly string[],
  row: number,
  place: string,
  met: Map<string, number>,
): string[] {
  const problems: string[] = [];
  const columns = head.columns.flatMap(({ heading, path }, column) =>
    path !== null && naming.includes(path) ? [{ heading, path, text: (cells[column] ?? '').trim() }] : [],
  );
  for (const { heading, path, text } of columns) {
    if (isEmptyCell(text)) continue;
    const key = `${path} ${fold(text).replace(/[〔〕[\]()【】〈〉]/g, '')}`;
    const earlier = met.get(key);
    if (earlier === undefined) met.set(key, row);
    else
      problems.push(
        `${place}“${heading}”：${shown(text)}与第 ${earlier} 行相同，两行都照常检查；请核对是不是重复登记，或者编号写错`,
      );
  }
  const own = columns.filter(({ path }) => path !== 'notice.number');
  if (own.length > 0 && own.every(({ text }) => isEmptyCell(text)))
    problems.push(
      `${place}“${own.map(({ heading }) => heading).join('”“')}”：没有填写，这个案卷以“第 ${row} 行”称呼；请补上编号后再放入`,
    );
  return problems;
}

function shown(cell: string): string {
  const text = cell.trim();
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
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
    if (path === null || isEmptyCell(raw.trim())) return;
    if (path === 'id' && !isFailedCell(raw.trim())) {
      id = raw.trim();
      return;
    }
    const entry = path === 'id' ? { type: 'text' as const, label: '' } : dictionary.get(path);
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
