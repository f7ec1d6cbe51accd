import type { DatedArticle, Finding, RuleBook, TextOf } from '@anjuan/core';

/** Fetches the imported texts of all that defects cite, each in the version of the day that dates its rule. */
export async function textsFor(findings: readonly Finding[], book: RuleBook, data: string): Promise<TextOf> {
  const { LawTexts } = await import('@anjuan/web');
  const texts = new LawTexts(data);
  const found = new Map<string, DatedArticle | null>();
  for (const { outcome, basis, on } of findings) {
    if (outcome !== 'fail' || on === undefined) continue;
    for (const { law: id, article } of basis) {
      const law = book.pack.laws.get(id);
      const key = keyOf(id, article, on);
      if (law === undefined || found.has(key)) continue;
      const one = await texts.article(law, String(article), on);
      found.set(key, one === null ? null : { from: one.text.from, to: one.to, paragraphs: one.article.paragraphs });
    }
  }
  return (basis, on) => found.get(keyOf(basis.law, basis.article, on)) ?? null;
}

function keyOf(law: string, article: number | string, on: string): string {
  return `${law} ${article} ${on}`;
}
