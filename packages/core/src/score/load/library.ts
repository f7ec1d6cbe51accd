import type { RuleBook } from '../../packs/book.ts';
import { checkSchema } from '../../packs/schema.ts';
import { type Problem, readSource } from '../../packs/source.ts';
import type { CheckPoint, Standard } from '../types.ts';
import { Author, type Known } from './author.ts';
import { type Loaded, loadStandard } from './load.ts';
import type { RawCheckPoint } from './raw.ts';
import { checkPointSchema } from './schema.ts';

const folder = 'standards/';
const checks = 'standards/checks/';

/** Everything a standard may name, its check points included. */
export function knownOf(book: RuleBook): { readonly known: Known; readonly problems: readonly Problem[] } {
  const base = {
    rules: new Set(book.pack.rules.map((rule) => rule.id)),
    kinds: new Set(book.pack.kinds.map((kind) => kind.id)),
    facts: new Set(book.pack.dictionary.keys()),
  };
  const files = [...book.standards].filter(([path]) => path.startsWith(checks));
  const { points, problems } = loadCheckPoints(new Map(files), base);
  return { known: { ...base, checks: points }, problems };
}

/** The check-point library from its files' texts by path. */
export function loadCheckPoints(
  files: ReadonlyMap<string, string>,
  known: Known,
): { readonly points: ReadonlyMap<string, CheckPoint>; readonly problems: readonly Problem[] } {
  const points = new Map<string, CheckPoint>();
  const problems: Problem[] = [];
  for (const [path, text] of files) {
    const source = readSource(path, text);
    const wrong = source.problems.length > 0 ? source.problems : checkSchema(source, checkPointSchema);
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    const author = new Author(source, known);
    (source.value as readonly RawCheckPoint[]).forEach((raw, index) => {
      const { id, title, ask = null } = raw;
      const rules = author.rules(raw.rules ?? [], [index, 'rules']);
      if (points.has(id)) author.problem([index, 'id'], `检查点编号“${id}”重复`);
      if (rules.length === 0 && ask === null) author.problem([index], `检查点“${id}”既没有规则也没有问题（ask）`);
      points.set(id, { id, title, rules, ask, look: author.kinds(raw.look, [index, 'look']) });
    });
    problems.push(...author.problems);
  }
  return { points, problems };
}

/** All standards of a rules folder, editions of one standard from the newest; with every mistake in them. */
export function loadStandards(book: RuleBook): {
  readonly standards: readonly Standard[];
  readonly problems: readonly Problem[];
} {
  const { known, problems } = knownOf(book);
  const loaded = heads(book.standards).map(([path, text]) => loadStandard(path, text, known, besides(path, book)));
  const standards = loaded.flatMap((one) => one.standard ?? []);
  const twice = standards.filter((one, index) => standards.findIndex((other) => keyOf(other) === keyOf(one)) !== index);
  return {
    standards: inOrder(standards),
    problems: [
      ...problems,
      ...loaded.flatMap((one) => one.problems),
      ...twice.map((one) => ({ file: folder, line: 1, column: 1, message: `标准“${keyOf(one)}”有两份` })),
    ],
  };
}

/** Loads the standard of one file, with the files that lie beside it by name. */
export function loadOne(
  path: string,
  text: string,
  book: RuleBook,
  beside: ReadonlyMap<string, { readonly file: string; readonly text: string }>,
): Loaded {
  const { known, problems } = knownOf(book);
  return problems.length > 0 ? { standard: null, problems } : loadStandard(path, text, known, beside);
}

/** Files that begin a standard: `standard.yaml` of a folder, or a file that is a standard whole. */
function heads(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const split = new Set([...files.keys()].filter((path) => path.endsWith('/standard.yaml')).map(parent));
  return [...files].filter(
    ([path]) => !path.startsWith(checks) && (!split.has(parent(path)) || path.endsWith('/standard.yaml')),
  );
}

function besides(path: string, book: RuleBook): ReadonlyMap<string, { readonly file: string; readonly text: string }> {
  const here = [...book.standards].filter(([other]) => parent(other) === parent(path) && other !== path);
  return new Map(here.map(([file, text]) => [file.slice(parent(file).length + 1), { file, text }]));
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** `id@edition`: one text of a standard. */
export function keyOf(standard: Pick<Standard, 'id' | 'edition'>): string {
  return `${standard.id}@${standard.edition}`;
}

/** Whole standards first, then supplements, then excerpts; editions of one standard from the newest. */
function inOrder(standards: readonly Standard[]): readonly Standard[] {
  const rank = (one: Standard): number => (one.excerpt ? 2 : one.supplement ? 1 : 0);
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...standards].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.order - b.order ||
      compare(a.id, b.id) ||
      compare(b.from ?? '', a.from ?? '') ||
      compare(b.edition, a.edition),
  );
}

/**
 * The standard named by `id@edition`, or by `id` the edition in force on a day, else the newest. Null when there is none.
 */
export function standardNamed(standards: readonly Standard[], name: string, day?: string): Standard | null {
  const exact = standards.find((one) => keyOf(one) === name || `${one.id}-${one.edition}` === name);
  if (exact !== undefined) return exact;
  const editions = standards.filter((one) => one.id === name);
  const current = editions.find(
    (one) => day !== undefined && (one.from === null || one.from <= day) && (one.to === null || day < one.to),
  );
  return current ?? editions[0] ?? null;
}
