import type { PageText } from './types.ts';

/** Whether the words of the page were recognised on a picture. */
export function isScan(page: PageText): boolean {
  return page.source === 'scan';
}

/** Letters a recogniser reads where a figure stands; none of them is ever part of a credit code. */
const FIGURES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
};

/** What a recogniser makes of brackets, capital figures and days, mended where what stands around leaves no doubt; one character for one. */
export function mend(row: string): string {
  let out = mendDigits(row);
  if (/[〈〉《]/u.test(out)) out = mendBrackets(out);
  out = out.replace(/(?<=[年月])[\]lI!](?=[月日])/gu, '1');
  return out.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟万零什参百千佬伯任]{2,}(?=元[整正]?)/gu, (sum) =>
    /[壹贰叁肆伍陆柒捌玖拾佰仟]/u.test(sum) || /什/u.test(sum)
      ? sum
          .replaceAll('什', '仟')
          .replaceAll('任', '仟')
          .replaceAll('参', '叁')
          .replaceAll('佬', '佰')
          .replaceAll('伯', '佰')
      : sum,
  );
}

/** 〈 and 〉 are round brackets but within 《》; 《 that a round bracket closes is one. */
function mendBrackets(row: string): string {
  let out = '';
  let inside = 0;
  for (let at = 0; at < row.length; at++) {
    const character = row[at] ?? '';
    if (character === '《') {
      const rest = row.slice(at + 1, at + 12);
      const close = rest.search(/[)》]/u);
      if (close >= 0 && rest[close] === ')' && !rest.slice(0, close).includes('(')) {
        out += '(';
        continue;
      }
      inside++;
    } else if (character === '》') inside = Math.max(0, inside - 1);
    out += inside > 0 ? character : character === '〈' ? '(' : character === '〉' ? ')' : character;
  }
  return out;
}

/** A line with such letters between figures, or beside one where no other letter is, taken for the figures they look like. */
export function mendDigits(row: string): string {
  if (!/[OoQlIiZzSsb]/.test(row)) return row;
  let out = '';
  for (let at = 0; at < row.length; at++) {
    const figure = FIGURES[row[at] ?? ''];
    const before = out[at - 1] ?? '';
    const after = row[at + 1] ?? '';
    const beside = isFigure(before) || isFigure(after) || (FIGURES[after] !== undefined && isFigure(row[at + 2] ?? ''));
    const inWord =
      (isLetter(before) && FIGURES[before] === undefined) || (isLetter(after) && FIGURES[after] === undefined);
    out += figure !== undefined && beside && !inWord ? figure : (row[at] ?? '');
  }
  return out;
}

function isFigure(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

function isLetter(character: string): boolean {
  return /^[A-Za-z]$/.test(character);
}

/** Marks alone say nothing of a value; the brackets of a year pull its word down, and 公司 ends a name whatever the recogniser thinks. */
function confidenceOf(word: string, confidence: number): number | null {
  if (!/[\p{L}\p{N}]/u.test(word)) return null;
  if (/^[^\p{L}\p{N}]?(?:19|20)\d\d[^\p{L}\p{N}]$/u.test(word) || word === '公司') return Math.max(confidence, 0.8);
  return confidence;
}

/** Of the words within the range of the page: the least certain where `strict` is asked, else the mean. */
export function certaintyAt(page: PageText, [start, end]: readonly [number, number], strict: boolean): number {
  let least = 1;
  let sum = 0;
  let count = 0;
  for (const line of page.lines) {
    if (line.end <= start || line.start >= end) continue;
    const row = page.text.slice(line.start, line.end);
    let at = 0;
    for (const run of line.runs) {
      const found = row.indexOf(run.text, at);
      const from = line.start + (found === -1 ? at : found);
      at = from - line.start + run.text.length;
      if (run.confidence === undefined || from >= end || from + run.text.length <= start) continue;
      const confidence = confidenceOf(run.text, run.confidence);
      if (confidence === null) continue;
      least = Math.min(least, confidence);
      sum += confidence;
      count++;
    }
  }
  if (count === 0) return 1;
  return strict ? least : sum / count;
}
