import { Buffer } from 'node:buffer';

/** A part of a message: what its head says, and its bytes as they were before they were written out for the mail. */
export interface Part {
  /** Such as `text/html`; empty where nothing is said. */
  readonly type: string;
  readonly charset: string | null;
  /** What the file is called that it carries; null for one without a name. */
  readonly name: string | null;
  /** Parts of the same number say the same in other forms; null for one that stands alone. */
  readonly choice: number | null;
  readonly bytes: Buffer;
}

/** What a message is made of; `whole` is false where it breaks off, or goes deeper or on longer than any mail does. */
export interface Message {
  readonly head: (name: string) => string;
  readonly parts: readonly Part[];
  readonly whole: boolean;
}

const deepest = 8;
const mostParts = 1000;

/** The parts of a message (RFC 2045, 2046), of messages in it as well, in their order. */
export function messageOf(bytes: Buffer): Message {
  const parts: Part[] = [];
  const whole = take(bytes, 0, parts, null);
  return { head: headIn(bytes), parts, whole };
}

/** What the head of a message says. */
export function headIn(bytes: Buffer): (name: string) => string {
  return headOf(bytes.toString('latin1', 0, longestHead).split(/\r?\n\r?\n/u, 1)[0] ?? '');
}

/** Adds the parts of a message to those found; false where something of it is not there. */
function take(bytes: Buffer, depth: number, parts: Part[], choice: number | null): boolean {
  const end = headEnd(bytes);
  if (end === null || depth > deepest || parts.length >= mostParts)
    return bytes.length < longestHead && bytes.toString('latin1').trim() === '';
  const head = bytes.toString('latin1', 0, Math.min(end.from, longestHead));
  const said = headOf(head);
  // The mark between parts stands in no head: what was to part them is gone.
  const torn = /^--/mu.test(head);
  const body = bytes.subarray(end.to);
  const type = said('content-type');
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const mark = parameter(type, 'boundary');
  if (kind.startsWith('multipart/') && mark !== null) {
    const { pieces, closed } = partedBy(`--${mark}`, body);
    const of = kind === 'multipart/alternative' ? (choice ?? parts.length) : choice;
    const sound = pieces.map((piece) => take(piece, depth + 1, parts, of));
    return closed && !torn && sound.every(Boolean);
  }
  if (kind === 'message/rfc822') {
    const from = body.findIndex((byte) => byte !== 10 && byte !== 13 && byte !== 32 && byte !== 9);
    return take(body.subarray(Math.max(0, from)), depth + 1, parts, null);
  }
  // So do parts of which the head no longer tells what parts them.
  const runsOn = /^--\S.{0,200}\r?\nContent-[A-Z]/imu.test(body.toString('latin1', 0, looked));
  const name = parameter(said('content-disposition'), 'filename') ?? parameter(type, 'name');
  const { bytes: own, sound } = plain(body, said('content-transfer-encoding'));
  parts.push({
    type: kind,
    charset: parameter(type, 'charset'),
    name: name === null ? null : inWords(name),
    choice,
    bytes: own,
  });
  return !torn && !runsOn && sound;
}

const longestHead = 65_536;
const looked = 8192;

/** Where a head ends and what it is the head of begins: at the first empty line. */
function headEnd(bytes: Buffer): { readonly from: number; readonly to: number } | null {
  if (bytes[0] === 10) return { from: 0, to: 1 };
  if (bytes[0] === 13 && bytes[1] === 10) return { from: 0, to: 2 };
  const [bare, full] = [bytes.indexOf('\n\n', 0, 'latin1'), bytes.indexOf('\n\r\n', 0, 'latin1')];
  if (bare < 0 && full < 0) return null;
  return full < 0 || (bare >= 0 && bare < full) ? { from: bare, to: bare + 2 } : { from: full, to: full + 3 };
}

/** What stands between lines that begin with a mark, and whether a last one closes it. */
function partedBy(mark: string, body: Buffer): { readonly pieces: readonly Buffer[]; readonly closed: boolean } {
  const pieces: Buffer[] = [];
  let from = -1;
  for (let at = body.indexOf(mark, 0, 'latin1'); at >= 0; at = body.indexOf(mark, at + mark.length, 'latin1')) {
    const behind = body.toString('latin1', at + mark.length, at + mark.length + 200);
    const line = /^(--)?[ \t]*(?:\r?\n|$)/u.exec(behind);
    if ((at > 0 && body[at - 1] !== 10) || line === null) continue;
    const end = at - (body[at - 1] === 10 ? (body[at - 2] === 13 ? 2 : 1) : 0);
    if (from >= 0) pieces.push(body.subarray(from, Math.max(from, end)));
    if (line[1] !== undefined) return { pieces, closed: true };
    from = at + mark.length + line[0].length;
    if (pieces.length >= mostParts) return { pieces, closed: false };
  }
  return { pieces: from < 0 ? pieces : [...pieces, body.subarray(from)], closed: false };
}

/** Fields of a head by their names; a line that begins with a blank goes on with the one before. */
function headOf(head: string): (name: string) => string {
  const lines = head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
  return (name) =>
    lines
      .find((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
      ?.slice(name.length + 1)
      .trim() ?? '';
}

/** A parameter of a field, put together where it is parted and decoded where it says so (RFC 2231). */
function parameter(field: string, name: string): string | null {
  const found = [
    ...field.matchAll(/;\s*([\w-]+)(?:\*(\d{1,3}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|([^\s;"]{1,2000}))/gu),
  ]
    .filter(([, own = '']) => own.toLowerCase() === name)
    .sort((one, other) => Number(one[2] ?? 0) - Number(other[2] ?? 0));
  if (found.length === 0) return null;
  const [, , , coded] = found[0] ?? [];
  const value = found.map(([, , , , quoted, bare]) => quoted?.replace(/\\(.)/gu, '$1') ?? bare ?? '').join('');
  if (coded === undefined) return value;
  const [, charset = 'utf-8', , rest = value] = /^([\w-]*)'([\w-]*)'(.*)$/su.exec(value) ?? [];
  return decoded(unescaped(rest, '%'), charset);
}

/** Words of a head, of which some are written out for the mail (RFC 2047), and others stand in the bytes of their own encoding. */
export function inWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/gu, '?==?');
  const words = joined.replace(
    /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]{0,4000})\?=/giu,
    (_, charset: string, how: string, data: string) =>
      decoded(
        how.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : unescaped(data.replaceAll('_', ' '), '='),
        charset,
      ),
  );
  return /[\u0080-\u00ff]/u.test(words) && !/[\u0100-\uffff]/u.test(words)
    ? decoded(Buffer.from(words, 'latin1'), null)
    : words;
}

/** Bytes in the encoding they are said to have, or the one of the two usual ones that they fit. */
export function decoded(bytes: Buffer, charset: string | null): string {
  const said = charset === null ? '' : charset.toLowerCase();
  const usual = /^(?:gb2312|gbk|x-gbk|hz-gb-2312)$/u.test(said) ? 'gb18030' : said;
  for (const encoding of [usual, 'utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      // An encoding nobody knows, or one that the bytes do not fit.
      if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    }
  }
  return new TextDecoder('utf-8').decode(bytes);
}

/** `sound` is false where signs stand in it that its encoding has not. */
function plain(body: Buffer, encoding: string): { readonly bytes: Buffer; readonly sound: boolean } {
  if (/^base64$/iu.test(encoding)) return fromBase64(body);
  if (!/^quoted-printable$/iu.test(encoding)) return { bytes: body, sound: true };
  const text = body.toString('latin1').replace(/=[ \t]*\r?\n/gu, '');
  return { bytes: unescaped(text, '='), sound: !text.includes('\0') };
}

const piece = 2 ** 20;

/** Bytes written out in letters, put back a piece at a time, so that no second copy of a large file is made. */
function fromBase64(body: Buffer): { readonly bytes: Buffer; readonly sound: boolean } {
  const plain = Buffer.allocUnsafe(Math.ceil((body.length * 3) / 4) + 3);
  let size = 0;
  let rest = '';
  let sound = true;
  for (let at = 0; at < body.length; at += piece) {
    const written = body.toString('latin1', at, at + piece);
    sound &&= !/[^A-Za-z0-9+/=\s]/u.test(written);
    const letters = rest + written.replace(/[^A-Za-z0-9+/=]/gu, '');
    const end = letters.indexOf('=');
    const whole = end < 0 ? letters.length - (letters.length % 4) : end;
    size += plain.write(letters.slice(0, whole), size, 'base64');
    rest = letters.slice(whole);
    if (end >= 0) return { bytes: plain.subarray(0, size), sound };
  }
  return { bytes: plain.subarray(0, size + plain.write(rest, size, 'base64')), sound };
}

/** Bytes of which some are written as a sign and two figures. */
function unescaped(text: string, sign: '=' | '%'): Buffer {
  const codes = sign === '=' ? /=([0-9A-Fa-f]{2})/gu : /%([0-9A-Fa-f]{2})/gu;
  return Buffer.from(
    text.replace(codes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}
