import { leastConfidence } from '../../record/confidence.ts';
import type { Fact } from '../../record/types.ts';
import type { ExtractedDocument } from '../types.ts';

/** What may be two copies of one receipt, or two receipts: shown, and nothing is judged by it. */
const UNSURE = 0.4;

/** A fine paid in parts, or by each of several parties, leaves a receipt for each part: what was paid is what they come to. */
export function sumPayments(facts: Record<string, Fact>, documents: readonly ExtractedDocument[]): void {
  const sums = new Map<string, Fact>();
  let unnumbered = 0;
  for (const { kind, facts: own } of documents) {
    const amount = own['payment.amount'];
    if (kind !== 'payment-receipt' || typeof amount?.value !== 'number') continue;
    const number = own['payment.receipt-number']?.value;
    if (typeof number === 'string') sums.set(number, amount);
    else unnumbered++;
  }
  const first = facts['payment.amount'];
  if (first === undefined || sums.size + unnumbered < 2) return;
  const each = [...sums.values()];
  const known = unnumbered === 0 && each.every(({ confidence }) => (confidence ?? 1) >= leastConfidence);
  const total = Math.round(each.reduce((all, { value }) => all + Number(value), 0) * 100) / 100;
  facts['payment.amount'] = known
    ? {
        value: total,
        anchors: each.flatMap(({ anchors }) => anchors ?? []),
        origin: 'extracted',
        confidence: Math.min(...each.map(({ confidence }) => confidence ?? 1)),
      }
    : { ...first, confidence: Math.min(first.confidence ?? 1, UNSURE) };
}
