const LONGEST_QUOTE = 2500;

/** Half-open ranges between “ and ”; an opening mark without its closing one within a few thousand characters quotes nothing. */
export function quotations(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = text.indexOf('“'); at !== -1; at = text.indexOf('“', at + 1)) {
    const close = closingQuote(text, at);
    if (close === -1) continue;
    ranges.push([at, close + 1]);
    at = close;
  }
  return ranges;
}

/** Offset of the mark that closes the quotation opened at the offset, nested ones passed over; -1 for none nearby. */
export function closingQuote(text: string, open: number): number {
  let depth = 0;
  const stop = Math.min(text.length, open + LONGEST_QUOTE);
  for (let i = open; i < stop; i++) {
    if (text[i] === '“') depth++;
    else if (text[i] === '”' && --depth === 0) return i;
  }
  return -1;
}
