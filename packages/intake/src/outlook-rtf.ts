import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { Damaged } from './foreign.ts';

/** What the dictionary holds before anything was read ([MS-OXRTFCP] 2.1.2.1). */
const known =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const dictionarySize = 4096;
const packedMark = 'LZFu';
const plainMark = 'MELA';
const headBytes = 16;
const most = 2 ** 26;

/** The RTF in which a mail keeps its words, unpacked; throws {@link Damaged} where it does not sum up. */
export function rtfOf(bytes: Buffer): Buffer {
  const broken = (): Damaged => new Damaged('邮件的正文已损坏');
  if (bytes.length < headBytes) throw broken();
  const size = bytes.readUInt32LE(4);
  const mark = bytes.toString('latin1', 8, 12);
  const data = bytes.subarray(headBytes, bytes.readUInt32LE(0) + 4);
  if (mark === plainMark) return data.subarray(0, size);
  // The sum is begun at nothing and left as it is, unlike that of archives.
  if (mark !== packedMark || size > most || ~crc32(data, 0xffffffff) >>> 0 !== bytes.readUInt32LE(12)) throw broken();
  const dictionary = Buffer.alloc(dictionarySize);
  let end = dictionary.write(known, 'latin1');
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    dictionary[end] = byte;
    end = (end + 1) % dictionarySize;
  };
  for (let at = 0; at < data.length && out.length < size; ) {
    const kinds = data[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < data.length && out.length < size; bit++) {
      if ((kinds & (1 << bit)) === 0) {
        put(data[at++] ?? 0);
        continue;
      }
      if (at + 2 > data.length) break;
      const pair = data.readUInt16BE(at);
      at += 2;
      const from = pair >> 4;
      if (from === end) return Buffer.from(out);
      for (let count = 0; count < (pair & 15) + 2; count++) put(dictionary[(from + count) % dictionarySize] ?? 0);
    }
  }
  return Buffer.from(out);
}
