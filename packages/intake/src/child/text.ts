import type { PageText } from '@anjuan/core';
import { Unreadable } from '../limits.ts';
import { plainPage } from './layout.ts';

const mostLines = 500_000;

/** Pages of a plain text: UTF-8, UTF-16 with a mark, or GB 18030; a form feed begins a new page. */
export function readText(bytes: Uint8Array): PageText[] {
  const text = decodeText(bytes).replace(/\r\n?/gu, '\n');
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines > mostLines) throw new Unreadable(`文本超过 ${mostLines / 10_000} 万行，没有读取；请分成几个文件`);
  return text
    .split('\f')
    .map((page) => page.replace(/\n+$/u, ''))
    .map((page, index) => plainPage(index + 1, page.split('\n')));
}

/** The text of a file whose encoding nothing but its bytes tells. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Unreadable(
    '文字的编码认不出（既不是 UTF-8，也不是 GB18030）；请用记事本或者 Excel 打开，另存为 UTF-8 编码后再放入',
  );
}
