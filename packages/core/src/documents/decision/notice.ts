import type { Fact } from '../../record/types.ts';
import { type Extractor, type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { daysIn, namesIn } from '../papers/blocks.ts';
import { isUnticked } from '../scan/boxes.ts';
import type { DurationHit } from '../scan/durations.ts';
import { readFields } from '../scan/labels.ts';
import { citationFacts, citationsOf, isBasis } from './citations.ts';
import { opensAsPaper, ownNumber } from './heading.ts';
import { occurrences, openPaper, type Paper, type Span, search, within } from './paper.ts';
import { readParties } from './party.ts';
import { penaltyFacts } from './penalties.ts';
import { finesOf, type Operative, operativePart, sanctionsOf } from './sanctions.ts';
import { readSignature } from './signature.ts';
import { factsTold } from './story.ts';
import { waivedBelow } from './waived-below.ts';

/** Reads a notice before a penalty (告知书): what is proposed and why, and which rights it tells. */
export const readNotice: Extractor = (reader: Reader): Facts => {
  const paper = openPaper(reader);
  const parties = readParties(reader);
  const signature = readSignature(paper);
  const whole = signature.whole && opensAsPaper(paper);
  const number = ownNumber(paper, parties.from, true);
  const part = operativePart(paper, true);
  const fines = finesOf(paper, part, true);
  const sanctions = sanctionsOf(paper, part);
  // A form nobody filled in tells nothing.
  if (number === null && parties.all.length === 0 && signature.date === null && fines.length === 0) return {};
  const facts: Facts = { ...parties.facts };
  if (number !== null)
    facts['notice.number'] = factOf(reader, number.value, number.start, number.end, number.confidence);
  const { date } = signature;
  if (date !== null && date.value !== null)
    facts['notice.date'] = factOf(reader, date.value, date.start, date.end, date.confidence);
  const waived = waivedBelow(reader);
  Object.assign(facts, waived);
  const received = signedFor(reader) ?? waived['statement.waived-on'] ?? null;
  if (received !== null && String(received.value) >= String(date?.value ?? '')) facts['notice.served-on'] = received;
  const citations = citationsOf(paper);
  Object.assign(
    facts,
    penaltyFacts(paper, part, fines, sanctions, parties.all, 'notice'),
    citations.length > 0 || !whole
      ? citationFacts(paper, citations, 'notice.citations[]')
      : { 'notice.citations[]': factOf(reader, [], Math.max(0, paper.text.length - 20), paper.text.length, 0.85) },
    readRights(paper),
  );
  const tell = (path: string, span: Span | null): void => {
    if (span !== null) facts[path] = factOf(reader, true, span.start, span.end, 0.9);
    else if (whole) facts[path] = factOf(reader, false, Math.max(0, paper.text.length - 20), paper.text.length, 0.85);
  };
  const range = onlyRange(paper, part);
  if (fines.length > 0) facts['notice.fine-is-range'] = factOf(reader, false, fines[0]?.start ?? 0, fines[0]?.end ?? 1);
  else if (range !== null) facts['notice.fine-is-range'] = factOf(reader, true, range.start, range.end, 0.85);
  const basis = citations.find((hit) => isBasis(paper, hit)) ?? null;
  tell('notice.states-facts', factsTold(paper));
  tell('notice.states-reasons', search(paper, /违反了?|构成了?|属于|鉴于|理由|情节|裁量/));
  // 违反某法第五十三条,依据该条规定,拟…
  const pointed =
    citations.length === 0 ? null : search(paper, /(?:依据|根据|依照|按照)(?:该|上述|前述)(?:条|法|规定|法条|条款)/);
  tell('notice.states-basis', basis ?? pointed);
  tell('notice.states-penalty', fines[0] ?? sanctions[0] ?? null);
  tell(
    'notice.states-discretion',
    search(
      paper,
      /从轻|减轻|从重|裁量|酌情|情节(?:较轻|轻微|一般|较重|严重|恶劣)|(?:较轻|轻微|一般|较重|严重)(?:违法)?(?:情节|情形|阶次|裁量)|初次|社会危害|危害后果|积极配合/,
    ),
  );
  tell(
    'notice.tells-statement',
    search(paper, /陈述(?:[、和与及,或]|或者)?(?:意见)?[、和与]?(?:进行)?申辩|陈述权|申辩权|陈述意见|提出陈述/),
  );
  tell('notice.tells-hearing', hearingRight(paper));
  tell('notice.states-contact', contact(reader));
  if (signature.seal !== null)
    facts['notice.has-seal'] = factOf(reader, true, signature.seal.start, signature.seal.end);
  return facts;
};

/** 被告知人:张某(捺印) 2024年6月20日, 当事人签收:张某 2024年6月20日: the day on which the notice itself was signed for; null where nobody signed it. */
function signedFor(reader: Reader): Fact | null {
  const half = Math.floor(reader.dense.length / 2);
  const labels = [
    ...reader.dense
      .slice(half)
      .matchAll(/被告知人(?:\(?签[名字]\)?)?:?|(?:(?:当事人|受送达人|收件人)\(?(?:签收|签名|签字)\)?|签收人):/g),
  ];
  for (const match of labels.reverse()) {
    const from = half + match.index + match[0].length;
    const end = Math.min(reader.dense.length, from + 40);
    const [name] = namesIn(reader, { from, end });
    const [day] = daysIn(reader, { from, end });
    if (name !== undefined && day !== undefined && name.start - from <= 2 && name.end <= day.start)
      return factOf(reader, day.value, day.start, day.end, 0.85);
  }
  return null;
}

/**
 * Reads a notice of the right to a hearing: what is proposed and why. Where a notice of its own tells of statement and defence, this one
 * need not repeat it, so that its silence says nothing.
 */
export const readHearingRight: Extractor = (reader: Reader): Facts => {
  const { 'notice.tells-statement': told, ...facts } = readNotice(reader);
  return told?.value === true ? { ...facts, 'notice.tells-statement': told } : facts;
};

/** A fine given only as the span the law allows (处五万元以上二十万元以下罚款), not as a sum. */
function onlyRange(paper: Paper, part: Operative): Span | null {
  if (!part.opened) return null;
  const bounds = within(paper.amounts, part).filter((hit) => hit.bound && !paper.quoted(hit.start));
  for (const bound of bounds) {
    if (paper.text.slice(bound.end, bound.end + 30).includes('罚款')) return bound;
    if (paper.text.slice(Math.max(part.start, bound.start - 12), bound.start).includes('罚款')) return bound;
  }
  return null;
}

/** The periods for statement and hearing the notice gives. */
function readRights(paper: Paper): Facts {
  const facts: Facts = {};
  for (const [path, words] of [
    ['notice.statement-days', ['陈述', '申辩']],
    ['notice.hearing-days', ['听证']],
  ] as const) {
    for (const { at } of occurrences(paper.text, words, { start: 0, end: paper.text.length })) {
      if (facts[path] !== undefined || paper.quoted(at) || isUnticked(paper.reader, at)) continue;
      const days = periodBeside(paper, at, words) ?? periodBelow(paper, at);
      if (days === null) continue;
      facts[path] = factOf(paper.reader, days.value, days.start, days.end);
      // 五日 alone does not say which days are meant; only 五个工作日 does.
      if (path === 'notice.statement-days' && days.unit === 'working-days') {
        facts['notice.statement-in-working-days'] = factOf(paper.reader, true, days.start, days.end);
      }
    }
  }
  return facts;
}

/** The length in days nearest to the word within its sentence: before it, else right after it. */
function periodBeside(paper: Paper, at: number, words: readonly string[]): DurationHit | null {
  const sentence = paper.sentenceAt(at);
  const isDays = (unit: string): boolean => unit === 'days' || unit === 'working-days';
  const from = Math.max(sentence.start, at - 90);
  const before = within(paper.durations, { start: from, end: at }).findLast(
    (hit) => isDays(hit.unit) && limits(paper, hit),
  );
  const other = words[0] === '听证' ? /陈述|申辩/ : /听证/;
  const stop = Math.min(sentence.end, at + 70);
  const after = within(paper.durations, { start: at, end: stop }).find((hit) => isDays(hit.unit) && limits(paper, hit));
  const between = after === undefined ? '' : paper.text.slice(at, after.start);
  const own = after !== undefined && (!other.test(between) || together(between)) ? after : null;
  if (before === undefined) return own;
  // 要求陈述、申辩的,应在3日内提出;要求听证的,应在5日内提出: the period of another clause is that of the right it names.
  const clause = paper.text.slice(Math.max(sentence.start, paper.text.lastIndexOf(';', before.start) + 1), at);
  const [theirs, ...rest] = clause.split(';');
  if (rest.length > 0 && other.test(theirs ?? '') && !words.some((word) => theirs?.includes(word))) return own;
  // 要求陈述、申辩,请于3日内、要求听证请于5日内提出
  const lead = paper.text.slice(Math.max(sentence.start, before.start - 24), before.start);
  if (own !== null && other.test(lead) && !words.some((word) => lead.includes(word))) return own;
  // 3日内陈述申辩,要求听证的5日内提出: a period of its own goes before the one of the other right.
  return other.test(paper.text.slice(before.end, at)) && own !== null ? own : before;
}

/** 你有权陈述、申辩并要求听证。请在收到本告知书之日起五日内提出: the sentence behind the one that tells the rights gives their period and names none of them. */
function periodBelow(paper: Paper, at: number): DurationHit | null {
  const own = paper.sentenceAt(at);
  if (!/有权|享有|权利|可以?(?:向[^。,;]{2,14})?(?:进行|提出|要求)/.test(paper.text.slice(own.start, own.end)))
    return null;
  const next = paper.sentenceAt(own.end);
  if (next.start < own.end) return null;
  const words = paper.text.slice(next.start, next.end);
  if (
    !/^(?:请|如|应|你|可|自|在)[^。]*(?:收到|送达)[^。]*(?:提出|行使|提交|送交|递交|反馈)/.test(words) ||
    /陈述|申辩|听证|复议|诉讼/.test(words)
  )
    return null;
  const found = within(paper.durations, next).filter(
    (hit) => (hit.unit === 'days' || hit.unit === 'working-days') && limits(paper, hit),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** 陈述、申辩或者听证,应当在…五个工作日内: one period for both rights, named in one breath. */
function together(between: string): boolean {
  return /^[^,。;]{0,6}(?:[、和与及或]|或者|以及)[^,。;]{0,6}听证[^。;听]{0,30}$/.test(between);
}

function limits(paper: Paper, hit: Span): boolean {
  return /^(?:之?内|以内)/.test(paper.text.slice(hit.end, hit.end + 2));
}

/** A right to a hearing told, not denied, and not only named in a heading. */
function hearingRight(paper: Paper): Span | null {
  for (const match of paper.text.matchAll(/(?:要求|申请|提出|享有|有权)[^。;]{0,24}听证|听证的?(?:权利|申请)/g)) {
    const end = match.index + match[0].length;
    const sentence = paper.sentenceAt(match.index);
    const lead = paper.text.slice(Math.max(0, match.index - 20), end);
    if (/不属于|不适用|不符合|不予听证|无权|不享有/.test(lead) || isUnticked(paper.reader, match.index)) continue;
    if (sentence.end - sentence.start > LONGEST_HEADING) return { start: match.index, end };
  }
  return null;
}

/** 三、陈述、申辩和听证的权利 is a heading; a sentence that tells a right is longer. */
const LONGEST_HEADING = 20;

const CONTACT_LABELS = [
  '联系人',
  '联系电话',
  '电话',
  '联系人及电话',
  '联系人及联系电话',
  '联系方式',
  '联系地址',
  '地址',
  '邮编',
  '邮政编码',
];

/** Somebody to turn to and a way to reach them, filled in below the rights. */
function contact(reader: Reader): Span | null {
  const half = Math.floor(reader.dense.length * 0.4);
  const filled = readFields(reader, CONTACT_LABELS, half).filter((field) => !/^[_\s]*$/.test(field.text));
  const reach = filled.find((field) => /电话|方式/.test(field.label) && /\d{4}|\*{2}/.test(field.text));
  return reach === undefined ? null : { start: reach.start, end: Math.max(reach.to, reach.start + 1) };
}
