import { lost } from '../text.ts';

/** Signs that people make by laying one over another. */
const laid: Readonly<Record<string, string>> = {
  '□√': '☑',
  '□✓': '☑',
  '□×': '☒',
  '□✗': '☒',
  '□■': '■',
};
const ringed = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * What a field shows that draws its words itself and keeps no result (`EQ`): characters laid over each other, rings around them, fractions. Null for
 * other fields; of what cannot be said in a line a mark of what is not read.
 */
export function drawnBy(code: string): string | null {
  const drawing = /^\s*eq\s+(.{1,200})$/isu.exec(code)?.[1]?.trim();
  if (drawing === undefined) return null;
  const [, kind = '', first = '', second = ''] =
    /^\\(o|f)(?:\\a[clr])?\s*\(([^(),，]{0,40})[,，;]([^()]{0,40})\)\s*$/iu.exec(drawing) ?? [];
  const [below, above] = [first.trim(), second.trim()];
  if (kind === '' || below === '' || above === '') return lost;
  if (kind.toLowerCase() === 'f') return `${below}/${above}`;
  const signs = below.replace(/[☐口]/u, '□') + above;
  if (laid[signs] !== undefined) return laid[signs];
  if (!/^[○◯〇O△□]$/u.test(below)) return lost;
  return Array.from(ringed)[Number(above) - 1] ?? above;
}
