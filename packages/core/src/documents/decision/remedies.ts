import { type Facts, factOf } from '../facts.ts';
import { isUnticked } from '../scan/boxes.ts';
import type { DurationHit } from '../scan/durations.ts';
import { type Paper, type Span, within } from './paper.ts';

/** Reads how the fine is paid and what remedies the paper tells: periods, authority and court. */
export function readRemedies(paper: Paper): Facts {
  const facts: Facts = {};
  review(paper, facts);
  litigation(paper, facts);
  payment(paper, facts);
  return facts;
}

const REACH = 130;

/** 申请行政复议, 提出行政复议, 向甲县人民政府复议, 行政复议:六十日内向甲县人民政府提出. */
const REVIEW = /(?:申请|提出|提起|提请)(?:行政)?复议|(?<=[府局厅委会部署])(?:行政)?复议(?![机委办决申])|行政复议(?=:)/g;
const LITIGATION = /(?:提起|提出|提请)(?:行政)?诉讼|起诉|行政诉讼(?=:)/g;

function review(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  let told: number | null = null;
  for (const { index: at } of text.matchAll(REVIEW)) {
    if (told !== null && at - told > REACH) break;
    const sentence = paper.sentenceAt(at);
    if (paper.quoted(at) || /逾期不|逾期未/.test(text.slice(Math.max(sentence.start, at - 4), at))) continue;
    const after = behind(paper, at, /诉讼|起诉|法院/);
    const days =
      within(paper.durations, { start: Math.max(sentence.start, at - REACH), end: at }).findLast(
        (hit) => hit.unit === 'days',
      ) ??
      termAfter(paper, at, 'days') ??
      after?.terms.find((hit) => hit.unit === 'days');
    if (days !== undefined) facts['decision.review-days'] ??= factOf(reader, days.value, days.start, days.end);
    const authority = addressee(paper, Math.max(sentence.start, at - REACH), at) ?? after?.to ?? null;
    if (authority !== null && !BLANK.test(text.slice(authority.start, authority.end))) {
      facts['decision.review-authority'] ??= factOf(
        reader,
        reader.print(authority.start, authority.end),
        authority.start,
        authority.end,
        0.9,
      );
    }
    if (days !== undefined) told ??= at;
    if (told !== null && facts['decision.review-authority'] !== undefined) return;
  }
  named(
    paper,
    facts,
    'decision.review-authority',
    /复议(?:受理)?(?:机关|机构)(?:为|是|名称)?:([一-龥]{4,30}?)(?=[,、。;()]|$)/,
  );
  cutReview(paper, facts);
}

/** 复议机关:甲县人民政府, 管辖法院:甲县人民法院. */
function named({ text, reader }: Paper, facts: Facts, path: string, words: RegExp): void {
  const found = words.exec(text);
  const name = found?.[1];
  if (found === null || name === undefined || facts[path] !== undefined) return;
  const start = found.index + found[0].length - name.length;
  facts[path] = factOf(reader, reader.print(start, start + name.length), start, start + name.length, 0.85);
}

/** 申请行政复议的,应当在六十日内向甲县人民政府提出: period and addressee behind the verb, up to where the other remedy begins. */
function behind(
  paper: Paper,
  at: number,
  other: RegExp,
): { readonly terms: readonly DurationHit[]; readonly to: Span | null } | null {
  const { text } = paper;
  const lead = /^[^,。;:]{2,8}?(?:的,|的?:)/.exec(text.slice(at, at + 12));
  if (lead === null) return null;
  const from = at + lead[0].length;
  const rest = /^[^。;]*/.exec(text.slice(from, Math.min(text.length, from + REACH)))?.[0] ?? '';
  const stop = rest.search(other);
  const verb = /(?:提出|提交|递交|申请|提起|起诉)/.exec(rest);
  const end = from + (verb?.index ?? rest.length);
  if (stop >= 0 && verb !== null && stop < verb.index && !/^法院/.test(rest.slice(stop))) return null;
  const terms = within(paper.durations, { start: from, end });
  return { terms, to: addressee(paper, from, end) };
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
  let told: number | null = null;
  for (const { index: at } of text.matchAll(LITIGATION)) {
    if (told !== null && at - told > REACH) break;
    const sentence = paper.sentenceAt(at);
    const from = Math.max(sentence.start, at - REACH);
    if (paper.quoted(at) || /(?:不|未)(?:依法)?$/.test(text.slice(from, at))) continue;
    const after = behind(paper, at, /复议/);
    const before = within(paper.durations, { start: from, end: at }).at(-1);
    const months =
      before?.unit === 'months'
        ? before
        : (termAfter(paper, at, 'months') ?? after?.terms.find((hit) => hit.unit === 'months'));
    if (months !== undefined) {
      facts['decision.litigation-months'] ??= factOf(reader, months.value, months.start, months.end);
    }
    const whom = addressee(paper, from, at) ?? after?.to ?? null;
    const court = whom === null ? null : upToCourt(text, whom);
    if (court !== null && isCourt(text.slice(court.start, court.end))) {
      facts['decision.court'] ??= factOf(reader, reader.print(court.start, court.end), court.start, court.end, 0.9);
    }
    if (months !== undefined) told ??= at;
    if (told !== null && facts['decision.court'] !== undefined) return;
  }
  named(paper, facts, 'decision.court', /(?:管辖|受理)法院(?:为|是|名称)?:([一-龥]{4,30}?法院)(?=[,、。;()]|$)/);
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
  const lead = text.slice(from, to);
  // 六十日内到甲县人民政府申请复议
  const going = /[日月]内到(?=[一-龥]{4,30}$)/.exec(lead);
  const towards = lead.includes('向') || going === null ? lead.lastIndexOf('向') : going.index + 2;
  if (towards === -1) return null;
  let start = from + towards + 1;
  let end = to;
  for (const word of ['依法', '直接']) {
    if (text.startsWith(word, start)) start += word.length;
    if (text.slice(start, end).endsWith(word)) end -= word.length;
  }
  while (end > start && ',、'.includes(text[end - 1] ?? '')) end--;
  // 甲市人民政府(地址:东街1号)申请行政复议: a note to the name.
  end -= /(?<=[一-龥]{4})\([^()]{2,40}\)$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const name = text.slice(start, end);
  if (name.length < 3 || name.length > 60 || /[。;:]/.test(name) || !/[局府厅委会院部关处队署行所站室师团]/.test(name))
    return null;
  // A form with blanks left open shows wide gaps where the name should stand.
  return reader.gapBefore(start) >= 2 && !/^[一-龥]{2,}(?:局|政府|厅|委员会|院|海关|总署|银行)/.test(name)
    ? null
    : { start, end };
}

/** 将注册证书交至…: what is handed in is no money. */
function handsIn(before: string): boolean {
  return /证书?|执照|印章|公章/.test(before) && !/[罚没税缴]?款|金额/.test(before);
}

const PAYING = /缴|交纳|交至|交到|交付|汇[入交至到缴]|划[入至转]|履行/;

function payment(paper: Paper, facts: Facts): void {
  const { text, reader } = paper;
  for (const hit of paper.durations) {
    if (hit.unit !== 'days' || paper.quoted(hit.start) || isUnticked(reader, hit.start)) continue;
    if (!/^(?:之?内|以内)/.test(text.slice(hit.end, hit.end + 2))) continue;
    const sentence = paper.sentenceAt(hit.start);
    const before = text.slice(Math.max(sentence.start, hit.start - 40), hit.start);
    // A colon before an account number at the end of a line ends no sentence.
    const stop = text.indexOf('。', hit.end);
    const after = text.slice(hit.end, Math.min(stop < 0 ? sentence.end : stop, hit.end + 120));
    if (!/收到|接到|送达|之日|即日|签收|领取|持本决定书在$/.test(before)) continue;
    const clause = after.split(/[;]/)[0] ?? '';
    // 罚款缴至甲银行,期限为收到本决定书之日起十五日内
    const ahead =
      /期限[:为]?|(?:方式|[缴交][款纳费])[^。;]{0,4}[:为]/.test(before) &&
      PAYING.test(before) &&
      !/复议|诉讼/.test(before);
    const paying = ahead ? 0 : clause.search(PAYING);
    const other = clause.search(/复议|诉讼|起诉|陈述|听证|改正|拆除/);
    if (paying === -1 || (other !== -1 && other < paying) || handsIn(clause.slice(0, paying))) continue;
    facts['decision.payment-days'] ??= factOf(reader, hit.value, hit.start, hit.end);
    return;
  }
}
