import { ADDRESS_LABELS } from '../../decision/labels.ts';
import { readFields } from '../../scan/labels.ts';
import { scanNumbers } from '../../scan/numbers.ts';
import { daysIn, type Span, spanOf } from '../blocks.ts';
import { type Plain, states, statesReasons } from '../plain.ts';
import { mayBeDated } from '../unread.ts';

/** The sum a paper demands: behind 罚款 or 合计 and no limit of a law. */
export function principal(plain: Plain) {
  const { text } = plain;
  return (
    plain.paper.amounts.find(
      (hit) =>
        !hit.bound &&
        !hit.perUnit &&
        /(?:罚没?款|违法所得|费用?|本金)[^。;加]{0,12}$/u.test(text.slice(Math.max(0, hit.start - 20), hit.start)),
    ) ?? null
  );
}

/** A day up to which something has to be done: 于2024年5月6日前, 限2024年5月6日之前. A day before that of the paper is an older one told again. */
export function deadline(plain: Plain) {
  const written = plain.day?.value ?? '';
  return daysIn(plain.reader, { from: 0, end: plain.text.length }).find(
    (day) =>
      /^之?前/u.test(plain.text.slice(day.end, day.end + 2)) &&
      (day.value === null || day.value >= written) &&
      !recites(plain, day.start),
  );
}

/** 于某日作出决定,要求你单位于某日前缴纳: what the decision set is told again, not set here. */
function recites(plain: Plain, at: number): boolean {
  const sentence = plain.text.slice(plain.text.lastIndexOf('。', at) + 1, at);
  return (
    /(?:作出|下达|送达)[^。]*(?:决定|通知)[^。]*(?:要求|责令|限|,)/u.test(sentence) &&
    !/催告(?!书)|现(?:要求|限|责令)|请/u.test(sentence)
  );
}

export const termWords =
  /(?:之日起|收到[^。;]{0,16}后)[^。;]{0,6}[\d一二三四五六七八九十]+(?:个工作)?日内|日前|之前|立即/u;

/** The number of the decision that is enforced, in 《》 or brackets behind 决定. */
export function basisNumber(plain: Plain, confidence = 0.7): void {
  const { text, reader, writer } = plain;
  for (const hit of scanNumbers(reader)) {
    // 综执罚决: of an agency for 综合执法.
    const other = /催|执|移|公告/u.test(hit.prefix) && !/罚/u.test(hit.prefix);
    if (hit.value === plain.number?.value || other) continue;
    const around = text.slice(Math.max(0, hit.start - 24), Math.min(text.length, hit.end + 14));
    if (!/决定/u.test(around)) continue;
    writer.put('decision.number', hit.value, hit, confidence);
    return;
  }
}

export function partyStates(
  plain: Plain,
  path: string,
  more: readonly (readonly [string, Span | RegExp | boolean | null])[],
): void {
  const { signature } = plain;
  const address =
    'party.address' in plain.parties.facts ||
    readFields(plain.reader, ADDRESS_LABELS).some((field) => /[一-龥]{3}/u.test(field.text));
  states(plain, path, [
    ['party', plain.parties.all.length > 0],
    ['address', address],
    [
      'reasons',
      statesReasons(plain) ??
        /未(?:履行|缴纳|自行|拆除|改正)|逾期|不(?:履行|清除|清理|拆除|恢复)|遗洒|污染|堵塞|影响|危害/u,
    ],
    ['basis', plain.citations.length > 0],
    ...more,
    ['agency', signature.agency !== null],
    ['date', signature.date !== null || mayBeDated(plain.reader)],
  ]);
}

/** A day, other than that of the paper, on which something is to happen: 于2024年5月6日强制拆除. */
export function timeSet(plain: Plain): Span | null {
  const day = plain.paper.dates.find(
    (hit) =>
      hit.value !== null &&
      hit.start !== plain.day?.start &&
      /^(?:起|前|对|实施|组织|依法|强制|\d|上午|下午)/u.test(plain.text.slice(hit.end, hit.end + 4)),
  );
  return day ?? spanOf(plain.reader, /执行时间[^。;]{0,4}\d{4}年/u);
}
