import { dayNumber } from '../../../kernel/day.ts';
import type { Extractor } from '../../facts.ts';
import { daysIn, type Span, spanOf } from '../blocks.ts';
import { lengthAt, openPlain, type Plain, statesReasons } from '../plain.ts';
import { termOf } from './decision.ts';

export const readAppraisalPeriod: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  plain.writer.put('measure.appraised', true, { start: 0, end: 8 });
  plain.writer.put('measure.appraisal-told', true, { start: 0, end: 8 });
  const length = lengthAt(plain, /期间|期限|需要?/gu, ['days', 'working-days']) ?? null;
  const term = length === null ? (termOf(plain) ?? fromTo(plain)) : null;
  plain.writer.put('measure.appraisal-days', length?.value ?? term?.days, length ?? term, 0.85);
  return plain.writer.facts;
};

/** 检验期间为2031年3月6日至2031年3月18日: both days are of it. */
function fromTo({ reader, text }: Plain): (Span & { readonly days: number }) | null {
  const at = text.search(/(?:期间|时间)[为:自]/u);
  const [from, to] = at < 0 ? [] : daysIn(reader, { from: at, end: Math.min(text.length, at + 40) });
  if (from === undefined || to === undefined || !/^[至到—-]/u.test(text.slice(from.end, to.start))) return null;
  const days = (dayNumber(to.value) ?? 0) - (dayNumber(from.value) ?? 0) + 1;
  return days > 0 && days < 400 ? { days, start: from.start, end: to.end } : null;
}

export const readMeasureExtension: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  writer.put('measure.extended', true, { start: 0, end: 8 });
  const length = lengthAt(plain, /延长/gu, ['days']);
  const term = length === null ? termOf(plain) : { days: length.value, start: length.start, end: length.end };
  writer.put('measure.extension-days', term?.days, term, 0.85);
  if (plain.day !== undefined) writer.day('measure.extension-told-on', plain.day, 0.85);
  // 经本机关负责人张三2031年3月4日批准: the notice tells who allowed it, and when.
  const approved = spanOf(reader, /经(?:本|我)?(?:机关|局|单位)?(?:主要)?(?:负责人|领导)[^。;,]{0,20}?(?:批准|同意)/u);
  if (approved !== null) {
    writer.put('measure.extension-approved', true, approved, 0.85);
    const on = daysIn(reader, { from: approved.start, end: approved.end })[0];
    if (on !== undefined) writer.day('measure.extension-approved-on', on, 0.85);
  }
  const reasons = statesReasons(plain) ?? spanOf(reader, /情况复杂/u);
  if (reasons !== null) writer.put('measure.extension-states-reasons', true, reasons);
  else if (plain.whole) writer.put('measure.extension-states-reasons', false, { start: 0, end: 10 }, 0.8);
  return writer.facts;
};

const grounds: readonly (readonly [RegExp, string])[] = [
  [/没有违法行为|未发现违法|违法(?:事实|行为)不(?:成立|存在)|不(?:属于|构成)违法/u, 'no-violation'],
  [/与(?:本案|违法行为)无关/u, 'unrelated'],
  [/已经?(?:作出|做出)[^。;]{0,12}(?:处理|处罚)|案件已经?(?:处理|办结|结案)|第二十八条第一款第\(?三\)?项/u, 'decided'],
  [/期限(?:已经?)?届满|期满/u, 'expired'],
];

const takenBack =
  /(?:财物|物品|货物|车辆)?(?:领取|领回|取回|领受)人(?:\(签[名字章收]\))?:[\p{Script=Han}·]{2,4}(?=[,;]?\d{4}年)/u;

/** What became of the things taken, or the end of the measure. */
export function readMeasureEnd(lifting: boolean): Extractor {
  return (reader) => {
    const plain = openPlain(reader);
    if (plain.blank) return {};
    const { writer, day } = plain;
    if (day !== undefined) {
      writer.day('measure.handled-on', day);
      // 现决定自2024年7月30日起解除: the end may be set on another day than that of the paper.
      const set = daysIn(reader, { from: 0, end: plain.text.length }).find(
        ({ start, end }) =>
          /自$/u.test(plain.text.slice(start - 1, start)) &&
          /^起,?(?:予以|依法)?解除/u.test(plain.text.slice(end, end + 6)),
      );
      if (lifting) writer.day('measure.lifted-on', set ?? day);
    }
    const found = grounds.filter(([pattern]) => pattern.test(plain.text));
    // 整改完毕,不再需要采取措施: no other ground of the article.
    const rest = found.length === 0 ? spanOf(reader, /不再需要(?:采取|查封|扣押|冻结|实施)[^。;]{0,12}/u) : null;
    if (found.length === 1 && found[0] !== undefined)
      writer.put('measure.lift-ground', found[0][1], spanOf(reader, found[0][0]), 0.78);
    else if (rest !== null) writer.put('measure.lift-ground', 'other', rest, 0.78);
    // 车辆已领回。当事人:张三 2031年6月15日 at the foot: the things went back, and no paper of its own says so.
    const back = spanOf(
      reader,
      /已(?:经|如数|全部)?(?:领回|取回|领取|退还|返还|发还)/u,
      Math.floor(plain.text.length / 2),
    );
    // 领取人:张三 2031年6月15日: who took them back signed for them.
    const taken = spanOf(reader, takenBack);
    const [by, reach] = back === null ? [taken, 16] : [back, 50];
    const on =
      by === null ? undefined : daysIn(reader, { from: by.end, end: Math.min(plain.text.length, by.end + reach) })[0];
    if (on !== undefined) writer.day('measure.returned-on', on, 0.8);
    if (/通知[^。;]{0,20}(?:银行|金融机构)|(?:银行|金融机构)[^。;]{0,12}解除/u.test(plain.text))
      writer.put('measure.lifting-told-bank', true, spanOf(reader, /银行|金融机构/u), 0.78);
    return writer.facts;
  };
}

export const readMeasureReturn: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  if (plain.day !== undefined) plain.writer.day('measure.returned-on', plain.day, 0.85);
  return plain.writer.facts;
};

export const readGoodsTransferNotice: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  plain.writer.put('measure.transferred-with-case', true, { start: 0, end: 8 }, 0.85);
  plain.writer.put('measure.transfer-told', true, { start: 0, end: 8 }, 0.85);
  return plain.writer.facts;
};

export const readFreezingNotice: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  if (plain.day !== undefined) plain.writer.day('measure.bank-notified-on', plain.day, 0.85);
  const sum = plain.paper.amounts.find((hit) => !hit.bound);
  plain.writer.put('measure.frozen-amount', sum?.yuan, sum ?? null, 0.8);
  return plain.writer.facts;
};
