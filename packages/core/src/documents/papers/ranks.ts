import { headsOf, listUnder } from '../form-cells.ts';
import { type Cell, Gap, type Reader } from '../pages.ts';
import type { Block } from './blocks.ts';
import { printedLabels } from './printed-labels.ts';

/** Who an opinion on a form for approval is of. */
export type Rank = 'handler' | 'unit' | 'head';

const handler =
  /^(?:承办|经办|办案|受案|(?:[一-龥]{0,6}(?:执法|监察|监督|稽查))|调查|办理|主办)(?:人|人员|员|队员|执法人员)(?:的?(?:拟办|处理|初步|初审|立案|处罚|承办|审查|调查)?(?:意见|建议)(?:及理由|和理由)?)$|^拟(?:立案|处理|处罚|结案)意见$|^(?:[一-龥]{2,8}及)?(?:不予)?立案(?:[/(、](?:不予)?立案\)?)?(?:的?理由|建议)$/u;
const unit =
  /^(?:(?:承办|经办|办案|执法|调查|审核|法制|法规|政策法规|业务|监察|稽查|监督|执法监察|综合执法)(?:审核)?(?:工作)?(?:机构|部门|单位|办公室|科室|处室|科|处|股室?|室|大队|中队|支队)|部门|科室|[一-龥]{0,4}机构|大队|中队|支队|[一-龥]{0,4}(?:所|队|股))(?:负责人|领导)?(?:的?(?:审核|审查|初审|复核|处理)?(?:意见|建议)|审核|审查|初审)$/u;
const head =
  /^(?:[一-龥]{0,8}(?:人民政府|镇政府|乡政府|办事处|街道)(?:负责人|领导|主要领导|分管领导)?的?(?:审批|审查|批准|处理)?(?:意见|决定|批示)|[一-龥]{0,8}(?:主管部门|监督管理部门|监管部门|(?:行政|执法|处罚)机关)(?:(?:负责人|领导)?的?(?:审批|审查|批准|处理|签批)?(?:意见|决定|批示)|(?:负责人|领导)(?:审批|批准|签批))|(?:(?:行政|执法|本)?机关|行政(?:(?:主管)?部门)?|主管部门|分?局|单位|委|厅|(?:海)?关|署|办|院|会|中心|管委会)?(?:(?:分管|主管|主要)?(?:[局厅委署关院])?(?:负责人|领导)|局长|主任|分管局长|局长办公会)(?:的?(?:审批|审查|批准|处理|签批)?(?:意见|决定)|批示|审批|批准|签批)|(?:立案|结案|处罚|处理)(?:审批|批示)|(?!承办|经办|办案|执法|调查|审核|法制|法规|政策|业务)[一-龥]{2,8}部门(?:负责人|领导)(?:审批|批准|签批)意见)$/u;

/** 专卖管理部门意见, 水政科意见: some part of the house. */
const someUnit =
  /^(?!.*(?:政府|委员会|全体))[一-龥]{2,10}(?:部门|机构|科|处|股|室|队|所|站|中心)(?:负责人|领导)?(?:审核|审查|初审|复核)?意见$/u;

/** Whose word the label heads is not known; it ends what stands before it all the same. */
const someOpinion =
  /^(?!同意|按|拟|请|无|已|不|建议|经|以上|是否|对)[一-龥()、/]{0,14}(?:负责人|领导|部门|机构|单位|机关|中心|科室?|室|队|所|处|局|委|办|股|站|人员?|员|长|主任|书记|组|院|会|厅)(?:的?(?:审核|审查|审批|批准|处理|初审|复核|会签|签批|拟办|审定)?(?:意见|批示|建议))$/u;

/** A form for approval has no more cells; lists do. */
const mostCells = 2000;

/** Posts that stand for an opinion where the row has a place to sign. */
const posts: readonly (readonly [RegExp, Rank])[] = [
  [/^(?:承办|经办|办案|执法|调查)(?:人|人员)$/u, 'handler'],
  [
    /^(?:(?:承办|经办|办案|审核|法制|法规|业务)(?:机构|部门|单位|科室?|处室?|股室?)|部门|科室|机构|大队|中队|支队)(?:负责人|领导|审核)?$/u,
    'unit',
  ],
  [/^(?:(?:行政|执法)?(?:机关|局|单位))?(?:分管|主管|主要)?(?:负责人|领导|局长)(?:审批)?$/u, 'head'],
];

/** An opinion of which the form tells the rank by a post, not by a label of its own. */
export interface RankedBlock extends Block {
  readonly rank: Rank;
}

/**
 * Opinions in rows that a post heads: of a list with the columns opinion, hand and day, or of rows where 意见 stands beside the post.
 */
export function opinionsOfPosts(reader: Reader): readonly RankedBlock[] {
  const found: RankedBlock[] = [];
  if (reader.cells.length > mostCells) return found;
  for (const cell of reader.cells) {
    const words = reader.dense.slice(cell.start, cell.end);
    if (!/^(?:审批|审核|处理)?意见(?:内容)?$/u.test(words)) continue;
    const list = listUnder(reader, cell.start);
    const heads = list?.heads.map((head) => reader.dense.slice(head.start, head.end)) ?? [];
    if (list !== null && heads.some((one) => /人$|签名|签字/u.test(one)) && heads.some((one) => /时间|日期/u.test(one)))
      for (const [post, ...others] of list.rows) {
        const last = others.at(-1);
        if (post !== undefined && last !== undefined) found.push(...ranked(reader, post, last.end));
      }
    const [post] = headsOf(reader, cell.start);
    if (post === undefined || post.rows < 2) continue;
    const rows = reader.cells.filter((one) => one.table === post.table && one.row < post.row + post.rows);
    found.push(...ranked(reader, post, Math.max(...rows.map((one) => one.end)), cell.end));
  }
  return found;
}

function ranked(reader: Reader, post: Cell, end: number, from = post.end): RankedBlock[] {
  const label = reader.dense.slice(post.start, post.end);
  const rank = posts.find(([pattern]) => pattern.test(label))?.[1];
  return rank === undefined ? [] : [{ rank, label, start: post.start, from, end: Math.max(from, end) }];
}

/** Labels of opinions as a form prints them, in cells and before a colon where lines begin, beyond those everybody prints. */
export function opinionsPrinted(reader: Reader): Readonly<Record<Rank, readonly string[]>> {
  const found: Record<Rank, string[]> = { handler: [], unit: [], head: [] };
  for (const cell of reader.cells.length > mostCells ? [] : reader.cells) {
    const rank = cell.end - cell.start > 20 ? null : rankOf(reader, cell);
    if (rank !== null) found[rank].push(reader.dense.slice(cell.start, cell.end));
  }
  for (const { start, end } of reader.lines) {
    const line = reader.dense.slice(start, Math.min(end, start + 20));
    // The cells of a form laid one below the other leave its label alone on a line.
    const [words] =
      /^[^:]{2,16}(?=:)|^(?:[一-龥()、/]{2,18}(?:意见|建议|批示|理由)|[一-龥]{0,6}(?:负责人|领导|局长|承办人|经办人|办案人员)(?:审批|批准|签批)?|(?:立案|结案|处罚|处理)审批)$/u.exec(
        line,
      ) ?? [labelBeforeGap(reader, start, end)];
    const rank = words === undefined ? null : (rankOfWords(words) ?? postBefore(reader, words, start));
    if (words !== undefined && rank !== null) found[rank].push(words);
  }
  for (const label of printedLabels(reader, /(?:意见|建议|批示)$/u)) {
    const rank = rankOfWords(label);
    if (rank !== null && !found[rank].includes(label)) found[rank].push(label);
  }
  return found;
}

/** Labels of opinions of whom the words do not tell. */
export function opinionsOfOthers(reader: Reader): readonly string[] {
  return printedLabels(reader, someOpinion).filter(
    (label) => rankOfWords(label) === null && (reader.dense.includes(`${label}:`) || inCell(reader, label)),
  );
}

function inCell(reader: Reader, label: string): boolean {
  return reader.cells.some(({ start, end }) => end - start === label.length && reader.dense.startsWith(label, start));
}

/** 分管领导:同意。张三 2030年1月2日: a post before a colon, or alone, with an opinion and its day behind it. */
function postBefore(reader: Reader, words: string, start: number): Rank | null {
  const rank = posts.find(([pattern]) => pattern.test(words))?.[1];
  const said = reader.dense.slice(start + words.length, start + words.length + 60).replace(/^:/u, '');
  const day = /^(?:拟|建议|同意|不同意|批准|准予)[^:]{0,40}?\d{4}年\d{1,2}月\d{1,2}日/u.test(said);
  return rank !== undefined && day ? rank : null;
}

/** 案情及立案(不予立案)理由 | 2030年…: what stands at the head of a line before a stroke or a wide gap. */
function labelBeforeGap(reader: Reader, start: number, end: number): string | undefined {
  for (let at = start + 2; at < Math.min(end, start + LONGEST_LABEL); at++)
    if (reader.gapBefore(at) >= Gap.wide) return reader.dense.slice(start, at);
  return undefined;
}

const LONGEST_LABEL = 24;

function rankOf(reader: Reader, cell: Cell): Rank | null {
  const words = reader.dense.slice(cell.start, cell.end).replace(/:$/u, '');
  const own = rankOfWords(words);
  if (own !== null) return own;
  const rank = posts.find(([pattern]) => pattern.test(words))?.[1];
  return rank !== undefined && (isSignedBeside(reader, cell) || saysBeside(reader, cell)) ? rank : null;
}

function rankOfWords(words: string): Rank | null {
  if (handler.test(words)) return 'handler';
  if (unit.test(words)) return 'unit';
  if (head.test(words)) return 'head';
  return someUnit.test(words) ? 'unit' : null;
}

/** Whether all that stands beside a post is an opinion with its day. */
function saysBeside(reader: Reader, cell: Cell): boolean {
  const beside = reader.cells.filter(
    (one) => one.table === cell.table && one.row === cell.row && one.column > cell.column && one.end > one.start,
  );
  const [only] = beside;
  return only !== undefined && beside.length === 1 && opinionWithDay.test(reader.dense.slice(only.start, only.end));
}

const opinionWithDay = /^(?:拟|建议|同意|不同意|批准|准予|可以|已).{0,120}\d{4}年\d{1,2}月\d{1,2}日$/u;

/** Whether the row of a post has a cell that says 签名: then what stands between is an opinion. */
function isSignedBeside(reader: Reader, cell: Cell): boolean {
  return reader.cells.some(
    (one) =>
      one.table === cell.table &&
      one.row === cell.row &&
      one.column > cell.column + cell.columns &&
      /^(?:签名|签字|签章):?$/u.test(reader.dense.slice(one.start, one.end)) &&
      headsOf(reader, one.start).at(-1) === cell,
  );
}
