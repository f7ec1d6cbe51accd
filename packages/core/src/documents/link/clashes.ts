import { minuteNumber } from '../../kernel/day.ts';
import { foldName } from '../../kernel/names.ts';
import type { Anchor, Fact, ListItem } from '../../record/types.ts';
import type { Kinds } from '../kinds.ts';
import type { RecognisedDocument } from '../recognise.ts';
import { scanAmounts } from '../scan/amounts.ts';
import { type CodeHit, scanCodes } from '../scan/codes.ts';
import { scanDates } from '../scan/dates.ts';
import { quotations } from '../scan/quotes.ts';
import { cardClashes } from './contradictions/cards.ts';
import { goodsClashes } from './contradictions/goods.ts';
import { addressClashes, cardOfPerson } from './contradictions/identities.ts';
import { paidDays } from './contradictions/paid-days.ts';
import { plateClashes } from './contradictions/plates.ts';
import { remedyClashes } from './contradictions/remedies.ts';
import { saidDays } from './contradictions/said-days.ts';
import { wrongSums } from './contradictions/sums.ts';
import { pageCountClashes } from './counts.ts';
import { onPictures, toBeLookedAt } from './doubted.ts';
import { numberBreaks } from './number-breaks.ts';

type Facts = Record<string, Fact>;

export interface Clash {
  readonly says: string;
  readonly anchors: readonly Anchor[];
  /** It may well be right: it is shown, not told. */
  readonly unsure?: boolean;
}

/** Papers in which the words for a sum and its figures must be the same one. */
const pricing: ReadonlySet<string> = new Set([
  'penalty-decision',
  'penalty-notice',
  'summary-decision',
  'payment-urging',
  'payment-receipt',
]);
/** Papers of others, and lists: what stands in them is not the agency's own. */
const foreign: ReadonlySet<string> = new Set([
  'evidence',
  'identity-proof',
  'appraisal-report',
  'file-index',
  'unknown',
]);
const MOST = 8;

/**
 * What contradicts itself in the papers, as `consistency.*`; a fact is left out where there was nothing to compare. Words recognised on
 * pictures bear no contradiction alone, since far more often a figure was misread than written so: what rests on them is shown, not told.
 */
export function findClashes(documents: readonly RecognisedDocument[], facts: Readonly<Facts>, kinds: Kinds): Facts {
  const found: Facts = {};
  const pictured = onPictures(documents);
  const put = (path: string, clashes: readonly Clash[] | null): void => {
    if (clashes === null) return;
    const firm = clashes.filter((clash) => clash.unsure !== true && !clash.anchors.some(pictured));
    const told = firm.length > 0 ? firm : clashes;
    found[path] = {
      value: told.map((clash) => clash.says),
      anchors: told.flatMap((clash) => clash.anchors).slice(0, 12),
      origin: 'extracted',
      confidence: firm.length > 0 || clashes.length === 0 ? 0.85 : toBeLookedAt,
    };
  };
  const records = recordsOf(facts, documents);
  put('consistency.officer-clashes', records.length < 2 ? null : pairs(records, inTwoPlaces));
  put('consistency.record-overlaps', records.length < 2 ? null : pairs(records, overlapping));
  put('consistency.impossible-dates', documents.length === 0 ? null : impossibleDates(documents));
  const priced = documents.filter((document) => pricing.has(document.kind));
  put('consistency.amount-clashes', priced.length === 0 ? null : amountClashes(priced));
  put('consistency.invalid-codes', documents.length === 0 ? null : invalidCodes(documents, facts['party.code']?.value));
  put('consistency.page-counts', pageCountClashes(documents));
  put('consistency.number-breaks', numberBreaks(documents, facts));
  const days = saidDays(documents, facts, kinds);
  const paid = paidDays(documents, facts);
  put('consistency.said-days', days === null && paid.length === 0 ? null : [...(days ?? []), ...paid]);
  put('consistency.sums', wrongSums(documents, facts));
  put('consistency.cards', cardClashes(documents, officersOf(facts)));
  put('consistency.goods', goodsClashes(documents));
  const address = facts['party.address']?.value;
  const people = [facts['party.name']?.value, facts['party.representative']?.value].filter(
    (name): name is string => typeof name === 'string',
  );
  put('consistency.identities', [
    ...cardOfPerson(documents, facts),
    ...addressClashes(documents, typeof address === 'string' ? address : null, people),
    ...plateClashes(documents),
  ]);
  put('consistency.remedies', remedyClashes(documents));
  put('consistency.untold-basis', untoldBasis(facts));
  put('consistency.inspection-dates', inspectionDates(documents, facts));
  return found;
}

function officersOf(facts: Readonly<Facts>): string[] {
  const value = facts['officers[]']?.value;
  return Array.isArray(value) ? (value as readonly ListItem[]).map(({ name }) => String(name)) : [];
}

interface Timed {
  readonly title: string;
  readonly place: string;
  readonly officers: readonly string[];
  readonly person: string;
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly anchors: readonly Anchor[];
}

/** Records that say when they began and ended. */
function recordsOf(facts: Readonly<Facts>, documents: readonly RecognisedDocument[]): Timed[] {
  const items = ['inspections[]', 'inquiries[]'].flatMap((path) => {
    const value = facts[path]?.value;
    return Array.isArray(value) ? (value as readonly ListItem[]) : [];
  });
  return items.flatMap((item) => {
    const from = minuteNumber(item.started);
    const to = minuteNumber(item.ended);
    if (from === null || to === null || to <= from) return [];
    const clock = (text: unknown): string => String(text).slice(11, 16);
    return [
      {
        title: documents.find((document) => document.id === item.document)?.title ?? '笔录',
        place: typeof item.place === 'string' ? foldName(item.place) : '',
        officers: Array.isArray(item.officers) ? (item.officers as readonly string[]) : [],
        person: typeof item.person === 'string' ? foldName(item.person) : '',
        from,
        to,
        said: `${String(item.started).slice(0, 10)} ${clock(item.started)}至${clock(item.ended)}`,
        anchors: item.anchors ?? [],
      },
    ];
  });
}

function pairs(records: readonly Timed[], judge: (left: Timed, right: Timed) => string | null): Clash[] {
  const clashes: Clash[] = [];
  records.forEach((left, index) => {
    for (const right of records.slice(index + 1)) {
      if (clashes.length >= MOST || left.from >= right.to || right.from >= left.to) continue;
      const says = judge(left, right);
      if (says !== null) clashes.push({ says, anchors: [...left.anchors.slice(0, 1), ...right.anchors.slice(0, 1)] });
    }
  });
  return clashes;
}

function common(left: Timed, right: Timed): string[] {
  const names = new Set(right.officers.map(foldName));
  return left.officers.filter((name) => names.has(foldName(name)));
}

function apart(left: Timed, right: Timed): boolean {
  return (
    left.place !== '' && right.place !== '' && !left.place.includes(right.place) && !right.place.includes(left.place)
  );
}

function inTwoPlaces(left: Timed, right: Timed): string | null {
  const officers = common(left, right);
  if (officers.length === 0 || !apart(left, right)) return null;
  return `${officers.join('、')}：${left.title}${left.said}在${left.place}，${right.title}${right.said}在${right.place}`;
}

/** One set of officers making two records at once, or one person heard in two. */
function overlapping(left: Timed, right: Timed): string | null {
  const same = left.person !== '' && left.person === right.person;
  if (!same && (common(left, right).length === 0 || apart(left, right))) return null;
  return `${left.title}${left.said}与${right.title}${right.said}`;
}

function impossibleDates(documents: readonly RecognisedDocument[]): Clash[] {
  return documents
    .filter((document) => !foreign.has(document.kind))
    .flatMap(({ reader, title }) => {
      const hits = scanDates(reader).filter((hit) => (hit.value === null && hit.form === 'words') || hit.tampered);
      const later = [...reader.dense.matchAll(/[3-9]\d{3}年\d{1,2}月\d{1,2}日/gu)]
        .filter(({ index }) => reader.gapBefore(index) > 0 || !/\d/u.test(reader.dense[index - 1] ?? ''))
        .map((match) => ({ start: match.index, end: match.index + match[0].length, tampered: false }));
      return [...hits, ...later].slice(0, MOST).map((hit) => ({
        says: `${title}：${reader.print(hit.start, hit.end)}${hit.tampered ? '（夹有不可见的字符）' : ''}`,
        anchors: reader.anchorOf(hit.start, hit.end),
      }));
    });
}

function amountClashes(documents: readonly RecognisedDocument[]): Clash[] {
  return documents.flatMap(({ reader, title }) => {
    const { ranges } = quotations(reader.dense);
    return scanAmounts(reader)
      .filter((hit) => hit.contradicts && !ranges.some(([from, to]) => hit.start >= from && hit.start < to))
      .map((hit) => ({
        says: `${title}：${reader.print(hit.start, hit.end + (reader.dense[hit.end] === ')' ? 1 : 0))}`,
        anchors: reader.anchorOf(hit.start, hit.end),
      }));
  });
}

const codeLabel = /(?:信用代码|身份证[^,;。]{0,6}|身份号码|证件号码?)[^0-9A-Z]{0,8}$/u;
/** 处罚机关统一社会信用代码, 数据来源单位统一社会信用代码: tables that publish a decision give the agency's own code beside the party's. */
const agencyCode =
  /(?:(?:处罚|执法|决定|许可|实施|办案|作出[一-龥]{0,6})(?:机关|部门|主体|单位|机构)|(?:数据|信息)(?:来源|报送|提供|归集)(?:单位|机关|部门|机构))(?:的|\([^()]{1,12}\))?(?:统一)?(?:社会)?信用代码[^0-9A-Z]{0,8}$/u;
/** Codes whose first figures say that the body is an organ of the state (GB 32100): only where it is the party does its code matter. */
const ofOrgan = /^11/u;

function invalidCodes(documents: readonly RecognisedDocument[], party: unknown): Clash[] {
  const isAgencys = (hit: CodeHit, before: string): boolean =>
    hit.kind === 'credit-code' && hit.value !== party && (agencyCode.test(before) || ofOrgan.test(hit.value));
  const seen = new Set<string>();
  return documents
    .filter((document) => document.kind !== 'unknown')
    .flatMap(({ reader, title }) =>
      scanCodes(reader)
        .filter((hit) => {
          const before = reader.dense.slice(Math.max(0, hit.start - 30), hit.start);
          return !hit.valid && codeLabel.test(before) && !isAgencys(hit, before);
        })
        .filter((hit) => !seen.has(hit.value) && seen.add(hit.value) !== undefined)
        .map((hit) => ({ says: `${title}：${hit.value}`, anchors: reader.anchorOf(hit.start, hit.end) })),
    );
}

/** Laws of procedure and discretion, which no act breaks, are not what the party had to be told as the basis. */
const procedural = /行政处罚法|行政复议法|行政诉讼法|行政强制法|行政许可法|裁量|基准|程序规定|办案规则|听证/u;

/** Articles the decision rests on that the notice does not name. */
function untoldBasis(facts: Readonly<Facts>): Clash[] | null {
  const of = (path: string): readonly ListItem[] => {
    const value = facts[path]?.value;
    return Array.isArray(value) ? (value as readonly ListItem[]).filter((item) => item.article !== undefined) : [];
  };
  const told = of('notice.citations[]');
  const resting = of('decision.citations[]').filter(
    (item) => item.basis === true && !procedural.test(String(item.law)),
  );
  if (told.length === 0 || resting.length === 0) return null;
  const key = (item: ListItem): string =>
    `${foldName(String(item.law))
      .replace('中华人民共和国', '')
      .replace(/\([^()]*\)$/u, '')} ${String(item.article)}`;
  const known = new Set(told.map(key));
  return resting
    .filter((item) => !known.has(key(item)))
    .map((item) => ({
      says: `《${String(item.law)}》第${String(item.article)}条`,
      anchors: [...(item.anchors ?? []), ...(told[0]?.anchors ?? []).slice(0, 1)],
    }));
}

const tellingInspection: ReadonlySet<string> = new Set([
  'penalty-decision',
  'penalty-notice',
  'investigation-report',
  'correction-order',
  'decision-approval',
]);
const inspected =
  /^(?:(?:上午|下午|晚上?)?\d{1,2}时(?:\d{1,2}分)?(?:许|左右)?)?[,，]?(?:(?:我局|本局|本机关|我委|本大队|我大队)?[^。;,]{0,8}(?:执法人员)[^。;,]{0,12}(?:依法)?(?:对|到|在)[^。;]{0,40}(?:检查|勘验|勘察)|(?:(?:我|本)(?:局|机关|委|厅|支队|大队|所))?(?:依法)?对(?:你|当事人|其|该)[^。;,]{0,16}进行了?(?:现场|执法)?(?:检查|勘验|勘察)|[^。;,]{0,12}(?:执法|检查|监督)人员(?:依法)?检查(?:时)?发现|的?《现场[^》]{0,12}[笔记]录》)/u;
/** 经2030年3月1日检查,你单位…, 2030年3月1日检查发现… */
const inspectedOn = /^(?:现场)?检查,/u;
const foundOn = /^(?:现场)?检查(?:时)?发现/u;

/** Days on which a decision or notice says the inspection was, and no record of one is of that day. */
function inspectionDates(documents: readonly RecognisedDocument[], facts: Readonly<Facts>): Clash[] | null {
  const value = facts['inspections[]']?.value;
  const items = Array.isArray(value) ? (value as readonly ListItem[]) : [];
  const days = items.map((item) => item.date);
  if (days.length === 0 || days.some((day) => typeof day !== 'string')) return null;
  const clashes: Clash[] = [];
  for (const { reader, kind, title } of documents) {
    if (!tellingInspection.has(kind)) continue;
    for (const date of scanDates(reader)) {
      const behind = reader.dense.slice(date.end, date.end + 90);
      const tells =
        inspected.test(behind) ||
        foundOn.test(behind) ||
        (inspectedOn.test(behind) && reader.dense[date.start - 1] === '经');
      if (date.value === null || !tells) continue;
      if (days.includes(date.value)) continue;
      clashes.push({
        says: `${title}记载${date.value}检查，现场检查笔录为${days.join('、')}`,
        anchors: [...reader.anchorOf(date.start, date.end), ...(items[0]?.anchors ?? []).slice(0, 1)],
      });
    }
  }
  return clashes.slice(0, MOST);
}
