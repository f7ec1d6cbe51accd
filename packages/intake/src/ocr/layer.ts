import type { FileNotice } from '@anjuan/core';

/** Below this likeness the words laid over a scan are taken to differ from what it shows. */
export const alike = 0.6;

/** 0…1: how many neighbouring pairs of characters two texts share, white space and punctuation left out. */
export function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const total = sum(left) + sum(right);
  if (total === 0) return 1;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / total;
}

function pairsOf(text: string): Map<string, number> {
  const dense = text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < dense.length; at++) {
    const pair = dense.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sum(pairs: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of pairs.values()) total += count;
  return total;
}

/** The two differ: the picture is what people see, so its words count. */
export function unlike(page: number, layer: string): FileNotice {
  return {
    kind: 'unlike',
    page,
    message: '此页图像上的字与文件附带的文字层不一致，按图像识别的文字检查，请对照原件核对',
    quote: layer.replace(/\s+/gu, ' ').slice(0, 200),
  };
}

/** Nothing is installed to read the picture with. */
export function unchecked(page: number): FileNotice {
  return {
    kind: 'unlike',
    page,
    message: '此页是扫描图像，文字取自文件附带的文字层，没有与图像核对（本机没有安装文字识别程序）',
  };
}
