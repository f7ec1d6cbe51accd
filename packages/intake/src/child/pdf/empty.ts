import type { PageText } from '@anjuan/core';
import { unreadPage } from '../layout.ts';
import { OPS } from './pdfjs.ts';

/** Why a page that shows a picture and next to no words of its own is not read yet. */
export function onlyPictured(number: number): string {
  return `第 ${number} 页是扫描图像，图上至多另加了几个字，需要文字识别（OCR）`;
}

/** A page without a character may be blank, a picture, or text in a font that tells no characters. */
export function whyEmpty(
  operators: readonly number[],
  leftOut: boolean,
  wordless: boolean,
  number: number,
  width: number,
  height: number,
): { readonly page: PageText; readonly pictured: boolean; readonly bare?: boolean } {
  const pictures = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ];
  const texts = [OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText];
  if (!wordless && operators.some((code) => texts.includes(code))) {
    const unread = `第 ${number} 页的文字所用字体没有编码信息，读不出字符，需要文字识别（OCR）`;
    return { page: unreadPage(number, width, height, unread), pictured: true };
  }
  if (leftOut || operators.some((code) => pictures.includes(code))) {
    const unread = `第 ${number} 页是扫描图像，没有文字层，需要文字识别（OCR）`;
    return { page: unreadPage(number, width, height, unread), pictured: true };
  }
  return { page: { number, width, height, text: '', lines: [] }, pictured: false, bare: operators.length === 0 };
}
