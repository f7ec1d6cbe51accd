/** Brackets and strings of a JSON text in their order; a string that is never closed goes on to the end, so that none is read twice. */
const tokens = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:]/gsu;

/** A name that stands twice in one object: its dotted path, the name alone, and the 1-based lines of both. */
export interface NameTwice {
  readonly path: string;
  readonly name: string;
  readonly lines: readonly [first: number, second: number];
}

interface Open {
  /** Where each name of an object stands in the text; null for a list. */
  readonly names: Map<string, number> | null;
  /** The name whose value is being read. */
  at: string;
}

/**
 * The first name that stands twice in one object of a JSON text: parsers take the last without a word, and so would judge what another program
 * does not. Null for none, and for what is no JSON. Linear in the text.
 */
export function nameTwice(text: string): NameTwice | null {
  const open: Open[] = [];
  let last = { text: '', at: 0 };
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') open.push({ names: token === '{' ? new Map() : null, at: '' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && inner?.names != null) {
      const name = plain(last.text);
      const before = inner.names.get(name);
      inner.at = name;
      if (before !== undefined) {
        const path = open.map((one) => one.at).filter((part) => part !== '');
        return { path: path.join('.'), name, lines: [lineOf(text, before), lineOf(text, last.at)] };
      }
      inner.names.set(name, last.at);
    }
    last = { text: token, at: index };
  }
  return null;
}

function plain(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
}
