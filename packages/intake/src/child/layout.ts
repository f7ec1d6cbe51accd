import type { PageLine, PageText, TextRun } from '@anjuan/core';

/** A piece of text on a page with its baseline; `turned` pieces (round seals, watermarks) do not run along the line. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
  readonly turned: boolean;
}

interface OpenLine {
  readonly pieces: Piece[];
  /** Some piece was written after its right neighbour. */
  mixed: boolean;
  readonly baseline: number;
  height: number;
  right: number;
}

interface Line {
  readonly runs: readonly TextRun[];
  readonly text: string;
}

/** Share of the type size that stands above the baseline. */
const ascent = 0.88;

/**
 * Lines of a page from its pieces in the order the producer wrote them, which follows sentences and cells of tables. A wide gap, as
 * between cells, becomes two spaces. Turned pieces come last, each run of them a line, so that a seal does not cut a sentence.
 */
export function layOut(number: number, width: number, height: number, pieces: readonly Piece[]): PageText {
  const open: OpenLine[] = [];
  for (const piece of pieces) {
    if (piece.turned || piece.text.trim() === '') continue;
    const line = open.at(-1);
    if (line !== undefined && continues(line, piece)) {
      line.pieces.push(piece);
      line.right = Math.max(line.right, piece.x + piece.width);
      line.height = Math.max(line.height, piece.height);
    } else if (line !== undefined && fillsGap(line, piece)) {
      line.pieces.push(piece);
      line.mixed = true;
    } else {
      const { baseline, height, x, width: own } = piece;
      open.push({ pieces: [piece], mixed: false, baseline, height, right: x + own });
    }
  }
  const lines = open.map(lineOf);
  const turned = pieces.filter((piece) => piece.turned && piece.text.trim() !== '');
  if (turned.length > 0) lines.push({ runs: turned.map(runOf), text: turned.map((piece) => piece.text).join('') });
  let text = '';
  const placed: PageLine[] = lines.map((line, index) => {
    if (index > 0) text += '\n';
    const start = text.length;
    text += line.text;
    return { start, end: text.length, runs: line.runs };
  });
  return { number, width, height, text, lines: placed };
}

/**
 * Pieces in the order people read them, row by row, where the producer wrote them in another: forms write all labels first, then what
 * was filled in. Pages written in running order stay as they are, since that order follows cells.
 */
export function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const flat = pieces.filter((piece) => !piece.turned && piece.text.trim() !== '');
  const jumps = flat.filter((piece, index) => {
    const before = flat[index - 1];
    return before !== undefined && before.baseline - piece.baseline > 2 * Math.max(piece.height, 1);
  }).length;
  if (jumps < Math.max(3, flat.length * 0.04)) return pieces;
  const rows: Piece[][] = [];
  for (const piece of flat.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first !== undefined && piece.baseline - first.baseline < 0.5 * Math.min(first.height, piece.height))
      row?.push(piece);
    else rows.push([piece]);
  }
  return [...rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x)), ...pieces.filter((piece) => piece.turned)];
}

/** Share of the type size by which print that was put on twice, to make it bold, is moved. */
const boldBy = 0.12;
/** Pieces of one wording that are compared. */
const mostAlike = 40;

/** Leaves out what is written once more in the same place: that is how some programs make print bold. */
export function once(pieces: readonly Piece[]): readonly Piece[] {
  const met = new Map<string, Piece[]>();
  const kept = pieces.filter((piece) => {
    const alike = met.get(piece.text);
    if (alike === undefined) {
      met.set(piece.text, [piece]);
      return true;
    }
    const by = boldBy * Math.max(piece.height, 1);
    const again = alike.some((one) => Math.abs(one.x - piece.x) < by && Math.abs(one.baseline - piece.baseline) < by);
    if (!again && alike.length < mostAlike) alike.push(piece);
    return !again || piece.text.trim() === '';
  });
  return kept.length === pieces.length ? pieces : kept;
}

function continues(line: OpenLine, piece: Piece): boolean {
  const size = Math.max(line.height, piece.height, 1);
  const off = Math.abs(line.baseline - piece.baseline);
  if (off > size * 0.35) return isRaised(line, piece, off);
  return piece.x > line.right - size * 1.2;
}

/** Small characters right behind others stand higher or lower without leaving their line: squares of metres, marks of notes. */
function isRaised(line: OpenLine, piece: Piece, off: number): boolean {
  const isSmall = piece.height < line.height * 0.8;
  return isSmall && off < line.height * 0.65 && Math.abs(piece.x - line.right) < line.height * 0.3;
}

/** Characters of another typeface, brackets above all, are written after the rest of their line by some programs, and stand in the gaps left for them. */
function fillsGap({ pieces, baseline, height }: OpenLine, piece: Piece): boolean {
  const size = Math.max(height, piece.height, 1);
  if (Math.abs(baseline - piece.baseline) > size * 0.35 || piece.x < (pieces[0]?.x ?? 0)) return false;
  const [left, right] = [piece.x + size * 0.1, piece.x + piece.width - size * 0.1];
  return pieces.every((one) => one.x >= right || one.x + one.width <= left);
}

function lineOf({ pieces, mixed }: OpenLine): Line {
  const runs: TextRun[] = [];
  let text = '';
  let right = 0;
  for (const piece of mixed ? pieces.toSorted((a, b) => a.x - b.x) : pieces) {
    const last = runs.at(-1);
    const size = Math.max(piece.height, 1);
    const gap = piece.x - right;
    const space = last === undefined ? '' : gap > size * 0.9 ? '  ' : gap > size * 0.22 ? ' ' : '';
    // Neighbouring pieces of one size are one run: fewer to carry, and boxes stay proportional.
    if (
      space === '' &&
      last !== undefined &&
      Math.abs(last.height - piece.height) < 0.5 &&
      isWide(last.text) === isWide(piece.text)
    )
      runs[runs.length - 1] = { ...last, text: last.text + piece.text, width: piece.x + piece.width - last.x };
    else runs.push(runOf(piece));
    text += (text.endsWith(' ') ? '' : space) + piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  return { runs, text };
}

/** Whether all characters are as wide as they are high; only such runs may be cut in proportion to their characters. */
function isWide(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 0x2e80) return false;
  return true;
}

function runOf(piece: Piece): TextRun {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    text: piece.text,
    x: round(piece.x),
    y: round(piece.baseline - piece.height * ascent),
    width: round(piece.width),
    height: round(piece.height),
  };
}

/** A page of plain lines, where the format has no positions. */
export function plainPage(number: number, rows: readonly string[]): PageText {
  let text = '';
  const lines: PageLine[] = rows.map((row, index) => {
    if (index > 0) text += '\n';
    const start = text.length;
    text += row;
    return { start, end: text.length, runs: [] };
  });
  return { number, width: 0, height: 0, text, lines };
}

/** A page nobody could read, and why. */
export function unreadPage(number: number, width: number, height: number, unread: string): PageText {
  return { number, width, height, text: '', lines: [], unread };
}
