import type { Fact, ListItem } from '../../../record/types.ts';
import { Gap } from '../../pages.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import { type AmountHit, scanAmounts } from '../../scan/amounts.ts';
import type { Clash } from '../clashes.ts';
import { MOST } from './papers.ts';

/** 以上罚没款合计3405元: the words before a sum of what is fined and confiscated. */
const TOTAL =
  /(?:罚没款?|罚没款项|罚没金额|罚没款金额|上述款项|以上款项|两项|各项)[^。;:\d]{0,6}?(?:合计|共计|总计)(?:金额)?(?:人民币)?[:(为]?$|(?:合计|共计|总计)(?:罚没款?|缴纳罚没款?)(?:人民币)?[:(为]?$/u;
/** 缴清罚没款5090元 in the form that closes the case. */
const PAID =
  /(?:缴纳|缴清|交纳|缴入|缴款)[^。;,\d]{0,6}罚没款(?:合计|共计)?(?:人民币)?[:(为]?$|罚没款[^。;,\d]{0,4}(?:合计|共计)?(?:人民币)?[:(为]?$/u;
/** What a receipt itemises. */
const ITEM = /(?:罚款|没收违法所得|违法所得|没收非法所得|罚没款|加处罚款)(?:收入|金额)?(?:\(元\))?[:¥￥]{0,2}$/u;

/** Sums that do not follow from what they add up: in the decision, on the receipt, in the form that closes the case. Null where nothing is added up. */
export function wrongSums(
  documents: readonly RecognisedDocument[],
  facts: Readonly<Record<string, Fact>>,
): Clash[] | null {
  const clashes: Clash[] = [];
  let compared = false;
  const due = decided(facts);
  for (const document of documents) {
    const { reader, kind, title } = document;
    if (kind === 'payment-receipt') {
      const added = onReceipt(document);
      if (added === null) continue;
      compared = true;
      if (added !== true) clashes.push(added);
      continue;
    }
    const totals =
      kind === 'penalty-decision' || kind === 'penalty-notice' ? TOTAL : kind === 'closing-approval' ? PAID : null;
    if (totals === null || (due === null && kind !== 'penalty-notice')) continue;
    const owed = kind === 'penalty-notice' ? listed(facts['notice.penalties[]']) : due;
    if (owed === null) continue;
    for (const hit of scanAmounts(reader)) {
      if (
        hit.bound ||
        hit.perUnit ||
        hit.contradicts ||
        !totals.test(reader.dense.slice(Math.max(0, hit.start - 24), hit.start))
      )
        continue;
      compared = true;
      if (fen(hit.yuan) === fen(owed.yuan)) continue;
      clashes.push({
        says: `${title}写明合计${hit.yuan}元，各项相加为${owed.yuan}元`,
        anchors: [...reader.anchorOf(hit.start, hit.end), ...owed.anchors],
      });
    }
  }
  return compared ? clashes.slice(0, MOST) : null;
}

interface Owed {
  readonly yuan: number;
  readonly anchors: NonNullable<Fact['anchors']>;
}

function decided(facts: Readonly<Record<string, Fact>>): Owed | null {
  const fine = facts['decision.fine'];
  if ((fine?.alternatives ?? []).length > 0) return null;
  return listed(facts['decision.penalties[]']);
}

/** The sums of all penalties of a paper; null where one that takes money says none, or only one is there. */
function listed(fact: Fact | undefined): Owed | null {
  const items = Array.isArray(fact?.value) ? (fact.value as readonly ListItem[]) : [];
  const money = items.filter(({ kind }) => /罚款|违法所得|非法所得/u.test(String(kind)));
  if (money.length < 2 || money.some(({ amount }) => typeof amount !== 'number')) return null;
  return {
    yuan: money.reduce((sum, { amount }) => sum + Number(amount), 0),
    anchors: money.flatMap(({ anchors }) => (anchors ?? []).slice(0, 1)),
  };
}

/** True where the items of a receipt add up to its total, null where it has fewer than two or no total. */
function onReceipt(document: RecognisedDocument): Clash | true | null {
  const { reader, title } = document;
  const hits = moneyOf(document);
  const total = hits.find(({ before }) => /(?:合计|总计|共计)[^。;]{0,16}$/u.test(before));
  const items = hits.filter(({ before }) => ITEM.test(before));
  if (total === undefined || items.length < 2) return null;
  const sum = items.reduce((all, { yuan }) => all + yuan, 0);
  if (fen(sum) === fen(total.yuan)) return true;
  return {
    says: `${title}写明合计${total.yuan}元，各项相加为${sum}元`,
    anchors: [total, ...items].flatMap(({ start, end }) => reader.anchorOf(start, end)),
  };
}

interface Money {
  readonly start: number;
  readonly end: number;
  readonly yuan: number;
  readonly before: string;
}

/** Sums with or without the word for yuan: 罚款 | 1 | 3,000.00 on a receipt, the number of pieces in a column of its own. */
function moneyOf({ reader }: RecognisedDocument): Money[] {
  const text = reader.dense;
  const hits: readonly AmountHit[] = scanAmounts(reader);
  const before = (at: number): string =>
    text
      .slice(Math.max(0, at - 20), at)
      .replace(reader.gapBefore(at) > Gap.none ? /(?<=[\u4e00-\u9fa5)])\d{1,3}$/u : /(?!)/u, '');
  const bare = [...text.matchAll(/(?<!\.)\d[\d,]*\.\d{2}(?!\d)/gu)].flatMap((match) => {
    const end = match.index + match[0].length;
    let start = match.index;
    // Figures of the column before stand right before these in the text without blanks.
    for (let at = start + 1; at < end; at++) if (reader.gapBefore(at) > Gap.none) start = at;
    const figures = text.slice(start, end);
    if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{2}$/u.test(figures)) return [];
    if (hits.some((hit) => start >= hit.start && start < hit.end)) return [];
    return [{ start, end, yuan: Number(figures.replaceAll(',', '')) }];
  });
  return [...hits, ...bare]
    .map(({ start, end, yuan }) => ({ start, end, yuan, before: before(start) }))
    .sort((a, b) => a.start - b.start);
}

function fen(yuan: number): number {
  return Math.round(yuan * 100);
}
