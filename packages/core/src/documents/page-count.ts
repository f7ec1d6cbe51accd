/** 第2页 共3页 as a page prints it. */
export interface PageCount {
  readonly number: number;
  readonly total: number | null;
}

/** 第2页 共3页 of one paper; the numbering of the whole file tells nothing about where its papers begin. */
export function pageCount(rows: readonly { readonly dense: string }[], filePages: number): PageCount | null {
  const around = [...rows.slice(0, 6), ...rows.slice(-3)];
  for (const { dense } of around) {
    if (dense.length > 60) continue;
    const found = /第(\d{1,3})页[,/]?\(?共(\d{1,3})页/.exec(dense) ?? null;
    const reversed = found === null ? /共(\d{1,3})页[,/]?\(?第(\d{1,3})页/.exec(dense) : null;
    const number = Number(found?.[1] ?? reversed?.[2] ?? Number.NaN);
    const total = Number(found?.[2] ?? reversed?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue;
    if (total === filePages && filePages > 1) break;
    return { number, total };
  }
  const next = around.find(({ dense }) => dense.length < 40 && /(?:\(续页?\)|\(附页\)|续页)$/.test(dense));
  return next === undefined ? null : { number: 2, total: null };
}
