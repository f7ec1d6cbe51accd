import type { Extractor } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { firstChosen } from '../scan/boxes.ts';
import { type Block, blocksOf, daysIn, FactWriter, namesIn, spanOf } from './blocks.ts';
import { pageSignatures } from './signatures.ts';

/** The points a legal review must answer (国办发〔2018〕118号 四（十三）), by the words reviews use for them. */
const points: readonly (readonly [string, RegExp])[] = [
  [
    'authority',
    /执法主体|(?<!违法)主体[、和及与一-龥]{0,16}(?:合法|适格)|主体资格|执法资格|人员(?:均|都)?(?:具[有备])?[^。;,]{0,6}资格/u,
  ],
  ['procedure', /程序/u],
  ['facts', /事实|证据/u],
  ['law', /适用法律|法律适用|适用依据|适用《[^《》]{2,40}》|法律、法规|法律法规|依据(?:是否)?(?:正确|准确)/u],
  ['discretion', /裁量|处罚适当|处理(?:意见|建议)?适当|幅度|过罚相当|量罚/u],
  ['competence', /权限|职权|管辖/u],
  ['documents', /文书(?:是否)?(?:[^。;]{0,10})(?:完备|规范|齐全|制作)|执法文书|文书规范/u],
  ['crime', /涉嫌犯罪|司法机关|移送|犯罪|追诉|追究刑事/u],
];

const labels = [
  '案由',
  '当事人',
  '承办机构',
  '承办人',
  '送审日期',
  '送审时间',
  '提请审核日期',
  '审核人员',
  '审核人',
  '法制审核人员',
  '拟处理意见',
  '承办机构意见',
  '承办机构处理意见',
  '审核内容',
  '审核意见',
  '审核结论',
  '审核机构负责人',
  '法制审核机构负责人',
  '法制机构负责人',
  '法制审核意见',
  '审核日期',
  '审核人员签名',
  '审核机构',
  '执法部门',
  '案号',
  '审核时间',
  '收案日期',
  '提交审核日期',
  '提交日期',
  '报送日期',
  '报送时间',
  '提交时间',
  '申请审核时间',
  '申请审核日期',
  '承办机构提请法制审核',
  '提请法制审核',
];

/** Where the names of those who reviewed end: at their day, or at the opinion of the one above them. */
function reviewersEnd(reader: Reader, { from, end }: Block): number {
  const stop = reader.dense.slice(from, Math.min(end, from + 40)).search(/\d{4}年|负责人|意见/u);
  return stop <= 0 ? Math.min(end, from + 40) : from + stop;
}

/** 审核意见 同意。签名:甲, or 审核意见 | 同意 | 签名 | 甲: who gave the opinion reviewed, where the form names the reviewers nowhere else. */
function signersOf(reader: Reader, blocks: readonly Block[]): ReturnType<typeof namesIn> {
  const opinions = blocks.filter(({ label }) => /^(?:法制)?审核(?:意见|结论)$/u.test(label));
  const [opinion, ...others] = opinions;
  if (opinion === undefined || others.length > 0) return [];
  const rest = reader.dense.slice(opinion.from);
  const sign = /(?:签名|签字|签章)(?:\([^()]{1,6}\))?:?/u.exec(rest);
  const before = rest.slice(0, sign?.index ?? 0);
  // Who heads those who reviewed signs below them.
  if (sign === null || before.length > 200 || /负责人|领导|承办|审批|机关/u.test(before)) return [];
  const from = opinion.from + sign.index + sign[0].length;
  const stop = reader.dense.slice(from, from + 30).search(/\d{4}年|年月日|日期|负责人|意见/u);
  return namesIn(reader, { from, end: stop < 0 ? Math.min(reader.dense.length, from + 12) : from + stop });
}

/** 法制审核人员:甲 乙 below all that is said, above the day: their hands, though no word says so. */
function handsAtFoot(reader: Reader, reviewers: Block | undefined): true | null {
  if (reviewers === undefined || reviewers.start < reader.dense.length * 0.6) return null;
  const rest = reader.dense.slice(reviewers.from);
  return /^[一-龥·、,]{2,20}(?:\([^()]{2,40}\)|[一-龥]{2,12})?(?:[一-龥]{2,8}负责人:[一-龥·]{2,4})?(?:[一-龥()]{4,30})?\d{4}年\d{1,2}月\d{1,2}日/u.test(
    rest,
  )
    ? true
    : null;
}

/** Opinion of the legal review: when, by whom, on which points, with what conclusion. */
export const readLegalReview: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const text = reader.dense;
  const blocks = blocksOf(reader, labels);
  const submitted = blocks.find(
    (block) =>
      /送审|提请(?:法制)?审核|提交(?:审核|日期|时间)|申请审核|报送|收案/u.test(block.label) &&
      daysIn(reader, block).length > 0,
  );
  writer.day('legal-review.submitted-on', submitted === undefined ? sentDay(reader) : daysIn(reader, submitted)[0]);
  const signing = spanOf(
    reader,
    /(?:审核人员?|法制审核人员?|审核机构(?:负责人)?|法制机构负责人|审核机构负责人)(?:\((?:签名|签字|签章)\)|签名|签字|签章)/u,
  );
  const days = daysIn(reader, { from: signing?.end ?? Math.floor(text.length / 2), end: text.length });
  const day = days[0] ?? daysIn(reader, { from: 0, end: text.length }).at(-1);
  // A form nobody filled in tells nothing.
  if (day === undefined && submitted === undefined) return {};
  writer.day('legal-review.date', day);
  const reviewers = blocks.find(
    (block) =>
      ['审核人员', '审核人', '法制审核人员', '审核人员签名'].includes(block.label) && namesIn(reader, block).length > 0,
  );
  const named =
    reviewers === undefined
      ? signersOf(reader, blocks)
      : namesIn(reader, { from: reviewers.from, end: reviewersEnd(reader, reviewers) });
  if (named.length > 0)
    writer.put('legal-review.reviewers', [...new Set(named.map((one) => one.name))], named[0] ?? null);
  const signed = pageSignatures(reader, [
    '审核人员',
    '审核人',
    '法制审核人员',
    '审核机构负责人',
    '法制机构负责人',
    '审核结论',
  ]);
  writer.put(
    'legal-review.signed',
    signed.last ?? handsAtFoot(reader, reviewers),
    signed.places[0] ?? signing ?? named[0] ?? null,
  );
  const opinion = opinionSpan(reader);
  const words = text.slice(opinion.start, opinion.end);
  const answered = points.filter(([, pattern]) => pattern.test(words)).map(([id]) => id);
  writer.put('legal-review.points', answered, opinion, 0.85);
  const said = words.replace(/[,。;:、\s]/gu, '');
  writer.put(
    'legal-review.only-agrees',
    answered.length === 0 && said.length <= 20 && /同意/u.test(said),
    opinion,
    0.85,
  );
  const verdict = firstChosen(
    reader,
    /(?:不同意|不予通过|审核不通过|(?<=[☑√✓✔☒])不通过|未通过(?:法制)?审核|退回|建议(?:补充|纠正|修改|重新))[^。□☐▢☑√✓✔☒]{0,30}|(?:同意|审核通过|(?<=(?:结论|意见):)通过|通过(?:法制)?审核|予以通过|(?<=[☑√✓✔☒])通过)[^。□☐▢☑√✓✔☒]{0,30}/gu,
    opinion.start,
  );
  if (verdict !== null && !isUnreadChoice(text.slice(Math.max(0, verdict.start - 24), verdict.end + 24))) {
    const phrase = text.slice(verdict.start, verdict.end);
    writer.put(
      'legal-review.passed',
      !/^(?:不同意|不予通过|审核不通过|不通过|未通过|退回|建议(?:补充|纠正|修改|重新))/u.test(phrase),
      verdict,
      0.85,
    );
  }
  return writer.facts;
};

/** Whether the words are the printed choices of a form of which none was read as ticked. */
function isUnreadChoice(words: string): boolean {
  const both = /(?<!不)(?:通过|同意)/u.test(words) && /不(?:予)?(?:通过|同意)/u.test(words);
  return (
    both && /[□☐▢口回国]|(?:通过|同意)[^。，,;]{0,4}不(?:予)?(?:通过|同意)/u.test(words) && !/[☑√✓✔☒■]/u.test(words)
  );
}

/** Words of the review itself: behind what the handling unit proposed. */
function opinionSpan(reader: Parameters<Extractor>[0]): { start: number; end: number } {
  const found = spanOf(
    reader,
    /审核(?:内容|情况|事项|要点|项目)(?!表)|(?:审核|法制)机构意见|审核意见(?!在相应|栏|可)|进行了(?:法制)?审核|经审核|审核如下/u,
    Math.min(40, reader.dense.length),
  );
  // A form asks point by point, above the conclusion as often as below it.
  const asked = reader.cells.find((cell) => /^[^。:]{0,30}是否/u.test(reader.dense.slice(cell.start, cell.end)));
  return { start: Math.min(found?.start ?? 0, asked?.start ?? reader.dense.length), end: reader.dense.length };
}

function sentDay(reader: Parameters<Extractor>[0]) {
  // 送审日期2023年9月4日 in running text.
  const dated = spanOf(reader, /送审(?:日期|时间)[:为]?(?=\d{4}年)/u);
  if (dated !== null) return daysIn(reader, { from: dated.end, end: dated.end + 14 })[0];
  const found = spanOf(
    reader,
    /(?:送审|提请(?:法制)?审核|报送审核|提交审核|(?<=\d日)(?:报送|提交|移送|送来|报来)的?)/u,
  );
  if (found === null) return undefined;
  return daysIn(reader, { from: Math.max(0, found.start - 30), end: found.start })[0];
}
