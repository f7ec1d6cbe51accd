import type { PageText } from '@anjuan/core';
import { unreadPage } from '../layout.ts';
import { lost } from '../text.ts';
import { OPS } from './pdfjs.ts';

/** Why a page that shows a picture and next to no words of its own is not read yet. */
export function onlyPictured(number: number): string {
  return `第 ${number} 页是扫描图像，图上至多另加了几个字，需要文字识别（OCR）`;
}

/** Why the words of a page are not read whose fonts do not tell what characters they show. */
export function withoutCodes(number: number): string {
  return `第 ${number} 页的文字所用字体没有编码信息，读不出字符，需要文字识别（OCR）`;
}

/** Why a page may not be read whole over whose words something hangs: somebody may have put it there who read the paper. */
export function underNotes(number: number): string {
  return `第 ${number} 页有文字被挂在页上的批注、印章或者表单盖住，没有采信；请打开原件核对，是后来加的批注请删去后再放入`;
}

/** Characters that are none, of all on a page, and how many at least. */
const fewestOdd = 10;
const shareOdd = 0.1;

/** Whether the characters a page gives out are only the numbers its fonts have for their drawings: among them are many that no text has. */
export function isUncoded(text: string): boolean {
  const dense = text.replace(/\s/gu, '');
  const odd = dense.match(/\p{Cc}/gu)?.length ?? 0;
  return odd >= fewestOdd && odd >= dense.length * shareOdd;
}

/** A page whose characters that are none show as such: a font that tells nothing of them gives out only their numbers. */
export function withLost(page: PageText): PageText {
  return /[^\P{Cc}\s]/u.test(page.text) ? { ...page, text: page.text.replace(/[^\P{Cc}\s]/gu, lost) } : page;
}

/** What programs put on the one page of a form that they draw themselves, for those that cannot. */
const stopgap = /please wait\s*\.\.\.|adobe\.com\/go\/reader|not be able to display this type of document/iu;

/** Why nothing of a form drawn by programs (XFA) was read; null where the page is one of its own, or may be. */
export function onlyForm(page: PageText): string | null {
  if (page.text.trim() !== '' && !stopgap.test(page.text)) return null;
  return `第 ${page.number} 页是动态表单（XFA），页面和填写的内容都读不出；请用 Adobe Reader 打开，打印成 PDF 后再放入`;
}

/** What is said of a file that has pages of its own and such a form. */
export const besideForm =
  '文件含有动态表单（XFA），填在其中的内容可能没有读到；请用 Adobe Reader 打开，打印成 PDF 后再放入';

/** What is said of such a form whose words were read out of its data. */
export const partOfForm =
  '第 1 页是动态表单（XFA），文字是从表单里存的版式和填写的数据读出的，页面显示不出，可能没有读全；请用 Adobe Reader 打开，打印成 PDF 后再放入';

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
    return { page: unreadPage(number, width, height, withoutCodes(number)), pictured: true };
  }
  if (leftOut || operators.some((code) => pictures.includes(code))) {
    const unread = `第 ${number} 页是扫描图像，没有文字层，需要文字识别（OCR）`;
    return { page: unreadPage(number, width, height, unread), pictured: true };
  }
  return { page: { number, width, height, text: '', lines: [] }, pictured: false, bare: operators.length === 0 };
}
