import { Gap, type Reader } from '../pages.ts';

export interface CodeHit {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly kind: 'credit-code' | 'id-number';
  /** Whether the check character agrees; false means a misprint or misreading somewhere in it. */
  readonly valid: boolean;
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the 18 characters are a unified social credit code with the right check character (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = CREDIT_ALPHABET.indexOf(code[i] ?? '?');
    if (value === -1) return false;
    sum += value * (CREDIT_WEIGHTS[i] ?? 0);
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** Whether the 18 characters are a citizen identity number with the right check character (GB 11643-1999). */
export function isIdNumber(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = code.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return false;
    sum += digit * (ID_WEIGHTS[i] ?? 0);
  }
  return '10X98765432'[sum % 11] === code[17]?.toUpperCase();
}

const FIGURES: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };

/** Every run of exactly 18 letters and digits of the half-open range that has the build of a credit code or an identity number. */
export function scanCodes(reader: Reader, from = 0, to = reader.dense.length): CodeHit[] {
  const hits: CodeHit[] = [];
  const text = reader.dense;
  let at = from;
  while (at < to) {
    let end = at;
    while (end < to && isCodeUnit(text.charCodeAt(end))) end++;
    // A code of figures alone that fills its line, and the line below begins with a day.
    if (end - at > 18 && reader.gapBefore(at + 18) >= Gap.line) end = at + 18;
    if (end - at === 18 || end - at === 19) {
      const read = text.slice(at, end).toUpperCase();
      const value = end - at === 18 ? ofBusiness(withFigures(read)) : withoutStroke(read);
      const kind = value === null ? null : kindOf(value);
      if (kind !== null && value !== null) {
        hits.push({
          start: at,
          end,
          value,
          kind,
          valid: kind === 'id-number' ? isIdNumber(value) : isCreditCode(value),
        });
      }
    }
    at = Math.max(end, at + 1);
  }
  return hits;
}

/** O, I, Z and S are no characters of either code: they stand for the figures they look like. */
function asFigures(code: string): string {
  return code.replace(/[OIZS]/g, (letter) => FIGURES[letter] ?? letter);
}

/** Q is a character of credit codes: it stands for 0 where only then the check character agrees. */
function withFigures(code: string): string {
  const read = asFigures(code);
  if (!read.includes('Q') || isCreditCode(read)) return read;
  const meant = read.replaceAll('Q', '0');
  return isCreditCode(meant) || isIdNumber(meant) ? meant : read;
}

/** Businesses registered since the codes began have MA where older ones have an office's number: what only then agrees was read NA, HA or WA. */
function ofBusiness(code: string): string {
  const meant = code.replace(/^(9[123]\d{6})[NHW]A/u, '$1MA');
  return meant !== code && !isCreditCode(code) && isCreditCode(meant) ? meant : code;
}

/** VW for W, OQ for Q, S5 for 5: a letter no code has before one that a recogniser saw twice, where the check character then agrees. */
/** Two readings of one character, and the place of the one too many. */
const TWICE: readonly (readonly [string, 0 | 1])[] = [
  ['VW', 0],
  ['OQ', 0],
  ['S5', 0],
  ['5S', 1],
  ['O0', 0],
  ['0O', 1],
  ['I1', 0],
  ['1I', 1],
  ['Z2', 0],
  ['2Z', 1],
];

function withoutStroke(code: string): string | null {
  for (const [pair, extra] of TWICE) {
    const at = code.indexOf(pair);
    const rest = at < 0 ? '' : asFigures(code.slice(0, at + extra) + code.slice(at + extra + 1));
    if (isCreditCode(rest)) return rest;
  }
  return null;
}

function isCodeUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Signs put in place of figures that are not to be read. */
const MASKED = /X{3,}/;

const BORN = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/;

/** 17 digits with a birth date in the middle are a person's; a leading office and class code makes an organisation's. */
function kindOf(value: string): CodeHit['kind'] | null {
  // One citizen's number in 31 satisfies the check of the other code too; no province begins with the 9 of businesses.
  if (BORN.test(value) && isIdNumber(value) && !value.startsWith('9')) return 'id-number';
  if (isCreditCode(value)) return 'credit-code';
  // 91330110MA2JXXXX0T: figures hidden before publication leave no code to check.
  if (MASKED.test(value)) return null;
  if (BORN.test(value)) return 'id-number';
  return /^[1-9A-Y][1-9]\d{6}[\dA-Y]{10}$/.test(value) ? 'credit-code' : null;
}
