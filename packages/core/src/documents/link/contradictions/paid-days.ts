import type { Fact } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import { scanDates } from '../../scan/dates.ts';
import type { Clash } from '../clashes.ts';
import { daysIn } from './papers.ts';

const PAID = /^[^。;,]{0,14}(?:缴纳|缴清|缴至|缴入|缴款|交纳|交清|缴到)/u;
const CARRIED_OUT = /执行(?:完毕)?(?:日期|时间):?$/u;

/**
 * Days on which the form that closes the case says the fine was paid, later than every receipt: a receipt is written when the money comes or after.
 */
export function paidDays(documents: readonly RecognisedDocument[], facts: Readonly<Record<string, Fact>>): Clash[] {
  const receipts = documents.filter(({ kind }) => kind === 'payment-receipt');
  const days = receipts.flatMap((receipt) => [...daysIn(receipt)]);
  const last = days.sort().at(-1);
  const decided = facts['decision.date']?.value;
  if (last === undefined) return [];
  return documents
    .filter(({ kind }) => kind === 'closing-approval')
    .flatMap(({ reader, title }) =>
      scanDates(reader).flatMap((date): Clash[] => {
        const clause = reader.dense.slice(date.end, date.end + 40);
        const before = reader.dense.slice(Math.max(0, date.start - 8), date.start);
        const tells =
          (PAID.test(clause) && !/^[^。;,]{0,14}前/u.test(clause)) ||
          (CARRIED_OUT.test(before) && receipts.length === 1);
        if (!tells || date.value === null || days.includes(date.value)) return [];
        const early = date.value < last;
        if (early && !(typeof decided === 'string' && date.value < decided))
          return [{ ...clash(reader, title, date, last, receipts), unsure: true }];
        return [clash(reader, title, date, last, receipts)];
      }),
    );
}

function clash(
  reader: RecognisedDocument['reader'],
  title: string,
  date: { readonly start: number; readonly end: number; readonly value: string | null },
  last: string,
  receipts: readonly RecognisedDocument[],
): Clash {
  const receipt = receipts.find((one) => daysIn(one).has(last));
  const at = receipt === undefined ? undefined : scanDates(receipt.reader).find(({ value }) => value === last);
  return {
    says: `${title}记载${date.value}缴款，${receipt?.title ?? '票据'}为${last}`,
    anchors: [
      ...reader.anchorOf(date.start, date.end),
      ...(at === undefined || receipt === undefined ? [] : receipt.reader.anchorOf(at.start, at.end)),
    ],
  };
}
