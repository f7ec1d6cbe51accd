import { foldName, sameBody } from '../../kernel/names.ts';
import type { Figures } from './figures.ts';
import { groupScores } from './groups.ts';
import { foundIn } from './problems.ts';
import type { BatchCase, BatchMeta, UnitSummary } from './types.ts';

/** What stands where neither papers nor batch name a unit. */
export const unknownUnit = '未载明单位';

/** The unit of each case by its id: the batch's own name for it where one of its names fits, else as the papers write it. */
export function assignUnits(cases: readonly BatchCase[], meta: BatchMeta): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const unit of meta.units) {
    for (const name of [unit.name, ...unit.aliases]) names.set(foldName(name), unit.name);
  }
  const written = new Map<string, string>();
  return new Map(
    cases.map((one) => {
      if (one.unit === null || one.unit.trim() === '') return [one.id, unknownUnit];
      const folded = foldName(one.unit);
      const listed =
        names.get(folded) ??
        meta.units.find((unit) => sameBody(unit.name, one.unit ?? ''))?.name ??
        written.get(folded);
      if (listed !== undefined) return [one.id, listed];
      written.set(folded, one.unit.trim());
      return [one.id, one.unit.trim()];
    }),
  );
}

/** Units compared, in the order the batch lists them, then by number of files. */
export function summariseUnits(
  cases: readonly BatchCase[],
  unitOf: ReadonlyMap<string, string>,
  meta: BatchMeta,
  figures: Figures,
  order: ReadonlyMap<string, readonly string[]>,
): readonly UnitSummary[] {
  const units = new Map<string, BatchCase[]>();
  for (const one of cases) {
    const unit = unitOf.get(one.id) ?? unknownUnit;
    units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  const listed = meta.units.map((unit) => unit.name);
  const place = (name: string) =>
    name === unknownUnit ? listed.length + 1 : listed.includes(name) ? listed.indexOf(name) : listed.length;
  return [...units]
    .sort(([a, as], [b, bs]) => place(a) - place(b) || bs.length - as.length || (a < b ? -1 : 1))
    .map(([name, of]) => summaryOf(name, of, meta, figures, order));
}

function summaryOf(
  name: string,
  all: readonly BatchCase[],
  meta: BatchMeta,
  figures: Figures,
  order: ReadonlyMap<string, readonly string[]>,
): UnitSummary {
  const prefix = `unit.${name}.`;
  const checked = all.filter((one) => one.unchecked === null);
  const ids = checked.map((one) => one.id);
  const found = foundIn(checked);
  const clean = checked.filter((one) => one.problems.length === 0).map((one) => one.id);
  const withProblems = [...new Set(found.map((one) => one.id))];
  const groups = groupScores(checked, meta.standard, figures, prefix, name, order);
  const first = groups[0];
  return {
    name,
    cases: ids,
    count: figures.count(`${prefix}cases`, `${name}案卷`, ids.length, '件', ids),
    unchecked: all.filter((one) => one.unchecked !== null).map((one) => one.id),
    groups,
    problems: figures.count(`${prefix}problems`, `${name}问题`, found.length, '个', withProblems),
    problemNumber: found.length,
    perCase:
      ids.length === 0
        ? null
        : figures.ratio(`${prefix}per-case`, `${name}平均每件问题`, found.length, ids.length, '个', ids),
    clean: figures.count(`${prefix}clean`, `${name}未发现问题的案卷`, clean.length, '件', clean),
    dots: checked.flatMap((one) => {
      const score = one.scores.find((score) => score.standard === first?.standard && score.max === first.max);
      return score === undefined || !score.scored ? [] : [{ case: one.id, low: score.low, high: score.high }];
    }),
  };
}
