import { readDecision } from '../decision/decision.ts';
import type { Extractor } from '../facts.ts';
import { readFields } from '../scan/labels.ts';
import { readApprovals } from './approvals.ts';
import { daysIn, namesIn, type Span, spanOf } from './blocks.ts';
import { receiptBelow } from './handing-over.ts';
import { openPlain, type Plain } from './plain.ts';
import { timesIn } from './times.ts';

const opening = (plain: Plain): Span => ({ start: 0, end: Math.min(12, plain.text.length) });

/** Who investigates crimes. */
const police = /公安|海警|缉私/u;
/** 城关分局 alone is theirs as often as another authority's. */
const branch = /^[^局]{2,8}分局$/u;
/** What a paper says that is about them. */
const asCrime = /公安(?:机关|厅|局|分局)|涉嫌(?:构成)?[^。;,]{0,12}犯罪|追究[^。;,]{0,6}刑事责任/u;

/** Report that a case may be a crime. */
export const readTransferReport: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  plain.writer.day('transfer.reported-on', plain.day);
  const team = readFields(reader, [
    '专案组成员',
    '专案组',
    '承办人',
    '调查人员',
    '核实人员',
    '专案组人员',
    '报告人',
  ]).flatMap((field) => namesIn(reader, { from: field.from, end: field.to }));
  if (team[0] !== undefined) plain.writer.put('transfer.team', [...new Set(team.map((one) => one.name))], team[0], 0.8);
  return plain.writer.facts;
};

/** Form on which the head of the agency approves the transfer, or refuses it. */
export const readTransferApproval: Extractor = (reader) => {
  const plain = openPlain(reader);
  const { head, handler } = readApprovals(reader);
  if (head === null || head.blank) return {};
  const { writer, text } = plain;
  // A case handed to another authority is approved on the same form.
  if (!asCrime.test(text)) return {};
  writer.put('transfer.approved', head.agrees, head);
  writer.put('transfer.decided-on', head.day?.value, head.day);
  writer.put('transfer.approver', head.names[0], head, 0.85);
  const clock = head.day === null ? null : timesIn(reader, head.day.start, Math.min(text.length, head.day.end + 12));
  writer.put('transfer.decided-at', clock?.started, head.day, 0.85);
  // It reaches him when the last of those before him has signed.
  const signed = daysIn(reader, { from: 0, end: text.length }).filter(
    ({ start, value }) => start !== head.day?.start && value <= (head.day?.value ?? ''),
  );
  const last = signed.reduce<(typeof signed)[number] | null>(
    (latest, day) => (latest === null || day.value >= latest.value ? day : latest),
    null,
  );
  if (handler?.day != null) writer.put('transfer.received-on', last?.value, last, 0.76);
  // 分管领导意见, 局长审批意见: the label says the rank where the signature does not.
  const signedAs = `${text.slice(Math.max(0, head.start - 10), head.start)}${head.words}`;
  const role = /主持工作/u.test(signedAs)
    ? 'acting-head'
    : /副(?:局长|主任|厅长|支队长|大队长|职)|分管/u.test(signedAs)
      ? 'deputy'
      : /(?:局长|主任|厅长|支队长|大队长)|主要(?:负责人|领导)|正职/u.test(signedAs)
        ? 'head'
        : null;
  writer.put('transfer.approver-role', role, head, 0.76);
  if (head.agrees === false) writer.put('transfer.refusal-reason-recorded', head.words.length > 16, head, 0.76);
  return writer.facts;
};

const addressee =
  /^([一-龥]{2,24}(?:公安(?:厅|局|分局|处)|分局|海警局|检察院|监察委员会|局|支队|委员会|厅|政府))(?:\([^()]*\))?:/u;

/** Letter with which the case goes to the police; one that hands a case to another authority tells nothing of that. */
export const readTransferLetter: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text } = plain;
  const to = reader.lines.slice(0, 12).flatMap(({ start, end }) => {
    const name = addressee.exec(text.slice(start, end))?.[1];
    return name === undefined ? [] : [{ name, start, end: start + name.length }];
  })[0];
  const within =
    /移送(?:至|给|到)?([一-龥]{2,14}公安(?:厅|局|分局)[一-龥]{0,12}(?:支队|大队|分局)?)(?=[。,;处查])/u.exec(text);
  const isCrime = to === undefined || branch.test(to.name) ? asCrime.test(text) : police.test(to.name);
  if (within === null && !isCrime) return {};
  const receipt = receiptBelow(plain);
  const sent = receipt === null ? undefined : daysIn(reader, { from: 0, end: receipt.slip.start }).at(-1);
  writer.day('transfer.date', sent ?? plain.day);
  if (receipt?.hand != null) writer.put('transfer.receipt-signed', true, receipt.hand, 0.8);
  if (to !== undefined) {
    writer.put('transfer.to', to.name, to, 0.85);
    // 青山县公安局 to 青山县应急管理局: one county names both.
    const region = /^(.{2,12}[省市区县州盟旗])公安(?:厅|局|分局)$/u.exec(to.name)?.[1];
    const own = region !== undefined && text.slice(0, to.start).startsWith(region);
    writer.put('transfer.to-same-level-police', own ? true : null, to, 0.8);
  }
  if (within !== null) {
    const end = within.index + within[0].length;
    writer.put('transfer.to', within[1], { start: end - (within[1] ?? '').length, end }, 0.8);
  }
  const materials: readonly (readonly [string, RegExp])[] = [
    ['report', /调查报告/u],
    ['goods-list', /(?:物品|财物)(?:移送)?清单/u],
    ['appraisal', /(?:检验|检测|检疫|监测|鉴定|认定|评估)(?:结论|意见|报告|结果)(?:书|单)?/u],
    ['other', /(?:其他)?(?:有关)?(?:涉嫌犯罪的)?材料|笔录|证据/u],
  ];
  // A letter without a list of what goes with it does not tell what went with it.
  const from = text.search(/附(?:件|:|该|有关|下列)|材料清单/u);
  const listed = materials.filter(([, pattern]) => pattern.test(text.slice(from))).map(([code]) => code);
  if (plain.whole && from > 0) writer.put('transfer.materials', ['letter', ...listed], opening(plain), 0.8);
  const copied = spanOf(reader, /抄送[^。;]{0,20}检察院/u);
  writer.put('transfer.copied-to-procuratorate', copied === null ? null : true, copied, 0.85);
  const goods = spanOf(reader, /涉案(?:物品|财物)/u);
  writer.put('transfer.has-goods', goods === null ? null : true, goods, 0.76);
  return writer.facts;
};

export const readGoodsList: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (!/(?:名称|数量|规格)/u.test(plain.text) || plain.blank) return {};
  // A list alone is of goods kept or taken as often as of goods handed to the police.
  if (!/移送|公安/u.test(plain.text)) return {};
  plain.writer.put('transfer.goods-listed', true, opening(plain), 0.78);
  plain.writer.put('transfer.has-goods', true, opening(plain), 0.78);
  return plain.writer.facts;
};

/** What the police answer: receipt, case filed, or not. */
export const readTransferReply: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text, day } = plain;
  const refused = spanOf(reader, /不予立案|不立案/u);
  const filed = spanOf(reader, /(?:决定|予以|已经?|同意)[^。;不]{0,10}立案/u);
  if (refused !== null) {
    writer.put('police.refused', true, refused, 0.85);
    if (day !== undefined) writer.day('police.refusal-notice-on', day, 0.85);
  } else if (filed !== null) {
    writer.put('police.filed', true, filed, 0.85);
    if (day !== undefined) writer.day('police.filed-notice-on', day, 0.85);
  } else {
    const hand = spanOf(reader, /(?:接收人|签收人|接受人|经办人|收件人)[^。;]{0,8}:?[一-龥]{2,4}/u);
    if (hand !== null || /已收到|收悉|签收/u.test(text))
      writer.put('transfer.receipt-signed', true, hand ?? opening(plain), 0.8);
  }
  return writer.facts;
};

export const readTransferObjection: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text, day } = plain;
  if (/复议/u.test(text) && day !== undefined) writer.day('transfer.review-requested-on', day, 0.85);
  const supervised = spanOf(reader, /立案监督/u);
  writer.put('transfer.supervision-suggested', supervised === null ? null : true, supervised, 0.85);
  writer.put('transfer.objects', true, opening(plain), 0.8);
  return writer.facts;
};

export const readJudgment: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text } = plain;
  writer.day('criminal.judged-on', plain.day, 0.85);
  const fine = plain.paper.amounts.find(
    (hit) => !hit.bound && /罚金[^。;]{0,6}$/u.test(text.slice(Math.max(0, hit.start - 10), hit.start)),
  );
  writer.put('criminal.fine', fine?.yuan, fine ?? null, 0.85);
  return writer.facts;
};

/** Who asked that an officer stand back, and what was decided. */
export const readRecusal: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text, day } = plain;
  const head = text.slice(0, 40);
  if (/申请书/u.test(head)) {
    writer.put('recusal.requested', true, opening(plain));
    writer.day('recusal.requested-on', day);
    return writer.facts;
  }
  // 你单位于2030年6月17日申请执法人员某某回避
  const asked = spanOf(reader, /(?:\d{4}年\d{1,2}月\d{1,2}日)?[^。;,]{0,4}(?:申请|要求|提出)[^。;,]{0,30}回避/u);
  if (asked !== null && /^\d{4}年/u.test(text.slice(asked.start, asked.end))) {
    writer.put('recusal.requested', true, asked, 0.85);
    writer.day('recusal.requested-on', daysIn(reader, { from: asked.start, end: asked.end })[0], 0.85);
  }
  writer.day('recusal.decided-on', day);
  const refused = spanOf(reader, /驳回|不予回避|不需要?回避/u);
  const granted = spanOf(reader, /(?:决定|同意|应当|准予)[^。;不]{0,20}回避/u);
  if (refused === null && granted !== null) writer.put('recusal.withdrew', true, granted, 0.8);
  const { head: decided } = readApprovals(reader);
  if (decided !== null && !decided.blank) writer.put('recusal.decided-by-head', true, decided, 0.8);
  return writer.facts;
};

export const readJurisdiction: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const named = spanOf(plain.reader, /指定[^。;]{0,40}(?:管辖|办理|查处)/u);
  plain.writer.put('jurisdiction.designated', named === null ? null : true, named, 0.85);
  const disputed = spanOf(plain.reader, /管辖(?:权)?(?:发生)?争议/u);
  plain.writer.put('jurisdiction.disputed', disputed === null ? null : true, disputed, 0.78);
  return plain.writer.facts;
};

/** Letter of delegation: who may punish in whose name, in what matters and how long. */
export const readDelegation: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text } = plain;
  writer.put('delegation.written', true, opening(plain));
  writer.put(
    'delegation.has-basis',
    plain.citations.length > 0 ? true : plain.whole ? false : null,
    plain.citations[0] ?? opening(plain),
    0.8,
  );
  writer.tell(
    'delegation.states-matters',
    /委托(?:事项|权限|范围)[:为]?[^。;_:]{4,}|(?:事项|权限)[:为][^。;_]{4,}/u,
    plain.whole,
  );
  const at = /期限|有效期/u.exec(text);
  const days = at === null ? [] : daysIn(reader, { from: at.index, end: Math.min(text.length, at.index + 60) });
  if (at !== null || plain.whole)
    writer.put('delegation.states-term', days.length > 0 || /期限[^。;]{0,12}年/u.test(text), opening(plain), 0.8);
  if (days[0] !== undefined && days[1] !== undefined) {
    writer.day('delegation.from', days[0]);
    writer.day('delegation.to', days[1]);
  }
  const by = readFields(reader, [
    '委托机关',
    '委托单位',
    '委托方',
    '受委托组织',
    '受委托机关',
    '受委托单位',
    '受委托方',
    '法定代表人',
    '负责人',
    '地址',
    '住所',
    '联系电话',
    '统一社会信用代码',
  ]).find((field) => /^委托/u.test(field.label) && field.text !== '');
  if (by !== undefined) writer.put('delegation.agency', by.text, { start: by.from, end: by.to }, 0.85);
  return writer.facts;
};

const grounds: readonly (readonly [RegExp, string])[] = [
  [/初次违法|首次违法|(?:首次|初次)(?:被)?(?:发现|查处|实施)|系(?:首次|初次)/u, 'first'],
  [/轻微/u, 'minor'],
  [/没有主观过错|无主观过错/u, 'no-fault'],
  [/不满十四周岁/u, 'age'],
  [/精神病人|智力残疾/u, 'incapable'],
  [/违法事实不(?:能)?成立|证据不足/u, 'not-established'],
];

/** Decision not to punish. */
export const readNoPenalty: Extractor = (reader) => {
  const decision = readDecision(reader);
  if (Object.keys(decision).length === 0) return {};
  const { writer } = openPlain(reader);
  const ground = grounds.find(([pattern]) => pattern.test(reader.dense));
  if (ground !== undefined) writer.put('no-penalty.ground', ground[1], spanOf(reader, ground[0]), 0.78);
  const taught = spanOf(reader, /(?:批评|教育)/u);
  writer.put('no-penalty.educated', taught === null ? null : true, taught, 0.78);
  return { ...decision, ...writer.facts };
};
