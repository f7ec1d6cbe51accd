import type { Basis, Finding } from '../evaluate/types.ts';
import { articleInWords } from '../packs/citation.ts';

/** An article in the version of a law that was in force on some day. */
export interface DatedArticle {
  readonly from: string;
  /** First day on which this version was no longer in force. */
  readonly to: string | null;
  /** Its paragraphs (款), each with its items (项). */
  readonly paragraphs: readonly { readonly text: string; readonly items: readonly string[] }[];
}

/** The text of what is cited on a day; null where it was not imported. */
export type TextOf = (basis: Basis, on: string) => DatedArticle | null;

/** Each place a finding cites: our wording, and under it the text of the version of the day, where there is one. */
export function basisLines(finding: Finding, textOf: TextOf): string[] {
  return finding.basis.flatMap((basis) => {
    const text = finding.on === undefined ? null : textOf(basis, finding.on);
    return [
      `依据：《${basis.lawTitle}》${articleInWords(basis)}：${basis.says}`,
      ...(text === null ? [] : [`  条文（${version(text)}）：`, ...citedPart(basis, text).map((one) => `    ${one}`)]),
    ];
  });
}

function version({ from, to }: DatedArticle): string {
  return to === null ? `${from} 起施行的版本` : `${from} 起施行的版本，${to} 起不再有效`;
}

/** The cited paragraph, of it the cited item; the whole article where the text has no such place. */
function citedPart({ paragraph, item }: Basis, { paragraphs }: DatedArticle): readonly string[] {
  const whole = paragraphs.flatMap((one) => [one.text, ...one.items]);
  const one = paragraph === null && paragraphs.length === 1 ? paragraphs[0] : paragraphs[(paragraph ?? 0) - 1];
  if (one === undefined) return whole;
  if (item === null) return [one.text, ...one.items];
  const cited = one.items[item - 1];
  return cited === undefined ? whole : [one.text, cited];
}
