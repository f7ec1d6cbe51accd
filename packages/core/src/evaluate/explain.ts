import type { Frame } from '../operators/frame.ts';
import type { Check } from '../operators/types.ts';
import type { Anchor, FactValue } from '../record/types.ts';
import type { TraceFact, TraceNode } from './types.ts';

/** The reasoning of a condition, step by step, with the values it read. */
export function explain(check: Check, frame: Frame): TraceNode {
  const outer = frame.item;
  const elements = check.elements?.(frame) ?? [];
  const children = [
    ...check.children.map((child) => explain(child, frame)),
    ...elements.map((element) => {
      frame.item = element.item;
      const node = explain(element.check, frame);
      frame.item = outer;
      return node;
    }),
  ];
  return {
    operator: check.operator,
    result: check.test(frame),
    phrase: check.phrase,
    facts: check.operands.flatMap((operand) => operand.facts(frame)),
    figures: check.figures?.(frame) ?? {},
    children,
  };
}

/** Steps that carry the result: those under it that came out the same way, leaves first. */
export function decisive(node: TraceNode): readonly TraceNode[] {
  // Under a negation the opposite result is what counts.
  const wanted = node.operator === 'not' && node.result !== null ? !node.result : node.result;
  const inner = node.children.filter((child) => child.result === wanted).flatMap(decisive);
  return inner.length > 0 ? [...inner, node] : [node];
}

/** Every fact of a trace, once. */
export function factsOf(nodes: readonly TraceNode[]): readonly TraceFact[] {
  const seen = new Map<string, TraceFact>();
  const visit = (node: TraceNode): void => {
    for (const fact of node.facts) {
      const key = `${fact.path} ${String(fact.value)}`;
      if (!seen.has(key)) seen.set(key, fact);
    }
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return [...seen.values()];
}

/** Places of facts, each once, at most `most`. */
export function anchorsOf(facts: readonly TraceFact[], most: number): readonly Anchor[] {
  const seen = new Set<string>();
  const anchors: Anchor[] = [];
  for (const anchor of facts.flatMap((fact) => fact.anchors)) {
    const key = `${anchor.file} ${anchor.page} ${anchor.range?.join('-')} ${anchor.quote}`;
    if (seen.has(key) || anchors.length >= most) continue;
    seen.add(key);
    anchors.push(anchor);
  }
  return anchors;
}

/** A value as people write it. */
export function inWords(value: FactValue | null | undefined): string {
  if (value === null || value === undefined) return '（未载明）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'string') return value;
  return value.map((entry) => (typeof entry === 'string' ? entry : itemInWords(entry))).join('、');
}

function itemInWords(item: object): string {
  return Object.entries(item)
    .filter(([key, value]) => !['anchors', 'origin', 'confidence'].includes(key) && value !== null)
    .map(([, value]) => String(value))
    .join(' ');
}

function grouped(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const marked = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return `${value < 0 ? '-' : ''}${marked}${decimals === undefined ? '' : `.${decimals}`}`;
}
