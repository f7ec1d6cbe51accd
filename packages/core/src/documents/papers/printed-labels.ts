import { Gap, type Reader } from '../pages.ts';

/** Labels are shorter. */
const LONGEST = 26;
/** A form has no more cells; lists do. */
const mostCells = 2000;
/** 1. 一、 (1) before a label in its line. */
const COUNTED = /^(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、|\([\d一二三四五六七八九十]{1,2}\))/u;

/**
 * The labels of a form as it prints them, of those the grammar makes: agencies turn the same label many ways. A label fills a cell, a line or
 * what white space parts from the rest of it, or stands before a colon; a narrow cell breaks one over some short lines.
 */
export function printedLabels(reader: Reader, grammar: RegExp, to = reader.dense.length): string[] {
  const found = new Set<string>();
  const take = (words: string): void => {
    const label = words.replace(COUNTED, '').replace(/:.*$/u, '');
    if (label.length > 1 && label.length <= LONGEST && grammar.test(label)) found.add(label);
  };
  for (const cell of reader.cells.length > mostCells ? [] : reader.cells)
    if (cell.start < to && cell.end - cell.start <= LONGEST) take(reader.dense.slice(cell.start, cell.end));
  for (const [index, line] of reader.lines.entries()) {
    if (line.start >= to) break;
    for (const [start, end] of piecesOf(reader, line.start, Math.min(line.end, to)))
      take(reader.dense.slice(start, Math.min(end, start + LONGEST + 2)));
    const broken = brokenAt(reader, index, grammar);
    if (broken !== null) take(broken);
  }
  return [...found];
}

/** What white space parts in a line; characters that stand each alone (询 问 人) are one word. */
function piecesOf(reader: Reader, start: number, end: number): readonly [number, number][] {
  const pieces: [number, number][] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && reader.gapBefore(at) < Gap.space) continue;
    const last = pieces.at(-1);
    const lone = at - from === 1 || /^.:/u.test(reader.dense.slice(from, at));
    const loose = last !== undefined && lone && isLoose(reader, last);
    if (last !== undefined && loose) last[1] = at;
    else pieces.push([from, at]);
    from = at;
  }
  return pieces;
}

function isLoose(reader: Reader, [start, end]: readonly [number, number]): boolean {
  for (let at = start + 1; at < end; at++) if (reader.gapBefore(at) < Gap.space) return false;
  return /^[一-龥]+$/u.test(reader.dense.slice(start, end));
}

/** Lines of one narrow cell hold at most so many characters of a label, and it goes on over so many of them. */
const narrow = { line: 6, lines: 4 };

/** The words of short lines one below the other, up to white space in the last: 当事人 / (现场负 / 责人)  张三. */
function brokenAt(reader: Reader, index: number, grammar: RegExp): string | null {
  let words = '';
  for (let at = index; at < Math.min(reader.lines.length, index + narrow.lines); at++) {
    const { start, end } = reader.lines[at] ?? { start: 0, end: 0 };
    const [, first = end] = piecesOf(reader, start, end)[0] ?? [];
    // 送达人签名 / 张三: what is a label already goes on with its value.
    if (first - start > narrow.line || grammar.test(words)) return null;
    // 询问笔录 / 被询问人  张三: the title above begins no label.
    if (/(?:笔录|记录|书|表)$/u.test(words)) return null;
    words += reader.dense.slice(start, first);
    if (first < end) return at > index ? words : null;
  }
  return null;
}
