/** What stands behind the end of a PDF, of which readers show nothing. */
export interface Behind {
  /** Bytes that are no filling. */
  readonly bytes: number;
  /** Files in an archive that hangs there; 0 for none. */
  readonly packed: number;
}

/** Fewer bytes are what is left of a line. */
const fewest = 16;
const endBytes = 22;
const farthest = 2 ** 16 + endBytes;

/** Looks behind the last end mark of a PDF: an archive is known by its own end. */
export function behindIn(file: Buffer): Behind {
  const end = file.lastIndexOf('%%EOF', undefined, 'latin1');
  if (end < 0) return { bytes: 0, packed: 0 };
  const packed = packedIn(file);
  if (packed > 0) return { bytes: 0, packed };
  const rest = file.subarray(end + 5);
  const text = rest.toString('latin1', 0, 2 ** 16).replace(/%[^\r\n]*/gu, '');
  const said = text.replace(/[\s\p{Cc}]/gu, '').length;
  return { bytes: said >= fewest ? rest.length : 0, packed: 0 };
}

/** How many files the archive has that ends where the file does. */
function packedIn(file: Buffer): number {
  const at = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at < 0 || at + endBytes > file.length || at < file.length - farthest) return 0;
  const list = at - file.readUInt32LE(at + 12);
  const lists = list > 0 && file.toString('latin1', list, list + 4) === 'PK\x01\x02';
  return lists ? file.readUInt16LE(at + 10) : 0;
}
