type Attributes = Readonly<Record<string, string>>;

function isHidden({ hidden }: Attributes): boolean {
  return hidden === '1' || hidden === 'true';
}

/** Rows and columns of a sheet that are not shown, as a filter or a hand leaves them. */
export class Concealed {
  readonly #rows = new Set<number>();
  readonly #columns: (readonly [from: number, to: number])[] = [];

  row(number: number, attributes: Attributes): void {
    if (isHidden(attributes)) this.#rows.add(number);
  }

  column(attributes: Attributes): void {
    if (isHidden(attributes)) this.#columns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
  }

  /** How many of them hold something, in Chinese; empty for none. Rows are numbered from 1, their cells from 0. */
  among(rows: ReadonlyMap<number, readonly string[]>): string {
    const hiddenRows = [...rows].filter(
      ([number, cells]) => this.#rows.has(number) && cells.some((cell) => cell !== ''),
    );
    const widest = [...rows.values()].reduce((most, cells) => Math.max(most, cells.length), 0);
    const hiddenColumns = Array.from({ length: widest }, (_, index) => index).filter(
      (index) =>
        this.#columns.some(([from, to]) => index >= from && index <= to) &&
        [...rows.values()].some((cells) => (cells[index] ?? '') !== ''),
    );
    return [
      ...(hiddenRows.length > 0 ? [` ${hiddenRows.length} 行`] : []),
      ...(hiddenColumns.length > 0 ? [` ${hiddenColumns.length} 列`] : []),
    ].join('和');
  }
}
