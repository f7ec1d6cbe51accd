import type { Extractor } from '../../facts.ts';
import type { Reader } from '../../pages.ts';
import { readFields } from '../../scan/labels.ts';
import { isScan } from '../../scan-text.ts';
import { spanOf } from '../blocks.ts';
import { handsAtFoot } from '../foot-hands.ts';
import { citedIn, decisionFacts, openPlain, type Plain } from '../plain.ts';
import { pageSignatures } from '../signatures.ts';
import { timesIn } from '../times.ts';
import { basisNumber, deadline, partyStates, principal, termWords, timeSet } from './particulars.ts';

const methods: readonly (readonly [RegExp, string])[] = [
  [/加处罚款|滞纳金/u, 'surcharge'],
  [/划拨/u, 'transfer'],
  [/拍卖|变卖/u, 'auction'],
  [/排除妨碍|恢复原状/u, 'restore'],
  [/代履行/u, 'substitute'],
  [/强制拆除/u, 'demolition'],
];

/** The agency's own decision to enforce. */
export const readEnforcementDecision: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text, number, signature } = plain;
  const decision = decisionFacts({ ...plain, writer: openPlain(reader).writer });
  writer.put('enforcement.decision-number', number?.value, number, number?.confidence);
  if (plain.day !== undefined) writer.day('enforcement.decision-date', plain.day, signature.date?.confidence ?? 0.75);
  const used = methods.filter(([pattern]) => pattern.test(text)).map(([, code]) => code);
  writer.put('enforcement.by', 'own', { start: 0, end: Math.min(12, text.length) }, 0.85);
  writer.put(
    'enforcement.methods',
    used.length > 0 ? used : ['other'],
    { start: 0, end: Math.min(12, text.length) },
    0.8,
  );
  partyStates(plain, 'enforcement.states', [
    ['method', /执行方式|强制拆除|划拨|代履行|拍卖|加处|恢复原状/u],
    ['time', timeSet(plain)],
    ['review', 'decision.review-days' in decision],
    ['litigation', 'decision.litigation-months' in decision],
  ]);
  if (signature.seal !== null) writer.put('enforcement.has-seal', true, signature.seal);
  const immediate = spanOf(reader, /转移[^。;]{0,6}隐匿|立即强制执行/u);
  writer.put('enforcement.immediate', immediate === null ? null : true, immediate, 0.8);
  const urgent = spanOf(reader, /情况紧急|紧急情况/u);
  writer.put('enforcement.urgent', urgent === null ? null : true, urgent, 0.8);
  const sum = principal(plain);
  writer.put('enforcement.principal', sum?.yuan, sum, 0.8);
  basisNumber(plain);
  return { ...plain.parties.facts, ...writer.facts, ...citedIn(plain, 'enforcement.citations[]') };
};

/** Announcement before something unlawful is pulled down. */
export const readDemolitionAnnouncement: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  if (plain.day !== undefined) writer.day('enforcement.announced-on', plain.day);
  const until = deadline(plain);
  const term = spanOf(reader, termWords);
  if (until !== undefined) writer.day('enforcement.announcement-deadline', until, 0.85);
  if (term !== null || plain.whole)
    writer.put('enforcement.announcement-states-deadline', term !== null, term ?? { start: 0, end: 8 }, 0.85);
  basisNumber(plain);
  return { ...plain.parties.facts, ...writer.facts };
};

const timeLabels = ['执行时间', '代履行时间', '时间', '起止时间', '实施时间', '履行时间'];

/** Record of the enforcement itself. */
export const readEnforcementRecord: Extractor = (reader) => record(openPlain(reader), false);

/** Record of what somebody else did in the party's stead. */
export const readSubstituteRecord: Extractor = (reader) => record(openPlain(reader), true);

function record(plain: Plain, substitute: boolean) {
  const { reader, writer, text } = plain;
  const time = readFields(reader, [...timeLabels, '执行地点', '地点', '执行人员', '当事人', '被执行人', '记录人']).find(
    (field) => timeLabels.includes(field.label) && field.text !== '',
  );
  const times =
    time === undefined
      ? timesIn(reader, 0, text.length)
      : timesIn(reader, time.from, Math.min(time.from + 60, text.length));
  if (times === null) return {};
  const place = { start: time?.from ?? 0, end: (time?.from ?? 0) + 12 };
  writer.put(substitute ? 'substitute.date' : 'enforcement.date', times.day, place, 0.85);
  if (!substitute) {
    writer.put('enforcement.started', times.started, place, 0.85);
    writer.put('enforcement.ended', times.ended, place, 0.85);
    return writer.facts;
  }
  const watched = spanOf(reader, /派员[^。;]{0,10}(?:到场|监督)|到场监督|监督人/u);
  writer.put('substitute.supervised', watched === null ? null : true, watched, 0.85);
  const signed = pageSignatures(reader, ['代履行人', '监督人员', '监督人', '当事人', '见证人', '执法人员']);
  const hands = atTheEnd.map((labels) => handsAtFoot(reader, labels));
  const allSigned = hands.every((one) => one === true)
    ? true
    : hands.some((one) => one === true)
      ? unsignedDoer(reader)
      : null;
  writer.put('substitute.signed', signed.last ?? allSigned, signed.places[0] ?? place, 0.78);
  if (/立即(?:实施)?代履行/u.test(text))
    writer.put('substitute.immediate', true, spanOf(reader, /立即(?:实施)?代履行/u), 0.85);
  return writer.facts;
}

/** Who signs that it is done (行政强制法 51): those who watched, who did it, the party or a witness. */
const atTheEnd: readonly (readonly string[])[] = [
  ['到场监督的工作人员', '到场监督人员', '监督人员', '监督人', '到场监督人', '执法人员'],
  ['代履行人', '代履行单位', '代履行单位负责人'],
  ['当事人', '被执行人', '见证人'],
];

/** 代履行人: and nothing behind it, where others signed. */
function unsignedDoer(reader: Reader): false | null {
  if (reader.pages.some(isScan)) return null;
  const rows = reader.lines
    .slice(Math.floor(reader.lines.length / 2))
    .map(({ start, end }) => reader.dense.slice(start, end));
  return rows.some((row) => /^代履行(?:人|单位):_*$/u.test(row)) ? false : null;
}

export const readSubstituteDecision: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text } = plain;
  writer.put('substitute.used', true, { start: 0, end: 8 });
  partyStates(plain, 'substitute.states', [
    ['method', /代履行(?:的)?方式|方式/u],
    ['time', timeSet(plain) ?? /(?:代履行(?:的)?)?时间[:为]?\d/u],
    ['object', /代履行(?:的)?标的|标的|清除|拆除|治理|恢复/u],
    ['budget', /(?:费用|预算)[^。;]{0,16}元/u],
    ['performer', /代履行人[:为是]?[^。;,_]{3,}|由[^。;,]{4,24}代履行/u],
  ]);
  const at = spanOf(reader, /立即(?:实施)?代履行/u);
  writer.put('substitute.immediate', at === null ? null : true, at, 0.85);
  const places: readonly (readonly [RegExp, string])[] = [
    [/道路|公路/u, 'road'],
    [/河道/u, 'river'],
    [/航道/u, 'channel'],
    [/公共场所/u, 'public-place'],
  ];
  const found = places.find(([pattern]) => pattern.test(text));
  if (at !== null && found !== undefined) writer.put('substitute.place', found[1], spanOf(reader, found[0]), 0.78);
  basisNumber(plain);
  return { ...plain.parties.facts, ...writer.facts };
};

export const readSubstituteNotice: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  if (plain.day !== undefined) plain.writer.day('substitute.told-on', plain.day, 0.85);
  plain.writer.put('substitute.immediate', true, { start: 0, end: 8 }, 0.85);
  return plain.writer.facts;
};
