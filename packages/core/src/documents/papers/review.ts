import type { Extractor } from '../facts.ts';
import { cellAt, fillsCell } from '../form-cells.ts';
import type { Reader } from '../pages.ts';
import { firstChosen } from '../scan/boxes.ts';
import { onlyFine } from './approval.ts';
import { blocksOf, daysIn, FactWriter, isBlankSpan, namesIn, spanOf, wordsOf } from './blocks.ts';
import { pageSignatures } from './signatures.ts';
import { timesIn } from './times.ts';

/** The points a legal review must answer (国办发〔2018〕118号 四（十三）), by the words reviews use for them. */
const points: readonly (readonly [string, RegExp])[] = [
  ['authority', /执法主体|主体(?:资格)?(?:是否)?(?:合法|适格)|主体资格|执法资格|人员资格/u],
  ['procedure', /程序/u],
  ['facts', /事实|证据/u],
  ['law', /适用法律|法律适用|适用依据|法律、法规|法律法规|依据(?:是否)?(?:正确|准确)/u],
  ['discretion', /裁量|处罚适当|处理(?:意见|建议)?适当|幅度|过罚相当|量罚/u],
  ['competence', /权限|管辖/u],
  ['documents', /文书(?:是否)?(?:[^。;]{0,10})(?:完备|规范|齐全|制作)|执法文书|文书规范/u],
  ['crime', /涉嫌犯罪|司法机关|移送|犯罪/u],
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
  '承办机构提请法制审核',
  '提请法制审核',
];

/** Opinion of the legal review: when, by whom, on which points, with what conclusion. */
export const readLegalReview: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const text = reader.dense;
  const blocks = blocksOf(reader, labels);
  const submitted = blocks.find(
    (block) => /送审|提请(?:法制)?审核|提交审核|收案/u.test(block.label) && daysIn(reader, block).length > 0,
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
      ? []
      : namesIn(reader, { from: reviewers.from, end: Math.min(reviewers.end, reviewers.from + 40) });
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
  writer.put('legal-review.signed', signed.last, signed.places[0] ?? signing);
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
    /(?:不同意|不予通过|审核不通过|(?<=[☑√✓✔☒])不通过|未通过(?:法制)?审核|退回|建议(?:补充|纠正|修改|重新))[^。□☐▢☑√✓✔☒]{0,30}|(?:同意|审核通过|通过(?:法制)?审核|予以通过|(?<=[☑√✓✔☒])通过)[^。□☐▢☑√✓✔☒]{0,30}/gu,
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
    /审核内容|审核意见|法制审核意见|进行了(?:法制)?审核|经审核|审核如下/u,
    Math.min(40, reader.dense.length),
  );
  // A form asks point by point, above the conclusion as often as below it.
  const asked = reader.cells.find((cell) => /^[^。:]{0,30}是否/u.test(reader.dense.slice(cell.start, cell.end)));
  return { start: Math.min(found?.start ?? 0, asked?.start ?? reader.dense.length), end: reader.dense.length };
}

function sentDay(reader: Parameters<Extractor>[0]) {
  const found = spanOf(reader, /(?:送审|提请(?:法制)?审核|报送审核|提交审核)/u);
  if (found === null) return undefined;
  return daysIn(reader, { from: Math.max(0, found.start - 30), end: found.start })[0];
}

const discussionLabels = [
  '合议时间',
  '合议地点',
  '合议主持人',
  '参加合议人员',
  '合议人员',
  '合议意见',
  '合议结论',
  '合议记录',

  '案由',
  '案件名称',
  '讨论时间',
  '时间',
  '会议时间',
  '讨论地点',
  '地点',
  '主持人',
  '职务',
  '记录人',
  '汇报人',
  '参加讨论的负责人',
  '参加人员',
  '出席人员',
  '出席人员姓名及职务',
  '参加人',
  '参加讨论人员',
  '讨论人员',
  '参会人员',
  '集体讨论人员',
  '列席人员',
  '列席人',
  '集体讨论原因',
  '讨论内容',
  '讨论记录',
  '案件承办人员',
  '承办人汇报案情',
  '承办人汇报案件情况',
  '结论性意见',
  '讨论人意见和理由',
  '讨论意见',
  '参加讨论人员意见和理由',
  '参加讨论人员',
  '决定意见',
  '讨论决定',
  '讨论结论',
  '处理意见',
  '出席人员签名',
  '参加人员签名',
  '参加讨论人员签名',
  '结论意见',
  '参加讨论人员意见',
  '会议结论',
];
const participantLabels = [
  '参加合议人员',
  '合议人员',
  '参加讨论的负责人',
  '参加人员',
  '出席人员',
  '出席人员姓名及职务',
  '参加人',
  '参加讨论人员',
  '讨论人员',
  '参会人员',
  '集体讨论人员',
];
const conclusionLabels = ['结论性意见', '决定意见', '讨论决定', '讨论结论', '结论意见', '会议结论', '合议结论'];

/** Where the rows end that a label heads: 参加人员 beside a list of names and posts. */
function groupEnd(reader: Reader, label: number): number {
  const cell = cellAt(reader, label);
  if (cell === null || cell.rows < 2) return 0;
  const rows = reader.cells.filter((one) => one.table === cell.table && one.row < cell.row + cell.rows);
  return Math.max(0, ...rows.map((one) => one.end));
}

/** Record of the collective discussion of the agency's heads. */
export const readDiscussion: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const blocks = blocksOf(
    reader,
    discussionLabels.flatMap((label) => [label, `一、${label}`, `二、${label}`, `三、${label}`, `四、${label}`]),
  );
  const plain = (block: { label: string }): string => block.label.replace(/^[一二三四]、/u, '');
  const of = (wanted: readonly string[]) =>
    blocks.find((block) => wanted.includes(plain(block)) && wordsOf(reader, block).length > 0);
  const time = of(['讨论时间', '会议时间', '合议时间', '时间']);
  const times = timesIn(reader, time?.from ?? 0, time?.end ?? reader.dense.length);
  const people = blocks.find(
    (block) =>
      participantLabels.includes(plain(block)) &&
      !/签名|签字/u.test(reader.dense.slice(block.start, block.from)) &&
      namesIn(reader, { from: block.from, end: Math.max(block.end, groupEnd(reader, block.start)) }).length > 0,
  );
  // A form nobody filled in tells nothing.
  if (times === null && people === undefined) return {};
  const timeSpan =
    time === undefined ? { start: 0, end: 10 } : { start: time.from, end: Math.min(time.end, time.from + 16) };
  if (times !== null) writer.put('discussion.date', times.day, timeSpan);
  if (people !== undefined) {
    const names = namesIn(reader, { from: people.from, end: Math.max(people.end, groupEnd(reader, people.start)) });
    const host = of(['主持人', '合议主持人']);
    const all = [...(host === undefined ? [] : namesIn(reader, host).slice(0, 1)), ...names].map((one) => one.name);
    writer.put('discussion.participants', [...new Set(all)], { start: people.from, end: people.end });
  }
  const attendants = of(['列席人员', '列席人']);
  if (attendants !== undefined)
    writer.put(
      'discussion.attendants',
      namesIn(reader, attendants).map((one) => one.name),
      { start: attendants.from, end: attendants.end },
      0.85,
    );
  // On a form the cell beside the label is there to be filled in.
  const conclusion =
    of(conclusionLabels) ??
    blocks.find((block) => conclusionLabels.includes(plain(block)) && fillsCell(reader, block.start, block.from));
  const concluded = conclusion === undefined ? null : !isBlankSpan(reader, conclusion);
  writer.put(
    'discussion.states-conclusion',
    concluded,
    conclusion === undefined ? null : { start: conclusion.start, end: Math.min(conclusion.end, conclusion.from + 30) },
  );
  const fine = conclusion === undefined ? null : onlyFine(reader, { start: conclusion.from, end: conclusion.end });
  writer.put('discussion.fine', fine?.yuan, fine, 0.85);
  writer.tell('discussion.states-opinions', /(?:意见|认为|同意)[^。]{4,}(?:理由|因为|鉴于|适当|清楚|充分|合法)/u, true);
  const signed = pageSignatures(reader, [
    '参加讨论人员',
    '出席人员',
    '参加人员',
    '参加人',
    '参会人员',
    '讨论人员',
    '参加合议人员',
    '合议人员',
    '负责人',
  ]);
  writer.put(
    'discussion.signed',
    signed.last,
    signed.places[0] ?? (signed.last === null ? null : { start: reader.dense.length - 10, end: reader.dense.length }),
  );
  return writer.facts;
};
