import type { Operator } from './bytes/content.ts';
import type { Drawing } from './bytes/drawing.ts';
import { around, type Box, type Matrix, product } from './whereabouts.ts';

/** A straight line drawn level or upright, `[left, bottom, right, top]` in the units of the page; thin bars are lines too. */
export type Stroke = Box;

/** Shorter lines are strokes of drawings and characters. */
const shortest = 9;
const thickest = 3;
/** A form has no more; maps and plans do. */
export const mostStrokes = 3000;
const mostPictures = 100;
const mostSaved = 200;

/** Whether a box is a line a form may have. */
export function isLine([left, bottom, right, top]: Stroke): boolean {
  const [across, up] = [right - left, top - bottom];
  return Math.min(across, up) <= thickest && Math.max(across, up) >= shortest;
}

/** Fewer lines are no form. */
const fewestDrawn = 4;

/** Points between strokes of one hand at most. */
const near = 6;

function isNear(one: Stroke, other: Stroke): boolean {
  return other[0] < one[2] + near && other[2] > one[0] - near && other[1] < one[3] + near && other[3] > one[1] - near;
}

const needs: { readonly [O in Operator]?: number } = { cm: 6, re: 4, m: 2, l: 2, c: 6, v: 4, y: 4 };

/** Follows the operators that draw paths. */
export class Pen {
  readonly strokes: Stroke[] = [];
  readonly #images: Stroke[] = [];
  /** What runs in curves: the ink of a pen, or characters drawn as areas. */
  readonly #curves: Stroke[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  readonly #saved: Matrix[] = [];
  /** The parts of the path, each as places one after the other, across and up. */
  #path: number[][] = [];
  #curved = false;
  #largest = 0;

  /** Operators that draw a line. */
  drawn = 0;
  /** Pieces of paths, straight and curved. */
  #segments = 0;

  draw(operator: Operator, numbers: Float64Array, count: number): void {
    if (operator === 'l' || operator === 'c' || operator === 'v' || operator === 'y') this.#segments++;
    // Of too many numbers the last count, as in every viewer.
    const first = count - (needs[operator] ?? 0);
    if (first < 0 || this.strokes.length > mostStrokes) return;
    const a = numbers[first] ?? 0;
    const b = numbers[first + 1] ?? 0;
    const c = numbers[first + 2] ?? 0;
    const d = numbers[first + 3] ?? 0;
    const e = numbers[first + 4] ?? 0;
    const f = numbers[first + 5] ?? 0;
    switch (operator) {
      case 'q':
        if (this.#saved.length < mostSaved) this.#saved.push(this.#matrix);
        break;
      case 'Q':
        this.#matrix = this.#saved.pop() ?? this.#matrix;
        break;
      case 'cm':
        this.#matrix = product([a, b, c, d, e, f], this.#matrix);
        break;
      case 'm':
        this.#path.push([]);
        this.#reach(a, b);
        break;
      case 'l':
        this.drawn++;
        this.#reach(a, b);
        break;
      case 're':
        this.drawn++;
        this.#path.push([]);
        this.#reach(a, b);
        this.#reach(a + c, b);
        this.#reach(a + c, b + d);
        this.#reach(a, b + d);
        this.#reach(a, b);
        break;
      case 'c':
        this.#curved = true;
        this.#reach(e, f);
        break;
      case 'v':
      case 'y':
        this.#curved = true;
        this.#reach(c, d);
        break;
      case 'h': {
        const part = this.#path.at(-1);
        if (part?.[0] !== undefined && part[1] !== undefined) part.push(part[0], part[1]);
        break;
      }
      case 'S':
      case 's':
      case 'B':
      case 'b':
      case 'B*':
      case 'b*':
        this.#stroke();
        this.#end();
        break;
      case 'f':
      case 'F':
      case 'f*':
        this.#fill();
        this.#end();
        break;
      case 'n':
        this.#end();
        break;
      default:
        break;
    }
  }

  /** A picture fills the unit square. */
  picture(): void {
    const [[x0, y0], [x1, y1]] = [this.#at(0, 0), this.#at(1, 1)];
    this.#largest = Math.max(this.#largest, Math.abs((x1 - x0) * (y1 - y0)));
    if (this.#images.length < mostPictures)
      this.#images.push([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]);
  }

  /** Begins a drawing within the page; gives what {@link leave} takes to be as before. */
  enter(matrix: Matrix): number {
    this.#saved.push(this.#matrix);
    this.#matrix = product(matrix, this.#matrix);
    return this.#saved.length - 1;
  }

  leave(depth: number): void {
    this.#matrix = this.#saved[depth] ?? this.#matrix;
    this.#saved.length = Math.min(depth, this.#saved.length);
  }

  #at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }

  #reach(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#path.at(-1)?.push(a * x + c * y + e, b * x + d * y + f);
  }

  #stroke(): void {
    if (this.#curved) {
      this.#curve();
      return;
    }
    for (const part of this.#path) {
      let [x0 = 0, y0 = 0] = part;
      for (let at = 2; at < part.length; at += 2) {
        const [x1, y1] = [part[at] as number, part[at + 1] as number];
        this.#put(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
        [x0, y0] = [x1, y1];
      }
    }
  }

  /** A bar painted as a thin area is a line as well. */
  #fill(): void {
    if (this.#curved) {
      this.#curve();
      return;
    }
    for (const part of this.#path) this.#put(...around(part));
  }

  #put(left: number, bottom: number, right: number, top: number): void {
    const box: Stroke = [left, bottom, right, top];
    if (isLine(box)) this.strokes.push(box);
  }

  /** Curves that follow each other closely are of one hand. */
  #curve(): void {
    const box = around(this.#path.flat());
    const last = this.#curves.at(-1);
    if (last !== undefined && isNear(last, box)) this.#curves[this.#curves.length - 1] = around([...last, ...box]);
    else if (this.#curves.length < mostPictures) this.#curves.push(box);
  }

  get drawing(): Pick<Drawing, 'strokes' | 'pictures' | 'largest' | 'segments'> {
    const pictures = [...this.#images, ...this.#curves];
    const [largest, segments] = [this.#largest, this.#segments];
    if (this.strokes.length > mostStrokes) return { strokes: [], pictures: [], largest, segments };
    return { strokes: this.drawn < fewestDrawn ? [] : this.strokes, pictures, largest, segments };
  }

  #end(): void {
    this.#path = [];
    this.#curved = false;
  }
}
