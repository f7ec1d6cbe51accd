/** Why a page is not read yet whose characters are drawn as areas. */
export function onlyOutlined(number: number): string {
  return `第 ${number} 页的文字是画出来的线条（转成了曲线），没有字符，需要文字识别（OCR）`;
}
