/** Follows what a file holds twice, for newer and older programs: the first is read, and the second only where there is no first. */
export class Alternatives {
  /** Of each pair that is open, whether its first was met. */
  readonly #met: boolean[] = [];
  #over = 0;

  open(name: string): void {
    if (name === 'AlternateContent') this.#met.push(false);
    else if (name === 'Choice' && this.#met.length > 0) this.#met[this.#met.length - 1] = true;
    else if (name === 'Fallback' && this.#met.at(-1) !== false) this.#over++;
  }

  close(name: string): void {
    if (name === 'AlternateContent') this.#met.pop();
    else if (name === 'Fallback' && this.#met.at(-1) !== false) this.#over--;
  }

  /** What stands here was read in the first already. */
  get repeats(): boolean {
    return this.#over > 0;
  }
}
