import type { Finding } from '../evaluate/types.ts';

/** Findings that cannot be told for one reason. */
export interface SameCause<T extends Pick<Finding, 'message'> = Finding> {
  readonly message: string;
  readonly findings: readonly T[];
}

/** From how many findings on a cause is told once for all of them. */
const several = 3;
const mostNamed = 6;

/** Findings in the order they came, those of one and the same reason together from three on. */
export function byCause<T extends Pick<Finding, 'message'>>(findings: readonly T[]): readonly SameCause<T>[] {
  const causes = new Map<string, T[]>();
  for (const finding of findings) {
    const known = causes.get(finding.message);
    if (known === undefined) causes.set(finding.message, [finding]);
    else known.push(finding);
  }
  return [...causes].flatMap(([message, same]): SameCause<T>[] =>
    same.length < several ? same.map((finding) => ({ message, findings: [finding] })) : [{ message, findings: same }],
  );
}

/** What could not be told, a line a cause; `all` names every rule of it, else the first few. */
export function openLines(findings: readonly Finding[], all: boolean): string[] {
  return byCause(findings).map(({ message, findings: same }) => {
    const [first] = same;
    if (same.length === 1 && first !== undefined) return `${named(first)}：${message}`;
    const shown = all ? same : same.slice(0, mostNamed);
    const rest = same.length - shown.length;
    const titles = shown.map(named).join('、');
    return `${message.replace(/。$/u, '')}（${same.length} 项）：${titles}${rest > 0 ? ` 等（其余 ${rest} 项加 --explain 列出）` : ''}`;
  });
}

/** The rule, with the element it was asked of: one asked of each of several laws is not told twice over in the same words. */
function named({ title, subject }: Finding): string {
  return subject === null ? title : `${title}（${subject}）`;
}
