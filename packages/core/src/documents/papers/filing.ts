import { strangeLabel } from '../decision/names.ts';
import { readParties } from '../decision/party.ts';
import type { Extractor } from '../facts.ts';
import { fold } from '../normalise.ts';
import { Gap, type Reader } from '../pages.ts';
import { tickedChoices } from '../scan/boxes.ts';
import { scanDates } from '../scan/dates.ts';
import { type Field, firstFields, readFields } from '../scan/labels.ts';
import { readApprovals } from './approvals.ts';
import { blocksOf, daysIn, FactWriter, isBlankSpan, namesAll, namesIn, spanOf, wordsOf } from './blocks.ts';
import { printedLabels } from './printed-labels.ts';
import { mayHoldHand } from './unread.ts';

const labels = [
  '案由',
  '案件名称',
  '案件来源',
  '来源类型',
  '案源类型',
  '案源',
  '案件来源类型',
  '来源',
  '线索来源',
  '发现时间',
  '案发时间',
  '发现日期',
  '发现/收到线索时间',
  '发现（收到）线索时间',
  '发现线索时间',
  '线索发现时间',
  '收到线索时间',
  '受案时间',
  '登记时间',
  '时间',
  '当事人',
  '名称',
  '姓名',
  '法定代表人',
  '负责人',
  '统一社会信用代码',
  '地址',
  '住址',
  '住所',
  '电话',
  '联系电话',
  '性别',
  '年龄',
  '身份证号',
  '涉嫌违法简况',
  '案情简介',
  '案件基本情况',
  '简要案情',
  '案情摘要',
  '基本案情',
  '主要案情',
  '承办人意见',
  '承办人',
  '违法事实',
  '涉嫌违法事实',
  '案情简介及立案理由',
  '案情简介及立案建议',
  '案情及立案理由',
  '基本案情及立案理由',
  '立案依据',
  '线索内容',
];
const stories = [
  '涉嫌违法简况',
  '案情简介',
  '案件基本情况',
  '简要案情',
  '案情摘要',
  '基本案情',
  '主要案情',
  '违法事实',
  '涉嫌违法事实',
  '案情简介及立案理由',
  '案情简介及立案建议',
  '案情及立案理由',
  '基本案情及立案理由',
];

/** What else forms call the story of the case. */
const ofStories =
  /^(?:(?:案件|简要|主要|涉嫌|基本|违法|线索|案情|举报|投诉|发现|有关)(?:的)?){0,3}(?:案情|情况|事实|简况|简介|简要|概况|经过|摘要|内容)(?:[及和、与](?:[一-龥()]{2,10}))?$/u;

const foundOn = [
  '发现时间',
  '发现日期',
  '案发时间',
  '发现/收到线索时间',
  '发现（收到）线索时间',
  '发现线索时间',
  '线索发现时间',
];

/** Form on which a case is filed: filed on the day its head approved, not on the day it was proposed. */
export const readFiling: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const approvals = readApprovals(reader);
  const { head, handler } = approvals;
  const told = printedLabels(reader, ofStories);
  const fields = firstFields(readFields(reader, [...labels, ...told]));
  // A form nobody filled in tells nothing.
  if (
    (head === null || head.blank) &&
    (handler === null || handler.blank) &&
    ![...fields.values()].some((field) => field.text !== '')
  )
    return {};
  Object.assign(writer.facts, readParties(reader).facts);
  const cause = fields.get('案由') ?? fields.get('案件名称');
  if (cause !== undefined && cause.text !== '') putCause(reader, writer, cause);
  const source = sourceOf(fields);
  if (source !== undefined) {
    const filled = source.text !== '' || /[☑√■✓✔☒]/u.test(reader.dense);
    const unread = !filled && mayHoldHand(reader, { from: source.from, end: Math.max(source.to, source.from + 1) });
    writer.put('filing.states-source', unread ? null : filled, {
      start: source.start,
      end: Math.max(source.to, source.start + 4),
    });
    putSource(reader, writer, source);
  }
  for (const label of foundOn) {
    const field = fields.get(fold(label));
    if (field !== undefined) writer.day('case.found-on', dayOf(reader, field));
  }
  const seen = foundIn(reader);
  if (seen !== undefined) writer.day('case.found-on', seen, 0.8);
  const story = [...stories, ...told].map((label) => fields.get(label)).find((field) => field !== undefined);
  if (story !== undefined) {
    const longer = spanOf(reader, /.{10,}/u, story.from);
    const filled =
      story.text.length >= 8 || (longer !== null && !isBlankSpan(reader, { from: story.from, end: story.from + 10 }));
    writer.put('filing.states-facts', filled, { start: story.start, end: Math.max(story.to, story.start + 4) });
  }
  if (handler !== null) {
    writer.put(
      'filing.handlers-signed',
      handler.blank
        ? mayHoldHand(reader, handler.hands)
          ? null
          : false
        : handler.names.length > 0 && handler.day !== null
          ? true
          : null,
      handler,
    );
    writer.put('filing.proposed-on', handler.day?.value, handler.day);
    if (handler.names.length > 1 || (handler.names.length > 0 && namesAll(reader, handler.hands)))
      writer.put('filing.handlers', handler.names, handler, 0.85);
  }
  putAppointed(reader, writer);
  if (head !== null) {
    writer.put('filing.approved', head.agrees, head);
    if (head.agrees !== false) writer.put('filing.date', head.day?.value, head.day, 0.95);
    writer.put('filing.approver', head.names[0], head.signed ?? head, 0.85);
  }
  return writer.facts;
};

/** 2030年3月5日,执法人员巡查时发现…: the first day a form tells, on which its story begins with what officers found. */
function foundIn(reader: Reader) {
  const first = scanDates(reader).find(({ value }) => value !== null);
  if (first === undefined) return undefined;
  const before = reader.dense.slice(Math.max(0, first.start - 12), first.start);
  const story =
    reader.gapBefore(first.start) >= Gap.space || /(?:[:。]|简况|案情|情况|简介|事实|内容|摘要)$/u.test(before);
  const words = reader.dense.slice(first.end, first.end + 80);
  // Told of by others, the matter was known before officers went to look.
  const looked = LOOKED.test(words) && !/举报|投诉|移送|移交|交办|转办|转来|抄告|检验报告/u.test(reader.dense);
  return story && (FOUND.test(words) || looked) ? first : undefined;
}

/** …对当事人经营场所进行检查,…涉嫌违反…: what officers saw when they looked, without the word 发现. */
const LOOKED =
  /^(?:(?:上午|下午|晚上?|凌晨)?(?:\d{1,2}[时:](?:\d{1,2}分?)?许?)?),?[^。;,]{0,20}(?:执法|检查|监督|巡查|稽查|监察|水政|路政|渔政|城管)(?:人员?|员|队员)[^。;复再]{0,40}?(?:巡查|检查|巡护|稽查|抽查|排查)/u;

const FOUND =
  /^(?:(?:上午|下午|晚上?|凌晨)?(?:\d{1,2}[时:](?:\d{1,2}分?)?许?)?),?[^。;,]{0,20}(?:执法|检查|监督|巡查|巡护|稽查|监察)(?:人员?|员|队员)[^。;]{0,30}?(?:巡查|检查|巡护|稽查|检验|排查|核查)[^。;]{0,14}发现/u;

/** Where a register of the police says that the matter is taken on (治安管理处罚法 art. 118: the period runs from then): the last opinion on it. */
const takenOn = ['受案审批', '受案审批意见', '受理审批', '受案部门负责人意见', '受案意见'];

/** What forms call where a case came from. */
const sources: readonly string[] = ['案件来源', '线索来源', '来源', '来源类型', '案源类型', '案源', '案件来源类型'];
const sourceOf = (fields: ReadonlyMap<string, Field>): Field | undefined =>
  sources.map((label) => fields.get(label)).find((field) => field !== undefined);

/** Register of where a case came from. */
export const readSource: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const fields = firstFields(readFields(reader, labels));
  const source = sourceOf(fields);
  if (source !== undefined) putSource(reader, writer, source);
  for (const label of ['发现时间', '登记时间', '受案时间', '发现日期']) {
    const field = fields.get(label);
    if (field !== undefined) writer.day('case.found-on', dayOf(reader, field));
  }
  const opinions = blocksOf(reader, takenOn).filter((block) => daysIn(reader, block).length > 0);
  const approved = opinions.find((block) => block.label !== '受案意见') ?? opinions[0];
  if (approved !== undefined && !/不予受(?:理|案)/u.test(wordsOf(reader, approved).slice(0, 20)))
    writer.day('case.accepted-on', daysIn(reader, approved).at(-1), 0.85);
  return writer.facts;
};

/** 由甲、乙承办, 指定甲和乙为办案人员: who handles the case as a sentence of the form says. */
function putAppointed(reader: Reader, writer: FactWriter): void {
  const found =
    /(?:由|指定|指派|确定|安排)([一-龥·]{2,4}(?:[、,和][一-龥·]{2,4}){0,3})(?:同志)?(?:二人|两人|等)?(?:(?:负责|具体|共同)?(?:承办|查办|主办|办理|调查处理|调查取证|负责)|(?:为|担任)(?:本案)?(?:的)?(?:承办|办案|经办|主办|调查)(?:人|人员))/u.exec(
      reader.dense,
    );
  if (found?.[1] === undefined) return;
  const from = found.index + found[0].indexOf(found[1]);
  const names = namesIn(reader, { from, end: from + found[1].length });
  if (names.length > 1)
    writer.put(
      'filing.handlers',
      [...new Set(names.map(({ name }) => name))],
      { start: from, end: from + found[1].length },
      0.8,
    );
}

/** The source as written; of printed choices the one ticked, and nothing where none or several are. */
function putSource(reader: Reader, writer: FactWriter, source: Field): void {
  const to = choicesEnd(reader, source);
  const printed = to > source.to ? reader.print(source.from, to) : reader.print(source.from, cellEnd(reader, source));
  const choices = tickedChoices(printed);
  // A recogniser takes boxes for 口, ticked ones and empty ones for 回: which of several is ticked it cannot tell.
  if ((printed.match(/[口回]/gu) ?? []).length > 1) return;
  const text = /[□☐▢☑√■✓✔☒]/u.test(printed) ? (choices.length === 1 ? choices[0] : undefined) : printed;
  // 群众举报报案人:匿名…: labels of the cells behind it, glued to it by a copy; where they begin nobody can tell.
  if (text !== undefined && text !== '' && !/[一-龥)）][:：]./u.test(text))
    writer.put('case.source', text.replace(/[;；:：,，、。]$/u, ''), { start: source.from, end: to });
}

/** The cause alone: 涉嫌擅自取水当事人基本情况 of a copy without breaks holds the heading of the rows below. */
function putCause(reader: Reader, writer: FactWriter, cause: Field): void {
  const to = cellEnd(reader, cause);
  const heading = /(?<=.{4})(?:当事人|违法嫌疑人|被处罚人)(?:的?基本)?(?:情况|信息)$/u.exec(
    reader.dense.slice(cause.from, to),
  );
  const end = to - (heading?.[0].length ?? 0);
  writer.put('case.cause', reader.print(cause.from, end), { start: cause.from, end });
}

/** 投诉举报 | 受理时间 | 2025年…: in a row the next cell but one is the value of a label, known or not. */
function cellEnd(reader: Reader, { from, to: end }: Field): number {
  const to = strangeLabel(reader, from, end);
  for (let at = from + 2; at < to; at++) {
    const gap = reader.gapBefore(at);
    if (gap !== Gap.wide && gap !== Gap.space) continue;
    let next = at + 1;
    while (next < to && reader.gapBefore(next) < gap) next++;
    // What one blank parts may be two words of a value; a label of a day or place is none.
    const label = gap === Gap.wide ? /^[一-龥()]{2,10}:?$/u : /^[一-龥]{2,6}(?:时间|日期|地点|地址)$/u;
    if (next < to && label.test(reader.dense.slice(at, next))) return at;
  }
  return to;
}

/** Choices stand one below the other: where the last of the lines ends that open with a box. */
function choicesEnd(reader: Reader, { from, to }: Field): number {
  let end = to;
  for (let index = reader.lineAt(from); ; index++) {
    const line = reader.lines[index];
    const start = Math.max(from, line?.start ?? from);
    if (line === undefined || !/^(?:\d[.、])?[□☐▢☑√■✓✔☒]/u.test(reader.dense.slice(start, line.end))) return end;
    end = Math.max(end, line.end);
  }
}

function dayOf(reader: Reader, field: Field) {
  return scanDates(reader, field.from, field.to)[0];
}
