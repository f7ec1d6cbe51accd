export type Matrix = readonly [number, number, number, number, number, number];

export const plain: Matrix = [1, 0, 0, 1, 0, 0];
const mostSaved = 200;

/** A box `[left, bottom, right, top]` in the units of the page. */
export type Box = readonly [number, number, number, number];

/** Follows the operators that place words on a page (ISO 32000-1, 8.3 and 9.4.2): where the next character stands, and how large. */
export class Whereabouts {
  #page: Matrix = plain;
  #line: Matrix = plain;
  /** How far along its line the next character stands, in units of the text. */
  #along = 0;
  #leading = 0;
  #type = 1;
  /** How far characters stand above their line, in units of the text. */
  #rise = 0;
  readonly #saved: [page: Matrix, leading: number, type: number, rise: number][] = [];

  /** Begins a drawing within the page; gives what {@link leave} takes to be as before. */
  enter(matrix: Matrix): number {
    this.#saved.push([this.#page, this.#leading, this.#type, this.#rise]);
    this.transform(matrix);
    return this.#saved.length - 1;
  }

  leave(depth: number): void {
    [this.#page, this.#leading, this.#type, this.#rise] = this.#saved[depth] ?? [
      this.#page,
      this.#leading,
      this.#type,
      this.#rise,
    ];
    this.#saved.length = Math.min(depth, this.#saved.length);
  }

  save(): void {
    if (this.#saved.length < mostSaved) this.#saved.push([this.#page, this.#leading, this.#type, this.#rise]);
  }

  restore(): void {
    [this.#page, this.#leading, this.#type, this.#rise] = this.#saved.pop() ?? [
      this.#page,
      this.#leading,
      this.#type,
      this.#rise,
    ];
  }

  transform(matrix: Matrix): void {
    this.#page = product(matrix, this.#page);
  }

  begin(): void {
    this.set(plain);
  }

  set(matrix: Matrix): void {
    this.#line = matrix;
    this.#along = 0;
  }

  move(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#line;
    this.set([a, b, c, d, e + a * x + c * y, f + b * x + d * y]);
  }

  lead(leading: number): void {
    this.#leading = leading;
  }

  nextLine(): void {
    this.move(0, -this.#leading);
  }

  type(size: number): void {
    this.#type = size;
  }

  raise(rise: number): void {
    this.#rise = rise;
  }

  /** Goes on by so many thousandths of the type's size. */
  advance(thousandths: number): void {
    this.#along += (thousandths * this.#type) / 1000;
  }

  /** A box given in the units in force, in the units of the page: the least one around it where these are turned. */
  boxOf(left: number, bottom: number, right: number, top: number): Box {
    return around(this.placesOf([left, bottom, right, bottom, right, top, left, top]));
  }

  /** Places, across and up one after the other, given in the units in force, in those of the page. */
  placesOf(given: readonly number[]): number[] {
    const [a, b, c, d, e, f] = this.#page;
    const places = Array.from(given);
    for (let at = 0; at + 1 < places.length; at += 2) {
      const [x, y] = [places[at] as number, places[at + 1] as number];
      places[at] = a * x + c * y + e;
      places[at + 1] = b * x + d * y + f;
    }
    return places;
  }

  /** Where the next character stands, in the units of the page, across and up. */
  get place(): readonly [number, number] {
    const [a, b, c, d, e, f] = this.#line;
    const [pa, pb, pc, pd, pe, pf] = this.#page;
    const [x, y] = [a * this.#along + c * this.#rise + e, b * this.#along + d * this.#rise + f];
    return [pa * x + pc * y + pe, pb * x + pd * y + pf];
  }

  /** How high the type is on the page. */
  get height(): number {
    const [, , c, d] = this.#line;
    const [pa, pb, pc, pd] = this.#page;
    const [x, y] = [pa * c + pc * d, pb * c + pd * d];
    return Math.abs(this.#type) * Math.sqrt(x * x + y * y);
  }
}

/** One change of places after another. */
export function product([a, b, c, d, e, f]: Matrix, [pa, pb, pc, pd, pe, pf]: Matrix): Matrix {
  return [
    a * pa + b * pc,
    a * pb + b * pd,
    c * pa + d * pc,
    c * pb + d * pd,
    e * pa + f * pc + pe,
    e * pb + f * pd + pf,
  ];
}

/** Type of less height, in points, cannot be read by anybody. */
export const unreadablyLow = 1;

/** Whether a character of this height stands wholly off the paper, however wide it is. */
export function isOff([x, y]: readonly [number, number], height: number, [left, bottom, right, top]: Box): boolean {
  return x > right || x + height < left || y > top || y + height < bottom;
}

/** Whether what is painted over a box lies over a character that begins at this place. */
export function isUnder([x, y]: readonly [number, number], height: number, [left, bottom, right, top]: Box): boolean {
  return x + height * 0.1 >= left && x + height * 0.4 <= right && y + height * 0.1 >= bottom && y + height * 0.6 <= top;
}

/** Too thin to hide even the lowest words there are: a line of a table. */
export function isThin([left, bottom, right, top]: Box): boolean {
  return right - left < unreadablyLow * 0.3 || top - bottom < unreadablyLow * 0.5;
}

export function within(one: Box, other: Box | null): Box {
  if (other === null) return one;
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

const nowhere: Box = [0, 0, -1e9, -1e9];

/** What is shown where an area bounds what was shown before: nothing in one without breadth or height. */
export function bounded(area: Box, shown: Box | null): Box {
  return area[2] - area[0] > 0 && area[3] - area[1] > 0 ? within(area, shown) : nowhere;
}

/** Whether some of the places within a reach lie off the paper. */
export function leaves(reach: Box | null, [left, bottom, right, top]: Box): boolean {
  return reach !== null && (reach[0] < left || reach[1] < bottom || reach[2] > right || reach[3] > top);
}

/** The least box around places, across and up one after the other. */
export function around(places: readonly number[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] as number, places[at + 1] as number];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top];
}
