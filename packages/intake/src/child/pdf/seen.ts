import { OPS, type PdfPage } from './pdfjs.ts';

type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>;

/** Characters of a page in the order they are drawn, white space left out, and which of them nobody sees. */
export interface Drawn {
  readonly text: string;
  readonly hidden: readonly boolean[];
  /** Share of the page that its largest picture covers. */
  readonly pictured: number;
}

interface Glyph {
  readonly unicode?: string;
}

/** What is drawn and what is not: text in the mode that draws nothing, or in white where nothing dark was painted before. */
export function drawnOn(page: PdfPage, { fnArray, argsArray }: Operators): Drawn {
  const { width, height } = page.getViewport({ scale: 1 });
  let text = '';
  const hidden: boolean[] = [];
  let state = { mode: 0, white: false };
  const saved: (typeof state)[] = [];
  let painted = false;
  let pictured = 0;
  let scale = 1;
  const scales: number[] = [];
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    switch (code) {
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
        const unseen = state.mode === 3 || state.mode === 7 || (state.white && !painted);
        for (const glyph of (args?.[0] ?? []) as (Glyph | number | null)[]) {
          if (glyph === null || typeof glyph !== 'object') continue;
          const dense = (glyph.unicode ?? '').replace(/\s/gu, '');
          for (let at = 0; at < dense.length; at++) hidden.push(unseen);
          text += dense;
        }
        break;
      }
      default:
        break;
    }
  }
  return { text, hidden, pictured };
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
