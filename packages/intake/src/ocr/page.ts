import { type PageTable, type PageText, type TextRun, unifyRadicals } from '@anjuan/core';
import { PageWriter } from '../page-writer.ts';
import type { PicturePage, PictureRegion } from '../protocol.ts';
import { withChoices } from './choices.ts';
import { withoutStrayQuotes } from './quotes.ts';
import type { OcrWord } from './tesseract.ts';

interface Line {
  readonly key: string;
  readonly runs: TextRun[];
  text: string;
  right: number;
}

/** Lines of one region of the page, in the order they were recognised. */
interface Block {
  readonly cell: PictureRegion['cell'];
  readonly lines: Line[];
}

/** A page as intake delivers it, from the words recognised on its picture: cells of tables row by row, everything else as it stands. */
export function pageOfWords(number: number, picture: PicturePage, words: readonly OcrWord[]): PageText {
  const blocks = picture.regions.map((region): Block => ({ cell: region.cell, lines: [] }));
  for (const word of withChoices(withoutStrayQuotes(words), picture)) {
    if (isNoPrint(word)) continue;
    const index = regionOf(picture.regions, word.top + word.height / 2);
    const region = picture.regions[index];
    const block = blocks[index];
    if (region !== undefined && block !== undefined) addWord(block, word, runOf(word, region, picture));
  }
  const writer = new PageWriter();
  const tables: PageTable[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    if (block.cell === null) {
      for (const line of block.lines) writer.line([line]);
      continue;
    }
    const [table] = block.cell;
    const own: Block[] = [];
    for (; blocks[at]?.cell?.[0] === table; at++) own.push(blocks[at] as Block);
    at--;
    tables.push(writeTable(writer, picture, table, own));
  }
  return {
    number,
    width: round(picture.width),
    height: round(picture.height),
    text: writer.text,
    lines: writer.lines,
    source: 'scan',
    ...(picture.turn === 0 ? {} : { turn: picture.turn }),
    // Its words stay, but what is not among them may have been on it.
    ...(picture.damaged ? { unread: `第 ${number} 页的图像不完整或已损坏，请对照原件` } : {}),
    ...(tables.length > 0 ? { tables } : {}),
    seals: picture.seals.map(([left, top, right, bottom]) => ({
      box: [round(left), round(top), round(right), round(bottom)],
    })),
  };
}

/** The left of a wide character is often read as 和 of its own, too narrow to be one; white space of a worn page as a mark of quotation. */
function isNoPrint({ text, width, height, confidence }: OcrWord): boolean {
  return (text === '和' && confidence < 0.8 && width < 0.55 * height) || (/^[“”"]$/u.test(text) && confidence < 0.2);
}

/** Mean confidence of the words by their length; 0 where there are none. */
export function meanConfidence(words: readonly OcrWord[]): number {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  return characters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / characters;
}

function regionOf(regions: readonly PictureRegion[], row: number): number {
  let found = 0;
  for (const [index, region] of regions.entries()) if (region.place <= row) found = index;
  return found;
}

function addWord(block: Block, word: OcrWord, run: TextRun): void {
  const last = block.lines.at(-1);
  if (last === undefined || last.key !== word.line) {
    block.lines.push({ key: word.line, runs: [run], text: run.text, right: run.x + run.width });
    return;
  }
  const size = Math.max(6, Math.min(run.height, 30));
  const gap = run.x - last.right;
  const latin = /[0-9A-Za-z]$/u.test(last.text) && /^[0-9A-Za-z]/u.test(run.text);
  last.text += (gap > size * 1.6 || word.apart === true ? '  ' : latin && gap > size * 0.3 ? ' ' : '') + run.text;
  last.runs.push(run);
  last.right = run.x + run.width;
}

/** A word with its box on the page: moved from the stacked picture back to its region, then turned back by the lean. */
function runOf(word: OcrWord, region: PictureRegion, { dots, angle, pixels }: PicturePage): TextRun {
  let x = word.left + word.width / 2;
  let y = word.top + word.height / 2 - region.place + region.pixels[1];
  if (angle !== 0) {
    const [cx, cy] = [pixels.width / 2, pixels.height / 2];
    const [dx, dy] = [x - cx, y - cy];
    x = Math.cos(angle) * dx - Math.sin(angle) * dy + cx;
    y = Math.sin(angle) * dx + Math.cos(angle) * dy + cy;
  }
  return {
    text: unifyRadicals(word.text),
    x: round((x - word.width / 2) / dots),
    y: round((y - word.height / 2) / dots),
    width: round(word.width / dots),
    height: round(word.height / dots),
    confidence: round(word.confidence),
    ...(word.disputed ? { disputed: true as const } : {}),
    ...(word.agreed ? { agreed: true as const } : {}),
  };
}

/** Cells of a row stand in one line with two spaces between; a cell of several lines goes on in lines of its own. */
function writeTable(writer: PageWriter, picture: PicturePage, table: number, blocks: readonly Block[]): PageTable {
  const lines = new Map(blocks.map((block) => [block.cell?.[1] ?? -1, block.lines]));
  let row = -1;
  const found = (picture.tables[table] ?? []).map((cell, index) => {
    if (cell.row !== row) writer.breakLine();
    row = cell.row;
    const range = writer.cell(upright(lines.get(index) ?? []));
    const [left, top, right, bottom] = cell.box;
    return {
      row: cell.row,
      column: cell.column,
      rows: cell.rows,
      columns: cell.columns,
      ...range,
      box: [round(left), round(top), round(right), round(bottom)] as const,
    };
  });
  writer.breakLine();
  return { cells: found };
}

/** Words written downwards in a narrow cell, one character a line, are one line; two a line may be names. */
function upright(lines: readonly Line[]): readonly (readonly Line[])[] {
  const narrow = lines.length > 1 && lines.every((line) => line.text.length <= 1);
  return narrow ? [lines] : lines.map((line) => [line]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
