import type { Extractor } from '../facts.ts';
import type { Reader } from '../pages.ts';
import type { DateHit } from '../scan/dates.ts';
import { firstFields, readFields } from '../scan/labels.ts';
import { readApprovals } from './approvals.ts';
import { type Block, blocksOf, daysIn, FactWriter, namesIn, spanOf } from './blocks.ts';
import { handsAtFoot } from './foot-hands.ts';
import { pageSignatures } from './signatures.ts';

/** Places to sign that name the investigators where nothing else does. */
const signedBy: readonly string[] = [
  '调查人员',
  '承办人',
  '承办人员',
  '办案人员',
  '执法人员',
  '调查人',
  '报告人',
].flatMap((who) => ['签名', '签字'].map((how) => who + how));

/** The cause, and what stands behind it. */
const causeLabels: readonly string[] = [
  '案由',
  '立案时间',
  '立案日期',
  '案件来源',
  '调查人员',
  '承办人',
  '当事人',
  '当事人基本情况',
  '统一社会信用代码',
  '案件来源及立案时间',
  '案件来源及调查经过',
];

/** Where the names behind a label stand: up to the day they were written on, and to the opinion of another below them. */
function handsOf(reader: Reader, block: Block): { readonly from: number; readonly end: number } {
  const end = Math.min(block.end, block.from + 40);
  const stop = reader.dense.slice(block.from, end).search(/\d{4}年|意见|审核|审批|批示/u);
  return { from: block.from, end: stop < 0 ? end : block.from + stop };
}

/** 调查人员 张三 执法证号 1001, and below it 李四 执法证号 1002: the next stands behind the number of the one before. */
function cardsBelow(blocks: readonly Block[], people: Block): readonly Block[] {
  const behind = blocks.slice(blocks.indexOf(people) + 1);
  const end = behind.findIndex((block) => !cards.includes(block.label));
  return end < 0 ? behind : behind.slice(0, end);
}

const cards: readonly string[] = ['执法证号', '执法证件号', '执法证号码', '执法证件号码', '证号', '证件号'];

/** Opinions of those above the investigators, as rows of the form begin. */
const above =
  /^(?:(?:执法|承办|办案|法制|审核|审查)(?:机构|部门|科室|机关)|行政机关|机构|科室|部门|局|机关|单位|分管|主管|负责人|领导|审核|审批|审查)[一-龥]{0,8}(?:意见|批示)/u;

/** The day right above the first opinion on the report: those who made it sign there, whether a label says so or not. */
function dayAbove(reader: Reader): DateHit | undefined {
  const first = reader.lines.find(({ start, end }) => above.test(reader.dense.slice(start, end)))?.start;
  if (first === undefined) return undefined;
  return daysIn(reader, { from: Math.max(0, first - 60), end: first }).findLast((day) => {
    const line = reader.lines[reader.lineAt(day.start)];
    return line !== undefined && /^[^。,;《]*$/u.test(reader.dense.slice(day.end, Math.min(line.end, first)));
  });
}

/** What a report has to say; what it says in other words is not denied. */
const particulars: readonly (readonly [code: string, words: RegExp])[] = [
  ['party', /当事人|被处罚(?:人|单位)/u],
  ['course', /案件来源|调查经过|立案/u],
  ['facts', /经查|查明|违法事实|案件事实/u],
  ['nature', /性质|违反/u],
  ['proposal', /(?:建议|拟)[^。]{0,30}(?:处罚|处理|罚款|警告|不予|没收)/u],
  ['discretion', /裁量/u],
];

/** Report at the end of the investigation; a form of it bears the word of the agency's head, who decides on its result (行政处罚法 art. 57). */
export const readInvestigation: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const { length } = reader.dense;
  const day = daysIn(reader, { from: Math.floor(length * 0.6), end: length });
  const signing = spanOf(
    reader,
    /(?:调查人员?|承办人员?|办案人员|执法人员|报告人)(?:\((?:签名|签字|签章)\)|签名|签字|签章)/u,
  );
  const signedDay =
    signing === null ? undefined : daysIn(reader, { from: signing.end, end: Math.min(length, signing.end + 60) })[0];
  if (day.length === 0 && signedDay === undefined) return {};
  writer.day('investigation.report-date', signedDay ?? dayAbove(reader) ?? day.at(-1));
  const blocks = blocksOf(reader, [
    '案由',
    '调查人员',
    '承办人',
    '承办人员',
    '办案人员',
    '调查人',
    '执法人员',
    ...signedBy,
    ...cards,
    '当事人',
    '案件来源',
    '调查时间',
    '记录人',
    '调查机构',
    '案件名称',
    '承办机构',
  ]);
  const cause = firstFields(readFields(reader, causeLabels)).get('案由');
  if (cause !== undefined && cause.text.length > 3)
    writer.put('case.cause', cause.text, { start: cause.from, end: cause.to }, 0.8);
  const people = blocks.find(
    (block) =>
      ['调查人员', '承办人', '承办人员', '办案人员', '调查人', '执法人员', ...signedBy].includes(block.label) &&
      namesIn(reader, handsOf(reader, block)).length > 0,
  );
  if (people !== undefined) {
    const names = [people, ...cardsBelow(blocks, people)].flatMap((one) => namesIn(reader, handsOf(reader, one)));
    writer.put('investigation.investigators', [...new Set(names.map((one) => one.name))], {
      start: people.from,
      end: Math.min(people.end, people.from + 20),
    });
  }
  const signed = pageSignatures(reader, ['调查人员', '承办人', '承办人员', '办案人员', '执法人员', '调查人', '报告人']);
  const foot = signed.last ?? handsAtFoot(reader, ['调查人员', '调查人', '承办人', '承办人员', '办案人员', '报告人']);
  writer.put('investigation.signed', foot, signed.places[0] ?? signing ?? { start: length - 1, end: length }, 0.85);
  // Forms list the evidence before or after what it proves.
  const told = spanOf(
    reader,
    /(?:经查|查明|违法事实|案件事实|(?:认定|查证|主要|基本)的?事实|(?<=[一二三四五六七八九十\d][、.])事实(?:经过)?:|基本案情|调查(?:结论|经过|情况)|案件(?:经过|情况))[^_。]{12}/u,
  );
  const proved = /证据|笔录|照片/u.test(reader.dense);
  if (told !== null && proved) writer.put('investigation.states-facts', true, told);
  else if (signed.labelled > 0)
    writer.put('investigation.states-facts', false, { start: 0, end: Math.min(12, length) }, 0.85);
  writer.tell(
    'investigation.states-proposal',
    /(?:建议|拟)[^。]{0,30}(?:处罚|处理|罚款|警告|不予|责令|没收|吊销|撤销|移送)/u,
    signed.labelled > 0,
  );
  const named = particulars.filter(([, words]) => words.test(reader.dense)).map(([code]) => code);
  if (named.length === particulars.length && told !== null) writer.put('investigation.states', named, told, 0.8);
  // What he approves is the proposal: the fine is told by the form on which the decision itself is approved.
  const { head } = readApprovals(reader);
  if (head !== null && head.agrees === true && head.names.length > 0) {
    writer.put('approval.approved', true, head, 0.8);
    writer.put('approval.date', head.day?.value, head.day, 0.8);
    writer.put('approval.approver', head.names[0], head.signed ?? head, 0.8);
  }
  const crime = spanOf(reader, /(?:不|未发现|未)?[^。,;]{0,4}(?:涉嫌|构成)犯罪/u);
  if (crime !== null)
    writer.put(
      'case.suspected-crime',
      !/不|未/u.test(reader.dense.slice(Math.max(0, crime.start - 2), crime.end)),
      crime,
      0.7,
    );
  return writer.facts;
};
