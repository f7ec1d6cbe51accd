import { titleAnchor } from '../../record/places.ts';
import type { Fact, FactValue } from '../../record/types.ts';
import type { ExtractedDocument } from '../types.ts';

/** A form on which a case is given up, not one on which it rests or goes on. */
const GIVEN_UP = /撤销|撤案|销案|终止/u;

/** What follows from how a case ended: one that was withdrawn has no decision, one in which nothing is imposed imposes nothing. */
export function endOf(facts: Record<string, Fact>, documents: readonly ExtractedDocument[]): void {
  const of = (kind: string): ExtractedDocument | undefined => documents.find((document) => document.kind === kind);
  if (of('penalty-decision') !== undefined || of('summary-decision') !== undefined) return;
  const put = (path: string, value: FactValue, document: ExtractedDocument): void => {
    facts[path] ??= { value, anchors: [titleAnchor(document)], origin: 'extracted', confidence: 0.85 };
  };
  const none = of('no-penalty-decision');
  if (none !== undefined) {
    put('decision.penalties[]', [], none);
    put('decision.heavy-kind', false, none);
    put('decision.confiscates-goods', false, none);
    put('decision.order-as-penalty', false, none);
    return;
  }
  const withdrawn = documents.find(({ kind, title }) => kind === 'case-suspension' && GIVEN_UP.test(title ?? ''));
  if (withdrawn !== undefined) put('closing.without-decision', true, withdrawn);
}
