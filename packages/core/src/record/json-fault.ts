/** Where a text stops being JSON: 1-based line and column, in characters; `cut` when only the rest is missing. Null for sound JSON. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly cut: boolean;
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
/** What a string may hold, without its end: tells one that is cut off from one that is wrong. */
const opened = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{0,4})?)*/uy;
const blank = /[ \t\r\n]*/uy;

/** Finds the first fault of a JSON text; the engines' own words for it are English, and few of them give its place. */
export function jsonFault(text: string): JsonFault | null {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const sign = (wanted: string): boolean => {
    skip(blank);
    if (text[at] !== wanted) return false;
    at++;
    return true;
  };
  /** What is open, and what may come next: a value, a name of an object, or the end of either. */
  const open: ('{' | '[')[] = [];
  const named = (): boolean => {
    skip(blank);
    return skip(string) && sign(':');
  };
  const begun = (): 'value' | 'open' | 'empty' | null => {
    skip(blank);
    if (sign('{')) {
      open.push('{');
      return sign('}') ? 'empty' : named() ? 'open' : null;
    }
    if (sign('[')) {
      open.push('[');
      return sign(']') ? 'empty' : 'open';
    }
    return skip(string) || skip(literal) ? 'value' : null;
  };
  for (;;) {
    const found = begun();
    if (found === null) return faultAt(text, at);
    if (found === 'open') continue;
    if (found === 'empty') open.pop();
    for (;;) {
      const last = open.at(-1);
      if (last === undefined) {
        skip(blank);
        return at === text.length ? null : faultAt(text, at);
      }
      if (sign(',')) {
        if (last === '{' && !named()) return faultAt(text, at);
        break;
      }
      if (!sign(last === '{' ? '}' : ']')) return faultAt(text, at);
      open.pop();
    }
  }
}

function faultAt(text: string, at: number): JsonFault {
  opened.lastIndex = at;
  const rest = opened.exec(text)?.[0].length ?? 0;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, cut: text.slice(at + rest).trim() === '' };
}
