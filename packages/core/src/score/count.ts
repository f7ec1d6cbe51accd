import type { Finding, TraceNode } from '../evaluate/types.ts';
import type { Unit } from './types.ts';

/** How many times the price each finding costs; places that several findings share count once. */
export function counted(unit: Unit, findings: readonly Finding[]): readonly number[] {
  const seen = new Set<string>();
  const fresh = (keys: readonly string[]): number => {
    const found = keys.filter((key) => !seen.has(key));
    for (const key of found) seen.add(key);
    return found.length;
  };
  return findings.map((finding, index) => {
    switch (unit) {
      case 'once':
        return index === 0 ? 1 : 0;
      case 'per-rule':
        return fresh([finding.rule]);
      case 'per-item':
      case 'per-person':
        return Math.max(1, missing(finding.trace));
      case 'per-place':
        return fresh(
          places(finding, (anchor) => `${anchor.file} ${anchor.page} ${anchor.range?.join('-') ?? anchor.quote}`),
        );
      case 'per-page':
        return fresh(places(finding, (anchor) => `${anchor.file} ${anchor.page}`));
      case 'per-document':
        return fresh(places(finding, (anchor) => anchor.document));
      case 'per-day':
        return Math.max(1, over(finding.trace));
      case 'per-time':
        return 1;
      default:
        return unit satisfies never;
    }
  });
}

/** Distinct places of a finding; the finding itself where it has none. */
function places(finding: Finding, of: (anchor: Finding['anchors'][number]) => string): readonly string[] {
  const named = [...new Set(finding.anchors.map(of))];
  return named.length > 0 ? named : [finding.key];
}

/** How many things the failing steps name as missing; 0 when they name none. */
function missing(node: TraceNode | null): number {
  if (node === null || node.result === true) return 0;
  const named = node.figures.missing;
  const own = typeof named === 'string' && named !== '' ? named.split('、').length : 0;
  return Math.max(own, ...node.children.map(missing));
}

/** Days beyond a period that the failing steps name; 0 when they name none. */
function over(node: TraceNode | null): number {
  if (node === null || node.result === true) return 0;
  const own = node.figures.over;
  return Math.max(typeof own === 'number' ? own : 0, ...node.children.map(over));
}
