import { phrasesIn } from './mending/phrases.ts';
import { isContested, placesIn } from './mending/places.ts';
import { foldUnit, isBlank } from './normalise.ts';
import type { PageText, TextRun } from './types.ts';

/** Whether the words of the page were recognised on a picture. */
export function isScan(page: PageText): boolean {
  return page.source === 'scan';
}

/** Figures and capital numerals keep this certainty however the engine doubts: it takes marks for them, never one for another. */
const figuresAre = { doubted: 0.75, rejected: 0.62 };
const rejected = 0.3;
/** Words less certain than this that are disputed besides are worth nothing. */
const disputable = 0.5;
/** A bracket shares its doubt with the word it was cut from. */
const besideBracket = 0.8;

/** A character within a fixed phrase of legal papers, whatever was read in its place. */
const inPhrase = 0.85;
/** A place there is, read as it is written: of 58 that the engine rejected a character of, one was another place. */
const inPlace = 0.75;
const Mark = { phrase: 1, place: 2 } as const;
/** Several characters the engine gives as one word are one it knows: unless it all but rejects them, nineteen in twenty are right. */
const wholeWord = { from: 0.35, worth: 0.65 };
/** `counted` is what intake gives to one put right by counting its strokes in the picture. */
const strokes = { sure: 0.8, worth: 0.7, counted: 0.75 };

/** A character of a name that one model alone read, and none too surely: rare ones are read so for common ones. */
const readOnce = { person: 0.85, name: 0.75, worth: 0.55 };

/** Signs whose place in a date, an article or a number of a paper says what they are. */
const structure = /[年月日时分第条款项号元整字罚扣决告许准]/gu;
const figures = /[\d〇四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰仟万零什参\]]/gu;
const figure = /[\d壹贰叁肆伍陆柒捌玖]/u;
const bracket = /[(（)）〈〉《》〔〕[\]【】]/u;

/** How sure the part of a word is that lies in a range; null where it says nothing of a value. */
function confidenceOf(
  run: TextRun,
  part: string,
  beside: readonly (TextRun | undefined)[],
  within: Within,
): number | null {
  const confidence = run.confidence ?? 1;
  // 【2024]j: a stroke beside the bracket that closes the year.
  if (/^[〕\]】)][jJ」]$/u.test(run.text)) return null;
  if (run.disputed && (figure.test(part) || (run.confidence ?? 1) < disputable)) return 0;
  const words = part.replace(/[^\p{L}\p{N}\]]/gu, '');
  // 3月18有日: 日 seen twice, which the text leaves out.
  if (words === '有' && /\d$/u.test(beside[0]?.text ?? '') && /^日/u.test(beside[1]?.text ?? '')) return null;
  // 14刁: 日 read so says nothing of the figures before it.
  if (/^[晶刁]$/u.test(words) && /\d$/u.test(beside[0]?.text ?? '')) return null;
  if (within === 'day' && isSignOfDay(words, beside)) return null;
  // One stroke more or less makes another of these.
  if (/^[一二三]$/u.test(words) && confidence < strokes.sure)
    return confidence === strokes.counted ? confidence : confidence * strokes.worth;
  // A115 or A15: nothing tells.
  if (/[A-Za-z][lIoO]\d|\d[lIoO][A-Za-z\d]/u.test(run.text) && /[A-Za-z\d]/u.test(part))
    return Math.min(confidence, rejected);
  // S7幢 or 57幢: two readers have to agree.
  if (/^[SZ]\d/.test(run.text) && part.startsWith(run.text[0] ?? '') && run.agreed !== true)
    return Math.min(confidence, rejected);
  // 款头镇: in a name such a sign is a character like any other.
  const telling = words.replace(within === null || within === 'day' ? structure : /[号第]/gu, '');
  if (telling === '') return words === '' ? null : Math.max(confidence, besideBracket);
  const rest = /^[OoＯ]+$/u.test(telling) ? '' : telling.replace(figures, '');
  if (rest === '') {
    const least = confidence < rejected ? figuresAre.rejected : figuresAre.doubted;
    return hasRoom(run, beside[1]) ? Math.max(confidence, least) : Math.min(confidence, 0.3);
  }
  // 公司 ends a name whatever the recogniser thinks.
  if (words === '公司') return Math.max(confidence, besideBracket);
  if (/^\p{Script=Han}{2,}$/u.test(run.text) && confidence >= wholeWord.from)
    return Math.max(confidence, wholeWord.worth);
  if (isReadOnce(run, confidence, within)) return Math.min(confidence, readOnce.worth);
  const shared = bracket.test(run.text) || beside.some((one) => isDoubtfulBracket(one, confidence));
  return shared ? Math.max(confidence, besideBracket) : confidence;
}

/** 28扫, 二口二六年: what stands behind the last figure of a row that is a day, and before the tens of a year in words, its place tells. */
function isSignOfDay(words: string, [before, behind]: readonly (TextRun | undefined)[]): boolean {
  if (!/^\p{Script=Han}$/u.test(words) || /[一二三四五六七八九十]/u.test(words)) return false;
  if (behind === undefined) return /^\d{1,2}$/u.test(before?.text ?? '');
  return /二$/u.test(before?.text ?? '') && /^[一二]/u.test(behind.text);
}

function isReadOnce({ text, agreed }: TextRun, confidence: number, within: Within): boolean {
  return (
    (within === 'person' || within === 'name') &&
    agreed !== true &&
    confidence < readOnce[within] &&
    /^\p{Script=Han}$/u.test(text)
  );
}

function isDoubtfulBracket(run: TextRun | undefined, confidence: number): boolean {
  return run !== undefined && bracket.test(run.text) && Math.abs((run.confidence ?? 1) - confidence) < 0.006;
}

/** `1]` is 11 where the word is as wide as two figures, else 1 with a stroke too many; `1` as wide as two lost one. */
function hasRoom({ text, width, height, confidence = 1 }: TextRun, next: TextRun | undefined): boolean {
  if (text === '1' && confidence < rejected) return height > 0 && width / height < 0.6;
  if (!/^\d*[1-9]\d*\]\d*$/u.test(text)) return true;
  // No month and no day has three figures: there the stroke was left out.
  if (text.length === 3 && /^[月日]/u.test(next?.text ?? '')) return true;
  const figuresWide = height > 0 ? width / height / text.length : 0;
  return figuresWide >= 0.3 && figuresWide <= 0.62;
}

const phrased = new WeakMap<PageText, Uint8Array>();

/** For each character of the page's text, whether it stands within a fixed phrase, or a listed place that the page does not confound with another. */
function phrasesOf(page: PageText): Uint8Array {
  const before = phrased.get(page);
  if (before !== undefined) return before;
  const places: number[] = [];
  let dense = '';
  for (let at = 0; at < page.text.length; at++) {
    const code = page.text.charCodeAt(at);
    if (isBlank(code)) continue;
    dense += foldUnit(code);
    places.push(at);
  }
  const marks = new Uint8Array(page.text.length);
  const named = placesIn(dense);
  const mark = (start: number, end: number, what: number): void => {
    for (let at = start; at < end; at++) marks[places[at] ?? 0] = what;
  };
  for (const { start, end, name } of named)
    if (!isContested(dense, name, dense[end - 1] ?? '')) mark(start, end, Mark.place);
  for (const { start, words } of phrasesIn(dense)) mark(start, start + words.length, Mark.phrase);
  phrased.set(page, marks);
  return marks;
}

/** What every character of the half-open range is worth by where it stands; 0 where one stands in neither. */
function worthOf(marks: Uint8Array, from: number, to: number): number {
  let least: number = to > from ? inPhrase : 0;
  for (let at = from; at < to; at++)
    least = Math.min(least, marks[at] === Mark.phrase ? inPhrase : marks[at] === Mark.place ? inPlace : 0);
  return least;
}

/** What the words are part of, where any character may stand in it. */
export type Within = 'person' | 'name' | 'address' | 'day' | null;

/** Of the words within the range of the page: the least certain where `strict` is asked, else the mean. */
export function certaintyAt(
  page: PageText,
  [start, end]: readonly [number, number],
  strict: boolean,
  within: Within = null,
): number {
  const marks = phrasesOf(page);
  let least = 1;
  let sum = 0;
  let count = 0;
  for (const line of page.lines) {
    if (line.end <= start || line.start >= end) continue;
    const row = page.text.slice(line.start, line.end);
    let at = 0;
    for (const [index, run] of line.runs.entries()) {
      const found = row.indexOf(run.text, at);
      const from = line.start + (found === -1 ? at : found);
      at = from - line.start + run.text.length;
      if (run.confidence === undefined || from >= end || from + run.text.length <= start) continue;
      const part = run.text.slice(Math.max(0, start - from), end - from);
      const read = confidenceOf(run, part, [line.runs[index - 1], line.runs[index + 1]], within);
      if (read === null) continue;
      const fixed = worthOf(marks, Math.max(start, from), Math.min(end, from + run.text.length));
      // What a sign of structure is worth by its place stands.
      const told = run.text.length === 1 && read === run.confidence ? page.elsewhere?.get(from)?.certainty : undefined;
      const confidence = fixed > 0 ? Math.max(read, fixed) : (told ?? read);
      least = Math.min(least, confidence);
      sum += confidence;
      count++;
    }
  }
  if (count === 0) return 1;
  return strict ? least : sum / count;
}

/** A place where a character was read less surely than this says nothing of the others. */
const together = 0.4;

/** How surely words were read on the pages that have them: each character where it was read best, for the same reading in two places is hardly wrong in both. */
export function readTogether(pages: Iterable<PageText>, words: string, within: Within): number {
  const best = new Array<number>(words.length).fill(0);
  let one = 0;
  for (const page of pages)
    for (let at = page.text.indexOf(words); at !== -1; at = page.text.indexOf(words, at + words.length)) {
      const each = best.map((_, index) => certaintyAt(page, [at + index, at + index + 1], true, within));
      one = Math.max(one, certaintyAt(page, [at, at + words.length], true, within));
      if (Math.min(...each) < together) continue;
      for (const [index, certainty] of each.entries()) best[index] = Math.max(best[index] ?? 0, certainty);
    }
  return Math.max(one, Math.min(...best));
}

/** Whether two readers read the word alike that stands at the offset of the page. */
export function isAgreed(page: PageText, place: number): boolean {
  return runAt(page, place)?.agreed === true;
}

/** The run of words that stands at the offset of the page; undefined where none does. */
export function runAt(page: PageText, place: number): TextRun | undefined {
  for (const line of page.lines) {
    if (line.end <= place || line.start > place) continue;
    const row = page.text.slice(line.start, line.end);
    let at = 0;
    for (const run of line.runs) {
      const found = row.indexOf(run.text, at);
      at = (found === -1 ? at : found) + run.text.length;
      if (line.start + at > place) return run;
    }
  }
  return undefined;
}
