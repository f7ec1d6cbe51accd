import { readFileSync } from 'node:fs';
import type { PageText } from '@anjuan/core';
import { Damaged } from '../../foreign.ts';
import { type Limits, Unreadable } from '../../limits.ts';
import type { Sink } from '../main.ts';
import { clearReady } from './bytes/inflate.ts';
import { lookThrough } from './bytes/raw.ts';
import { Anatomy, Complaints, tellDamage, Unlisted, withFault } from './damage.ts';
import { besideForm, onlyForm, partOfForm, withLost } from './empty.ts';
import { lockedOtherwise } from './locks.ts';
import { tellAbout } from './notices.ts';
import { PageReader, type ReadPage } from './page.ts';
import { hearComplaints, inChinese, openPdf } from './pdfjs.ts';
import { formWords } from './xfa.ts';

/** Pages in the making at a time: while one waits for its data to be unpacked, the next is parsed. */
const readAhead = 3;

/**
 * Characters after which pdf.js gives back what it keeps, every string it met in a font among it: it takes to reading the fonts again, and
 * without it ten thousand pages ask for more than a process may hold.
 */
const mostMet = 2_000_000;

/** Pixels of the largest picture that is looked at when only words are read: none, or a page of a scan where text may lie under it unseen. */
const largestLooked = { plainly: 1, closely: 30_000_000 };

const remadeWords =
  '文件的页面目录缺失或已损坏，是把文件里找得到的各页读出来的，可能缺页，页的先后也可能不对，请对照原件';

interface PdfTask {
  readonly path: string;
  readonly limits: Limits;
  readonly password?: string;
  /** Pages that are known already. */
  readonly after?: number;
}

/** The words of a form that has no pages of its own; null where they cannot be had. */
function wordsOfForm({ path, password }: PdfTask): Promise<PageText | null> {
  return formWords(new Uint8Array(readFileSync(path)), password).catch(() => null);
}

/** Pages of a PDF with their text and its places; pages that are pictures are given as such. */
export async function readPdf(bytes: Uint8Array, task: PdfTask, sink: Sink): Promise<void> {
  const { limits, password, after = 0 } = task;
  clearReady();
  const raw = lookThrough(bytes);
  if (raw.bomb)
    throw new Unreadable('PDF 内的数据解压后大得异常，没有读取；请核对文件来源，或者打印成新的 PDF 后再放入');
  // Opening takes the bytes away; the first state is needed again where the file was changed after it.
  const first = bytes.slice(0, raw.revisions[0] ?? 0);
  const complaints = new Complaints();
  hearComplaints((text) => complaints.take(text));
  const largest = largestLooked[raw.doubtful ? 'closely' : 'plainly'];
  const locked = raw.sealed ? lockedOtherwise(bytes) : null;
  if (locked !== null) throw locked;
  const again = (): Uint8Array => new Uint8Array(readFileSync(task.path));
  const { document, close, remade } = await openPdf(bytes, password, { largest, again });
  try {
    const { numPages } = document;
    if (numPages < 1) {
      const stored = new Anatomy(readFileSync(task.path), raw.broken).stored();
      throw stored > 0 ? new Unlisted(stored) : new Damaged('PDF 里一页也没有');
    }
    if (numPages > limits.pages)
      throw new Unreadable(`页数（${numPages}）超过 ${limits.pages} 页，没有读取；请分成几个文件`);
    const attached = await tellAbout(document, first, raw, password, sink);
    const damaged = raw.broken.size > 0 || raw.cut || raw.lacking || complaints.structure > 0;
    let known: Anatomy | null = null;
    const anatomy = (): Anatomy => (known ??= new Anatomy(readFileSync(task.path), raw.broken));
    const layers = raw.layered ? await document.getOptionalContentConfig().catch(() => null) : null;
    const reader = new PageReader(document, complaints, raw, layers);
    const ahead: Promise<ReadPage>[] = [];
    // Once unpacked, data is kept and no second reading complains: where only complaints tell of damage, they must be of one page.
    let formed = false;
    let atOnce = raw.sealed ? 1 : readAhead;
    let met = 0;
    for (let number = after + 1; number <= numPages; number++) {
      while (ahead.length < atOnce && number + ahead.length <= numPages) {
        const reading = reader.read(number + ahead.length);
        // Its error is thrown when its turn comes.
        reading.catch(() => undefined);
        ahead.push(reading);
      }
      let read = (await ahead.shift()) as ReadPage;
      const form = raw.actions.has('XFA') && !read.pictured ? onlyForm(read.page) : null;
      if (form !== null) {
        formed = true;
        const filled = number === 1 ? await wordsOfForm(task) : null;
        const { text, lines } = filled ?? { text: '', lines: [] };
        read = { ...read, page: { ...read.page, text, lines, unread: filled === null ? form : partOfForm } };
      }
      if (read.troubled && ahead.length > 0) {
        // The complaint may be of a page read beside it: from here on they are read one by one.
        await Promise.allSettled(ahead);
        ahead.length = 0;
        atOnce = 1;
        read = await reader.read(number);
      }
      met += read.page.text.length;
      if (met > mostMet) {
        await Promise.allSettled(ahead);
        await document.cleanup();
        met = 0;
      }
      if (read.hidden !== undefined) {
        const message =
          '此页含有看不见的文字（不显示、被图像、色块或者批注盖住、在可见范围之外、在关闭的图层上、字小得看不出，或者与纸张同色），没有采信';
        sink.notice({ kind: 'hidden', page: number, message, quote: read.hidden.slice(0, 200) });
      }
      if (read.beyond !== undefined) {
        const message = '此页的纸面之外还写有文字，页面上看不到，没有采信；可用编辑软件打开原件核对';
        sink.notice({ kind: 'hidden', page: number, message, quote: read.beyond.slice(0, 200) });
      }
      if (read.endless === true && read.page.text !== '') {
        const message = '此页画的内容太多，没有查其中有没有看不见的文字，请对照原件';
        sink.notice({ kind: 'other', page: number, message });
      }
      if (read.beside === true)
        sink.notice({
          kind: 'other',
          page: number,
          message: '此页大半是一幅图像，图像上如有文字，没有读取，请对照原件',
        });
      if (read.outlined === true && read.endless !== true)
        sink.notice({
          kind: 'other',
          page: number,
          message:
            '此页除了读到的文字，还有大量线条（可能是转成曲线的文字，或者图），其中如有文字，没有读取，请对照原件',
        });
      const fault = damaged || read.bare ? anatomy().fault(read.object, read.bare === true) : null;
      const stored = fault === 'unlisted' ? anatomy().stored() : 0;
      if (stored > 0 && numPages === 1) throw new Unlisted(stored);
      const page = withFault(
        withLost(read.page),
        read.troubled ? (fault ?? 'broken') : fault,
        raw.cut && number === numPages,
      );
      const held = number === numPages && attached !== null && !read.pictured && page.unread === undefined;
      sink.page(held ? { ...page, unread: attached } : page, numPages, read.pictured);
      await sink.room();
      // A page that waits for recognition has its words put in its place; what hangs on the file is told beside it.
      if (number === numPages && attached !== null && !held) sink.notice({ kind: 'attachment', message: attached });
    }
    if (raw.actions.has('XFA') && !formed) sink.notice({ kind: 'script', message: besideForm });
    if (remade) {
      sink.notice({ kind: 'other', message: remadeWords });
      // It says all there is to say of the file's structure.
      complaints.structure = 0;
    }
    tellDamage(complaints, raw.leaves > numPages || damaged ? anatomy().pages() : 0, numPages, sink);
  } catch (error) {
    throw inChinese(error);
  } finally {
    hearComplaints(() => undefined);
    clearReady();
    await close();
  }
}
