import { buildCalendar, type WorkCalendar, type YearCalendar } from '../kernel/calendar.ts';
import { checkCases } from './cases.ts';
import { compilePack, type Plan } from './compile.ts';
import { furtherMistakes } from './further.ts';
import { loadPack } from './load.ts';
import { RuleMistakes } from './mistakes.ts';
import { openShelf, type PackShelf } from './shelf.ts';
import { type Problem, readSource } from './source.ts';
import type { Pack } from './types.ts';

/** A rules folder ready to work with. */
export interface RuleBook {
  readonly pack: Pack;
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  /** The packs of sectors and provinces, and which of them a case is judged by. */
  readonly shelf: PackShelf;
  /** Texts of the files of `standards/`, by path within the folder. */
  readonly standards: ReadonlyMap<string, string>;
  /** Texts of the files of `reports/`, by path within the folder. */
  readonly reports: ReadonlyMap<string, string>;
}

/** Builds the book from the texts of a rules folder keyed by path; throws {@link RuleMistakes} with every mistake. */
export function buildBook(files: ReadonlyMap<string, string>, id = 'national'): RuleBook {
  const problems: Problem[] = [];
  const { pack, problems: loading, readable } = loadPack(files, id);
  problems.push(...loading);
  const compiled = pack === null ? null : compilePack(pack);
  problems.push(...(compiled?.problems ?? []));
  if (compiled?.plan) problems.push(...checkCases(compiled.plan));
  const calendar = calendarOf(files, problems);
  if (problems.length > 0) throw new RuleMistakes([...problems, ...furtherMistakes(files, readable, problems)]);
  if (pack === null || compiled?.plan == null || calendar === null) throw new RuleMistakes(problems);
  const { plan } = compiled;
  const shelf = openShelf(files, { pack, plan, chain: [{ id: pack.id, title: '全国通用' }] }, problems);
  if (problems.length > 0) throw new RuleMistakes(problems);
  const standards = [...files].filter(([path]) => path.startsWith('standards/') && path.endsWith('.yaml')).sort();
  const reports = [...files].filter(([path]) => path.startsWith('reports/') && path.endsWith('.yaml')).sort();
  return { pack, plan, calendar, shelf, standards: new Map(standards), reports: new Map(reports) };
}

function calendarOf(files: ReadonlyMap<string, string>, problems: Problem[]): WorkCalendar | null {
  const sources = [...files]
    .filter(([path]) => path.startsWith('calendars/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => readSource(path, text));
  problems.push(...sources.flatMap((source) => source.problems));
  try {
    return buildCalendar(sources.map((source) => source.value as YearCalendar));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ file: 'calendars/', line: 1, column: 1, message: `工作日历有误：${message}` });
    return null;
  }
}
