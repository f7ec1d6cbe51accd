import { unreadPage } from '../layout.ts';
import type { Sink } from '../main.ts';
import { isTiff, picturesOf } from './tiff.ts';

/** The pages of a picture file, none of them read yet: one, or as many as a TIFF has pictures. */
export function readImage(bytes: Uint8Array, sink: Sink): void {
  const { count, broken } = isTiff(bytes) ? picturesOf(bytes) : { count: 1, broken: false };
  for (let number = 1; number <= count; number++) {
    const unread =
      count === 1
        ? '是图片，没有文字层，需要文字识别（OCR）'
        : `第 ${number} 页是图片，没有文字层，需要文字识别（OCR）`;
    sink.page(unreadPage(number, 0, 0, unread), count, true);
  }
  if (broken)
    sink.notice({
      kind: 'other',
      page: count,
      message: `TIFF 的页目录在第 ${count} 页之后已损坏，后面可能还有页没有读到，请对照原件`,
    });
  else if (moves(bytes))
    sink.notice({
      kind: 'other',
      page: 1,
      message: '是会动的图片，只读了第一幅画面；其余画面上有内容的，请分别存成图片再放入',
    });
}

/** GIF, PNG and WebP may hold several pictures that follow each other in time. */
function moves(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = file.toString('latin1', 0, 4096);
  if (head.startsWith('GIF8')) return head.includes('NETSCAPE2.0');
  if (head.startsWith('\x89PNG')) return head.includes('acTL');
  return head.startsWith('RIFF') && head.startsWith('WEBP', 8) && head.includes('ANIM');
}
