import { rm, writeFile } from 'node:fs/promises';
import { type Limits, Unreadable } from '../limits.ts';
import { type Plain, PlainReader, plainHead } from '../plain.ts';
import { tellBlanks } from './blanks.ts';
import { besideGaps } from './gaps.ts';
import { inkBetween } from './holes.ts';
import { charactersTaught, type LineReader } from './lines.ts';
import { lostRows, withLostRows } from './lost-rows.ts';
import { meanConfidence } from './page.ts';
import { stretchesOf } from './stretches.ts';
import { countStrokes } from './strokes.ts';
import { type OcrWord, recognisePictures } from './tesseract.ts';
import { weighed } from './weigh.ts';

/** A page as recognised: its picture (plain) and its words. */
export interface Looked {
  readonly file: string;
  readonly words: readonly OcrWord[];
}

interface Line {
  readonly page: number;
  readonly words: readonly OcrWord[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page less certain than this lies upside down or is no print. */
const readable = 0.6;
/** Words less certain than this make their line worth a second look. */
const doubted = 0.6;
/** As much of a page's print is looked at again, and one line at least, so that recognition stays within a tenth longer. */
const mostAgain = 0.06;
/** So much of it by the second model, which takes twice the work of the first a character. */
const mostTwice = { usual: 0.08, bad: 0.2 };
/** What a line costs besides its print, in widths of the page. */
const startOfLine = 0.1;
/** White around the print of a line, in pixels; what is cut from the page reaches so far beyond its words. */
const white = 10;
const beyond = { x: 10, y: 6 };
/** Seconds of work for the lines of some pages. */
const mostWork = 10;
/** By so much the second reading must be surer to stand. */
const surer = 0.02;

/** What facts are made of: figures, capitals of sums, numbers of papers, days, labels, titles of the law and places in it. */
const telling = /[\d壹贰叁肆伍陆柒捌玖拾佰仟〇:：元]|[第字罚][\p{L}\p{N}]{0,6}号|[年月]|第.{1,6}[条款项]|局|公司/u;

/** Who looks again: a second model where there is one, else the first on single lines. */
export interface SecondLook {
  readonly lines: LineReader;
  readonly limits: Limits;
  readonly signal?: AbortSignal;
}

/**
 * A second look at what was read badly and may tell a fact, by a model that errs elsewhere ({@link weighed}). Where there is none, single
 * lines are given to the first again ({@link chooseReading}). 一, 二 and 三 are counted, blanks between names told. The words of pages without such places, or of which the look fails, stay.
 */
export async function lookAgain(pages: readonly Looked[], how: SecondLook): Promise<(readonly OcrWord[])[]> {
  const twice = await readTwice(pages, how);
  if (twice !== null) return twice;
  const read = await readAlone(pages, how.signal);
  const pictures = new PlainReader();
  for (const [page, { file }] of pages.entries()) read[page] = seenIn(await pictures.read(file), read[page] ?? []);
  return read;
}

/** The words with what the picture alone tells. */
function seenIn(picture: Plain, words: readonly OcrWord[]): readonly OcrWord[] {
  return tellBlanks(besideGaps(countStrokes(words, picture), picture), picture);
}

async function readTwice(
  pages: readonly Looked[],
  { lines, limits, signal }: SecondLook,
): Promise<(readonly OcrWord[])[] | null> {
  const read: (readonly OcrWord[])[] = [];
  const taught = await charactersTaught();
  const pictures = new PlainReader();
  for (const { file, words } of pages) {
    const isRead = meanConfidence(words) >= readable;
    const stretches = isRead ? stretchesOf(words, shareOf(words)) : [];
    const picture = await pictures.read(file);
    const lost = isRead ? lostRows(words, picture) : [];
    const boxes = [...stretches.map(({ box }) => box), ...lost];
    const found = boxes.length === 0 ? [] : await lines.read({ file, boxes }, limits, signal);
    if (found === null) return null;
    const second = new Map<OcrWord, readonly OcrWord[]>();
    for (const [index, stretch] of stretches.entries()) {
      const inked = (from: number, to: number): boolean => inkBetween(picture, stretch.words, from, to);
      for (const [at, own] of weighed(stretch, found[index] ?? [], taught, inked).entries())
        second.set(stretch.words[at] as OcrWord, own);
    }
    const own = words.flatMap((word) => second.get(word) ?? [word]).filter(({ text }) => text !== '');
    read.push(seenIn(picture, withLostRows(own, lost, found.slice(stretches.length))));
  }
  return read;
}

/**
 * Each line a picture of its own: next to other lines the engine misjudges where a short one, or one in a worn place, stands. What is read more
 * surely alone takes the place of what was read first; figures that differ and are doubtful in both are marked.
 */
async function readAlone(pages: readonly Looked[], signal?: AbortSignal): Promise<(readonly OcrWord[])[]> {
  const read = pages.map(({ words }) => words);
  const lines = pages.flatMap(({ words }, page) => linesAgain(words, page));
  const files: string[] = [];
  const pictures = new PlainReader();
  try {
    for (const [page, { file }] of pages.entries()) {
      const own = lines.filter((line) => line.page === page);
      if (own.length === 0) continue;
      const picture = await pictures.read(file);
      for (const [index, line] of own.entries()) {
        const to = `${file}.${index}.tif`;
        files.push(to);
        await writeFile(to, cut(picture, line));
      }
    }
    const hear = (at: number, words: readonly OcrWord[] | Unreadable): void => {
      const line = lines[at];
      if (line === undefined || words instanceof Unreadable) return;
      read[line.page] = replaced(read[line.page] ?? [], line, placed(words, line));
    };
    if (files.length > 0) await recognisePictures(files, mostWork, hear, signal, 'line');
    return read;
  } finally {
    await Promise.all(files.map((file) => rm(file, { force: true })));
  }
}

/** The lines of a page to look at again, the worst first as far as it may take, in the order of the page. */
export function linesAgain(words: readonly OcrWord[], page: number): Line[] {
  if (meanConfidence(words) < readable) return [];
  const lines = new Map<string, OcrWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const width = Math.max(1, ...words.map((word) => word.left + word.width));
  const found = [...lines.values()].flatMap((own) => {
    const text = own.map((word) => word.text).join('');
    const doubt = own.reduce((sum, word) => sum + doubtOf(word), 0);
    const box = {
      page,
      words: own,
      left: Math.min(...own.map((word) => word.left)),
      top: Math.min(...own.map((word) => word.top)),
      right: Math.max(...own.map((word) => word.left + word.width)),
      bottom: Math.max(...own.map((word) => word.top + word.height)),
    };
    const share = (box.right - box.left) / width;
    const matters = telling.test(text) || text.length <= 6;
    return doubt === 0 || !matters ? [] : [{ box, share, doubt: doubt / (0.2 + share) }];
  });
  found.sort((a, b) => b.doubt - a.doubt);
  const most = mostAgain * [...lines.values()].reduce((sum, own) => sum + widthOf(own) / width + startOfLine, 0);
  let used = 0;
  const chosen = found.filter(({ share }) => {
    const first = used === 0;
    used += share + startOfLine;
    return first || used <= most;
  });
  return chosen.map(({ box }) => box).sort((a, b) => a.top - b.top);
}

function widthOf(words: readonly OcrWord[]): number {
  return Math.max(...words.map((word) => word.left + word.width)) - Math.min(...words.map((word) => word.left));
}

function doubtOf({ text, confidence }: OcrWord): number {
  if (confidence >= doubted || !/[\p{L}\p{N}]/u.test(text)) return 0;
  return (doubted - confidence) * (/[\d壹贰叁肆伍陆柒捌玖拾佰]/u.test(text) ? 2 : 1);
}

/** The part of a picture that holds the line, with white around it. */
function cut({ width, height, from, bytes }: Plain, line: Line): Buffer {
  const left = Math.max(0, line.left - beyond.x);
  const right = Math.min(width, line.right + beyond.x);
  const top = Math.max(0, line.top - beyond.y);
  const bottom = Math.min(height, line.bottom + beyond.y);
  const size = { width: Math.max(1, right - left) + 2 * white, height: Math.max(1, bottom - top) + 2 * white };
  const title = plainHead(size.width, size.height);
  const out = Buffer.alloc(title.length + size.width * size.height, 255);
  title.copy(out);
  for (let y = top; y < bottom; y++) {
    const row = bytes.subarray(from + y * width + left, from + y * width + right);
    out.set(row, title.length + (y - top + white) * size.width + white);
  }
  return out;
}

/** The words of the piece where they stand on the page, in the line they were cut from. */
function placed(words: readonly OcrWord[], line: Line): OcrWord[] {
  const [x, y] = [Math.max(0, line.left - beyond.x) - white, Math.max(0, line.top - beyond.y) - white];
  return words.map((word) => ({
    ...word,
    left: word.left + x,
    top: word.top + y,
    line: line.words[0]?.line ?? word.line,
  }));
}

function replaced(page: readonly OcrWord[], line: Line, second: readonly OcrWord[]): readonly OcrWord[] {
  const chosen = chooseReading(line.words, second);
  const first = page.findIndex((word) => word.line === line.words[0]?.line);
  const others = page.filter((word) => word.line !== line.words[0]?.line);
  return [...others.slice(0, first), ...chosen, ...others.slice(first)];
}

/** The surer of two readings of one line; its figures are disputed where the other has different ones and neither is sure of them. */
export function chooseReading(first: readonly OcrWord[], second: readonly OcrWord[]): readonly OcrWord[] {
  if (second.length === 0) return first;
  const [a, b] = [meanConfidence(first), meanConfidence(second)];
  const size = (words: readonly OcrWord[]): number => words.reduce((sum, word) => sum + word.text.length, 0);
  // A reading that lost half of the line may well be sure of the rest.
  const whole = size(second) >= 0.7 * size(first) || size(first) <= 6;
  const chosen = b > a + surer && whole ? second : first;
  const other = chosen === second ? first : second;
  if (figuresOf(chosen) === figuresOf(other)) return chosen;
  return chosen.map((word) =>
    word.confidence < doubted && figuresOf([word]) !== '' && !figuresOf(other).includes(figuresOf([word]))
      ? { ...word, disputed: true as const }
      : word,
  );
}

function figuresOf(words: readonly OcrWord[]): string {
  return words
    .map((word) => word.text.replace(/[^\d壹贰叁肆伍陆柒捌玖]+/gu, ' '))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** How much of a page's print is read twice: of a bad page twice what was read badly. */
function shareOf(words: readonly OcrWord[]): number {
  const print = (some: readonly OcrWord[]): number => some.reduce((sum, word) => sum + word.width, 0);
  const bad = print(words.filter((word) => word.confidence < doubted)) / Math.max(1, print(words));
  return Math.min(mostTwice.bad, Math.max(mostTwice.usual, 2 * bad));
}
