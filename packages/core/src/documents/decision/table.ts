import { Gap, type Reader } from '../pages.ts';
import { type Field, readFields } from '../scan/labels.ts';
import { isAgencyName } from '../titles.ts';
import { ALL_LABELS } from './labels.ts';
import type { Paper, Span } from './paper.ts';
import type { Fine } from './sanctions.ts';

/** Rows of the tables agencies publish about a decision; two or three of them may stand in a web page's head. */
export const TABLE_ROW =
  /^(?:作出(?:行政)?处罚(?:决定)?的(?:行政)?机关|(?:行政处罚)?案件名称|处罚类别|(?:行政)?处罚(?:内容|依据|结果|种类|类别|文号|决定(?:书)?(?:文号|案号))|决定书时间|违法(?:行为类型|主体|企业|自然人)|行政相对人|决定书文号|罚款金额|(?:主要)?违法(?:违规)?事实|违规(?:主体|行为类型|事实)|被处罚当事人|作出(?:行政)?处罚决定的?日期)/;

/** Whether the text is the table an agency publishes of one decision. */
export function isPublishedTable({ lines, dense, gapBefore }: Reader): boolean {
  const rows = new Set<string>();
  for (const { start, end } of lines) {
    for (let at = start; at < end && at < start + LONGEST_ROW; at++) {
      const gap = at === start ? Gap.line : gapBefore(at);
      if (gap < Gap.space) continue;
      const label = TABLE_ROW.exec(dense.slice(at, Math.min(end, at + 20)))?.[0];
      // In a copy of one line a blank and the mark behind it part a label from the cell before.
      if (label !== undefined && (gap >= Gap.wide || dense[at + label.length] === ':')) rows.add(label);
    }
  }
  return rows.size > 3;
}

/** The labels stand at the head of a line; a story goes on. */
const LONGEST_ROW = 3000;

const NUMBER_CELLS = [
  '处罚文号',
  '行政处罚决定书文号',
  '行政处罚决定文号',
  '处罚决定书文号',
  '决定书文号',
  '行政处罚决定案号',
];
const DATE_CELLS = [
  '决定书时间',
  '处罚决定日期',
  '作出行政处罚决定日期',
  '作出处罚决定日期',
  '作出行政处罚决定的日期',
  '作出处罚决定的日期',
  '作出行政处罚日期',
  '作出行政处罚的日期',
  '作出处罚的日期',
];
const AGENCY_CELLS = [
  '作出行政处罚决定的行政机关',
  '作出行政处罚决定的机关',
  '作出行政处罚决定机关',
  '作出处罚决定的行政机关',
  '作出处罚决定的机关',
  '作出处罚决定机关',
  '作出行政处罚的机关',
  '作出处罚的机关',
].flatMap((label) => [`${label}名称和日期`, `${label}名称`, label]);
const OWN_CELLS = [...AGENCY_CELLS, '处罚机关', '处罚单位'];
const PENALTY_CELLS = ['处罚结果及执行情况', '处罚结果', '行政处罚结果', '处罚内容', '行政处罚内容'];
const OTHER_CELLS = [
  ...PENALTY_CELLS,
  '案由',
  '立案时间',
  '权力编码',
  '项目名称',
  '序号',
  '违法行为类型',
  '违法事实',
  '处罚依据',
  '处罚类别',
  '处罚种类',
  '处罚有效期',
  '公示截止期',
  '公示期限',
  '备注',
];
/** All labels of published tables and of parties. */
export const CELLS: readonly string[] = [
  ...new Set([...NUMBER_CELLS, ...DATE_CELLS, ...OWN_CELLS, ...OTHER_CELLS, ...ALL_LABELS]),
];

/** What heads a column and is no cell we read. */
const HEADS: ReadonlySet<string> = new Set([
  ...CELLS,
  '行政处罚的种类和依据',
  '行政处罚的依据和种类',
  '行政处罚的履行方式和期限',
  '行政处罚决定',
  '处罚决定',
  '处罚时间',
  '处罚日期',
  '执行情况',
]);
const FEWEST_COLUMNS = 5;
/** A story fills lines nobody can count: what stands behind it belongs to no head for sure. */
const STORY = /事实|依据|方式|内容|结果|种类|情况|^处罚决定$|^行政处罚决定$/;

/**
 * 序号 / 文号 / 名称 / … 1 / 甲罚〔2025〕1号 / 某某公司 / …: a copy of a table gives the heads of its columns line by line and then its one row in the
 * same order. Empty where the text is no such table or holds more rows.
 */
export function columnsOf({ lines, dense, print }: Reader): readonly Field[] {
  const words = lines.map(({ start, end }) => (end - start <= 24 ? dense.slice(start, end) : ''));
  const first = words.findIndex((_, at) => words.slice(at, at + FEWEST_COLUMNS).every((word) => HEADS.has(word)));
  const count = first < 0 ? 0 : words.slice(first).findIndex((word) => !HEADS.has(word));
  if (count < FEWEST_COLUMNS) return [];
  const row = words.slice(first + count);
  const heads = words.slice(first, first + count);
  const numbered = heads.findIndex((head) => NUMBER_CELLS.includes(head));
  if (numbered < 0 || row.slice(1).includes('2')) return [];
  // The number of the row, alone in its line, may have been taken for that of the page.
  const skipped = [0, 1].find((lost) => /\d{4}[〕\]】)]\D{0,6}\d+号$/.test(row[numbered - lost] ?? ''));
  if (skipped === undefined || (skipped === 1 && heads[0] !== '序号')) return [];
  // Where every cell fills one line, those behind the story can be counted too.
  const counted = row.length <= heads.length - skipped && row.length >= heads.length - skipped - 1;
  const fields: Field[] = [];
  for (const [at, label] of heads.slice(skipped).entries()) {
    const cell = lines[first + count + at];
    if (cell === undefined || (!counted && STORY.test(label))) break;
    fields.push({
      label,
      start: cell.start,
      from: cell.start,
      to: cell.end,
      text: print(cell.start, cell.end),
      colon: false,
    });
  }
  return fields;
}

const read = new WeakMap<Reader, readonly Field[]>();

/** What stands under or beside the labels of a published table. */
function cellsOf(reader: Reader): readonly Field[] {
  const before = read.get(reader);
  if (before !== undefined) return before;
  const columns = columnsOf(reader);
  const fields =
    columns.length > 0
      ? columns
      : isPublishedTable(reader)
        ? readFields(reader, CELLS).filter(
            ({ start, to, from, colon }) => reader.gapBefore(start) >= (colon ? Gap.space : Gap.wide) && to > from,
          )
        : [];
  read.set(reader, fields);
  return fields;
}

const TOLD: Readonly<Record<'number' | 'date' | 'penalty', readonly string[]>> = {
  number: NUMBER_CELLS,
  date: DATE_CELLS,
  penalty: PENALTY_CELLS,
};

/** What a published table gives as the number of the decision, its day or what it imposes; null where the text is none or leaves it open. */
export function cellInTable(reader: Reader, what: keyof typeof TOLD): Field | null {
  const labels = TOLD[what];
  return cellsOf(reader).find(({ label }) => labels.includes(label)) ?? null;
}

/** 作出行政处罚的机关名称和日期 | 甲县农业农村局 2024年…: the last row of a published table. */
export function agencyInTable({ reader, text }: Paper): (Span & { name: string }) | null {
  for (const { label, from, to } of cellsOf(reader)) {
    if (!OWN_CELLS.includes(label)) continue;
    let end = from + 1;
    while (end < to && end - from < 40 && reader.gapBefore(end) < Gap.space && !/\d/.test(text[end] ?? '')) end++;
    if (isAgencyName(text.slice(from, end))) return { start: from, end, name: reader.print(from, end) };
  }
  return null;
}

/** 罚款金额(万元) | 5.5: the fine as a column of the table gives it; a sum of fines and confiscations is one only where 罚款 stands alone. */
export function fineInTable({ reader, text }: Paper): Fine[] {
  if (!isPublishedTable(reader)) return [];
  const cell = /罚(没)?款?金额\(万元\):?(\d{1,6}(?:\.\d{1,6})?)(?![\d.])/.exec(text);
  if (cell === null || (cell[1] !== undefined && !/处罚(?:类别|种类):?罚款(?=罚没)/.test(text))) return [];
  const yuan = Math.round(Number(cell[2]) * 1_000_000) / 100;
  const start = cell.index + cell[0].length - (cell[2]?.length ?? 0);
  return yuan === 0 ? [] : [{ start, end: cell.index + cell[0].length, yuan, contradicts: false, total: false }];
}

/** 暂扣或吊销证照名称及编号 |, 没收违法所得、没收非法财物的金额(万元) |: the head of a cell imposes nothing. */
export function headsCell({ reader, text }: Paper, at: number): boolean {
  const [label] =
    /^(?:暂扣(?:或(?:者)?吊销)?|吊销|没收违法所得[、或和及]?|没收非法财物)[一-龥、()]{0,16}?(?:名称(?:及编号)?|金额)(?:\([万亿]?元\))?/.exec(
      text.slice(at, at + 40),
    ) ?? [''];
  return (
    label !== '' &&
    (/金额\([万亿]?元\)$/.test(label) ||
      text[at + label.length] === ':' ||
      reader.gapBefore(at + label.length) >= Gap.wide)
  );
}
