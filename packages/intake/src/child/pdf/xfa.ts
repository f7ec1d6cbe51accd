import type { PageText } from '@anjuan/core';
import { unifyRadicals } from '@anjuan/core/radicals';
import { plainPage } from '../layout.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';

/** A piece of a form as pdf.js lays it out for a browser. */
export interface FormNode {
  readonly name?: string;
  readonly value?: string | null;
  readonly attributes?: {
    readonly class?: readonly string[] | string | null;
    readonly style?: Readonly<Record<string, unknown>> | null;
    readonly type?: string;
    readonly value?: unknown;
    readonly textContent?: unknown;
    readonly checked?: boolean;
    readonly selected?: boolean;
  } | null;
  readonly children?: readonly (FormNode | null)[] | null;
}

/** Pages of a form, and the deepest nesting in them, that are looked at. */
const mostPages = 200;
const deepest = 200;

/**
 * The words of a form that only programs of its maker draw (XFA): what is printed on it and what was filled in, as one page, since the file has no
 * pages of its own to show them on. Scripts in it do not run, so that it may show more or less than there. Null where there is nothing, or it
 * cannot be laid out.
 */
export async function formWords(bytes: Uint8Array, password: string | undefined): Promise<PageText | null> {
  const { document, close } = await openPdf(bytes, password, { forms: true });
  try {
    if (!document.isPureXfa) return null;
    const lines: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++)
      lines.push(...linesOf((await formOf(document, number)) ?? {}));
    return lines.length === 0 ? null : plainPage(1, lines.map(unifyRadicals));
  } finally {
    await close();
  }
}

async function formOf(document: PdfDocument, number: number): Promise<FormNode | null> {
  const page = await document.getPage(number);
  return (await page.getXfa()) as FormNode | null;
}

/** The lines of a form: what stands side by side in one, parted by two spaces. */
export function linesOf(node: FormNode, depth = 0): string[] {
  if (depth > deepest || isUnseen(node)) return [];
  const own = fieldIn(node);
  if (own !== null) return own === '' ? [] : own.split('\n');
  if (node.name === 'span' || node.name === '#text' || node.name === 'p') {
    const words = wordsIn(node, depth).trim();
    return words === '' ? [] : words.split('\n').filter((line) => line.trim() !== '');
  }
  const children = (node.children ?? []).filter((child) => child !== null);
  const isRow = /xfa(?:Row|Lr|Rl)/u.test(String(node.attributes?.class ?? ''));
  const rows = isRow ? [children] : rowsOf(children);
  return rows.flatMap((row) => {
    const cells = row.map((child) => linesOf(child, depth + 1)).filter((lines) => lines.length > 0);
    return cells.every((lines) => lines.length === 1) && cells.length > 1 ? [cells.flat().join('  ')] : cells.flat();
  });
}

/** Where pieces are put at places, those of one height make a row, from the left. */
function rowsOf(children: readonly FormNode[]): FormNode[][] {
  const placed = children.map((child) => ({ child, top: placeOf(child, 'top'), left: placeOf(child, 'left') }));
  if (placed.length < 2 || placed.some(({ top, left }) => top === null || left === null))
    return children.map((child) => [child]);
  placed.sort((a, b) => (a.top ?? 0) - (b.top ?? 0));
  const rows: (typeof placed)[] = [];
  for (const one of placed) {
    const row = rows.at(-1);
    if (row !== undefined && (one.top ?? 0) - (row[0]?.top ?? 0) < sameRow) row.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => row.sort((a, b) => (a.left ?? 0) - (b.left ?? 0)).map(({ child }) => child));
}

/** Pixels by which pieces of one row may lie apart. */
const sameRow = 10;

function placeOf({ attributes }: FormNode, side: string): number | null {
  const found = /^(-?\d+(?:\.\d+)?)px$/u.exec(String(attributes?.style?.[side] ?? ''))?.[1];
  return found === undefined ? null : Number(found);
}

function isUnseen({ attributes }: FormNode): boolean {
  const style = attributes?.style;
  return style?.display === 'none' || style?.visibility === 'hidden';
}

/** A field with its caption; null where the piece is none. What is filled in as a secret is left out. */
function fieldIn(node: FormNode): string | null {
  if (node.name !== 'label' && !isFilled(node)) return null;
  const input = isFilled(node) ? node : find(node, isFilled);
  const caption = isFilled(node) ? '' : wordsIn(node, 0).replace(/\s+/gu, ' ').trim();
  if (input === null) return caption;
  const { type, checked } = input.attributes ?? {};
  if (type === 'checkbox' || type === 'radio') return `${checked === true ? '☑' : '☐'}${caption}`;
  const value = type === 'password' ? '' : filledIn(input).trim();
  if (caption === '') return value;
  return /[:：]$/u.test(caption) ? caption + value : `${caption}：${value}`;
}

function isFilled({ name }: FormNode): boolean {
  return name === 'input' || name === 'textarea' || name === 'select';
}

function filledIn(input: FormNode): string {
  if (input.name !== 'select') return String(input.attributes?.value ?? input.attributes?.textContent ?? '');
  const chosen = (input.children ?? []).filter((option) => option?.attributes?.selected === true);
  return chosen.map((option) => option?.value ?? '').join('、');
}

function find(node: FormNode, is: (node: FormNode) => boolean, depth = 0): FormNode | null {
  if (depth > deepest) return null;
  for (const child of node.children ?? []) {
    if (child === null) continue;
    const found = is(child) ? child : find(child, is, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** What is printed in a piece, without what is filled in; paragraphs and breaks are lines. */
function wordsIn(node: FormNode, depth: number): string {
  if (depth > deepest || isFilled(node) || isUnseen(node)) return '';
  if (node.name === 'br') return '\n';
  const below = (node.children ?? []).map((child) => (child === null ? '' : wordsIn(child, depth + 1))).join('');
  return `${node.value ?? ''}${below}${node.name === 'p' ? '\n' : ''}`;
}
