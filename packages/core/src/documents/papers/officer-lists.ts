import { cellAt } from '../form-cells.ts';
import { type Cell, Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { namesIn, type Span } from './blocks.ts';
import { certificatesIn } from './certificates.ts';
import { certificateLabels, officerLabels } from './record-labels.ts';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Names and certificates that stand one below the other beside the label of the officers, under heads of their own. */
export interface OfficerList {
  readonly names: readonly Extent[];
  readonly certificates: readonly Extent[];
}

/** 检查人员 | 姓名 | 执法证号, and a row for each officer. */
export function officerList(reader: Reader): OfficerList {
  const wordsOf = (cell: Cell): string => reader.dense.slice(cell.start, cell.end).replace(/:$/u, '');
  for (const label of reader.cells) {
    if (label.rows < 2 || !officerLabels.includes(wordsOf(label))) continue;
    const beside = reader.cells.filter(
      (one) =>
        one.table === label.table &&
        one.row >= label.row &&
        one.row < label.row + label.rows &&
        one.column > label.column,
    );
    const heads = beside.filter((one) => one.row === label.row);
    const under = (is: (words: string) => boolean): Extent[] => {
      const head = heads.find((one) => is(wordsOf(one)));
      return head === undefined
        ? []
        : beside
            .filter((one) => one.row > label.row && one.column === head.column && one.end > one.start)
            .map((one) => ({ from: one.start, to: one.end }));
    };
    const names = under((words) => words === '姓名');
    // Labels in every row head nothing below them.
    if (heads.length < 2 || names.some(({ from, to }) => reader.dense.slice(from, to) === '姓名')) continue;
    if (names.length > 0) return { names, certificates: under((words) => certificateLabels.includes(words)) };
  }
  return { names: [], certificates: [] };
}

/** 核查人员 over some rows, in each of them a name beside it: the cells right behind the label's, but for the first. */
export function rowsBeside(reader: Reader, at: number): readonly Extent[] {
  const label = cellAt(reader, at);
  if (label === null || label.rows < 2) return [];
  return reader.cells
    .filter(
      (one) =>
        one.table === label.table &&
        one.row > label.row &&
        one.row < label.row + label.rows &&
        one.column === label.column + label.columns &&
        one.end > one.start,
    )
    .map((one) => ({ from: one.start, to: one.end }));
}

/** A number of a certificate with those on the lines below it that hold nothing else. */
export function numbersBelow(reader: Reader, { from, to }: Extent): Extent {
  let end = to;
  for (let index = reader.lineAt(Math.max(from, to - 1)) + 1; index < reader.lines.length; index++) {
    const line = reader.lines[index];
    if (
      line === undefined ||
      line.start !== end ||
      !/^[A-Za-z\d-]{5,24}$/u.test(reader.dense.slice(line.start, line.end))
    )
      break;
    end = line.end;
  }
  return { from, to: end };
}

const ONE_MORE =
  /^([\u3400-\u9fff]{2,4}?)[、,:]?\(?(?:(?:行政)?(?:执法)?证件?(?:编?号码?)?:?)?([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滇黔陇秦]?[A-Z]{0,4}\d{5,20})\)?$/u;

/** 执法人员 张三 执法证号 1001, and below it 李四 1002: rows of a name and a number alone, right below the one with the labels, are of further officers. */
export function officersBelow(reader: Reader, at: number): readonly Extent[] {
  const found: Extent[] = [];
  for (let index = reader.lineAt(at) + 1; index < reader.lines.length; index++) {
    const { start, end } = reader.lines[index] ?? { start: 0, end: 0 };
    const row = ONE_MORE.exec(reader.dense.slice(start, end));
    const next = start + (row?.[1]?.length ?? 0);
    if (row === null || (reader.gapBefore(next) === Gap.none && reader.dense[next] !== '(')) break;
    found.push({ from: start, to: end });
  }
  return found;
}

/** How those who come call themselves. */
const role =
  /(?:我们是|我们系|我是)[^。?]{2,60}?(?:(?:执法|工作|办案|检查|调查)人员|(?:监督|监察|检查|执法|稽查)员|警察|民警)/u;

/** 我们是某局的执法人员甲、乙，执法证件号码分别为…, 监督员甲(证号1)、乙(证号2): names and numbers as the officers introduce themselves. */
export function introduction(
  reader: Reader,
): (Span & { names: readonly (Span & { name: string })[]; certificates: string[] }) | null {
  const found = role.exec(reader.dense);
  if (found === null) return null;
  const from = found.index + found[0].length;
  const end = clauseEnd(reader.dense, from);
  const stop = Math.min(reader.dense.length, from + 140);
  const names = namesIn(reader, { from, end });
  return { start: found.index, end, names, certificates: [...certificatesIn(reader, { from, end: stop })] };
}

/** The first mark behind the offset that stands in no brackets, which tell of posts and numbers. */
function clauseEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + 80); at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && ',。;?'.includes(text[at] ?? '')) return at;
  }
  return Math.min(text.length, from + 12);
}

/** 我们是某局执法人员张三,证件号码为12345: one name, one number, in print. */
export function presentsOne(reader: Reader, introduced: ReturnType<typeof introduction>): boolean {
  return introduced?.names.length === 1 && introduced.certificates.length === 1 && !reader.pages.some(isScan);
}
