import { digest } from '../../kernel/digest.ts';
import { nearest } from '../../kernel/nearest.ts';
import { checkSchema } from '../../packs/schema.ts';
import { type Problem, readSource, type Source } from '../../packs/source.ts';
import { loadPhrases, type Phrases } from '../texts/phrases.ts';

/** How problems are classed, which indicators are counted and what the documents say: the files of `rules/reports/`. */
export interface ReportData {
  readonly classes: readonly { readonly id: string; readonly title: string }[];
  readonly themes: Readonly<Record<string, { readonly title: string; readonly class: string }>>;
  readonly rules: Readonly<Record<string, string>>;
  readonly indicators: readonly Indicator[];
  readonly phrases: Phrases;
  /** Over classes and indicators: two batches compare only when these are the same. */
  readonly hash: string;
}

/** Either a share told from rules, or a count of cases. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly share?: 'kept' | 'missed';
  readonly of?: 'case' | 'finding';
  readonly rules?: readonly string[];
  readonly count?: { readonly types: readonly string[]; readonly facts: readonly string[] };
}

const texts = { type: 'array', items: { type: 'string' } };
const classesSchema = {
  type: 'object',
  required: ['classes', 'themes'],
  additionalProperties: false,
  properties: {
    classes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'title'],
        additionalProperties: false,
        properties: { id: { type: 'string' }, title: { type: 'string', minLength: 2 } },
      },
    },
    themes: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['title', 'class'],
        additionalProperties: false,
        properties: { title: { type: 'string', minLength: 2 }, class: { type: 'string' } },
      },
    },
    rules: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const indicatorsSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'title'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^[a-z][a-z-]*$' },
      title: { type: 'string', minLength: 2 },
      note: { type: 'string' },
      share: { enum: ['kept', 'missed'] },
      of: { enum: ['case', 'finding'] },
      rules: { ...texts, minItems: 1 },
      count: {
        type: 'object',
        required: ['types', 'facts'],
        additionalProperties: false,
        properties: { types: texts, facts: texts },
      },
    },
  },
};

/** The class of problems that no theme is known for. */
const otherClass = 'other';

/**
 * Reads `reports/classes.yaml`, `reports/indicators.yaml` and `reports/phrases.yaml` of a rules folder; `own` is a bureau's own phrases,
 * which take the place of those with the same name. Null with every mistake at its place.
 */
export function loadReportData(
  files: ReadonlyMap<string, string>,
  own: { readonly file: string; readonly text: string } | null = null,
): { readonly data: ReportData | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = (file: string, schema: object | null): Source => {
    const source = readSource(file, files.get(file) ?? '');
    problems.push(...source.problems);
    if (source.problems.length === 0 && schema !== null) problems.push(...checkSchema(source, schema));
    return source;
  };
  const classes = read('reports/classes.yaml', classesSchema);
  const indicators = read('reports/indicators.yaml', indicatorsSchema);
  const phrases = loadPhrases(
    read('reports/phrases.yaml', null),
    own === null ? null : readSource(own.file, own.text),
    problems,
  );
  if (problems.length > 0) return { data: null, problems };
  type Classes = Pick<ReportData, 'classes' | 'themes'> & Partial<Pick<ReportData, 'rules'>>;
  const value = classes.value as Classes;
  const known = value.classes.map((one) => one.id);
  for (const [theme, entry] of Object.entries(value.themes)) {
    if (!known.includes(entry.class))
      problems.push(classes.problem(['themes', theme], `没有问题类别“${entry.class}”`, nearest(entry.class, known)));
  }
  for (const [rule, id] of Object.entries(value.rules ?? {})) {
    if (!known.includes(id)) problems.push(classes.problem(['rules', rule], `没有问题类别“${id}”`, nearest(id, known)));
  }
  if (!known.includes(otherClass)) problems.push(classes.problem(['classes'], `缺少类别 ${otherClass}（其他）`));
  const list = indicators.value as readonly Indicator[];
  list.forEach((one, index) => {
    const share = one.share !== undefined && one.of !== undefined && one.rules !== undefined;
    if (share === (one.count !== undefined))
      problems.push(indicators.problem([index, 'id'], '指标应写 share、of、rules 三项，或者只写 count'));
    if (list.findIndex((other) => other.id === one.id) !== index)
      problems.push(indicators.problem([index, 'id'], `指标编号“${one.id}”重复`));
  });
  if (problems.length > 0 || phrases === null) return { data: null, problems };
  const hash = digest(`${files.get('reports/classes.yaml')}\n\0${files.get('reports/indicators.yaml')}`);
  return {
    data: {
      classes: value.classes,
      themes: value.themes,
      rules: value.rules ?? {},
      indicators: list,
      phrases,
      hash,
    },
    problems,
  };
}

/** The class of a rule's problems and the title of its theme. */
export function classOf(
  data: ReportData,
  rule: string,
  theme: string | undefined,
): { readonly class: string; readonly theme: string } {
  const known = theme === undefined ? undefined : data.themes[theme];
  const own = data.rules[rule];
  // A rule taken out of its theme's class is counted there under the class's own name.
  if (own !== undefined) return { class: own, theme: data.classes.find((one) => one.id === own)?.title ?? '其他' };
  return { class: known?.class ?? otherClass, theme: known?.title ?? '其他' };
}
