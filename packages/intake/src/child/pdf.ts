import { type PageText, unifyRadicals } from '@anjuan/core';
import { type Limits, Unreadable } from '../limits.ts';
import { layOut, type Piece, unreadPage } from './layout.ts';
import type { Sink } from './main.ts';
import { inChinese, messageOf, OPS, openPdf, type PdfDocument, type PdfPage } from './pdfjs.ts';

interface ReadPage {
  readonly page: PageText;
  /** Its words must be recognised on its picture. */
  readonly pictured: boolean;
}

/** Pages of a PDF with their text and its places; pages that are pictures are given as unread. */
export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  password: string | undefined,
  sink: Sink,
): Promise<void> {
  const { document, close } = await openPdf(bytes, password);
  try {
    if (document.numPages > limits.pages) throw new Unreadable(`页数（${document.numPages}）超过 ${limits.pages} 页`);
    for (let number = 1; number <= document.numPages; number++) {
      const { page, pictured } = await readPage(document, number);
      sink.page(page, document.numPages, pictured);
    }
  } catch (error) {
    throw inChinese(error);
  } finally {
    await close();
  }
}

async function readPage(document: PdfDocument, number: number): Promise<ReadPage> {
  let page: PdfPage;
  try {
    page = await document.getPage(number);
  } catch (error) {
    const unread = `第 ${number} 页已损坏，无法读取（${messageOf(error)}）`;
    return { page: unreadPage(number, 0, 0, unread), pictured: false };
  }
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  try {
    const content = await page.getTextContent({ disableNormalization: true });
    const pieces: Piece[] = [];
    for (const item of content.items)
      if ('str' in item && item.str !== '') pieces.push(pieceOf(item, viewport.transform));
    const text = layOut(number, width, height, pieces);
    return text.text === '' ? await whyEmpty(page, number, width, height) : { page: text, pictured: false };
  } catch (error) {
    const unread = `第 ${number} 页已损坏，无法读取（${messageOf(error)}）`;
    return { page: unreadPage(number, width, height, unread), pictured: false };
  } finally {
    page.cleanup();
  }
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
