import type { ListItem } from '../../record/types.ts';
import { readDecision } from '../decision/decision.ts';
import { type Extractor, factOf } from '../facts.ts';
import { Gap, type Reader } from '../pages.ts';
import type { DateHit } from '../scan/dates.ts';
import { readFields } from '../scan/labels.ts';
import { daysIn, FactWriter, type Span, spanOf } from './blocks.ts';
import { certificatesIn } from './certificates.ts';
import { leadingNames } from './leading-names.ts';
import { officersBelow } from './officer-lists.ts';
import { openPlain } from './plain.ts';
import { namesSomebody } from './records.ts';
import { pageSignatures } from './signatures.ts';
import { timesIn } from './times.ts';

const officerLabels = [
  '执法人员',
  '执法人员签名',
  '执法人员签字',
  '执法人员(签名)',
  '行政执法人员',
  '行政执法人员签名',
  '经办人',
  '执法人员姓名',
  '处罚执行人',
  '办案人民警察',
  '办案民警',
  '执法民警',
  '卫生监督员',
  '监督员',
  '执法员',
  '执法人员姓名及执法证号',
  '执法人员及执法证号',
];
const partyHands = [
  '当事人',
  '被处罚人',
  '当事人或其代理人',
  '当事人或者委托代理人',
  '被处罚人(法定代表人或负责人)',
  '当事人或者代理人',
  '当事人(签收)',
  '签收人',
];

/** How far behind the label of their receipt the party's hand and day stand. */
const farthest = 24;

/** Decision made on the spot: what every decision states, and what the summary procedure asks of it. */
export const readSummary: Extractor = (reader) => {
  const decision = readDecision(reader);
  if (Object.keys(decision).length === 0) return {};
  const plain = openPlain(reader);
  const writer = new FactWriter(reader);
  const { text } = plain;
  const own = (path: string, pattern: RegExp, confidence = 0.85): void => {
    const found = spanOf(reader, pattern);
    writer.put(path, found === null ? null : true, found, confidence);
  };
  // The forms of the traffic police have no place for what was told before.
  const told = plain.whole && !/公安交通管理|交通警察|交警|派出所/u.test(text);
  const tell = (path: string, pattern: RegExp): void => writer.tell(path, pattern, told);
  const people = readFields(reader, officerLabels)
    .filter((field) => namesSomebody(reader, field))
    .flatMap((field) => [field, ...officersBelow(reader, field.from)])
    .flatMap(({ from, to }) => leadingNames(reader, { from, end: to }))
    // 执法人员当场告知…事实、理由、依据: what they told, not who they are.
    .filter((one) => !/^(?:事实|理由|依据|内容|陈述|申辩|听证|权利)$|证件|[证编]号|号码|执法/u.test(one.name));
  const certificates = certificatesIn(reader, { from: people[0]?.start ?? text.length, end: text.length }).filter(
    (one) => !/^1[3-9]\d{9}$/u.test(one),
  );
  if (people[0] !== undefined && certificates.length === people.length) {
    const officers = people.map(
      (one, index): ListItem => ({
        name: one.name,
        certificate: certificates[index] ?? '',
        anchors: reader.anchorOf(one.start, one.end),
        origin: 'extracted',
        confidence: 0.8,
      }),
    );
    writer.facts['officers[]'] = factOf(reader, officers, people[0].start, people[0].end, 0.8);
  }
  if (people[0] !== undefined)
    writer.put('summary.officers', [...new Set(people.map((one) => one.name))], around(people), 0.85);
  tell('summary.told-before', /(?:告知|说明)[^。]{0,40}(?:事实|理由|依据|内容)/u);
  tell('summary.tells-statement', /陈述[^。]{0,8}申辩|陈述权|申辩权/u);
  own(
    'summary.heard-statement',
    /听取[^。;]{0,16}(?:陈述|申辩)|(?:未|没有|放弃|不)(?:作|进行|要求|提出)?[^。;]{0,4}陈述|(?:提出|作)[^。;]{0,8}申辩/u,
    0.8,
  );
  own('summary.shows-certificates', /出示[^。;]{0,16}证/u);
  own('summary.facts-clear', /事实(?:清楚|确凿|确实)|有法定依据/u, 0.8);
  own(
    'summary.handed-over',
    /当场(?:交付|送达|宣告并送达|交给)|已(?:当场)?收到(?:本)?(?:处罚)?决定书|决定书已(?:向我)?(?:宣告并)?送达/u,
  );
  own('summary.refusal-noted', /拒绝(?:签收|签名|签字)|拒签/u);
  const party = pageSignatures(reader, partyHands);
  // 被处罚人 张三 2030年1月2日: a hand and its day behind the label, and no word for signing.
  const hand =
    party.last === null
      ? spanOf(reader, /(?:被处罚人|当事人|违法行为人)[一-龥·]{2,4}\d{4}年\d{1,2}月\d{1,2}日/u)
      : null;
  if (hand !== null && reader.gapBefore(hand.start) >= Gap.line) writer.put('summary.party-signed', true, hand, 0.8);
  writer.put('summary.party-signed', party.last, party.places[0] ?? ending(text), 0.85);
  // Where names are asked for, nobody signs.
  const officers = pageSignatures(
    reader,
    officerLabels.filter((label) => !label.includes('姓名')),
  );
  writer.put('summary.officers-signed', officers.last, officers.places[0] ?? ending(text), 0.85);
  const clock = timesIn(reader, 0, text.length);
  if (clock !== null) writer.put('summary.states-time', true, spanOf(reader, /\d{4}年[^。;]{2,8}日/u), 0.85);
  own(
    'summary.states-place',
    /(?:处罚地点|违法地点|地点)[:为]?[^。;,_:]{3,}|,?在[一-龥A-Za-z0-9]{3,30}(?:路|街|村|镇|乡|店|口|公里|市场|社区|小区|区|道|段|广场|号|公司|超市|工地)/u,
    0.8,
  );
  const onSpot = choice(text, /当场缴纳|当场收缴/u);
  if (onSpot !== null) writer.put('collection.on-the-spot', onSpot.yes, onSpot.span, 0.85);
  own('collection.party-asked', /当事人(?:主动)?(?:提出|要求|请求)[^。;]{0,12}当场(?:缴纳|收缴)|经当事人提出/u, 0.8);
  own('collection.remote', /边远|水上|交通不便/u, 0.76);
  own('collection.hard-later', /事后难以执行/u, 0.8);
  own('collection.paying-hard', /(?:向指定(?:的)?银行|通过电子支付)[^。;]{0,16}(?:有)?困难/u, 0.76);
  own(
    'decision.tells-review-first',
    /(?:应当|须|必须)先(?:自[^。;,]{2,24}内)?(?:向[^。;]{2,30})?申请(?:行政)?复议|先申请行政复议[,、]?[^。;]{0,20}再|(?:应当|须|必须)[^。;]{0,24}先(?:依法)?向[^。;]{2,30}申请(?:行政)?复议/u,
    0.85,
  );
  own(
    'decision.tells-direct-litigation',
    /(?:可以|可)?(?:直接|也可以?)[^。;]{0,24}(?:提起(?:行政)?诉讼|起诉)|或者[^。;]{0,40}(?:提起(?:行政)?诉讼|起诉)/u,
    0.8,
  );
  // The period of the choice that is not ticked binds nobody.
  const unticked = /[□☐]自?收到[^。;]{0,30}缴/u.test(text) && onSpot?.yes === true;
  const { 'decision.payment-days': days, ...rest } = decision;
  const fined = rest['decision.fine'] !== undefined;
  if (rest['decision.served-on'] === undefined)
    writer.day('decision.served-on', signedFor(reader, String(rest['decision.date']?.value ?? '')), 0.85);
  return {
    ...rest,
    ...(unticked || !fined || days === undefined ? {} : { 'decision.payment-days': days }),
    ...writer.facts,
  };
};

/** The day behind 被处罚人签收:某人 in a row of its own, which on these forms stands above the agency's foot as often as below; none before that of the decision. */
function signedFor(reader: Reader, decided: string): (DateHit & { value: string }) | undefined {
  const places = [...reader.dense.matchAll(/(?:当事人|[被受]处罚人|受送达人)?\(?签收人?\)?:/gu)];
  const place = places.findLast(({ index }) => reader.gapBefore(index) >= Gap.line);
  if (place === undefined || decided === '') return undefined;
  const from = place.index + place[0].length;
  // Where nobody signed, the next day is that of the agency's foot.
  return daysIn(reader, { from, end: from + farthest }).find(
    ({ value, start }) => value >= decided && /^[\p{Script=Han}·]{2,4}[,(（]?$/u.test(reader.dense.slice(from, start)),
  );
}

function ending(text: string): Span {
  return { start: Math.max(0, text.length - 12), end: text.length };
}

/** Of choices printed with boxes, whether this one is ticked; null where the form has boxes and none is. */
function choice(text: string, words: RegExp): { readonly yes: boolean; readonly span: Span } | null {
  const found = words.exec(text);
  if (found === null) return null;
  const span = { start: found.index, end: found.index + found[0].length };
  // 当场收缴☑ 银行缴款□: boxes behind the words, where none opens the row.
  const isBehind = /[☑√■✓✔□☐]/u.test(text[span.end] ?? '') && !/[☑√■✓✔□☐]/u.test(text[found.index - 1] ?? '');
  const before = isBehind ? (text[span.end] ?? '') : text.slice(Math.max(0, found.index - 4), found.index);
  if (/[☑√■✓✔]/u.test(before)) return { yes: true, span };
  const others = /[☑√■✓✔]/u.test(text);
  if (/[□☐]/u.test(before)) return others ? { yes: false, span } : null;
  return others ? null : { yes: true, span };
}

/** Form on which a penalty on the spot is reported to the agency. */
export const readSummaryFiling: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  plain.writer.put('summary.reported', true, { start: 0, end: 8 });
  const field = readFields(reader, ['备案日期', '备案时间', '报备日期', '报备时间', '处罚时间', '处罚日期']).find(
    (one) => /备/u.test(one.label) && one.text !== '',
  );
  const own = field === undefined ? undefined : daysIn(reader, { from: field.from, end: field.to })[0];
  plain.writer.day('summary.reported-on', own ?? plain.day, own === undefined ? 0.76 : 0.9);
  return plain.writer.facts;
};

/** Slip with which officers hand in what they collected. */
export const readFineHandover: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  writer.put('collection.on-the-spot', true, { start: 0, end: 8 }, 0.8);
  const fields = readFields(reader, [
    '收缴日期',
    '收款日期',
    '交款日期',
    '上缴日期',
    '交至机关日期',
    '缴付银行日期',
    '抵岸日期',
    '缴存日期',
    '交接日期',
  ]);
  const dated = (path: string, ...labels: readonly string[]): void => {
    const field = fields.find((one) => labels.includes(one.label));
    if (field !== undefined) writer.day(path, daysIn(reader, { from: field.from, end: field.to })[0]);
  };
  dated('collection.date', '收缴日期', '收款日期');
  dated('collection.handed-in-on', '交款日期', '上缴日期', '交至机关日期', '交接日期');
  dated('collection.banked-on', '缴付银行日期', '缴存日期');
  dated('collection.landed-on', '抵岸日期');
  return writer.facts;
};

/** From the first to the last: a list is as sure as its least certain name. */
function around(
  spans: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number } | null {
  const last = spans.at(-1);
  return spans[0] === undefined || last === undefined
    ? null
    : { start: spans[0].start, end: Math.max(spans[0].end, last.end) };
}
