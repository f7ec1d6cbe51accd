import { type Level, type List, type Lists, noLists } from '../docx/numbering.ts';
import { symbolOf } from '../docx/symbols.ts';

/** Formats of numbers, in the order of their numbers here, by their names in the newer format. */
const formats =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'.split(
    ' ',
  );
const kindBytes = 28;
const listBytes = 16;
const mostLists = 4096;

/** Reads how the lists of a paper are numbered ([MS-DOC] 2.9.131 and 2.9.150); paragraphs name them by their place, from 1. */
export function listsOf(kinds: Buffer, lists: Buffer): Lists {
  if (kinds.length < 2 || lists.length < 4) return noLists;
  const levels = kindsIn(kinds);
  const count = Math.min(lists.readUInt32LE(0), mostLists);
  const all = new Map<string, List>();
  let at = 4 + count * listBytes;
  for (let index = 0; index < count && 4 + (index + 1) * listBytes <= lists.length; index++) {
    const head = lists.subarray(4 + index * listBytes);
    const kind = head.readInt32LE(0);
    const starts = new Map<number, number>();
    const own = [...(levels.get(kind) ?? [])];
    const changes = head[12] ?? 0;
    at += 4;
    for (let change = 0; change < changes && at + 8 <= lists.length; change++) {
      const flags = lists.readUInt32LE(at + 4);
      const depth = flags & 0xf;
      if ((flags & 0x10) !== 0) starts.set(depth, lists.readInt32LE(at));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const { level, size } = levelAt(lists, at, depth);
      if (level !== null) own[depth] = level;
      at += size;
    }
    all.set(String(index + 1), { counts: String(kind), levels: own, starts });
  }
  return { ...noLists, lists: all };
}

function kindsIn(kinds: Buffer): Map<number, (Level | undefined)[]> {
  const count = Math.min(kinds.readUInt16LE(0), mostLists);
  const found = new Map<number, (Level | undefined)[]>();
  let at = 2 + count * kindBytes;
  for (let index = 0; index < count && 2 + (index + 1) * kindBytes <= kinds.length; index++) {
    const head = kinds.subarray(2 + index * kindBytes);
    const depths = ((head[26] ?? 0) & 1) === 1 ? 1 : 9;
    const levels: (Level | undefined)[] = [];
    for (let depth = 0; depth < depths; depth++) {
      const { level, size } = levelAt(kinds, at, depth);
      levels.push(level ?? undefined);
      at += size;
    }
    found.set(head.readInt32LE(0), levels);
  }
  return found;
}

function levelAt(bytes: Buffer, at: number, depth: number): { readonly level: Level | null; readonly size: number } {
  if (at + 30 > bytes.length) return { level: null, size: 0 };
  const format = bytes[at + 4] ?? 0;
  const flags = bytes[at + 5] ?? 0;
  const words = at + 28 + (bytes[at + 24] ?? 0) + (bytes[at + 25] ?? 0);
  if (words + 2 > bytes.length) return { level: null, size: 0 };
  const length = bytes.readUInt16LE(words);
  const text = bytes.toString('utf16le', words + 2, words + 2 + length * 2);
  const name = formats[format] ?? 'none';
  const level: Level = {
    start: bytes.readInt32LE(at),
    format: name === 'none' ? 'none' : name,
    text: name === 'bullet' ? bulletOf(text) : marked(text, format === 0xff),
    after: (['tab', 'space', 'nothing'] as const)[bytes[at + 15] ?? 0] ?? 'tab',
    restart: (flags & 8) !== 0 ? (bytes[at + 26] ?? 0) : depth,
    inFigures: (flags & 4) !== 0,
    style: null,
  };
  return { level, size: words + 2 + length * 2 - at };
}

/** The characters 0 to 8 stand for the number of a depth; one of no format shows none. */
function marked(text: string, mute: boolean): string {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code > 8 ? character : mute ? '' : `%${code + 1}`;
  }).join('');
}

/** Boxes before the lines of a form say something; dots and squares only lead the eye. The font is Wingdings as a rule. */
function bulletOf(text: string): string {
  const code = text.charCodeAt(0);
  const shown = text.length === 1 && code >= 0xf000 ? symbolOf('Wingdings', code.toString(16)) : text;
  return /^[□☐☑☒☓√✓✔✗✘×]$/u.test(shown) ? shown : '';
}
