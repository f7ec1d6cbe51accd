import { Covers } from './covers.ts';
import { Masks } from './masks.ts';
import { OPS, type PdfPage } from './pdfjs.ts';
import { type Box, isOff, type Matrix, unreadablyLow, Whereabouts } from './whereabouts.ts';

type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>;

/** Characters of a page in the order they are drawn, white space and those off the paper left out, and which of them nobody sees. */
export interface Drawn {
  readonly text: string;
  readonly hidden: readonly boolean[];
  /** Characters that stand off the paper. */
  readonly beyond: string;
  /** Some of them lie under what hangs on the page. */
  readonly underNotes: boolean;
  /** Share of the page that its largest picture covers. */
  readonly pictured: number;
}

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
}

/** The layers of a file, some of which are not shown. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

/**
 * What is drawn and what is not: text in the mode that draws nothing, on a layer that is switched off, of no height or breadth to speak of,
 * without ink or masked away, in white where nothing dark was painted before, outside what is shown of the page, or painted over.
 */
export async function drawnOn(page: PdfPage, { fnArray, argsArray }: Operators, layers: Layers | null): Promise<Drawn> {
  const { width, height } = page.getViewport({ scale: 1 });
  let text = '';
  const hidden: boolean[] = [];
  let state = plainInk;
  const masks = new Masks();
  const saved: (typeof state)[] = [];
  let painted = false;
  let pictured = 0;
  let scale = 1;
  const scales: number[] = [];
  const outer: (readonly number[])[] = [];
  let beyond = '';
  let here = new Whereabouts();
  const covers = new Covers();
  const places: number[] = [];
  /** Characters through which what is painted next is seen, as long as they bound what is shown. */
  let through: readonly number[] = [];
  /** Of each stretch of marked content that is open, whether it is shown. */
  const marked: boolean[] = [];
  const show = (): void => {
    painted = true;
    for (const at of through) hidden[at] = false;
    through = [];
  };
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    if (masks.draws(code, args)) continue;
    follow(here, code, args);
    covers.follow(code, args, here, hidden.length);
    switch (code) {
      case OPS.beginAnnotation: {
        // What hangs on the page is painted after it, from a clean sheet.
        const [, box, ...places] = args as [string, Box | null, Matrix, Matrix];
        here = new Whereabouts();
        for (const matrix of places.slice(0, 2)) here.transform(Array.from(matrix) as unknown as Matrix);
        covers.begin(box);
        state = plainInk;
        marked.length = 0;
        break;
      }
      case OPS.beginMarkedContent:
        marked.push(true);
        break;
      case OPS.beginMarkedContentProps:
        marked.push(args?.[0] !== 'OC' || layers === null || layers.isVisible(args[1]));
        break;
      case OPS.endMarkedContent:
        marked.pop();
        break;
      case OPS.save:
        saved.push(state);
        scales.push(scale);
        outer.push(through);
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        through = outer.pop() ?? [];
        scale = scales.pop() ?? scale;
        break;
      case OPS.transform: {
        const [a = 1, b = 0, c = 0, d = 1] = (args ?? []) as number[];
        scale *= Math.abs(a * d - b * c);
        break;
      }
      case OPS.setTextRenderingMode:
        state = { ...state, mode: Number(args?.[0]) };
        break;
      case OPS.setHScale:
        state = { ...state, narrow: Math.abs(Number(args?.[0])) < unreadablyNarrow };
        break;
      case OPS.setGState:
        state = inkOver(state, masks, args?.[0] as readonly (readonly [string, unknown])[] | undefined);
        break;
      case OPS.setFillRGBColor:
        state = { ...state, white: isWhite(args) };
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pictured = Math.max(pictured, scale / (width * height));
        show();
        break;
      case OPS.shadingFill:
        show();
        break;
      case OPS.constructPath:
        if (!state.white) show();
        break;
      case OPS.showText: {
        const { height } = here;
        const without =
          state.mode === 3 || state.mode === 7 || marked.includes(false) || height < unreadablyLow || isFaint(state);
        const unseen = without || (state.white && !painted);
        const bounding: number[] = [];
        for (const glyph of (args?.[0] ?? []) as (Glyph | number | null)[]) {
          if (typeof glyph === 'number') here.advance(-glyph);
          if (glyph === null || typeof glyph !== 'object') continue;
          const dense = (glyph.unicode ?? '').replace(/\s/gu, '');
          const place = here.place;
          const off = isOff(place, height, page.view as unknown as Box);
          const cut = covers.clip !== null && isOff(place, height, covers.clip);
          here.advance(glyph.width ?? 0);
          if (off) {
            beyond += dense;
            continue;
          }
          for (let at = 0; at < dense.length; at++) {
            if (state.mode === 7) bounding.push(hidden.length);
            hidden.push(unseen || cut);
            places.push(...place, height);
          }
          text += dense;
        }
        if (bounding.length > 0) through = [...through, ...bounding];
        break;
      }
      default:
        break;
    }
  }
  const over = await covers.over(page, places);
  const all = hidden.map((unseen, at) => unseen || over[at] === true);
  return { text, hidden: all, underNotes: covers.underNotes, pictured, beyond };
}

/** How words are painted. */
interface Inked {
  /** The mode of text: 3 and 7 draw nothing. */
  readonly mode: number;
  readonly white: boolean;
  readonly alpha: number;
  readonly masked: boolean;
  readonly narrow: boolean;
}

const plainInk: Inked = { mode: 0, white: false, alpha: 1, masked: false, narrow: false };
/** Ink, of 1, that leaves nothing to be seen. */
const unreadablyFaint = 0.05;
/** Share of their breadth, per cent, that characters may be pressed to for nobody to read them. */
const unreadablyNarrow = 5;

function inkOver(state: Inked, masks: Masks, settings: readonly (readonly [string, unknown])[] | undefined): Inked {
  const alpha = settings?.find(([key]) => key === 'ca')?.[1];
  return {
    ...state,
    alpha: alpha === undefined ? state.alpha : Number(alpha),
    masked: masks.masked(settings) ?? state.masked,
  };
}

function isFaint({ alpha, masked, narrow }: Inked): boolean {
  return alpha <= unreadablyFaint || masked || narrow;
}

function follow(here: Whereabouts, code: number, args: unknown[] | null): void {
  const [first, second] = (args ?? []) as [unknown, unknown];
  switch (code) {
    case OPS.save:
      here.save();
      break;
    case OPS.restore:
    case OPS.paintFormXObjectEnd:
      here.restore();
      break;
    case OPS.transform:
      here.transform(args as unknown as Matrix);
      break;
    case OPS.paintFormXObjectBegin:
      here.save();
      if (first !== null && first !== undefined)
        here.transform(Array.from(first as Iterable<number>) as unknown as Matrix);
      break;
    case OPS.beginText:
      here.begin();
      break;
    case OPS.setTextMatrix:
      here.set(Array.from(first as Iterable<number>) as unknown as Matrix);
      break;
    case OPS.setLeadingMoveText:
      here.lead(-Number(second));
      here.move(Number(first), Number(second));
      break;
    case OPS.moveText:
      here.move(Number(first), Number(second));
      break;
    case OPS.setLeading:
      here.lead(Number(first));
      break;
    case OPS.nextLine:
      here.nextLine();
      break;
    case OPS.setFont:
      here.type(Number(second));
      break;
    case OPS.setTextRise:
      here.raise(Number(first));
      break;
    default:
      break;
  }
}

function isWhite(args: unknown[] | null): boolean {
  const [first, ...others] = args ?? [];
  if (typeof first === 'string') return /^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/iu.test(first);
  return [first, ...others].slice(0, 3).every((part) => Number(part) >= 250);
}

/** Leaves out the items nobody sees: those all of whose characters are hidden. Null when the two orders do not agree. */
export function seenOnly<T extends { readonly str: string }>(
  items: readonly T[],
  drawn: Drawn,
): { seen: T[]; hidden: string[] } | null {
  const seen: T[] = [];
  const hidden: string[] = [];
  let at = 0;
  for (const item of items) {
    const dense = item.str.replace(/\s/gu, '');
    if (dense === '') {
      seen.push(item);
      continue;
    }
    if (!drawn.text.startsWith(dense, at)) {
      const again = drawn.text.indexOf(dense, at);
      if (again < 0 || again - at > 50) return null;
      at = again;
    }
    const flags = drawn.hidden.slice(at, at + dense.length);
    if (flags.every(Boolean)) hidden.push(item.str);
    else seen.push(item);
    at += dense.length;
  }
  return { seen, hidden };
}
