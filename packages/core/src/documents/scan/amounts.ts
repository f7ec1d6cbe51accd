import { WORN } from '../mending/sums.ts';
import type { Reader } from '../pages.ts';
import { isArabic, isNumeral, readChinese } from './numerals.ts';

export interface AmountHit {
  readonly start: number;
  readonly end: number;
  readonly yuan: number;
  /** True when figures and capital numerals stand side by side and differ. */
  readonly contradicts: boolean;
  /** True for one end of a range (五万元以上二十万元以下, 2万元至5万元, 不超过三万元). */
  readonly bound: boolean;
  /** True for a price a unit (11元/㎡, 每平方米6元, 65元/桶). */
  readonly perUnit: boolean;
}

interface Sum {
  readonly start: number;
  readonly end: number;
  readonly yuan: number;
  readonly script: 'figures' | 'words';
  /** Every sum it may be, where a recogniser lost figures of it: then `yuan` is none of them. */
  readonly perhaps?: readonly number[];
}

/** Every sum of yuan of the half-open range in either script; a sum repeated in the other script is one hit. */
export function scanAmounts(reader: Reader, from = 0, to = reader.dense.length): AmountHit[] {
  const text = reader.dense;
  const hits: AmountHit[] = [];
  let script: Sum['script'] | null = null;
  let worn: Sum | null = null;
  for (const read of sums(text, from, to)) {
    const previous = hits.at(-1);
    if (previous !== undefined && read.start < previous.end) continue;
    if (read.script === 'words' && isTorn(text, read.start)) continue;
    if (read.perhaps !== undefined) {
      // A sum with figures lost is known by its twin alone.
      if (previous !== undefined && script === 'figures' && isTwin(text, previous.end, read) && fits(read, previous))
        hits[hits.length - 1] = qualify(text, { ...read, start: previous.start, yuan: previous.yuan });
      else {
        const known = knownByTail(text, read);
        if (known !== null) hits.push(qualify(text, known));
        else worn = read;
      }
      continue;
    }
    const told: Sum | null = worn !== null && read.script === 'figures' && isTwin(text, worn.end, read) ? worn : null;
    worn = null;
    if (told !== null && fits(told, read)) {
      hits.push(qualify(text, { ...read, start: told.start }));
      script = null;
      continue;
    }
    const sum = withTail(text, read);
    if (previous !== undefined && script !== null && script !== sum.script && isTwin(text, previous.end, sum)) {
      const contradicts = previous.contradicts || sum.yuan !== previous.yuan;
      hits[hits.length - 1] = { ...qualify(text, { ...sum, start: previous.start }), yuan: previous.yuan, contradicts };
      script = null;
      continue;
    }
    hits.push(qualify(text, sum));
    script = sum.script;
  }
  return hits;
}

/** 叁万贰某陆佰元: the rest of a sum whose middle was not read is no sum. */
function isTorn(text: string, start: number): boolean {
  return /[壹贰叁肆伍陆柒捌玖拾佰仟](?![元圆整正零及和与共各])[\p{Script=Han}\ue000]$/u.test(
    text.slice(Math.max(0, start - 2), start),
  );
}

function fits({ perhaps }: Sum, { yuan }: { readonly yuan: number }): boolean {
  return perhaps?.includes(yuan) === true;
}

/** Figures in brackets behind a sum in words, whose sign, and the first of them with it, may be lost. */
function tailOf(text: string, sum: Sum): { readonly figures: string; readonly end: number } | null {
  const tail = /^[(]?\ue000{0,2}([\d,]{2,14})(?:\.\d{1,2})?元?\)/u.exec(text.slice(sum.end, sum.end + 24));
  const figures = tail?.[1]?.replaceAll(',', '') ?? '';
  return tail === null || figures === '' ? null : { figures, end: sum.end + tail[0].length };
}

/** 壹万元整(0000): such figures agree with the words or are left out of account. */
function withTail(text: string, sum: Sum): Sum {
  const tail = sum.script === 'words' ? tailOf(text, sum) : null;
  const whole = String(Math.trunc(sum.yuan));
  return tail !== null && whole.endsWith(tail.figures) && tail.figures.length >= whole.length - 1
    ? { ...sum, end: tail.end }
    : sum;
}

/** The sign may have been read into the first of the figures: that one the words must tell. */
function knownByTail(text: string, sum: Sum): Sum | null {
  const tail = tailOf(text, sum);
  if (tail === null) return null;
  const perhaps = (sum.perhaps ?? []).filter((one) => String(one).length === tail.figures.length);
  // A sign that was read as a character of its own took no figure along; without the bracket before it that may be 整.
  const apart = text.slice(sum.end, tail.end).startsWith(`(${WORN}`) && perhaps.length === sum.perhaps?.length;
  const from = apart ? 0 : 1;
  const like = perhaps.filter((one) => String(one).slice(from) === tail.figures.slice(from));
  const [yuan, ...others] = like;
  return yuan === undefined || others.length > 0 ? null : { ...sum, yuan, end: tail.end };
}

function* sums(text: string, from: number, to: number): Generator<Sum> {
  let at = from;
  while (at < to) {
    const character = text[at];
    const marked = character === '¥' || text.startsWith('人民币', at);
    if (!marked && !isNumeral(character) && character !== WORN) {
      at++;
      continue;
    }
    const start = at;
    if (marked) at += character === '¥' ? 1 : 3;
    while (marked && at < to && ':(大小写)¥'.includes(text[at] ?? '　')) at++;
    // (小写)53458.00: receipts print the unit at the head of the column.
    const labelled = isArabic(text[at]) && /小写[):]{1,2}$/.test(text.slice(Math.max(0, at - 4), at));
    const sum = sumAt(text, at, start, marked || labelled);
    if (sum !== null && sum.end <= to) {
      yield sum;
      at = sum.end;
    } else if (sum === null) at = Math.max(numberEnd(text, at), at + (marked ? 0 : 1));
    else return;
  }
}

/** Offset after a run of characters a number is made of: what is no sum from its start is none from its middle. */
function numberEnd(text: string, at: number): number {
  let end = at;
  while (isNumeral(text[end]) || (isArabic(text[end - 1]) && isArabic(text[end + 1]) && isPoint(text[end]))) end++;
  return end;
}

function isPoint(character: string | undefined): boolean {
  return character === '.' || character === ',';
}

function sumAt(text: string, at: number, start: number, marked: boolean): Sum | null {
  const figures = isArabic(text[at]);
  const worn = figures ? null : readWorn(text, at);
  if (worn !== null) return { ...worn, start };
  const number = figures ? readFigures(text, at) : readChinese(text, at);
  if (number === null) return null;
  let { value, end } = number;
  if (figures) {
    const scale = SCALES.find(([word]) => text.startsWith(word, end));
    if (scale !== undefined) {
      value *= scale[1];
      end += scale[0].length;
    }
    if (text[end] === '余' || text[end] === '多') return null;
  }
  const unit = text[end];
  if (unit === '元' || unit === '圆' || unit === '圓') {
    end++;
    const small = readSmall(text, end);
    value += small.value;
    end = small.end;
    if (text[end] === '整' || text[end] === '正') end++;
  } else if (!marked || isForeign(text, end) || (!figures && isHanAt(text, end))) return null;
  return { start, end, yuan: Math.round(value * 100) / 100, script: figures ? 'figures' : 'words' };
}

const LONGEST_WORN = 24;

/** A sum in capitals with figures that nobody can read, up to 元整: every sum it may be. */
function readWorn(text: string, at: number): Omit<Sum, 'start'> | null {
  let end = at;
  let lost = 0;
  while (end - at < LONGEST_WORN && (text[end] === WORN || (isNumeral(text[end]) && !isArabic(text[end])))) {
    if (text[end] === WORN) lost++;
    end++;
  }
  if (lost === 0 || lost > 3 || (text[end] !== '元' && text[end] !== '圆')) return null;
  const places = [...text.slice(at, end)];
  const perhaps: number[] = [];
  for (let filling = 0; filling < 9 ** lost; filling++) {
    let rest = filling;
    const words = places.map((one) => {
      if (one !== WORN) return one;
      const figure = '壹贰叁肆伍陆柒捌玖'[rest % 9] ?? '';
      rest = Math.trunc(rest / 9);
      return figure;
    });
    const number = readChinese(words.join(''), 0);
    if (number !== null && number.end === words.length) perhaps.push(number.value);
  }
  end++;
  if (text[end] === '整' || text[end] === '正') end++;
  return { end, yuan: Number.NaN, script: 'words', perhaps };
}

/** 人民币壹万… and a character that is no figure: the sum goes on in a way nobody can read. */
function isHanAt(text: string, at: number): boolean {
  return /^\p{Script=Han}$/u.test(text[at] ?? '');
}

const SCALES: readonly (readonly [string, number])[] = [
  ['万', 1e4],
  ['亿', 1e8],
  ['千', 1e3],
  ['百', 1e2],
];
const FOREIGN = ['美元', '美金', '欧元', '日元', '港元', '港币', '英镑', '韩元', '卢布'];

function isForeign(text: string, at: number): boolean {
  return FOREIGN.some((word) => text.startsWith(word, at)) || isArabic(text[at]) || text[at] === '%';
}

function readFigures(text: string, at: number): { value: number; end: number } | null {
  let end = at;
  let digits = '';
  while (end - at < 24) {
    const character = text[end];
    if (isArabic(character)) digits += character;
    else if (character === '.' && isArabic(text[end + 1]) && !digits.includes('.')) digits += '.';
    else if (!(character === ',' && isGroup(text, end))) break;
    end++;
  }
  // Money has no thousandth: 36.000元 is 36,000元 with the comma misread, or written so.
  if (/^[1-9]\d{0,2}\.\d{3}$/u.test(digits) && !SCALES.some(([scale]) => text[end] === scale)) {
    const cents = /^\.\d{1,2}(?!\d)/u.exec(text.slice(end, end + 4))?.[0] ?? '';
    return { value: Number(digits.replace('.', '') + cents), end: end + cents.length };
  }
  return digits === '' ? null : { value: Number(digits), end };
}

/** A comma that parts thousands: three digits follow and no fourth. */
function isGroup(text: string, at: number): boolean {
  return isArabic(text[at + 1]) && isArabic(text[at + 2]) && isArabic(text[at + 3]) && !isArabic(text[at + 4]);
}

/** 角 and 分 after 元. */
function readSmall(text: string, at: number): { value: number; end: number } {
  let end = text[at] === '零' ? at + 1 : at;
  let value = 0;
  for (const [unit, worth] of [
    ['角', 0.1],
    ['分', 0.01],
  ] as const) {
    const number = isArabic(text[end]) ? readFigures(text, end) : readChinese(text, end);
    if (number !== null && number.value < 10 && text[number.end] === unit && text[number.end + 1] !== '之') {
      value += number.value * worth;
      end = number.end + 1;
    }
  }
  return value === 0 ? { value, end: at } : { value, end };
}

/** Only signs, brackets and the words 大写, 小写, 人民币, 即, 计 part the two ways of writing one sum. */
function isTwin(text: string, end: number, next: Sum): boolean {
  const between = text.slice(end, next.start);
  // 贰万元整 ¥20000.00 stand side by side on receipts; without the sign they may be cells of two columns.
  if (between.length === 0) return next.script === 'figures' && text[next.start] === '¥';
  if (between.length > 9) return false;
  return between.replace(/大写|小写|人民币|即|计|[¥:()。./]/g, '') === '';
}

const AFTER_BOUND = ['以上', '以下', '以内', '至', '-', '—', '–', '~', '～', '到', '(含)', '(不含)', '(含本数)'];
const BEFORE_BOUND = [
  '不超过',
  '超过',
  '不低于',
  '低于',
  '高于',
  '不高于',
  '最高',
  '最低',
  '不足',
  '至多',
  '少于',
  '多于',
  '满',
  '未达到',
  '达到',
];

function qualify(text: string, sum: Sum): AmountHit {
  const { start, end, yuan } = sum;
  const before = text.slice(Math.max(0, start - 6), start);
  const bound =
    AFTER_BOUND.some((word) => text.startsWith(word, end)) ||
    BEFORE_BOUND.some((word) => before.endsWith(word)) ||
    /(?:元|\d万?|以上)(?:至|-|—|–|~|到)$/.test(before);
  const perUnit =
    ((text[end] === '/' || text[end] === '每') && !isArabic(text[end + 1])) ||
    /每[一-龥㎡]{1,3}$|每[一-龥㎡]{1,6}处以?(?:人民币)?$|单价为?:?$/.test(text.slice(Math.max(0, start - 12), start));
  return { start, end, yuan, contradicts: false, bound, perUnit };
}
