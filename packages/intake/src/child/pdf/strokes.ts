/** A straight line drawn level or upright, `[left, bottom, right, top]` in the units of the page; thin bars are lines too. */
export type Stroke = readonly [number, number, number, number];

/** Shorter lines are strokes of drawings and characters. */
const shortest = 9;
const thickest = 3;
/** A form has no more; maps and plans do. */
const mostStrokes = 3000;
const mostPictures = 100;

type Matrix = readonly [number, number, number, number, number, number];

/** The operators that draw paths, with their numbers. Those of words are passed over unread: what looks like one within a word is too rare to matter. */
const drawing =
  /(?:^|[\s\])>])(?:((?:[-+]?[\d.]+\s+){2,6})(re|l|m|cm)|([qQsSFn]|h|Do|[fBb]\*?)|[\d.](?:\s+)([cvy]))(?=\s|$)/gu;
const drawsLine = /[\s\d](?:re|l)(?=\s)/gu;

/** What a content stream draws beside words. */
export interface Drawing {
  /** Level and upright lines; none where there are too few for a form. */
  readonly strokes: readonly Stroke[];
  /** Where pictures stand. */
  readonly pictures: readonly Stroke[];
}

const nothing: Drawing = { strokes: [], pictures: [] };

/** The lines and pictures that a content stream draws. */
export function drawingIn(content: string): Drawing {
  let drawn = 0;
  for (const _ of content.matchAll(drawsLine)) if (++drawn >= 4) break;
  if (drawn < 4 && !/\sDo\s/u.test(content)) return nothing;
  const pen = new Pen();
  // The data of a picture within the stream looks like anything.
  const end = content.search(/\sBI\s/u);
  for (const [, numbers = '', placed, painted, curve] of (end < 0 ? content : content.slice(0, end)).matchAll(
    drawing,
  )) {
    if (pen.strokes.length > mostStrokes) return nothing;
    pen.draw(placed ?? painted ?? curve ?? '', placed === undefined ? [] : numbers.trim().split(/\s+/u).map(Number));
  }
  return { strokes: drawn < 4 ? [] : pen.strokes, pictures: pen.pictures };
}

/** Follows the operators that draw paths. */
class Pen {
  readonly strokes: Stroke[] = [];
  readonly pictures: Stroke[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  readonly #saved: Matrix[] = [];
  #path: [number, number][][] = [];
  #curved = false;

  draw(operator: string, numbers: readonly number[]): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (operator) {
      case 'q':
        if (this.#saved.length < 200) this.#saved.push(this.#matrix);
        break;
      case 'Q':
        this.#matrix = this.#saved.pop() ?? this.#matrix;
        break;
      case 'cm': {
        const [ma, mb, mc, md, me, mf] = this.#matrix;
        this.#matrix = [
          a * ma + b * mc,
          a * mb + b * md,
          c * ma + d * mc,
          c * mb + d * md,
          e * ma + f * mc + me,
          e * mb + f * md + mf,
        ];
        break;
      }
      case 'Do': {
        const [[x0, y0], [x1, y1]] = [this.#at(0, 0), this.#at(1, 1)];
        if (this.pictures.length < mostPictures)
          this.pictures.push([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]);
        break;
      }
      case 'm':
        this.#path.push([this.#at(a, b)]);
        break;
      case 'l':
        this.#path.at(-1)?.push(this.#at(a, b));
        break;
      case 're':
        this.#path.push([
          this.#at(a, b),
          this.#at(a + c, b),
          this.#at(a + c, b + d),
          this.#at(a, b + d),
          this.#at(a, b),
        ]);
        break;
      case 'c':
      case 'v':
      case 'y':
        this.#curved = true;
        break;
      case 'h': {
        const part = this.#path.at(-1);
        if (part?.[0] !== undefined) part.push(part[0]);
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

  #at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }

  #stroke(): void {
    if (this.#curved) return;
    for (const part of this.#path) {
      part.forEach(([x, y], index) => {
        const before = part[index - 1];
        if (before !== undefined)
          this.#put(Math.min(x, before[0]), Math.min(y, before[1]), Math.max(x, before[0]), Math.max(y, before[1]));
      });
    }
  }

  /** A bar painted as a thin area is a line as well. */
  #fill(): void {
    if (this.#curved) return;
    for (const part of this.#path) {
      const xs = part.map(([x]) => x);
      const ys = part.map(([, y]) => y);
      this.#put(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    }
  }

  #put(left: number, bottom: number, right: number, top: number): void {
    const [across, up] = [right - left, top - bottom];
    if (Math.min(across, up) <= thickest && Math.max(across, up) >= shortest)
      this.strokes.push([left, bottom, right, top]);
  }

  #end(): void {
    this.#path = [];
    this.#curved = false;
  }
}
