import { dayNumber } from '../kernel/day.ts';
import { nearest } from '../kernel/nearest.ts';
import { acceptRecord, type RecordProblem } from './accept.ts';
import type { Dictionary } from './dictionary.ts';
import type { Dated, FactValue, Profile } from './types.ts';

/**
 * An agency profile (执法主体档案) as its file says it, `name`, `roster` and so on, turned into the `agency.*` facts that rules read: either
 * those, or every mistake in it. A value that changed is a list of `{ since, until, value }`, half-open days in order without overlap. `since` and
 * `until` of the profile as a whole, the days it speaks for, are not facts.
 */
export function acceptAgency(
  raw: unknown,
  dictionary: Dictionary,
): { readonly agency: Profile } | { readonly problems: readonly RecordProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { problems: [{ field: '（档案）', message: '应是一组“项目: 值”' }] };
  }
  const facts: Record<string, FactValue | Dated> = {};
  const problems: RecordProblem[] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'since' || key === 'until' || value === null) continue;
    const base = key.startsWith('agency.') ? key : `agency.${key}`;
    const path = [base, `${base}[]`].find((one) => dictionary.has(one));
    if (path === undefined) {
      const known = [...dictionary.keys()].filter((one) => one.startsWith('agency.'));
      const hint = nearest(base, known);
      problems.push({ field: key, message: `执法主体档案没有这一项${hint === undefined ? '' : `，${hint}`}` });
      continue;
    }
    const terms = termsOf(value);
    if (terms === null) {
      problems.push(...mistakesIn(key, path, value, dictionary));
      facts[path] = value as FactValue;
      continue;
    }
    for (const term of terms.terms) problems.push(...mistakesIn(key, path, term.value, dictionary));
    problems.push(...gaps(key, terms));
    facts[path] = terms;
  }
  return problems.length > 0 ? { problems } : { agency: facts };
}

/** The terms of a dated value; null for a value that is none. */
function termsOf(value: unknown): Dated | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const dated = value.every(
    (one) =>
      typeof one === 'object' &&
      one !== null &&
      'value' in one &&
      Object.keys(one).every((key) => ['since', 'until', 'value'].includes(key)),
  );
  if (!dated) return null;
  const terms = value as readonly { since?: string | null; until?: string | null; value: FactValue }[];
  return { terms: terms.map((one) => ({ since: one.since ?? null, until: one.until ?? null, value: one.value })) };
}

function mistakesIn(key: string, path: string, value: unknown, dictionary: Dictionary): readonly RecordProblem[] {
  const accepted = acceptRecord({ id: 'agency', complete: true, facts: { [path]: value } }, dictionary);
  return 'problems' in accepted ? accepted.problems.map(({ message }) => ({ field: key, message })) : [];
}

function gaps(key: string, { terms }: Dated): readonly RecordProblem[] {
  return terms.flatMap((term, index) => {
    const problems: RecordProblem[] = [];
    for (const day of [term.since, term.until]) {
      if (day !== null && dayNumber(day) === null) problems.push({ field: key, message: `${day} 不是存在的日期` });
    }
    if (term.since !== null && term.until !== null && term.until <= term.since) {
      problems.push({ field: key, message: `止日 ${term.until} 应晚于起日 ${term.since}（止日当天不再适用）` });
    }
    const before = terms[index - 1];
    if (before !== undefined && (before.until === null || term.since === null || before.until > term.since)) {
      problems.push({ field: key, message: `自 ${term.since ?? '（未写）'} 起的一段与上一段重叠` });
    }
    return problems;
  });
}
