import type { Limits } from '../../limits.ts';
import { attachedWords } from '../attached.ts';
import { unreadPage } from '../layout.ts';
import type { Sink } from '../main.ts';
import { onlyOutlined } from '../outlined.ts';
import { openOfd } from './ofd.ts';

/** Reads all pages of an OFD. */
export async function readOfd(bytes: Buffer, limits: Limits, sink: Sink): Promise<void> {
  const file = await openOfd(bytes, limits);
  try {
    file.notices.forEach(sink.notice);
    file.signatures.forEach(sink.signature);
    const hung = attachedWords(file.attached);
    for (let number = 1; number <= file.pages; number++) {
      const { page, notices, pictured, outlined } = await file.text(number);
      notices.forEach(sink.notice);
      const unread = outlined ? onlyOutlined(number) : `第 ${number} 页是图像，没有文字，需要文字识别（OCR）`;
      const ends = number === file.pages && hung.unread !== null && !pictured && page.unread === undefined;
      const whole = ends && hung.unread !== null ? { ...page, unread: hung.unread } : page;
      sink.page(pictured ? unreadPage(number, page.width, page.height, unread) : whole, file.pages, pictured);
      // A page that is told of otherwise has room for one reason.
      const rest = ends ? null : (hung.told ?? hung.unread);
      if (number === file.pages && rest !== null) sink.notice({ kind: 'attachment', message: rest });
      await sink.room();
    }
  } finally {
    file.close();
  }
}
