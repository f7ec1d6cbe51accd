import type { Extractor } from '../../facts.ts';
import type { Reader } from '../../pages.ts';
import { firstChosen } from '../../scan/boxes.ts';
import { type Field, readFields } from '../../scan/labels.ts';
import { readApprovals } from '../approvals.ts';
import { namesIn, spanOf } from '../blocks.ts';
import { officersBelow, rowsBeside } from '../officer-lists.ts';
import { lengthAt, openPlain, type Plain, statesReasons } from '../plain.ts';
import { timesIn } from '../times.ts';
import { officerLabels } from './fields.ts';

/** Record of a look at the place or goods the licence is for. */
export const readVerification: Extractor = (reader) => {
  const plain = openPlain(reader);
  const head = Math.min(plain.text.length, 800);
  const fields = readFields(
    reader,
    [
      ...officerLabels,
      '核查时间',
      '核查日期',
      '勘验时间',
      '时间',
      '日期',
      '核查地点',
      '地点',
      '申请人',
      '记录人',
      '被核查人',
      '被核查单位',
      '核查内容',
      '执法证号',
      '证号',
      '执法证件号',
      '执法证件编号',
      '核查情况',
      '核查结论',
      '核查人员签名',
      '核查人员签字',
      '申请人签字',
    ],
    0,
    head,
  );
  const time = fields.find((field) => /时间$|日期$/u.test(field.label) && field.text !== '');
  const times = time === undefined ? null : timesIn(reader, time.from, Math.min(time.from + 60, plain.text.length));
  const officers = fields
    .filter((field) => officerLabels.includes(field.label))
    .flatMap((field) => [field, ...officersBelow(reader, field.from), ...rowsBeside(reader, field.start)])
    .flatMap(({ from, to }) => namesIn(reader, { from, end: to }));
  if (times === null && officers.length === 0) return {};
  const { writer } = plain;
  if (times !== null && time !== undefined) writer.put('licence.verified-on', times.day, times.at);
  if (officers[0] !== undefined)
    writer.put('licence.verifiers', [...new Set(officers.map((one) => one.name))], officers[0], 0.85);
  putConditions(plain);
  return { ...plain.parties.facts, ...writer.facts };
};

/** Whether those who examined find the conditions of the law met: what they conclude goes before what they say point by point. */
function putConditions({ reader, writer, text }: Plain): void {
  const conclusion = spanOf(reader, /(?:核查|审查|勘查|勘验|评审|检查|验收)?(?:结论|结果)(?:意见)?:/u)?.end ?? 0;
  const [clause] = /^[^。;]{0,60}/u.exec(text.slice(conclusion)) ?? [''];
  const places =
    conclusion === 0
      ? [[0, text.length]]
      : [
          [conclusion, conclusion + clause.length],
          [0, text.length],
        ];
  for (const [from, to] of places) {
    const against = firstChosen(
      reader,
      /不(?:符合|具备)[^。;□☐▢☑√■✓✔☒]{0,60}?(?:条件|标准|要求|规定)|(?:核查|审查)不通过|不合格/gu,
      from,
      to,
    );
    const met = firstChosen(
      reader,
      /(?<!不)(?:符合|具备)[^。;□☐▢☑√■✓✔☒]{0,60}?(?:条件|标准|要求|规定)|(?:核查|审查|评审)通过|(?<!不)合格/gu,
      from,
      to,
    );
    if (against === null && met === null) continue;
    writer.put('licence.conditions-met', against === null, against ?? met, 0.8);
    return;
  }
}

/** The hands of those who examined: up to the day behind them, and to the word of another. */
function ownHands(reader: Reader, { from, to }: Field): { readonly from: number; readonly end: number } {
  const stop = reader.dense.slice(from, to).search(/\d{4}年|意见|审核|审批|批示/u);
  return { from, end: stop < 0 ? to : from + stop };
}

/** Form on which the decision about the licence is approved, and opinions of those who examined. */
export const readLicenceApproval: Extractor = (reader) => {
  const plain = openPlain(reader);
  const { writer } = plain;
  const { head, handler } = readApprovals(reader);
  const blank = (head === null || head.blank) && (handler === null || handler.blank);
  if (blank && plain.blank) return {};
  if (head !== null && !head.blank) {
    writer.put('approval.approved', head.agrees, head);
    if (head.agrees !== false) writer.put('approval.date', head.day?.value, head.day);
    writer.put('approval.approver', head.names[0], head, 0.85);
  }
  const examined = readFields(reader, officerLabels).filter((field) => field.text !== '');
  const names = [
    ...(handler === null ? [] : handler.names),
    ...examined.flatMap((field) => namesIn(reader, ownHands(reader, field)).map((one) => one.name)),
  ];
  if (names.length > 0) writer.put('licence.examiners', [...new Set(names)], handler ?? { start: 0, end: 8 }, 0.85);
  putConditions(plain);
  const others = spanOf(reader, /(?:直接)?(?:关系|涉及)[^。;]{0,10}他人[^。;]{0,6}重大利益/u);
  if (others !== null && !/不/u.test(plain.text.slice(Math.max(0, others.start - 4), others.start)))
    writer.put('licence.affects-others', true, others, 0.8);
  return { ...plain.parties.facts, ...writer.facts };
};

export const readPreliminary: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  plain.writer.put('licence.preliminary', true, { start: 0, end: 6 });
  if (plain.day !== undefined) plain.writer.day('licence.preliminary-on', plain.day);
  return plain.writer.facts;
};

export const readTesting: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  if (plain.day !== undefined) plain.writer.day('licence.testing-assigned-on', plain.day);
  const field = readFields(reader, ['检验人员', '检测人员', '检疫人员', '检验人', '指派人员']).find(
    (one) => one.text !== '',
  );
  const names = field === undefined ? [] : namesIn(reader, { from: field.from, end: field.to });
  if (names[0] !== undefined)
    plain.writer.put(
      'licence.testers',
      names.map((one) => one.name),
      names[0],
      0.85,
    );
  return plain.writer.facts;
};

/** How many working days a licence's decision is put off, and who allowed it. */
export const readExtensionApproval: Extractor = (reader) => {
  const plain = openPlain(reader);
  const { head } = readApprovals(reader);
  if (head === null || head.blank) return {};
  plain.writer.put('licence.extension-approved', head.agrees, head);
  if (head.agrees !== false) plain.writer.put('licence.extension-approved-on', head.day?.value, head.day);
  putExtension(plain);
  return plain.writer.facts;
};

function putExtension(plain: Plain): void {
  const length = lengthAt(plain, /延长|延期/gu, ['working-days', 'days']);
  plain.writer.put('licence.extension-days', length?.value, length);
}

export const readExtensionNotice: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  putExtension(plain);
  if (plain.day !== undefined) plain.writer.day('licence.extension-told-on', plain.day);
  const reasons = statesReasons(plain);
  if (reasons !== null) plain.writer.put('licence.extension-states-reasons', true, reasons);
  else if (plain.whole) plain.writer.put('licence.extension-states-reasons', false, { start: 0, end: 10 }, 0.8);
  if (/(?:经|由)[^。;]{0,10}负责人(?:批准|同意)/u.test(plain.text))
    plain.writer.put('licence.extension-approved', true, spanOf(reader, /负责人(?:批准|同意)/u), 0.8);
  return { ...plain.parties.facts, ...plain.writer.facts };
};

export const readSpecialTime: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  plain.writer.put('licence.excluded-told', true, { start: 0, end: 8 });
  const length = plain.paper.durations.findLast((hit) => hit.unit === 'working-days' || hit.unit === 'days');
  plain.writer.put('licence.excluded-days', length?.value, length ?? null, 0.8);
  return plain.writer.facts;
};

/** Notice to somebody whose interests the licence touches. */
export const readInterested: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  if (/利害关系|他人重大利益|重大利益/u.test(plain.text)) {
    if (plain.day !== undefined) writer.day('licence.others-told-on', plain.day);
    writer.put('licence.affects-others', true, spanOf(reader, /利害关系|重大利益/u), 0.8);
  }
  const hearing = spanOf(reader, /(?:要求|申请)[^。;]{0,10}听证/u);
  if (hearing !== null && plain.day !== undefined) writer.day('licence.hearing-right-told-on', plain.day);
  return writer.facts;
};
