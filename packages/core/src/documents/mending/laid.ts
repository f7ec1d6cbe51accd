import { mendAcross } from './across.ts';
import { DROPPED } from './row.ts';

/** Text laid out so far: its pieces and, for each character, where it stands on the page and the gap before it. */
interface Laid {
  readonly offsets: Int32Array;
  readonly gaps: Uint8Array;
  readonly lines: { readonly start: number; readonly end: number; readonly page: number }[];
  readonly pieces: string[];
  readonly printed: unknown[];
}

/**
 * Mends what only several lines together tell on the page laid out last, which begins at the offset `from`, behind so many lines and
 * pieces; takes out what the recogniser added. Gives the offset after it.
 */
export function mendLaid(
  laid: Laid,
  from: number,
  before: { readonly lines: number; readonly pieces: number },
): number {
  const text = mendAcross(laid.pieces.splice(before.pieces).join(''));
  laid.pieces.push(text.replaceAll(DROPPED, ''));
  if (!text.includes(DROPPED)) return from + text.length;
  const places = new Int32Array(text.length + 1);
  let kept = 0;
  let gap = 0;
  for (let at = 0; at < text.length; at++) {
    places[at] = kept;
    gap = Math.max(gap, laid.gaps[from + at] ?? 0);
    if (text[at] === DROPPED) continue;
    laid.offsets[from + kept] = laid.offsets[from + at] ?? 0;
    laid.gaps[from + kept] = gap;
    gap = 0;
    kept++;
  }
  places[text.length] = kept;
  const place = (at: number): number => from + (places[at - from] ?? kept);
  for (const line of laid.lines.splice(before.lines)) {
    const moved = { ...line, start: place(line.start), end: place(line.end) };
    if (moved.end > moved.start) laid.lines.push(moved);
    else laid.printed.splice(laid.lines.length, 1);
  }
  return from + kept;
}
