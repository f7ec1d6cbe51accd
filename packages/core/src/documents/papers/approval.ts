import type { Extractor } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { type AmountHit, scanAmounts } from '../scan/amounts.ts';
import { readApprovals } from './approvals.ts';
import { FactWriter, type Span, spanOf } from './blocks.ts';

/** Form on which the head of the agency approves the penalty. */
export const readDecisionApproval: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const { head } = readApprovals(reader);
  // The form 案件处理呈批表 of safety agencies carries the result of the investigation itself; their set has no other report.
  const told = investigationIn(reader, head?.start ?? reader.dense.length);
  writer.put('approval.states-investigation', told === null ? null : true, told, 0.85);
  if (head === null) return writer.facts;
  writer.put('approval.approved', head.agrees, head);
  if (head.agrees !== false) writer.put('approval.date', head.day?.value, head.day);
  writer.put('approval.approver', head.names[0], head.signed ?? head, 0.85);
  if (head.agrees === true) {
    // The head's own figure counts; one who just agrees approves what the handlers proposed.
    const fine =
      onlyFine(reader, head) ??
      (finesIn(reader, head).length === 0 ? onlyFine(reader, { start: 0, end: head.start }) : null);
    writer.put('approval.fine', fine?.yuan, fine, 0.85);
  }
  return writer.facts;
};

/** Where a form states the facts found, then the evidence, then what the handlers propose; null where one of them is not made out. */
function investigationIn(reader: Reader, end: number): Span | null {
  const facts = spanOf(reader, /(?:违法事实|案件事实|查明|经查|基本案情)[^。]{8}/u);
  const evidence = facts === null ? null : spanOf(reader, /笔录|证据|照片|记录|为证/u, facts.end);
  const proposal =
    evidence === null ? null : spanOf(reader, /(?:建议|拟)[^。]{0,30}(?:处罚|罚款|警告|没收|不予)/u, evidence.end);
  return proposal === null || proposal.end > end ? null : facts;
}

/** The fine of a span where it names just one amount. */
export function onlyFine(reader: Reader, span: Span): AmountHit | null {
  const fines = finesIn(reader, span);
  const [first] = fines;
  return first !== undefined && fines.every((fine) => fine.yuan === first.yuan) ? first : null;
}

/** Amounts right after 罚款 or before it (处人民币贰万元罚款), those a law allows left out (处二万元以上十万元以下罚款). */
function finesIn(reader: Reader, span: Span): readonly AmountHit[] {
  const text = reader.dense;
  return scanAmounts(reader, span.start, span.end).filter(
    (amount) =>
      !amount.bound &&
      (/罚款(?:金额|数额)?,?(?:为|计|共计|合计|即)?:?(?:人民币)?$/u.test(
        text.slice(Math.max(0, amount.start - 14), amount.start),
      ) ||
        (/^[整正]?的?罚款/u.test(text.slice(amount.end, amount.end + 4)) &&
          /(?:处以?|给予|罚)(?:人民币)?$/u.test(text.slice(Math.max(0, amount.start - 6), amount.start)))),
  );
}
