import { nearest } from '../kernel/nearest.ts';
import { checkSchema } from '../packs/schema.ts';
import { type Problem, readSource } from '../packs/source.ts';
import { Author, type Known, type Path } from './author.ts';
import { defaultTotal, fullOf, readFormula, sectionsIn } from './load-formula.ts';
import { readGrades } from './load-grade.ts';
import { readItem, readPresence } from './load-item.ts';
import { readUnit } from './load-unit.ts';
import type { RawGrade, RawSection, RawSheet, RawStandard } from './raw.ts';
import { scaleSchema, standardSchema } from './schema.ts';
import { scored } from './total.ts';
import type { Grade, Item, Section, Sheet, Standard } from './types.ts';

/** Loads a standard; an unknown rule or kind, points that do not sum, grades that overlap are mistakes with their place. */
export function loadStandard(
  file: string,
  text: string,
  known: Known,
): { readonly standard: Standard | null; readonly problems: readonly Problem[] } {
  const source = readSource(file, text);
  if (source.problems.length > 0) return { standard: null, problems: source.problems };
  const wrong = checkSchema(source, standardSchema);
  if (wrong.length > 0) return { standard: null, problems: wrong };
  const raw = source.value as RawStandard;
  const author = new Author(source, known);
  const standard: Standard = {
    id: raw.id,
    title: raw.title,
    issuer: raw.issuer,
    year: String(raw.year),
    note: raw.note ?? '',
    excerpt: raw.excerpt ?? false,
    sheets: raw.sheets.map((sheet, index) => readSheet(sheet, ['sheets', index], author, raw.grades)),
    unit: readUnit(raw.unit, author),
  };
  const ids = raw.sheets.map((sheet) => sheet.id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) author.problem(['sheets', index, 'id'], `评分表编号“${id}”重复`);
  });
  return author.problems.length > 0 ? { standard: null, problems: author.problems } : { standard, problems: [] };
}

/** Loads a bureau's own scale of grades, `grades: [{ name, from | above, to | below }]`, for standards that publish none. */
export function loadGrades(
  file: string,
  text: string,
): { readonly grades: readonly Grade[]; readonly problems: readonly Problem[] } {
  const source = readSource(file, text);
  const wrong = source.problems.length > 0 ? source.problems : checkSchema(source, scaleSchema);
  if (wrong.length > 0) return { grades: [], problems: wrong };
  const author = new Author(source, { rules: new Set(), kinds: new Set() });
  const grades = readGrades((source.value as { readonly grades: readonly RawGrade[] }).grades, ['grades'], author);
  return author.problems.length > 0 ? { grades: [], problems: author.problems } : { grades, problems: [] };
}

function readSheet(raw: RawSheet, path: Path, author: Author, scale: readonly RawGrade[] | undefined): Sheet {
  author.begin(sharesOf(raw));
  const full = author.points(raw.full, [...path, 'full']);
  const sections = raw.sections.map((section, index) => readSection(section, [...path, 'sections', index], author));
  const step = raw.decimals === undefined ? 1 : 10 ** (2 - raw.decimals);
  const total =
    raw.total === undefined
      ? defaultTotal(sections, full, raw.rescale ?? false)
      : readFormula({ sum: raw.total }, [...path, 'total'], author, sections, true);
  const reached = fullOf(total, sections);
  const sum = sections.reduce((all, section) => all + (section.full ?? 0), 0);
  if (raw.total === undefined && sum !== full)
    author.problem([...path, 'full'], `各部分合计 ${sum / 100} 分，与满分 ${full / 100} 分不符`);
  else if (reached !== full)
    author.problem([...path, 'total'], `无扣分时总分为 ${reached / 100} 分，与满分 ${full / 100} 分不符`);
  if (raw.total !== undefined) {
    const counted = sectionsIn(total);
    sections.forEach((section, index) => {
      if (!counted.has(section.id) && section.items.some((item) => scored(item.kind) || item.kind === 'bonus'))
        author.problem([...path, 'sections', index], `“${section.title}”没有计入总分（total）`);
    });
  }
  const sheet: Sheet = {
    id: raw.id,
    title: raw.title,
    type: raw.applies.type ?? [],
    procedure: raw.applies.procedure ?? [],
    when: author.when(raw.applies.when, [...path, 'applies', 'when']),
    full,
    total,
    step,
    grades:
      raw.grades === undefined
        ? readGrades(scale, ['grades'], author, step)
        : readGrades(raw.grades, [...path, 'grades'], author, step),
    sections,
  };
  checkNames(sheet, path, author);
  return sheet;
}

function sharesOf(raw: RawSheet): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const section of raw.sections) {
    const sum = section.items.reduce((all, item) => all + (item.full ?? 0), 0);
    shares.set(section.id, section.full ?? sum);
    for (const item of section.items) if (item.full !== undefined) shares.set(String(item.id), item.full);
  }
  return shares;
}

function readSection(raw: RawSection, path: Path, author: Author): Section {
  const items = raw.items.map((item, index) => readItem(item, [...path, 'items', index], author));
  const stated = author.optional(raw.full, [...path, 'full']);
  const worth = items.filter((item) => scored(item.kind) && item.full !== null);
  const sum = worth.reduce((total, item) => total + (item.full ?? 0), 0);
  if (stated !== null && sum !== stated)
    author.problem([...path, 'full'], `“${raw.title}”各项合计 ${sum / 100} 分，与所写 ${stated / 100} 分不符`);
  return {
    id: raw.id,
    title: raw.title,
    full: stated ?? (worth.length > 0 ? sum : null),
    items,
    ...readPresence(raw, path, author),
  };
}

/** Ids are single within a sheet, and what items point at is there. */
function checkNames(sheet: Sheet, path: Path, author: Author): void {
  const seen = new Set<string>(sheet.sections.map((section) => section.id));
  const vetoes = new Set<string>();
  for (const { items } of sheet.sections) for (const item of items) if (item.kind === 'veto') vetoes.add(item.id);
  const all = new Set([...seen, ...sheet.sections.flatMap((section) => section.items.map((item) => item.id))]);
  sheet.sections.forEach((section, index) => {
    section.items.forEach((item, number) => {
      const place = [...path, 'sections', index, 'items', number];
      if (seen.has(item.id)) author.problem(place, `项目编号“${item.id}”重复`);
      seen.add(item.id);
      for (const id of [...item.zeroes, ...item.charges.flatMap((charge) => charge.zeroes)])
        if (!all.has(id)) author.problem(place, `没有编号为“${id}”的部分或者项目`, nearest(id, all));
      for (const id of escalations(item))
        if (!vetoes.has(id)) author.problem(place, `“${id}”不是否决项，不能转入`, nearest(id, vetoes));
      if (item.effect?.is === 'cap' && sheet.grades.length > 0) {
        const { grade } = item.effect;
        if (!sheet.grades.some((one) => one.name === grade)) author.problem(place, `没有名为“${grade}”的等级`);
      }
    });
  });
}

function escalations(item: Item): readonly string[] {
  return [...item.charges, ...(item.question?.answers ?? [])].map((one) => one.escalateTo).filter((id) => id !== null);
}
