import type { Paper } from './paper.ts';

/** One fine the operative part imposes. */
export interface Fine {
  readonly start: number;
  readonly end: number;
  readonly yuan: number;
  readonly contradicts: boolean;
  /** True where the words 合计, 共计 or 总计 make it the total of others. */
  readonly total: boolean;
  /** Whom it falls on, where the sum is imposed on each of several. */
  readonly party?: string;
}

/** 罚款8000元(其中甲行为罚款5000元,乙行为罚款3000元): what a fine is made up of is no further fine. */
export function withoutParts({ text }: Paper, fines: readonly Fine[]): readonly Fine[] {
  let rest = 0;
  return fines.filter((fine, index) => {
    const before = text.slice(fines[index - 1]?.end ?? fine.start, fine.start);
    if (/^[^。;]*?[(,:]?其中/.test(before)) rest = fines[index - 1]?.yuan ?? 0;
    else if (/[。;]/.test(before)) rest = 0;
    const part = rest > 0 && fine.yuan <= rest + 0.001;
    rest = part ? rest - fine.yuan : 0;
    return !part;
  });
}

/** A sum told again (上述罚款, 缴纳罚款 or the lead before a numbered list) is no second fine. */
export function withoutRepeats(paper: Paper, fines: readonly Fine[]): Fine[] {
  const kept: Fine[] = [];
  const sums = new Set<number>();
  for (const fine of fines) {
    const same = sums.has(fine.yuan) && kept.at(-1)?.end !== fine.end;
    const lead = paper.text.slice(Math.max(0, fine.start - 40), fine.start);
    const tail = paper.text.slice(fine.end, fine.end + 30);
    const paying = /[缴交]/.test(tail) && /日内|收到|限/.test(lead + tail);
    if (same && (paying || /(?:即|共计|合计|总计|上述|以上)[^。;]{0,12}$/.test(lead))) continue;
    kept.push(fine);
    sums.add(fine.yuan);
  }
  return kept;
}
