export type Content =
  | 'pdf'
  | 'zip'
  | 'docx'
  | 'ofd'
  | 'xlsx'
  | 'doc'
  | 'image'
  | 'json'
  | 'html'
  | 'txt'
  | 'csv'
  | 'empty'
  | 'other';

const imageMarks: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];

/** What a file is by its first bytes; its name says nothing. Office files are told from other archives by their entries, see `office`. */
export function detect(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  // Before PDF: an archive that stores its first paper unpacked has that paper's mark within the first kilobyte.
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  // Some producers put bytes before the mark; readers accept it within the first kilobyte.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc';
  if (imageMarks.some((mark) => mark.every((byte, index) => bytes[index] === byte))) return 'image';
  if (head.startsWith('{\\rtf')) return 'other';
  if (/^(\xef\xbb\xbf)?\s*[[{]/u.test(head)) return 'json';
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|svg|\?xml)/iu.test(head)) return 'html';
  return looksLikeText(bytes) ? 'txt' : 'other';
}

/** Which office file an archive is, by the names of its entries; `zip` when it is none. */
export function office(names: readonly string[]): Content {
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('OFD.xml')) return 'ofd';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  return 'zip';
}

function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const probe = bytes.subarray(0, 4096);
  return !probe.some((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13));
}
