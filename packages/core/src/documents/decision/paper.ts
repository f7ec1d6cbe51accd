import { Gap, lastAtMost, type Reader } from '../pages.ts';
import { type AmountHit, scanAmounts } from '../scan/amounts.ts';
import { type DateHit, scanDates } from '../scan/dates.ts';
import { type DurationHit, scanDurations } from '../scan/durations.ts';
import { quotations } from '../scan/quotes.ts';
import { isScan } from '../scan-text.ts';

/** Half-open range of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A decision or notice scanned once: what its parts are read from. */
export interface Paper {
  readonly reader: Reader;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly dates: readonly DateHit[];
  readonly amounts: readonly AmountHit[];
  readonly durations: readonly DurationHit[];
  /** Whether the offset stands inside wording quoted in “…”. */
  quoted(at: number): boolean;
  /** The sentence that holds the offset: up to 。 or a line end the writer made. */
  sentenceAt(at: number): Span;
  /** Where the clause that holds the offset begins: after ; or 。 or at the start of its sentence. */
  clauseStart(at: number): number;
}

export function openPaper(reader: Reader): Paper {
  const text = reader.dense;
  const { ranges: quotes } = quotations(text, reader.pages.some(isScan));
  const sentences = sentencesOf(reader);
  const starts = sentences.map((sentence) => sentence.start);
  const quoteStarts = quotes.map((quote) => quote[0]);
  const clauses = clauseStarts(text, starts);
  return {
    reader,
    text,
    sentences,
    dates: scanDates(reader),
    amounts: scanAmounts(reader),
    durations: scanDurations(reader),
    quoted: (at) => {
      const quote = quotes[lastAtMost(quoteStarts, at)];
      return quote !== undefined && at < quote[1];
    },
    clauseStart: (at) => clauses[lastAtMost(clauses, at)] ?? 0,
    sentenceAt: (at) => sentences[lastAtMost(starts, at)] ?? { start: 0, end: text.length },
  };
}

function clauseStarts(text: string, sentences: readonly number[]): number[] {
  const starts = [...sentences];
  for (let at = text.indexOf(';'); at !== -1; at = text.indexOf(';', at + 1)) starts.push(at + 1);
  return starts.sort((a, b) => a - b);
}

function sentencesOf(reader: Reader): Span[] {
  const text = reader.dense;
  const spans: Span[] = [];
  let start = 0;
  for (let i = 1; i < text.length; i++) {
    const ends = text[i - 1] === '。' || (reader.gapBefore(i) >= Gap.line && !runsOn(reader, i));
    if (!ends) continue;
    spans.push({ start, end: i });
    start = i;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** A line as long as those of a paragraph, with no mark at its end. */
const SHORTEST_FLOW = 22;
const OPENS_ANEW =
  /^(?:[一-龥/、()]{1,16}:|[(【[]?[一二三四五六七八九十\d]{1,3}[)】\]、.](?!\d)|第[一二三四五六七八九十]+[条章]|附[:件]|注:|抄送|当事人|被处罚)/;

/** A copy breaks the lines of a paragraph anywhere: a long one ends without a mark, and the next is no heading, label or signature. */
function flowsOn(reader: Reader, at: number): boolean {
  const index = reader.lineAt(at);
  const [above, line] = [reader.lines[index - 1], reader.lines[index]];
  if (above === undefined || line === undefined || above.end - above.start < SHORTEST_FLOW) return false;
  if (reader.gapBefore(at) === Gap.page || !/[\p{L}\p{N})》”]/u.test(reader.dense[at - 1] ?? '')) return false;
  const words = reader.dense.slice(line.start, Math.min(line.end, line.start + 120));
  const goes = words.length >= SHORTEST_FLOW || /[。;,:]/.test(words);
  return goes && !OPENS_ANEW.test(words) && !LABELLED.test(reader.dense.slice(above.start, above.end));
}

/** 住所:甲市东街1号…, a line that gives a value of the party's. */
const LABELLED = /^[一-龥/、()]{2,16}:[^。;,:]*$/;

/** Words nobody parts: a line that breaks within one goes on in the next, wherever its margin is. */
const TORN: ReadonlySet<string> = new Set([
  ...[
    '罚款',
    '处罚',
    '行政',
    '规定',
    '民币',
    '依据',
    '根据',
    '依照',
    '当事',
    '事人',
    '违法',
    '决定',
    '条例',
    '法律',
    '元整',
  ],
  ...[
    '没收',
    '警告',
    '责令',
    '改正',
    '银行',
    '缴纳',
    '复议',
    '诉讼',
    '法院',
    '政府',
    '人民',
    '公司',
    '笔录',
    '证据',
    '构成',
  ],
]);

/** Words with which no sentence ends. */
const LEADS_ON = /(?:[依根]据|[依按参]照|以及|[、,《和及与向])$/;

/** A line break inside a sentence: the line, also the last of a page, reached the margin. */
function runsOn(reader: Reader, at: number): boolean {
  const before = reader.dense[at - 1] ?? '';
  if (';:。'.includes(before)) return false;
  return (
    reader.wraps(at) ||
    TORN.has(before + (reader.dense[at] ?? '')) ||
    // 62,143. / 72元, 93,215.58 / 元
    /^(?:[.,]\d|\d[元圆万亿倍%]|.¥)/.test(before + (reader.dense[at] ?? '')) ||
    LEADS_ON.test(reader.dense.slice(Math.max(0, at - 2), at)) ||
    // 93,215元( / 大写:…): what opens in the line closes in the next.
    /\([^()]{0,30}$/.test(reader.dense.slice(Math.max(reader.lines[reader.lineAt(at - 1)]?.start ?? 0, at - 32), at)) ||
    flowsOn(reader, at)
  );
}

/** Index of the first of the hits, sorted by start, that starts at the offset or after it. */
export function firstFrom(hits: readonly Span[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of the hits, sorted by start, at the offset or after it. */
export function nextHit<T extends Span>(hits: readonly T[], at: number): T | undefined {
  return hits[firstFrom(hits, at)];
}

/** The hits, sorted by start, that lie wholly within the span. */
export function within<T extends Span>(hits: readonly T[], span: Span): T[] {
  const found: T[] = [];
  for (let i = firstFrom(hits, span.start); i < hits.length; i++) {
    const hit = hits[i];
    if (hit === undefined || hit.start >= span.end) break;
    if (hit.end <= span.end) found.push(hit);
  }
  return found;
}

/** Every offset at which one of the words stands within the span, in order. */
export function occurrences(text: string, words: readonly string[], span: Span): { at: number; word: string }[] {
  const found: { at: number; word: string }[] = [];
  for (const word of words) {
    for (
      let at = text.indexOf(word, span.start);
      at !== -1 && at < span.end;
      at = text.indexOf(word, at + word.length)
    ) {
      found.push({ at, word });
    }
  }
  return found.sort((a, b) => a.at - b.at || b.word.length - a.word.length);
}

const FILLER = /人民币|金额|数额|总额|大写|小写|处罚|[共合总计为即款:()¥,]/g;

/** Whether only words that lead to a sum stand in the text; by taking them out, as a pattern of repeats could backtrack. */
export function isFiller(text: string): boolean {
  return text.replace(FILLER, '') === '';
}

/** The first place the pattern matches, or null. */
export function search(paper: Paper, words: RegExp): Span | null {
  const found = words.exec(paper.text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}
