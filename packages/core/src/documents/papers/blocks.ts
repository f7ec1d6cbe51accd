import { type Facts, factOf } from '../facts.ts';
import { blockEnd, cellAt, crossesCells, valueIn } from '../form-cells.ts';
import { hasFamilyName } from '../mending/surnames.ts';
import { fold } from '../normalise.ts';
import { Gap, type Reader } from '../pages.ts';
import { type DateHit, scanDates } from '../scan/dates.ts';
import { isScan } from '../scan-text.ts';
import { followsValue, opensRow, printsGlued } from './glued.ts';
import { isReadWhole, mayHoldHand } from './unread.ts';

/** Half-open range of offsets of a reader's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cell or paragraph that a label heads: it ends where the next label of the form begins. */
export interface Block extends Span {
  readonly label: string;
  /** Where the words behind the label begin. */
  readonly from: number;
}

/** Blocks of a form in order. Only the labels given are known; the longest wins; a label begins a cell, a line or stands before a colon. */
export function blocksOf(reader: Reader, labels: readonly string[]): readonly Block[] {
  const text = reader.dense;
  const known = [...new Set(labels.map(fold))].sort((a, b) => b.length - a.length);
  const taken = new Uint8Array(text.length + 1);
  const heads: { label: string; start: number; from: number }[] = [];
  const glued = printsGlued(reader, known);
  for (const label of known) {
    for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + label.length)) {
      const from = behind(reader, at + label.length);
      const begins =
        at === 0 ||
        reader.gapBefore(at) >= Gap.space ||
        ';,。、:'.includes(text[at - 1] ?? '') ||
        (text[at - 1] === '.' && /\d/u.test(text[at - 2] ?? '')) ||
        followsValue(reader, at, label);
      const ends =
        ':)'.includes(text[from - 1] ?? '') ||
        reader.gapBefore(from) >= Gap.space ||
        from >= text.length ||
        (glued && opensRow(reader, at, label));
      if (taken[at] === 1 || !begins || !ends || crossesCells(reader, at, at + label.length)) continue;
      taken.fill(1, at, from);
      heads.push({ label, start: at, from });
    }
  }
  heads.sort((a, b) => a.start - b.start);
  const places = heads.map((head) => ({ start: head.start, end: head.from }));
  return heads.map((head, index) => {
    const end = heads[index + 1]?.start ?? text.length;
    const place = { start: head.start, end: head.from };
    const value = valueIn(reader, place, places);
    if (value?.below === true) return { ...head, from: value.start, end: value.end };
    return { ...head, end: Math.max(head.from, Math.min(end, blockEnd(reader, place) ?? end)) };
  });
}

/** Past a note in brackets and a colon behind a label: （签名）： */
function behind(reader: Reader, at: number): number {
  const text = reader.dense;
  let from = at;
  if (text[from] === '(') {
    const close = text.indexOf(')', from);
    // In a cell of its own a bracket may open the value: （南）应急罚〔2025〕52号.
    const note = reader.gapBefore(from) < Gap.space || /签|盖章|注明|可附|填写/u.test(text.slice(from, close));
    if (note && close > from && close - from <= 12) from = close + 1;
  }
  return text[from] === ':' ? from + 1 : from;
}

/** Of what a label of a form heads, the cell beside it: the cells behind it have labels of their own, such as that of the day. */
export function inOwnCell<B extends { readonly from: number; readonly end: number }>(reader: Reader, block: B): B {
  const cell = cellAt(reader, block.from);
  return cell === null || cell.start < block.from ? block : { ...block, end: Math.min(block.end, cell.end) };
}

/** Words of a block without white space. */
export function wordsOf(reader: Reader, block: { readonly from: number; readonly end: number }): string {
  return reader.dense.slice(block.from, block.end);
}

/** The dates of a span that exist, in order. */
export function daysIn(
  reader: Reader,
  span: { readonly from: number; readonly end: number },
): (DateHit & { value: string })[] {
  return scanDates(reader, span.from, span.end).filter(
    (hit): hit is DateHit & { value: string } => hit.value !== null && !hit.tampered,
  );
}

/** What people write where nothing is filled in. */
const emptyMarks = /^[_\-—＿/.。:、,\s年月日时分]*$/u;

/** Whether a span holds nothing but lines to write on. */
export function isBlankSpan(reader: Reader, span: { readonly from: number; readonly end: number }): boolean {
  return emptyMarks.test(reader.dense.slice(span.from, span.end));
}

const notNames =
  /^[请呈]|^日.?$|^依据$|^理由$|局|案件|文书|移送|[局科处股所队组站室部厅司院校厂店村镇乡县市区州省社会行馆园团班课总关台段场航船委首家秘书]长$|科$|处$|股$|所$|队$|主任|书记|委员|签名|签字|盖章|印章|公章|日期|时间|地址|电话|同意|意见|无误|属实|以上|已阅|记录|笔录|本人|单位|公司|情况|随同|陪同|承办|执法|证号|负责|年月|页|出示|告知|回执|邮件|当事人|职务|性别|机关|同上|法制|身份|年龄|住址|住所|民族|证件|号码|姓名|名称|审批|审核|经办|环节|^拒|^(?:权利|义务)$|陈述|申辩|回避|^不?申请$/u;
const compound =
  /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|轩辕|长孙|宇文|鲜于|闾丘|呼延|赫连|澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙)/u;

/** What tells of a certificate right behind a name, where no white space was left: 李四执法证号. */
const certificate =
  /(?<=^[\u3400-\u9fff]{2,4}?)(?:(?:行政)?(?:执法证|检查证|监察证|工作证)件?(?:编?号码?)?|证件?号码?|单位及职务.*)$/u;

/** How words of forms end, and hardly a name does. */
const wordEnd = /[人员单理据务表书件号位字章期间点于的了项由述请况容见查处办论录案]$/u;

/** Names of persons in a span: parted by commas, spaces or cells, notes in brackets (posts, numbers) left out. */
export function namesIn(
  reader: Reader,
  span: { readonly from: number; readonly end: number },
): readonly (Span & { readonly name: string })[] {
  const text = reader.dense;
  const names: (Span & { name: string })[] = [];
  let depth = 0;
  let start = span.from;
  let lone: Span | null = null;
  const pictured = reader.pages.some(isScan);
  const take = (end: number): void => {
    // 张　三: a name of two characters set wide.
    if (end - start === 1 && isHan(text[start])) {
      const wide = lone !== null && lone.end === start ? lone.start : null;
      lone = wide === null ? { start, end } : null;
      if (wide !== null && !notNames.test(text.slice(wide, end)))
        names.push({ name: text.slice(wide, end), start: wide, end });
      return;
    }
    lone = null;
    // 吕霖执  法证号: the first sign of the label that a gap of the recogniser parts from it.
    const torn = text.startsWith('法证', end) && text[end - 1] === '执' ? end - 1 : end;
    const name = text.slice(start, torn).replace(certificate, '');
    const han = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,8}·[\u3400-\u9fff]{1,8}$/u.test(name);
    // What begins with no family name and ends like a word of the form is none (处理, 抽取人); a picture may hold a name misread.
    const word = !pictured && name.length < 4 && wordEnd.test(name) && !hasFamilyName(name);
    if (han && !word && (name.length < 4 || compound.test(name) || name.includes('·')) && !notNames.test(name))
      names.push({ name, start, end: start + name.length });
  };
  for (let at = span.from; at < span.end; at++) {
    const character = text[at] ?? '';
    const parted =
      '、,;/:()。.\ufffc"\'“”‘’|'.includes(character) ||
      /[\dA-Za-z_]/u.test(character) ||
      joins(reader, start, at, span.end);
    if (
      !parted &&
      (at === span.from ||
        reader.gapBefore(at) === Gap.none ||
        breaksName(reader, start, at) ||
        tears(reader, start, at, span.end))
    )
      continue;
    if (depth === 0) take(at);
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    start = parted ? at + 1 : at;
  }
  if (depth === 0) take(span.end);
  return names;
}

/**
 * Whether the names found in a span are all it holds, so that they may be counted: nothing else stands there that may be a name, and no
 * picture could have hidden one.
 */
export function namesAll(reader: Reader, span: { readonly from: number; readonly end: number }): boolean {
  // Readers of fields leave a picture at the end out.
  if (mayHoldHand(reader, { from: span.from, end: span.end + 1 })) return false;
  let rest = '';
  let at = span.from;
  for (const name of namesIn(reader, span)) {
    rest += `${reader.dense.slice(at, name.start)} `;
    at = name.end;
  }
  rest = (rest + reader.dense.slice(at, span.end)).replace(/\([^()]*\)/gu, ' ');
  return (rest.match(/[\u3400-\u9fff]{2,}/gu) ?? []).every((words) => notNames.test(words));
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /^\p{Script=Han}$/u.test(character);
}

/** Whether a narrow cell broke a name at the offset: 李国庆 张 / 海涛, 张海 / 涛. One character alone is no name. */
function breaksName(reader: Reader, start: number, at: number): boolean {
  if (reader.gapBefore(at) < Gap.line || at - start > 2 || ![...reader.dense.slice(start, at)].every(isHan))
    return false;
  let end = at;
  while (end - at < 4 && isHan(reader.dense[end]) && (end === at || reader.gapBefore(end) === Gap.none)) end++;
  const beside = at - start === 1 && end - at === 2 && reader.gapBefore(start) < Gap.line;
  // 张海 / 一、案情: the number of the next point.
  const counts = /[一二三四五六七八九十]/u.test(reader.dense[at] ?? '') && /[、.]/u.test(reader.dense[at + 1] ?? '');
  const rest = !counts && at - start === 2 && end - at === 1 && !'年月日男女无同章'.includes(reader.dense[at] ?? '');
  return beside || rest;
}

/** Whether a gap on a scan is none of the paper: 徐海  明、 – the recogniser tells only roughly where a character stands, and one alone is no name. */
function tears(reader: Reader, start: number, at: number, end: number): boolean {
  if (reader.gapBefore(at) >= Gap.line || !reader.pages.some(isScan)) return false;
  let next = at;
  while (next < end && isHan(reader.dense[next]) && (next === at || reader.gapBefore(next) === Gap.none)) next++;
  // Further characters apart are names set wide.
  if (next < end && isHan(reader.dense[next]) && reader.gapBefore(next) < Gap.line) return false;
  const [before, behind] = [at - start, next - at];
  const lone =
    (before === 2 && behind === 1) || (before === 1 && behind === 2 && reader.gapBefore(start) !== Gap.space);
  const part = reader.dense.slice(start, next);
  return lone && [...part].every(isHan) && !/[年月日男女无同章]/u.test(part) && !crossesCells(reader, start, next);
}

/** Whether 和 or 及 stands between two names and is not the end of one, as in 吴清和. */
function joins(reader: Reader, start: number, at: number, end: number): boolean {
  const character = reader.dense[at];
  if ((character !== '和' && character !== '及') || at - start < 2) return false;
  return /^\p{Script=Han}{2}/u.test(reader.dense.slice(at + 1, end)) && reader.gapBefore(at + 1) === Gap.none;
}

/** Each name once; the beginning of a longer one is that name, cut by the end of its line. */
export function wholeNames(names: readonly string[]): string[] {
  const all = [...new Set(names)];
  return all.filter((name) => !all.some((other) => other.length > name.length && other.startsWith(name)));
}

/** The state of a signature behind a label: signed with a name or noted as refused, blank, or not to be told, as where a hand on a scan was not read. */
export function signatureAt(
  reader: Reader,
  block: { readonly from: number; readonly end: number },
): { readonly signed: boolean | null; readonly span: Span } {
  const names = namesIn(reader, block);
  const first = names[0];
  if (first !== undefined) return { signed: true, span: first };
  const words = reader.dense.slice(block.from, block.end);
  const span = { start: Math.max(0, block.from - 1), end: Math.max(block.from, Math.min(block.end, block.from + 1)) };
  if (/拒绝签|拒签|捺印|指印|\(印\)|已签|电子签/u.test(words))
    return { signed: true, span: { start: block.from, end: block.end } };
  // Hands between which no blank was seen, before their day.
  const glued = /^[\u3400-\u9fff]{4,9}(?=\d{4}年)/u.exec(words)?.[0];
  if (glued !== undefined && !notNames.test(glued))
    return { signed: true, span: { start: block.from, end: block.from + glued.length } };
  const blank = isBlankSpan(reader, block) && !reader.pages.some(isScan);
  return { signed: blank ? false : null, span };
}

/** Writes facts of one document, each with its place. */
export class FactWriter {
  readonly facts: Facts = {};
  private readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  put(
    path: string,
    value: string | number | boolean | readonly string[] | null | undefined,
    span: Span | null,
    confidence = 0.9,
  ): void {
    if (value === null || value === undefined || span === null || path in this.facts) return;
    this.facts[path] = factOf(this.reader, value, span.start, Math.max(span.end, span.start + 1), confidence);
  }

  /** True where the words are found; false only where the paper was read whole and they are not. */
  tell(path: string, pattern: RegExp, whole: boolean): void {
    const found = pattern.exec(this.reader.dense);
    if (found !== null) this.put(path, true, { start: found.index, end: found.index + found[0].length });
    else if (whole && isReadWhole(this.reader))
      this.put(path, false, { start: 0, end: Math.min(12, this.reader.dense.length) }, 0.85);
  }

  day(path: string, hit: DateHit | undefined, confidence = 0.9): void {
    if (hit !== undefined && hit.value !== null) this.put(path, hit.value, hit, confidence);
  }
}

/** The first match of a pattern as a span. */
export function spanOf(reader: Reader, pattern: RegExp, from = 0): Span | null {
  const found = pattern.exec(reader.dense.slice(from));
  return found === null ? null : { start: from + found.index, end: from + found.index + found[0].length };
}
