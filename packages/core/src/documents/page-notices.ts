import type { Notice } from '../record/types.ts';
import { placeOf } from '../record/unread.ts';
import { isAside, type marksByPage } from './marks.ts';
import { isScan } from './scan-text.ts';
import type { FileText, PageText } from './types.ts';

/** Below this mean certainty of its characters a recognised page is worth a look before its facts are relied on. */
const doubtful = 0.6;

/**
 * What a person should look at in the pages themselves: pages taken for blank, and pages recognised with little certainty; one entry a file
 * and kind. Pages that a person set aside are left out.
 */
export function pageNotices(file: FileText, marked: ReturnType<typeof marksByPage>): Notice[] {
  if (file.unreadable !== undefined || file.format === 'json') return [];
  const pages = file.pages.filter((page) => page.unread === undefined && !isAside(marked(file.name, page.number)));
  const blank = pages.filter((page) => page.text.trim() === '').map((page) => page.number);
  const unsure = pages.filter((page) => isScan(page) && certainty(page) < doubtful).map((page) => page.number);
  const told = (numbers: readonly number[], kind: string, what: string): Notice[] =>
    numbers.length === 0
      ? []
      : [
          {
            file: file.name,
            page: numbers[0] ?? null,
            kind,
            message: `${placeOf({ file: '', pages: numbers }).trim()}${what}`,
          },
        ];
  return [
    ...told(blank, 'blank', '没有文字，按空白页处理；原件上有内容的，请重新扫描后换掉这个文件'),
    ...told(unsure, 'doubtful', '的图像不清楚，识别出的文字把握不大，读出的内容请对照页面核对；看不清的，请重新扫描'),
  ];
}

/** Mean confidence of the characters recognised; 1 where there are none. */
function certainty(page: PageText): number {
  let sum = 0;
  let count = 0;
  for (const { runs } of page.lines)
    for (const { text, confidence } of runs) {
      if (confidence === undefined) continue;
      sum += confidence * text.length;
      count += text.length;
    }
  return count === 0 ? 1 : sum / count;
}
