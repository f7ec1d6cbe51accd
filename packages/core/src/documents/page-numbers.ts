const PAGE_NUMBER =
  /^[-—–·.]{0,3}(?:第?\d{1,4}页?|第?[一二三四五六七八九十]{1,3}页|第?\d{1,4}页?[,/]?共?\d{1,4}页?)[-—–·.]{0,3}$/;
const PAGE_COUNT = /^\(?(?:本文书)?(?:第\d{0,4}页,?共\d{0,4}页|共\d{0,4}页,?第\d{0,4}页)\)?$/;

/** The number of a page of the paper amid a copy that has no pages. */
export const COPIED_NUMBER = /^(?:[-—–]{1,2}\d{1,3}[-—–]{1,2}|第\d{1,3}页,?共\d{1,3}页)$/;

/** A line that only numbers the page. */
export function isPageNumber(denseLine: string): boolean {
  return denseLine.length <= 16 && (PAGE_COUNT.test(denseLine) || PAGE_NUMBER.test(denseLine));
}
