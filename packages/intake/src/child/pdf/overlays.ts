import { unifyRadicals } from '@anjuan/core/radicals';
import type { CellBox } from '../cells.ts';
import type { Piece } from '../layout.ts';
import { boxesOf } from './forms.ts';
import type { PdfPage } from './pdfjs.ts';

/** What lies over a page: fields that were filled in, notes written on it, and hands and stamps. */
export interface Overlays {
  readonly pieces: readonly Piece[];
  readonly pictures: readonly CellBox['box'][];
  /** Some of it may be painted over words of the page. */
  readonly covering: boolean;
}

interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  readonly hasAppearance?: boolean;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly password?: boolean;
  readonly contentsObj?: { readonly str?: string };
  readonly textContent?: readonly string[] | null;
  readonly defaultAppearanceData?: { readonly fontSize?: number };
}

export const noOverlays: Overlays = { pieces: [], pictures: [], covering: false };

/** Hidden, or not shown on the page. */
const unseenFlags = 2 | 32;
/** Kinds that are drawn without a drawing of their own. */
const painters = new Set(['FreeText', 'Square', 'Polygon', 'Widget']);
const mostOverlays = 2000;
const largestType = 14;

/** The words of fields and notes with their places, in points from the top left corner, and where hands and stamps stand. */
export async function overlaysOf(page: PdfPage, view: readonly number[]): Promise<Overlays> {
  const all = ((await page.getAnnotations()) as readonly Annotation[]).slice(0, mostOverlays);
  const pieces: Piece[] = [];
  const pictures: CellBox['box'][] = [];
  let covering = false;
  for (const one of all) {
    const [left, bottom, right, top] = one.rect ?? [];
    if (left === undefined || bottom === undefined || right === undefined || top === undefined) continue;
    if (((one.annotationFlags ?? 0) & unseenFlags) !== 0) continue;
    const [box] = boxesOf([[left, bottom, right, top]], view);
    if (box === undefined) continue;
    covering ||= one.hasAppearance === true || painters.has(one.subtype ?? '');
    if (isHand(one)) pictures.push(box);
    else pieces.push(...piecesIn(box, wordsOf(one), one.defaultAppearanceData?.fontSize ?? 0));
  }
  return { pieces, pictures, covering };
}

function isHand({ subtype, fieldType, hasAppearance }: Annotation): boolean {
  if (subtype === 'Ink' || subtype === 'Stamp') return true;
  return subtype === 'Widget' && fieldType === 'Sig' && hasAppearance === true;
}

function wordsOf(one: Annotation): readonly string[] {
  if (one.subtype === 'FreeText') return one.textContent ?? (one.contentsObj?.str ?? '').split(/[\r\n]+/u);
  if (one.subtype !== 'Widget' || one.password === true) return [];
  if (one.fieldType === 'Btn') {
    if (one.checkBox !== true && one.radioButton !== true) return [];
    const ticked = one.fieldValue === (one.exportValue ?? one.buttonValue);
    return [ticked && one.fieldValue !== 'Off' ? '☑' : '□'];
  }
  const { fieldValue } = one;
  const value = Array.isArray(fieldValue) ? fieldValue.join('、') : fieldValue;
  return typeof value === 'string' ? value.split(/[\r\n]+/u) : [];
}

/** The words in lines from the top of their box; one line stands in its middle. */
function piecesIn([left, top, right, bottom]: CellBox['box'], words: readonly string[], size: number): Piece[] {
  const lines = words.filter((line) => line.trim() !== '');
  const most = (bottom - top) / Math.max(lines.length, 1);
  const height = Math.max(4, Math.min(size || largestType, most));
  const first = lines.length === 1 ? (top + bottom) / 2 + height * 0.35 : top + height;
  return lines.map((line, index) => ({
    text: unifyRadicals(line),
    x: left,
    baseline: first + index * Math.min(most, height * 1.3),
    width: Math.min(line.length * height, right - left),
    height,
    turned: false,
  }));
}

/** The pieces of a page with those laid over it where they are read: behind what stands to their left in the line, else before what stands to their right. */
export function withOverlays(pieces: readonly Piece[], over: readonly Piece[]): readonly Piece[] {
  const placed = [...pieces];
  for (const one of over) {
    const inLine = (other: Piece): boolean =>
      !other.turned && other.text.trim() !== '' && Math.abs(other.baseline - one.baseline) < 0.6 * one.height;
    const before = nearest(placed.filter((other) => inLine(other) && other.x <= one.x));
    const after = before ?? placed.find((other) => inLine(other) && other.x > one.x);
    const above = placed.findLastIndex((other) => !other.turned && other.baseline < one.baseline);
    const at = after === undefined ? above + 1 : placed.indexOf(after) + (before === undefined ? 0 : 1);
    const line = before ?? after;
    placed.splice(at, 0, line === undefined ? one : { ...one, baseline: line.baseline });
  }
  return placed;
}

function nearest(pieces: readonly Piece[]): Piece | undefined {
  return pieces.toSorted((a, b) => b.x - a.x)[0];
}
