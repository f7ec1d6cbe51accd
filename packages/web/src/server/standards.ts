import { loadStandards, modeOf, type RuleBook, RuleMistakes, type Sheet, type Standard } from '@anjuan/core';
import type { StandardDetail, StandardSummary } from './contract/index.ts';

/** Every standard of a book, the one to use by default first; throws {@link RuleMistakes} with every mistake in them. */
export function standardsOf(book: RuleBook): readonly Standard[] {
  const { standards, problems } = loadStandards(book);
  if (problems.length > 0) throw new RuleMistakes(problems);
  return standards;
}

export function standardSummary({ id, title, issuer, year, note, sheets }: Standard): StandardSummary {
  return {
    id,
    title,
    issuer,
    year,
    note,
    sheets: sheets.map((sheet) => ({
      id: sheet.id,
      title: sheet.title,
      full: sheet.full / 100,
      items: sheet.sections.reduce((sum, section) => sum + section.items.length, 0),
    })),
  };
}

export function standardDetail(standard: Standard): StandardDetail {
  return { standard: { ...standardSummary(standard), items: standard.sheets.flatMap(itemsOf) } };
}

function itemsOf(sheet: Sheet): StandardDetail['standard']['items'] {
  return sheet.sections.flatMap((section) =>
    section.items.map((item) => ({
      id: item.id,
      sheet: sheet.id,
      section: section.title,
      title: item.title,
      kind: item.kind,
      full: item.full === null ? null : item.full / 100,
      mode: modeOf(item),
      question: item.question?.ask ?? null,
      rules: [...new Set(item.charges.flatMap((charge) => charge.rules))],
    })),
  );
}
