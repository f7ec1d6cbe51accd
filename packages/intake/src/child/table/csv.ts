import { type Limits, Unreadable } from '../../limits.ts';
import { soundText } from '../text.ts';
import { separators } from './sniff.ts';

const longestField = 2 ** 20;
const mostCells = 2_000_000;

/** Rows of a CSV (RFC 4180) in UTF-8, UTF-16 or GB 18030; throws {@link Unreadable} with the line where a quote is never closed. */
export async function readCsv(bytes: Uint8Array, limits: Limits): Promise<string[][]> {
  const text = soundText(bytes).replace(/^\ufeff/u, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let line = 1;
  let at = 0;
  const endCell = (value: string): void => {
    if (++cells > mostCells)
      throw new Unreadable(`表格超过 ${mostCells / 10_000} 万个单元格，没有读取；请分成几个文件`);
    const plain = value.includes('\0') ? value.replaceAll('\0', '') : value;
    // So programs write what Excel must not take for a number.
    row.push(plain.startsWith('="') ? plain.replace(/^="([^"]*)"$/u, '$1') : plain);
  };
  const endRow = (): void => {
    if (rows.length >= limits.rows) throw new Unreadable(`表格超过 ${limits.rows} 行，没有读取；请分成几个文件`);
    rows.push(row);
    row = [];
    line++;
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const quoted = quotedAt(text, at, line);
      at = quoted.end;
      // What follows a closing quote before the separator belongs to the field.
      const rest = plainEnd(text, at, separator);
      endCell(quoted.value + text.slice(at, rest));
      line += quoted.lines;
      at = rest;
    } else {
      const end = plainEnd(text, at, separator);
      if (end - at > longestField)
        throw new Unreadable(`CSV 写法有误（第 ${line} 行附近）：一个单元格超过 1 MB；请核对引号是否成对`);
      endCell(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at++;
      if (at >= text.length) endCell('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    endRow();
  }
  if (row.length > 0) endRow();
  // What parts the fields is said for Excel in a line that is none of the table.
  if (/^sep=[^\r\n]?\r?(?:\n|$)/iu.test(text)) rows[0] = [];
  return rows;
}

/** What stands below tables. */
const closing = /^\s*(?:合计|小计|总计|备注|说明|注[:：]|制表|填表|填报|审核)/u;

const alikeFrom = 4;

/** What is said of a table whose last row ends before the width that nearly all others have; null for any other. */
export function endsEarly(rows: readonly (readonly string[])[]): string | null {
  const last = rows.at(-1) ?? [];
  const others = rows.slice(0, -1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = others.at(-1)?.length ?? 0;
  const alike = others.filter((row) => row.length === width).length;
  if (others.length < 3 || width < 3 || last.length >= width || alike < others.length * 0.9) return null;
  const [first = '', ...more] = last.filter((cell) => cell.trim() !== '');
  // A single cell is as a rule a note below the table, unless it begins as the one above it does.
  const begins = first.slice(0, alikeFrom) === (others.at(-1)?.[0] ?? '').slice(0, Math.min(alikeFrom, first.length));
  if ((more.length === 0 && !(begins && first !== '')) || closing.test(last[0] ?? '')) return null;
  return `最后一行（第 ${rows.length} 行）只有 ${last.length} 格，其他行有 ${width} 格，文件可能没有导出或者复制完整，请对照原件`;
}

/** The field whose opening quote stands at `start`; doubled quotes stand for one. */
function quotedAt(text: string, start: number, line: number): { value: string; end: number; lines: number } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0 || close - start > longestField)
      throw new Unreadable(`CSV 写法有误（第 ${line} 行附近）：引号没有成对；请用 Excel 打开改正，另存后再放入`);
    value += text.slice(from, close);
    if (text[close + 1] !== '"') return { value, end: close + 1, lines: value.split('\n').length - 1 };
    value += '"';
    from = close + 2;
  }
}

function plainEnd(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
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
