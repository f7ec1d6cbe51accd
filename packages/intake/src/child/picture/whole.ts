import { crc32 } from 'node:zlib';
import { isJpegFlawed } from './jpeg-scans.ts';

/**
 * Whether the bytes of a picture end before it does, or were changed, as far as its format tells: decoders fill what is missing with grey
 * and say nothing. GIF, BMP and WebP state their length or end; PNG has sums; a JPEG without its end mark breaks off.
 */
export function isDamaged(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (file[0]) {
    case 0x89:
      return isPngDamaged(file);
    case 0xff:
      return isJpegCut(file) || isJpegFlawed(file);
    case 0x47:
      // Some bytes may follow the end mark.
      return file.lastIndexOf(0x3b) < file.length - 64;
    case 0x42:
      return file.length < 26 || file.readUInt32LE(10) >= file.length || isBitmapCut(file);
    case 0x52:
      return file.readUInt32LE(4) + 8 > file.length;
    default:
      return false;
  }
}

function isPngDamaged(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length) return true;
    const kind = file.toString('latin1', at + 4, at + 8);
    // Pieces with a small first letter are not needed to show the picture.
    if (/^[A-Z]/u.test(kind) && crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return true;
    if (kind === 'IEND') return false;
    at = end + 4;
  }
  return true;
}

/** The end mark must stand after the last scan; a smaller picture within the head has marks of its own. */
function isJpegCut(file: Buffer): boolean {
  let scan = -1;
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) break;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) at++;
    else if (marker === 0xd8 || marker === 1) at += 2;
    else {
      if (marker === 0xda) {
        scan = at;
        break;
      }
      at += 2 + file.readUInt16BE(at + 2);
    }
  }
  return scan < 0 || file.indexOf(Buffer.from([0xff, 0xd9]), scan) < 0;
}

/** Rows of a plain bitmap are filled up to four bytes. */
function isBitmapCut(file: Buffer): boolean {
  const coding = file.length < 54 || file.readUInt32LE(14) < 40 ? -1 : file.readUInt32LE(30);
  // Plain pixels, with or without masks that say which bits are which colour; of packed ones only the file's whole size is told.
  if (coding === 1 || coding === 2) return file.readUInt32LE(2) > file.length || isRunsFlawed(file, coding === 2);
  if (coding !== 0 && coding !== 3) return coding > 0 && file.readUInt32LE(2) > file.length;
  const row = Math.ceil((file.readInt32LE(18) * file.readUInt16LE(28)) / 32) * 4;
  return file.readUInt32LE(10) + row * Math.abs(file.readInt32LE(22)) > file.length;
}

/** Runs of a packed bitmap: none may go beyond its row, and the end is marked. */
function isRunsFlawed(file: Buffer, halved: boolean): boolean {
  const [width, height] = [file.readInt32LE(18), Math.abs(file.readInt32LE(22))];
  // Some programs pack the filling at the end of rows too.
  const filled = halved ? 8 : 4;
  const row = Math.ceil(width / filled) * filled;
  let [x, y] = [0, 0];
  for (let at = file.readUInt32LE(10); at + 1 < file.length; ) {
    const [count = 0, value = 0] = file.subarray(at, at + 2);
    at += 2;
    if (count > 0) x += count;
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) return false;
    else if (value === 2) {
      x += file[at] ?? 0;
      y += file[at + 1] ?? 0;
      at += 2;
    } else {
      x += value;
      const bytes = halved ? Math.ceil(value / 2) : value;
      at += bytes + (bytes % 2);
    }
    if (x > row || y > height) return true;
  }
  return true;
}
