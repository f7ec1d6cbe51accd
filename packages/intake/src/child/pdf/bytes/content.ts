/**
 * Takes the operators of a content stream one by one, with the numbers before each: the first `count` of `numbers`, which are overwritten by the
 * next. `name` is what is drawn by name, as it is written, without its stroke.
 */
export type TakeOperator = (operator: Operator, numbers: Float64Array, count: number, name: string) => void;

const asked = [
  ...[
    'q',
    'Q',
    'cm',
    'Do',
    'm',
    'l',
    're',
    'c',
    'v',
    'y',
    'h',
    'W',
    'W*',
    'S',
    's',
    'f',
    'F',
    'f*',
    'B',
    'B*',
    'b',
    'b*',
    'n',
  ],
  ...['g', 'rg', 'k', 'sc', 'scn', 'Tr', 'Tz', 'w', 'sh', 'Tj', 'TJ', "'", '"'],
  ...['BI', 'BT', 'Tm', 'Td', 'TD', 'T*', 'TL', 'Tf', 'Ts'],
] as const;

/** The operators that are told: those that draw lines, pictures and words, or set how words look. */
export type Operator = (typeof asked)[number];

/** No operator asked for takes more numbers. */
const mostNumbers = 16;

const [regular, digit, space, delimiter] = [0, 1, 2, 3] as const;
/** What each byte is in the syntax of content streams. */
const kinds = new Uint8Array(256).fill(regular);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = space;
for (const mark of '()<>[]{}/%') kinds[mark.charCodeAt(0)] = delimiter;
for (const mark of '0123456789+-.') kinds[mark.charCodeAt(0)] = digit;

const [open, close, less, greater, opens, closes, slash, percent] = Array.from('()<>[]/%', (mark) =>
  mark.charCodeAt(0),
);
const [minus, dot, zero, backslash] = Array.from('-.0\\', (mark) => mark.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** Operators by the number their bytes make, so that no word is built for each place. */
const byKey = new Map<number, Operator>(asked.map((word) => [keyOf(Buffer.from(word), 0, word.length), word]));

function keyOf(bytes: Uint8Array, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at++) key = key * 256 + (bytes[at] as number);
  return key;
}

/**
 * Goes through a content stream once, in linear time whatever the bytes. What stands in strings, names, arrays and in the data of pictures
 * within the stream is passed over, as is a picture's or string's rest where its end is missing.
 */
export function readContent(bytes: Uint8Array, take: TakeOperator): void {
  const numbers = new Float64Array(mostNumbers);
  let count = 0;
  let nested = 0;
  let at = 0;
  /** Where the last name stands. */
  let named = 0;
  while (at < bytes.length) {
    const code = bytes[at] as number;
    const kind = kinds[code];
    if (kind === space) at++;
    else if (kind === digit) {
      let value = 0;
      let scale = 0;
      for (let byte = code; kinds[byte] === digit; byte = bytes[++at] ?? 0) {
        if (byte >= zero) {
          value = value * 10 + byte - zero;
          scale *= 10;
        } else if (byte === dot) scale ||= 1;
      }
      if (scale > 1) value /= scale;
      if (nested === 0 && count < mostNumbers) numbers[count++] = code === minus ? -value : value;
    } else if (kind === regular) {
      const from = at;
      at = endOfWord(bytes, at + 1);
      const key = at - from > 3 ? 0 : keyOf(bytes, from, at);
      const operator = byKey.get(key);
      if (operator !== undefined) take(operator, numbers, count, operator === 'Do' ? nameAt(bytes, named) : '');
      if (operator === 'BI') at = afterPicture(bytes, at);
      count = 0;
      nested = 0;
    } else if (code === open) at = afterString(bytes, at + 1);
    else if (code === slash) {
      named = at + 1;
      at = endOfWord(bytes, named);
    } else if (code === less) at = bytes[at + 1] === less ? at + 2 : past(bytes.indexOf(greater as number, at), bytes);
    else if (code === percent) at = afterComment(bytes, at + 1);
    else {
      if (code === opens) nested++;
      else if (code === closes && nested > 0) nested--;
      at++;
    }
  }
}

function past(found: number, bytes: Uint8Array): number {
  return found < 0 ? bytes.length : found + 1;
}

function endOfWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (kinds[bytes[at] as number] as number) < space) at++;
  return at;
}

function nameAt(bytes: Uint8Array, from: number): string {
  return Buffer.from(bytes.subarray(from, endOfWord(bytes, from))).toString('latin1');
}

function afterString(bytes: Uint8Array, from: number): number {
  let depth = 1;
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === backslash) at++;
    else if (code === open) depth++;
    else if (code === close && --depth === 0) return at + 1;
  }
  return bytes.length;
}

function afterComment(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

/** The end of a picture within the stream is the first `EI` that stands alone. */
function afterPicture(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(69, from); at >= 0; at = bytes.indexOf(69, at + 1)) {
    const [before, after] = [kinds[bytes[at - 1] ?? 0], kinds[bytes[at + 2] ?? 0]];
    if (bytes[at + 1] === 73 && before === space && after === space) return at + 2;
  }
  return bytes.length;
}
