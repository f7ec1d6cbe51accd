import { edgeOf, type Greys } from './greys.ts';
import type { Grey } from './raster.ts';
import type { PixelBox } from './seals.ts';

/** A box to tick, in pixels of the picture, and whether something stands in it. */
export interface Choice extends PixelBox {
  readonly ticked: boolean;
}

/** Sides of boxes in pixels at 200 dpi: beside print of 8 to 22 points. */
const side = { least: 17, most: 60 };
/** Rows of pixels looked at: each box is crossed by one. */
const stride = 12;
/** Its lines are so much of the way from paper to ink, and as much of each of them is. */
const pale = 0.2;
/** And what stands in them. */
const inked = 0.35;
const whole = 0.86;
/** Height and width of a box differ by no more. */
const square = 0.16;
/** Of what the lines surround, so much is ink. */
const within = { empty: 0.03, ticked: 0.045, mostStrokes: 0.5, filled: 0.8 };
/** Parts of what the lines surround that are its corners. */
const corner = 0.36;
/**
 * A tick runs to the upper right and leaves the upper left free; a cross has no long row or column. Characters within a frame are even on both
 * sides, and have longer strokes.
 */
const stroke = { longest: 0.85, before: 0.1, behind: 0.04, crossed: 0.42 };
/** Boxes of a form are of one size, by so much. */
const alike = 0.2;
/** White on one side of one box at least, in its sides: no character within a word has so much. */
const apart = 0.45;
/** Boxes on a page at most; patterns have more. */
const most = 200;

/**
 * Takes boxes to tick off a picture, with what stands in them, and gives where they stood: a recogniser takes them for the characters they look
 * like, and what is beside a tick for others. `picture` is changed. Level pictures at 200 dpi.
 */
export function withoutBoxes(picture: Grey, greys: Greys): Choice[] {
  const edge = edgeOf(greys, pale);
  const found = framesOf(picture, edge).flatMap((frame): Choice[] => {
    const ticked = isTicked(picture, edgeOf(greys, inked), frame);
    return ticked === null ? [] : [{ ...frame, ticked }];
  });
  const boxes = found.filter((one) => {
    const same = found.filter((other) => isAlike(one, other));
    // 国 and 回 are framed too: what is ticked has an empty one beside it, and the first choice of a row stands apart.
    return same.some(({ ticked }) => !ticked) && same.some((other) => standsApart(picture, edge, other));
  });
  if (boxes.length > most) return [];
  for (const box of boxes) wipe(picture, edge, greys.paper, box);
  return boxes;
}

const sizeOf = ({ left, right }: PixelBox): number => right - left;

function isAlike(one: PixelBox, other: PixelBox): boolean {
  return Math.abs(sizeOf(one) - sizeOf(other)) <= Math.max(2, alike * sizeOf(one));
}

/** Squares of four thin straight lines that end where they meet: the legs of 口 go on. */
function framesOf({ width, height, data }: Grey, edge: number): PixelBox[] {
  const isDark = (x: number, y: number): boolean => (data[y * width + x] as number) < edge;
  const found: PixelBox[] = [];
  const most = width - side.least - 3;
  for (let y = stride; y < height - side.least; y += stride) {
    const end = y * width + most;
    for (let at = nextStroke(data, y * width + 2, end, edge); at < end; at = nextStroke(data, at + 1, end, edge)) {
      const x = at - y * width;
      const above = reach(data, at, -width, edge, Math.min(side.most + 1, y - 1));
      const below = reach(data, at, width, edge, Math.min(side.most + 1 - above, height - 2 - y));
      const [top, bottom, high] = [y - above, y + below, above + below + 1];
      if (high < side.least || high > side.most) continue;
      const right = rightOf(isDark, { left: x, top, bottom, high }, width);
      if (right === null) continue;
      const frame = { left: x, top, right: right + 1, bottom: bottom + 1 };
      if (!standsFree(isDark, frame)) continue;
      if (!found.some((one) => Math.abs(one.left - x) < 4 && Math.abs(one.top - top) < 4)) found.push(frame);
    }
  }
  return found;
}

/** Where ink begins in a row of pixels, from one place on; `end` where it does not before that. */
function nextStroke(data: Uint8Array, from: number, end: number, edge: number): number {
  for (let at = from; at < end; at++) if ((data[at] as number) < edge && (data[at - 1] as number) >= edge) return at;
  return end;
}

/** How many steps a line of two pixels' width goes on from a place, `most` at most. */
function reach(data: Uint8Array, from: number, step: number, edge: number, most: number): number {
  let count = 0;
  for (let at = from + step; count < most; at += step) {
    if ((data[at] as number) >= edge && (data[at + 1] as number) >= edge) break;
    count++;
  }
  return count;
}

/** Where the right line stands of the square whose left one is given; null where there is none. */
function rightOf(
  isDark: (x: number, y: number) => boolean,
  { left, top, bottom, high }: { left: number; top: number; bottom: number; high: number },
  width: number,
): number | null {
  const widest = Math.min(width - 3, left + Math.round(high * (1 + square)));
  const narrowest = left + Math.round(high * (1 - square));
  let end = left;
  for (let missed = 0; end < widest && missed < 2; end++)
    missed = isDark(end + 1, top) || isDark(end + 1, top + 1) ? 0 : missed + 1;
  const share = (from: number, to: number, is: (at: number) => boolean): number => {
    let count = 0;
    for (let at = from; at <= to; at++) if (is(at)) count++;
    return count / Math.max(1, to - from + 1);
  };
  for (let right = end; right >= narrowest; right--) {
    if (share(top, bottom, (y) => isDark(right, y) || isDark(right - 1, y)) < whole) continue;
    if (share(left, right, (x) => isDark(x, bottom) || isDark(x, bottom - 1)) < whole) return null;
    if (share(left, right, (x) => isDark(x, top) || isDark(x, top + 1)) < whole) return null;
    return right;
  }
  return null;
}

/** Whether paper is around a frame: spots and shades go on. */
function standsFree(isDark: (x: number, y: number) => boolean, { left, top, right, bottom }: PixelBox): boolean {
  const off = 4;
  const [x, y, third] = [left, top, Math.round((right - left) / 3)];
  let dark = 0;
  for (let at = third; at <= 2 * third; at++)
    for (const [u, v] of [
      [left - off, y + at],
      [right + off, y + at],
      [x + at, top - off],
      [x + at, bottom + off],
    ] as const)
      if (isDark(Math.max(0, u), Math.max(0, v))) dark++;
  return dark <= 1.6 * third;
}

/** Whether a tick, a cross or a filling stands in a frame; null where it is a character or not clear. */
function isTicked({ width, data }: Grey, edge: number, { left, top, right, bottom }: PixelBox): boolean | null {
  const inset = Math.max(3, Math.round(0.15 * (right - left)));
  const [across, down] = [right - left - 2 * inset, bottom - top - 2 * inset];
  const columns = new Uint16Array(across);
  /** Ink at the upper left and at the upper right. */
  const upper = [0, 0];
  let [all, longest] = [0, 0];
  for (let y = 0; y < down; y++) {
    let run = 0;
    for (let x = 0; x < across; x++) {
      if ((data[(top + inset + y) * width + left + inset + x] as number) >= edge) {
        run = 0;
        continue;
      }
      all++;
      run++;
      longest = Math.max(longest, run / across);
      (columns[x] as number)++;
      if (y < corner * down && x < corner * across) (upper[0] as number)++;
      if (y < corner * down && x >= (1 - corner) * across) (upper[1] as number)++;
    }
  }
  const share = all / (across * down);
  if (share <= within.empty) return false;
  if (share >= within.filled) return true;
  if (share < within.ticked || share > within.mostStrokes) return null;
  const tall = Math.max(...columns) / down;
  const [before = 0, behind = 0] = upper.map((ink) => ink / (corner * corner * across * down));
  const hooked = Math.max(longest, tall) < stroke.longest && before < stroke.before && behind > before + stroke.behind;
  return hooked || Math.max(longest, tall) < stroke.crossed ? true : null;
}

/** Whether nothing stands on the left of a box, or on its right. */
function standsApart({ width, data }: Grey, edge: number, { left, top, right, bottom }: PixelBox): boolean {
  const far = Math.round(apart * (right - left));
  const isBlank = (from: number, to: number): boolean => {
    for (let x = Math.max(0, from); x < Math.min(width, to); x++) {
      let dark = 0;
      for (let y = top; y < bottom; y++) if ((data[y * width + x] as number) < edge) dark++;
      if (dark > 2) return false;
    }
    return true;
  };
  return isBlank(left - far, left - 1) || isBlank(right + 1, right + far);
}

/** Makes paper of a box, and of what of its tick goes beyond it but touches nothing else. */
function wipe({ width, height, data }: Grey, edge: number, paper: number, box: PixelBox): void {
  const beyond = Math.round(0.6 * (box.right - box.left));
  const window = {
    left: Math.max(0, box.left - beyond),
    top: Math.max(0, box.top - beyond),
    right: Math.min(width, box.right + beyond),
    bottom: Math.min(height, box.bottom + beyond),
  };
  const fill = ({ left, top, right, bottom }: PixelBox): void => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      data.fill(paper, y * width + Math.max(0, left), y * width + Math.min(width, right));
  };
  const spilt: number[] = [];
  const seen = new Set<number>();
  const open: number[] = [];
  const look = (x: number, y: number): void => {
    const at = y * width + x;
    const outside = x < box.left - 1 || x > box.right || y < box.top - 1 || y > box.bottom;
    if (!outside || seen.has(at) || (data[at] as number) >= edge) return;
    seen.add(at);
    open.push(at);
  };
  for (let x = box.left - 2; x <= box.right + 1; x++) for (const y of [box.top - 2, box.bottom + 1]) look(x, y);
  for (let y = box.top - 2; y <= box.bottom + 1; y++) for (const x of [box.left - 2, box.right + 1]) look(x, y);
  let touches = false;
  for (let at = open.pop(); at !== undefined && !touches; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    touches = x <= window.left || x >= window.right - 1 || y <= window.top || y >= window.bottom - 1;
    if (touches) break;
    spilt.push(at);
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ] as const)
      look(x + dx, y + dy);
  }
  fill({ left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1 });
  if (touches) return;
  for (const at of spilt)
    fill({
      left: (at % width) - 1,
      top: Math.floor(at / width),
      right: (at % width) + 2,
      bottom: Math.floor(at / width) + 1,
    });
}
