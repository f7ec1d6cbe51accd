import { cornersIn, isUnderEdge } from './edges.ts';
import { isOpaque } from './opaque.ts';
import { OPS, type PdfPage } from './pdfjs.ts';
import { around, type Box, bounded, isThin, isUnder, type Whereabouts, within } from './whereabouts.ts';

/** Something painted over part of a page, and how many characters were drawn before it. */
interface Cover {
  readonly box: Box;
  /** The corners of its edge, across and up one after the other; null where that is the box. */
  readonly edge: readonly number[] | null;
  readonly after: number;
  /** The picture it is; null for an area of one colour. */
  readonly image: unknown;
  /** It hangs on the page. */
  readonly hung: boolean;
}

interface State {
  readonly clip: Box | null;
  /** What is painted lets through what lies under it. */
  readonly clear: boolean;
  readonly alpha: number;
  readonly blended: boolean;
  readonly masked: boolean;
  readonly patterned: boolean;
  /** What is shown is the box itself, not only within it. */
  readonly exact: boolean;
  readonly thick: number;
  /** The mode of text. */
  readonly mode: number;
}

const plain: State = {
  clip: null,
  clear: false,
  alpha: 1,
  blended: false,
  masked: false,
  patterned: false,
  exact: true,
  thick: 1,
  mode: 0,
};
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokes = new Set<number>([OPS.stroke, OPS.closeStroke]);
/** Points: thinner lines run through words and do not hide them. */
const leastThick = 5;
const mostCovers = 5000;
const mostSaved = 200;

/** Follows what of a page is shown and what is painted over its characters: rectangles and what else has straight edges, since of round shapes the box says too much. */
export class Covers {
  #state = plain;
  readonly #saved: State[] = [];
  #clipsNext = false;
  #hung = false;
  #underNotes = false;
  readonly #covers: Cover[] = [];

  /** What of the page is shown; null for all of it. */
  get clip(): Box | null {
    return this.#state.clip;
  }

  /** Begins what hangs on the page in this box. */
  begin(box: Box | null): void {
    this.#hung = true;
    this.#state = { ...plain, clip: box };
    this.#saved.length = 0;
  }

  /** `after` is how many characters were drawn so far. */
  follow(code: number, args: readonly unknown[] | null, here: Whereabouts, after: number): void {
    switch (code) {
      case OPS.save:
        this.#save();
        break;
      case OPS.paintFormXObjectBegin: {
        this.#save();
        const box = args?.[1] as ArrayLike<number> | null | undefined;
        if (box?.length === 4) this.#narrow(boxOn(here, Array.from(box)));
        break;
      }
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        break;
      case OPS.setGState:
        this.#set(args?.[0] as readonly (readonly [string, unknown])[]);
        break;
      case OPS.setFillColorN:
        this.#change({ patterned: true });
        break;
      case OPS.setFillRGBColor:
        this.#change({ patterned: false });
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipsNext = true;
        break;
      case OPS.constructPath: {
        const [data] = (args?.[1] ?? []) as readonly (ArrayLike<number> | null)[];
        if (data != null) this.#path(Number(args?.[0]), data, here, after);
        this.#clipsNext = false;
        break;
      }
      case OPS.setTextRenderingMode:
        this.#change({ mode: Number(args?.[0]) });
        break;
      case OPS.endText:
        // Words of these modes bound what is shown.
        if (this.#state.mode >= 4) this.#narrow(null, false);
        break;
      case OPS.setLineWidth:
        this.#change({ thick: Number(args?.[0]) });
        break;
      case OPS.shadingFill:
        // It fills all that is shown.
        if (this.#state.clip !== null && this.#state.exact) this.#cover(this.#state.clip, after, null);
        break;
      case OPS.paintSolidColorImageMask:
        if (!this.#state.patterned) this.#cover(here.boxOf(0, 0, 1, 1), after, null);
        break;
      case OPS.paintImageMaskXObject:
        if (!this.#state.patterned) this.#cover(here.boxOf(0, 0, 1, 1), after, { stencil: args?.[0] });
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.#cover(here.boxOf(0, 0, 1, 1), after, args?.[0] ?? null);
        break;
      default:
        break;
    }
  }

  /** Whether each character is painted over; `places` are across, up and the height of each, one after the other. */
  async over(page: PdfPage, places: readonly number[]): Promise<boolean[]> {
    const hidden = new Array<boolean>(places.length / 3).fill(false);
    for (const { box, edge, after, image, hung } of this.#covers) {
      const under: number[] = [];
      for (let at = 0; at < after; at++) {
        const [x, y] = [places[at * 3] ?? 0, places[at * 3 + 1] ?? 0];
        const height = places[at * 3 + 2] ?? 0;
        if (isUnder([x, y], height, box) && (edge === null || isUnderEdge([x, y], height, edge))) under.push(at);
      }
      if (under.length === 0 || (image !== null && !(await isOpaque(page, image)))) continue;
      this.#underNotes ||= hung;
      for (const at of under) hidden[at] = true;
    }
    return hidden;
  }

  /** Whether something that hangs on the page lies over some of them. */
  get underNotes(): boolean {
    return this.#underNotes;
  }

  #path(painter: number, data: ArrayLike<number>, here: Whereabouts, after: number): void {
    const rectangle = rectangleIn(data);
    const corners = rectangle === null ? cornersIn(data) : null;
    const box = rectangle === null ? null : boxOn(here, rectangle);
    const edge = corners?.straight === true ? here.placesOf(corners.places) : null;
    if (fills.has(painter) && !this.#state.patterned) {
      if (box !== null) this.#cover(box, after, null);
      else if (edge !== null) this.#cover(around(edge), after, null, edge);
    }
    if (strokes.has(painter)) this.#line(data, here, after);
    // What is shown lies within the box of the area at any rate.
    const bounds =
      box ?? (corners === null || corners.places.length < 4 ? null : around(here.placesOf(corners.places)));
    if (this.#clipsNext) this.#narrow(bounds, box !== null);
  }

  /** A thick line from one place to another covers what lies under it. */
  #line(data: ArrayLike<number>, here: Whereabouts, after: number): void {
    const places = cornersIn(data)?.places ?? [];
    const [x = 0, y = 0, right = 0, top = 0] = places;
    if (places.length !== 4 || (x !== right && y !== top)) return;
    const half = this.#state.thick / 2;
    const [across, up] = y === top ? [0, half] : [half, 0];
    const [left, low] = [Math.min(x, right), Math.min(y, top)];
    const box = here.boxOf(left - across, low - up, Math.max(x, right) + across, Math.max(y, top) + up);
    if (Math.min(box[2] - box[0], box[3] - box[1]) >= leastThick) this.#cover(box, after, null);
  }

  #save(): void {
    if (this.#saved.length < mostSaved) this.#saved.push(this.#state);
  }

  /** Null for an area of which not even the box is known. */
  #narrow(box: Box | null, exact = true): void {
    const clip = box === null ? this.#state.clip : bounded(box, this.#state.clip);
    this.#change({ clip, exact: this.#state.exact && exact });
  }

  #change(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
  }

  #set(values: readonly (readonly [string, unknown])[] | undefined): void {
    for (const [key, value] of values ?? []) {
      if (key === 'ca') this.#change({ alpha: Number(value) });
      else if (key === 'BM') this.#change({ blended: value !== 'source-over' && value !== 'Normal' });
      else if (key === 'SMask') this.#change({ masked: value !== false && value !== null });
    }
    const { alpha, blended, masked } = this.#state;
    this.#change({ clear: alpha < 1 || blended || masked });
  }

  #cover(box: Box, after: number, image: unknown, edge: readonly number[] | null = null): void {
    const shown = within(box, this.#state.clip);
    // Where only the box of what is shown is known, what is painted may reach less far.
    if (this.#state.clear || !this.#state.exact || after === 0 || isThin(shown) || this.#covers.length >= mostCovers)
      return;
    this.#covers.push({ box: shown, edge, after, image, hung: this.#hung });
  }
}

function boxOn(here: Whereabouts, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Box {
  return here.boxOf(left, bottom, right, top);
}

/** The rectangle a path is, as pdf.js writes paths: a move, three or four lines, and the closing. Null for any other. */
function rectangleIn(data: ArrayLike<number>): Box | null {
  const [move, line, close] = [0, 1, 4];
  const across: number[] = [];
  const up: number[] = [];
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] === close) {
      if (at + 1 !== data.length) return null;
      break;
    }
    if (data[at] !== (at === 0 ? move : line) || across.length > 4) return null;
    across.push(data[at + 1] as number);
    up.push(data[at + 2] as number);
  }
  const [x, y] = [new Set(across), new Set(up)];
  // One without breadth or height shows nothing where it bounds what is shown.
  if (across.length >= 2 && (x.size === 1 || y.size === 1) && x.size + y.size <= 3)
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  if (across.length < 4 || x.size !== 2 || y.size !== 2) return null;
  // Each side runs along one of the two directions.
  for (let at = 1; at < across.length; at++)
    if ((across[at] === across[at - 1]) === (up[at] === up[at - 1])) return null;
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}
