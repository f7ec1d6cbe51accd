import type { Kinds } from './kinds.ts';
import { fold } from './normalise.ts';
import type { Reader } from './pages.ts';
import { FORM_END } from './paper-starts.ts';
import { isScan } from './scan-text.ts';
import { isAgencyName } from './titles.ts';

/** What papers that are no forms are called: 平面布局图, 食品安全管理制度, 情况说明. */
const PAPER_END =
  /(?:复印件|照片|图片?|制度|材料|资料|说明|清单|名单|合同|协议|发票|申请|声明|承诺|截图|图纸|附件|明细|预案)(?:\([^()]{1,16}\))?$/u;
/** A heading stands in one of the first rows, the agency's name or a number above it. */
const FIRST_ROWS = 3;
const FEWEST = 4;
const MOST = 30;

/** The heading of a paper that has no kind here, as it stands alone in one of its first rows; null where none does, or where a picture was read. */
export function ownHeading(reader: Reader): string | null {
  if (!isOnePaper(reader)) return null;
  const { lines, dense, gapBefore } = reader;
  for (const { start, end } of lines.slice(0, FIRST_ROWS)) {
    const row = dense.slice(start, end);
    if (isAgencyName(row)) continue;
    const alone = row.length >= FEWEST && row.length <= MOST && /^[一-龥()、“”·—-]+$/u.test(row);
    if (!alone || !(FORM_END.test(row) || PAPER_END.test(row))) return null;
    // 姓名 张三 单位 某厂情况说明: words with a wide gap between them are no heading; letters set apart evenly are.
    const gaps = [...row].filter((_, at) => at > 0 && gapBefore(start + at) > 0).length;
    return gaps === 0 || gaps >= row.length - 1 ? row : null;
  }
  return null;
}

/** Whether nothing says that another paper lies in it: it was not read from a picture, and no later page of it begins with a row like a heading. */
export function isOnePaper({ lines, dense, pages }: Reader): boolean {
  if (pages.some(isScan)) return false;
  return !lines.some(({ page, start, end }, index) => {
    const opensPage = index > 0 && lines[index - 1]?.page !== page;
    return opensPage && /^[一-龥()、“”]{4,30}$/u.test(dense.slice(start, end));
  });
}

const pairs = (text: string): string[] => {
  const bare = fold(text).replace(/[^一-龥]/gu, '');
  return [...bare].slice(0, -1).map((character, at) => character + (bare[at + 1] ?? ''));
};

/** Two characters in the titles of more kinds than these, as 行政 and 通知 are, say nothing of what a paper is. */
const IN_MOST = 40;

/** So do the words for what agencies do: 行政处罚案件快速办理确认书 may be any paper of a penalty by them. */
const OF_THE_FIELD: ReadonlySet<string> = new Set([
  ...'行政 处罚 许可 强制 执法 案件 政处 政许 政强 政执 罚案'.split(' '),
]);

const byPair = new WeakMap<Kinds, ReadonlyMap<string, ReadonlySet<string>>>();

/** The kinds whose titles share two characters in a row with a heading: it may be one of them under a name nobody listed. */
export function kindsLike(heading: string, kinds: Kinds): string[] {
  let index = byPair.get(kinds);
  if (index === undefined) {
    const made = new Map<string, Set<string>>();
    for (const { id, label, titles } of kinds)
      for (const pair of [label, ...titles].flatMap(pairs)) made.set(pair, (made.get(pair) ?? new Set()).add(id));
    byPair.set(kinds, made);
    index = made;
  }
  const told = (pair: string): readonly string[] => [...(index.get(pair) ?? [])];
  const like = new Set(
    pairs(heading).flatMap((pair) => (told(pair).length > IN_MOST || OF_THE_FIELD.has(pair) ? [] : told(pair))),
  );
  return [...like].sort();
}
