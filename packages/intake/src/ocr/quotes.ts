import type { OcrWord } from './tesseract.ts';

/** A quotation is no longer than this, in characters. */
const longest = 160;
const quote = /[“”"]/u;
/** A mark at the end of a sentence, read this surely, is dirt. */
const dirt = { mark: /^[。，]$/u, below: 0.3 };
const han = /\p{Script=Han}/u;

/**
 * The words without marks of quotation that have no other half: in the blanks of a worn page a recogniser sees such marks. Where a mark stood
 * between two words there is a blank. Rows with half a bracket or of a title keep theirs, for which such a mark may stand.
 */
export function withoutStrayQuotes(words: readonly OcrWord[]): readonly OcrWord[] {
  if (!words.some((word) => quote.test(word.text) || isDirt(word))) return words;
  const rows = new Map<string, string>();
  for (const { line, text } of words) rows.set(line, (rows.get(line) ?? '') + text);
  const halves = new Set([...rows].flatMap(([line, text]) => (isEven(text) ? [] : [line])));
  const stray = strayIn(words);
  let apart = false;
  return words.flatMap((word, index) => {
    const own = isDirt(word) ? [0] : stray.get(index);
    if (own === undefined || (halves.has(word.line) && !isDirt(word))) {
      const kept = apart && han.test(word.text[0] ?? '') ? { ...word, apart: true as const } : word;
      apart = false;
      return [kept];
    }
    const characters = [...word.text];
    const parts: OcrWord[] = [];
    const unit = word.width / characters.length;
    let from = 0;
    for (const at of [...own, characters.length]) {
      if (at > from)
        parts.push({
          ...word,
          text: characters.slice(from, at).join(''),
          left: Math.round(word.left + from * unit),
          width: Math.max(1, Math.round((at - from) * unit)),
          ...(from > 0 || apart ? { apart: true as const } : {}),
        });
      from = at + 1;
    }
    apart = own.at(-1) === characters.length - 1;
    return parts;
  });
}

function isDirt({ text, confidence }: OcrWord): boolean {
  return confidence < dirt.below && dirt.mark.test(text);
}

function isEven(row: string): boolean {
  const count = (mark: RegExp): number => row.match(mark)?.length ?? 0;
  return (
    count(/[《〈]/gu) === count(/[》〉]/gu) && count(/[（(]/gu) === count(/[）)]/gu) && !/[〔【[〕】\]]/u.test(row)
  );
}

/** Places of marks without another half, by word. */
function strayIn(words: readonly OcrWord[]): ReadonlyMap<number, readonly number[]> {
  const stray = new Map<number, number[]>();
  const tell = ([word, at]: readonly [number, number]): void => {
    stray.set(
      word,
      [...(stray.get(word) ?? []), at].sort((a, b) => a - b),
    );
  };
  let open: { place: readonly [number, number]; at: number } | null = null;
  let all = 0;
  for (const [index, { text }] of words.entries()) {
    for (const [at, one] of [...text].entries()) {
      all++;
      if (!quote.test(one)) continue;
      const place = [index, at] as const;
      const closes: boolean = open !== null && one !== '“' && all - open.at <= longest;
      if (closes) open = null;
      else {
        if (open !== null) tell(open.place);
        open = one === '”' ? null : { place, at: all };
        if (one === '”') tell(place);
      }
    }
  }
  if (open !== null) tell(open.place);
  return stray;
}
