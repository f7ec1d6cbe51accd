import { type Behind, behindIn } from './behind.ts';
import { bounded, type Drawing, drawingIn, endless } from './drawing.ts';
import { unpacked, type Withheld } from './filters.ts';
import { haveReady } from './inflate.ts';
import { lies } from './lies.ts';
import { isForm, isPicture, type Named, Names } from './names.ts';
import { nameIn } from './signer.ts';
import { packedObjects, plainObjects, type RawStream, streamsOf } from './streams.ts';

/** What the bytes of a PDF tell without opening it. */
export interface RawPdf {
  /** End of each saved state but the last: the file up to there is what it was before. */
  readonly revisions: readonly number[];
  /** Names of actions and attachments that occur: `JavaScript`, `Launch` and so on. */
  readonly actions: ReadonlySet<string>;
  readonly signers: readonly { readonly by: string; readonly at: string | null }[];
  /** Layers are switched off, or there are ways of painting without ink: what is drawn so is not shown. */
  readonly layered: boolean;
  /** What is drawn on the pages, by the number of the page's object; without those of which something could not be looked at. */
  readonly drawings: ReadonlyMap<number, Drawing>;
  /** Some page must be looked at closely. */
  readonly doubtful: boolean;
  /** There are papers' own fields, notes or hands laid over pages. */
  readonly laidOver: boolean;
  /** A font gives out other characters than it shows. */
  readonly lyingFont: boolean;
  /** Data of a page inflates beyond all measure. */
  readonly bomb: boolean;
  /** Encrypted: what of it is damaged shows only when it is read. */
  readonly sealed: boolean;
  /** Numbers of the objects whose data is damaged, pictures and fonts left aside. */
  readonly broken: ReadonlySet<number>;
  /** The end of the file is missing. */
  readonly cut: boolean;
  /** PDFs that stand one behind the other in it. */
  readonly joined: number;
  readonly behind: Behind;
  /** Words are drawn as the pattern of an area. */
  readonly patterned: boolean;
  /** Notes that show no words of theirs on the page. */
  readonly remarks: number;
  /** Notes that strike words of the page out, or mark them to be blacked out. */
  readonly strikes: number;
  /** A page names content that is not in the file, as far as one can see. */
  readonly lacking: boolean;
  /** There may be so many pages. */
  readonly leaves: number;
}

const actionNames = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'EmbeddedFile', 'RichMedia', 'XFA'];
const actionsNamed = new RegExp(`/(${actionNames.join('|')})`, 'gu');
const ofFonts = /\/(?:ToUnicode|FontDescriptor|FontFile2|CIDSystemInfo|Differences)\b/u;
/** What hangs on a page, with a drawing of its own (`AP`) or of a kind that readers draw without one. */
const ofOverlays = /\/AP\b|\/Subtype\s*\/(?:Widget|Ink|Stamp|FreeText|Square|Circle|Polygon)\b/u;
/** Of these, those that may be pictures, under which words lie unseen. */
const ofStamps = /\/Subtype\s*\/(?:Stamp|Watermark)\b/u;
const ofRemarks = /\/Subtype\s*\/(?:Text|Highlight|Underline|Squiggly|StrikeOut|Caret)\b/u;
const ofStrikes = /\/Subtype\s*\/(?:StrikeOut|Redact)\b/u;
const isPattern = /\/PatternType\s+1\b/u;
const mostOfPattern = 100_000;
const hasWords = /\/Contents\s*(?:\([^)]|<[^<>])/u;
const layersOff = /\/OFF\s*\[\s*\d|\/BaseState\s*\/OFF/u;
/** Ink that is hardly any, masks through which words are painted, and inks of which none is white. */
const littleInk = /\/ca\s+0*(?:\.0[0-5]?|0?\.?)(?![\d.])|\/S\s*\/(?:Luminosity|Alpha)\b|\/(?:Separation|DeviceN)\b/u;
const unpackedFirst = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/u;
const onlyDeflated = /\/Filter\s*(?:\/(?:FlateDecode|Fl)\b|\[\s*\/(?:FlateDecode|Fl)\s*\])/u;
const ofFiles = /\/FontFile|\/(?:CIDFontType0C|Type1C|OpenType|Length1|XML|XRef|EmbeddedFile)\b/u;
const largestScanned = 128 * 2 ** 20;
const mostUnpacked = 256 * 2 ** 20;
/** Of that, what is kept in hand until the pages are looked at. */
const mostKept = 8 * 2 ** 20;

/** Looks through the bytes once; streams that are no pictures or fonts are unpacked, up to a bound in all. */
export function lookThrough(bytes: Uint8Array): RawPdf {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const actions = new Set<string>();
  const note = (text: string): void => {
    for (const [, name = ''] of text.matchAll(actionsNamed)) actions.add(name);
  };
  const dictionaries = new Map<number, string>();
  const maps = new Map<number, string>();
  const programs = new Map<number, Buffer>();
  /** Null where two pages of one number show different things. */
  const contents = new Map<number, readonly number[] | null>();
  const streams = new Map<number, RawStream | null>();
  const kept = new Map<number, Buffer>();
  const names = new Names();
  let laidOver = false;
  let stamped = false;
  let layered = false;
  let bomb = false;
  let leaves = 1;
  let remarks = 0;
  let strikes = 0;
  let patterned = false;
  const broken = new Set<number>();
  const put = (page: number, parts: readonly number[]): void => {
    const known = contents.get(page);
    contents.set(page, known === undefined || known?.join() === parts.join() ? parts : null);
  };
  const look = (text: string, objects: () => Iterable<[number, string]>): void => {
    note(text);
    if (ofFonts.test(text))
      for (const [id, object] of objects()) if (ofFonts.test(object)) dictionaries.set(id, object);
    laidOver ||= ofOverlays.test(text);
    stamped ||= ofStamps.test(text);
    layered ||= layersOff.test(text) || littleInk.test(text);
    if (text.includes('/XObject')) names.take(text);
    if (text.includes('/Kids')) leaves += leavesIn(text);
    if (ofRemarks.test(text))
      for (const [, object] of objects()) if (ofRemarks.test(object) && hasWords.test(object)) remarks++;
    if (ofStrikes.test(text)) for (const [, object] of objects()) if (ofStrikes.test(object)) strikes++;
    if (isPage.test(text)) for (const [id, object] of objects()) if (isPage.test(object)) put(id, contentsOf(object));
  };
  let budget = file.length <= largestScanned ? mostUnpacked : 0;
  let room = mostKept;
  names.unsure = budget === 0;
  for (const stream of budget === 0 ? [] : streamsOf(file)) {
    const { id, head, content } = stream;
    look(head, () => plainObjects(head));
    if (id === 0) continue;
    if (/\/Length1\b/u.test(head)) programs.set(id, content);
    if (isPicture(head) || isForm(head)) names.put(stream);
    if (isPicture(head) || ofFiles.test(head)) continue;
    streams.set(id, streams.has(id) ? null : stream);
    const data = budget <= 0 ? 'long' : unpacked(content, head);
    if (data === 'broken' && unpackedFirst.test(head)) broken.add(id);
    if (data === 'bomb') bomb = true;
    const packs = head.includes('/ObjStm');
    if (typeof data === 'string') {
      names.unsure ||= packs;
      continue;
    }
    budget -= data.length;
    patterned ||= isPattern.test(head) && /\bT[jJ]\b/u.test(data.toString('latin1', 0, mostOfPattern));
    if (packs) {
      const text = data.toString('latin1');
      look(text, () => packedObjects(head, text));
      continue;
    }
    // A page may hold the words of a character map only to be taken for one: it is looked at in any case.
    if (data.includes('beginbf', 0, 'latin1')) maps.set(id, data.toString('latin1'));
    if (data.length > room) continue;
    // A small piece is unpacked into a larger one, which must not be kept with it.
    const own = data.buffer === content.buffer ? data : Buffer.from(new Uint8Array(data).buffer);
    kept.set(id, own);
    room -= own.length;
    if (onlyDeflated.test(head)) haveReady(content, own);
  }
  const drawings = new Map<number, Drawing>();
  let unread = mostUnpacked;
  const around = {
    what: (name: string): Named => names.what(name),
    spend: (bytes: number): boolean => {
      unread -= bytes;
      return unread >= 0;
    },
  };
  for (const [page, parts] of contents) {
    const own = (parts ?? [none]).map((id): Buffer | Withheld => {
      const stream = streams.get(id) ?? null;
      const data = stream === null ? 'foreign' : (kept.get(id) ?? unpacked(stream.content, stream.head));
      return typeof data === 'string' || around.spend(data.length) ? data : 'long';
    });
    if (own.includes('long')) drawings.set(page, endless);
    if (own.some((data) => typeof data === 'string')) continue;
    const content = Buffer.concat((own as Buffer[]).flatMap((part) => [gap, part]));
    drawings.set(page, bounded(drawingIn(content, around), content.length));
  }
  kept.clear();
  // Pages that stand in nothing that could be looked at are not known of.
  const unlooked = drawings.size === 0 || drawings.size < contents.size || contents.size < leaves;
  const sealed = file.includes('/Encrypt', 0, 'latin1');
  return {
    revisions: revisionsOf(file),
    actions,
    signers: signersOf(file),
    laidOver: laidOver || sealed,
    layered: layered || sealed,
    drawings,
    doubtful:
      layered || sealed || stamped || unlooked || [...drawings.values()].some((one) => one.doubtful || one.partial),
    bomb,
    // In an encrypted file nothing can be unpacked as it lies.
    broken: sealed ? new Set() : broken,
    sealed,
    cut: isCut(file),
    joined: joinedIn(file),
    behind: behindIn(file),
    remarks,
    strikes,
    patterned,
    lacking: budget > 0 && [...contents.values()].some((parts) => parts?.some((id) => !streams.has(id)) === true),
    leaves,
    lyingFont: lies({ dictionaries, maps, programs }),
  };
}

/** Between the parts a page's content is in. */
const gap = Buffer.from('\n');
/** Number of no object. */
const none = -1;
const isPage = /\/Type\s*\/Page\b/u;

/** Numbers of the objects that hold what a page shows. */
function contentsOf(page: string): number[] {
  const [, one, list = ''] = /\/Contents\s*(?:(\d+)\s+\d+\s+R|\[([^\]]*)\])/u.exec(page) ?? [];
  if (one !== undefined) return [Number(one)];
  return [...list.matchAll(/(\d+)\s+\d+\s+R/gu)].map(([, id]) => Number(id));
}

/** Kids that no further node of the page tree stands for, as far as one can see: too many where the file was changed. */
function leavesIn(text: string): number {
  let leaves = 0;
  for (const [, kids = ''] of text.matchAll(/\/Kids\s*\[([^\]]*)/gu)) leaves += (kids.match(/R\b/gu)?.length ?? 0) - 1;
  return leaves;
}

/** Objects after the last end mark, or no mark at all, are of a file that breaks off. */
function isCut(file: Buffer): boolean {
  const end = file.lastIndexOf('%%EOF', undefined, 'latin1');
  return end < 0 ? file.lastIndexOf('startxref', undefined, 'latin1') < 0 : file.indexOf(' obj', end, 'latin1') >= 0;
}

/** Where earlier states of the file end: the end marks but the last, without the first mark of a file laid out for the web. */
function revisionsOf(file: Buffer): number[] {
  const ends: number[] = [];
  for (
    let at = file.indexOf('%%EOF', 0, 'latin1');
    at >= 0 && ends.length < 1000;
    at = file.indexOf('%%EOF', at + 5, 'latin1')
  )
    ends.push(at + 5);
  const web = file.toString('latin1', 0, 2048).includes('/Linearized');
  const states = web ? ends.slice(1) : ends;
  // An end mark that no cross-reference follows any more closes nothing new.
  const last = states.at(-1);
  return last === undefined
    ? []
    : states.slice(0, -1).filter((end) => file.indexOf('startxref', end, 'latin1') >= 0 && closesState(file, end));
}

/** Whether an end mark closes a state of this file: one of another PDF that hangs in it, or stands before it, points to where nothing is. */
function closesState(file: Buffer, end: number): boolean {
  const from = file.lastIndexOf('startxref', end, 'latin1');
  const stated = /^startxref\s+(\d{1,12})\s+%%EOF/u.exec(file.toString('latin1', from, end))?.[1];
  if (from < 0 || stated === undefined) return false;
  // Places count from the head, before which some programs put more.
  const head = Math.max(0, file.subarray(0, 1024).indexOf('%PDF-', 0, 'latin1'));
  return [Number(stated), Number(stated) + head].some((at) =>
    /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/u.test(file.toString('latin1', at, at + 40)),
  );
}

/** PDFs that stand one behind the other in the file, as when several were joined like texts: only the last is read. */
function joinedIn(file: Buffer): number {
  let count = 1;
  for (let at = file.indexOf('%%EOF', 0, 'latin1'); at >= 0; at = file.indexOf('%%EOF', at + 5, 'latin1'))
    if (/^%%EOF\s*%PDF-\d/u.test(file.toString('latin1', at, at + 40))) count++;
  return count;
}

function signersOf(file: Buffer): { by: string; at: string | null }[] {
  const found: { by: string; at: string | null }[] = [];
  for (
    let at = file.indexOf('/ByteRange', 0, 'latin1');
    at >= 0 && found.length < 100;
    at = file.indexOf('/ByteRange', at + 1, 'latin1')
  ) {
    const begin = Math.max(0, file.lastIndexOf(' obj', at, 'latin1'));
    const end = file.indexOf('endobj', at, 'latin1');
    const dictionary = file.toString('latin1', begin, end < 0 ? at + 2 ** 17 : Math.min(end, begin + 2 ** 18));
    const [, hex = ''] = /\/Contents\s*<([0-9A-Fa-f\s]+)>/u.exec(dictionary) ?? [];
    const [, stated = ''] = /\/Name\s*\(([^)]{0,200})\)/u.exec(dictionary) ?? [];
    const [, year, month, day, hour, minute, second] =
      /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/u.exec(dictionary) ?? [];
    const by = nameIn(Buffer.from(hex.replace(/\s/gu, ''), 'hex')) || latin(stated);
    found.push({
      by,
      at: second === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`,
    });
  }
  return found;
}

/** A PDF text string: UTF-16 by its mark, else as it stands. */
function latin(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : text;
}
