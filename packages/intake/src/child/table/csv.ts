import { CsvError, parse } from 'csv-parse';
import { type Limits, Unreadable } from '../../limits.ts';
import { decodeText } from '../text.ts';
import { separators } from './sniff.ts';

const longestField = 2 ** 20;
const mostCells = 5_000_000;

/** Rows of a CSV in UTF-8, UTF-16 or GB 18030; throws {@link Unreadable} with the line for a quote never closed and the like. */
export async function readCsv(bytes: Uint8Array, _limits: Limits): Promise<string[][]> {
  const text = decodeText(bytes)
    .replace(/^\ufeff/u, '')
    .replaceAll('\0', '');
  const rows: string[][] = [];
  let cells = 0;
  const parser = parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestField,
  });
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      cells += row.length;
      if (cells > mostCells) throw new Unreadable(`表格超过 ${mostCells / 10_000} 万个单元格`);
      rows.push(row);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? `（第 ${error.lines} 行附近）` : '';
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      throw new Unreadable(`CSV 写法有误${line}：一条记录超过 1 MB，可能是引号没有成对`);
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw new Unreadable(`CSV 写法有误${line}：引号没有成对`);
    throw new Unreadable(`CSV 写法有误${line}（${error.code}）`);
  }
  return rows;
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4000).split('\n').slice(0, 5).join('\n');
  let best: string = ',';
  let most = 0;
  for (const separator of separators) {
    const count = head.split(separator).length;
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}
