import type { PageText } from '@anjuan/core';
import { unifyRadicals } from '@anjuan/core/radicals';
import { layOutInCells } from '../cells.ts';
import { withPictures } from '../hands.ts';
import { layOut, once, type Piece, unreadPage } from '../layout.ts';
import { onlyOutlined } from '../outlined.ts';
import type { Drawing } from './bytes/drawing.ts';
import type { RawPdf } from './bytes/raw.ts';
import type { Complaints } from './damage.ts';
import { drawingOf } from './drawn.ts';
import { isUncoded, onlyPictured, underNotes, whyEmpty, withoutCodes } from './empty.ts';
import { boxesOf, formsOf } from './forms.ts';
import { lettersOf } from './letters.ts';
import { noOverlays, overlaysOf, withOverlays } from './overlays.ts';
import { AnnotationMode, type PdfDocument, type PdfPage } from './pdfjs.ts';
import { drawnOn, type Layers, seenOnly } from './seen.ts';
import { type Box, leaves } from './whereabouts.ts';

/** A page as it was read, and what there is to tell of it. */
export interface ReadPage {
  readonly page: PageText;
  /** Its words must be recognised on its picture. */
  readonly pictured: boolean;
  /** Words on it that nobody sees. */
  readonly hidden?: string;
  /** Words that stand off its paper. */
  readonly beyond?: string;
  /** Number of its object; 0 where it could not be had. */
  readonly object: number;
  /** Something of it was left out as damaged, it seems. */
  readonly troubled: boolean;
  /** Nothing at all is drawn on it. */
  readonly bare?: boolean;
  /** Beside its words a picture fills most of it. */
  readonly beside?: boolean;
  /** Beside its words it draws what may be characters. */
  readonly outlined?: boolean;
  /** It draws so much that nobody looked whether all its words can be seen. */
  readonly endless?: boolean;
}

/** Share of a page a picture must cover for text laid over it unseen to be a scanner's. */
const scanned = 0.5;

const nothingDrawn = { strokes: [], pictures: [] };

/** Characters over a scan at most, for them to be a number or a heading put on it later: the paper is what the scan shows. */
const mostOnScan = 60;
/** And at most, for what else the picture may show to be told. */
const mostBesidePicture = 400;

/** Characters at most beside those drawn as areas, for them to be no more than the number of the page: plans and maps have labels. */
const mostOnCurves = 12;

/** Pieces of paths of some fifty characters that are drawn as areas. */
const ofCharacters = 2000;

/** Marks of a printer's, for cutting and folding, are shorter. */
const fewestBeyond = 2;

type Listed = readonly [Awaited<ReturnType<PdfPage['getOperatorList']>>, boolean];

/** Reads single pages, several at a time; what can only be told by complaints goes one by one. */
export class PageReader {
  readonly #document: PdfDocument;
  readonly #complaints: Complaints;
  readonly #raw: RawPdf;
  readonly #layers: Layers | null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(document: PdfDocument, complaints: Complaints, raw: RawPdf, layers: Layers | null) {
    this.#document = document;
    this.#complaints = complaints;
    this.#raw = raw;
    this.#layers = layers;
  }

  async read(number: number): Promise<ReadPage> {
    const harm = (): number => this.#complaints.content + (this.#raw.sealed ? this.#complaints.data : 0);
    const before = harm();
    let page: PdfPage;
    try {
      page = await this.#document.getPage(number);
    } catch {
      const unread = `第 ${number} 页已损坏，读不出；请重新扫描或者导出这一页`;
      return { page: unreadPage(number, 0, 0, unread), pictured: false, object: 0, troubled: false };
    }
    const object = (page as { ref?: { num?: number } | null }).ref?.num ?? 0;
    const viewport = page.getViewport({ scale: 1 });
    const { width, height } = viewport;
    try {
      const drawing = this.#raw.drawings.get(object);
      const read = await this.#words(page, number, viewport, drawing);
      return { ...read, object, troubled: harm() > before, endless: drawing?.endless === true };
    } catch {
      const unread = `第 ${number} 页已损坏，读不出；请重新扫描或者导出这一页`;
      return { page: unreadPage(number, width, height, unread), pictured: false, object, troubled: false };
    } finally {
      page.cleanup();
    }
  }

  async #words(
    page: PdfPage,
    number: number,
    {
      width,
      height,
      transform,
    }: { readonly width: number; readonly height: number; readonly transform: readonly number[] },
    drawing: Drawing | undefined,
  ): Promise<Omit<ReadPage, 'object' | 'troubled'>> {
    const content = await page.getTextContent({ disableNormalization: true });
    const all = content.items.filter((item) => 'str' in item && item.str !== '') as TextItem[];
    const { layered, sealed, laidOver } = this.#raw;
    const over = laidOver ? await overlaysOf(page, transform) : noOverlays;
    const reaching = leaves(drawing?.reach ?? null, page.view as unknown as Box);
    /** Where what the page draws was not made out from the bytes as they lie, pdf.js tells it. */
    const apart = sealed || drawing === undefined || drawing.partial;
    const closely = layered || apart || reaching || drawing.doubtful;
    const listed =
      reaching || (closely && all.length + over.pieces.length > 0)
        ? await this.#alone(() => page.getOperatorList({ annotationMode: AnnotationMode.DISABLE }))
        : null;
    // What hangs on the page is painted over its words.
    const painted =
      over.covering && all.length > 0
        ? await this.#alone(() => page.getOperatorList({ annotationMode: AnnotationMode.ENABLE }))
        : null;
    const looked = painted ?? (closely ? listed : null);
    const layOutOf = (items: readonly TextItem[]): PageText => {
      const drawn = apart ? listed : null;
      const { strokes, pictures } = drawn === null ? (drawing ?? nothingDrawn) : drawingOf(drawn[0]);
      const forms = formsOf(strokes, transform);
      const read = lettersOf(items.map((item) => item.str));
      const words = once(items.map((item) => pieceOf(item, read(item.str), transform))).filter((piece) =>
        isOnPage(piece, width, height),
      );
      const boxes = [...boxesOf(pictures, transform), ...over.pictures];
      const pieces = withPictures(withOverlays(words, over.pieces), boxes, forms);
      const inCells = forms.length === 0 ? null : layOutInCells({ number, width, height }, pieces, forms);
      return inCells ?? layOut(number, width, height, pieces);
    };
    const drawn = looked === null ? null : await drawnOn(page, looked[0], this.#layers);
    const beyond = drawn !== null && drawn.beyond.length >= fewestBeyond ? { beyond: drawn.beyond } : {};
    if (drawn !== null && looked !== null && all.length > 0) {
      const [, leftOut] = looked;
      const parted = drawn.hidden.includes(true) ? seenOnly(all, drawn) : null;
      if (parted !== null && parted.hidden.length > 0) {
        // A scanner's own recognition lies unseen over its picture: the picture is read, and the two are compared.
        if (drawn.pictured >= scanned || leftOut) return { page: layOutOf(all), pictured: true, ...beyond };
        const seen = layOutOf(parted.seen);
        const hidden = parted.hidden.join(' ');
        // Dots and lines to write on, under a field that is filled in, are no words.
        if (!/[\p{L}\p{N}]/u.test(hidden) && seen.text.trim() !== '') return { page: seen, pictured: false, ...beyond };
        const page = drawn.underNotes ? { ...seen, unread: underNotes(number) } : seen;
        // Where nothing is seen but a picture, it may be one of words.
        if (page.text.trim() !== '' || drawn.pictured === 0) return { page, pictured: false, hidden, ...beyond };
        return { page: unreadPage(number, width, height, onlyPictured(number)), pictured: true, hidden, ...beyond };
      }
    }
    const text = layOutOf(all);
    if (isUncoded(text.text))
      return { page: unreadPage(number, width, height, withoutCodes(number)), pictured: true, ...beyond };
    if (text.text !== '' && all.length > 0) {
      const few = text.text.replace(/\s/gu, '').length;
      const share = few > mostBesidePicture ? 0 : await this.#share(page, drawing, listed);
      if (share < scanned) {
        const drawnApart = few > mostBesidePicture || drawing?.partial === true ? 0 : (drawing?.segments ?? 0);
        if (drawnApart < ofCharacters) return { page: text, pictured: false, ...beyond };
        if (few > mostOnCurves) return { page: text, pictured: false, outlined: true, ...beyond };
        return { page: unreadPage(number, width, height, onlyOutlined(number)), pictured: true, ...beyond };
      }
      if (few > mostOnScan) return { page: text, pictured: false, beside: true, ...beyond };
      return { page: unreadPage(number, width, height, onlyPictured(number)), pictured: true, ...beyond };
    }
    // What hangs on the page is drawn too, unless its words are read already.
    const hanging = over.pieces.length > 0 ? AnnotationMode.DISABLE : AnnotationMode.ENABLE;
    const [operators, leftOut] = await this.#alone(() => page.getOperatorList({ annotationMode: hanging }));
    const wordless = drawn !== null && drawn.text === '';
    if (all.length === 0 && text.text === '' && drawingOf(operators).segments >= ofCharacters)
      return { page: unreadPage(number, width, height, onlyOutlined(number)), pictured: true, ...beyond };
    const empty = whyEmpty(operators.fnArray, leftOut, wordless, number, width, height);
    // What was written over a picture is read with it.
    return empty.pictured
      ? { ...empty, ...beyond }
      : { ...empty, page: text, bare: text.text === '' && empty.bare === true, ...beyond };
  }

  /** Share of a page that its largest picture covers. */
  async #share(page: PdfPage, drawing: Drawing | undefined, known: Listed | null): Promise<number> {
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view as readonly number[];
    const box = (drawing?.largest ?? 0) / Math.max(1, (right - left) * (top - bottom));
    if (box < scanned && known === null) return 0;
    const [operators, leftOut] =
      known ?? (await this.#alone(() => page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })));
    const { pictured } = await drawnOn(page, operators, this.#layers);
    return leftOut ? Math.max(box, pictured) : pictured;
  }

  /** Does one such work at a time; with it, whether a picture was left out for its size meanwhile. */
  #alone<T>(work: () => Promise<T>): Promise<[T, boolean]> {
    const next = this.#turn.then(async (): Promise<[T, boolean]> => {
      const before = this.#complaints.picture;
      const done = await work();
      return [done, this.#complaints.picture > before];
    });
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

/** Text wholly off the paper is not printed and not read. */
function isOnPage(piece: Piece, width: number, height: number): boolean {
  return piece.x < width && piece.x + piece.width > 0 && piece.baseline > 0 && piece.baseline - piece.height < height;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function pieceOf(item: TextItem, words: string, view: readonly number[]): Piece {
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const along = [va * a + vc * b, vb * a + vd * b] as const;
  const up = Math.hypot(va * c + vc * d, vb * c + vd * d);
  return {
    text: unifyRadicals(words),
    x: va * e + vc * f + ve,
    baseline: vb * e + vd * f + vf,
    width: item.width,
    height: up || item.height,
    // More than some five degrees off the line, or running backwards.
    turned: Math.abs(along[1]) > Math.abs(along[0]) * 0.09 || along[0] < 0,
  };
}
