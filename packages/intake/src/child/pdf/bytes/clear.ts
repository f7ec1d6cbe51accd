import { unpacked } from './filters.ts';
import type { RawStream } from './streams.ts';

/** How many pixels of a picture are asked whether they let through what is under them. */
const asked = 1000;

/** Whether some of the pixels let through what is under them; `alphas` stand in every `step`-th byte from `first`, and `full` is one that lets nothing. */
export function letsThrough(alphas: ArrayLike<number>, first = 0, step = 1, full = 255): boolean {
  const stride = Math.max(1, Math.floor(alphas.length / step / asked)) * step;
  for (let at = first; at < alphas.length; at += stride) if (alphas[at] !== full) return true;
  return false;
}

/** Whether the mask of a picture (ISO 32000-1, 11.6.5.3) lets through what is under it, for all one can tell without drawing it. */
export function maskLetsThrough({ head, content }: Pick<RawStream, 'head' | 'content'>): boolean {
  const number = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d+)`, 'u').exec(head)?.[1] ?? 0);
  if (number('BitsPerComponent') !== 8 || !/\/DeviceGray\b/u.test(head)) return false;
  const range = /\/Decode\s*\[\s*([\d.]+)\s+([\d.]+)\s*\]/u.exec(head)?.slice(1).map(Number) ?? [0, 1];
  const full = range[0] === 0 && range[1] === 1 ? 255 : range[0] === 1 && range[1] === 0 ? 0 : null;
  if (full === null || (/\/Decode\s*\[/u.test(head) && !/\/Decode\s*\[\s*[01][.0]*\s+[01][.0]*\s*\]/u.test(head)))
    return false;
  const alphas = unpacked(content, head);
  if (typeof alphas === 'string' || alphas.length !== number('Width') * number('Height')) return false;
  return letsThrough(alphas, 0, 1, full);
}
