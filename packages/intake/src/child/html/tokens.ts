/** A step of a page of the web: words as they stand, or a tag with its attributes in small letters. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      readonly name: string;
      readonly attribute: (name: string) => string | undefined;
    };

/** What stands in these is no text of the page. */
const raw = new Set(['script', 'style', 'xml', 'title', 'noscript', 'template']);
const longestTag = 100_000;
const noAttribute = (): undefined => undefined;

/** Takes a page of the web apart, in linear time whatever it holds. `style` hears the rules of looks that stand in it. */
export function* tokensIn(page: string, style: (rules: string) => void): Generator<Token> {
  /** Where the words begin that were not given yet, and where the next sign is looked for. */
  let from = 0;
  let at = 0;
  /** The next end of a tag, looked for once. */
  let close = -1;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open < 0) break;
    if (close < open) {
      const found = page.indexOf('>', open);
      close = found < 0 ? page.length : found;
    }
    const comment = page.startsWith('<!--', open);
    const inner = comment || close === page.length || close - open > longestTag ? '' : page.slice(open + 1, close);
    const name = /^\/?([A-Za-z][\w:-]*)/u.exec(inner)?.[1]?.toLowerCase();
    // Declarations and marks of programs are no words; any other sign is one.
    if (!comment && name === undefined && !/^[!?/]/u.test(inner)) {
      at = open + 1;
      continue;
    }
    if (open > from) yield { kind: 'text', text: decoded(page.slice(from, open)) };
    at = comment ? after(page, '-->', open + 4) : close + 1;
    if (name !== undefined && inner.startsWith('/')) yield { kind: 'close', name, attribute: noAttribute };
    else if (name !== undefined) {
      const own = inner.slice(name.length);
      yield { kind: 'open', name, attribute: (wanted) => attributesIn(own).get(wanted) };
      if (raw.has(name) && !inner.endsWith('/')) {
        const last = endOf(page, name, at);
        if (name === 'style') style(page.slice(at, last));
        at = after(page, '>', last);
      }
    }
    from = at;
  }
  if (from < page.length) yield { kind: 'text', text: decoded(page.slice(from)) };
}

function after(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from);
  return at < 0 ? page.length : at + mark.length;
}

/** Where the end of what is no text begins. */
function endOf(page: string, name: string, from: number): number {
  for (let at = page.indexOf('</', from); at >= 0; at = page.indexOf('</', at + 2))
    if (page.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return page.length;
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decoded(double ?? single ?? bare ?? ''));
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '　',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  yen: '¥',
  copy: '©',
  deg: '°',
  bull: '•',
};

/** Characters written by name or number. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z]{2,8}));?/gu, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
