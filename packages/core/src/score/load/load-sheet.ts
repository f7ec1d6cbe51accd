import { nearest } from '../../kernel/nearest.ts';
import { sectionsIn } from '../formula.ts';
import { scored } from '../kinds.ts';
import type { Item, Section, Sheet } from '../types.ts';
import type { Author, Path } from './author.ts';
import { defaultTotal, fullOf, readTotal } from './load-formula.ts';
import { readGrades } from './load-grade.ts';
import { readItem, readPresence } from './load-item.ts';
import type { RawGrade, RawSection, RawSheet } from './raw.ts';

/** A section as written, with who wrote it: sections may be taken over from another sheet's file. */
export interface WrittenSection {
  readonly raw: RawSection;
  readonly author: Author;
  readonly path: Path;
}

/** One sheet; `scale` is the standard's own scale of grades with its author. */
export function readSheet(
  raw: RawSheet,
  path: Path,
  author: Author,
  written: readonly WrittenSection[],
  scale: { readonly grades: readonly RawGrade[] | undefined; readonly author: Author },
): Sheet {
  const shares = sharesOf(written.map((section) => section.raw));
  for (const one of written) one.author.begin(shares);
  author.begin(shares);
  const listOnly = raw['list-only'] ?? false;
  const sections = written.map((section) => readSection(section.raw, section.path, section.author));
  const step = raw.decimals === undefined ? 1 : 10 ** (2 - raw.decimals);
  const full = listOnly ? 0 : author.points(raw.full ?? 0, [...path, 'full']);
  if (!listOnly && raw.full === undefined)
    author.problem(path, '没有写满分（full）；只列问题、不打分的评分表写 list-only: true');
  if (listOnly && raw.full !== undefined) author.problem([...path, 'full'], '只列问题的评分表（list-only）不写满分');
  const total =
    raw.total === undefined ? defaultTotal(sections, full, raw, author) : readTotal(raw, path, author, sections);
  const sheet: Sheet = {
    id: raw.id,
    title: raw.title,
    type: raw.applies?.type ?? [],
    procedure: raw.applies?.procedure ?? [],
    when: author.when(raw.applies?.when, [...path, 'applies', 'when']),
    full,
    listOnly,
    total,
    rounding: { step, way: raw.round ?? 'half-up' },
    noDouble: raw['no-double'] ?? false,
    grades:
      raw.grades === undefined
        ? readGrades(scale.grades, ['grades'], scale.author, step)
        : readGrades(raw.grades, [...path, 'grades'], author, step),
    sections,
  };
  if (!listOnly) checkTotal(sheet, raw, path, author);
  checkNames(sheet, written);
  return sheet;
}

function checkTotal(sheet: Sheet, raw: RawSheet, path: Path, author: Author): void {
  const { total, sections, full } = sheet;
  const reached = fullOf(total, sections);
  const sum = sections.reduce((all, section) => all + (section.full ?? 0), 0);
  if (raw.total === undefined) {
    if (sum !== full && sum > 0)
      author.problem([...path, 'full'], `各部分合计 ${sum / 100} 分，与满分 ${full / 100} 分不符`);
    return;
  }
  if (reached !== full)
    author.problem([...path, 'total'], `无扣分时总分为 ${reached / 100} 分，与满分 ${full / 100} 分不符`);
  const counted = sectionsIn(total);
  sections.forEach((section) => {
    if (!counted.has(section.id) && section.items.some((item) => scored(item.kind) || item.kind === 'bonus'))
      author.problem([...path, 'total'], `“${section.title}”没有计入总分（total）`);
  });
}

function sharesOf(sections: readonly RawSection[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const section of sections) {
    const sum = section.items.reduce((all, item) => all + (item.full ?? 0), 0);
    shares.set(section.id, section.full ?? sum);
    for (const item of section.items) if (item.full !== undefined) shares.set(String(item.id), item.full);
  }
  return shares;
}

function readSection(raw: RawSection, path: Path, author: Author): Section {
  const items = raw.items.map((item, index) => readItem(item, [...path, 'items', index], author));
  const stated = author.optional(raw.full, [...path, 'full']);
  const priced = items.filter((item) => scored(item.kind) && item.full !== null);
  const drawing = items.some((item) => scored(item.kind) && item.full === null);
  const sum = priced.reduce((total, item) => total + (item.full ?? 0), 0);
  if (stated !== null && (drawing ? sum > stated : sum !== stated))
    author.problem([...path, 'full'], `“${raw.title}”各项合计 ${sum / 100} 分，与所写 ${stated / 100} 分不符`);
  if (drawing && priced.length > 0 && stated === null)
    author.problem(path, `“${raw.title}”有的项目写了分值、有的没有：请写明本部分的分值（full），或者分成两部分`);
  return {
    id: raw.id,
    title: raw.title,
    full: stated ?? (priced.length > 0 ? sum : null),
    most: author.optional(raw.most, [...path, 'most']),
    together: raw.together ?? 'sum',
    items,
    ...readPresence(raw, path, author),
  };
}

/** Ids are single within a sheet, and what items point at is there. */
function checkNames(sheet: Sheet, written: readonly WrittenSection[]): void {
  const seen = new Set<string>();
  const vetoes = new Set<string>();
  for (const { items } of sheet.sections) for (const item of items) if (item.kind === 'veto') vetoes.add(item.id);
  const all = new Set(sheet.sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)]));
  const grades = new Set(sheet.grades.map((one) => one.name));
  sheet.sections.forEach((section, index) => {
    const { author, path } = written[index] as WrittenSection;
    if (seen.has(section.id)) author.problem(path, `部分编号“${section.id}”重复`);
    seen.add(section.id);
    section.items.forEach((item, number) => {
      const place = [...path, 'items', number];
      if (seen.has(item.id)) author.problem(place, `项目编号“${item.id}”重复`);
      seen.add(item.id);
      for (const id of pointedAt(item))
        if (!all.has(id)) author.problem(place, `没有编号为“${id}”的部分或者项目`, nearest(id, all));
      for (const id of escalations(item))
        if (!vetoes.has(id)) author.problem(place, `“${id}”不是否决项，不能转入`, nearest(id, vetoes));
      const grade = item.effect?.is === 'cap' || item.effect?.is === 'unscored' ? item.effect.grade : null;
      if (grade !== null && grades.size > 0 && !grades.has(grade))
        author.problem(place, `没有名为“${grade}”的等级`, nearest(grade, grades));
    });
  });
}

function pointedAt(item: Item): readonly string[] {
  const prices = [...item.charges, ...(item.question?.answers ?? [])];
  return [...item.zeroes, ...prices.flatMap((price) => price.zeroes), ...(item.tally?.of ?? [])];
}

function escalations(item: Item): readonly string[] {
  return [...item.charges, ...(item.question?.answers ?? [])].map((one) => one.escalateTo).filter((id) => id !== null);
}
