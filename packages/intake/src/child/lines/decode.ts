/** A character read, 0…1 sure of it, its middle in columns of what the model gave. */
export interface Decoded {
  readonly text: string;
  readonly confidence: number;
  readonly column: number;
}

/**
 * The characters of a line from the shares the model gives each of them in each of `columns`; `characters[0]` stands for none. The same
 * character in neighbouring columns is one.
 */
export function decode(shares: Float32Array, columns: number, characters: readonly string[]): Decoded[] {
  const found: Decoded[] = [];
  const size = characters.length;
  let last = 0;
  let first = 0;
  let most = 0;
  for (let column = 0; column <= columns; column++) {
    let [best, share] = [0, 0];
    if (column < columns)
      for (let at = 0; at < size; at++) {
        const own = shares[column * size + at] ?? 0;
        if (own > share) [best, share] = [at, own];
      }
    if (best === last) {
      most = Math.max(most, share);
      continue;
    }
    if (last !== 0) found.push({ text: characters[last] ?? '', confidence: most, column: (first + column - 1) / 2 });
    [last, first, most] = [best, column, share];
  }
  return found;
}
