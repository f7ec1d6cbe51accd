const scale = ['var(--grade-1)', 'var(--grade-2)', 'var(--grade-3)', 'var(--grade-4)'] as const;

/** Best to worst over the grades there are; the last of several is red only when its name says that it fails. */
export function gradeColour(grade: string, names: readonly string[]): string {
  if (/不合格|不达标|差/u.test(grade)) return scale[3];
  if (/^合格|及格|达标|中/u.test(grade)) return scale[2];
  if (/良/u.test(grade)) return scale[1];
  if (/优/u.test(grade)) return scale[0];
  return scale[Math.min(names.indexOf(grade), 2)] ?? scale[1];
}
