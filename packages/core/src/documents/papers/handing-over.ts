import type { Extractor } from '../facts.ts';
import { daysIn, FactWriter, type Span } from './blocks.ts';
import type { Plain } from './plain.ts';

/** List of what is handed over to the police: when, by the label of the day. */
export const readTransferList: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const told = /(?:移交|交接)(?:日期|时间):?(?=\d{4}年)/u.exec(reader.dense);
  if (told === null) return {};
  const from = told.index + told[0].length;
  const [day] = daysIn(reader, { from, end: Math.min(reader.dense.length, from + 16) });
  if (day !== undefined) writer.day('transfer.goods-handed-on', day, 0.8);
  return writer.facts;
};

/** The slip below a letter on which who got it signs: (回执) … 接收人:张三. */
export function receiptBelow({ text }: Plain): { readonly slip: Span; readonly hand: Span | null } | null {
  const slip = /[(（]?回执[)）:]?(?=[^。;]{0,40}(?:收悉|收到|移送|:))/u.exec(text.slice(Math.floor(text.length / 2)));
  if (slip === null) return null;
  const start = Math.floor(text.length / 2) + slip.index;
  const hand = /(?:接收|签收|接受|经办|收件)人(?:\(签名\)|签名)?:[一-龥]{2,4}/u.exec(text.slice(start));
  return {
    slip: { start, end: start + slip[0].length },
    hand: hand === null ? null : { start: start + hand.index, end: start + hand.index + hand[0].length },
  };
}
