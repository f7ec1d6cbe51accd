import { nearest } from '../kernel/nearest.ts';
import { acceptRecord, type RecordProblem } from './accept.ts';
import type { Dictionary } from './dictionary.ts';
import type { FactValue } from './types.ts';

/**
 * An agency profile (执法主体档案) as its file says it, `name`, `roster` and so on, turned into the `agency.*` facts that rules read: either
 * those, or every mistake in it. `since` and `until`, the days the profile speaks for, are not facts.
 */
export function acceptAgency(
  raw: unknown,
  dictionary: Dictionary,
): { readonly agency: Readonly<Record<string, FactValue>> } | { readonly problems: readonly RecordProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { problems: [{ field: '（档案）', message: '应是一组“项目: 值”' }] };
  }
  const facts: Record<string, FactValue> = {};
  const problems: RecordProblem[] = [];
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'since' || key === 'until' || value === null) continue;
    const path = [`agency.${key}`, `agency.${key}[]`].find((one) => dictionary.has(one));
    if (path === undefined) {
      const known = [...dictionary.keys()].filter((one) => one.startsWith('agency.'));
      const hint = nearest(`agency.${key}`, known);
      problems.push({ field: key, message: `执法主体档案没有这一项${hint === undefined ? '' : `，${hint}`}` });
    } else facts[path] = value as FactValue;
  }
  const accepted = acceptRecord({ id: 'agency', complete: true, facts }, dictionary);
  if ('problems' in accepted) {
    for (const { field, message } of accepted.problems) {
      problems.push({ field: field.replace(/^facts\.agency\./u, '').replace(/\[\]$/u, ''), message });
    }
  }
  return problems.length > 0 ? { problems } : { agency: facts };
}
