import { inflateSync } from 'node:zlib';
import { type Outlines, outlinesOf } from './sfnt.ts';

/** Objects of a file that have to do with fonts: their dictionaries, character maps and packed font programs, by number. */
export interface FontParts {
  readonly dictionaries: ReadonlyMap<number, string>;
  readonly maps: ReadonlyMap<number, string>;
  readonly programs: ReadonlyMap<number, Buffer>;
}

const largestProgram = 32 * 2 ** 20;
/** Font programs unpacked in all, for files put together from very many. */
const mostPrograms = 64 * 2 ** 20;

/**
 * Whether a font gives out other figures than it shows, as far as the file itself tells: by the names or numbers its glyphs have, by the
 * font's own table, or by outlines that cannot be of that figure. Only figures are looked at: in them a lie changes sums and days, and
 * no honest font has two shapes for one of them or one shape for two.
 */
export function lies({ dictionaries, maps, programs }: FontParts): boolean {
  let budget = mostPrograms;
  for (const font of dictionaries.values()) {
    const map = maps.get(referred(font, 'ToUnicode'));
    if (map === undefined) continue;
    if (liesPlainly(font, map)) return true;
    if (!/<(?:00)?3[0-9]>/u.test(map)) continue;
    const figures = figuresOf(map);
    if (figures.size === 0) continue;
    const named = /\/Subtype\s*\/Type0\b/u.test(font) ? numbersOf(font, dictionaries) : namesOf(font, dictionaries);
    if (disagree(figures, (code) => named.get(code))) return true;
    const [program, glyphOf] = programOf(font, dictionaries, programs);
    if (program === undefined || budget <= 0) continue;
    const outlines = unpacked(program);
    budget -= largestProgram / 8;
    if (outlines !== null && shapesDiffer(figures, outlines, glyphOf(outlines))) return true;
  }
  return false;
}

/** A font without a drawing of its own, which every reader shows by the standard encoding, gives out other letters or figures than those. */
function liesPlainly(font: string, map: string): boolean {
  if (!/\/Subtype\s*\/(?:Type1|TrueType)\b/u.test(font) || /\/FontDescriptor|\/Encoding\s+\d/u.test(font)) return false;
  for (const [, code = '', to = ''] of map.matchAll(/<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>/gu))
    if (/[0-9A-Za-z]/u.test(String.fromCharCode(hex(code))) && hex(to) !== hex(code)) return true;
  return false;
}

/** Codes that a character map (ToUnicode) gives as a figure 0…9. */
function figuresOf(map: string): Map<number, number> {
  const figures = new Map<number, number>();
  const put = (code: number, to: number): void => {
    if (to >= 0x30 && to <= 0x39) figures.set(code, to - 0x30);
  };
  for (const [, kind, body = ''] of map.matchAll(/begin(bfchar|bfrange)([\s\S]*?)endbf/gu)) {
    if (kind === 'bfchar')
      for (const [, code = '', to = ''] of body.matchAll(/<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{2,4})>/gu))
        put(hex(code), hex(to));
    else
      for (const [, from = '', end = '', to = '', list = ''] of body.matchAll(
        /<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*(?:<([0-9A-Fa-f]{2,4})>|\[([^\]]*)\])/gu,
      )) {
        const each = [...list.matchAll(/<([0-9A-Fa-f]+)>/gu)].map(([, one = '']) => hex(one));
        for (let code = hex(from); code <= Math.min(hex(end), hex(from) + 255); code++)
          put(code, to === '' ? (each[code - hex(from)] ?? 0) : hex(to) + code - hex(from));
      }
  }
  return figures;
}

/** Some agree and some do not: where none agrees, the other side counts in another way. */
function disagree(figures: ReadonlyMap<number, number>, other: (code: number) => number | undefined): boolean {
  let same = 0;
  let different = 0;
  for (const [code, figure] of figures) {
    const said = other(code);
    if (said === figure) same++;
    else if (said !== undefined) different++;
  }
  return different > 0 && same > 0;
}

/** In the character collections of Adobe for Chinese, Japanese and Korean, 17 to 26 are the figures. */
function numbersOf(font: string, dictionaries: FontParts['dictionaries']): Map<number, number> {
  const numbers = new Map<number, number>();
  const inner = dictionaries.get(referred(font, 'DescendantFonts')) ?? font;
  if (!/\/Identity-[HV]\b/u.test(font) || !/\/CIDFontType0\b/u.test(inner)) return numbers;
  if (/\/Ordering\s*\((?:GB1|CNS1|Japan1|Korea1)\)/u.test(inner))
    for (let figure = 0; figure < 10; figure++) numbers.set(17 + figure, figure);
  return numbers;
}

const figureNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Figures that a simple font's encoding names: by a table of names, else by a standard encoding, in which codes are ASCII. */
function namesOf(font: string, dictionaries: FontParts['dictionaries']): Map<number, number> {
  const names = new Map<number, number>();
  const encoding = dictionaries.get(referred(font, 'Encoding')) ?? font;
  const bare = !font.includes('/FontDescriptor') && !/\/Subtype\s*\/Type3/u.test(font);
  if (/\/(?:WinAnsi|MacRoman|Standard)Encoding\b/u.test(encoding) || (bare && !font.includes('/Encoding')))
    for (let figure = 0; figure < 10; figure++) names.set(0x30 + figure, figure);
  const listed = /\/Differences\s*\[([^\]]*)\]/u.exec(encoding)?.[1] ?? '';
  let code = 0;
  for (const [, number, name = ''] of listed.matchAll(/(\d+)|\/([^\s/[\]<>()]+)/gu)) {
    if (number !== undefined) code = Number(number);
    else {
      const figure = figureNames.indexOf(name);
      if (figure >= 0) names.set(code, figure);
      else names.delete(code);
      code++;
    }
  }
  return names;
}

type GlyphOf = (outlines: Outlines) => (code: number) => number | undefined;

/** The TrueType program of a font, packed, and how its codes lead to glyphs. */
function programOf(
  font: string,
  dictionaries: FontParts['dictionaries'],
  programs: FontParts['programs'],
): [Buffer | undefined, GlyphOf] {
  const whole = /\/Subtype\s*\/Type0\b/u.test(font);
  const inner = whole ? (dictionaries.get(referred(font, 'DescendantFonts')) ?? font) : font;
  const descriptor = dictionaries.get(referred(inner, 'FontDescriptor')) ?? inner;
  const program = programs.get(referred(descriptor, 'FontFile2'));
  if (!whole) return [program, (outlines) => (code) => outlines.codes.get(code)];
  const plainly = /\/Identity-[HV]\b/u.test(font) && !/\/CIDToGIDMap\s+\d/u.test(inner);
  return [plainly ? program : undefined, () => (code) => code];
}

function unpacked(program: Buffer): Outlines | null {
  try {
    return outlinesOf(inflateSync(program, { maxOutputLength: largestProgram }));
  } catch {
    return null;
  }
}

/** Closed lines without which a figure cannot be drawn. */
const fewestContours = [2, 1, 1, 1, 1, 1, 2, 1, 3, 2];

function shapesDiffer(
  figures: ReadonlyMap<number, number>,
  outlines: Outlines,
  glyphOf: (code: number) => number | undefined,
): boolean {
  const { characters } = outlines;
  const own = (code: number): number | undefined => {
    const of = [...(characters?.get(glyphOf(code) ?? -1) ?? [])].filter((one) => one >= 0x30 && one <= 0x39);
    return of.length === 1 ? (of[0] ?? 0) - 0x30 : undefined;
  };
  if (disagree(figures, own)) return true;
  const byShape = new Map<string, number>();
  const byFigure = new Map<number, string>();
  for (const [code, figure] of figures) {
    const glyph = glyphOf(code);
    const shape = glyph === undefined ? null : outlines.outline(glyph);
    // The box for a character the font lacks is seen to be none.
    if (glyph === undefined || shape === null || shape === '' || shape === outlines.outline(0)) continue;
    if ((byShape.get(shape) ?? figure) !== figure || (byFigure.get(figure) ?? shape) !== shape) return true;
    byShape.set(shape, figure);
    byFigure.set(figure, shape);
    if (outlines.contours(glyph) < (fewestContours[figure] ?? 1)) return true;
  }
  return false;
}

/** Number of the object a key refers to, alone or first in a list; -1 for none. */
function referred(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s*\\[?\\s*(\\d+)\\s+\\d+\\s+R`, 'u').exec(dictionary)?.[1] ?? -1);
}

function hex(text: string): number {
  return Number.parseInt(text, 16);
}
