import { type Facts, factOf } from '../facts.ts';
import type { DurationHit } from '../scan/durations.ts';
import { occurrences, type Paper, type Span, within } from './paper.ts';

/** Reads how the fine is paid and what remedies the paper tells: periods, authority and court. */
export function readRemedies(paper: Paper): Facts {
  const facts: Facts = {};
  review(paper, facts);
  litigation(paper, facts);
  payment(paper, facts);
  return facts;
}

const REACH = 130;

function review(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  for (const { at } of occurrences(
    text,
    ['申请行政复议', '申请复议', '提出行政复议', '提起行政复议', '提请复议'],
    everywhere(paper),
  )) {
    const sentence = paper.sentenceAt(at);
    if (paper.quoted(at) || /逾期不|逾期未/.test(text.slice(Math.max(sentence.start, at - 4), at))) continue;
    const days =
      within(paper.durations, { start: Math.max(sentence.start, at - REACH), end: at }).findLast(
        (hit) => hit.unit === 'days',
      ) ?? termAfter(paper, at, 'days');
    if (days !== undefined) facts['decision.review-days'] ??= factOf(reader, days.value, days.start, days.end);
    const authority = addressee(paper, Math.max(sentence.start, at - REACH), at);
    if (authority !== null && !BLANK.test(text.slice(authority.start, authority.end))) {
      facts['decision.review-authority'] ??= factOf(
        reader,
        reader.print(authority.start, authority.end),
        authority.start,
        authority.end,
        0.9,
      );
    }
    if (days !== undefined) return;
  }
  cutReview(paper, facts);
}

/** A copy that breaks off before the verb: 如不服本决定,可在收到之日起六十日内,向 */
function cutReview(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  const last = paper.sentences.at(-1);
  if (last === undefined || facts['decision.review-days'] !== undefined || /[。)日]$/.test(text)) return;
  const refused = text.indexOf('不服', last.start);
  const days = within(paper.durations, { start: Math.max(refused, last.start), end: last.end })[0];
  if (refused === -1 || days?.unit !== 'days' || /^(?:之?内|以内)/.test(text.slice(days.end)) === false) return;
  if (!/诉讼|起诉|法院/.test(text.slice(last.start, days.start)))
    facts['decision.review-days'] = factOf(reader, days.value, days.start, days.end, 0.75);
}

/** 申请行政复议的期限为收到之日起60日: the period after the verb. */
function termAfter(paper: Paper, at: number, unit: DurationHit['unit']): DurationHit | undefined {
  const end = Math.min(paper.sentenceAt(at).end, at + 50);
  const hit = within(paper.durations, { start: at, end }).find((one) => one.unit === unit);
  return hit !== undefined && /期限(?:为|是|:|自)/.test(paper.text.slice(at, hit.start)) ? hit : undefined;
}

function litigation(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  const words = ['提起行政诉讼', '提起诉讼', '起诉', '提出行政诉讼', '提请行政诉讼', '提出诉讼'];
  for (const { at } of occurrences(text, words, everywhere(paper))) {
    const sentence = paper.sentenceAt(at);
    const from = Math.max(sentence.start, at - REACH);
    if (paper.quoted(at) || /(?:不|未)(?:依法)?$/.test(text.slice(from, at))) continue;
    const before = within(paper.durations, { start: from, end: at }).at(-1);
    const months = before?.unit === 'months' ? before : termAfter(paper, at, 'months');
    if (months !== undefined) {
      facts['decision.litigation-months'] ??= factOf(reader, months.value, months.start, months.end);
    }
    const named = addressee(paper, from, at);
    const court = named === null ? null : upToCourt(text, named);
    if (court !== null && isCourt(text.slice(court.start, court.end))) {
      facts['decision.court'] ??= factOf(reader, reader.print(court.start, court.end), court.start, court.end, 0.9);
    }
    if (facts['decision.litigation-months'] !== undefined) return;
  }
  cutLitigation(paper, facts);
}

/** A copy that breaks off before the verb: …申请行政复议,或者6个月内直接向上海市第 */
function cutLitigation(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  const last = paper.sentences.at(-1);
  if (last === undefined || facts['decision.litigation-months'] !== undefined || /[。)）日]$/.test(text)) return;
  const review = text.lastIndexOf('复议');
  if (review < last.start) return;
  const months = within(paper.durations, { start: review, end: last.end }).find((hit) => hit.unit === 'months');
  if (months !== undefined)
    facts['decision.litigation-months'] = factOf(reader, months.value, months.start, months.end, 0.75);
}

/** 向甲市铁路运输法院提起诉讼: what stands behind the court's name is the verb. */
function upToCourt(text: string, { start, end }: Span): Span {
  const court = text.slice(start, end).indexOf('法院');
  return court < 0 ? { start, end } : { start, end: start + court + 2 };
}

/** 有管辖权的人民法院 and 人民法院 name none. */
function isCourt(text: string): boolean {
  return text.length > 4 && text.length <= 40 && text.includes('法院') && !/管辖|当地|所在地|^人民法院|_/.test(text);
}

const BLANK = /_|^或者?$|^人民政府或者?$|^$/;

/** Who stands between the last 向 and the verb: 向安宁市人民政府申请行政复议. */
function addressee(paper: Paper, from: number, to: number): Span | null {
  const { text, reader } = paper;
  const towards = text.slice(from, to).lastIndexOf('向');
  if (towards === -1) return null;
  let start = from + towards + 1;
  let end = to;
  for (const word of ['依法', '直接']) {
    if (text.startsWith(word, start)) start += word.length;
    if (text.slice(start, end).endsWith(word)) end -= word.length;
  }
  while (end > start && ',、'.includes(text[end - 1] ?? '')) end--;
  const name = text.slice(start, end);
  if (name.length < 3 || name.length > 60 || /[。;:]/.test(name) || !/[局府厅委会院部关处队署行所站室]/.test(name))
    return null;
  // A form with blanks left open shows wide gaps where the name should stand.
  return reader.gapBefore(start) >= 2 && !/^[一-龥]{2,}(?:局|政府|厅|委员会|院)/.test(name) ? null : { start, end };
}

const PAYING = /缴|交纳|交至|交到|交付|汇[入交至到缴]|划[入至转]|履行/;

function payment(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  for (const hit of paper.durations) {
    if (hit.unit !== 'days' || paper.quoted(hit.start)) continue;
    if (!/^(?:之?内|以内)/.test(text.slice(hit.end, hit.end + 2))) continue;
    const sentence = paper.sentenceAt(hit.start);
    const before = text.slice(Math.max(sentence.start, hit.start - 40), hit.start);
    // A colon before an account number at the end of a line ends no sentence.
    const stop = text.indexOf('。', hit.end);
    const after = text.slice(hit.end, Math.min(stop < 0 ? sentence.end : stop, hit.end + 120));
    if (!/收到|接到|送达|之日|签收|领取|持本决定书在$/.test(before)) continue;
    const clause = after.split(/[;]/)[0] ?? '';
    const paying = clause.search(PAYING);
    const other = clause.search(/复议|诉讼|起诉|陈述|听证|改正|拆除/);
    if (paying === -1 || (other !== -1 && other < paying)) continue;
    facts['decision.payment-days'] ??= factOf(reader, hit.value, hit.start, hit.end);
    return;
  }
}

function everywhere(paper: Paper): Span {
  return { start: 0, end: paper.text.length };
}
