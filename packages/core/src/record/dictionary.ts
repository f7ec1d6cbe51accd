const factTypes = ['day', 'time', 'text', 'number', 'money', 'boolean', 'texts', 'list'] as const;
export type FactType = (typeof factTypes)[number];

/** One entry of rules/facts.yaml. */
export interface FactEntry {
  readonly path: string;
  readonly type: FactType;
  /** Chinese, for people. */
  readonly label: string;
  /** Kinds of document it is read from, the decisive one first. */
  readonly from: readonly string[];
  /** Fields of a list's elements. */
  readonly fields: Readonly<Record<string, { readonly type: FactType; readonly label: string }>>;
  /** Of a day: paths of the days of steps that come before it, and after it, whatever is wrong with the case. */
  readonly after?: readonly string[];
  readonly before?: readonly string[];
  /** Of a day: path of the number of its paper, whose year it cannot precede. */
  readonly numbered?: string;
}

/** The dictionary of facts by path; list paths end in `[]`. */
export type Dictionary = ReadonlyMap<string, FactEntry>;

/** A kind of document of rules/kinds.yaml. */
export interface Kind {
  readonly id: string;
  /** Chinese name for people. */
  readonly label: string;
  /** Place in the file (卷内顺序). */
  readonly order: number;
  /** Headings agencies print, the usual one first. */
  readonly titles: readonly string[];
}

export type Kinds = readonly Kind[];

/** Chinese label of a path, also of a list's field such as `inquiries[].date`; the path itself when it is not known. */
export function labelOf(dictionary: Dictionary, path: string): string {
  const entry = dictionary.get(path);
  if (entry !== undefined) return plainLabel(entry.label);
  const cut = path.indexOf('[].');
  if (cut < 0) return path;
  const list = dictionary.get(path.slice(0, cut + 2));
  const field = list?.fields[path.slice(cut + 3)];
  return list === undefined || field === undefined ? path : `${list.label}的${plainLabel(field.label)}`;
}

/** A label without the bracket that explains its codes. */
export function plainLabel(label: string): string {
  const bracket = label.indexOf('（');
  return bracket > 0 && /[a-z]/u.test(label.slice(bracket)) ? label.slice(0, bracket) : label;
}

/** The codes a label explains in its bracket, each with its words: `（direct 直接、left 留置）`. Empty where it explains none. */
export function codesIn(label: string): Readonly<Record<string, string>> {
  const bracket = /（([^（）]*)）$/u.exec(label)?.[1] ?? '';
  return Object.fromEntries(
    bracket.split(/、(?=[a-z])/u).flatMap((part) => {
      const [, code, words] = /^([a-z][a-z-]*) (\S+)$/u.exec(part) ?? [];
      return code === undefined || words === undefined ? [] : [[code, words]];
    }),
  );
}
