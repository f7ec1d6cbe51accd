/** A step of an RTF: a group opens or closes, a control word with its number, or bytes of text. */
export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

const [open, close, slash, quote, minus, blank] = [0x7b, 0x7d, 0x5c, 0x27, 0x2d, 0x20];

/** Takes an RTF apart; `\'hh` comes as the byte it stands for, line ends of the file are none of the text. */
export function* tokensIn(bytes: Buffer): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === open || byte === close) {
      at++;
      yield { kind: byte === open ? 'open' : 'close' };
    } else if (byte === 10 || byte === 13 || byte === 0) at++;
    else if (byte !== slash) {
      const from = at;
      while (at < bytes.length && isText(bytes[at] as number)) at++;
      yield { kind: 'bytes', bytes: bytes.subarray(from, at) };
    } else if (bytes[at + 1] === quote) {
      const code = Number.parseInt(bytes.toString('latin1', at + 2, at + 4), 16);
      at += 4;
      if (!Number.isNaN(code)) yield { kind: 'bytes', bytes: Buffer.from([code]) };
    } else {
      const { token, next } = wordAt(bytes, at + 1);
      at = next;
      // What follows is as it is, not to be taken apart.
      if (token.word === 'bin') at += Math.min(bytes.length, Math.max(0, token.value ?? 0));
      else yield token;
    }
  }
}

function isText(byte: number): boolean {
  return byte !== open && byte !== close && byte !== slash && byte !== 10 && byte !== 13 && byte !== 0;
}

const longestWord = 40;

function wordAt(
  bytes: Buffer,
  from: number,
): { readonly token: { kind: 'word'; word: string; value: number | null }; readonly next: number } {
  let at = from;
  while (at < bytes.length && at - from < longestWord && isLetter(bytes[at] as number)) at++;
  // A sign by itself is a word too: one of the marks, or a bracket that is meant.
  if (at === from)
    return { token: { kind: 'word', word: bytes.toString('latin1', at, at + 1), value: null }, next: at + 1 };
  const word = bytes.toString('latin1', from, at);
  const digits = at;
  if (bytes[at] === minus) at++;
  while (at < bytes.length && at - digits < 12 && isDigit(bytes[at] as number)) at++;
  const value = at > digits ? Number.parseInt(bytes.toString('latin1', digits, at), 10) : Number.NaN;
  if (bytes[at] === blank) at++;
  return { token: { kind: 'word', word, value: Number.isNaN(value) ? null : value }, next: at };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
