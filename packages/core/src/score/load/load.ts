import { digest } from '../../kernel/digest.ts';
import { checkSchema } from '../../packs/schema.ts';
import { type Problem, readSource, type Source } from '../../packs/source.ts';
import type { Grade, Sheet, Standard } from '../types.ts';
import { Author, type Known, type Path } from './author.ts';
import { checkExamples } from './examples.ts';
import { readGrades } from './load-grade.ts';
import { readSheet, type WrittenSection } from './load-sheet.ts';
import { readUnit } from './load-unit.ts';
import type { RawGrade, RawSection, RawSheet, RawStandard } from './raw.ts';
import { scaleSchema, sheetSchema, standardSchema } from './schema.ts';

export interface Loaded {
  readonly standard: Standard | null;
  readonly problems: readonly Problem[];
}

/**
 * Loads a standard; an unknown rule or kind, points that do not sum, grades that overlap are mistakes with their place. `beside` gives the
 * texts of files in the same folder by name, for sheets that have a file of their own.
 */
export function loadStandard(
  file: string,
  text: string,
  known: Known,
  beside: ReadonlyMap<string, { readonly file: string; readonly text: string }> = new Map(),
): Loaded {
  const source = readSource(file, text, isId);
  const wrong = source.problems.length > 0 ? source.problems : checkSchema(source, standardSchema);
  if (wrong.length > 0) return { standard: null, problems: wrong };
  const raw = source.value as RawStandard;
  const head = new Author(source, known);
  const written = raw.sheets.map((sheet, index) => openSheet(sheet, ['sheets', index], head, known, beside));
  const broken = written.flatMap((one) => one.problems);
  if (broken.length > 0 || head.problems.length > 0) return { standard: null, problems: [...broken, ...head.problems] };
  const opened = written.flatMap((one) => (one.sheet === null ? [] : [one.sheet]));
  const year = String(raw.year);
  const bare = {
    id: raw.id,
    edition: String(raw.edition ?? raw.year),
    title: raw.title,
    issuer: raw.issuer,
    year,
    from: raw.from ?? null,
    to: raw.to ?? null,
    note: raw.note ?? '',
    excerpt: raw.excerpt ?? false,
    supplement: raw.supplement ?? false,
    order: raw.order ?? 100,
    sheets: readSheets(opened, { grades: raw.grades, author: head }),
    unit: readUnit(raw.unit, head),
  };
  if (bare.from !== null && bare.to !== null && bare.from >= bare.to)
    head.problem(['to'], `适用期间有误：从 ${bare.from} 到 ${bare.to}`);
  if (/[\s@,]/u.test(bare.edition)) head.problem(['edition'], '版本里不能有空格、@ 和逗号');
  const standard = { ...bare, hash: digest(JSON.stringify(bare)) };
  const mistakes = (): readonly Problem[] =>
    unique([...new Set([head, ...opened.map((one) => one.author)])].flatMap((author) => author.problems));
  if (mistakes().length === 0) checkExamples(standard, raw.examples ?? [], ['examples'], head);
  const problems = mistakes();
  return { standard: problems.length > 0 ? null : standard, problems };
}

/** Keys whose values name things: 3.10 is not 3.1 there. */
function isId(key: string, beside: ReadonlySet<string>): boolean {
  if (key === 'of') return beside.has('percent') && beside.size === 2 ? true : beside.has('measure');
  return key === 'id' || key === 'zeroes' || key === 'escalate-to' || key === 'edition' || key === 'year';
}

interface OpenedSheet {
  readonly raw: RawSheet;
  readonly path: Path;
  readonly author: Author;
}

function openSheet(
  sheet: RawSheet | string,
  path: Path,
  head: Author,
  known: Known,
  beside: ReadonlyMap<string, { readonly file: string; readonly text: string }>,
): { readonly sheet: OpenedSheet | null; readonly problems: readonly Problem[] } {
  if (typeof sheet !== 'string') return { sheet: { raw: sheet, path, author: head }, problems: [] };
  const found = beside.get(sheet);
  if (found === undefined) {
    head.problem(path, `同一文件夹里没有 ${sheet}`);
    return { sheet: null, problems: [] };
  }
  const source: Source = readSource(found.file, found.text, isId);
  const problems = source.problems.length > 0 ? source.problems : checkSchema(source, sheetSchema);
  if (problems.length > 0) return { sheet: null, problems };
  return { sheet: { raw: source.value as RawSheet, path: [], author: new Author(source, known) }, problems: [] };
}

function readSheets(
  opened: readonly OpenedSheet[],
  scale: { readonly grades: readonly RawGrade[] | undefined; readonly author: Author },
): readonly Sheet[] {
  const ids = opened.map(({ raw }) => raw.id);
  const sections = new Map<string, WrittenSection>();
  for (const { raw, path, author } of opened)
    raw.sections.forEach((section, index) => {
      if (!('same-as' in section))
        sections.set(`${raw.id}.${section.id}`, { raw: section, author, path: [...path, 'sections', index] });
    });
  return opened.map(({ raw, path, author }, index) => {
    if (ids.indexOf(raw.id) !== index) author.problem([...path, 'id'], `评分表编号“${raw.id}”重复`);
    const written = raw.sections.flatMap((section, number): readonly WrittenSection[] => {
      const place = [...path, 'sections', number];
      if (!('same-as' in section)) return [{ raw: section as RawSection, author, path: place }];
      const found = sections.get(section['same-as']);
      if (found === undefined) author.problem(place, `没有“${section['same-as']}”这一部分（写作 评分表编号.部分编号）`);
      return found === undefined ? [] : [found];
    });
    return readSheet(raw, path, author, written, scale);
  });
}

/** A section that several sheets share tells its mistakes once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ file, line, message }) => {
    const key = `${file}:${line}:${message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
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
