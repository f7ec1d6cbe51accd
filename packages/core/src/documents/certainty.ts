import type { Anchor, Fact, ListItem } from '../record/types.ts';
import type { Facts } from './facts.ts';
import { isCreditCode, isIdNumber } from './scan/codes.ts';
import type { PageText } from './types.ts';

/** Words read with this certainty or more are as good as printed ones. */
const sure = 0.88;
/** Values whose least certain word is below this are not known: rules cannot tell, and a person is asked. */
const doubtful = 0.7;
/** Anchors longer than this show where something is told, not a value: then the words count together. */
const longestValue = 30;

/** Facts of pages that were recognised on a picture, less sure where their words are. Facts of other pages stay as they are. */
export function weighByScan(facts: Facts, pages: readonly PageText[]): Facts {
  const scans = new Map(pages.filter((page) => page.source === 'scan').map((page) => [page.number, page]));
  if (scans.size === 0) return facts;
  return Object.fromEntries(Object.entries(facts).map(([path, fact]) => [path, weigh(fact, scans)]));
}

function weigh(fact: Fact, scans: ReadonlyMap<number, PageText>): Fact {
  if (Array.isArray(fact.value) && fact.value.some((one) => typeof one === 'object')) {
    const items = (fact.value as readonly ListItem[]).map((item) => ({
      ...item,
      confidence: Math.min(item.confidence ?? 1, worth(certaintyOf(item.anchors ?? [], scans))),
    }));
    return { ...fact, value: items };
  }
  // A code whose check character agrees was read right.
  if (typeof fact.value === 'string' && (isCreditCode(fact.value) || isIdNumber(fact.value))) return fact;
  const certainty = certaintyOf(fact.anchors ?? [], scans);
  return certainty === 1 ? fact : { ...fact, confidence: Math.min(fact.confidence ?? 1, worth(certainty)) };
}

/** What a value read with the certainty is worth: 0.5, the threshold below which it is not known, at `doubtful`. */
function worth(certainty: number): number {
  if (certainty >= sure) return 1;
  if (certainty < doubtful) return 0.49 * (certainty / doubtful);
  return Math.round((0.5 + ((certainty - doubtful) / (sure - doubtful)) * 0.45) * 1000) / 1000;
}

/** The least certainty of the words of a short place, the mean of a long one; 1 where nothing was recognised. */
function certaintyOf(anchors: readonly Anchor[], scans: ReadonlyMap<number, PageText>): number {
  let least = 1;
  for (const { page, range } of anchors) {
    const scan = scans.get(page);
    if (scan === undefined || range === null) continue;
    least = Math.min(least, certaintyAt(scan, range));
  }
  return least;
}

function certaintyAt(page: PageText, [start, end]: readonly [number, number]): number {
  let least = 1;
  let sum = 0;
  let count = 0;
  for (const line of page.lines) {
    if (line.end <= start || line.start >= end) continue;
    const row = page.text.slice(line.start, line.end);
    let at = 0;
    for (const run of line.runs) {
      const found = row.indexOf(run.text, at);
      const from = line.start + (found === -1 ? at : found);
      at = from - line.start + run.text.length;
      if (run.confidence === undefined || from >= end || from + run.text.length <= start) continue;
      least = Math.min(least, run.confidence);
      sum += run.confidence;
      count++;
    }
  }
  if (count === 0) return 1;
  return end - start > longestValue ? sum / count : least;
}
