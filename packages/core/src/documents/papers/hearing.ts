import { openPaper } from '../decision/paper.ts';
import { readSignature } from '../decision/signature.ts';
import type { Extractor } from '../facts.ts';
import { valueIn } from '../form-cells.ts';
import { isNobody } from '../mending/surnames.ts';
import type { Reader } from '../pages.ts';
import { firstChosen } from '../scan/boxes.ts';
import { isScan } from '../scan-text.ts';
import { type Block, blocksOf, daysIn, FactWriter, namesIn, type Span, spanOf, wordsOf } from './blocks.ts';
import { pageSignatures } from './signatures.ts';
import { timesIn } from './times.ts';

const labels = [
  '案由',
  '听证时间',
  '时间',
  '听证地点',
  '地点',
  '听证方式',
  '听证主持人',
  '主持人',
  '听证员',
  '记录人',
  '记录员',
  '书记员',
  '当事人',
  '申请人',
  '委托代理人',
  '代理人',
  '法定代表人',
  '案件调查人员',
  '案件调查人',
  '调查人',
  '案件承办人员',
  '听证申请人',
  '调查人员',
  '办案人员',
  '案件承办人',
  '第三人',
  '翻译人员',
  '听证记录人',
  '听证人员',
  '听证主持人姓名',
  '主持人姓名',
  '听证员姓名',
  '记录人姓名',
  '书记员姓名',
  '经营者',
  '负责人',
];

/** Record of the hearing. */
export const readHearingRecord: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const blocks = blocksOf(reader, labels);
  const of = (...wanted: string[]) =>
    blocks.find((block) => wanted.includes(block.label) && wordsOf(reader, block).length > 0);
  const time = of('听证时间', '时间');
  const times = time === undefined ? null : timesIn(reader, time.from, Math.min(time.end, time.from + 60));
  const host = of('听证主持人', '主持人');
  const hostName = host === undefined ? undefined : namesIn(reader, host).find(({ name }) => !isNobody(name));
  // A form nobody filled in tells nothing.
  if (times === null && hostName === undefined) return {};
  if (times !== null && time !== undefined) writer.put('hearing.held-on', times.day, times.at, 0.95);
  if (hostName !== undefined) writer.put('hearing.host', hostName.name, hostName);
  const recorder = of('记录人', '记录员', '书记员', '听证记录人');
  const recorderName = recorder === undefined ? undefined : namesIn(reader, recorder)[0];
  if (recorderName !== undefined) writer.put('hearing.recorder', recorderName.name, recorderName);
  const { secret, open } = publicity(reader);
  if (secret !== null) writer.put('hearing.public', false, secret, 0.85);
  else if (open !== null) writer.put('hearing.public', true, open);
  writer.tell('hearing.tells-recusal', /回避/u, true);
  writer.tell(
    'hearing.states-debate',
    /(?:(?:调查|办案|承办|经办|执法)(?:人|机构|部门|单位)|监察员)[\s\S]*(?:申辩|质证|陈述|异议|意见|辩论|辩称|举证)/u,
    true,
  );
  const signed = pageSignatures(reader, [
    '当事人',
    '申请人',
    '代理人',
    '委托代理人',
    '听证申请人',
    '申请听证人或者其委托代理人',
    '申请听证人',
    '听证申请人或者其委托代理人',
    '当事人或者其委托代理人',
    '当事人或其代理人',
    '当事人或其委托代理人',
    '当事人或委托代理人',
    '当事人及其委托代理人',
  ]);
  writer.put(
    'hearing.party-signed',
    signed.last,
    signed.places[0] ?? { start: Math.max(0, reader.dense.length - 12), end: reader.dense.length },
  );
  const agent = of('委托代理人', '代理人');
  if (agent !== undefined) {
    // Others stand in the cells behind theirs.
    const own = valueIn(reader, { start: agent.start, end: agent.from }, []);
    const end = Math.min(agent.end, agent.from + 30, own === null || own.end < agent.from ? Infinity : own.end);
    writer.put(
      'hearing.agents',
      namesIn(reader, { from: agent.from, end }).length,
      { start: agent.from, end: agent.from + 8 },
      0.8,
    );
  }
  writer.put('hearing.requested', true, { start: 0, end: 8 }, 0.8);
  const fee = spanOf(reader, /(?:收取|缴纳|承担)[^。]{0,6}听证(?:费|费用)/u);
  if (fee !== null)
    writer.put(
      'hearing.fee-charged',
      !/(?:不|免)/u.test(reader.dense.slice(Math.max(0, fee.start - 4), fee.start)),
      fee,
      0.7,
    );
  return writer.facts;
};

/** Where the paper says that the hearing is public, or that it is not; neither where both are printed and none is ticked. */
function publicity(reader: Reader): { readonly secret: Span | null; readonly open: Span | null } {
  const secret = firstChosen(reader, /不公开(?:举行|进行|听证)?/gu);
  const open = firstChosen(
    reader,
    /(?<!不)公开(?:举行|进行|听证)|(?<=[☑√✓✔☒])公开|(?<=听证方式:?)公开(?![、或/\s□口]?(?:不|非)公开)/gu,
  );
  const offered = /(?<!不)公开[^一-龥]{0,3}[口回国]?不公开|不公开[^一-龥]{0,3}[口回国]?公开/u.test(reader.dense);
  // Where both are printed and neither is ticked so that it was read, nothing is told.
  const unclear = offered && open === null && !/[☑√✓✔☒]不公开/u.test(reader.dense);
  if (secret !== null && !unclear) return { secret, open: null };
  return { secret: null, open };
}

/** Application for a hearing. */
export const readHearingRequest: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const day = daysIn(reader, { from: 0, end: reader.dense.length }).at(-1);
  if (day === undefined) return {};
  writer.put('hearing.requested', true, { start: 0, end: 8 });
  writer.day('hearing.requested-on', day);
  return writer.facts;
};

/** 由甲担任(本次听证的)听证主持人 */
const appointed = /由([一-龥]{2,4}?)(?:同志)?(?:担任|任)(?:本次)?(?:听证会?)?的?(?:听证)?主持人/u;

/** Who hosts the hearing, by the label or as a sentence appoints him. */
function putHost(reader: Reader, writer: FactWriter): void {
  const host = blocksOf(reader, labels).find((block) =>
    ['听证主持人', '主持人', '听证主持人姓名', '主持人姓名'].includes(block.label),
  );
  const [first] = host === undefined ? [] : namesIn(reader, host);
  const name = first === undefined || isNobody(first.name) ? undefined : first;
  const told = name === undefined ? appointed.exec(reader.dense) : null;
  if (name !== undefined) writer.put('hearing.host', name.name, name, 0.8);
  else if (told?.[1] !== undefined)
    writer.put('hearing.host', told[1], { start: told.index + 1, end: told.index + 1 + told[1].length }, 0.8);
}

/** Notice of the hearing's time and place. */
export const readHearingNotice: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  putHost(reader, writer);
  writer.tell('hearing.tells-recusal', /回避/u, readSignature(openPaper(reader)).whole);
  const { secret, open } = publicity(reader);
  if (secret !== null) writer.put('hearing.public', false, secret, 0.8);
  else writer.put('hearing.public', true, open, 0.8);
  return secret === null && open === null && !('hearing.host' in writer.facts) ? {} : writer.facts;
};

export const readHearingReport: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const length = reader.dense.length;
  // The host signs the report; whom it goes to signs and dates it later.
  const signing = spanOf(reader, /(?:听证)?主持人(?:\((?:签名|签字|签章)[^)]{0,6}\)|签名|签字|签章)/u);
  const signed =
    signing === null ? undefined : daysIn(reader, { from: signing.end, end: Math.min(length, signing.end + 60) })[0];
  writer.day('hearing.report-date', signed ?? daysIn(reader, { from: Math.floor(length / 2), end: length }).at(-1));
  putHost(reader, writer);
  return writer.facts;
};

/** Of a block its first line, with a day that the margin may have broken. */
function ownLine(reader: Reader, { from, end }: Block): { readonly from: number; readonly end: number } {
  return { from, end: Math.min(end, Math.max(reader.lines[reader.lineAt(from)]?.end ?? end, from + 12)) };
}

/** Statement and defence as the party made it. */
export const readStatement: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const all = daysIn(reader, { from: 0, end: reader.dense.length });
  const time = blocksOf(reader, [
    '陈述申辩时间',
    '时间',
    '陈述、申辩时间',
    '陈述时间',
    '陈述申辩地点',
    '地点',
    '陈述申辩人',
    '当事人',
  ]).find((block) => block.label.endsWith('时间'));
  // A day told elsewhere is not that of a place which was not read.
  const lost = time !== undefined && reader.pages.some(isScan);
  const day =
    (time === undefined ? undefined : daysIn(reader, ownLine(reader, time))[0]) ?? (lost ? undefined : all.at(-1));
  if (day === undefined) return {};
  writer.put('statement.made', true, { start: 0, end: 8 });
  writer.day('statement.made-on', day);
  return writer.facts;
};

/** Written waiver of statement, defence or hearing. */
export const readWaiver: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const day = daysIn(reader, { from: 0, end: reader.dense.length }).at(-1);
  if (day === undefined) return {};
  const gives = spanOf(reader, /(?:自愿)?放弃[^。]{0,30}/u);
  const words = gives === null ? '' : reader.dense.slice(gives.start, gives.end + 30);
  writer.put('statement.waived-in-writing', /陈述|申辩|上述|以上|全部/u.test(words), gives);
  writer.put('hearing.waived-in-writing', /听证|上述|以上|全部/u.test(words), gives, 0.85);
  writer.day('statement.waived-on', day);
  return writer.facts;
};

export const readStatementReview: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const answer = spanOf(reader, /(?:经?复核|采纳|不予采纳|予以采纳|成立|不成立)[^。]{0,20}/u);
  writer.put('statement.reviewed', true, answer, 0.9);
  return writer.facts;
};
