import { loadStandard, modeOf, type RuleBook, RuleMistakes, type Sheet, type Standard } from '@anjuan/core';
import type { StandardDetail, StandardSummary } from './contract/index.ts';

/** Every score sheet of a book, checked against its rules; throws {@link RuleMistakes} with every mistake in them. */
export function standardsOf(book: RuleBook): ReadonlyMap<string, Standard> {
  const known = {
    rules: new Set(book.pack.rules.map((rule) => rule.id)),
    kinds: new Set(book.pack.kinds.map((kind) => kind.id)),
  };
  const loaded = [...book.standards].map(([file, text]) => loadStandard(file, text, known));
  const problems = loaded.flatMap((one) => one.problems);
  if (problems.length > 0) throw new RuleMistakes(problems);
  return new Map(loaded.flatMap(({ standard }) => (standard === null ? [] : [[standard.id, standard]])));
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
