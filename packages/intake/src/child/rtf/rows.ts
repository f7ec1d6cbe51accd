import type { RowShape } from '../word/writer.ts';

/** The cells of rows as an RTF says them before or behind the words of a row. */
export class Rows {
  #left = 0;
  #edges: number[] = [];
  #continued: boolean[] = [];
  #next = false;

  follow(word: string, value: number): void {
    if (word === 'trowd') {
      this.#left = 0;
      this.#edges = [];
      this.#continued = [];
      this.#next = false;
    } else if (word === 'trleft') this.#left = value;
    else if (word === 'clvmrg') this.#next = true;
    else if (word === 'cellx' && this.#edges.length < mostCells) {
      this.#edges.push(value);
      this.#continued.push(this.#next);
      this.#next = false;
    }
  }

  shape(): RowShape | null {
    return this.#edges.length === 0 ? null : { left: this.#left, edges: this.#edges, continued: this.#continued };
  }
}

const mostCells = 200;
