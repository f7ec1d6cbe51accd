/** Properties of words, paragraphs and rows as they follow each other ([MS-DOC] 2.6): a code, and what it says. */
export function* propertiesIn(bytes: Buffer): Generator<readonly [code: number, value: Buffer]> {
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    at += 2;
    const size = sizeOf(code, bytes, at);
    const [skip, length] = size;
    if (at + skip + length > bytes.length) return;
    yield [code, bytes.subarray(at + skip, at + skip + length)];
    at += skip + length;
  }
}

const fixed = [1, 1, 2, 4, 2, 2, 0, 3];
const tableShape = 0xd608;
const tabs = 0xc615;

/** Bytes before a value, and of it. */
function sizeOf(code: number, bytes: Buffer, at: number): readonly [skip: number, length: number] {
  const length = fixed[code >>> 13] ?? 0;
  if (length > 0) return [0, length];
  if (code === tableShape) return at + 2 <= bytes.length ? [2, Math.max(0, bytes.readUInt16LE(at) - 1)] : [0, Infinity];
  const said = bytes[at] ?? 0;
  if (code !== tabs || said !== 255) return [1, said];
  const gone = bytes[at + 1] ?? 0;
  return [1, 2 + gone * 4 + (bytes[at + 2 + gone * 4] ?? 0) * 3];
}

/** What the properties of words say of whether anybody sees them, and of what stands in their place. */
export interface Look {
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly struck: boolean;
  readonly white: boolean;
  readonly shaded: boolean;
  readonly small: boolean;
  /** Who put them in or took them away, by number. */
  readonly author: number;
  /** Their font, by number. */
  readonly font: number;
  /** They stand for something that is no character. */
  readonly special: boolean;
  readonly symbol: { readonly font: number; readonly code: number } | null;
  /** Where in the stream of data what they stand for lies. */
  readonly place: number;
  /** That is the state of a field, no picture. */
  readonly field: boolean;
}

export const plainLook: Look = {
  hidden: false,
  deleted: false,
  inserted: false,
  struck: false,
  white: false,
  shaded: false,
  small: false,
  author: -1,
  font: -1,
  special: false,
  symbol: null,
  place: -1,
  field: false,
};

/** Half points of type that nobody can read. */
const unreadablySmall = 2;
const whiteByNumber = 8;
const blackByNumber = 1;

/** How words look with these properties over what their style says. */
export function lookOver(style: Look, bytes: Buffer): Look {
  const look: { -readonly [key in keyof Look]: Look[key] } = { ...style };
  /** 128 leaves a property as the style has it, 129 turns it over. */
  const switched = (value: number, own: boolean): boolean => (value < 2 ? value === 1 : own !== (value === 129));
  for (const [code, value] of propertiesIn(bytes)) {
    const first = value[0] ?? 0;
    switch (code) {
      case 0x0800:
        look.deleted = first !== 0;
        break;
      case 0x0801:
        look.inserted = first !== 0;
        break;
      case 0x083c:
        look.hidden = switched(first, style.hidden);
        break;
      case 0x0837:
      case 0x2a53:
        look.struck = switched(first, style.struck);
        break;
      case 0x2a42:
        look.white = first === whiteByNumber;
        break;
      case 0x6870:
        look.white = value[3] === 0 && value.subarray(0, 3).every((part) => part >= 0xf4);
        break;
      case 0x2a0c:
        look.shaded = first !== 0 && first !== whiteByNumber;
        break;
      case 0x4866:
        look.shaded ||= isShaded80(value.readUInt16LE(0));
        break;
      case 0xca71:
        look.shaded ||= isShaded(value);
        break;
      case 0x4a43:
        look.small = value.readUInt16LE(0) <= unreadablySmall;
        break;
      case 0x4804:
      case 0x4863:
        look.author = value.readUInt16LE(0);
        break;
      case 0x4a4f:
        look.font = value.readUInt16LE(0);
        break;
      case 0x0855:
        look.special = first !== 0;
        break;
      case 0x6a09:
        look.symbol = { font: value.readUInt16LE(0), code: value.readUInt16LE(2) };
        break;
      case 0x6a03:
        look.place = value.readInt32LE(0);
        break;
      case 0x0806:
        look.field = first !== 0;
        break;
      default:
        break;
    }
  }
  return look;
}

/** A ground in the older form: colours by number, and a pattern. */
function isShaded80(value: number): boolean {
  const [back, pattern] = [(value >>> 5) & 0x1f, value >>> 10];
  return pattern !== 0 ? value !== 0xffff : back >= blackByNumber && back !== whiteByNumber;
}

/** A ground in the newer form: fore and back as colours, and a pattern. */
function isShaded(value: Buffer): boolean {
  if (value.length < 10) return false;
  const pattern = value.readUInt16LE(8);
  const back = value.subarray(4, 8);
  return (pattern !== 0 && pattern !== 0xffff) || (back[3] === 0 && back.subarray(0, 3).some((part) => part < 0xf4));
}

/** What the properties of a paragraph say of where it stands. */
export interface Standing {
  /** Tables it stands in, one in the other. */
  readonly depth: number;
  /** It is the end of a row. */
  readonly endsRow: boolean;
  /** It is the end of a cell of a table within a table. */
  readonly endsInnerCell: boolean;
  readonly breakBefore: boolean;
  readonly centred: boolean;
  readonly shaded: boolean;
  /** Its place in the lists of the file: number, 0 for none, and depth; null where only its style tells. */
  readonly list: number | null;
  readonly level: number | null;
  /** Edges of the cells of the row it ends, the left one first, and which of them go on with the cell above. */
  readonly edges: readonly number[] | null;
  readonly continued: readonly boolean[];
}

export const plainStanding: Standing = {
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  breakBefore: false,
  centred: false,
  shaded: false,
  list: null,
  level: null,
  edges: null,
  continued: [],
};

/** The other properties of a paragraph may lie in the stream of data, where they are too many. */
const huge = new Set([0x6645, 0x6646]);
const mostDeep = 20;

export function standingOver(style: Standing, bytes: Buffer, data: Buffer, within = 0): Standing {
  const standing: { -readonly [key in keyof Standing]: Standing[key] } = { ...style };
  for (const [code, value] of propertiesIn(bytes)) {
    const first = value[0] ?? 0;
    if (huge.has(code) && within === 0) {
      const at = value.readUInt32LE(0);
      if (at + 2 <= data.length) {
        const more = data.subarray(at + 2, at + 2 + data.readUInt16LE(at));
        Object.assign(standing, standingOver(standing, more, data, 1));
      }
      continue;
    }
    switch (code) {
      case 0x2416:
        standing.depth = first === 0 ? 0 : Math.max(1, standing.depth);
        break;
      case 0x6649:
        standing.depth = Math.min(mostDeep, Math.max(0, value.readInt32LE(0)));
        break;
      case 0x2417:
      case 0x244c:
        standing.endsRow ||= first !== 0;
        break;
      case 0x244b:
        standing.endsInnerCell = first !== 0;
        break;
      case 0x2407:
        standing.breakBefore = first !== 0;
        break;
      case 0x2403:
      case 0x2461:
        standing.centred = first === 1;
        break;
      case 0x442d:
        standing.shaded = isShaded80(value.readUInt16LE(0));
        break;
      case 0xc64d:
        standing.shaded = isShaded(value);
        break;
      case 0x460b:
        standing.list = value.readInt16LE(0);
        break;
      case 0x260a:
        standing.level = first;
        break;
      case tableShape:
        Object.assign(standing, cellsIn(value));
        break;
      default:
        break;
    }
  }
  return standing;
}

function cellsIn(value: Buffer): Pick<Standing, 'edges' | 'continued'> {
  const count = value[0] ?? 0;
  if (count === 0 || count > 64 || 1 + (count + 1) * 2 > value.length) return { edges: null, continued: [] };
  const edges = Array.from({ length: count + 1 }, (_, index) => value.readInt16LE(1 + index * 2));
  const from = 1 + (count + 1) * 2;
  // Merged downwards, and not the first to be so.
  const continued = Array.from({ length: count }, (_, index) => {
    const at = from + index * 20;
    return at + 2 <= value.length && (value.readUInt16LE(at) & 0x60) === 0x20;
  });
  return { edges, continued };
}
