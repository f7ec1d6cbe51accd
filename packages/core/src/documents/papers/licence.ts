import type { Extractor } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { type Field, firstFields, readFields } from '../scan/labels.ts';
import { readApprovals } from './approvals.ts';
import { daysIn, FactWriter, namesIn, type Span, spanOf } from './blocks.ts';
import { decisionFacts, lengthAt, openPlain, type Plain, statesReasons, tell } from './plain.ts';
import { timesIn } from './times.ts';

const itemLabels = [
  '申请事项',
  '申请许可事项',
  '许可事项',
  '申请许可项目',
  '行政许可事项',
  '事项名称',
  '申请项目',
  '许可项目',
  '申请内容',
  '许可内容',
  '项目名称',
  '许可类别',
  '业务名称',
  '审批事项',
];
const dayLabels = ['申请日期', '申请时间', '填表日期', '填报日期', '提交日期', '日期'];
const receivedLabels = ['收件日期', '接收日期', '收到日期', '接收时间', '收件时间', '收到材料日期', '接件日期'];
const validLabels = [
  '有效期至',
  '有效期限',
  '有效期',
  '许可期限',
  '有效日期',
  '许可有效期',
  '有效期限至',
  '证件有效期',
];
const otherLabels = [
  '申请人',
  '申请单位',
  '申请类别',
  '申请类型',
  '法定代表人',
  '负责人',
  '统一社会信用代码',
  '身份证号码',
  '住所',
  '地址',
  '联系人',
  '联系电话',
  '电话',
  '经办人',
  '委托代理人',
  '发证机关',
  '发证日期',
  '颁发日期',
  '颁证日期',
  '许可证编号',
  '证件编号',
  '经营场所',
  '经营项目',
  '备注',
  '编号',
  '原许可证编号',
  '原发证机关',
];
const labels = [...itemLabels, ...dayLabels, ...receivedLabels, ...validLabels, ...otherLabels];

const asked: readonly (readonly [RegExp, string])[] = [
  [/延续/u, 'renewal'],
  [/变更/u, 'change'],
  [/撤回/u, 'withdrawal'],
  [/撤销/u, 'revocation'],
  [/注销/u, 'deregistration'],
  [/首次|新办|新申请|新设|核发|初次/u, 'new'],
];
const ticks = /[☑√■✓✔]([^☑√■✓✔□☐。;]{1,12})/gu;

function fieldsOf(reader: Reader): ReadonlyMap<string, Field> {
  return firstFields(readFields(reader, labels));
}

function firstOf(fields: ReadonlyMap<string, Field>, wanted: readonly string[]): Field | undefined {
  return wanted.map((label) => fields.get(label)).find((field) => field !== undefined && field.text !== '');
}

function spanOfField(field: Field): Span {
  return { start: field.from, end: Math.max(field.to, field.from + 1) };
}

/** 你(单位)提出的关于食品经营许可的申请: the item as a sentence names it; a form leaves it open. */
function itemInWords(plain: Plain): (Span & { readonly value: string }) | null {
  const found =
    /(?:提出的?(?:关于)?|提交的?(?:关于)?|申请(?:办理)?的?)(?:本机关)?([一-龥()、/《》]{2,30}?)(?:的?(?:行政许可)?申请|事项|,|行政许可)/u.exec(
      plain.text,
    );
  const value = found?.[1]?.replace(/^关于|的$/gu, '');
  if (found === null || value === undefined || value.length < 2 || /^(?:行政许可|许可|本机关|申请材料)$/u.test(value))
    return null;
  return { start: found.index, end: found.index + found[0].length, value };
}

function putItem(plain: Plain, path: string): void {
  const field = firstOf(fieldsOf(plain.reader), itemLabels);
  const worded = field === undefined ? itemInWords(plain) : null;
  if (field !== undefined) plain.writer.put(path, field.text, spanOfField(field), 0.85);
  else plain.writer.put(path, worded?.value, worded, 0.75);
}

/** Which kind of licensing matter: by the heading, a ticked choice, else the words of the decision. */
function putKind(plain: Plain, whole: boolean): void {
  const head = plain.text.slice(0, 60);
  const ticked = [...plain.text.matchAll(ticks)].map((match) => match[1] ?? '');
  for (const words of [head, ...ticked]) {
    const found = asked.find(([pattern]) => pattern.test(words));
    if (found === undefined) continue;
    plain.writer.put('licence.kind', found[1], { start: 0, end: Math.min(12, plain.text.length) }, 0.85);
    return;
  }
  if (whole) plain.writer.put('licence.kind', 'new', { start: 0, end: Math.min(12, plain.text.length) }, 0.76);
}

export const readApplication: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  const fields = fieldsOf(reader);
  const dated = firstOf(fields, dayLabels.slice(0, -1));
  const day = (dated === undefined ? undefined : daysIn(reader, { from: dated.from, end: dated.to })[0]) ?? plain.day;
  if (day !== undefined) writer.day('application.date', day);
  const received = firstOf(fields, receivedLabels);
  if (received !== undefined)
    writer.day('application.received-on', daysIn(reader, { from: received.from, end: received.to })[0]);
  putItem(plain, 'application.item');
  putKind(plain, false);
  expiry(plain, fields);
  const former = firstOf(fields, ['原发证机关']);
  if (former !== undefined) writer.put('licence.granted-by', former.text, spanOfField(former));
  return { ...plain.parties.facts, ...writer.facts };
};

/** 有效期至2028年3月1日, 有效期限:2023年3月2日至2028年3月1日: the last day named. */
function expiry(plain: Plain, fields: ReadonlyMap<string, Field>): void {
  const field = firstOf(fields, validLabels);
  const day = field === undefined ? undefined : daysIn(plain.reader, { from: field.from, end: field.to }).at(-1);
  if (day !== undefined) {
    plain.writer.day('licence.expires-on', day);
    return;
  }
  for (const match of plain.text.matchAll(/有效期(?:限)?(?:为|自|至|到|:)/gu)) {
    const end = Math.min(plain.text.length, match.index + 60);
    const days = daysIn(plain.reader, { from: match.index, end });
    if (days.length > 0) plain.writer.day('licence.expires-on', days.at(-1), 0.85);
  }
}

/** Receipt for the papers of an application, or for those that complete it. */
export const readMaterials: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const field = firstOf(fieldsOf(reader), receivedLabels);
  const day = (field === undefined ? undefined : daysIn(reader, { from: field.from, end: field.to })[0]) ?? plain.day;
  const completes = /补正(?:后的?)?材料|补齐|补充材料/u.test(plain.text.replaceAll(/不齐全[^。]*。/gu, ''));
  if (day !== undefined) plain.writer.day(completes ? 'application.supplemented-on' : 'application.received-on', day);
  return { ...plain.parties.facts, ...plain.writer.facts };
};

/** Notice that papers are missing or not in the form the law asks. */
export const readSupplement: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  if (plain.day !== undefined) plain.writer.day('application.supplement-told-on', plain.day);
  const asks = spanOf(reader, /(?:补正|补齐|补充)[^。]{0,24}(?:材料|内容)[^。:]{0,10}:/u);
  const listed = asks === null ? '' : plain.text.slice(asks.end, asks.end + 24);
  const vague = /等(?:材料|内容|相关材料)|其他(?:相关)?材料/u.test(plain.text.slice(asks?.end ?? 0));
  if (asks !== null && plain.whole) {
    const filled = /[一-龥]{4}/u.test(listed) && !/^(?:_|特此|如|请于|请你)/u.test(listed);
    plain.writer.put('application.supplement-states-all', filled && !vague, asks, vague ? 0.7 : 0.85);
  }
  putItem(plain, 'application.item');
  return { ...plain.parties.facts, ...plain.writer.facts };
};

export const readAcceptance: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  const told = /(?:于|自)?(\d{4}年\d{1,2}月\d{1,2}日)(?:起)?(?:正式|依法)?(?:予以)?受理/u.exec(plain.text);
  const own = told === null ? undefined : daysIn(reader, { from: told.index, end: told.index + told[0].length })[0];
  writer.day('acceptance.date', own ?? plain.day, 0.9);
  writer.put('acceptance.accepted', true, spanOf(reader, /受理/u));
  endOfReceipt(plain);
  putItem(plain, 'application.item');
  if (/(?:联合|统一|集中)办理/u.test(plain.text))
    writer.put('licence.joint', true, spanOf(reader, /(?:联合|统一|集中)办理/u), 0.8);
  return { ...plain.parties.facts, ...writer.facts };
};

function endOfReceipt(plain: Plain): void {
  const { writer, signature } = plain;
  if (signature.seal !== null) writer.put('acceptance.has-seal', true, signature.seal);
  const end = { start: Math.max(0, plain.text.length - 12), end: plain.text.length };
  if (plain.day !== undefined) writer.put('acceptance.states-date', true, plain.day);
  else if (signature.agency !== null) writer.put('acceptance.states-date', false, end, 0.8);
}

export const readNonAcceptance: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  writer.put('acceptance.accepted', false, spanOf(reader, /不予受理|不受理/u));
  if (plain.day !== undefined) writer.day('acceptance.refused-on', plain.day);
  const grounds: readonly (readonly [RegExp, string])[] = [
    [/(?:不需要|无需|不必|依法不)[^。;]{0,10}(?:取得)?(?:行政)?许可/u, 'not-needed'],
    [/不属于?(?:本|我)?[^。;]{0,14}(?:职权|职责|管辖|权限|受理)/u, 'not-competent'],
    [/(?:材料|补正)[^。;]{0,20}(?:不齐|不全|不符合|未|逾期)|未(?:按|在)[^。;]{0,16}补正/u, 'materials'],
  ];
  const ground = grounds.map(([pattern, code]) => [spanOf(reader, pattern), code] as const).find(([at]) => at !== null);
  const reasons = statesReasons(plain);
  if (ground !== undefined) writer.put('acceptance.refusal-ground', ground[1], ground[0], 0.8);
  if (reasons !== null) writer.put('acceptance.states-reasons', true, reasons);
  else if (plain.whole) writer.put('acceptance.states-reasons', false, { start: 0, end: 10 }, 0.8);
  if (ground?.[1] === 'not-competent')
    tell(plain, 'acceptance.tells-competent-agency', /向[^。;_]{3,24}(?:提出|申请|办理)/u);
  endOfReceipt(plain);
  return { ...decisionFacts(plain), ...writer.facts };
};

const officerLabels = [
  '核查人员',
  '核查人',
  '勘验人',
  '勘验人员',
  '审查人员',
  '检查人员',
  '执法人员',
  '评审人员',
  '核验人员',
];

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
    ],
    0,
    head,
  );
  const time = fields.find((field) => /时间$|日期$/u.test(field.label) && field.text !== '');
  const times = time === undefined ? null : timesIn(reader, time.from, Math.min(time.from + 60, plain.text.length));
  const officers = fields
    .filter((field) => officerLabels.includes(field.label))
    .flatMap((field) => namesIn(reader, { from: field.from, end: field.to }));
  if (times === null && officers.length === 0) return {};
  const { writer } = plain;
  if (times !== null && time !== undefined)
    writer.put('licence.verified-on', times.day, { start: time.from, end: time.from + 12 });
  if (officers[0] !== undefined)
    writer.put('licence.verifiers', [...new Set(officers.map((one) => one.name))], officers[0], 0.85);
  putConditions(plain);
  return { ...plain.parties.facts, ...writer.facts };
};

/** Whether those who examined find the conditions of the law met. */
function putConditions(plain: Plain): void {
  const against = spanOf(
    plain.reader,
    /不(?:符合|具备)[^。;]{0,20}(?:条件|标准|要求|规定)|核查不通过|审查不通过|不合格/u,
  );
  const met = spanOf(plain.reader, /(?:符合|具备)[^。;]{0,20}(?:条件|标准|要求|规定)|(?:核查|审查|评审)通过|合格/u);
  if (against !== null) plain.writer.put('licence.conditions-met', false, against, 0.8);
  else plain.writer.put('licence.conditions-met', true, met, 0.8);
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
    ...examined.flatMap((field) => namesIn(reader, { from: field.from, end: field.to }).map((one) => one.name)),
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

/** Decision to grant, change or renew a licence. */
export const readLicenceDecision: Extractor = (reader) => licenceDecision(reader, true);

/** Decision to refuse one. */
export const readLicenceRefusal: Extractor = (reader) => licenceDecision(reader, false);

function licenceDecision(reader: Reader, granted: boolean) {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  const words = granted ? /准予|同意|批准/u : /不予|不准予|不同意|驳回/u;
  writer.put('licence.granted', granted, spanOf(reader, words) ?? { start: 0, end: 6 });
  putItem(plain, 'licence.item');
  putKind(plain, true);
  if (granted) expiry(plain, fieldsOf(reader));
  if (/委托/u.test(plain.text) && /受[^。;]{2,20}委托|委托[^。;]{2,16}(?:实施|办理)/u.test(plain.text))
    writer.put('licence.delegated', true, spanOf(reader, /委托/u), 0.76);
  return { ...decisionFacts(plain), ...writer.facts };
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/撤销/u, 'revocation'],
  [/注销/u, 'deregistration'],
  [/撤回/u, 'withdrawal'],
];

/** Decision that withdraws, revokes or deregisters a licence. */
export const readLicenceEnding: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text } = plain;
  const kind = endings.find(([pattern]) => pattern.test(text.slice(0, 60)))?.[1];
  writer.put('licence.kind', kind, { start: 0, end: Math.min(20, text.length) });
  const ground = (path: string, list: readonly (readonly [RegExp, string])[]): void => {
    const found = list.map(([pattern, code]) => [spanOf(reader, pattern), code] as const).find(([at]) => at !== null);
    if (found !== undefined) writer.put(path, found[1], found[0], 0.8);
  };
  if (kind === 'revocation') {
    writer.put('licence.revoked', true, { start: 0, end: Math.min(20, text.length) });
    // A form lists every ground the law knows: only a ticked or sole one is this licence's.
    const all = [/滥用职权/u, /超越[^。;]{0,4}职权/u, /违反[^。;]{0,4}程序/u, /欺骗|贿赂/u].filter((one) =>
      one.test(text),
    );
    if (all.length === 1)
      ground('licence.revocation-ground', [
        [/滥用职权|玩忽职守/u, 'abuse'],
        [/超越[^。;]{0,4}职权/u, 'beyond-power'],
        [/违反[^。;]{0,4}程序/u, 'procedure'],
        [/欺骗|贿赂/u, 'fraud'],
      ]);
    else if (all.length === 0) ground('licence.revocation-ground', [[/不具备申请资格|不符合法定条件/u, 'unqualified']]);
  }
  if (kind === 'withdrawal')
    ground('licence.withdrawal-ground', [
      [/(?:法律|法规|规章|依据)[^。;]{0,12}(?:修改|废止)/u, 'law-changed'],
      [/客观情况[^。;]{0,8}(?:重大)?变化/u, 'circumstances'],
    ]);
  if (kind === 'deregistration') {
    writer.put('licence.deregistered', true, { start: 0, end: Math.min(20, text.length) });
    ground('licence.ended-by', [
      [/(?:期满|届满|到期)[^。;]{0,10}未(?:申请)?延续/u, 'expired'],
      [/死亡|丧失行为能力/u, 'incapable'],
      [/(?:法人|组织|企业)[^。;]{0,10}(?:终止|解散|注销)/u, 'dissolved'],
      [/被?(?:撤销|撤回|吊销)/u, 'withdrawn'],
      [/不可抗力/u, 'force-majeure'],
    ]);
  }
  if (/公共利益/u.test(text)) writer.put('licence.states-public-interest', true, spanOf(reader, /公共利益/u), 0.8);
  return { ...decisionFacts(plain), ...writer.facts };
};

/** The licence itself. */
export const readCertificate: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const fields = fieldsOf(reader);
  const issued = firstOf(fields, ['发证日期', '颁发日期', '颁证日期']);
  if (issued !== undefined)
    writer.day('licence.certificate-issued-on', daysIn(reader, { from: issued.from, end: issued.to })[0]);
  const until = firstOf(fields, validLabels);
  if (until !== undefined) writer.day('licence.expires-on', daysIn(reader, { from: until.from, end: until.to }).at(-1));
  const by = firstOf(fields, ['发证机关']);
  if (by !== undefined) writer.put('licence.granted-by', by.text, spanOfField(by), 0.85);
  return writer.facts;
};
