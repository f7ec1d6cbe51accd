import type { Frame } from '../operators/frame.ts';
import type { Plan, PlannedRule } from '../packs/compile.ts';
import type { Judgement } from './judge.ts';
import type { TraceNode } from './types.ts';

/** Papers that decide: what the dictionary looks for in a penalty decision stands in them too. */
const deciding = /-decision$|^licence-(?:refusal|ending|non-acceptance)$/u;

/**
 * Whether what could not be told stands in papers that are not among those given, so that looking at these would not help. Only of papers that
 * are no whole file and were all read; a ledger's row has no papers.
 */
export function liesElsewhere(
  plan: Plan,
  planned: PlannedRule,
  judgement: Judgement,
  weighty: readonly TraceNode[],
  frame: Frame,
): boolean {
  const { complete, documents, unread = [] } = frame.record;
  if (complete || documents.length === 0 || unread.length > 0 || frame.item !== null) return false;
  const told = (path: string): readonly string[] => plan.pack.dictionary.get(path)?.from ?? [];
  const here = (path: string): boolean =>
    documents.some(
      ({ kind }) =>
        told(path).includes(kind) || (path.startsWith('decision.') && told(path).length > 0 && deciding.test(kind)),
    );
  switch (judgement.reason) {
    case 'type':
      return true;
    case 'undated': {
      const slot = planned.versions[0]?.slot;
      if (slot === undefined || !here(plan.paths[slot] ?? '')) return true;
      // The day alone would not do: all else the rule asks stands in papers not given.
      const days = new Set(planned.versions.map((version) => version.slot));
      const asked = [...planned.slots]
        .filter((one) => !days.has(one) && one !== plan.typeSlot && one !== plan.procedureSlot)
        .map((one) => plan.paths[one] ?? '')
        .filter((path) => told(path).length > 0);
      return asked.length > 0 && !asked.some(here);
    }
    case 'no-list':
      return !here(planned.rule.for.each ?? '');
    case 'condition': {
      const read = weighty.flatMap((node) => node.facts);
      const missing = read.filter((fact) => fact.value === null);
      // What no paper tells (the agency's powers) is asked beside the paper it concerns.
      const outside = missing.length > 0 && missing.every((fact) => told(fact.path).length === 0);
      return !(outside ? read : missing).some((fact) => here(fact.path));
    }
    default:
      return false;
  }
}
