import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fact, FileText, ListItem, PageText } from '@anjuan/core';
import { readFiles } from '@anjuan/intake';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { sharedPath } from '../../test/shared.ts';
import { Random } from './random.ts';
import type { Truth } from './tally.ts';
import { wear, wearOf } from './worn.ts';

export interface RealText {
  readonly name: string;
  readonly text: string;
}

/** Real texts of the folder `REAL` (or of those beside the checkout: the filled-in ones), as many as asked, chosen by the seed. */
export function realTexts(seed: number, most: number): readonly RealText[] {
  const folder = process.env.REAL ?? sharedPath('real');
  if (folder === null) return [];
  const random = new Random(seed);
  return readdirSync(folder)
    .filter((name) => (process.env.REAL === undefined ? /^0\d\d.*\.txt$/u : /\.txt$/u).test(name))
    .sort()
    .map((name) => ({ name, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, most)
    .map(({ name }) => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/^#.*\n/gmu, '') }));
}

/** Each text printed in a font, size and width of its own, worn and scanned at 200 or 300 dpi, and read as intake reads any scan. */
export async function readWorn(texts: readonly RealText[], seed: number): Promise<readonly FileText[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-bench-'));
  try {
    const read = await readFiles(scanTexts(texts, seed, folder));
    return texts.map((text, index) => {
      const own = read.filter((file) => file.name.startsWith(`${String(index).padStart(4, '0')}-`));
      const pages = own.flatMap((file) => file.pages).map((page, at): PageText => ({ ...page, number: at + 1 }));
      return { name: text.name, sha256: '', format: 'image', pages };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pictures of the pages, in the folder. */
function scanTexts(
  texts: readonly RealText[],
  seed: number,
  folder: string,
): { name: string; path: string; size: number }[] {
  const random = new Random(seed);
  const fonts = fontsHere();
  return texts.flatMap(({ text }, index) => {
    const how = wearOf(random);
    const layout = {
      font: random.pick(fonts),
      points: random.pick([12, 14, 15, 16]),
      margin: random.pick([22, 26, 31]),
      apart: random.pick([1.5, 1.75, 2]),
    };
    const sealed = random.chance(0.6);
    const pages = print(text, layout, how.dpi);
    return pages.map(({ canvas, last }, page) => {
      const seal = sealed && page === pages.length - 1 ? last : null;
      const bytes = wear(canvas, how, seal, seed + index * 31 + page);
      const name = `${String(index).padStart(4, '0')}-${page}.jpg`;
      writeFileSync(path.join(folder, name), bytes);
      return { name, path: path.join(folder, name), size: bytes.length };
    });
  });
}

/** Chinese fonts of this machine, and those of the folder `FONTS`. */
function fontsHere(): readonly string[] {
  if (process.env.FONTS !== undefined) GlobalFonts.loadFontsFromDir(process.env.FONTS);
  const known = ['AR PL UMing CN', 'AR PL UKai CN', 'Noto Serif CJK SC', 'Noto Sans CJK SC'];
  const here = new Set(GlobalFonts.families.map(({ family }) => family));
  const found = known.filter((font) => here.has(font));
  if (found.length === 0)
    throw new Error(
      `none of ${known.join(', ')} is here: apt-get install fonts-arphic-uming fonts-arphic-ukai, or FONTS=folder`,
    );
  return found;
}

interface Layout {
  readonly font: string;
  readonly points: number;
  /** Millimetres at left and right. */
  readonly margin: number;
  readonly apart: number;
}

interface Printed {
  readonly canvas: Canvas;
  /** The middle of the last line of print. */
  readonly last: { readonly x: number; readonly y: number };
}

/** A4 pages of the text as word processors set it: a title in the middle, paragraphs two characters in. */
function print(text: string, layout: Layout, dpi: number): Printed[] {
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)];
  const size = Math.round((layout.points * dpi) / 72);
  const margin = Math.round((layout.margin * dpi) / 25.4);
  const pages: { canvas: Canvas; last: { x: number; y: number } }[] = [];
  let context: SKRSContext2D | null = null;
  let y = 0;
  const put = (line: string, x: number): void => {
    if (context === null || y > height - margin) {
      const canvas = createCanvas(width, height);
      context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#000';
      context.font = `${size}px "${layout.font}"`;
      y = margin + size;
      pages.push({ canvas, last: { x: 0, y: 0 } });
    }
    context.fillText(line, x, y);
    const page = pages.at(-1);
    if (page !== undefined && line !== '') page.last = { x: x + context.measureText(line).width / 2, y: y - size / 2 };
    y += size * layout.apart;
  };
  const widthOf = (line: string): number =>
    context?.measureText(line).width ?? [...line].reduce((sum, one) => sum + (one < '\x7f' ? size / 2 : size), 0);
  for (const [at, raw] of text.trim().split('\n').entries()) {
    const row = raw.trim();
    if (row === '') continue;
    if (at === 0 && row.length < 24) {
      put(row, (width - widthOf(row)) / 2);
      continue;
    }
    const isDay = /^[\d〇○零一二三四五六七八九十]{4}\s*年.{1,6}月.{1,4}日$/u.test(row);
    if (isDay) {
      put(row, width - margin - widthOf(row) - 2 * size);
      continue;
    }
    let line = '';
    let x = margin + 2 * size;
    for (const piece of row.match(/[\x21-\x7e]+|[\s\S]/gu) ?? []) {
      if (x + widthOf(line + piece) > width - margin && line !== '' && !/^[，。、；：）》”,.;:)]/u.test(piece)) {
        put(line, x);
        line = '';
        x = margin;
      }
      line += piece;
    }
    put(line, x);
  }
  return pages;
}

/** What publication put in place of a name or an address: no file a recogniser is given has it. */
const MASKED = /[*×]|X{2}|x{2}|某/u;

/** Lists within an element of which each is compared. */
const TOLD_SINGLY: ReadonlySet<string> = new Set(['officers', 'certificates']);

/** Values a rule may read, as {@link Truth} tells them: what the text itself gives is what its scan should. */
export function truthOf(facts: Readonly<Record<string, Fact>>): Truth {
  const truth: Record<string, string | number | boolean | (string | number)[]> = {};
  for (const [name, { value, confidence }] of Object.entries(facts)) {
    if ((confidence ?? 1) < 0.5 || value === null || MASKED.test(String(value))) continue;
    if (!Array.isArray(value)) truth[name] = value as string | number | boolean;
    else addList(truth, name, value as readonly (string | ListItem)[]);
  }
  return truth;
}

function addList(
  truth: Record<string, string | number | boolean | (string | number)[]>,
  name: string,
  values: readonly (string | ListItem)[],
): void {
  const add = (key: string, value: string | number): void => {
    truth[key] = [...((truth[key] as (string | number)[] | undefined) ?? []), value];
  };
  for (const one of values) {
    if (typeof one !== 'object') add(name, one);
    else if ((one.confidence ?? 1) < 0.5) continue;
    else if (one.article !== undefined && one.article !== null)
      add(name, `${one.law} ${one.article}.${one.paragraph ?? ''}.${one.item ?? ''}`);
    else if (one.law === undefined && name.endsWith('[]'))
      for (const [field, value] of Object.entries(one))
        if (TOLD_SINGLY.has(field)) for (const each of value as readonly string[]) add(`${name}.${field}`, each);
        else if (
          field !== 'confidence' &&
          (typeof value === 'number' || (typeof value === 'string' && !MASKED.test(value)))
        )
          add(`${name}.${field}`, value);
  }
}
