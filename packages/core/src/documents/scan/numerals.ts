const DIGITS: ReadonlyMap<string, number> = new Map(
  [
    '0〇零○ОоOo◯',
    '1一壹弌',
    '2二贰貳弍两',
    '3三叁叄参弎',
    '4四肆',
    '5五伍',
    '6六陆陸',
    '7七柒',
    '8八捌',
    '9九玖',
  ].flatMap((row, value) => [...row].map((digit) => [digit, value] as const)),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

export interface Numeral {
  readonly value: number;
  /** Offset after the last character of the number. */
  readonly end: number;
}

/** Value of one digit in any script dates are written in (二, 贰, 2, 〇 ○ О O 0), or null. */
export function digitValue(character: string | undefined): number | null {
  return character === undefined ? null : (DIGITS.get(character) ?? null);
}

/** One byte a code unit: every character of a text is asked about, so a table beats three maps. */
const NUMERALS = new Uint8Array(0x10000);
for (const character of [...DIGITS.keys(), ...UNITS.keys(), ...MYRIADS.keys()]) {
  if (character !== 'O' && character !== 'o') NUMERALS[character.charCodeAt(0)] = 1;
}

/** True for a character a Chinese or Arabic number may hold; latin letters only count as zero within years. */
export function isNumeral(character: string | undefined): boolean {
  return character !== undefined && NUMERALS[character.charCodeAt(0)] === 1;
}

export function isArabic(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** The unsigned Arabic integer at the offset, or null. */
export function readArabic(text: string, at: number, longest = 15): Numeral | null {
  let end = at;
  let value = 0;
  while (end - at < longest && isArabic(text[end])) {
    value = value * 10 + (text.charCodeAt(end) - 48);
    end++;
  }
  return end === at || isArabic(text[end]) ? null : { value, end };
}

/**
 * The Chinese integer at the offset: with units (三百四十八, 壹万捌仟伍佰零肆), or digit by digit (二〇二三); null where
 * there is none. A digit directly after a digit makes it positional.
 */
export function readChinese(text: string, at: number): Numeral | null {
  let end = at;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let positional: number | null = null;
  let sawUnit = false;
  for (; end < text.length && end - at < 30; end++) {
    const character = text[end] ?? '';
    const value = isArabic(character) || character === 'O' || character === 'o' ? null : digitValue(character);
    if (value !== null) {
      if (digit !== null && digit !== 0 && sawUnit) break;
      if (!sawUnit && digit !== null) positional = (positional ?? digit) * 10 + value;
      digit = value;
      continue;
    }
    const unit = UNITS.get(character);
    if (unit !== undefined) {
      if (positional !== null) break;
      section += (digit ?? 1) * unit;
      digit = null;
      sawUnit = true;
      continue;
    }
    const myriad = MYRIADS.get(character);
    if (myriad === undefined || (end === at && digit === null)) break;
    const part = section + (positional ?? digit ?? 0);
    total = myriad === 1e8 ? (total + part) * 1e8 : total + part * 1e4;
    section = 0;
    digit = null;
    positional = null;
    sawUnit = true;
  }
  if (end === at) return null;
  return { value: total + section + (positional ?? digit ?? 0), end };
}

/** An integer in either script. */
export function readInteger(text: string, at: number): Numeral | null {
  return readArabic(text, at) ?? readChinese(text, at);
}
