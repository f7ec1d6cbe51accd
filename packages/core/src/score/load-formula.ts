import { nearest } from '../kernel/nearest.ts';
import type { Points } from '../kernel/points.ts';
import type { Author, Path } from './author.ts';
import type { RawFormula } from './raw.ts';
import { scored } from './total.ts';
import type { Formula, Section } from './types.ts';

/** What a total is made of when a sheet does not say: sections with points rescaled or as they are, others taken off, bonuses added. */
export function defaultTotal(sections: readonly Section[], full: Points, rescale: boolean): Formula {
  const valued = sections.filter((section) => section.full !== null).map((section) => section.id);
  const open = sections
    .filter((section) => section.full === null && section.items.some((item) => scored(item.kind)))
    .map((section) => section.id);
  const bonus = sections.filter((section) => section.items.some((item) => item.kind === 'bonus')).map((one) => one.id);
  const parts: Formula[] = [
    rescale ? { is: 'rate', sections: valued, of: full } : { is: 'got', sections: valued },
    ...(open.length > 0 ? [{ is: 'less' as const, sections: open }] : []),
    ...(bonus.length > 0 ? [{ is: 'bonus' as const, sections: bonus, cap: null }] : []),
  ];
  return { is: 'sum', parts, floor: null, cap: null };
}

/** One node of a sheet's `total`. */
export function readFormula(
  raw: RawFormula,
  path: Path,
  author: Author,
  sections: readonly Section[],
  root = false,
): Formula {
  const names = (key: 'rate' | 'got' | 'less' | 'bonus'): readonly string[] => {
    const known = new Set(sections.map((section) => section.id));
    (raw[key] ?? []).forEach((id, index) => {
      if (!known.has(id)) author.problem([...path, key, index], `没有编号为“${id}”的部分`, nearest(id, known));
    });
    return raw[key] ?? [];
  };
  const named = (['points', 'rate', 'got', 'less', 'bonus', 'sum'] as const).filter((key) => raw[key] !== undefined);
  if (named.length !== 1) author.problem(path, 'total 的每一项应恰好写 points、rate、got、less、bonus、sum 之一');
  switch (named[0]) {
    case 'points':
      return { is: 'points', points: author.points(raw.points ?? 0, [...path, 'points']) };
    case 'rate':
      if (raw.of === undefined) author.problem(path, 'rate 缺少 of：折算到多少分');
      return { is: 'rate', sections: names('rate'), of: author.points(raw.of ?? 0, [...path, 'of']) };
    case 'got':
      return { is: 'got', sections: names('got') };
    case 'less':
      return { is: 'less', sections: names('less') };
    case 'bonus':
      return { is: 'bonus', sections: names('bonus'), cap: author.optional(raw.cap, [...path, 'cap']) };
    default: {
      const inner = root ? path : [...path, 'sum'];
      return {
        is: 'sum',
        parts: (raw.sum ?? []).map((part, index) => readFormula(part, [...inner, index], author, sections)),
        floor: author.optional(raw.floor, [...path, 'floor']),
        cap: author.optional(raw.cap, [...path, 'cap']),
      };
    }
  }
}

/** The total of a file without a fault and without bonus, in hundredths. */
export function fullOf(formula: Formula, sections: readonly Section[]): Points {
  switch (formula.is) {
    case 'points':
      return formula.points;
    case 'rate':
      return formula.of;
    case 'got':
      return sections
        .filter((section) => formula.sections.includes(section.id))
        .reduce((sum, section) => sum + (section.full ?? 0), 0);
    case 'less':
    case 'bonus':
      return 0;
    case 'sum': {
      const sum = formula.parts.reduce((total, part) => total + fullOf(part, sections), 0);
      return Math.min(formula.cap ?? sum, Math.max(formula.floor ?? sum, sum));
    }
    default:
      return formula satisfies never;
  }
}

/** Sections that a formula counts. */
export function sectionsIn(formula: Formula): ReadonlySet<string> {
  if (formula.is === 'points') return new Set();
  if (formula.is === 'sum') return new Set(formula.parts.flatMap((part) => [...sectionsIn(part)]));
  return new Set(formula.sections);
}
