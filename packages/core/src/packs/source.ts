import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';

/** A mistake of an author, at its place; `line` and `column` are 1-based. Messages are Chinese. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly suggestion?: string;
}

/** A YAML file with its value and the place of every part. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Mistakes of YAML itself; then `value` is undefined. */
  readonly problems: readonly Problem[];
  problem(path: readonly (string | number)[], message: string, suggestion?: string): Problem;
}

/** Values of texts parsed so far, by text: reading YAML with its places is most of the work of loading a rules folder. */
const parsed = new Map<string, unknown>();
/** A rules folder has about a thousand files; what people send in does not pile up here. */
const mostParsed = 4000;

/** Takes in the values of texts that were parsed before, in this process or another one. */
export function rememberParsed(values: Iterable<readonly [text: string, value: unknown]>): void {
  for (const [text, value] of values) if (parsed.size < mostParsed) parsed.set(text, value);
}

/** Whether a text was parsed, and its value; null for a text that was not, or has mistakes of YAML. */
export function parsedValue(text: string): { readonly value: unknown } | null {
  return parsed.has(text) ? { value: parsed.get(text) } : null;
}

/**
 * Reads YAML strictly: no aliases beyond a few, no double keys; days stay text. `written` says under which keys numbers stay as they are
 * written, so that an id 3.10 is not 3.1; `beside` are the other keys of the same map. A text read before is read again only for the place of a
 * mistake; its value is shared and not to be changed.
 */
export function readSource(
  file: string,
  text: string,
  written?: (key: string, beside: ReadonlySet<string>) => boolean,
): Source {
  if (written !== undefined) return parse(file, text, written);
  if (!parsed.has(text)) {
    const source = parse(file, text);
    if (source.problems.length === 0) rememberParsed([[text, source.value]]);
    return source;
  }
  let whole: Source | null = null;
  return {
    file,
    value: parsed.get(text),
    problems: [],
    problem: (path, message, suggestion) => {
      whole ??= parse(file, text);
      return whole.problem(path, message, suggestion);
    },
  };
}

function parse(file: string, text: string, written?: (key: string, beside: ReadonlySet<string>) => boolean): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const at = (offset: number, message: string, suggestion?: string): Problem => {
    const place = lines.linePos(offset);
    return { file, line: place.line, column: place.col, message, ...(suggestion === undefined ? {} : { suggestion }) };
  };
  if (written !== undefined)
    visit(document, {
      Map: (_, map) => {
        const beside = new Set(map.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : '')));
        for (const { key, value } of map.items)
          if (isScalar(key) && written(String(key.value), beside))
            for (const one of isSeq(value) ? value.items : [value])
              if (isScalar(one) && typeof one.value === 'number') one.value = one.source ?? String(one.value);
      },
    });
  const broken = document.errors.map((error) =>
    at(error.pos[0], `YAML 写法有误：${error.message.split('\n')[0] ?? ''}`),
  );
  return {
    file,
    value: broken.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 }),
    problems: broken,
    problem: (path, message, suggestion) => at(offsetOf(document, path), message, suggestion),
  };
}

/** Offset of the key a path ends in, or of the nearest part above it that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      const range = isScalar(pair?.key) ? pair.key.range : undefined;
      if (range) return range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}
