import type { Extractor } from '../facts.ts';
import { cellAt, fillsCell } from '../form-cells.ts';
import type { Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { onlyFine } from './approval.ts';
import { type Block, blocksOf, FactWriter, inOwnCell, isBlankSpan, namesIn, spanOf, wordsOf } from './blocks.ts';
import { leadingNames } from './leading-names.ts';
import { printedLabels } from './printed-labels.ts';
import { pageSignatures } from './signatures.ts';
import { timesIn } from './times.ts';
import { mayHoldHand } from './unread.ts';

/** What agencies call it when the heads discuss a case. */
const sittings: readonly string[] = [
  '讨论',
  '合议',
  '审议',
  '会审',
  '审理',
  '会议',
  '集体讨论',
  '集体审议',
  '议案',
  '评议',
];
const ofSittings = (...words: readonly string[]): string[] =>
  sittings.flatMap((one) => words.map((word) => one + word));
const takingPart = ['参加', '出席', '参与'].flatMap((how) => ofSittings('人员').map((who) => how + who));
const discussionLabels = [
  ...ofSittings('时间', '地点', '主持人', '人员', '意见', '建议', '结论', '决定', '结果', '情况', '记录'),
  ...takingPart,
  ...takingPart.flatMap((who) => ['签名', '意见', '意见和理由'].map((word) => who + word)),
  '案由',
  '案件名称',
  '时间',
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
  '参会人员',
  '列席人员',
  '列席人',
  '列席',
  '主持',
  '参加',
  '出席',
  '记录',
  '集体讨论原因',
  '讨论内容',
  '案件承办人员',
  '承办人汇报案情',
  '承办人汇报案件情况',
  '结论性意见',
  '讨论人意见和理由',
  '决定意见',
  '处理意见',
  '出席人员签名',
  '参加人员签名',
  '结论意见',
  '结论',
  '决定',
  '会议决定',
  '研究决定',
  '集体决定',
];
const participantLabels = [
  ...ofSittings('人员'),
  ...takingPart,
  '参加讨论的负责人',
  '参加人员',
  '出席人员',
  '出席人员姓名及职务',
  '参加人',
  '参会人员',
  '参加',
  '出席',
];
const conclusionLabels = [
  ...ofSittings('结论', '决定', '结果'),
  '合议建议',
  '结论性意见',
  '决定意见',
  '结论意见',
  '结论',
  '决定',
  '会议决定',
  '讨论决定',
  '研究决定',
  '集体决定',
];

/** What else records call those present, those who only listen, and what all came to. */
const sitting = '(?:讨论|会议|合议|审议|会审|集体讨论)?';
const ofPresent = new RegExp(
  `^(?:参加|出席|参会|参与|到会|与会)${sitting}的?(?:人员?|负责人|领导|成员)(?:姓名|及|、|和|职务|\\(|\\))*$`,
  'u',
);
const ofAttending = new RegExp(`^列席${sitting}的?(?:人员?|领导|成员)(?:姓名|及|、|和|职务|\\(|\\))*$`, 'u');
const ofConclusions =
  /^(?:集体|会议|讨论|最终|最后){1,2}(?:结论|决定|决议)(?:性意见|意见|事项)?$|^(?:处理|处罚)决定$|^(?:讨论|审议)结果$/u;

/** Beside a label the names of its cell; on a page without cells those of its line and of the lines below that hold names and posts alone. */
function rowsOfNames(reader: Reader, block: Block): Block {
  if (cellAt(reader, block.start) !== null) return inOwnCell(reader, block);
  const first = reader.lineAt(block.from);
  for (let index = first + 1; index < reader.lines.length; index++) {
    const { start, end } = reader.lines[index] ?? { start: block.end, end: block.end };
    if (start >= block.end) break;
    const words = reader.dense.slice(start, Math.min(end, block.end));
    if (reader.wraps(start) || start === block.from) continue;
    if (words.length > 40 || /[。;:]|会议|讨论|研究|汇报/u.test(words)) return { ...block, end: start };
  }
  return block;
}

/** Where the rows end that a label heads: 参加人员 beside a list of names and posts. */
function groupEnd(reader: Reader, label: number): number {
  const cell = cellAt(reader, label);
  if (cell === null || cell.rows < 2) return 0;
  const rows = reader.cells.filter((one) => one.table === cell.table && one.row < cell.row + cell.rows);
  return Math.max(0, ...rows.map((one) => one.end));
}

/** 参加人员 姓名 职务 签名, each on a line, and the names below them: the heads of the columns are no labels of others. */
function listOfPosts(reader: Reader, blocks: readonly Block[], block: Block, index: number): Block {
  if (!participantLabels.includes(block.label) || wordsOf(reader, block) !== '姓名') return block;
  const next = blocks[index + 1];
  return next?.label === '职务' ? { ...block, end: next.end } : block;
}

/** What one of those who took part thinks, and why, or who said what. */
const opinionsSaid =
  /(?:意见|认为|同意)[^。]{4,}(?:理由|因为|鉴于|适当|清楚|充分|合法)|(?:清楚|充分|合法|适当|正确|准确)[^。]{0,16}(?:同意|赞成)|[一-龥]{2,4}(?:\([^()]{1,12}\))?:[^。:]{0,40}(?:同意|赞成|认为|反对|建议)/u;

/** 合议意见:经合议,一致认为…: what all of them came to stands under the name of an opinion, last on the form. */
function jointOpinion(reader: Reader, blocks: readonly Block[]): Block | undefined {
  return blocks.findLast(
    (block) =>
      /意见$/u.test(block.label) &&
      /一致|决定|建议[^。]{0,20}(?:给予|作出|处以?|罚款)/u.test(wordsOf(reader, block)) &&
      !/^[一-龥]{2,4}:/u.test(wordsOf(reader, block)),
  );
}

/** 会议…经讨论,决定…: what minutes say was come to. */
function resolved(reader: Reader): { start: number; from: number; end: number } | undefined {
  if (!/纪要/u.test(reader.dense.slice(0, 60))) return undefined;
  const found = spanOf(
    reader,
    /(?:会议|经(?:集体)?(?:讨论|研究|审议))[^。]{0,160}(?:决定|一致同意|一致通过)[^。]{4,}/u,
  );
  return found === null ? undefined : { ...found, from: found.start };
}

/** Fewer at the table are too few to say that one of them is missing below. */
const FEWEST_AT_TABLE = 3;

/** False where some who took part sign behind the last place to sign and others do not (行政处罚法 57: each of the heads); null where that cannot be told. */
function allSign(reader: Reader, participants: readonly string[]): false | null {
  if (participants.length < FEWEST_AT_TABLE || reader.pages.some(isScan)) return null;
  const at = reader.dense.lastIndexOf('签名');
  const below = reader.dense.slice(at);
  const missing = participants.filter((name) => !below.includes(name));
  return at > reader.dense.length / 2 && missing.length > 0 && participants.length - missing.length > 1 ? false : null;
}

/** Record of the collective discussion of the agency's heads. */
export const readDiscussion: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const present = printedLabels(reader, ofPresent);
  const attending = printedLabels(reader, ofAttending);
  const concluding = printedLabels(reader, ofConclusions);
  const blocks = blocksOf(
    reader,
    [...discussionLabels, ...present, ...attending, ...concluding].flatMap((label) => [
      label,
      `一、${label}`,
      `二、${label}`,
      `三、${label}`,
      `四、${label}`,
    ]),
  );
  const plain = (block: { label: string }): string => block.label.replace(/^[一二三四]、/u, '');
  const of = (wanted: readonly string[]) =>
    blocks.find((block) => wanted.includes(plain(block)) && wordsOf(reader, block).length > 0);
  const time = of([...ofSittings('时间'), '时间']);
  const times = timesIn(reader, time?.from ?? 0, time?.end ?? reader.dense.length);
  const people = [...blocks.map((block, index) => listOfPosts(reader, blocks, block, index))].find(
    (block) =>
      [...participantLabels, ...present].includes(plain(block)) &&
      !/签名|签字/u.test(reader.dense.slice(block.start, block.from)) &&
      namesIn(reader, { from: block.from, end: Math.max(block.end, groupEnd(reader, block.start)) }).length > 0,
  );
  // A form nobody filled in tells nothing.
  if (times === null && people === undefined) return {};
  if (times !== null) writer.put('discussion.date', times.day, times.at);
  if (people !== undefined) {
    const listed = cellAt(reader, people.start) === null ? rowsOfNames(reader, people).end : people.end;
    const names = namesIn(reader, { from: people.from, end: Math.max(listed, groupEnd(reader, people.start)) });
    const host = of(['主持人', '主持', ...ofSittings('主持人')]);
    const all = [...(host === undefined ? [] : namesIn(reader, host).slice(0, 1)), ...names].map((one) => one.name);
    writer.put('discussion.participants', [...new Set(all)], { start: people.from, end: people.end });
  }
  const attendants = of(['列席人员', '列席人', '列席', ...attending]);
  const others = attendants === undefined ? [] : leadingNames(reader, rowsOfNames(reader, attendants));
  if (attendants !== undefined && (others.length > 0 || !mayHoldHand(reader, attendants)))
    writer.put(
      'discussion.attendants',
      others.map((one) => one.name),
      { start: attendants.from, end: attendants.end },
      0.85,
    );
  // On a form the cell beside the label is there to be filled in.
  const conclusion =
    of([...conclusionLabels, ...concluding]) ??
    blocks.find((block) => conclusionLabels.includes(plain(block)) && fillsCell(reader, block.start, block.from));
  const joint = conclusion === undefined ? (jointOpinion(reader, blocks) ?? resolved(reader)) : undefined;
  if (joint !== undefined) {
    writer.put(
      'discussion.states-conclusion',
      true,
      { start: joint.start, end: Math.min(joint.end, joint.from + 30) },
      0.85,
    );
    const agreed = onlyFine(reader, { start: joint.from, end: joint.end });
    writer.put('discussion.fine', agreed?.yuan, agreed, 0.8);
  }
  const blank = conclusion !== undefined && isBlankSpan(reader, conclusion);
  const concluded = conclusion === undefined || (blank && mayHoldHand(reader, conclusion)) ? null : !blank;
  writer.put(
    'discussion.states-conclusion',
    concluded,
    conclusion === undefined ? null : { start: conclusion.start, end: Math.min(conclusion.end, conclusion.from + 30) },
  );
  const fine = conclusion === undefined ? null : onlyFine(reader, { start: conclusion.from, end: conclusion.end });
  writer.put('discussion.fine', fine?.yuan, fine, 0.85);
  // A panel of those who handled the case is not the heads' discussion, and minutes sum up what was said: their silence denies no opinions.
  writer.tell('discussion.states-opinions', opinionsSaid, !/合议|纪要/u.test(reader.dense.slice(0, 60)));
  const signed = pageSignatures(reader, [
    '参加讨论人员',
    '出席人员',
    '参加人员',
    '参加人',
    '参会人员',
    '讨论人员',
    ...takingPart,
    ...ofSittings('人员'),
    '负责人',
  ]);
  const participants = writer.facts['discussion.participants']?.value;
  const all = signed.last === true && Array.isArray(participants) ? allSign(reader, participants as string[]) : null;
  writer.put(
    'discussion.signed',
    all ?? signed.last,
    signed.places[0] ?? (signed.last === null ? null : { start: reader.dense.length - 10, end: reader.dense.length }),
  );
  return writer.facts;
};
