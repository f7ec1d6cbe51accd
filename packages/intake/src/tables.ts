import { defaultLimits, type Limits, Unreadable } from './limits.ts';
import type { TableRow } from './protocol.ts';
import { Worker } from './worker.ts';

/** A sheet with its rows that are not empty. `name` is '' for a CSV. */
export interface Table {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/**
 * The sheets of an XLSX or CSV file (UTF-8, UTF-16 or GB 18030), read in a process of their own under the limits. Throws {@link Unreadable}, in
 * Chinese, for anything else and for a file beyond a limit.
 */
export async function readTables(
  file: { readonly path: string; readonly password?: string },
  limits: Limits = defaultLimits,
): Promise<readonly Table[]> {
  const worker = new Worker();
  const tables: { name: string; rows: TableRow[] }[] = [];
  try {
    const { failed } = await worker.run({ kind: 'table', ...file, limits }, limits, (answer) => {
      if (answer.kind !== 'rows') return undefined;
      const last = tables.at(-1);
      if (last?.name === answer.sheet) last.rows.push(...answer.rows);
      else tables.push({ name: answer.sheet, rows: [...answer.rows] });
      return undefined;
    });
    if (failed !== null) throw new Unreadable(failed);
  } finally {
    worker.close();
  }
  return tables;
}
