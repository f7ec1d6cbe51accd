import { Covers } from './covers.ts';
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
 * What is drawn and what is not: text in the mode that draws nothing, on a layer that is switched off, of no height to speak of, in white
 * where nothing dark was painted before, outside what is shown of the page, or painted over.
 */
export async function drawnOn(page: PdfPage, { fnArray, argsArray }: Operators, layers: Layers | null): Promise<Drawn> {
  const { width, height } = page.getViewport({ scale: 1 });
  let text = '';
  const hidden: boolean[] = [];
  let state = { mode: 0, white: false };
  const saved: (typeof state)[] = [];
  let painted = false;
  let pictured = 0;
  let scale = 1;
  const scales: number[] = [];
  let beyond = '';
  let here = new Whereabouts();
  const covers = new Covers();
  const places: number[] = [];
  /** Of each stretch of marked content that is open, whether it is shown. */
  const marked: boolean[] = [];
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    follow(here, code, args);
    covers.follow(code, args, here, hidden.length);
    switch (code) {
      case OPS.beginAnnotation: {
        // What hangs on the page is painted after it, from a clean sheet.
        const [, box, ...places] = args as [string, Box | null, Matrix, Matrix];
        here = new Whereabouts();
        for (const matrix of places.slice(0, 2)) here.transform(Array.from(matrix) as unknown as Matrix);
        covers.begin(box);
        state = { mode: 0, white: false };
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
        saved.push({ ...state });
        scales.push(scale);
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        scale = scales.pop() ?? scale;
        break;
      case OPS.transform: {
        const [a = 1, b = 0, c = 0, d = 1] = (args ?? []) as number[];
        scale *= Math.abs(a * d - b * c);
        break;
      }
      case OPS.setTextRenderingMode:
        state.mode = Number(args?.[0]);
        break;
      case OPS.setFillRGBColor:
        state.white = isWhite(args);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pictured = Math.max(pictured, scale / (width * height));
        painted = true;
        break;
      case OPS.shadingFill:
        painted = true;
        break;
      case OPS.constructPath:
        if (!state.white) painted = true;
        break;
      case OPS.showText: {
        const { height } = here;
        const without = state.mode === 3 || state.mode === 7 || marked.includes(false) || height < unreadablyLow;
        const unseen = without || (state.white && !painted);
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
            hidden.push(unseen || cut);
            places.push(...place, height);
          }
          text += dense;
        }
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
