import type { DateHit } from '../scan/dates.ts';
import type { Paper } from './paper.ts';

/** 处罚决定书已向我宣告并送达。 被处罚人:某人 2024年5月12日, 当事人签收:某人 2024年5月12日 */
const RECEIVED =
  /(?:决定书)?已(?:当场)?向(?:我|本人|被处罚人|当事人)(?:单位)?(?:宣告|宣读)[^。;]{0,8}(?:送达|交付)|决定书[^。;]{0,8}(?:已收到|收悉|已签收)|(?:当事人|被处罚人|受送达人)\(?签收\)?(?=:)|签收人(?:\([^()]{1,10}\))?(?=:)/;

/** How far behind those words the hand and its day may stand. */
const REACH = 60;

/** The day a party noted at the foot of a recognised paper, of which nothing tells the day: a seal may lie over it. */
export function handedOverOnly(paper: Paper): DateHit | null {
  const found = RECEIVED.exec(paper.text);
  if (found === null) return null;
  const day = paper.dates.find(
    ({ start, end }) => start >= found.index && end <= found.index + found[0].length + REACH,
  );
  return day === undefined || day.value === null || day.tampered ? null : day;
}

/** The day a party noted at the foot of a decision that it was handed over, none before that of the decision. */
export function handedOver(paper: Paper, signed: DateHit | null): DateHit | null {
  if (signed === null || signed.value === null) return null;
  const found = RECEIVED.exec(paper.text.slice(signed.end));
  if (found === null) return null;
  const from = signed.end + found.index;
  const day = paper.dates.find(({ start, end }) => start >= from && end <= from + found[0].length + REACH);
  return day === undefined || day.value === null || day.tampered || day.value < signed.value ? null : day;
}
