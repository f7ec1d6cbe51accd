import type { BatchModel } from './batch/types.ts';
import { bookmarkStem, cellOf, type OfficialDocument, plainText, spansOf, type Text } from './official.ts';

/** A paragraph of a Word file with its bookmarks, as `@anjuan/intake` reads it. */
export interface ReadParagraph {
  readonly text: string;
  readonly marks: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

export interface Mismatch {
  /** What the number is of; null where it is no figure of the batch. */
  readonly label: string | null;
  readonly found: string;
  /** What the batch says now; null where it has no such figure. */
  readonly expected: string | null;
  readonly paragraph: string;
}

export interface Verification {
  /** Figures found under their bookmark and compared. */
  readonly compared: number;
  /** Figures that differ from the batch, with or without bookmark. */
  readonly mismatches: readonly Mismatch[];
  /** Figures the document had and that cannot be found any more: their paragraph was deleted or rewritten. */
  readonly lost: readonly Mismatch[];
  /** Numbers in paragraphs that the batch did not write: nobody but the writer knows where they come from. */
  readonly unsourced: readonly Mismatch[];
}

/**
 * Compares an edited document with its batch. A figure under its bookmark is compared with the figure's value; one whose bookmark went is sought in
 * the paragraph that reads the same but for its numbers. `expected` is the document as it would be written now.
 */
export function verifyReport(
  paragraphs: readonly ReadParagraph[],
  expected: OfficialDocument,
  model: BatchModel,
): Verification {
  const byStem = new Map(Object.keys(model.figures).map((id) => [bookmarkStem(id), id]));
  const mismatches: Mismatch[] = [];
  const seen = new Set<string>();
  let compared = 0;
  for (const paragraph of paragraphs) {
    for (const mark of paragraph.marks) {
      const stem = /^(AJ_[0-9a-f]{16})_\d+$/u.exec(mark.name)?.[1];
      if (stem === undefined) continue;
      const [from, to] = widened(paragraph.text, mark.from, mark.to);
      const found = paragraph.text.slice(from, to);
      // Word leaves the empty bookmark behind when its words are typed over: then the paragraph is compared as a whole.
      if (found === '') continue;
      seen.add(mark.name);
      compared++;
      const figure = model.figures[byStem.get(stem) ?? ''];
      if (figure === undefined) mismatches.push({ label: null, found, expected: null, paragraph: paragraph.text });
      else if (plainNumber(found) !== plainNumber(figure.text)) {
        mismatches.push({ label: figure.label, found, expected: figure.text, paragraph: paragraph.text });
      }
    }
  }
  const rest = withoutMarks(paragraphs, expected, model, seen);
  return { compared, mismatches: [...mismatches, ...rest.mismatches], lost: rest.lost, unsourced: rest.unsourced };
}

/** Paragraphs compared by their words: those whose figures lost their bookmarks, and those nobody wrote but the editor. */
function withoutMarks(
  paragraphs: readonly ReadParagraph[],
  expected: OfficialDocument,
  model: BatchModel,
  seen: ReadonlySet<string>,
): Pick<Verification, 'mismatches' | 'lost' | 'unsourced'> {
  const mismatches: Mismatch[] = [];
  const lost: Mismatch[] = [];
  const written = new Map<string, ReadParagraph[]>();
  for (const paragraph of paragraphs) {
    const key = wordsOnly(paragraph.text);
    written.set(key, [...(written.get(key) ?? []), paragraph]);
  }
  const texts = [...textsOf(expected)].map((text) => ({ text, plain: plainText(text) }));
  const ours = new Map<string, number>();
  for (const { plain } of texts) ours.set(wordsOnly(plain), (ours.get(wordsOnly(plain)) ?? 0) + 1);
  const nth = new Map<string, number>();
  const used = new Map<string, number>();
  for (const { text, plain } of texts) {
    const key = wordsOnly(plain);
    const counterparts = written.get(key) ?? [];
    const place = nth.get(key) ?? 0;
    nth.set(key, place + 1);
    // Paragraphs that read alike are told apart by their order, which holds only while none went or came.
    const counterpart = counterparts.length === ours.get(key) ? counterparts[place] : undefined;
    const numbers = counterpart === undefined ? null : numbersOf(counterpart.text);
    let at = 0;
    for (const span of spansOf(text)) {
      const own = numbersOf(span.text);
      const found = numbers?.slice(at, at + own.length) ?? null;
      at += own.length;
      if (span.figure === undefined) {
        own.forEach((number, index) => {
          const now = found?.[index];
          if (now === undefined || plainNumber(now) === plainNumber(number)) return;
          mismatches.push({ label: '文中数字', found: now, expected: number, paragraph: counterpart?.text ?? plain });
        });
        continue;
      }
      const stem = bookmarkStem(span.figure);
      const occurrence = (used.get(stem) ?? 0) + 1;
      used.set(stem, occurrence);
      if (seen.has(`${stem}_${occurrence}`)) continue;
      const label = model.figures[span.figure]?.label ?? null;
      const [now] = found ?? [];
      if (now === undefined) lost.push({ label, found: '', expected: span.text, paragraph: plain });
      else if (plainNumber(now) !== plainNumber(span.text)) {
        mismatches.push({ label, found: now, expected: span.text, paragraph: counterpart?.text ?? plain });
      }
    }
  }
  const unsourced = paragraphs.flatMap((paragraph) => {
    if (ours.has(wordsOnly(paragraph.text)) || /^附件\d*$/u.test(paragraph.text)) return [];
    return freeNumbers(paragraph).map((found) => ({ label: null, found, expected: null, paragraph: paragraph.text }));
  });
  return { mismatches, lost, unsourced };
}

/** Numbers of a paragraph that lie under no bookmark of ours; numbers of headings and days are none. */
function freeNumbers(paragraph: ReadParagraph): readonly string[] {
  const numbers = [...paragraph.text.matchAll(/\d[\d,]*(?:\.\d+)?%?/gu)];
  return numbers
    .filter((match) => !/^[年月日号条款项页）.〕]/u.test(paragraph.text.slice(match.index + match[0].length)))
    .filter((match) => !paragraph.marks.some((mark) => mark.from <= match.index && match.index < mark.to))
    .map((match) => match[0]);
}

const numberSigns = /[\d.%０-９．％]/u;

/** The bookmark with the digits that were typed beside it. */
function widened(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  while (start > 0 && numberSigns.test(text.charAt(start - 1)) && start > from - 12) start--;
  while (end < text.length && numberSigns.test(text.charAt(end)) && end < to + 12) end++;
  return [start, end];
}

/** 1,234 and １２３４ are the same number. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/[,\s]/gu, '');
}

function numbersOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?%?/gu) ?? [];
}

/** A text with its numbers and spaces taken out. */
function wordsOnly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\d[\d,]*(?:\.\d+)?%?/gu, '#')
    .replace(/\s/gu, '');
}

/** Every text of a document that becomes a paragraph, in the order of the file. */
function* textsOf(document: OfficialDocument): Generator<Text> {
  for (const { body } of [{ body: document.body }, ...document.annexes]) {
    for (const block of body) {
      if (block.is !== 'table') yield block.text;
      else {
        for (const row of block.rows) for (const cell of row.cells) yield* linesOf(cellOf(cell).text);
      }
    }
  }
}

function linesOf(text: Text): Text[] {
  if (!plainText(text).includes('\n')) return [text];
  const lines: { text: string; figure?: string }[][] = [[]];
  for (const span of spansOf(text)) {
    span.text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...span, text: part });
    });
  }
  return lines;
}
