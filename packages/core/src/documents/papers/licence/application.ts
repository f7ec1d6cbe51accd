import type { Extractor } from '../../facts.ts';
import { daysIn, spanOf } from '../blocks.ts';
import { decisionFacts, lengthAt, openPlain, type Plain, statesReasons, tell } from '../plain.ts';
import {
  appliedOn,
  dayLabels,
  expiry,
  fieldsOf,
  firstOf,
  putItem,
  putKind,
  receivedLabels,
  spanOfField,
} from './fields.ts';

export const readApplication: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  const fields = fieldsOf(reader);
  const dated = firstOf(fields, dayLabels.slice(0, -1));
  const day = (dated === undefined ? undefined : daysIn(reader, { from: dated.from, end: dated.to })[0]) ?? plain.day;
  if (day !== undefined) writer.day('application.date', day);
  const received = firstOf(fields, receivedLabels);
  if (received !== undefined)
    writer.day('application.received-on', daysIn(reader, { from: received.from, end: received.to })[0]);
  putItem(plain, 'application.item');
  putKind(plain, false);
  expiry(plain, fields);
  const former = firstOf(fields, ['原发证机关']);
  if (former !== undefined) writer.put('licence.granted-by', former.text, spanOfField(former));
  return { ...plain.parties.facts, ...writer.facts };
};

/** Receipt for the papers of an application, or for those that complete it. */
export const readMaterials: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const field = firstOf(fieldsOf(reader), receivedLabels);
  const day = (field === undefined ? undefined : daysIn(reader, { from: field.from, end: field.to })[0]) ?? plain.day;
  const completes = /补正(?:后的?)?材料|补齐|补充材料/u.test(plain.text.replaceAll(/不齐全[^。]*。/gu, ''));
  if (day !== undefined) plain.writer.day(completes ? 'application.supplemented-on' : 'application.received-on', day);
  return { ...plain.parties.facts, ...plain.writer.facts };
};

/** Notice that papers are missing or not in the form the law asks. */
export const readSupplement: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  if (plain.day !== undefined) plain.writer.day('application.supplement-told-on', plain.day);
  const asks = spanOf(reader, /(?:补正|补齐|补充)[^。]{0,24}(?:材料|内容)[^。:]{0,10}:/u);
  const listed = asks === null ? '' : plain.text.slice(asks.end, asks.end + 24);
  const vague = /等(?:材料|内容|相关材料)|其他(?:相关)?材料/u.test(plain.text.slice(asks?.end ?? 0));
  if (asks !== null && plain.whole) {
    const filled = /[一-龥]{4}/u.test(listed) && !/^(?:_|特此|如|请于|请你)/u.test(listed);
    plain.writer.put('application.supplement-states-all', filled && !vague, asks, vague ? 0.7 : 0.85);
  }
  putItem(plain, 'application.item');
  return { ...plain.parties.facts, ...plain.writer.facts };
};

export const readAcceptance: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  const told = /(?:于|自)?(\d{4}年\d{1,2}月\d{1,2}日)(?:起)?(?:正式|依法)?(?:予以)?受理/u.exec(plain.text);
  const own = told === null ? undefined : daysIn(reader, { from: told.index, end: told.index + told[0].length })[0];
  writer.day('acceptance.date', own ?? plain.day, 0.9);
  writer.put('acceptance.accepted', true, spanOf(reader, /受理/u));
  endOfReceipt(plain);
  appliedOn(plain);
  putItem(plain, 'application.item');
  const special = spanOf(reader, /需要?[^。;]{0,10}(?:招标|拍卖|检验|检测|检疫|鉴定|专家评审)[^。;_]{0,20}/u);
  const length = special === null ? null : lengthAt(plain, /期限|所需时间|时间/gu, ['working-days', 'days']);
  if (length !== null) {
    writer.put('licence.excluded-told', true, special, 0.85);
    writer.put('licence.excluded-days', length.value, length, 0.85);
  }
  if (/(?:联合|统一|集中)办理/u.test(plain.text))
    writer.put('licence.joint', true, spanOf(reader, /(?:联合|统一|集中)办理/u), 0.8);
  return { ...plain.parties.facts, ...writer.facts };
};

function endOfReceipt(plain: Plain): void {
  const { writer, signature } = plain;
  if (signature.seal !== null) writer.put('acceptance.has-seal', true, signature.seal);
  const end = { start: Math.max(0, plain.text.length - 12), end: plain.text.length };
  if (plain.day !== undefined) writer.put('acceptance.states-date', true, plain.day);
  else if (signature.agency !== null) writer.put('acceptance.states-date', false, end, 0.8);
}

export const readNonAcceptance: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  writer.put('acceptance.accepted', false, spanOf(reader, /不予受理|不受理/u));
  if (plain.day !== undefined) writer.day('acceptance.refused-on', plain.day);
  const grounds: readonly (readonly [RegExp, string])[] = [
    [/(?:不需要|无需|不必|依法不)[^。;]{0,10}(?:取得)?(?:行政)?许可/u, 'not-needed'],
    [/不属于?(?:本|我)?[^。;]{0,14}(?:职权|职责|管辖|权限|受理)/u, 'not-competent'],
    [/(?:材料|补正)[^。;]{0,20}(?:不齐|不全|不符合|未|逾期)|未(?:按|在)[^。;]{0,16}补正/u, 'materials'],
  ];
  const ground = grounds.map(([pattern, code]) => [spanOf(reader, pattern), code] as const).find(([at]) => at !== null);
  appliedOn(plain);
  const reasons = statesReasons(plain);
  if (ground !== undefined) writer.put('acceptance.refusal-ground', ground[1], ground[0], 0.8);
  if (reasons !== null) writer.put('acceptance.states-reasons', true, reasons);
  else if (plain.whole) writer.put('acceptance.states-reasons', false, { start: 0, end: 10 }, 0.8);
  if (ground?.[1] === 'not-competent')
    tell(plain, 'acceptance.tells-competent-agency', /向[^。;_]{3,24}(?:提出|申请|办理)/u);
  endOfReceipt(plain);
  return { ...decisionFacts(plain), ...writer.facts };
};
