import { ALL_LABELS } from './decision/labels.ts';
import { BUSINESS_END } from './decision/names.ts';
import { fold } from './normalise.ts';
import { handlers, heads, others, units } from './papers/approval-labels.ts';
import * as records from './papers/record-labels.ts';
import * as receipts from './papers/service-labels.ts';
import type { FileText, PageCell, PageText } from './types.ts';

/** Half-open range of the text of a page. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A label and what is written right behind it. */
interface Pair {
  readonly label: Range;
  readonly value: Range;
}

/** So many different labels stand glued to their values before a page is such a form. */
const fewest = 4;

const more =
  '案号,案由,案件来源,案件名称,立案时间,立案日期,受案时间,处罚内容,处罚结果,处罚决定书文号,决定日期,处罚决定日期,执行情况,讨论时间,讨论地点,主持人,参加人员,参加人员及职务,列席人员,记录人,讨论内容,讨论情况,讨论意见,讨论结论,结论性意见,案情简介,简要案情,案件基本情况,调查人员,处理建议,证据,违法事实,主要违法事实,处罚依据,处罚建议,审核人,审核意见,合议意见,核查时间,核查地点,核查人员,核查情况,核查结论,申请人,申请事项,许可事项,受理日期,听证时间,听证地点,听证主持人,公示平台,公示日期,负责人审批,送达地点,备注';
const signers =
  '承办人,承办人员,经办人,办案人员,执法人员,调查人员,审核人,复核人,审批人,负责人,参加人员,参加讨论人员,参加合议人员,记录人,检查人,检查人员,勘验人,询问人,被询问人,被检查人,被检查单位,当事人,核查人员,申请人,听证主持人,见证人';
const labels: readonly string[] = [
  ...new Set(
    [
      ...ALL_LABELS,
      ...records.timeLabels,
      ...records.endLabels,
      ...records.placeLabels,
      ...records.officerLabels,
      ...records.certificateLabels,
      ...records.askedLabels,
      ...records.presentLabels,
      ...records.otherLabels,
      ...handlers,
      ...units,
      ...heads,
      ...others,
      ...receipts.titleLabels,
      ...receipts.recipientLabels,
      ...receipts.partyLabels,
      ...receipts.methodLabels,
      ...receipts.dayLabels,
      ...receipts.officerLabels,
      ...receipts.witnessLabels,
      ...receipts.otherLabels,
      ...more.split(','),
      ...signers.split(',').flatMap((who) => ['签名', '(签名)', '签字', '(签字)'].map((how) => who + how)),
    ].map(fold),
  ),
]
  // 被处罚单位 | 四川某公司: a number behind a label may be the head of the name.
  .filter((label) => label.length > 1 && !/[一二三四五六\d]$/u.test(label))
  .sort((a, b) => b.length - a.length);
const byHead = new Map<string, string[]>();
for (const label of labels) byHead.set(label[0] ?? '', [...(byHead.get(label[0] ?? '') ?? []), label]);

/**
 * Pages of a form whose labels stand glued to what is written behind them (案由擅自取水, 检查时间2030年3月5日), as a copy leaves them that lost
 * the cells: with a cell for each label and each value. Others as they are.
 */
export function withGluedForms(files: readonly FileText[]): readonly FileText[] {
  return files.map((file) =>
    file.format === 'image' ? file : { ...file, pages: file.pages.map((page) => (mayHold(page) ? drawn(page) : page)) },
  );
}

function mayHold({ tables = [], source, text }: PageText): boolean {
  return source === undefined && tables.length === 0 && text.length < LONGEST_PAGE;
}

const LONGEST_PAGE = 20_000;

function drawn(page: PageText): PageText {
  const lines = linesOf(page.text);
  const rows = lines.map((line) => pairsIn(page.text, line));
  const glued = new Set(rows.flatMap((row) => (row[0] === undefined ? [] : [wordsOf(page.text, row[0].label)])));
  const clear = lines.filter((line) => isClear(page.text, line)).length;
  if (glued.size < fewest || clear * 2 > glued.size) return page;
  const cells = rows.flatMap((row, at) => cellsOf(page.text, lines, rows, row, at));
  return { ...page, tables: [{ cells }] };
}

/** The cells of a row: labels and values in turn, the last value with the lines below it that belong to it. */
function cellsOf(
  text: string,
  lines: readonly Range[],
  rows: readonly (readonly Pair[])[],
  row: readonly Pair[],
  at: number,
): PageCell[] {
  return row.flatMap(({ label, value }, index): PageCell[] => {
    const last = index === row.length - 1;
    const end = last && goesOn.test(wordsOf(text, label)) ? below(text, lines, rows, at, value.end) : value.end;
    const place = { row: at, rows: 1, columns: 1 };
    return [
      { ...place, column: index * 2, ...label },
      { ...place, column: index * 2 + 1, start: value.start, end },
    ];
  });
}

/** Labels of what people write at length and sign below. */
const goesOn = /(?:意见|建议|批示|理由|情况|内容|简介|案情|事实|依据|结论|审批)$/u;

/** Where the lines end that stand between a label and the next, but for a heading. */
function below(
  text: string,
  lines: readonly Range[],
  rows: readonly (readonly Pair[])[],
  at: number,
  end: number,
): number {
  const next = rows.findIndex((row, index) => index > at && row.length > 0);
  if (next < 0) return end;
  const between = lines.slice(at + 1, next);
  const stop = between.findIndex((line) => ends(text.slice(line.start, line.end).trim()));
  return (stop < 0 ? between : between.slice(0, stop)).at(-1)?.end ?? end;
}

const ends = (row: string): boolean => HEADING.test(row) || OPINION.test(row);
const HEADING = /^[\p{Script=Han}（）()、\s]{3,30}(?:书|表|笔录|记录|回证|报告|清单|证|单)$|^\s*$/u;

/** The labels a line opens with, and those behind white space in it; none where the first stands clear or begins a sentence. */
function pairsIn(text: string, line: Range): Pair[] {
  const pairs: Pair[] = [];
  const row = text.slice(line.start, line.end).trim();
  if (HEADING.test(row) && !/文[书件]名称|送达文[书件]/u.test(row)) return [];
  for (const match of text.slice(line.start, line.end).matchAll(/\S+(?:[^\S\n]\S+)*/gu)) {
    const piece = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    const label = labelAt(text, piece);
    if (label !== null && isValue(text.slice(label.start, label.end), text.slice(label.end, piece.end)))
      pairs.push({ label, value: { start: label.end, end: piece.end } });
    else {
      // 钱小河 孙小海: what has no label of its own goes on.
      const before = pairs.pop();
      if (before === undefined) return [];
      // 甲公司   联系人罗小溪: a firm is named to its end.
      if (BUSINESS_END.test(wordsOf(text, before.value))) {
        pairs.push(before);
        break;
      }
      pairs.push({ ...before, value: { start: before.value.start, end: piece.end } });
    }
  }
  return pairs;
}

function labelAt(text: string, { start, end }: Range): Range | null {
  const words = text
    .slice(start, Math.min(end, start + 24))
    .replaceAll('（', '(')
    .replaceAll('）', ')');
  // 分管负责人审批意见同意处罚: an opinion of whoever it is.
  const label = OPINION.exec(words)?.[0] ?? byHead.get(words[0] ?? '')?.find((one) => words.startsWith(one));
  if (label === undefined) return null;
  const note = /^\((?:个人|单位|人|场所|签名|签字|负责人|姓名|名称)\)/u.exec(words.slice(label.length))?.[0] ?? '';
  return { start, end: start + label.length + note.length };
}

const OPINION =
  /^(?!同意|按|拟|无)[一-龥]{2,10}?(?:意见|批示)(?=同意|不同意|建议|拟|已|审核通过|经|无|可以|批准|准予)/u;

/** Whether what stands right behind a label is what forms have there: a day, a name, words that do not go on from the label. */
function isValue(label: string, rest: string): boolean {
  if (
    rest === '' ||
    /^[\s|｜:：，。、；;,)）的和及与或等]|^(?:如下|为|是|上述|应当|于|在|对|有权|可以|必须|如|无正当|行为)/u.test(rest)
  )
    return false;
  if (/(?:时间|日期)$/u.test(label)) return /^\d{4}/u.test(rest);
  if (/^当事人$|^被.{1,4}人$|^当事人名称$/u.test(label))
    return /^[\u4e00-\u9fff·]{2,4}$/u.test(rest) || (rest.length <= 40 && BUSINESS_END.test(rest));
  // 执法人员出示证件,告知…: a sentence about them.
  if (
    /(?:人|人员|员|签名|签字|签名[)）]|签字[)）])$/u.test(label) &&
    !/^[\u4e00-\u9fff·]{2,4}(?:$|[、，,（(\s\d])/u.test(rest)
  )
    return false;
  return label.length > 3 || (rest.length <= 60 && !/[。；]/u.test(rest));
}

/** Whether a line opens with a label that a colon or white space parts from what follows. */
function isClear(text: string, line: Range): boolean {
  const label = labelAt(text, {
    start: line.start + (/^\s*/u.exec(text.slice(line.start, line.end))?.[0].length ?? 0),
    end: line.end,
  });
  if (label === null || /签/u.test(text.slice(label.start, label.end))) return false;
  return label.end < line.end && /[:：\s|｜]/u.test(text[label.end] ?? '');
}

const wordsOf = (text: string, { start, end }: Range): string => text.slice(start, end);

function linesOf(text: string): Range[] {
  let start = 0;
  return text.split('\n').map((row) => {
    const line = { start, end: start + row.length };
    start = line.end + 1;
    return line;
  });
}
