import { Gap, type Reader } from '../pages.ts';
import { scanDates } from '../scan/dates.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { isAgencyName } from '../titles.ts';
import { BUSINESS_END, isName, NOTE_ON_NAME } from './names.ts';
import type { Span } from './paper.ts';

/** One decision, or one of the persons a decision falls on, as a row of a published table tells it. */
export interface PublishedRow {
  readonly party: Span | null;
  readonly number: (Span & { readonly value: string }) | null;
  readonly date: (Span & { readonly value: string }) | null;
  readonly agency: Span | null;
  readonly basis: Span | null;
  readonly penalty: Span | null;
}

type Column = 'ordinal' | 'party' | 'number' | 'story' | 'basis' | 'penalty' | 'agency' | 'date' | 'other';

/** Heads of the columns banks, insurers and other offices are published in, longest first where one begins another. */
const HEADS: readonly (readonly [RegExp, Column])[] = [
  [/^序号$/, 'ordinal'],
  [
    /^(?:被?(?:行政)?处罚)?(?:当事人|相对人|机构|单位|企业|对象)(?:姓名|名称|姓名或名称|姓名或者名称|姓名\(名称\)|名称\(姓名\)|\(姓名或名称\))?$/,
    'party',
  ],
  [/^(?:行政相对人|被处罚人|违法主体|违法企业|企业|单位|机构)(?:名称|姓名)?$/, 'party'],
  [/^(?:行政处罚|处罚)?决定(?:书)?文?(?:书)?(?:文?号|编号)$|^(?:处罚)?文号$/, 'number'],
  [/^(?:主要)?违法(?:违规)?(?:行为|事实)(?:类型|\(案由\))?$|^案由$|^案件名称$/, 'story'],
  [/^(?:行政)?处罚(?:的)?依据$/, 'basis'],
  [/^(?:行政)?处罚(?:的)?(?:内容|决定|结果|种类|种类及金额)(?:和金额|及金额)?$/, 'penalty'],
  [/^(?:作出)?(?:(?:行政)?处罚)?(?:决定)?的?(?:行政)?机关(?:的)?(?:名称)?$/, 'agency'],
  [/^(?:作出)?(?:(?:行政)?处罚)?(?:决定)?的?(?:日期|时间)$/, 'date'],
  [/^(?:公示期限|公示期|备注|信息公示日期|机构地址|地址)$/, 'other'],
];

interface Token extends Span {
  readonly text: string;
}

const fewestHeads = 4;
const mostHeads = 12;
const mostRows = 40;
const longestHead = 24;

function columnOf(head: string): Column | null {
  return head.length > longestHead ? null : (HEADS.find(([words]) => words.test(head))?.[1] ?? null);
}

/** The stretches of the text that white space parts. */
function tokensOf(reader: Reader): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  const { dense } = reader;
  for (let at = 1; at <= dense.length; at++) {
    if (at < dense.length && reader.gapBefore(at) < Gap.space) continue;
    tokens.push({ start, end: at, text: dense.slice(start, at) });
    start = at;
  }
  return tokens;
}

/** The heads of the columns, and the token behind the last of them; a head may be broken over two lines. */
function headsIn(tokens: readonly Token[]): { readonly columns: readonly Column[]; readonly next: number } | null {
  for (let first = 0; first < Math.min(tokens.length, 60); first++) {
    const columns: Column[] = [];
    let at = first;
    while (at < tokens.length && columns.length < mostHeads) {
      const one = columnOf(tokens[at]?.text ?? '');
      const two = one === null ? columnOf((tokens[at]?.text ?? '') + (tokens[at + 1]?.text ?? '')) : null;
      const column = one ?? two;
      if (column === null) break;
      columns.push(column);
      at += one === null ? 2 : 1;
    }
    if (columns.length >= fewestHeads && columns.includes('party') && columns.includes('penalty'))
      return { columns, next: at };
  }
  return null;
}

/** The rows, by their running number at the head of a line; one row where nothing numbers them. */
function rowsIn(reader: Reader, tokens: readonly Token[], numbered: boolean): readonly (readonly Token[])[] {
  if (!numbered) return [tokens];
  const rows: Token[][] = [];
  // A copy of one line parts the cells by blanks alone.
  const lined = tokens.some(({ text, start }) => text === '1' && reader.gapBefore(start) >= Gap.line);
  const apart = lined ? Gap.line : Gap.space;
  for (const token of tokens) {
    const next = token.text === String(rows.length + 1) && reader.gapBefore(token.start) >= apart;
    if (next) rows.push([]);
    else if (rows.length === 0) return [tokens];
    else rows.at(-1)?.push(token);
  }
  return rows;
}

/** Words a cell begins with that tells what was imposed. */
const IMPOSES =
  /^(?:[一1][、.]|\(一\))?(?:(?:依法)?对[^,;。]{2,60}?(?=给予|处以?|罚|警告|责令|没收|禁止|取消|采取)|合计|共计|责令改正[,,并、]*|(?:决定)?(?:给予|处以?|并处|予以))?(?:罚款|警告|没收|通报批评|吊销|取消|禁止|撤销|限制|\d[\d,.]*万?元罚款|罚没)/;
/** What stands below a table. */
const BELOW = /^(?:注:|备注:|打印|关闭|上一[篇条]|下一[篇条]|相关(?:附件|链接)|附件|扫一扫|分享|版权|主办|网站)/;

function rowOf(reader: Reader, tokens: readonly Token[], columns: readonly Column[]): PublishedRow | null {
  const from = tokens[0]?.start;
  const end = tokens.at(-1)?.end;
  if (from === undefined || end === undefined) return null;
  const has = (column: Column): boolean => columns.includes(column);
  const number = has('number') ? scanNumbers(reader, from, end)[0] : undefined;
  const imposed = tokens.findIndex(
    ({ start, text }) =>
      start >= (tokens[0]?.end ?? 0) &&
      (number === undefined || start >= number.end || columns.indexOf('number') > columns.indexOf('penalty')) &&
      IMPOSES.test(text),
  );
  const agency = has('agency') ? agencyIn(reader, tokens, Math.max(imposed, 0) + 1) : null;
  const day = has('date') ? scanDates(reader, from, end).findLast(({ value }) => value !== null) : undefined;
  const stops = [
    agency?.start,
    day?.start,
    number !== undefined && imposed !== -1 && number.start > (tokens[imposed]?.start ?? 0) ? number.start : undefined,
  ];
  const start = tokens[imposed]?.start;
  const stop =
    start === undefined
      ? undefined
      : Math.min(end, ...stops.filter((one): one is number => one !== undefined && one > start));
  return {
    party: partyIn(reader, tokens, columns, number, start),
    number: number ?? null,
    date: day?.value == null ? null : { start: day.start, end: day.end, value: day.value },
    agency,
    basis: null,
    penalty: start === undefined || stop === undefined ? null : { start, end: stop },
  };
}

/** The agency of a row behind its penalty; its name may be broken over lines. */
function agencyIn(reader: Reader, tokens: readonly Token[], from: number): Span | null {
  for (let at = from; at < tokens.length; at++) {
    for (const count of [3, 2, 1]) {
      const run = tokens.slice(at, at + count);
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined || run.length < count) continue;
      const name = reader.dense.slice(first.start, last.end);
      const broken = run.slice(0, -1).every(({ text }) => !isAgencyName(text) && /^[一-龥()]{2,20}$/.test(text));
      if (broken && isAgencyName(name) && /(?:局|会|行|关|厅|办|政府|[支大总]队)$/.test(name) && !/罚|元/.test(name))
        return { start: first.start, end: last.end };
    }
  }
  return null;
}

/** The party: all between the head of the row and the number where that stands next, else what reads as a name. */
function partyIn(
  reader: Reader,
  tokens: readonly Token[],
  columns: readonly Column[],
  number: Span | undefined,
  imposed: number | undefined,
): Span | null {
  const at = columns.indexOf('party');
  const before = columns[at - 1];
  const begin = before === 'number' && number !== undefined ? number.end : tokens[0]?.start;
  if (begin === undefined || (before !== undefined && before !== 'ordinal' && before !== 'number')) return null;
  const own = tokens.filter(({ start }) => start >= begin && (imposed === undefined || start < imposed));
  const first = own[0];
  if (first === undefined) return null;
  if (columns[at + 1] === 'number' && number !== undefined) return nameWithin(reader, begin, number.start);
  for (let count = 1; count <= Math.min(4, own.length); count++) {
    const end = own[count - 1]?.end ?? first.end;
    const name = nameWithin(reader, first.start, end);
    if (name !== null) return name;
  }
  return null;
}

function nameWithin(reader: Reader, start: number, stop: number): Span | null {
  const words = reader.dense.slice(start, stop);
  const note = /\((?=[^()]*(?:时任|现任|任职|以下简称)|[^()]{2,})/.exec(words);
  const noted =
    note !== null &&
    (NOTE_ON_NAME.test(words.slice(note.index + 1)) || /^\((?:时任|现任|系)/.test(words.slice(note.index)));
  const end = noted && note.index >= 2 ? start + note.index : stop;
  const name = reader.dense.slice(start, end);
  const reads = BUSINESS_END.test(name) || /^[一-龥·*×]{2,4}$/.test(name);
  return reads && isName(name) ? { start, end } : null;
}

const read = new WeakMap<Reader, readonly PublishedRow[]>();

/**
 * The rows of a table whose heads stand above them, each head and cell a stretch of its own: 序号 当事人名称 违法行为类型 行政处罚内容 作出决定机关. Of a
 * list of decisions that have nothing to do with one another there are none.
 */
export function publishedRows(reader: Reader): readonly PublishedRow[] {
  const before = read.get(reader);
  if (before !== undefined) return before;
  const rows = ofOneCase(reader, allRows(reader));
  read.set(reader, rows);
  return rows;
}

function allRows(reader: Reader): readonly PublishedRow[] {
  if (reader.dense.length > 20_000) return [];
  const tokens = tokensOf(reader);
  const heads = headsIn(tokens);
  if (heads === null) return [];
  const stop = tokens.findIndex(({ text }, at) => at > heads.next && BELOW.test(text));
  const body = tokens.slice(heads.next, stop === -1 ? undefined : stop);
  const rows = rowsIn(reader, body, heads.columns[0] === 'ordinal');
  if (rows.length > mostRows) return [];
  return rows.flatMap((row) => rowOf(reader, row, heads.columns) ?? []);
}

/** Rows of one case: the same number throughout, or persons of the business the first row names. */
function ofOneCase(reader: Reader, rows: readonly PublishedRow[]): readonly PublishedRow[] {
  const [first] = rows;
  if (first === undefined || rows.some(({ party, penalty }) => party === null || penalty === null)) return [];
  const numbers = new Set(rows.flatMap(({ number }) => number?.value ?? []));
  if (rows.length === 1) return scanNumbers(reader).length > 3 ? [] : rows;
  if (numbers.size === 1 && rows.every(({ number }) => number !== null)) return rows;
  const { party } = first;
  const name = party === null ? '' : reader.dense.slice(party.start, party.end);
  const related = rows.slice(1).every((row) => {
    const behind = row.party?.end ?? 0;
    return reader.dense.slice(behind, behind + name.length + 12).includes(name);
  });
  return related ? rows : [];
}
