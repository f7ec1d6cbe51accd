import type { Problem } from './source.ts';

/** Mistakes in a rules folder; all of them, each with file, line and a suggestion where there is one. */
export class RuleMistakes extends Error {
  readonly problems: readonly Problem[];

  constructor(all: readonly Problem[]) {
    // A mistake shared by several chains of packs comes up in each.
    const problems = [...new Map(all.map((one) => [problemLine(one), one])).values()];
    super(`规则文件有 ${problems.length} 处错误：\n${problems.map(problemLine).join('\n')}`);
    this.name = 'RuleMistakes';
    this.problems = problems;
  }
}

/** `file:line:column 说明（建议）`. */
export function problemLine(problem: Problem): string {
  const hint = problem.suggestion === undefined ? '' : `（${problem.suggestion}）`;
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}${hint}`;
}
