import type { Plan } from '../packs/compile.ts';
import { placesOf } from '../record/places.ts';
import type { CaseRecord } from '../record/types.ts';
import { type Gap, gapsOf } from '../record/unread.ts';
import type { Finding, TraceNode } from './types.ts';

/** What was not read, with the keys of findings that cannot be told and ask for something that may stand there. */
export interface Blocking extends Gap {
  readonly findings: readonly string[];
}

/**
 * Joins what was not read to what could not be told. A finding is joined when it lacks a paper, or a fact, that a paper of the gap's kind would
 * prove; where the kind is not known, a paper that was not found may lie there, or more of the one before or after it, but none that was found
 * elsewhere and read.
 */
export function blockingOf(record: CaseRecord, findings: readonly Finding[], plan: Plan): readonly Blocking[] {
  const gaps = gapsOf(record.unread ?? []);
  if (gaps.length === 0) return [];
  const rules = new Map(plan.rules.map((planned) => [planned.rule.id, planned]));
  const labels = new Map(plan.pack.kinds.map((kind) => [kind.id, kind.label]));
  const open = findings
    .filter((finding) => finding.outcome === 'cannot-tell')
    .map((finding) => {
      const paths = [...(rules.get(finding.rule)?.slots ?? [])].map((slot) => plan.paths[slot] ?? '');
      const from = paths
        .filter((path) => (record.facts[path] ?? null) === null)
        .flatMap((path) => plan.pack.dictionary.get(path)?.from ?? []);
      return { key: finding.key, kinds: new Set(from), papers: papersOf(finding.trace) };
    })
    .filter(({ kinds, papers }) => kinds.size > 0 || papers.size > 0);
  const found = new Set(record.documents.map(({ kind }) => kind));
  return gaps.map((gap) => {
    const label = labels.get(gap.kind ?? '') ?? '';
    const beside = besideOf(gap, record);
    const maybe = (kind: string): boolean => !found.has(kind) || beside.has(kind);
    const joined = open.filter(({ kinds, papers }) =>
      gap.kind === null ? papers.size > 0 || [...kinds].some(maybe) : kinds.has(gap.kind) || papers.has(label),
    );
    return { ...gap, findings: joined.map(({ key }) => key) };
  });
}

/** Kinds of the papers that end before, begin after or lie about an unread page; of a whole file there are none, but where it is a page among others. */
function besideOf({ file, pages }: Gap, { documents }: CaseRecord): ReadonlySet<string> {
  const touching = documents.filter((document) =>
    placesOf(document).some(
      (place) =>
        place.file === file &&
        (pages ?? [place.pages[0]]).some((page) => page >= place.pages[0] - 1 && page <= place.pages[1] + 1),
    ),
  );
  return new Set(touching.map(({ kind }) => kind));
}

/** Labels of the papers of which nobody can say whether they are in the file. */
function papersOf(trace: TraceNode | null): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: TraceNode): void => {
    if (node.operator === 'document' && node.result === null)
      for (const label of String(node.figures.missing ?? '').split('或者')) found.add(label);
    node.children.forEach(visit);
  };
  if (trace !== null) visit(trace);
  return found;
}
