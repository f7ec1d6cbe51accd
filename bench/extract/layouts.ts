import type { FileText, PageText, TextRun } from '@anjuan/core';
import type { Random } from './random.ts';

/** The same words as another agency's printer or web page lays them out. */
export function relay(random: Random, text: string): string {
  let out = text;
  if (random.chance(0.25))
    out = out.replaceAll('：', ':').replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')');
  if (random.chance(0.3)) out = wrap(out, random.whole(26, 42));
  if (random.chance(0.12))
    out = out.replace(/^([^\n：:。]{1,11}[^\n：:。司厂社])[：:]\s*([^\n。]{2,40})$/gmu, '$1\n$2');
  return out;
}

/** Breaks lines at a width, as a printed page does; short lines stay. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.length <= width) return [line];
      const rows: string[] = [];
      let row = '';
      let used = 0;
      // Type-setters break between Chinese characters, not within a run of letters and digits.
      for (const piece of line.match(/[\x21-\x7e]+|[\s\S]/gu) ?? []) {
        const size = [...piece].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
        if (used + size > width && row !== '') {
          rows.push(row);
          row = '';
          used = 0;
        }
        row += piece;
        used += size;
      }
      return row === '' ? rows : [...rows, row];
    })
    .join('\n');
}

/** Pairs of characters that recognition of a picture takes for one another. */
const confused: Readonly<Record<string, string>> = {
  日: '曰',
  '0': 'O',
  '1': 'l',
  '5': 'S',
  '8': '3',
  '6': '8',
  未: '末',
  己: '已',
  人: '入',
  大: '太',
  土: '士',
  干: '千',
  拘: '拍',
  罚: '罗',
  定: '走',
  书: '节',
  局: '同',
  元: '无',
  万: '方',
  县: '具',
};

/** What a scan of the page gives: spaces between characters, a few read wrongly, every word with how sure the recogniser was. */
export function scanned(random: Random, text: string, number: number): PageText {
  const lines: PageText['lines'][number][] = [];
  let out = '';
  for (const row of text.split('\n')) {
    const start = out.length;
    const runs: TextRun[] = [];
    // Where the print stands, in points of a type of 12, figures and Latin letters half as wide.
    let x = 0;
    let at = 0;
    while (at < row.length) {
      const size = random.whole(1, 4);
      const word = row.slice(at, at + size);
      at += size;
      let wrong = false;
      let read = '';
      for (const character of word) {
        const other = confused[character];
        if (other !== undefined && random.chance(0.01)) {
          read += other;
          wrong = true;
        } else read += character;
      }
      // A recogniser is mostly, not always, unsure of what it got wrong.
      const confidence = wrong
        ? 0.3 + random.next() * 0.5
        : random.chance(0.02)
          ? 0.6 + random.next() * 0.3
          : 0.88 + random.next() * 0.11;
      const width = [...read].reduce((sum, one) => sum + (one < '\x7f' ? 6 : 12), 0);
      if (read.trim() !== '') runs.push({ text: read, x, y: number, width, height: 12, confidence });
      x += width;
      // Words stand together but for wide gaps, as intake lays recognised pages out; now and then a blank is left.
      out += read + (random.chance(0.03) && !/[\x21-\x7e]$/u.test(read) ? ' ' : '');
    }
    lines.push({ start, end: out.length, runs });
    out += '\n';
  }
  return { number, width: 600, height: 800, text: out, lines, source: 'scan' };
}

/** A page of text without positions. */
export function plain(text: string, number: number): PageText {
  let start = 0;
  const lines = text.split('\n').map((row) => {
    const line = { start, end: start + row.length, runs: [] };
    start += row.length + 1;
    return line;
  });
  return { number, width: 0, height: 0, text, lines };
}

export function fileOf(pages: readonly PageText[]): FileText {
  return { name: '材料.pdf', sha256: '', format: 'pdf', pages };
}
