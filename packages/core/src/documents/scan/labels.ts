import { crossesCells, fillsCell, valueIn } from '../form-cells.ts';
import { fold } from '../normalise.ts';
import { Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { brokenLabel } from './broken-labels.ts';
import { readsOn } from './glued-values.ts';

export interface Field {
  /** The label as asked for. */
  readonly label: string;
  readonly start: number;
  /** Half-open range of the value in `dense`; empty where nothing is filled in. */
  readonly from: number;
  readonly to: number;
  /** The value as printed without white space. */
  readonly text: string;
  /** True where a colon parts label and value, false where only white space, a cell or nothing does. */
  readonly colon: boolean;
}

type Found = Pick<Field, 'label' | 'start' | 'from' | 'colon'>;

/**
 * Labelled fields (`当 事 人：某厂`, `姓名 张三 性别 男`, cells of a table) of the half-open range in order. Only the labels
 * given are known; each value ends where the next of them begins or its line ends, so give all labels of the form. The
 * longest label wins. A value may stand on the line below its label, and goes on over lines the margin broke.
 */
export function readFields(reader: Reader, labels: readonly string[], from = 0, to = reader.dense.length): Field[] {
  const known = foldedLabels(labels);
  const found: Found[] = [];
  for (let i = Math.max(0, reader.lineAt(from)); i < reader.lines.length; i++) {
    const line = reader.lines[i];
    if (line === undefined || line.start >= to) break;
    const broken = line.start < from ? null : brokenLabel(reader, known, i, to);
    if (broken !== null) {
      const { start } = broken.hit;
      if (start > line.start) found.push(...labelsIn(reader, known, line.start, start, start));
      found.push({ ...broken.hit, colon: false });
      i = broken.line;
      continue;
    }
    const behind = found.at(-1)?.from ?? 0;
    const own = labelsIn(
      reader,
      known,
      Math.max(from, line.start),
      Math.min(to, line.end),
      Math.min(to, reach(reader, i)),
    );
    // The rest of a label that the margin broke is no label of its own.
    found.push(...own.filter((hit) => hit.start >= behind));
  }
  const places = found.map((hit) => ({ start: hit.start, end: hit.from }));
  return found.map((hit, index) => {
    const next = found[index + 1]?.start ?? to;
    const value = valueIn(reader, { start: hit.start, end: hit.from }, places);
    if (value === null) return fieldOf(reader, hit, next, to);
    const end = found.find((one) => one.start >= value.start && one.start > hit.start)?.start ?? to;
    return trimmed(reader, hit, value.start, Math.max(value.start, Math.min(value.end, end, to)));
  });
}

/** How far a label that begins in the line may go on: over the margin into the line it wraps to. */
function reach(reader: Reader, index: number): number {
  const line = reader.lines[index];
  const next = reader.lines[index + 1];
  if (line === undefined) return 0;
  return next === undefined || !reader.wraps(next.start) ? line.end : Math.min(next.end, line.end + LONGEST_BROKEN);
}

const LONGEST_BROKEN = 14;

const foldedBefore = new WeakMap<readonly string[], readonly string[]>();

/** The labels folded, longest first; kept for the list they came in, as extractors pass the same list each time. */
function foldedLabels(labels: readonly string[]): readonly string[] {
  const before = foldedBefore.get(labels);
  if (before !== undefined) return before;
  const known = [...new Set(labels.map(fold))].sort((a, b) => b.length - a.length);
  foldedBefore.set(labels, known);
  return known;
}

/** The fields by label, the first filled one of each. */
export function firstFields(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const first = new Map<string, Field>();
  for (const field of fields) {
    const before = first.get(field.label);
    if (before === undefined || (before.text === '' && field.text !== '')) first.set(field.label, field);
  }
  return first;
}

function labelsIn(reader: Reader, known: readonly string[], start: number, end: number, over: number): Found[] {
  const line = reader.dense.slice(start, Math.max(end, over));
  const taken = new Uint8Array(line.length);
  const found: Found[] = [];
  const glued = opensGlued(reader, known, reader.dense.slice(start, end), start, end);
  for (const label of known) {
    for (let at = line.indexOf(label); at !== -1; at = line.indexOf(label, at + label.length)) {
      if (start + at >= end) break;
      const hit = labelAt(reader, label, start + at, { start, end: Math.max(end, over), glued });
      if (
        hit === null ||
        crossesCells(reader, start + at, start + at + label.length) ||
        taken[at] === 1 ||
        taken[hit.from - start - 1] === 1
      )
        continue;
      taken.fill(1, at, hit.from - start);
      found.push(hit);
    }
  }
  const clear = glued || found.length > 1;
  return (
    found
      .sort((a, b) => a.start - b.start)
      // The words of such a list are no labels.
      .filter((hit, index, all) => !all.some((one, at) => at < index && one.from > hit.start))
      .filter((hit, index) => {
        // 案件来源登记表 is the title of a form, no source.
        if (isTitle(reader, hit, start + line.length)) return false;
        // A label glued to its value only counts at the line's start or beside labels that stand clear.
        return hit.colon || isClear(reader, hit, start) || (index > 0 && clear);
      })
  );
}

/** Whether the line is the name of a form that begins as the label does, or the heading of its rows: 现场人员基本情况. */
function isTitle(reader: Reader, hit: Found, lineEnd: number): boolean {
  const rest = reader.dense.slice(hit.from, lineEnd);
  return (
    !hit.colon &&
    reader.gapBefore(hit.from) === Gap.none &&
    /^(?:(?:登记|审批|呈批|报告|确认|审核|移送){1,2}[表书单]|(?:基本)?情况)$/u.test(rest)
  );
}

/** 被处罚人姓名朱某性别女出生日期…: a short line that opens with a long label and no colon prints all its labels so. */
function opensGlued(reader: Reader, known: readonly string[], line: string, start: number, end: number): boolean {
  if (end - start > 90 || line.includes('。')) return false;
  const first = known.find((label) => label.length >= 5 && line.startsWith(label));
  if (first === undefined || line[first.length] === ':') return false;
  return reader.gapBefore(start + first.length) === Gap.none;
}

function isClear(reader: Reader, hit: Found, lineStart: number): boolean {
  if (fillsCell(reader, hit.start, hit.from)) return true;
  const opens = hit.start === lineStart || reader.gapBefore(hit.start) >= Gap.space;
  if (!opens) return false;
  return (
    reader.gapBefore(hit.from) >= Gap.space ||
    hit.from - hit.start >= 4 ||
    (hit.start === lineStart && readsOn(reader, hit.label, hit.from))
  );
}

const MORE_WORDS =
  /^(?:(?:或者?|及其?|和|\/)(?:个人|单位|法人|主要)?(?:姓名|名称|负责人|住址|住所|地址|号码|编号|联系方式|联系电话|电话)|姓名|名称){1,3}(?=:)/u;
const CLOSED_BY: Readonly<Record<string, string>> = { '【': '】', '[': ']', '〔': '〕', '〖': '〗' };
const BEFORE_LABEL = ';,。、)_-—0123456789.';
const LONGEST_NOTE = 14;
const LISTED = /^\((?=[^()]*(?:姓名|名称))(?=[^()]*、[^()]*、)[一-龥、,/]{6,}\):?/u;
const LONGEST_LIST = 110;

const SECOND = /^(?:\/|或者?)(?:被处罚|受处罚)?(?:个人|单位|企业|机构|组织|人)(?=[:(])/u;
/** 当事人一, 当事人2 */
const NUMBERED = /[一二三四五六\d]$/u;

function labelAt(
  reader: Reader,
  label: string,
  start: number,
  line: { readonly start: number; readonly end: number; readonly glued: boolean },
): Found | null {
  const text = reader.dense;
  const opens =
    line.glued ||
    start === line.start ||
    reader.gapBefore(start) >= Gap.space ||
    BEFORE_LABEL.includes(text[start - 1] ?? ' ');
  let after = start + label.length;
  // 被处罚单位 四川某公司: what white space parts from the label and nothing from the value counts no party.
  if (
    NUMBERED.test(label) &&
    reader.gapBefore(after - 1) > Gap.none &&
    reader.gapBefore(after) === Gap.none &&
    text[after] !== ':'
  )
    return null;
  // 【当事人】某某公司: brackets around the label stand for the mark behind it.
  const close = CLOSED_BY[text[start - 1] ?? ''];
  if (close !== undefined && start > line.start && text[after] === close && after + 1 < line.end)
    return { label, start: start - 1, from: after + (text[after + 1] === ':' ? 2 : 1), colon: true };
  // 违法行为人/单位:, 被处罚人或单位(…): a second word for the same party.
  const twin = SECOND.exec(text.slice(after, after + 10));
  if (twin !== null) after += twin[0].length;
  // 违法行为人(姓名、性别、身份证件种类及号码…)张三: the form lists what is to be written.
  after += LISTED.exec(text.slice(after, after + LONGEST_LIST))?.[0].length ?? 0;
  // 被询问人:姓名 温良 性别 男: the label of a cell right behind the one of its row.
  const nested =
    (label === '姓名' || label === '名称') &&
    text[start - 1] === ':' &&
    reader.gapBefore(after) >= Gap.space &&
    after < line.end;
  if (text[after] === '(') {
    // 法定代表人(负责人): a short note in brackets belongs to the label when a colon or white space follows it.
    const close = text.slice(after, after + LONGEST_NOTE).indexOf(')') + after;
    const follows = text[close + 1] === ':' || reader.gapBefore(close + 1) > 0;
    if (close > after && close < line.end && follows) after = close + 1;
  }
  // 法定代表人负责人):马静: a recogniser lost the bracket that opens the note.
  const unopened = /^[一-龥、/]{1,8}\)(?=:)/u.exec(text.slice(after, after + 10));
  if (unopened !== null && after + unopened[0].length < line.end) after += unopened[0].length;
  // 当事人名称或姓名:, 主要负责人姓名及联系方式: more words for the same, or for what stands beside it, up to the mark.
  const more = MORE_WORDS.exec(text.slice(after, Math.min(line.end, after + 16)));
  if (more !== null && after + more[0].length < line.end) after += more[0].length;
  // 被告知人/单位名称甲公司: another label for the same behind a stroke, nothing between it and the value.
  const other = /^\/(?:个人|单位|企业)?(?:姓名|名称)(?=[^:/])/u.exec(text.slice(after, Math.min(line.end, after + 8)));
  if (other !== null) after += other[0].length;
  // (公司名称):甲公司, or 当事人姓名或名称): where the bracket that opens was lost.
  if (text[after] === ')' && ((text[start - 1] === '(' && start > line.start) || text[after + 1] === ':')) after++;
  // 甲有限公司 地址: a name ends on what a longer label (公司地址) begins with. 张三地 址:: a short word drawn out is one label.
  const drawn = text[after] === ':' && /^(?:..|联系..)$/u.test(label);
  if (!opens && !drawn && apart(reader, start, start + label.length)) return null;
  // 甲有限公司地址:, where no white space was left between them.
  if (
    label.startsWith('公司') &&
    /(?:有限|责任|股份|集团|[一-龥][分支总子])$/u.test(text.slice(Math.max(line.start, start - 2), start))
  )
    return null;
  if (text[after] === ':' && after < line.end) return { label, start, from: after + 1, colon: true };
  return opens || nested ? { label, start, from: after, colon: false } : null;
}

/** Whether white space parts the print between the offsets. */
function apart(reader: Reader, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (reader.gapBefore(at) > Gap.none) return true;
  return false;
}

function fieldOf(reader: Reader, hit: Found, next: number, to: number): Field {
  let index = reader.lineAt(Math.max(hit.start, hit.from - 1));
  let end = Math.min(reader.lines[index]?.end ?? hit.from, next, to);
  let from = hit.from;
  const below = reader.lines[index + 1];
  if (end <= from && below !== undefined && below.start < next && below.start < to) {
    index++;
    from = below.start;
    end = Math.min(below.end, next, to);
  }
  for (let line = reader.lines[index + 1]; line !== undefined; line = reader.lines[++index + 1]) {
    if (end !== line.start || line.start >= next || line.start >= to || !reader.wraps(line.start)) break;
    // The longest line of a form may end where another label begins the next.
    if (opensLabel(reader, line.start, line.end)) break;
    end = Math.min(line.end, next, to);
  }
  return trimmed(reader, hit, from, strangeLabel(reader, from, end) ?? end);
}

/** Whether a few characters before a colon begin at the offset, none of them apart from the others. */
function opensLabel(reader: Reader, at: number, end: number): boolean {
  const [words] = /^[一-龥]{2,8}(?=:)/u.exec(reader.dense.slice(at, Math.min(end, at + 9))) ?? [];
  if (words === undefined) return false;
  for (let next = at + 1; next < at + words.length; next++) if (reader.gapBefore(next) >= Gap.wide) return false;
  return true;
}

/** Where, behind white space in the line of a value, another label with a colon begins that nobody asked for. */
function strangeLabel(reader: Reader, from: number, end: number): number | null {
  for (let at = from + 1; at < end; at++)
    if (reader.gapBefore(at) === Gap.wide && opensLabel(reader, at, end)) return at;
  return null;
}

/** The field with the value that stands in the range, but for marks at its ends and lines to write on. */
function trimmed(reader: Reader, hit: Found, start: number, stop: number): Field {
  const text = reader.dense;
  let [from, end] = [start, stop];
  while (end > from && ',;。、|\ufffc'.includes(text[end - 1] ?? ' ')) end--;
  const blank = from;
  while (from < end && isBlankMark(text[from])) from++;
  // ____经调查: a line left open, and the sentence goes on; __张三__ is one filled in.
  if (from - blank >= 2 && !text.slice(from, end).includes('__') && !isBlankMark(text[end - 1])) from = end;
  const marks = /[_\-—＿…]{0,99}$/u.exec(text.slice(from, end))?.[0] ?? '';
  // 邓刚—: of a name that may end in 一 on a picture nothing is left out.
  const isOne = marks === '—' && reader.gapBefore(end - 1) === Gap.none && reader.pages.some(isScan);
  const tail = end - (isOne ? 0 : marks.length);
  return { label: hit.label, start: hit.start, from, to: tail, text: reader.print(from, tail), colon: hit.colon };
}

/** Signs of a line to write on. */
function isBlankMark(character: string | undefined): boolean {
  return character === '_' || character === '-' || character === '—' || character === '＿' || character === '…';
}
