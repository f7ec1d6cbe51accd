import {
  around,
  type Box,
  bounded,
  isOff,
  isThin,
  isUnder,
  type Matrix,
  unreadablyLow,
  Whereabouts,
  within,
} from '../whereabouts.ts';
import type { Operator } from './content.ts';

const mostSaved = 200;
/** Share of their breadth, per cent, that characters may be pressed to for nobody to read them. */
const unreadablyNarrow = 5;
const nearlyWhite = 0.94;
/** Points: thinner lines run through words and do not hide them. */
const leastThick = 5;
/** Words and areas of a page that are held against each other here; where there are more, it is worth a closer look. */
const mostWords = 5000;
const mostAreas = 2000;

/**
 * Follows the operators that set how words look and where they stand: those without ink, in white, of no height, outside what is shown of the
 * page, or painted over may be unseen.
 */
export class Ink {
  maybeUnseen = false;
  /** Words stand where nothing is shown, or something is painted over them: worth a closer look at the page. */
  overlaid = false;
  reach: Box | null = null;
  /** What of the page is shown; null for all of it. */
  #clip: Box | null = null;
  /** The box around the path so far, in the units in force; it says little of what one that `curved` covers. */
  #path: Box | null = null;
  #curved = false;
  #clipsNext = false;
  #areas = 0;
  /** Place and height of each word so far, one after the other. */
  readonly #words: number[] = [];
  readonly #whereabouts = new Whereabouts();
  #without = false;
  #white = false;
  #narrow = false;
  /** How thick lines are, in the units in force. */
  #thick = 1;
  readonly #saved: [without: boolean, white: boolean, clip: Box | null][] = [];

  draw(operator: Operator, numbers: Float64Array, count: number): void {
    this.#place(operator, numbers, count);
    switch (operator) {
      case 'q':
        if (this.#saved.length < mostSaved) this.#saved.push([this.#without, this.#white, this.#clip]);
        else this.overlaid = true;
        break;
      case 'Q':
        [this.#without, this.#white, this.#clip] = this.#saved.pop() ?? [this.#without, this.#white, this.#clip];
        break;
      case 'Tr':
        this.#without = numbers[0] === 3 || numbers[0] === 7;
        break;
      case 'Tz':
        this.#narrow = Math.abs(numbers[0] ?? 100) < unreadablyNarrow;
        break;
      case 'g':
      case 'rg':
      case 'k':
      case 'sc':
      case 'scn':
        this.#white = isWhite(numbers, count);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.#word();
        break;
      default:
        if (!this.overlaid) this.#paint(operator, numbers, count);
        break;
    }
  }

  /** A picture in the unit square, through which one sees unless it is `opaque`. */
  picture(opaque: boolean): void {
    if (opaque && !this.overlaid) this.overlaid = this.#covers(this.#whereabouts.boxOf(0, 0, 1, 1));
  }

  /** Begins a drawing within the page, of which this box is shown; gives what {@link leave} takes to be as before. */
  enter(matrix: Matrix, box: Box): readonly [own: number, place: number] {
    const own = this.#saved.length;
    this.#saved.push([this.#without, this.#white, this.#clip]);
    const place = this.#whereabouts.enter(matrix);
    this.#clip = within(this.#whereabouts.boxOf(...box), this.#clip);
    return [own, place];
  }

  leave([own, place]: readonly [own: number, place: number]): void {
    [this.#without, this.#white, this.#clip] = this.#saved[own] ?? [this.#without, this.#white, this.#clip];
    this.#saved.length = Math.min(own, this.#saved.length);
    this.#whereabouts.leave(place);
  }

  #word(): void {
    const { place, height } = this.#whereabouts;
    const [x, y] = place;
    this.maybeUnseen ||= this.#without || this.#white || this.#narrow || height < unreadablyLow;
    this.#stretch(x, y);
    this.overlaid ||= this.#clip !== null && isOff(place, height, this.#clip);
    if (!this.overlaid && this.#words.length < mostWords * 3) this.#words.push(x, y, height);
  }

  #paint(operator: Operator, numbers: Float64Array, count: number): void {
    switch (operator) {
      case 'm':
      case 'l':
        if (count >= 2) this.#stretchPath(numbers[count - 2] as number, numbers[count - 1] as number);
        break;
      case 'c':
      case 'v':
      case 'y':
        this.#curved = true;
        for (let at = 0; at + 1 < count; at += 2) this.#stretchPath(numbers[at] as number, numbers[at + 1] as number);
        break;
      case 're': {
        const first = Math.max(0, count - 4);
        const x = numbers[first] ?? 0;
        const y = numbers[first + 1] ?? 0;
        this.#stretchPath(x, y);
        this.#stretchPath(x + (numbers[first + 2] ?? 0), y + (numbers[first + 3] ?? 0));
        break;
      }
      case 'W':
      case 'W*':
        this.#clipsNext = true;
        break;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.#endPath(true);
        break;
      case 'w':
        this.#thick = numbers[0] ?? 1;
        break;
      case 'S':
      case 's':
        this.#endLine();
        break;
      case 'n':
        this.#endPath(false);
        break;
      case 'sh':
        if (this.#clip !== null && this.#covers(this.#clip)) this.overlaid = true;
        break;
      default:
        break;
    }
  }

  /** Whether words may lie under an area. */
  #covers(area: Box): boolean {
    const shown = within(area, this.#clip);
    if (this.#words.length === 0 || isThin(shown)) return false;
    if (++this.#areas > mostAreas || this.#words.length >= mostWords * 3) return true;
    for (let at = 0; at < this.#words.length; at += 3) {
      const [x, y] = [this.#words[at] ?? 0, this.#words[at + 1] ?? 0];
      if (isUnder([x, y], this.#words[at + 2] ?? 0, shown)) return true;
    }
    return false;
  }

  #stretchPath(x: number, y: number): void {
    const path = this.#path;
    if (path === null) this.#path = [x, y, x, y];
    else this.#path = [Math.min(path[0], x), Math.min(path[1], y), Math.max(path[2], x), Math.max(path[3], y)];
  }

  /** A line as thick as words are high may lie over them. */
  #endLine(): void {
    if (this.#path !== null && this.#thick > 1) {
      const half = this.#thick / 2;
      const [left, bottom, right, top] = this.#path;
      const area = this.#whereabouts.boxOf(left - half, bottom - half, right + half, top + half);
      if (area[3] - area[1] >= leastThick && this.#covers(area)) this.overlaid = true;
    }
    this.#endPath(false);
  }

  #endPath(filled: boolean): void {
    if (this.#path !== null && (filled || this.#clipsNext)) {
      const area = this.#whereabouts.boxOf(...this.#path);
      if (filled && !this.#curved && this.#covers(area)) this.overlaid = true;
      if (this.#clipsNext) this.#clip = bounded(area, this.#clip);
    }
    this.#clipsNext = false;
    this.#path = null;
    this.#curved = false;
  }

  #place(operator: Operator, numbers: Float64Array, count: number): void {
    const here = this.#whereabouts;
    switch (operator) {
      case 'q':
        here.save();
        break;
      case 'Q':
        here.restore();
        break;
      case 'cm':
        if (count >= 6) here.transform(lastSix(numbers, count));
        break;
      case 'BT':
        here.begin();
        break;
      case 'Tm':
        if (count >= 6) here.set(lastSix(numbers, count));
        break;
      case 'TD':
      case 'Td':
        if (operator === 'TD') here.lead(-(numbers[1] ?? 0));
        if (count >= 2) here.move(numbers[0] as number, numbers[1] as number);
        break;
      case 'TL':
        here.lead(numbers[0] ?? 0);
        break;
      case 'Tf':
        if (count > 0) here.type(numbers[0] as number);
        break;
      case 'Ts':
        here.raise(numbers[0] ?? 0);
        break;
      case 'T*':
        here.nextLine();
        break;
      case "'":
      case '"':
        here.nextLine();
        break;
      default:
        break;
    }
  }

  #stretch(x: number, y: number): void {
    const reach = this.reach;
    if (reach === null) this.reach = [x, y, x, y];
    else if (x < reach[0] || y < reach[1] || x > reach[2] || y > reach[3]) this.reach = around([...reach, x, y]);
  }
}

function lastSix(numbers: Float64Array, count: number): Matrix {
  const at = (place: number): number => numbers[count - 6 + place] as number;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** Of four parts each takes light away, of one or three each gives it: so near to white nobody sees it on paper. */
function isWhite(numbers: Float64Array, count: number): boolean {
  if (count !== 1 && count !== 3 && count !== 4) return false;
  for (let at = 0; at < count; at++) {
    const part = numbers[at] as number;
    if (count === 4 ? part > 1 - nearlyWhite : part < nearlyWhite) return false;
  }
  return true;
}
