import type { PictureBox, PicturePage } from '../protocol.ts';
import type { OcrWord } from './tesseract.ts';

/** Boxes are told from the picture: as sure as what two readers read alike. */
const seen = 0.95;
/** A tick without a box is told by where it stands. */
const told = 0.8;
/** Strokes a tick without a box is read as. */
const tick = /^[“”"']?(?:[vV√✓✔Jj丿]|[vV√]?[/／]|[yYN])[“”"']?$/u;
/** Marks that a recogniser sees where a box was taken off. */
const dirtBefore = /^[“”"'‘’`·.,、。_-]+/u;
const dirtBehind = /[“”"'‘’`·_-]+$/u;
/** An empty box within such a word is the character that looks like it. */
const mouth =
  /(?:[人户出进入路门窗港关海河江周湖汉林营浦张家岔山坝渡井端缺接袖胃两三亲裤洞道峡谷])口|口(?:[头述供罩腔岸径令味红袋子中号感香服译语粮罗])/u;
/** A character is so wide, in sides of a box. */
const perBox = 1.2;
const han = /^\p{Script=Han}$/u;

interface Placed {
  readonly word: OcrWord;
  readonly box: boolean;
}

/**
 * The words of a page with the boxes to tick that were taken off its picture, each where it stood: □ and ☑. On a row of boxes a stroke of its own
 * that stands where another would is a tick without a box.
 */
export function withChoices(words: readonly OcrWord[], { boxes, regions }: PicturePage): readonly OcrWord[] {
  if (boxes.length === 0) return words;
  const rows: Placed[][] = [];
  for (const word of words) {
    const row = rows.at(-1);
    if (row?.[0]?.word.line === word.line) row.push({ word, box: false });
    else rows.push([{ word, box: false }]);
  }
  const regionOf = (y: number): number => regions.findLastIndex(({ place }) => place <= y);
  for (const [index, box] of boxes.entries()) {
    const [left, top, right, bottom] = box.pixels;
    const middle = (top + bottom) / 2;
    const row = nearest(rows, middle, (y) => regionOf(y) === regionOf(middle));
    const word = wordOf(box, row?.[0]?.word.line ?? `box ${index}`);
    if (row === null) {
      const behind = rows.findIndex((own) => (own[0]?.word.top ?? 0) > middle);
      rows.splice(behind < 0 ? rows.length : behind, 0, [{ word, box: true }]);
      continue;
    }
    const x = (left + right) / 2;
    const at = row.findIndex((one) => middleOf(one, perBox * (right - left)) > x);
    row.splice(at < 0 ? row.length : at, 0, { word, box: true });
  }
  return rows.flatMap((row) => (row.some(({ box }) => box) ? settled(row) : row.map(({ word }) => word)));
}

function wordOf({ pixels: [left, top, right, bottom], ticked }: PictureBox, line: string): OcrWord {
  return {
    text: ticked ? '☑' : '□',
    left,
    top,
    width: right - left,
    height: bottom - top,
    confidence: seen,
    line,
    agreed: true,
  };
}

/** A word reaches over the blank before it as the engine measures it, hardly over the one behind. */
function middleOf({ word: { text, left, width }, box }: Placed, size: number): number {
  const print = [...text].reduce((sum, one) => sum + (han.test(one) ? 1 : 0.5), 0) * size;
  return box || width < 1.3 * print ? left + width / 2 : left + width - print / 2;
}

/** The row of words that the height runs through, the nearest to its middle. */
function nearest(rows: readonly Placed[][], y: number, isBeside: (y: number) => boolean): Placed[] | null {
  let [best, off] = [null as Placed[] | null, Infinity];
  for (const row of rows) {
    const top = Math.min(...row.map(({ word }) => word.top));
    const bottom = Math.max(...row.map(({ word }) => word.top + word.height));
    const away = Math.abs((top + bottom) / 2 - y);
    if (y < top - 6 || y > bottom + 6 || away >= off || !isBeside((top + bottom) / 2)) continue;
    [best, off] = [row, away];
  }
  return best;
}

/** A row with its boxes: what is the character 口 is told as such, dirt beside a box left out, a stroke in the place of one a tick. */
function settled(row: readonly Placed[]): OcrWord[] {
  return row.flatMap(({ word, box }, at) => {
    const [before, behind] = [row[at - 1], row[at + 1]];
    if (box) {
      const around = `${before?.word.text.at(-1) ?? ''}口${behind?.word.text[0] ?? ''}`;
      const inWord = word.text === '□' && mouth.test(around) && touches(before, word) && touches(behind, word);
      return [inWord ? { ...word, text: '口' } : word];
    }
    const beside = before?.box === true || behind?.box === true;
    const text = beside ? word.text.replace(before?.box === true ? dirtBefore : dirtBehind, '') : word.text;
    if (text === '') return [];
    const opens = before === undefined || gap(before.word, word) > 0.5 * word.height;
    const chooses = behind !== undefined && !behind.box && han.test(behind.word.text[0] ?? '');
    return [tick.test(word.text) && opens && chooses ? { ...word, text: '√', confidence: told } : { ...word, text }];
  });
}

function gap(one: OcrWord, next: OcrWord): number {
  return next.left - one.left - one.width;
}

function touches(one: Placed | undefined, box: OcrWord): boolean {
  if (one === undefined) return true;
  const [left, right] = one.word.left < box.left ? [one.word, box] : [box, one.word];
  return gap(left, right) < 0.35 * box.width;
}
