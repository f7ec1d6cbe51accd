import { type Problem, readSource, type Source } from '../packs/source.ts';
import type { Mark, Ruling } from './results.ts';

/** What a person found, in short, item by item: `不扣`, `不涉及`, points taken off, or answers with how often each was found. */
export type ShortAnswer = number | string | ShortWord | Readonly<Record<string, number>>;

export interface ShortWord {
  readonly points?: number;
  readonly count?: number;
  readonly got?: number;
  readonly answer?: string;
  readonly reason?: string;
  readonly by?: string;
}

const kept = new Set(['不扣', '符合', '无', '0']);
const outside = new Set(['不涉及', '无需评审', '不适用']);
const words = new Set(['points', 'count', 'got', 'answer', 'reason', 'by']);

/**
 * A short answer as a ruling. Text other than 不扣 and 不涉及 names the sheet's answer found, or for items without answers is the reason of a
 * deduction; `labels` are the answers the item permits.
 */
export function rulingOf(item: string, given: ShortAnswer, labels: readonly string[], by = '评查人员'): Ruling {
  const base = { item, reason: '', by, at: '' } as const;
  if (given === 0) return { ...base, verdict: 'no-deduction' };
  if (typeof given === 'number') return { ...base, verdict: 'deduct', points: given, reason: '按评分表扣分' };
  if (typeof given === 'string') {
    if (kept.has(given)) return { ...base, verdict: 'no-deduction' };
    if (outside.has(given)) return { ...base, verdict: 'not-applicable' };
    if (labels.includes(given)) return { ...base, verdict: 'deduct', marks: [{ answer: given }], reason: given };
    return { ...base, verdict: 'deduct', reason: given };
  }
  if (Object.keys(given).every((key) => words.has(key))) {
    const { points, count, got, answer, reason, by: whom } = given as ShortWord;
    const marks: readonly Mark[] | null =
      answer === undefined
        ? null
        : [{ answer, ...(count === undefined ? {} : { count }), ...(points === undefined ? {} : { points }) }];
    return {
      ...base,
      verdict: 'deduct',
      by: whom ?? by,
      reason: reason ?? answer ?? '按评分表扣分',
      ...(marks === null ? { points, count } : { marks }),
      ...(got === undefined ? {} : { got }),
    } as Ruling;
  }
  const marks = Object.entries(given as Readonly<Record<string, number>>).map(([answer, count]) => ({ answer, count }));
  return { ...base, verdict: 'deduct', marks, reason: marks.map((mark) => mark.answer).join('、') };
}

/**
 * People's words from a file: a list of rulings, or in short a map of items to answers. `labels` gives the answers an item permits.
 */
export function readRulings(
  file: string,
  text: string,
  labels: (item: string) => readonly string[] = () => [],
): { readonly rulings: readonly Ruling[]; readonly problems: readonly Problem[] } {
  const source = readSource(file, text, (key) => key === 'item');
  if (source.problems.length > 0) return { rulings: [], problems: source.problems };
  const problems: Problem[] = [];
  if (Array.isArray(source.value)) {
    const rulings = source.value.flatMap((one, index) => fullRuling(one, index, source, problems));
    return { rulings, problems };
  }
  if (typeof source.value !== 'object' || source.value === null)
    return { rulings: [], problems: [source.problem([], '应是 项目编号: 认定 的对照表，或者认定的列表')] };
  const rulings = Object.entries(source.value).map(([item, given]) =>
    rulingOf(item, given as ShortAnswer, labels(item)),
  );
  return { rulings, problems };
}

const verdicts = ['upheld', 'overruled', 'deduct', 'no-deduction', 'not-applicable'];

function fullRuling(one: unknown, index: number, source: Source, problems: Problem[]): readonly Ruling[] {
  const raw = (typeof one === 'object' && one !== null ? one : {}) as Partial<Ruling>;
  if (typeof raw.item !== 'string' || !verdicts.includes(String(raw.verdict))) {
    problems.push(source.problem([index], `每条认定应有 item 和 verdict（${verdicts.join('、')}）`));
    return [];
  }
  return [{ by: '评查人员', at: '', reason: '', ...raw } as Ruling];
}
