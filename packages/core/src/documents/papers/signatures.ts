import { crossesCells, valueIn } from '../form-cells.ts';
import { Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { namesIn, type Span, signatureAt } from './blocks.ts';

/** Signatures of one party to a record, page by page. */
export interface PageSignatures {
  /** Pages that have a place to sign. */
  readonly labelled: number;
  /** Those of which it can be told whether it is filled. */
  readonly told: number;
  /** Pages of the file whose place to sign is blank. */
  readonly blank: readonly number[];
  /** Whether the last place to sign is filled; null when there is none or it cannot be told. */
  readonly last: boolean | null;
  /** The blank places, for people to look at. */
  readonly places: readonly Span[];
}

const signing =
  /(?:\((?:签名|签字|签章|签名或盖章|签名或者盖章|盖章|签名、日期)[^()]{0,6}\)|签名(?:或盖章|或者盖章|确认)?|签字|签收(?![后人时日])|签章)/u;

/** Looks for `被询问人（签名）：` and the like on every page. A place counts as blank only when nothing but a line to write on stands there. */
export function pageSignatures(reader: Reader, who: readonly string[]): PageSignatures {
  const pages = new Map<number, { state: boolean | null; span: Span }>();
  for (const [index, line] of reader.lines.entries()) {
    for (const { start, from, signed, span } of handsIn(reader, index, who)) {
      const known = pages.get(line.page);
      // A page with two places is signed when one of them is: forms print the label at the head and at the foot.
      if (known === undefined || (known.state !== true && signed !== null)) {
        pages.set(line.page, {
          state: signed,
          span: signed === true ? span : { start, end: Math.min(from, line.end) },
        });
      }
    }
  }
  const entries = [...pages.entries()].sort((a, b) => a[0] - b[0]);
  const blank = entries.filter(([, entry]) => entry.state === false);
  return {
    labelled: entries.length,
    told: entries.filter(([, entry]) => entry.state !== null).length,
    blank: blank.map(([page]) => page),
    last: entries.at(-1)?.[1].state ?? null,
    places: blank.map(([, entry]) => entry.span),
  };
}

interface Hand {
  /** Where the label begins, and where the place behind it does. */
  readonly start: number;
  readonly from: number;
  readonly signed: boolean | null;
  readonly span: Span;
}

/** The places to sign of a line, those of the first name that has one; the line of a copy without breaks holds the name elsewhere too. */
function handsIn(reader: Reader, index: number, who: readonly string[]): Hand[] {
  const line = reader.lines[index];
  if (line === undefined) return [];
  const text = reader.dense.slice(line.start, line.end);
  for (const name of who) {
    const hands: Hand[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const before = at > 0 && reader.gapBefore(line.start + at) === Gap.none ? (text[at - 1] ?? '') : '';
      if (/[\u4e00-\u9fff]/u.test(before)) continue;
      const mark = signing.exec(text.slice(at + name.length, at + name.length + 14));
      if (mark === null || mark.index > 6) continue;
      const start = line.start + at;
      let from = start + name.length + mark.index + mark[0].length;
      // 参加人员 | 姓名 | 职务 | 签名 are heads of columns, no place to sign.
      if (crossesCells(reader, start, from)) continue;
      if (reader.dense[from] === ':') from++;
      const hand =
        handBefore(reader, start + name.length, mark.index) ??
        signatureAt(reader, placeToSign(reader, index, { start, end: from }));
      hands.push({ start, from, ...hand });
    }
    if (hands.length > 0) return hands;
  }
  return [];
}

/** The pages that are not signed. On a picture a place to sign that is not seen, or seen and not clear, may only be unread: then nobody can say that all are. */
export function unsignedPages(
  { pages }: Reader,
  { told, blank }: PageSignatures,
): { 'unsigned-pages'?: readonly string[] } {
  if (blank.length === 0 && told < pages.length && pages.some(isScan)) return {};
  return { 'unsigned-pages': blank.map((page) => `第${page}页`) };
}

/** 被询问人:罗小溪(签名): the hand stands before the words. */
function handBefore(reader: Reader, from: number, length: number): { signed: true; span: Span } | null {
  const words = reader.dense.slice(from, from + length);
  const name = /^:[一-龥]{2,4}$/u.test(words) ? namesIn(reader, { from: from + 1, end: from + length })[0] : undefined;
  return name === undefined || name.end < from + length ? null : { signed: true, span: name };
}

/** Where the hand stands: in the cell beside the label, behind the label in its line, or below where it stands alone. */
function placeToSign(reader: Reader, index: number, label: Span): { readonly from: number; readonly end: number } {
  const lineEnd = reader.lines[index]?.end ?? label.end;
  const value = valueIn(reader, label, []);
  const within = value !== null && value.start === label.end;
  if (value !== null && !within) return { from: value.start, end: fieldEnd(reader, value.start, value.end) };
  const stop = value?.end ?? reader.dense.length;
  const below =
    label.end >= lineEnd ? (markedBelow(reader, index) ?? nameBelow(reader, index) ?? wordsBelow(reader, index)) : null;
  if (below !== null && below.end <= stop) return below;
  return { from: label.end, end: Math.min(stop, fieldEnd(reader, label.end, lineEnd)) };
}

/** 审核人员签名 / 签名:张三: the place is named again on the line below. */
function markedBelow(reader: Reader, index: number): { readonly from: number; readonly end: number } | null {
  const next = reader.lines[index + 1];
  if (next === undefined || next.page !== reader.lines[index]?.page) return null;
  const mark = /^(?:签名|签字|签章):/u.exec(reader.dense.slice(next.start, next.end));
  return mark === null ? null : { from: next.start + mark[0].length, end: next.end };
}

/** A cell holds the label alone and the hand stands on the line below: a name, at most with the day. */
function nameBelow(reader: Reader, index: number): { readonly from: number; readonly end: number } | null {
  const next = reader.lines[index + 1];
  if (next === undefined || next.page !== reader.lines[index]?.page) return null;
  // 张三(执法证号:1001)、李四(执法证号:1002): notes beside the hands.
  const printed = reader.dense.slice(next.start, next.end);
  // 检查人(签名): the next place to sign.
  if (signing.test(printed)) return null;
  const words = printed.replace(/\([^()]{0,24}\)/gu, '');
  const place = { from: next.start, end: next.end };
  if (/^\p{Script=Han}{2,4}(?:[、,]?\p{Script=Han}{2,4})?(?:\d{4}年.*)?$/u.test(words)) return place;
  // Hands of a whole sitting.
  const names = namesIn(reader, place);
  const rest = names.reduce((left, { name }) => left.replace(name, ''), words);
  return names.length > 2 && /^[、,\s]*(?:\d{4}年\d{1,2}月\d{1,2}日)?$/u.test(rest) ? place : null;
}

/** 被检查人(签名): / 以上笔录我看过,与现场相符。张三 2030年1月2日: what he confirms, and his hand behind it. */
function wordsBelow(reader: Reader, index: number): { readonly from: number; readonly end: number } | null {
  const next = reader.lines[index + 1];
  if (next === undefined || next.page !== reader.lines[index]?.page) return null;
  const words = reader.dense.slice(next.start, next.end);
  return CONFIRMS.test(words) && !signing.test(words) ? { from: next.start, end: next.end } : null;
}

const CONFIRMS = /^[^:]{0,24}(?:看过|核对|已阅|阅过|属实|一致|一样|无误|相符|无异议)/u;

/** A signature ends where the next label of the line begins. */
function fieldEnd(reader: Reader, from: number, lineEnd: number): number {
  const end = Math.min(lineEnd, from + LONGEST_PLACE);
  const rest = reader.dense.slice(from, end);
  const next = rest.search(
    /(?:(?:执法|检查|勘验|办案|调查)人员|记录[人员]|书记员|(?:委托|法定|诉讼)?代理人|见证人|询问人|检查人|听证员|主持人|翻译|被询问人|当事人)(?:\(|签|:)|(?:签名|签字|签收)?(?:时间|日期):|第\d*页|共\d*页/u,
  );
  return next < 0 ? end : from + next;
}

/** A line of a copy without breaks goes on for pages. */
const LONGEST_PLACE = 240;
