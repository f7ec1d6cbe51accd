import { isSound, wideEncoding } from './encoding.ts';
import { encodedAs, isMail, packageOf } from './strangers.ts';
import { isTar } from './tar.ts';

export type Content =
  | 'pdf'
  | 'zip'
  | 'docx'
  | 'ofd'
  | 'xlsx'
  | 'doc'
  | 'xls'
  | 'rtf'
  | 'image'
  | 'json'
  | 'html'
  | 'html-table'
  | 'txt'
  | 'csv'
  | 'archive'
  | 'tar'
  | 'gz'
  | 'slides'
  | 'open-document'
  | 'package'
  | 'empty'
  | 'other';

const imageMarks: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x47, 0x49, 0x46, 0x38],
];

/** Archives of kinds that are not opened. */
const archiveMarks = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', 'BZh', '\xfd7zXZ\0', 'MSCF\0'];

/** What a file is by its first bytes; its name says nothing. Office files are told from other archives by their entries, see `office`. */
export function detect(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  // Before PDF: an archive that stores its first paper unpacked has that paper's mark within the first kilobyte.
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  // So does a TAR, which packs nothing.
  if (isTar(bytes)) return 'tar';
  if (head.startsWith('\x1f\x8b\x08')) return 'gz';
  // Some producers put bytes before the mark; readers accept it within the first kilobyte.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc';
  if (imageMarks.some((mark) => mark.every((byte, index) => bytes[index] === byte)) || isBitmap(head) || isWebp(head))
    return 'image';
  if (head.startsWith('{\\') && /\{\\rtf|\\(?:ansi|fonttbl)\b/u.test(head)) return 'rtf';
  if (archiveMarks.some((mark) => head.startsWith(mark))) return 'archive';
  // Its first block is damaged: what follows may not be.
  if (head.startsWith('ustar', 257)) return 'tar';
  // What a transfer put before an archive is passed over.
  const entry = head.indexOf('PK\x03\x04');
  if (entry > 0 && !head.startsWith('MZ') && head[entry + 5] === '\0') return 'zip';
  // A paper may begin with a bracket; a list of records begins with a second one, or a quotation mark.
  if (/^(\xef\xbb\xbf)?\s*(?:\{|\[\s*[[{"\]])/u.test(narrow(head))) return 'json';
  if (head.startsWith('#!AMR') || head.startsWith('L\0\0\0\x01\x14\x02\0')) return 'other';
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|svg|\?xml)/iu.test(head)) return 'html';
  // Systems that write pages for Word and Excel often leave out the frame around them.
  if (
    /^(\xef\xbb\xbf)?\s*<(?:head|meta|body|style|table|div|p|center|font|span|h[1-6])(?:\s[^<>]*)?>/iu.test(
      narrow(head),
    )
  )
    return 'html';
  if (isMail(head) || head.startsWith('%!PS') || encodedAs(head) !== null) return 'other';
  return looksLikeText(bytes) ? 'txt' : 'other';
}

/**
 * Which office file an archive is, by the names of its entries; `zip` when it is none. One that lacks its main part is no archive of papers
 * either: its reader says what is missing.
 */
export function office(names: readonly string[]): Content {
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('OFD.xml')) return 'ofd';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  if (packageOf(names) !== null) return 'package';
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^\[Content_Types\]\.xml$/u)) {
    if (has(/^word\//iu)) return 'docx';
    if (has(/^xl\//iu)) return 'xlsx';
    if (has(/^ppt\//iu)) return 'slides';
  }
  if (names.includes('mimetype') && names.includes('content.xml')) return 'open-document';
  return has(/(?:^|\/)Doc_\d+\/Document\.xml$/u) ? 'ofd' : 'zip';
}

/** What is written in UTF-16, as programs of Windows do, as if each character were a byte. */
function narrow(head: string): string {
  if (!head.startsWith('\xff\xfe') && !head.startsWith('\xfe\xff')) return head;
  return head.slice(2).replaceAll('\0', '');
}

/** Two letters are too little: the place of the pixels and the head's size must be such as a bitmap has. */
function isBitmap(head: string): boolean {
  const sizes = [12, 40, 52, 56, 64, 108, 124];
  return head.startsWith('BM') && sizes.includes(head.charCodeAt(14)) && head.startsWith('\0\0\0', 15);
}

function isWebp(head: string): boolean {
  return head.startsWith('RIFF') && head.startsWith('WEBP', 8);
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (wideEncoding(bytes) !== null) return true;
  const probe = bytes.subarray(0, 4096);
  // Nothing but one byte again and again is what a disk holds where nothing was written.
  const [first = 0] = probe;
  if ((first >= 0x80 || first === 0) && probe.length > 64 && probe.every((byte) => byte === first)) return false;
  // Old systems end a text with a mark of its own (26), and break lines with 11; a disk that lost power leaves nothing (0) in a text.
  if (probe.some((byte) => byte < 32 && ![0, 9, 10, 11, 12, 13, 26].includes(byte))) return false;
  return !probe.includes(0) || hasWords(probe);
}

/** Whether bytes with empty ones among them hold words all the same. */
function hasWords(bytes: Uint8Array): boolean {
  const filled = bytes.filter((byte) => byte !== 0);
  return filled.length >= 32 && (isSound(bytes, 'utf-8') || isSound(bytes, 'gb18030'));
}
