import type { ReportData } from './data.ts';
import type { Figures } from './figures.ts';
import type { BatchCase, CaseProblem, ClassCount, ItemCount } from './types.ts';

interface Found {
  readonly id: string;
  readonly problem: CaseProblem;
}

/** Every problem of the cases with the case it is of. */
export function foundIn(cases: readonly BatchCase[]): readonly Found[] {
  return cases.flatMap((one) => one.problems.map((problem) => ({ id: one.id, problem })));
}

const ids = (found: readonly Found[]) => [...new Set(found.map((one) => one.id))];

/** Problems by class, most first; classes without any are left out. */
export function classesOf(
  found: readonly Found[],
  items: readonly ItemCount[],
  data: ReportData,
  figures: Figures,
): readonly ClassCount[] {
  const everywhere = ids(found);
  return data.classes
    .map(({ id, title }, place) => ({ id, title, place, of: found.filter((one) => one.problem.class === id) }))
    .filter(({ of }) => of.length > 0)
    .sort((a, b) => b.of.length - a.of.length || a.place - b.place)
    .map(({ id, title, of }) => ({
      id,
      title,
      number: of.length,
      count: figures.count(`class.${id}`, `${title}问题`, of.length, '个', ids(of)),
      share: figures.share(`class.${id}.share`, `${title}问题占比`, of.length, found.length, everywhere, ids(of)),
      themes: themesOf(id, title, of, figures),
      items: items.filter((one) => one.class === id).slice(0, inClass),
    }));
}

function themesOf(id: string, title: string, of: readonly Found[], figures: Figures): ClassCount['themes'] {
  const themes = new Map<string, Found[]>();
  for (const one of of) themes.set(one.problem.theme, [...(themes.get(one.problem.theme) ?? []), one]);
  return [...themes]
    .sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
    .map(([theme, within]) => ({
      title: theme,
      number: within.length,
      count: figures.count(`class.${id}.${theme}`, `${title}问题：${theme}`, within.length, '个', ids(within)),
    }));
}

/** How many of a class's most frequent items a report names. */
const inClass = 3;
/** Examples shown of each. */
const shown = 3;

/** The rules that are broken, by how many cases break them, with a few of those cases: the gravest first, and of different units where there are. */
export function itemsOf(
  found: readonly Found[],
  all: readonly string[],
  unitOf: ReadonlyMap<string, string>,
  figures: Figures,
): readonly ItemCount[] {
  const rules = new Map<string, Found[]>();
  for (const one of found) {
    const of = rules.get(one.problem.rule);
    if (of === undefined) rules.set(one.problem.rule, [one]);
    else of.push(one);
  }
  return [...rules]
    .map(([rule, of]) => ({ rule, of, cases: ids(of) }))
    .sort((a, b) => b.cases.length - a.cases.length || b.of.length - a.of.length || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, of, cases }): ItemCount => {
      const problem = of[0]?.problem as CaseProblem;
      return {
        rule,
        title: problem.title,
        class: problem.class,
        number: cases.length,
        ...figures.cases(`item.${rule}`, `存在“${problem.title}”问题的案卷`, cases, all),
        basis: problem.basis,
        examples: examplesOf(of, unitOf),
      };
    });
}

function examplesOf(of: readonly Found[], unitOf: ReadonlyMap<string, string>): ItemCount['examples'] {
  const units = new Set<string>();
  const first = of.filter((one) => {
    const unit = unitOf.get(one.id) ?? '';
    if (units.has(unit)) return false;
    units.add(unit);
    return true;
  });
  const rest = of.filter((one) => !first.includes(one));
  const cases = new Set<string>();
  return [...first, ...rest]
    .filter((one) => !cases.has(one.id) && cases.add(one.id))
    .slice(0, shown)
    .map(({ id, problem }) => ({ case: id, problem }));
}
