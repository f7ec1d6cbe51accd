import type { Frame } from '../operators/frame.ts';
import type { Check } from '../operators/types.ts';
import type { Anchor, FactValue } from '../record/types.ts';
import type { TraceFact, TraceNode } from './types.ts';

/** The reasoning of a condition, step by step, with the values it read. */
export function explain(check: Check, frame: Frame): TraceNode {
  const elements = check.elements?.(frame);
  return {
    operator: check.operator,
    result: check.test(frame),
    phrase: check.phrase,
    facts: factsRead(check, frame),
    figures: check.figures?.(frame) ?? noFigures,
    children:
      check.children.length === 0 && elements === undefined
        ? leaf
        : [...check.children.map((child) => explain(child, frame)), ...explainElements(elements ?? [], frame)],
  };
}

const noFigures = {};
const leaf: readonly TraceNode[] = [];

function factsRead(check: Check, frame: Frame): readonly TraceFact[] {
  const only = check.operands[0];
  if (check.operands.length === 1 && only !== undefined) return only.facts(frame);
  const facts: TraceFact[] = [];
  for (const operand of check.operands) for (const fact of operand.facts(frame)) facts.push(fact);
  return facts;
}

function explainElements(elements: ReturnType<NonNullable<Check['elements']>>, frame: Frame): readonly TraceNode[] {
  const outer = frame.item;
  const nodes = elements.map((element) => {
    frame.item = element.item;
    return explain(element.check, frame);
  });
  frame.item = outer;
  return nodes;
}

/** Steps that carry the result: those under it that came out the same way, leaves first. */
export function decisive(node: TraceNode): readonly TraceNode[] {
  if (node.children.length === 0) return [node];
  // Under a negation the opposite result is what counts.
  const wanted = node.operator === 'not' && node.result !== null ? !node.result : node.result;
  const inner = node.children.filter((child) => child.result === wanted).flatMap(decisive);
  return inner.length > 0 ? [...inner, node] : [node];
}

/** A trace and all the steps under it. */
export function everyStep(node: TraceNode): readonly TraceNode[] {
  return [node, ...node.children.flatMap(everyStep)];
}

/** Places of the facts that some steps read, each once, at most `most`. */
export function anchorsOf(nodes: readonly TraceNode[], most: number): readonly Anchor[] {
  let anchors: Anchor[] | null = null;
  for (const node of nodes) {
    for (const fact of node.facts) {
      for (const anchor of fact.anchors) {
        anchors ??= [];
        if (anchors.length < most && !anchors.some((other) => sameAnchor(anchor, other))) anchors.push(anchor);
      }
    }
  }
  return anchors ?? none;
}

const none: readonly Anchor[] = [];

function sameAnchor(a: Anchor, b: Anchor): boolean {
  return a.file === b.file && a.page === b.page && a.quote === b.quote && a.range?.[0] === b.range?.[0];
}

/** A time as records hold it: its day, its hour and minute, and what follows. */
const isoTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/u;

/** A value as people write it. */
export function inWords(value: FactValue | null | undefined, codes: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === undefined) return '（未载明）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'string') return codes[value] ?? value.replace(isoTime, '$1 $2');
  return value.map((entry) => (typeof entry === 'string' ? (codes[entry] ?? entry) : itemInWords(entry))).join('、');
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
