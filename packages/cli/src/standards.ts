import { loadStandard, type Problem, type RuleBook, RuleMistakes, type Standard } from '@anjuan/core';
import { Mistake } from './exit.ts';

/** All standards of a rules folder; a mistake in one stops with every mistake listed. */
export function loadStandards(book: RuleBook): readonly Standard[] {
  const problems: Problem[] = [];
  const known = knownOf(book);
  const standards = [...book.standards].flatMap(([file, text]) => {
    const loaded = loadStandard(file, text, known);
    problems.push(...loaded.problems);
    return loaded.standard === null ? [] : [loaded.standard];
  });
  if (problems.length > 0) throw new RuleMistakes(problems);
  return standards;
}

export function knownOf(book: RuleBook) {
  return {
    rules: new Set(book.pack.rules.map((rule) => rule.id)),
    kinds: new Set(book.pack.kinds.map((kind) => kind.id)),
  };
}

/** The standards asked for by id, `a,b`; the first of the folder when none is asked for. */
export function chosen(standards: readonly Standard[], ids: string | undefined): readonly Standard[] {
  if (ids === undefined) return standards.slice(0, 1);
  return ids.split(',').map((id) => {
    const found = standards.find((standard) => standard.id === id.trim());
    if (found === undefined) {
      throw new Mistake(
        `没有编号为“${id.trim()}”的标准；现有：${standards.map((one) => one.id).join('、') || '（无）'}`,
      );
    }
    return found;
  });
}

/** Names of the grades of each standard by its id, best first. */
export function gradeNames(standards: readonly Standard[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    standards.map((standard) => {
      const grades = standard.sheets.flatMap((sheet) => sheet.grades);
      const sorted = [...grades].sort((a, b) => b.from - a.from);
      return [standard.id, [...new Set(sorted.map((grade) => grade.name))]];
    }),
  );
}
