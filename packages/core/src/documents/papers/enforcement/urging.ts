import { handedOver, handedOverOnly } from '../../decision/receipt.ts';
import type { Extractor } from '../../facts.ts';
import { isScan } from '../../scan-text.ts';
import { daysIn, spanOf } from '../blocks.ts';
import { lengthAt, openPlain, type Plain, states } from '../plain.ts';
import { basisNumber, deadline, principal, termWords } from './particulars.ts';

/** Paper that urges a party to do what a decision orders. */
export const readUrging: Extractor = (reader) => urging(openPlain(reader), false);

/** The same before somebody else does it at the party's cost. */
export const readSubstituteUrging: Extractor = (reader) => urging(openPlain(reader), true);

function urging(plain: Plain, substitute: boolean) {
  const { writer, reader } = plain;
  // A form without its day is blank; on a scan the day may be the one thing nobody can read.
  if (plain.blank || (plain.day === undefined && !reader.pages.some(isScan))) return {};
  writer.day('urging.date', plain.day, 0.9);
  if (substitute) writer.day('substitute.urged-on', plain.day, 0.9);
  const { date } = plain.signature;
  const over = date === null && reader.pages.some(isScan) ? handedOverOnly(plain.paper) : handedOver(plain.paper, date);
  if (over !== null) writer.day('urging.served-on', over, 0.8);
  const money = spanOf(
    reader,
    /(?:缴纳|缴清|缴至|缴付|支付|交纳)[^。;]{0,30}(?:罚|款|元|费)|(?:罚没?款|滞纳金|加处罚款)[^。;]{0,20}元/u,
  );
  const sum = principal(plain);
  states(plain, 'urging.states', [
    ['deadline', termWords],
    [
      'method',
      /(?:缴至|缴到|汇入|转账|扫码|缴款码|账号|银行|到[^。;]{2,30}(?:缴纳|交纳)|自行|拆除|恢复|清除|清理|方式)/u,
    ],
    ['amount', sum !== null],
    ['rights', /陈述[^。]{0,6}申辩|陈述权|申辩权/u],
  ]);
  // 行政强制法 54: urging before the court is asked; whoever may also enforce alone leaves it open.
  const court = spanOf(reader, /第五十四条|申请[^。;]{0,12}法院[^。;]{0,6}强制执行/u);
  const own = /(?:或者?|也可)[^。;]{0,10}强制|依法(?:予以)?强制(?:执行|拆除|划拨)|第三十[五七]条|代履行/u.test(
    plain.text,
  );
  if (court !== null && !own) writer.put('enforcement.by', 'court', court, 0.78);
  if (money !== null || plain.whole)
    writer.put('urging.for-money', money !== null, money ?? { start: 0, end: 8 }, 0.85);
  const until = deadline(plain);
  if (until !== undefined) writer.day('urging.deadline', until, 0.85);
  // What the performance by another will cost is no sum anybody was ordered to pay.
  if (!substitute) writer.put('enforcement.principal', sum?.yuan, sum, 0.8);
  const added = surcharge(plain);
  writer.put('surcharge.amount', added?.yuan, added ?? null, 0.85);
  basisNumber(plain, 0.8);
  writer.day('decision.date', decidedOn(plain), 0.8);
  return { ...plain.parties.facts, ...writer.facts };
}

/** 于2031年3月4日对你单位作出…处罚决定: the day of what is urged. */
function decidedOn({ paper, text, day }: Plain) {
  return daysIn(paper.reader, { from: 0, end: day?.start ?? text.length }).find(({ end, value }) => {
    const [after = ''] = /^[^。;]{0,90}/u.exec(text.slice(end, end + 90)) ?? [];
    const [before, made] = after.split(/(?<=作出|下达|制作)/u);
    return made !== undefined && /决定/u.test(made) && !/\d{4}年/u.test(before ?? '') && value <= (day?.value ?? value);
  });
}

function surcharge({ paper, text }: Plain) {
  return paper.amounts.find(
    (hit) =>
      // 罚款和加处罚款共计: both of them together.
      !hit.bound &&
      /(?<!罚款[和及与、])加处罚款(?:[共合总]计|(?![^。;]*[共合总]计)[^。;]{0,16})(?:人民币)?$/u.test(
        text.slice(Math.max(0, hit.start - 22), hit.start),
      ),
  );
}

export const readSurcharge: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text } = plain;
  const sum = surcharge(plain);
  writer.put('surcharge.amount', sum?.yuan, sum ?? null, 0.9);
  const length = lengthAt(plain, /共计?|逾期|合计/gu, ['days'], 12);
  writer.put('surcharge.days', length?.value, length, 0.85);
  const from = daysIn(reader, { from: 0, end: text.length }).find((day) =>
    /^起/u.test(text.slice(day.end, day.end + 1)),
  );
  if (from !== undefined) writer.day('surcharge.from', from, 0.85);
  writer.tell('surcharge.standard-told', /每日按?[^。;]{0,14}(?:百分之三|3%|3％)/u, plain.whole);
  basisNumber(plain, 0.8);
  return { ...plain.parties.facts, ...writer.facts };
};
