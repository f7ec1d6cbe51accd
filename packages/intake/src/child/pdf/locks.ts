import { Unreadable } from '../../limits.ts';

/** Where encryption in a PDF is told, and how far its dictionary is looked at. */
const told = /\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R\b|<<)/u;
const dictionaryBytes = 4000;

const otherwise = '请用加密时所用的软件打开，打印成不加密的 PDF 后再放入';

/**
 * Why a PDF cannot be opened that is encrypted in another way than by a password (ISO 32000-2, 7.6.1): to certificates of its readers, or by a program
 * of its own. Null for any other file.
 */
export function lockedOtherwise(bytes: Uint8Array): Unreadable | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // The newest state is at the end.
  const at = file.lastIndexOf('/Encrypt', undefined, 'latin1');
  const found = at < 0 ? null : told.exec(file.toString('latin1', at, at + dictionaryBytes));
  if (found === null) return null;
  const [, id, generation] = found;
  const start = id === undefined ? at : objectAt(file, `${id} ${generation} obj`);
  const dictionary = start < 0 ? '' : file.toString('latin1', start, start + dictionaryBytes);
  const filter = /\/Filter\s*\/([^\s/<>()[\]]+)/u.exec(dictionary)?.[1];
  if (filter === undefined) return null;
  if (/PubSec$/u.test(filter))
    return new Unreadable(`PDF 是用数字证书加密的，只有持证书的人能打开，这里读不出；${otherwise}`);
  if (filter !== 'Standard')
    return new Unreadable(`PDF 是用专门的软件加密的（${filter.slice(0, 40)}），这里读不出；${otherwise}`);
  const version = Number(/\/V\s+(\d+)/u.exec(dictionary)?.[1] ?? 0);
  return version > newest ? new Unreadable(`PDF 的加密方式太新，这里读不出；${otherwise}`) : null;
}

/** The newest way of encrypting there is so far. */
const newest = 5;

/** The place of an object whose number does not end a longer one. */
function objectAt(file: Buffer, head: string): number {
  for (let at = file.indexOf(head, 0, 'latin1'); at >= 0; at = file.indexOf(head, at + 1, 'latin1'))
    if (at === 0 || !/\d/u.test(String.fromCharCode(file[at - 1] ?? 0))) return at;
  return -1;
}
