import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PageText, unifyRadicals } from '@anjuan/core';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Limits, Locked, Unreadable } from '../limits.ts';
import { layOut, type Piece, unreadPage } from './layout.ts';
import type { Sink } from './main.ts';

const library = path.dirname(
  path.dirname(path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))),
);
const folder = (name: string): string => `${path.join(library, name)}${path.sep}`;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>['getPage']>>;

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
  const task = pdfjs.getDocument({
    data: bytes,
    // Without the character maps, text in fonts that are not embedded comes out empty, without an error.
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    ...(password === undefined ? {} : { password }),
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages) throw new Unreadable(`页数（${document.numPages}）超过 ${limits.pages} 页`);
    for (let number = 1; number <= document.numPages; number++) {
      const { page, pictured } = await readPage(document, number);
      sink.page(page, document.numPages, pictured);
    }
  } catch (error) {
    throw inChinese(error);
  } finally {
    await task.destroy();
  }
}

async function readPage(
  document: Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>,
  number: number,
): Promise<ReadPage> {
  let page: Page;
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
async function whyEmpty(page: Page, number: number, width: number, height: number): Promise<ReadPage> {
  const { fnArray } = await page.getOperatorList();
  const { OPS } = pdfjs;
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

function inChinese(error: unknown): Error {
  if (error instanceof Unreadable) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new Locked(
      (error as { code?: number }).code === 2 ? '密码不对，请重新输入打开文件的密码' : '文件已加密，需要密码才能打开',
    );
  if (name === 'InvalidPDFException' || name === 'FormatError') return new Unreadable('PDF 结构已损坏，无法打开');
  return new Unreadable(`PDF 无法读取（${messageOf(error)}）`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
