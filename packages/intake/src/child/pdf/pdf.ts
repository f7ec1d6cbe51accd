import { type PageText, unifyRadicals } from '@anjuan/core';
import { Damaged } from '../../foreign.ts';
import { type Limits, Unreadable } from '../../limits.ts';
import { layOut, type Piece, unreadPage } from '../layout.ts';
import type { Sink } from '../main.ts';
import { tellAbout } from './notices.ts';
import { inChinese, OPS, openPdf, type PdfDocument, type PdfPage } from './pdfjs.ts';
import { lookThrough } from './raw.ts';
import { drawnOn, seenOnly } from './seen.ts';

interface ReadPage {
  readonly page: PageText;
  /** Its words must be recognised on its picture. */
  readonly pictured: boolean;
  /** Words on it that nobody sees. */
  readonly hidden?: string;
}

/** Share of a page a picture must cover for text laid over it unseen to be a scanner's. */
const scanned = 0.5;

/** Pages in the making at a time: while one waits for its data to be unpacked, the next is parsed. */
const readAhead = 3;

interface PdfTask {
  readonly limits: Limits;
  readonly password?: string;
  /** Pages that are known already. */
  readonly after?: number;
}

/** Pages of a PDF with their text and its places; pages that are pictures are given as such. */
export async function readPdf(bytes: Uint8Array, { limits, password, after = 0 }: PdfTask, sink: Sink): Promise<void> {
  const raw = lookThrough(bytes);
  if (raw.bomb)
    throw new Unreadable('PDF 内的数据解压后大得异常，没有读取；请核对文件来源，或者打印成新的 PDF 后再放入');
  // Opening takes the bytes away; the first state is needed again where the file was changed after it.
  const first = bytes.slice(0, raw.revisions[0] ?? 0);
  const { document, close } = await openPdf(bytes, password);
  try {
    if (document.numPages < 1) throw new Damaged('PDF 里一页也没有');
    if (document.numPages > limits.pages)
      throw new Unreadable(`页数（${document.numPages}）超过 ${limits.pages} 页，没有读取；请分成几个文件`);
    await tellAbout(document, first, raw, password, sink);
    const ahead: Promise<ReadPage>[] = [];
    for (let number = after + 1; number <= document.numPages; number++) {
      while (ahead.length < readAhead && number + ahead.length <= document.numPages) {
        const reading = readPage(document, number + ahead.length, raw.maybeHidden);
        // Its error is thrown when its turn comes.
        reading.catch(() => undefined);
        ahead.push(reading);
      }
      const { page, pictured, hidden } = (await ahead.shift()) as ReadPage;
      if (hidden !== undefined) {
        const message = '此页含有看不见的文字（不显示或与纸张同色），没有采信';
        sink.notice({ kind: 'hidden', page: number, message, quote: hidden.slice(0, 200) });
      }
      sink.page(page, document.numPages, pictured);
    }
  } catch (error) {
    throw inChinese(error);
  } finally {
    await close();
  }
}

async function readPage(document: PdfDocument, number: number, closely: boolean): Promise<ReadPage> {
  let page: PdfPage;
  try {
    page = await document.getPage(number);
  } catch {
    const unread = `第 ${number} 页已损坏，读不出；请重新扫描或者导出这一页`;
    return { page: unreadPage(number, 0, 0, unread), pictured: false };
  }
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  try {
    const content = await page.getTextContent({ disableNormalization: true });
    const all = content.items.filter((item) => 'str' in item && item.str !== '') as TextItem[];
    const layOutOf = (items: readonly TextItem[]): PageText =>
      layOut(
        number,
        width,
        height,
        items.map((item) => pieceOf(item, viewport.transform)).filter((piece) => isOnPage(piece, width, height)),
      );
    if (closely && all.length > 0) {
      const drawn = await drawnOn(page);
      const parted = drawn.hidden.includes(true) ? seenOnly(all, drawn) : null;
      if (parted !== null && parted.hidden.length > 0) {
        // A scanner's own recognition lies unseen over its picture: the picture is read, and the two are compared.
        if (drawn.pictured >= scanned) return { page: layOutOf(all), pictured: true };
        return { page: layOutOf(parted.seen), pictured: false, hidden: parted.hidden.join(' ') };
      }
    }
    const text = layOutOf(all);
    return text.text === '' ? await whyEmpty(page, number, width, height) : { page: text, pictured: false };
  } catch {
    const unread = `第 ${number} 页已损坏，读不出；请重新扫描或者导出这一页`;
    return { page: unreadPage(number, width, height, unread), pictured: false };
  } finally {
    page.cleanup();
  }
}

/** Text wholly off the paper is not printed and not read. */
function isOnPage(piece: Piece, width: number, height: number): boolean {
  return piece.x < width && piece.x + piece.width > 0 && piece.baseline > 0 && piece.baseline - piece.height < height;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function pieceOf(item: TextItem, view: readonly number[]): Piece {
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const along = [va * a + vc * b, vb * a + vd * b] as const;
  const up = Math.hypot(va * c + vc * d, vb * c + vd * d);
  return {
    text: unifyRadicals(item.str),
    x: va * e + vc * f + ve,
    baseline: vb * e + vd * f + vf,
    width: item.width,
    height: up || item.height,
    // More than some five degrees off the line, or running backwards.
    turned: Math.abs(along[1]) > Math.abs(along[0]) * 0.09 || along[0] < 0,
  };
}

/** A page without a character may be blank, a picture, or text in a font that tells no characters. */
async function whyEmpty(page: PdfPage, number: number, width: number, height: number): Promise<ReadPage> {
  const { fnArray } = await page.getOperatorList();
  const pictures = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ];
  const texts = [OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText];
  if (fnArray.some((code) => texts.includes(code))) {
    const unread = `第 ${number} 页的文字所用字体没有编码信息，读不出字符，需要文字识别（OCR）`;
    return { page: unreadPage(number, width, height, unread), pictured: true };
  }
  if (fnArray.some((code) => pictures.includes(code))) {
    const unread = `第 ${number} 页是扫描图像，没有文字层，需要文字识别（OCR）`;
    return { page: unreadPage(number, width, height, unread), pictured: true };
  }
  return { page: { number, width, height, text: '', lines: [] }, pictured: false };
}
