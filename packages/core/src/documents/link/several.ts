import { foldName } from '../../kernel/names.ts';
import type { Notice } from '../../record/types.ts';
import { isMisreading } from '../scan/misread.ts';
import type { ExtractedDocument } from '../types.ts';

const decisions: ReadonlySet<string> = new Set(['penalty-decision', 'summary-decision', 'no-penalty-decision']);
const sureEnough = 0.75;
/** Decisions of one case against several parties are numbered one behind the other. */
const nearest = 10;

/**
 * Decisions in the file besides the first that were made against somebody else under a number of their own: against a firm and its manager, say, or
 * of cases that got into one file. What they state contradicts nobody.
 */
export function otherDecisions(documents: readonly ExtractedDocument[]): readonly ExtractedDocument[] {
  const [first, ...rest] = documents.filter(({ kind, facts }) => decisions.has(kind) && 'decision.number' in facts);
  return first === undefined
    ? []
    : rest.filter((one) => differ(first, one, 'decision.number') && differ(first, one, 'party.name'));
}

/** Says of each such decision that the case was checked by the first. */
export function tellOthers(documents: readonly ExtractedDocument[]): readonly Notice[] {
  const first = documents.find(({ kind, facts }) => decisions.has(kind) && 'decision.number' in facts);
  return otherDecisions(documents).map(({ file, pages, facts }) => ({
    file,
    page: pages[0],
    kind: 'other',
    message: `对“${String(facts['party.name']?.value)}”另有处罚决定（${String(facts['decision.number']?.value)}）：本次按 ${String(first?.facts['decision.number']?.value)} 检查，这一份没有逐项检查；不属于同一案件的，请分开放入`,
  }));
}

function differ(a: ExtractedDocument, b: ExtractedDocument, path: string): boolean {
  const [left, right] = [a.facts[path], b.facts[path]];
  if (typeof left?.value !== 'string' || typeof right?.value !== 'string') return false;
  if (Math.min(left.confidence ?? 1, right.confidence ?? 1) < sureEnough) return false;
  const [one, other] = [foldName(left.value), foldName(right.value)];
  // Numbers differ by a figure, names by more than a misread or a shortened one does.
  return path === 'party.name'
    ? !one.includes(other) && !other.includes(one) && !isMisreading(one, other)
    : one !== other;
}

/** Number of cases the decisions belong to, by their numbers; null where two of them may belong to one. */
export function casesOf(documents: readonly ExtractedDocument[]): number | null {
  const numbers = new Set(
    documents
      .filter(({ kind }) => kind === 'penalty-decision')
      .flatMap(({ facts }) =>
        typeof facts['decision.number']?.value === 'string' ? [facts['decision.number'].value] : [],
      ),
  );
  const all = [...numbers].map((number) => {
    const found = /^(.*?)(\d{4})\D+?(\d+)\D*$/u.exec(foldName(number));
    return found === null ? null : { series: `${found[1]}${found[2]}`, at: Number(found[3]) };
  });
  const mayBeOne = all.some((one, index) =>
    all
      .slice(index + 1)
      .some((other) => one?.series === other?.series && Math.abs((one?.at ?? 0) - (other?.at ?? 0)) <= nearest),
  );
  return numbers.size === 0 || mayBeOne ? null : numbers.size;
}
