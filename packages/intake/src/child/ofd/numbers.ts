import type { Matrix } from '../../drawing.ts';
import type { Element } from '../xml.ts';

/** Numbers parted by white space; anything else counts as 0. */
export function numbers(text: string | undefined): number[] {
  if (text === undefined) return [];
  return text
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map(number);
}

export function number(text: string | undefined): number {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : 0;
}

/** `x y width height`, by GB/T 33190; null when it is not there or makes no box. */
export function boxOf(text: string | undefined): { x: number; y: number; width: number; height: number } | null {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(text);
  return text === undefined || numbers(text).length < 4 ? null : { x, y, width, height };
}

export function matrixOf(text: string | undefined): Matrix | null {
  const [a, b, c, d, e, f] = numbers(text);
  return a === undefined || b === undefined || c === undefined || d === undefined ? null : [a, b, c, d, e ?? 0, f ?? 0];
}

/** Offsets between characters; `g n v` stands for n times v. */
export function deltas(text: string | undefined, most: number): number[] {
  const parts = (text ?? '').trim().split(/\s+/u);
  const found: number[] = [];
  for (let at = 0; at < parts.length && found.length < most; at++) {
    if (parts[at] === 'g') {
      const times = Math.min(number(parts[at + 1]), most - found.length);
      for (let index = 0; index < times; index++) found.push(number(parts[at + 2]));
      at += 2;
    } else if (parts[at] !== '') found.push(number(parts[at]));
  }
  return found;
}

/** Colour in `#rrggbb`; values are decimal or `#` hexadecimal, one for grey, three for RGB, four for CMYK. */
export function colourOf(element: Element | undefined): string | null {
  if (element === undefined) return null;
  const parts = (element.attributes.Value ?? '')
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part)))
    .map((value) => (Number.isFinite(value) ? Math.min(255, Math.max(0, value)) : 0));
  if (parts.length === 0) return element.children.length > 0 ? '#808080' : '#000000';
  const [a = 0, b = a, c = a, d] = parts;
  const rgb = d === undefined ? [a, b, c] : [a, b, c].map((ink) => 255 * (1 - ink / 255) * (1 - d / 255));
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** SVG path data of `AbbreviatedData` (M S L Q B A C); what is no such command ends it. */
export function pathOf(data: string): string {
  const parts = data.trim().split(/\s+/u);
  const counts: Readonly<Record<string, readonly [letter: string, numbers: number]>> = {
    M: ['M', 2],
    S: ['M', 2],
    L: ['L', 2],
    Q: ['Q', 4],
    B: ['C', 6],
    A: ['A', 7],
    C: ['Z', 0],
  };
  const out: string[] = [];
  let at = 0;
  while (at < parts.length) {
    const command = counts[parts[at] ?? ''];
    if (command === undefined) break;
    const [letter, count] = command;
    const values = parts.slice(at + 1, at + 1 + count).map(Number);
    if (values.length < count || values.some((value) => !Number.isFinite(value))) break;
    out.push(letter, ...values.map(String));
    at += 1 + count;
  }
  return out.join(' ');
}
