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

/**
 * Reads YAML strictly: no aliases beyond a few, no double keys; days stay text. `written` says under which keys numbers stay as they are
 * written, so that an id 3.10 is not 3.1; `beside` are the other keys of the same map.
 */
export function readSource(
  file: string,
  text: string,
  written?: (key: string, beside: ReadonlySet<string>) => boolean,
): Source {
  if (written === undefined && known.has(text)) return recalled(file, text);
  const source = parsed(file, text, written);
  if (written === undefined && source.problems.length === 0) known.set(text, source.value);
  return source;
}

/** What was parsed before in this process, or by an earlier one that kept it: text to value. Only whole, sound files. */
const known = new Map<string, unknown>();

/** Values parsed so far, to be kept for the next process. */
export function parsedSoFar(): ReadonlyMap<string, unknown> {
  return known;
}

/** Takes over values that an earlier process parsed from the very same texts. */
export function recallParsed(values: Iterable<readonly [text: string, value: unknown]>): void {
  for (const [text, value] of values) known.set(text, value);
}

/** A file parsed before: places of mistakes are looked up only when there is one. */
function recalled(file: string, text: string): Source {
  let whole: Source | null = null;
  return {
    file,
    value: known.get(text),
    problems: [],
    problem: (path, message, suggestion) => {
      whole ??= parsed(file, text, undefined);
      return whole.problem(path, message, suggestion);
    },
  };
}

function parsed(
  file: string,
  text: string,
  written: ((key: string, beside: ReadonlySet<string>) => boolean) | undefined,
): Source {
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
