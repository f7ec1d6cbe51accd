/** What a pair of different characters costs, and one without a partner. */
const [changed, alone] = [4, 3];

/** Pairs of places in the two readings by the least number of changes; null where the other has none. */
export function aligned(
  first: readonly string[],
  second: readonly string[],
): (readonly [number | null, number | null])[] {
  const columns = second.length + 1;
  const costs = new Uint16Array((first.length + 1) * columns);
  const cost = (row: number, column: number): number => costs[row * columns + column] ?? 0;
  const change = (row: number, column: number): number => (isSame(first[row - 1], second[column - 1]) ? 0 : changed);
  for (let row = 0; row <= first.length; row++)
    for (let column = 0; column <= second.length; column++)
      costs[row * columns + column] =
        row === 0 || column === 0
          ? (row + column) * alone
          : Math.min(
              cost(row - 1, column - 1) + change(row, column),
              cost(row - 1, column) + alone,
              cost(row, column - 1) + alone,
            );
  const pairs: (readonly [number | null, number | null])[] = [];
  let [row, column] = [first.length, second.length];
  while (row > 0 || column > 0) {
    if (row > 0 && column > 0 && cost(row, column) === cost(row - 1, column - 1) + change(row, column))
      pairs.push([--row, --column]);
    else if (row > 0 && cost(row, column) === cost(row - 1, column) + alone) pairs.push([--row, null]);
    else pairs.push([null, --column]);
  }
  return pairs.reverse();
}

/** Brackets and marks of either width are the same to whoever reads on. */
const folded: ReadonlyMap<string, string> = new Map([
  ...['〔﹝［【', '〕﹞］】'].flatMap((all, at) =>
    Array.from(all, (one): [string, string] => [one, at === 0 ? '[' : ']']),
  ),
  ['“', '"'],
  ['”', '"'],
  ['。', '.'],
  ['、', ','],
]);

export function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || fold(one) === fold(other);
}

function fold(text: string): string {
  const plain = text.normalize('NFKC');
  return folded.get(plain) ?? plain;
}
