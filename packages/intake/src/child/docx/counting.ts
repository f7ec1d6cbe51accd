const digits = Array.from('〇一二三四五六七八九');
const heaven = Array.from('甲乙丙丁戊己庚辛壬癸');
const earth = Array.from('子丑寅卯辰巳午未申酉戌亥');

interface Counting {
  readonly figures: readonly string[];
  /** Tens, hundreds and thousands. */
  readonly units: readonly [string, string, string];
  readonly myriad: string;
  readonly zero: string;
  /** Ten to nineteen are said without the one. */
  readonly short: boolean;
}

const plain: Counting = {
  figures: digits,
  units: ['十', '百', '千'],
  myriad: '万',
  zero: '零',
  short: true,
};
const formal: Counting = {
  figures: Array.from('零壹贰叁肆伍陆柒捌玖'),
  units: ['拾', '佰', '仟'],
  myriad: '万',
  zero: '零',
  short: false,
};
const traditional: Counting = { ...formal, figures: Array.from('零壹貳參肆伍陸柒捌玖'), myriad: '萬' };

/** How programs of word processing write the number of a paragraph, by the name of the format (ECMA-376 part 1, 17.18.59). */
const written: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: (value) => circled(value),
  decimalEnclosedCircleChinese: (value) => circled(value),
  decimalEnclosedParen: (value) => within(value, 0x2474, 20) ?? `(${value})`,
  decimalEnclosedFullstop: (value) => within(value, 0x2488, 20) ?? `${value}.`,
  numberInDash: (value) => `-${value}-`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  // The standard has some of these go on otherwise from a hundred; programs show all alike.
  chineseCounting: (value) => counted(value, plain),
  taiwaneseCounting: (value) => counted(value, plain),
  chineseCountingThousand: (value) => counted(value, plain),
  taiwaneseCountingThousand: (value) => counted(value, plain),
  japaneseCounting: (value) => counted(value, plain),
  ideographDigital: byDigits,
  japaneseDigitalTenThousand: byDigits,
  taiwaneseDigital: byDigits,
  chineseLegalSimplified: (value) => counted(value, formal),
  ideographLegalTraditional: (value) => counted(value, traditional),
  ideographTraditional: (value) => heaven[value - 1] ?? String(value),
  ideographZodiac: (value) => earth[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60 ? `${heaven[(value - 1) % 10]}${earth[(value - 1) % 12]}` : String(value),
  ideographEnclosedCircle: (value) => within(value, 0x3280, 10) ?? String(value),
};

/** A number as paragraphs show it; in figures where the format is not known. */
export function writtenAs(format: string, value: number): string {
  return (Object.hasOwn(written, format) ? written[format] : undefined)?.(value) ?? String(value);
}

function wide(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
}

function circled(value: number): string {
  return within(value, 0x2460, 20) ?? (value > 20 ? (within(value - 20, 0x3251, 15) ?? String(value)) : String(value));
}

/** The character of a run of so many that begins with one; null outside. */
function within(value: number, first: number, count: number): string | null {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : null;
}

function byDigits(value: number): string {
  return Array.from(String(value), (digit) => digits[Number(digit)] ?? digit).join('');
}

/** A to Z, then AA to ZZ. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let all = '';
  for (const [worth, numeral] of numerals)
    while (left >= worth) {
      all += numeral;
      left -= worth;
    }
  return all;
}

/** A number in words of counting, below a hundred million. */
function counted(value: number, counting: Counting): string {
  if (value < 0 || value >= 100_000_000) return String(value);
  if (value === 0) return digits[0] ?? '';
  const upper = Math.floor(value / 10_000);
  const lower = value % 10_000;
  const head = upper === 0 ? '' : group(upper, counting, true) + counting.myriad;
  const gap = head !== '' && lower > 0 && lower < 1000 ? counting.zero : '';
  return head + gap + (lower === 0 ? '' : group(lower, counting, head === ''));
}

/** A number below ten thousand; `leads` where nothing stands before it. */
function group(value: number, { figures, units, zero, short }: Counting, leads: boolean): string {
  let all = '';
  let gap = false;
  for (const place of [3, 2, 1, 0]) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = all !== '';
      continue;
    }
    const unit = place === 0 ? '' : (units[place - 1] ?? '');
    const mute = short && digit === 1 && place === 1 && all === '' && leads;
    all += (gap ? zero : '') + (mute ? '' : (figures[digit] ?? '')) + unit;
    gap = false;
  }
  return all;
}
