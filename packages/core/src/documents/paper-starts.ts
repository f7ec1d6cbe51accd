import { isLetterhead } from './form-lists.ts';
import type { Row } from './rows.ts';
import { isScan } from './scan-text.ts';
import { EVERYDAY, isAgencyName, type Title } from './titles.ts';
import type { PageText } from './types.ts';

/** Words with which the first rows of a paper open: the label of a form, a number. */
export const OPENING =
  /^No\.?\d{5}|(?:时间|日期|地点|当事人|被.{1,6}人|单位|案由|文号|编号|代码|案件来源|案号|名称|申请人|姓名)[^。]{0,6}:|[〔[【﹝(]\d{4}[〕\]】﹞)]/;

/** Labels that open the first rows of forms without a colon. */
const OPENING_LABEL =
  /^(?:案由|当事人|受送达人|送达(?:单位|机关|文书)|案件(?:名称|来源)|(?:检查|询问|勘验|讨论|听证|抽样|送达)?(?:时间|地点)|被[一-龥]{2,5}(?:人|单位)|申请人|缴款人|编号)/;

/** Everyday words are shorter. */
const LONG_TITLE = 7;
/** A title alone in its line, the field or place before it and a note behind, is no longer. */
const LONGEST_ALONE = 30;
/** Behind these words a title is one of the papers they list. */
const NAMES_PAPERS = /(?:[,、]|(?:附件?|附录|文书|文件|材料|名称|目录|清单|证据|依据|如下|以下|下列)[^:]{0,4}:)$/;

const END_OF_PAPER =
  /(?:年\d{0,2}[一二三四五六七八九十]{0,3}月\d{0,2}[一二三四五六七八九十]{0,3}日|一式.{1,4}份.*|印章\)?|公章\)?|盖章\)?)$/;

/** Further down a page only a heading under the agency's name or right after the end of a paper begins a new one. */
export function isStrong(title: Title, above: Row | undefined, running: string | null): boolean {
  if (above === undefined) return false;
  if (isLetterhead(above.dense)) return true;
  if (title.confidence < 0.9) return false;
  if (EVERYDAY.has(title.kind) && !title.withAgency) return false;
  if (title.withAgency) return running !== 'file-index' && running !== 'service-receipt';
  if (isAgencyName(above.dense)) return true;
  if (running === 'file-index' || running === 'service-receipt') return false;
  return above.dense.length < 80 && END_OF_PAPER.test(above.dense);
}

/**
 * Below an empty line, or in larger type than what is around it, a title alone in its line begins a paper when what follows opens one: papers
 * printed or copied one behind the other.
 */
export function standsApart(rows: readonly Row[], index: number, title: Title, page: PageText): boolean {
  const [above, row] = [rows[index - 1], rows[index]];
  if (above === undefined || row === undefined || title.confidence < 0.9) return false;
  if (EVERYDAY.has(title.kind) && title.title.length < LONG_TITLE) return false;
  if (NAMES_PAPERS.test(above.dense)) return false;
  const below = rows.slice(index + 1, index + 3);
  const parted = /\n[^\S\n]*\n/.test(page.text.slice(above.end, row.start));
  if (!parted && !isLarger(row, [above, ...below], page)) return false;
  const alone = row.dense.length <= LONGEST_ALONE && !/[:。,;]/.test(row.dense) && !title.withAgency;
  return alone && below.some(({ dense }) => OPENING.test(dense) || OPENING_LABEL.test(dense));
}

/** So much larger than the text is the type of a heading. */
const LARGER = 1.2;

function isLarger(row: Row, others: readonly Row[], page: PageText): boolean {
  const own = heightOf(row, page);
  return own > 0 && !isScan(page) && others.every((other) => own >= LARGER * heightOf(other, page));
}

/** The height of the type of a row in points; 0 where the format has no positions. */
function heightOf(row: Row, page: PageText): number {
  const line = page.lines.find(({ start, end }) => start <= row.start && row.start < end);
  return Math.max(0, ...(line?.runs ?? []).map(({ height }) => height));
}

/** 处罚决定书编号:甲罚〔2030〕5号 at the head of a page is the next row of the form that goes on there, and no heading with its number behind a space. */
export function namesNumber(row: Row, page: PageText, firstPage: boolean): boolean {
  return !firstPage && /^\s*[一-龥]{0,10}书(?:编号|文号|号码?)[:：]/u.test(page.text.slice(row.start, row.end));
}
