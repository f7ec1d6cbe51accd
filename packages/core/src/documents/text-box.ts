import type { Anchor } from '../record/types.ts';
import type { PageLine } from './types.ts';

/** The rectangle around the words of a range of a page's text, whole runs cut in proportion to their characters; null without positions. */
export function boxOf(
  lines: readonly PageLine[],
  text: string,
  [start, end]: readonly [number, number],
): Anchor['box'] {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    if (line.end <= start || line.start >= end) continue;
    const row = text.slice(line.start, line.end);
    let at = 0;
    for (const run of line.runs) {
      const length = run.text.length;
      // Intake may put spaces between runs, so a run is looked for from where the last one ended.
      const found = row.indexOf(run.text, at);
      const runStart = line.start + (found === -1 ? at : found);
      at = runStart - line.start + length;
      const from = Math.max(start, runStart);
      const to = Math.min(end, runStart + length);
      if (from >= to || length === 0) continue;
      const unit = run.width / length;
      left = Math.min(left, run.x + (from - runStart) * unit);
      right = Math.max(right, run.x + (to - runStart) * unit);
      top = Math.min(top, run.y);
      bottom = Math.max(bottom, run.y + run.height);
    }
  }
  return left <= right && top <= bottom ? [left, top, right, bottom] : null;
}
