import { fraction, rounded } from '../../kernel/fraction.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { Points } from '../../kernel/points.ts';
import { type Formula, type Node, plain, worthOf } from '../formula.ts';
import { scored } from '../kinds.ts';
import type { Section } from '../types.ts';
import type { Author, Path } from './author.ts';
import type { RawFormula, RawSheet } from './raw.ts';

/** What a total is made of when a sheet does not say: sections with points rescaled or as they are, others taken off, bonuses added. */
export function defaultTotal(sections: readonly Section[], full: Points, raw: RawSheet, author: Author): Formula {
  const valued = sections.filter((section) => section.full !== null).map((section) => section.id);
  const open = sections
    .filter((section) => section.full === null && section.items.some((item) => scored(item.kind)))
    .map((section) => section.id);
  const bonus = sections.filter((section) => section.items.some((item) => item.kind === 'bonus')).map((one) => one.id);
  // A sheet whose items have no points of their own counts down from its full marks.
  const base: Node =
    valued.length === 0
      ? { is: 'points', points: full }
      : raw.rescale === true
        ? { is: 'rate', sections: valued, of: full, plus: [] }
        : { is: 'got', sections: valued };
  const less: Node = { is: 'less', sections: open, most: null };
  const added: Formula = {
    ...plain({ is: 'bonus', sections: bonus }),
    cap: author.optional(raw['bonus-cap'], ['bonus-cap']),
  };
  const parts = [plain(base), ...(open.length > 0 ? [plain(less)] : []), ...(bonus.length > 0 ? [added] : [])];
  return bounded({ is: 'sum', parts }, raw);
}

function bounded(node: Node, raw: { readonly floor?: number; readonly cap?: number }): Formula {
  const at = (decimal: number | undefined): Points | null => (decimal === undefined ? null : Math.round(decimal * 100));
  return { ...plain(node), floor: at(raw.floor), cap: at(raw.cap) };
}

const kinds = ['points', 'rate', 'got', 'less', 'bonus', 'sum', 'min', 'max', 'product', 'average'] as const;

/** One node of a sheet's `total`. */
function readFormula(raw: RawFormula, path: Path, author: Author, sections: readonly Section[]): Formula {
  const named = kinds.filter((key) => raw[key] !== undefined);
  if (named.length !== 1) author.problem(path, `total 的每一项应恰好写 ${kinds.join('、')} 之一`);
  return {
    ...nodeOf(named[0] ?? 'points', raw, path, author, sections),
    share: raw.percent === undefined ? 10_000 : author.points(raw.percent, [...path, 'percent']),
    floor: author.optional(raw.floor, [...path, 'floor']),
    cap: author.optional(raw.cap, [...path, 'cap']),
    step: raw.decimals === undefined ? null : 10 ** (2 - raw.decimals),
    weight: raw.weight ?? 1,
  };
}

function nodeOf(
  is: (typeof kinds)[number],
  raw: RawFormula,
  path: Path,
  author: Author,
  sections: readonly Section[],
): Node {
  const known = new Set(sections.map((section) => section.id));
  const names = (key: 'rate' | 'got' | 'less' | 'bonus' | 'plus'): readonly string[] => {
    (raw[key] ?? []).forEach((id, index) => {
      if (!known.has(id)) author.problem([...path, key, index], `没有编号为“${id}”的部分`, nearest(id, known));
    });
    return raw[key] ?? [];
  };
  const parts = (key: 'sum' | 'min' | 'max' | 'product' | 'average'): readonly Formula[] =>
    (raw[key] ?? []).map((part, index) => readFormula(part, [...path, key, index], author, sections));
  switch (is) {
    case 'points':
      return { is, points: author.points(raw.points ?? 0, [...path, 'points']) };
    case 'rate':
      if (raw.of === undefined) author.problem(path, 'rate 缺少 of：折算到多少分');
      return { is, sections: names('rate'), of: author.points(raw.of ?? 0, [...path, 'of']), plus: names('plus') };
    case 'less':
      return { is, sections: names('less'), most: author.optional(raw.most, [...path, 'most']) };
    case 'got':
    case 'bonus':
      return { is, sections: names(is) };
    default:
      return { is, parts: parts(is) };
  }
}

/** The sheet's `total`, a sum of its entries within the sheet's bounds. */
export function readTotal(raw: RawSheet, path: Path, author: Author, sections: readonly Section[]): Formula {
  const entries = raw.total ?? [];
  const parts = entries.map((part, index) => readFormula(part, [...path, 'total', index], author, sections));
  return bounded({ is: 'sum', parts }, raw);
}

/** The total of a file without a fault and without bonus, in hundredths. */
export function fullOf(formula: Formula, sections: readonly Section[]): Points {
  const leaf = (node: Node) => {
    if (node.is === 'rate') return fraction(node.of);
    if (node.is !== 'got') return fraction(0);
    const within = sections.filter((section) => node.sections.includes(section.id));
    return fraction(within.reduce((sum, section) => sum + (section.full ?? 0), 0));
  };
  return rounded(worthOf(formula, leaf, () => true));
}
