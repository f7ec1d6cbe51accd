import {
  fromPoints,
  loadStandards,
  modeOf,
  priceInWords,
  type RuleBook,
  RuleMistakes,
  type Sheet,
  type Standard,
  standardCard,
} from '@anjuan/core';
import type { StandardDetail, StandardSummary } from './contract/index.ts';

/** Every standard of a book, the one to use by default first; throws {@link RuleMistakes} with every mistake in them. */
export function standardsOf(book: RuleBook): readonly Standard[] {
  const { standards, problems } = loadStandards(book);
  if (problems.length > 0) throw new RuleMistakes(problems);
  return standards;
}

export function standardSummary(standard: Standard): StandardSummary {
  return standardCard(standard);
}

export function standardDetail(standard: Standard): StandardDetail {
  return { standard: standardSummary(standard), items: standard.sheets.flatMap(itemsOf) };
}

function itemsOf(sheet: Sheet): StandardDetail['items'] {
  return sheet.sections.flatMap((section) =>
    section.items.map((item) => ({
      id: item.id,
      sheet: sheet.id,
      section: section.title,
      title: item.title,
      kind: item.kind,
      full: item.full === null ? null : fromPoints(item.full),
      mode: modeOf(item),
      question: item.question?.ask ?? null,
      price: priceInWords(item),
      rules: [...new Set(item.charges.flatMap((charge) => charge.rules))],
    })),
  );
}
