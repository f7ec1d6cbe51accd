import type { Operator } from './content.ts';
import { around, type Box, type Matrix, unreadablyLow, Whereabouts } from './whereabouts.ts';

const mostSaved = 200;

/** Follows the operators that set how words look and where they stand: those without ink, in white or of no height may be unseen. */
export class Ink {
  maybeUnseen = false;
  reach: Box | null = null;
  readonly #whereabouts = new Whereabouts();
  #without = false;
  #white = false;
  readonly #saved: [without: boolean, white: boolean][] = [];

  draw(operator: Operator, numbers: Float64Array, count: number): void {
    this.#place(operator, numbers, count);
    switch (operator) {
      case 'q':
        if (this.#saved.length < mostSaved) this.#saved.push([this.#without, this.#white]);
        break;
      case 'Q':
        [this.#without, this.#white] = this.#saved.pop() ?? [this.#without, this.#white];
        break;
      case 'Tr':
        this.#without = numbers[0] === 3 || numbers[0] === 7;
        break;
      case 'g':
        this.#white = count === 1 && numbers[0] === 1;
        break;
      case 'k':
        this.#white = count === 4 && areAll(0, numbers, count);
        break;
      case 'rg':
      case 'sc':
      case 'scn':
        this.#white = count === 3 && areAll(1, numbers, count);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.maybeUnseen ||= this.#without || this.#white || this.#whereabouts.height < unreadablyLow;
        break;
      default:
        break;
    }
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
      case 'T*':
        here.nextLine();
        break;
      case "'":
      case '"':
        here.nextLine();
        this.#stretch(here.place);
        break;
      case 'Tj':
      case 'TJ':
        this.#stretch(here.place);
        break;
      default:
        break;
    }
  }

  #stretch([x, y]: readonly [number, number]): void {
    const reach = this.reach;
    if (reach === null) this.reach = [x, y, x, y];
    else if (x < reach[0] || y < reach[1] || x > reach[2] || y > reach[3]) this.reach = around([...reach, x, y]);
  }
}

function lastSix(numbers: Float64Array, count: number): Matrix {
  return Array.from(numbers.subarray(count - 6, count)) as unknown as Matrix;
}

function areAll(value: number, numbers: Float64Array, count: number): boolean {
  for (let at = 0; at < count; at++) if (numbers[at] !== value) return false;
  return true;
}
