import type { ListItem } from '../../record/types.ts';
import { type Extractor, factOf } from '../facts.ts';
import { Gap, type Reader } from '../pages.ts';
import { scanAmounts } from '../scan/amounts.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { onlyFine } from './approval.ts';
import { readApprovals } from './approvals.ts';
import { type Block, blocksOf, daysIn, FactWriter, inOwnCell, isBlankSpan, type Span, spanOf } from './blocks.ts';
import { bareSum, sumOfReceipts } from './receipts.ts';
import { mayHoldHand } from './unread.ts';

/** Labels of the decision's number, and of how it was carried out. */
const numbersOf: readonly string[] = ['', '处罚', '行政处罚']
  .flatMap((kind) => [`${kind}决定书文号`, `${kind}决定书编号`, `${kind}决定文号`, `${kind}文号`])
  .filter((label) => label !== '文号');
const executions: readonly string[] = ['执行', '履行'].flatMap((how) =>
  ['', '处罚', '处罚决定', '决定', '处罚及', '处罚决定及', '处罚内容及', '处理结果及'].flatMap((what) =>
    ['情况', '结果', '方式及结果'].map((end) => what + how + end),
  ),
);

/** Labels of the day of the decision. */
const daysOf: readonly string[] = ['日期', '时间'].flatMap((day) => [
  ...['决定', '处罚决定', '处罚', '行政处罚'].map((what) => what + day),
  `作出处罚决定的${day}`,
  `作出行政处罚决定的${day}`,
]);

/** Labels of what was decided. */
const results: readonly string[] = [
  '处理结果',
  '处罚内容',
  '处罚结果',
  '行政处罚内容',
  '行政处罚决定',
  '处罚决定',
  '处理决定',
];

const closingLabels = [
  '案由',
  '当事人',
  '承办人',
  '立案日期',
  '立案时间',
  '承办人意见',
  '承办机构意见',
  '负责人审批意见',
  '审批意见',
  '审核意见',
  '结案理由',
  '结案方式',
  '罚没财物处置情况',
  '简要案情',
  '案件名称',
  ...daysOf,
  ...results,
  ...numbersOf,
  ...executions,
];

/** Form on which a case is closed. */
export const readClosing: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const { head, handler } = readApprovals(reader);
  const blocks = blocksOf(reader, closingLabels);
  const of = (...wanted: string[]): Block | undefined => blocks.find((block) => wanted.includes(block.label));
  const done = of(...executions);
  const said = head === null ? saidBelow(reader) : null;
  if (
    (head === null || head.blank) &&
    said === null &&
    (handler === null || handler.blank) &&
    (done === undefined || isBlankSpan(reader, done))
  )
    return {};
  if (said !== null) {
    writer.put('closing.approved', true, said, 0.8);
    writer.day('closing.date', daysIn(reader, { from: said.end, end: said.end + 14 })[0], 0.8);
  }
  if (head !== null) {
    writer.put('closing.approved', head.agrees, head);
    if (head.agrees !== false) writer.put('closing.date', head.day?.value, head.day);
  }
  const blank = done !== undefined && isBlankSpan(reader, done);
  const told = done === undefined || (blank && mayHoldHand(reader, done)) ? null : !blank;
  writer.put(
    'closing.states-execution',
    told,
    done === undefined ? null : { start: done.start, end: Math.min(done.end, done.from + 30) },
  );
  const filed = of('立案日期', '立案时间');
  if (filed !== undefined) writer.day('filing.date', daysIn(reader, filed)[0], 0.85);
  recite(reader, writer, of(...numbersOf) ?? numbered(reader, blocks));
  reciteDecision(reader, writer, blocks);
  return writer.facts;
};

/** 同意结案。张三 2031年6月12日 in a row of its own below a report: no label heads the word of who decides; the last counts. */
const endsCase = /(?:同意|准予|批准)结案[。;,!]?[\p{Script=Han}·]{2,4}(?=\d{4}年)/gu;
function saidBelow(reader: Reader): Span | null {
  const last = [...reader.dense.matchAll(endsCase)].findLast(({ index }) => reader.gapBefore(index) >= Gap.line);
  return last === undefined ? null : { start: last.index, end: last.index + last[0].length };
}

/** The decision's number as another paper gives it. */
export function recite(reader: Reader, writer: FactWriter, block: Block | undefined): void {
  if (block === undefined) return;
  const number = scanNumbers(reader, block.from, block.end)[0];
  if (number !== undefined) writer.put('decision.number', number.value, number, 0.85);
}

/** The result where it names the one decision it is of. */
function numbered(reader: Reader, blocks: readonly Block[]): Block | undefined {
  return blocks.find((block) => {
    const numbers = results.includes(block.label) ? scanNumbers(reader, block.from, block.end) : [];
    return numbers.length === 1 && /罚/u.test(numbers[0]?.value ?? '');
  });
}

/** The fine and the day of the decision as another paper gives them. */
export function reciteDecision(reader: Reader, writer: FactWriter, blocks: readonly Block[]): void {
  const result = blocks.find((block) => results.includes(block.label));
  const fine = result === undefined ? null : onlyFine(reader, { start: result.from, end: result.end });
  writer.put('decision.fine', fine?.yuan, fine, 0.8);
  const dated = blocks.find((block) => daysOf.includes(block.label));
  // 处罚决定:2031年7月3日,罚款5000元: the day stands first in what was decided.
  const head = result !== undefined && /处罚决定$/u.test(result.label) ? daysIn(reader, result)[0] : undefined;
  const first = head !== undefined && head.start - (result?.from ?? 0) <= 1 ? head : undefined;
  const day = dated === undefined ? first : daysIn(reader, dated)[0];
  if (day !== undefined) writer.day('decision.date', day, 0.8);
}

const numberOfDecision = ['处罚决定书文号', '处罚决定书编号', '处罚决定书号', '行政处罚决定书编号', '决定书文号'];

/** What stands on a receipt. */
const paymentLabels =
  '缴款日期 开票日期 收款日期 日期 填制日期 缴款时间 执收单位 缴款人 付款人 交款人 项目名称 数量 金额 金额合计 合计 收款银行 备注 票据号码 收款人 票号 No 合计金额 合计人民币 收款单位'.split(
    ' ',
  );

/** Receipt of the money. */
export const readPayment: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const blocks = blocksOf(reader, [...paymentLabels, ...numberOfDecision]);
  const dated = blocks.find((block) => /日期$|时间$/u.test(block.label) && daysIn(reader, block).length > 0);
  const day =
    (dated === undefined ? undefined : daysIn(reader, dated)[0]) ??
    daysIn(reader, { from: 0, end: reader.dense.length })[0];
  if (day === undefined) return {};
  writer.day('payment.date', day);
  const totals = blocks.filter((block) => /合计/u.test(block.label));
  const amounts = (totals.length > 0 ? totals : [{ from: 0, end: reader.dense.length }]).flatMap((block) =>
    scanAmounts(reader, block.from, block.end),
  );
  const amount = amounts.find((hit) => hit.yuan !== null && !hit.bound && !hit.perUnit);
  const sums = totals.length > 0 ? totals : blocks.filter(({ label }) => label === '金额');
  const bare = amount === undefined ? bareSum(reader, sums) : null;
  if (bare !== null) writer.put('payment.amount', bare.yuan, bare, 0.85);
  // Which of two sums that stand side by side was paid nobody can tell.
  const sure = amount?.contradicts === true ? 0.4 : totals.length > 0 ? 0.9 : 0.6;
  const several = totals.length > 0 ? null : sumOfReceipts(reader, amounts);
  if (typeof several === 'number') writer.put('payment.amount', several, amount ?? null, 0.75);
  else if (amount?.yuan != null) writer.put('payment.amount', amount.yuan, amount, several === null ? sure : 0.4);
  writer.tell(
    'payment.legal-receipt',
    /财政(?:部|厅|局|部门)?[^。]{0,6}(?:监制|印制)|财政票据|非税收入|罚没(?:统一)?(?:票据|收据)/u,
    false,
  );
  const label = spanOf(reader, /(?:票据号码|票据号|票号|No\.?|编号):?(?=[A-Za-z0-9]{6})/u);
  if (label !== null) {
    let end = label.end;
    // What stands apart, as the number of the page, is no part of it.
    while (
      end - label.end < 20 &&
      /[A-Za-z0-9]/u.test(reader.dense[end] ?? '') &&
      (end === label.end || reader.gapBefore(end) === Gap.none)
    )
      end++;
    if (end - label.end >= 6)
      writer.put('payment.receipt-number', reader.dense.slice(label.end, end), { start: label.start, end });
  }
  recite(
    reader,
    writer,
    blocks.find((block) => numberOfDecision.includes(block.label)),
  );
  return writer.facts;
};

/** A paper of which only the date of its signature matters, and that it is there. */
export function readDated(path: string, also: Readonly<Record<string, boolean>> = {}): Extractor {
  return (reader) => {
    const writer = new FactWriter(reader);
    const day = daysIn(reader, { from: 0, end: reader.dense.length }).at(-1);
    if (day === undefined) return {};
    if (path !== '') writer.day(path, day, 0.85);
    for (const [flag, value] of Object.entries(also)) writer.put(flag, value, { start: 0, end: 8 });
    return writer.facts;
  };
}

const recordingSteps: readonly (readonly [RegExp, string])[] = [
  [/登记保存|扣押|查封/u, 'preservation'],
  [/听证/u, 'hearing'],
  [/送达/u, 'service'],
  [/询问/u, 'inquiry'],
  [/检查|勘验|现场/u, 'inspection'],
];

/** Index of audio and video recordings, a line each. */
export const readRecordings: Extractor = (reader) => {
  const items: ListItem[] = [];
  for (const line of reader.lines) {
    const day = daysIn(reader, { from: line.start, end: line.end })[0];
    const step = recordingSteps.find(([pattern]) => pattern.test(reader.dense.slice(line.start, line.end)))?.[1];
    if (day === undefined || step === undefined) continue;
    items.push({
      step,
      date: day.value,
      anchors: reader.anchorOf(line.start, line.end),
      origin: 'extracted',
      confidence: 0.8,
    });
  }
  if (items.length === 0) {
    // Cells of a table may stand each on a line of its own.
    for (const day of daysIn(reader, { from: 0, end: reader.dense.length })) {
      const around = reader.dense.slice(Math.max(0, day.start - 30), day.end + 40);
      const step = recordingSteps.find(([pattern]) => pattern.test(around))?.[1];
      if (step !== undefined)
        items.push({
          step,
          date: day.value,
          anchors: reader.anchorOf(day.start, day.end),
          origin: 'extracted',
          confidence: 0.7,
        });
    }
  }
  return items.length === 0 ? {} : { 'recordings[]': factOf(reader, items, 0, Math.min(12, reader.dense.length), 0.8) };
};

/** Cover of the file: what it repeats of the case. */
export const readCover: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const blocks = blocksOf(reader, [
    '案件名称',
    '案由',
    '处罚决定书文号',
    '决定书文号',
    '行政处罚决定书文号',
    '当事人',
    '处理结果',
    '立案日期',
    '立案时间',
    '结案日期',
    '结案时间',
    '承办机构',
    '承办人',
    '归档日期',
    '立卷人',
    '归档号',
    '保管期限',
  ]);
  const told = blocks.find((block) => block.label === '案由' && !isBlankSpan(reader, block));
  const cause = told === undefined ? undefined : inOwnCell(reader, told);
  if (cause !== undefined)
    writer.put('case.cause', reader.print(cause.from, cause.end), { start: cause.from, end: cause.end }, 0.76);
  const filed = blocks.find((block) => /^立案/u.test(block.label));
  if (filed !== undefined) writer.day('filing.date', daysIn(reader, filed)[0], 0.85);
  recite(
    reader,
    writer,
    blocks.find((block) => /决定书文号$/u.test(block.label)),
  );
  reciteDecision(reader, writer, blocks);
  writer.put('archive.has-cover', true, { start: 0, end: Math.min(8, reader.dense.length) });
  return writer.facts;
};
