import {
  type Look,
  lookOver,
  plainLook,
  plainStanding,
  propertiesIn,
  type Standing,
  standingOver,
} from './properties.ts';

/** How the words and paragraphs of a style stand, by its number. */
export interface Style {
  readonly look: Look;
  readonly standing: Standing;
}

interface Own {
  readonly base: number;
  readonly characters: Buffer;
  readonly paragraph: Buffer;
}

const nothing = Buffer.alloc(0);
const none = 0xfff;
const deepest = 20;
/** Kinds of styles: others are of tables and of lists. */
const [ofParagraphs, ofCharacters] = [1, 2];

/** Reads the styles of a paper ([MS-DOC] 2.9.271); gives for each number what it and those it is based on say. */
export function stylesIn(sheet: Buffer): (style: number) => Style {
  const own = ownIn(sheet);
  const known = new Map<number, Style>();
  const styleOf = (number: number, depth = 0): Style => {
    const met = known.get(number);
    if (met !== undefined) return met;
    const said = own[number];
    const plain = { look: plainLook, standing: plainStanding };
    if (said === undefined || depth > deepest) return plain;
    const base = said.base === none ? plain : styleOf(said.base, depth + 1);
    const style = {
      look: lookOver(base.look, said.characters),
      standing: standingOver(base.standing, said.paragraph, nothing),
    };
    known.set(number, style);
    return style;
  };
  return styleOf;
}

/** The style of characters that words name; -1 for none. */
export function namedStyle(properties: Buffer): number {
  for (const [code, value] of propertiesIn(properties)) if (code === 0x4a30) return value.readUInt16LE(0);
  return -1;
}

function ownIn(sheet: Buffer): (Own | undefined)[] {
  const all: (Own | undefined)[] = [];
  if (sheet.length < 8) return all;
  const headBytes = sheet.readUInt16LE(0);
  const [count, baseBytes] = [sheet.readUInt16LE(2), sheet.readUInt16LE(4)];
  let at = 2 + headBytes;
  for (let number = 0; number < count && at + 2 <= sheet.length; number++) {
    const size = sheet.readUInt16LE(at);
    all.push(size < 10 ? undefined : oneIn(sheet.subarray(at + 2, at + 2 + size), baseBytes));
    at += 2 + size + (size & 1);
  }
  return all;
}

function oneIn(style: Buffer, baseBytes: number): Own | undefined {
  if (style.length < baseBytes + 2) return undefined;
  const [kind, base] = [style.readUInt16LE(2) & 0xf, style.readUInt16LE(2) >>> 4];
  let at = baseBytes + 2 + style.readUInt16LE(baseBytes) * 2 + 2;
  const next = (): Buffer => {
    if (at + 2 > style.length) return nothing;
    const size = style.readUInt16LE(at);
    const found = style.subarray(at + 2, at + 2 + size);
    at += 2 + size + (size & 1);
    return found;
  };
  if (kind === ofCharacters) return { base, characters: next(), paragraph: nothing };
  if (kind !== ofParagraphs) return { base, characters: nothing, paragraph: nothing };
  const paragraph = next().subarray(2);
  return { base, paragraph, characters: next() };
}
