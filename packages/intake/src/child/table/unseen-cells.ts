type Attributes = Readonly<Record<string, string>>;

const isHidden = ({ hidden }: Attributes): boolean => hidden === '1' || hidden === 'true';

/** Counts rows and columns of a sheet that are not shown though something stands in them. */
export class Unseen {
  readonly #stretches: { readonly from: number; readonly to: number }[] = [];
  readonly #rows = new Set<number>();
  readonly #columns = new Set<number>();
  #here = false;

  /** Columns count from 1, from one to another. */
  column(attributes: Attributes): void {
    if (isHidden(attributes) && this.#stretches.length < 1000)
      this.#stretches.push({ from: Number(attributes.min), to: Number(attributes.max) });
  }

  row(attributes: Attributes): void {
    this.#here = isHidden(attributes);
  }

  /** Something stands in this column, counted from 0. */
  cell(row: number, column: number): void {
    if (this.#here) this.#rows.add(row);
    if (this.#stretches.some(({ from, to }) => column + 1 >= from && column + 1 <= to)) this.#columns.add(column);
  }

  get counts(): { readonly rows: number; readonly columns: number } {
    return { rows: this.#rows.size, columns: this.#columns.size };
  }
}
