/** Stands for a figure in capitals that was read as a word: which one it was is not known. */
export const WORN = '\ue000';

const FIGURES = '壹贰叁肆伍陆柒捌玖零';
const UNITS = '拾佰仟万亿';

/**
 * What is read for characters the Chinese model of tesseract does not have (仟, 叁) or takes for another in looks. 柒, 捌 and
 * ¥ are not in its set either and come out as any word at all.
 */
const READ_FOR: Readonly<Record<string, string>> = {
  什: '仟',
  任: '仟',
  作: '仟',
  件: '仟',
  抬: '拾',
  佬: '佰',
  伯: '佰',
  参: '叁',
  百: '佰',
  千: '仟',
};

const LONGEST = 24;
const MOST_WORN = 3;
/** Words that stand right before a sum and are no part of it. */
const LEADS = '款币写额计为处罚共即合以到达金收缴纳所得值价各含还付欠交退';

/** Sums in capitals before 元: what is surely read for 仟, 叁 or 拾 is put right, a word where only a figure can stand becomes {@link WORN}. */
export function mendSums(text: string): string {
  let at = text.indexOf('元');
  if (at === -1) return text;
  const out = text.split('');
  for (; at !== -1; at = text.indexOf('元', at + 1)) {
    const start = sumStart(text, at);
    // 陆不伍佰元: the sum goes on before what was read for its unit, so what stands behind is not all of it.
    const cut = start < at && isWord(text[start - 1] ?? '') && FIGURES.includes(text[start - 2] ?? ' ');
    for (let i = start; i < at; i++) out[i] = cut ? WORN : mended(text[i] ?? '');
    if (start < at || FIGURES.includes(text[at - 1] ?? ' ') || UNITS.includes(text[at - 1] ?? ' '))
      for (const place of lostIn(text, at + 1)) out[place] = WORN;
  }
  return out.join('');
}

/** Offset of the first character of the sum that ends at 元; that of 元 where none in capitals does. */
function sumStart(text: string, end: number): number {
  let start = end;
  let worn = 0;
  while (start > 0 && end - start < LONGEST) {
    const character = text[start - 1] ?? '';
    const next = text[start] ?? '';
    if (isPart(character) || isThousand(text, start - 1)) start--;
    else if (isWord(character) && (start < end ? isUnit(next) : isTens(text[start - 2] ?? ' ')) && worn < MOST_WORN) {
      worn++;
      start--;
    } else break;
  }
  // 责任贰万元, 合作伍万元: a sum begins with a figure.
  while (start < end && UNITS.includes(READ_FOR[text[start] ?? ''] ?? ' ')) start++;
  const own = text.slice(start, end);
  const capital = [...own].some((one) => '壹贰肆伍陆柒捌玖拾佰仟什抬佬'.includes(one));
  const whole = /^元[整正]/u.test(text.slice(end, end + 2)) && isUnit(own.at(-1) ?? ' ');
  return own.length >= 2 && (capital || whole) ? start : end;
}

/** 陆件伍佰: 件 is read for 仟, and between figures nothing but a unit can stand. */
function isThousand(text: string, at: number): boolean {
  return text[at] === '件' && FIGURES.includes(text[at - 1] ?? ' ') && FIGURES.includes(text[at + 1] ?? ' ');
}

function isPart(character: string): boolean {
  return FIGURES.includes(character) || UNITS.includes(character) || READ_FOR[character] !== undefined;
}

/** 任 and 作 are units behind a figure alone: 责任, 合作. */
function isUnit(character: string): boolean {
  return UNITS.includes(character) || '什抬佬'.includes(character);
}

/** 柒拾会元: between such a unit and 元 only a figure can stand. */
function isTens(character: string): boolean {
  return '拾佰仟'.includes(character);
}

function isWord(character: string): boolean {
  return (
    /^\p{Script=Han}$/u.test(character) && !LEADS.includes(character) && !'一二三四五六七八九十两'.includes(character)
  );
}

function mended(character: string): string {
  if (character === '件') return '仟';
  return READ_FOR[character] ?? (isPart(character) ? character : WORN);
}

const TWIN = /^([整正]?[(〈《]?)([^\d(),，。;；、元的以¥]{1,2})(?=\d[\d,，.]{1,14}元?\))/u;

/** Places between 元整 and the figures behind it that hold what was read for ¥, and may have taken the first figure along. */
function lostIn(text: string, from: number): number[] {
  const twin = TWIN.exec(text.slice(from, from + 24));
  if (twin === null) return [];
  const at = from + (twin[1]?.length ?? 0);
  return Array.from({ length: twin[2]?.length ?? 0 }, (_, index) => at + index);
}
