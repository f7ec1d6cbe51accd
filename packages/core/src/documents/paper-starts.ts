import { isLetterhead } from './form-lists.ts';
import type { Row } from './rows.ts';
import { isScan } from './scan-text.ts';
import { EVERYDAY, isAgencyName, type Title } from './titles.ts';
import type { PageText } from './types.ts';

/** Words with which the first rows of a paper open: the label of a form, a number. */
const OPENING =
  /^No\.?\d{5}|(?:时间|日期|地点|当事人|被.{1,6}人|单位|案由|文号|编号|代码|案件来源|案号|名称|申请人|姓名)[^。]{0,6}:|[〔[【﹝(]\d{4}[〕\]】﹞)]/;

/** Labels that open the first rows of forms without a colon. */
const OPENING_LABEL =
  /^(?:案由|当事人|受送达人|送达(?:单位|机关|文书)|案件(?:名称|来源)|(?:检查|询问|勘验|讨论|听证|抽样|送达|填制|开票|缴款|执法)?(?:时间|日期|地点)|被[一-龥]{2,5}(?:人|单位)|申请人|[缴交付]款(?:人|单位)|票据(?:号码?|编号)|编号|违法(?:行为|嫌疑)人|违法(?:事实|单位)|执行告知单位|(?:简要)?案情|基本情况|(?:告知|案件|案件基本)情况|处理结果|处罚(?:内容|结果)|承办人意见|序号(?=[一-龥]{2,10}))(?!签名|签字|盖章|签章|确认|核对)/;
/** The party whom a notice addresses: 某某公司: alone in its row. */
const ADDRESSED = /^[^。,;:、]{2,36}(?:\([^()。]{0,60}\))?:$/;

/** Whether a row opens a paper: a label, a number, the party addressed. */
export function opens({ dense }: Row): boolean {
  return OPENING.test(dense) || OPENING_LABEL.test(dense) || ADDRESSED.test(dense);
}

/** 处罚决定书 / 文号: a label broken over two rows. */
const REST_OF_LABEL = /^(?:文号|编号|案号|号码?|名称|日期|时间|及文号)$/u;
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
  // 法制审核意见 below the day of an opinion: the next opinion on the same form.
  if (running !== null && !title.withAgency && /意见$/u.test(title.title)) return false;
  if (EVERYDAY.has(title.kind) && !title.withAgency) return false;
  if (title.withAgency) return running !== 'file-index' && running !== 'service-receipt';
  if (isAgencyName(above.dense)) return true;
  if (running === 'file-index' || running === 'service-receipt') return false;
  return above.dense.length < 80 && END_OF_PAPER.test(above.dense);
}

/** An empty line. */
const EMPTY = /\n[^\S\n]*\n/;

/** Whether an empty line stands above the row, on a page where empty lines do not stand above most rows. */
function isParted(rows: readonly Row[], index: number, page: PageText): boolean {
  const emptyAbove = (at: number): boolean => {
    const [above, row] = [rows[at - 1], rows[at]];
    return above !== undefined && row !== undefined && EMPTY.test(page.text.slice(above.end, row.start));
  };
  return emptyAbove(index) && !(emptyAbove(index - 1) && emptyAbove(index + 1) && emptyAbove(index + 2));
}

/**
 * Below an empty line, or in larger type than what is around it, a title alone in its line, the agency's name above it, begins a paper when
 * what follows opens one: papers printed or copied one behind the other.
 */
export function standsApart(rows: readonly Row[], index: number, title: Title, page: PageText): boolean {
  const row = rows[index];
  const head = headOf(rows, index, page);
  const above = rows[head - 1];
  if (above === undefined || row === undefined || title.confidence < 0.8) return false;
  const below = rows.slice(index + 1, index + 3);
  // Everyday words head a paper where the one above has ended and a form begins below them.
  const everyday = EVERYDAY.has(title.kind) && title.title.length < LONG_TITLE;
  const form = below.every(({ cell }) => cell !== undefined) || below.every(opens);
  if (everyday && !(END_OF_PAPER.test(above.dense) && form)) return false;
  if (NAMES_PAPERS.test(above.dense)) return false;
  if (!isParted(rows, head, page) && !isLarger(row, [above, ...below], page)) return false;
  const alone = row.dense.length <= LONGEST_ALONE && !/[:。,;]/.test(row.dense) && !title.withAgency;
  return alone && (below.some(opens) || everyday) && !REST_OF_LABEL.test(below[0]?.dense ?? '');
}

/** Whether the agency's name stands alone in the row, and not under a paper beside its seal. */
export function headsPaper(row: Row | undefined): boolean {
  return row !== undefined && isAgencyName(row.dense) && !/\([^()]*[章印]\)$/u.test(row.dense);
}

/** The row a paper with this title begins in: the agency's name above it where that stands below the empty line. */
function headOf(rows: readonly Row[], index: number, page: PageText): number {
  const above = rows[index - 1];
  const owned = headsPaper(above) || (above !== undefined && INSTITUTE.test(above.dense));
  return !isParted(rows, index, page) && owned ? index - 1 : index;
}

/** Who gives reports of what was tested: 某省兽药饲料监察所. */
const INSTITUTE =
  /^[一-龥()]{4,24}(?:研究[院所]|监察所|检[验测疫](?:院|所|站|中心)|监测(?:站|中心)|鉴定(?:所|中心)|实验室)$/u;

/** Labels of the receipt itself, which names the papers served in rows of their own. */
const OF_RECEIPT = /送达|收件|签收|备注/u;

/** Whether, though nothing parts it from the paper above, a title alone in its line opens another: two of the three rows below open one. */
export function runsOn(
  rows: readonly Row[],
  index: number,
  title: Title,
  page: PageText,
  running: string | null,
): boolean {
  const row = rows[index];
  const above = rows[headsPaper(rows[index - 1]) ? index - 2 : index - 1];
  if (row === undefined || above === undefined || title.confidence < 0.9 || title.withAgency || isScan(page))
    return false;
  if (EVERYDAY.has(title.kind) || (title.kind === running && !END_OF_PAPER.test(above.dense))) return false;
  if (running === 'file-index' && !/^\d/u.test(above.dense)) return false;
  if (row.dense.length > LONGEST_ALONE || /[:。,;\d]/.test(row.dense) || /[:、,]$/.test(above.dense)) return false;
  if (REST_OF_LABEL.test(rows[index + 1]?.dense ?? '')) return false;
  const below = rows.slice(index + 1, index + 4).filter(opens);
  if (running === 'service-receipt' && below.some(({ dense }) => OF_RECEIPT.test(dense.slice(0, 8)))) return false;
  return below.length > 1;
}

/** What the titles of forms end in. */
export const FORM_END =
  /(?:书|表|单|证|[收票凭]据|[记笔目]录|[报公通]告|方案|函|回执|信息|(?<!填[表写])说明)(?:\([^()]{1,16}\))?$/u;
/** What copies and shots are called. */
const COPY = /^[一-龥]{2,12}(?:截图|复印件|影印件)$/u;
const FEWEST_IN_TITLE = 4;
const MOST_IN_TITLE = 24;

/**
 * Whether the row heads a paper this house has no name for: alone in its line like a title of a form, at the head of a page whose like before it
 * ended or below an empty line, and what follows opens a paper. What then stands there is nobody else's.
 */
export function headsStranger(rows: readonly Row[], index: number, page: PageText, ended: boolean): boolean {
  const row = rows[index];
  if (row === undefined || row.cell === 'field') return false;
  const { dense } = row;
  // On a picture only what is no form, and is a sheet of its own, is sure enough: 系统日志截图.
  if (isScan(page)) return index === 0 && ended && COPY.test(dense);
  if (dense.length < FEWEST_IN_TITLE || dense.length > MOST_IN_TITLE) return false;
  if (!/^[一-龥()、/]+$/u.test(dense) || !FORM_END.test(dense) || /^(?:附|以上|上述|本|该|见|如下)/u.test(dense))
    return false;
  const head = headOf(rows, index, page);
  const above = rows[head - 1];
  if (above !== undefined && (NAMES_PAPERS.test(above.dense) || !isParted(rows, head, page))) return false;
  if (above === undefined && !ended) return false;
  const [next, ...more] = rows.slice(index + 1, index + 4);
  return next !== undefined && (opens(next) || more.filter(opens).length > 1);
}

/** Whether a row may be the last of a paper: a day, a seal, a signature, the end of a sentence. */
export function mayEndPaper(row: Row | undefined): boolean {
  return (
    row !== undefined &&
    (END_OF_PAPER.test(row.dense) || /[。)]$|(?:签名|签字|签章|备注)[^。;]{0,16}$|\d元?$/u.test(row.dense))
  );
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
