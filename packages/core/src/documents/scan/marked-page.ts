import type { PageText } from '../types.ts';

/** For tests: a recognised page, each character a word of its own; `{禾 0.3}` is one read with that certainty. Lines begin at the margin. */
export function scan(marked: string): PageText {
  let text = '';
  const lines = marked.split('\n').map((row, index) => {
    const start = text.length;
    const runs = [...row.matchAll(/\{(.+?) ([\d.]+)\}|([\s\S])/gu)].map(([, doubted, certainty, plain], at) => ({
      text: doubted ?? plain ?? '',
      x: 50 + at * 12,
      y: 50 + index * 20,
      width: 12,
      height: 12,
      confidence: Number(certainty ?? 0.95),
    }));
    text += `${runs.map((run) => run.text).join('')}\n`;
    return { start, end: text.length - 1, runs };
  });
  return { number: 1, width: 595, height: 842, text, lines, source: 'scan' };
}
