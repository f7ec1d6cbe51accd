import type { FileNotice, PageText } from '@anjuan/core';
import { unifyRadicals } from '@anjuan/core/radicals';
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

export interface OfdWords {
  readonly page: PageText;
  readonly notices: readonly FileNotice[];
  /** Nothing but a picture stands on it, or characters drawn as areas. */
  readonly pictured: boolean;
  readonly outlined: boolean;
}

const points = 72 / 25.4;

/** OFD counts from the top left corner, as cells do. */
const asItStands = [1, 0, 0, 1, 0, 0];

/** The words of a page with their places, form by cell; `stamps` are the seals and hands of electronic signatures on it. */
export function wordsOf(number: number, sheet: PageSheet, stamps: readonly Stamp[]): OfdWords {
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
  const wordless = page.text.trim() === '';
  const outlined = wordless && segmentsIn(sheet) >= ofCharacters;
  const pictured = outlined || (wordless && sheet.pictured > sheet.width * sheet.height * 0.2);
  return { page: isUncoded(page.text) ? { ...page, unread: uncoded(number) } : page, notices, pictured, outlined };
}

/** Pieces of paths of some fifty characters that are drawn as areas. */
const ofCharacters = 2000;

function segmentsIn({ items }: PageSheet): number {
  return items.reduce((sum, item) => sum + (item.kind === 'path' ? (item.path.match(/[LQCA]/gu)?.length ?? 0) : 0), 0);
}

/** Whether most of the characters are of a font's own numbering, which says nothing of what they show. */
function isUncoded(text: string): boolean {
  const own = text.match(/[\ue000-\uf8ff]/gu)?.length ?? 0;
  return own > 5 && own * 2 > text.replace(/\s/gu, '').length;
}

function uncoded(number: number): string {
  return `第 ${number} 页的文字所用字体没有编码信息，读不出字符；请用 OFD 阅读器打开，打印成 PDF 后再放入`;
}

function boxOfStamp({ box: { x, y, width, height } }: Stamp): Stroke {
  return [x * points, y * points, (x + width) * points, (y + height) * points];
}
