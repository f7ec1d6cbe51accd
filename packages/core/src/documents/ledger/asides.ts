import { type LedgerHead, plainHeading } from './columns.ts';
import { isEmptyCell } from './values.ts';

/** What a row of a table is that holds no case. */
export type Aside = 'heading' | 'sum' | 'title' | 'note' | 'nothing';

const sums =
  /^(?:本页|本月|本季度?|本年度?|全年|上半年|下半年|\d{1,2}\s*月份?)?\s*(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计)(?:[（(][^（）()]*[）)])?[:：]?$/u;
const countedSum = /^(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|共)[:：]?\s*\d+\s*[件宗起户条项例个].{0,30}$/u;
const notes =
  /^(?:注|备注|说明|附注|填表|制表|填报|统计|审核|复核|审批|经办|联系|负责人|分管|打印|导出|数据来源|截至|截止)[^:：]{0,6}[:：]/u;
const titles = [
  /^.{0,60}(?:台账|登记表|登记簿|一览表|统计表|汇总表|明细表|情况表|清单)(?:[（(].{0,20}[）)])?$/u,
  /^\d{4}\s*年度?(?:\s*第?[一二三四1-4]\s*季度|\s*[上下]半年|\s*\d{1,2}\s*月份?)?$/u,
  /^(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?|[一二三四五六七八九十]{1,3}月份?)$/u,
  /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]\s*\S{1,20}$/u,
  /^[（(]?\s*(?:续\s*表|接\s*上\s*页|转\s*下\s*页)\s*[）)]?$/u,
  /^第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$/u,
];

/** What a row below the headings is where it is no case: headings once more, as printed on each page, sums, titles of parts, notes, or nothing under any heading that is used; null where it is one. */
export function asideOf(cells: readonly string[], head: LedgerHead): Aside | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return 'nothing';
  if (isHeading(cells, head)) return 'heading';
  const [first = ''] = filled;
  if (isSum(cells, head)) return 'sum';
  // One cell over a whole row is as a rule merged from several.
  if (new Set(filled).size === 1 && titles.some((title) => title.test(first))) return 'title';
  if (notes.test(first) && filled.every((cell) => cell === first || /[:：]/u.test(cell))) return 'note';
  const used = head.columns.some(({ path }, column) => path !== null && !isEmptyCell((cells[column] ?? '').trim()));
  const beyond = cells.slice(head.columns.length).some((cell) => !isEmptyCell(cell.trim()));
  return used || beyond ? null : 'nothing';
}

/** The headings once more: every cell that is filled says what stands over it, and there are at least two. */
function isHeading(cells: readonly string[], { columns }: LedgerHead): boolean {
  let same = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.trim() === '') continue;
    if (plainHeading(cell) !== plainHeading(columns[column]?.heading ?? '')) return false;
    same++;
  }
  return same >= 2;
}

/** What names a case or its party: a row that has one of them is no sum. */
const naming: ReadonlySet<string | null> = new Set(['id', 'decision.number', 'party.name']);

function isSum(cells: readonly string[], { columns }: LedgerHead): boolean {
  const at = cells.findIndex((cell) => sums.test(cell.trim()) || countedSum.test(cell.trim()));
  return (
    at >= 0 &&
    cells.every(
      (cell, column) =>
        column === at || !naming.has(columns[column]?.path ?? null) || isEmptyCell(cell.trim()) || isCount(cell),
    )
  );
}

/** Under the names of cases sums say how many there are. */
function isCount(cell: string): boolean {
  return /^\s*(?:共\s*)?\d+\s*[件宗起户条项例个家]?\s*$/u.test(cell) || sums.test(cell.trim());
}

const words: Readonly<Record<Aside, string>> = {
  heading: '重复了表头',
  sum: '是合计',
  title: '是标题',
  note: '是表下的说明',
  nothing: '各列都没有填写',
};
const mostNamed = 20;

/** Says which rows of a table were passed over and why, in Chinese; nothing is said of rows that are quite empty. */
export function passedOver(place: string, rows: readonly (readonly string[])[], head: LedgerHead): string[] {
  const found = new Map<Aside, number[]>();
  for (let index = head.row + 1; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const aside = asideOf(cells, head);
    if (aside === null) continue;
    const numbers = found.get(aside) ?? [];
    numbers.push(index + 1);
    found.set(aside, numbers);
  }
  return [...found].map(([aside, numbers]) => {
    const named = numbers.slice(0, mostNamed).join('、');
    const rest = numbers.length > mostNamed ? `等 ${numbers.length} 行` : '行';
    return `${place} 第 ${named} ${rest}${words[aside]}，没有当作案件`;
  });
}
