const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Who a threshold is for, by the words before its figure. The last one named before the figure counts. */
const parties: readonly (readonly [
  key: 'person' | 'organisation' | 'individual-business',
  words: readonly string[],
])[] = [
  ['individual-business', ['个体工商户']],
  ['organisation', ['法人', '其他组织', '单位', '企业', '组织']],
  ['person', ['公民', '个人', '自然人']],
];

/**
 * Figures from which a fine is a major decision, in yuan, read from the words of a list: 对公民处以一万元以上、对法人或者其他组织处以10万元以上罚款. Only figures with
 * 以上 that follow the words for whom they are; nothing else is guessed.
 */
export function thresholdsIn(text: string): Readonly<Record<string, number | boolean>> {
  const found: Record<string, number | boolean> = {};
  const folded = text.normalize('NFKC').replace(/[\s,]/gu, '');
  if (/罚款|处罚/u.test(folded)) {
    for (const match of folded.matchAll(
      /(\d{1,9}(?:\.\d{1,4})?|[一二两三四五六七八九十百千]{1,8})(万)?元(?:\(含本数\))?以上/gu,
    )) {
      const before = folded.slice(Math.max(0, match.index - 40), match.index);
      const party = parties
        .map(([key, words]) => ({ key, at: Math.max(...words.map((word) => before.lastIndexOf(word))) }))
        .filter((one) => one.at >= 0)
        .sort((a, b) => b.at - a.at)[0];
      const amount = amountOf(match[1] ?? '', match[2] !== undefined);
      if (party !== undefined && amount !== null && found[party.key] === undefined) found[party.key] = amount;
    }
  }
  if (/(?:全部|所有)(?:适用)?普通程序(?:的)?(?:行政处罚)?案件/u.test(folded)) found['all-ordinary'] = true;
  return found;
}

function amountOf(text: string, tenThousand: boolean): number | null {
  const plain = /^\d/u.test(text) ? Number(text) : chinese(text);
  return plain === null || !Number.isFinite(plain) ? null : Math.round(plain * (tenThousand ? 10_000 : 1) * 100) / 100;
}

/** 三千五百 → 3500; null for what is no number. */
function chinese(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = sign === '千' ? 1000 : sign === '百' ? 100 : sign === '十' ? 10 : 0;
    if (unit > 0) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
      continue;
    }
    const value = digits[sign];
    if (value === undefined) return null;
    digit = value;
  }
  return total + digit;
}
