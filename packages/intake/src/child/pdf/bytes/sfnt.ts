/** What an embedded TrueType font (OpenType 1.9) tells of its glyphs without drawing them. */
export interface Outlines {
  /** Bytes of a glyph's outline as text; '' for none, null where there is no such glyph or it is put together from others. */
  outline(glyph: number): string | null;
  /** Closed lines the glyph consists of. */
  contours(glyph: number): number;
  /** Characters the font's own Unicode table gives the glyph; null when it has no such table. */
  readonly characters: ReadonlyMap<number, ReadonlySet<number>> | null;
  /** Glyph of a code in a font without Unicode: by the Macintosh or the symbol table. */
  readonly codes: ReadonlyMap<number, number>;
}

/** Reads the tables of a font; null for any other kind of font and for a damaged one. */
export function outlinesOf(file: Buffer): Outlines | null {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const mostGlyphs = 65_536;

function read(file: Buffer): Outlines | null {
  const version = file.readUInt32BE(0);
  if (version !== 0x00010000 && version !== 0x74727565) return null;
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    const from = file.readUInt32BE(at + 8);
    tables.set(file.toString('latin1', at, at + 4), file.subarray(from, from + file.readUInt32BE(at + 12)));
  }
  const [head, places, glyphs] = [tables.get('head'), tables.get('loca'), tables.get('glyf')];
  if (head === undefined || places === undefined || glyphs === undefined) return null;
  const long = head.readInt16BE(50) === 1;
  const place = (glyph: number): number => (long ? places.readUInt32BE(glyph * 4) : places.readUInt16BE(glyph * 2) * 2);
  const count = Math.min(mostGlyphs, places.length / (long ? 4 : 2) - 1);
  const bytesOf = (glyph: number): Buffer | null =>
    glyph >= 0 && glyph < count ? glyphs.subarray(place(glyph), place(glyph + 1)) : null;
  return {
    outline: (glyph) => {
      const bytes = bytesOf(glyph);
      if (bytes === null || (bytes.length > 2 && bytes.readInt16BE(0) < 0)) return null;
      return bytes.toString('latin1');
    },
    contours: (glyph) => {
      const bytes = bytesOf(glyph);
      return bytes === null || bytes.length < 2 ? 0 : bytes.readInt16BE(0);
    },
    ...mappings(tables.get('cmap')),
  };
}

function mappings(table: Buffer | undefined): Pick<Outlines, 'characters' | 'codes'> {
  const characters = new Map<number, Set<number>>();
  const codes = new Map<number, number>();
  let unicode = false;
  for (let index = 0; table !== undefined && index < table.readUInt16BE(2); index++) {
    const at = 4 + index * 8;
    const [platform, encoding] = [table.readUInt16BE(at), table.readUInt16BE(at + 2)];
    const part = table.subarray(table.readUInt32BE(at + 4));
    if ((platform === 3 && (encoding === 1 || encoding === 10)) || platform === 0) {
      unicode = true;
      for (const [code, glyph] of pairsOf(part)) characters.set(glyph, (characters.get(glyph) ?? new Set()).add(code));
    } else if ((platform === 3 && encoding === 0) || platform === 1)
      for (const [code, glyph] of pairsOf(part)) codes.set(platform === 3 ? code & 0xff : code, glyph);
  }
  return { characters: unicode ? characters : null, codes };
}

/** Codes of the digits with their glyphs; the formats in use for them are 0, 4, 6 and 12. */
function* pairsOf(table: Buffer): Generator<[code: number, glyph: number]> {
  const format = table.readUInt16BE(0);
  if (format === 0) for (let code = 0; code < 256; code++) yield [code, table.readUInt8(6 + code)];
  else if (format === 6) {
    const first = table.readUInt16BE(6);
    for (let index = 0; index < table.readUInt16BE(8); index++)
      yield [first + index, table.readUInt16BE(10 + index * 2)];
  } else if (format === 12) {
    for (let index = 0; index < Math.min(table.readUInt32BE(12), mostGlyphs); index++) {
      const at = 16 + index * 12;
      const [from, to, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
      for (let code = from; code <= Math.min(to, from + mostGlyphs); code++) yield [code, glyph + code - from];
    }
  } else if (format === 4) yield* segmentsOf(table);
}

function* segmentsOf(table: Buffer): Generator<[code: number, glyph: number]> {
  const twice = table.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + twice * 2 + at);
    const place = 16 + twice * 3 + at;
    const offset = table.readUInt16BE(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : table.readUInt16BE(place + offset + (code - start) * 2);
      if (glyph !== 0) yield [code, (glyph + delta) & 0xffff];
    }
  }
}
