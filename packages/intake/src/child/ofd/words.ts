import { type FileNotice, type PageText, unifyRadicals } from '@anjuan/core';
import { layOutInCells } from '../cells.ts';
import { withPictures } from '../hands.ts';
import type { Piece } from '../layout.ts';
import { inReadingOrder, layOut } from '../layout.ts';
import { formsOf } from '../pdf/forms.ts';
import type { Stroke } from '../pdf/strokes.ts';
import { coveredOf } from './covers.ts';
import type { Sheet } from './objects.ts';
import type { Stamp } from './signatures.ts';
import { drawingOf } from './strokes.ts';

export interface PageSheet extends Sheet {
  /** Parts that belong on it and are missing or damaged. */
  readonly lost: string[];
  readonly width: number;
  readonly height: number;
}

interface WordsOf {
  readonly page: PageText;
  readonly notices: readonly FileNotice[];
  /** Nothing but a picture stands on it. */
  readonly pictured: boolean;
}

const points = 72 / 25.4;

/** OFD counts from the top left corner, as cells do. */
const asItStands = [1, 0, 0, 1, 0, 0];

/** The words of a page with their places, form by cell; `stamps` are the seals and hands of electronic signatures on it. */
export function wordsOf(number: number, sheet: PageSheet, stamps: readonly Stamp[]): WordsOf {
  const width = Math.round(sheet.width * points * 100) / 100;
  const height = Math.round(sheet.height * points * 100) / 100;
  const onPaper = (piece: Piece): boolean =>
    piece.x < width && piece.x + piece.width > 0 && piece.baseline > 0 && piece.baseline - piece.height < height;
  const seen = new Set(sheet.pieces.filter(onPaper).map((piece) => piece.text.trim()));
  // A watermark laid over the page in tiles goes on beyond its edges.
  const beyond = sheet.pieces.flatMap((piece) => (seen.has(piece.text.trim()) ? [] : [piece.text.trim()]));
  const covered = coveredOf(sheet.pieces, sheet.items);
  const pieces = sheet.pieces
    .filter((piece) => onPaper(piece) && !covered.has(piece))
    .map((piece) => ({ ...piece, text: unifyRadicals(piece.text) }));
  const { strokes, pictures } = drawingOf(sheet.items);
  const forms = formsOf(strokes, asItStands);
  const marked = withPictures(inReadingOrder(pieces), [...pictures, ...stamps.map(boxOfStamp)], forms);
  const inCells = forms.length === 0 ? null : layOutInCells({ number, width, height }, marked, forms);
  const read = inCells ?? layOut(number, width, height, marked);
  const lost = [...new Set(sheet.lost)].join('和');
  const page = lost === '' ? read : { ...read, unread: `第 ${number} 页的${lost}缺失或已损坏，请对照原件` };
  const told = (message: string, all: readonly string[]): FileNotice[] => {
    const words = all.filter((text) => text !== '').join(' ');
    return words === '' ? [] : [{ kind: 'hidden', page: number, message, quote: words.slice(0, 200) }];
  };
  const notices = [
    ...told('此页含有看不见的文字（不显示、被色块或者图像盖住、与纸张同色，或者字小得看不出），没有采信', [
      ...sheet.hidden,
      ...[...covered].map((piece) => piece.text.trim()),
    ]),
    ...told('此页的纸面之外还写有文字，页面上看不到，没有采信', beyond),
  ];
  const pictured = page.text.trim() === '' && sheet.pictured > sheet.width * sheet.height * 0.2;
  return { page, notices, pictured };
}

function boxOfStamp({ box: { x, y, width, height } }: Stamp): Stroke {
  return [x * points, y * points, (x + width) * points, (y + height) * points];
}
