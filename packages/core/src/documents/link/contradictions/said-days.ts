import { dayNumber } from '../../../kernel/day.ts';
import { foldName } from '../../../kernel/names.ts';
import type { Fact, ListItem } from '../../../record/types.ts';
import type { Kinds } from '../../kinds.ts';
import { Gap } from '../../pages.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import { scanDates } from '../../scan/dates.ts';
import { scanNumbers } from '../../scan/numbers.ts';
import { titleOf } from '../../titles.ts';
import type { Clash } from '../clashes.ts';
import { daysIn, MOST, ofOthers, ofWords, speaksOfAnother } from './papers.ts';
import { ownNumber } from './said-numbers.ts';

/** An act of the case, the papers made of it, and how another paper tells of it behind the day or before it. */
interface Act {
  readonly called: string;
  readonly own: readonly string[];
  readonly behind?: RegExp;
  readonly before?: RegExp;
  /** The only papers that tell of it, where other papers say the like of other acts. */
  readonly tellers?: readonly string[];
  /** What the first kind of own papers must speak of. */
  readonly about?: RegExp;
  /** The party writes the paper, which comes in later than the day it bears. */
  readonly letter?: true;
}

const acts: readonly Act[] = [
  {
    called: '举行听证',
    own: ['hearing-record'],
    behind: /^[^。;]{0,24}(?:举行|召开|组织)了?[^。;,]{0,6}听证(?!通知)/u,
    tellers: ['penalty-decision', 'hearing-report', 'discussion-record', 'investigation-report', 'closing-approval'],
  },
  {
    called: '要求听证',
    own: ['hearing-request'],
    letter: true,
    behind: /^[^。;,]{0,12}(?:提出|提交|要求|申请)[^。;,]{0,8}听证/u,
  },
  {
    called: '陈述申辩',
    own: ['statement-record', 'statement-review', 'statement-waiver'],
    letter: true,
    behind: /^,?[^。;,]{0,12}(?:提出|提交|进行|放弃)了?[^。;,]{0,8}(?:陈述|申辩)/u,
  },
  {
    called: '先行登记保存',
    own: ['preservation-notice', 'preservation-list'],
    behind: /^[^。;]{0,50}登记保存(?!物品处理|证据处理|处理|通知书》?\(?[^)]{0,30}\)?(?:的)?(?:解除|处理))/u,
    tellers: ['preservation-handling'],
  },
  {
    called: '采取强制措施',
    own: ['seizure-decision', 'freezing-decision'],
    behind: /^[^。;]{0,12}(?:作出|制作|下达|对)[^。;]{0,40}(?:查封|扣押|暂扣|扣留|强制措施)/u,
    tellers: ['measure-extension', 'measure-lifting', 'measure-handling', 'appraisal-period-notice'],
  },
  {
    called: '责令改正',
    own: ['correction-order'],
    behind: /^,?[^。;,]{0,12}(?:作出|下达|送达|发出)了?[^。;,]{0,6}责令/u,
    tellers: ['correction-review', 'penalty-decision', 'penalty-notice', 'enforcement-application'],
  },
  {
    called: '受理申请',
    own: ['licence-acceptance', 'licence-application'],
    behind: /^,?(?:受理|(?:提出|提交)的?[^。;]{0,20}申请)/u,
    tellers: ['licence-decision', 'licence-refusal', 'licence-review-report', 'interested-notice'],
  },
  {
    called: '现场核查',
    own: ['licence-verification'],
    behind: /^,?(?:经|由)?[^。;,]{0,12}(?:进行|开展)?了?(?:现场|实地)核查/u,
    tellers: ['licence-decision', 'licence-refusal', 'licence-review-report', 'interested-notice'],
  },
  {
    called: '询问',
    own: ['inquiry-record'],
    behind: /^,?[^。;,]{0,8}询问(?!通知|笔录》?(?:所|中))|^《[^》]{0,6}询问笔录》/u,
    tellers: ['investigation-report', 'penalty-decision', 'penalty-notice', 'decision-approval'],
  },
  {
    called: '处理没收物品',
    own: ['confiscation-disposal'],
    behind: /^[^。;]{0,12}(?:销毁|拍卖|上缴|移交)/u,
    tellers: ['closing-approval'],
  },
  {
    called: '结案',
    own: ['closing-approval'],
    before: /结案(?:日期|时间):?$/u,
    tellers: ['cover'],
  },
  {
    called: '送达处罚决定',
    own: ['service-receipt', 'penalty-decision'],
    about: /处罚决定书/u,
    before: /处罚决定书?送达(?:日期|时间):?$/u,
    tellers: ['closing-approval', 'cover'],
  },
];

const NAMED = /^[^。;《》]{0,30}?(?:送达|收到|签收|下达|作出|发出|制作|以)了?[^。;《》]{0,16}《([^《》]{4,28})》/u;

/**
 * Days on which another paper says something was done, where the paper made of it names no such day at all. Only acts of which one paper alone is
 * in the file are compared: a second may be told of.
 */
export function saidDays(
  documents: readonly RecognisedDocument[],
  facts: Readonly<Record<string, Fact>>,
  kinds: Kinds,
): Clash[] | null {
  const clashes: Clash[] = [];
  let compared = false;
  const known = new Set((facts['notice.date']?.alternatives ?? []).map(({ value }) => value));
  for (const teller of documents) {
    if (ofOthers.has(teller.kind) || ofWords.has(teller.kind) || teller.kind === 'file-index') continue;
    const text = teller.reader.dense;
    for (const date of scanDates(teller.reader)) {
      if (date.value === null || date.form !== 'words' || speaksOfAnother(text, date.start)) continue;
      const clause = clauseBehind(text, date.end);
      const before = text.slice(Math.max(0, date.start - 16), date.start);
      const told = actOf(teller, clause, before, documents) ?? namedIn(teller, clause, documents, kinds);
      if (told === null) continue;
      const [called, own, open] = told;
      const days = own.map(daysIn);
      if (days.every((one) => one.size === 0)) continue;
      compared = true;
      if (days.some((one) => one.has(date.value ?? '')) || known.has(date.value) || open?.(date.value) === true)
        continue;
      const [paper] = own;
      if (paper === undefined) continue;
      const at = scanDates(paper.reader).findLast(({ value }) => value !== null);
      clashes.push({
        says: `${teller.title}记载${date.value}${called}，卷内${paper.title}没有这一日期`,
        anchors: [
          ...teller.reader.anchorOf(date.start, date.end),
          ...(at === undefined ? [] : paper.reader.anchorOf(at.start, at.end)),
        ],
      });
    }
  }
  const early = servedEarly(documents, facts);
  const listed = listedDays(documents);
  if (listed === null && !compared && early.length === 0) return null;
  return [...clashes, ...early, ...(listed ?? [])].slice(0, MOST);
}

/** What is told behind a day, up to the end of the sentence or the next day. */
function clauseBehind(text: string, end: number): string {
  const clause = /^[^。;?]{0,90}/u.exec(text.slice(end, end + 90))?.[0] ?? '';
  const next = clause.search(/\d{4}年\d{1,2}月|解除|延长(?!行政)/u);
  return next < 0 ? clause : clause.slice(0, next);
}

/** What is told to be done, the papers made of it, and from which day on others may be right: a paper without a receipt was served later, a letter came in later. */
type Told = readonly [called: string, own: readonly RecognisedDocument[], open: ((day: string) => boolean) | undefined];

function actOf(
  teller: RecognisedDocument,
  clause: string,
  before: string,
  documents: readonly RecognisedDocument[],
): Told | null {
  for (const { called, own, behind, before: label, tellers, letter, about } of acts) {
    if (own.includes(teller.kind) || (tellers !== undefined && !tellers.includes(teller.kind))) continue;
    if (!(behind?.test(clause) ?? false) && !(label?.test(before) ?? false)) continue;
    const papers = documents.filter(({ kind }) => own.includes(kind));
    const made = documents.filter(({ kind, reader }) => kind === own[0] && about?.test(reader.dense) !== false);
    return made.length === 1 ? [called, papers, letter === true ? soonAfter(papers) : undefined] : null;
  }
  return null;
}

/** 于2030年3月4日送达《某某告知书》: the paper named, the only one of its kind, and the receipts that name it. */
function namedIn(
  teller: RecognisedDocument,
  clause: string,
  documents: readonly RecognisedDocument[],
  kinds: Kinds,
): Told | null {
  const name = NAMED.exec(clause)?.[1];
  if (name === undefined) return null;
  const kind = titleOf(name, kinds)?.kind;
  const papers = documents.filter((one) => one.kind === kind);
  const [paper] = papers;
  if (paper === undefined || papers.length > 1 || paper === teller || /notice-of-right|announcement/u.test(paper.kind))
    return null;
  const receipts = documents.filter((one) => one.kind === 'service-receipt' && names(one, paper, name));
  return [
    `送达或者作出《${name}》`,
    [paper, ...receipts],
    receipts.length > 0 ? undefined : soonAfter([paper], Infinity),
  ];
}

/** Days a letter is on its way to the agency. */
const ON_ITS_WAY = 7;

function soonAfter(papers: readonly RecognisedDocument[], within = ON_ITS_WAY): (day: string) => boolean {
  const days = papers.flatMap((paper) => [...daysIn(paper)].map((day) => dayNumber(day) ?? Infinity));
  return (day) =>
    days.some((one) => (dayNumber(day) ?? -Infinity) >= one && (dayNumber(day) ?? Infinity) - one <= within);
}

function names(receipt: RecognisedDocument, paper: RecognisedDocument, name: string): boolean {
  return receipt.reader.dense.includes(paper.title) || receipt.reader.dense.includes(name);
}

function isParted({ gapBefore }: RecognisedDocument['reader'], start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (gapBefore(at) > Gap.none) return true;
  return false;
}

/** Days of an index that the paper of the number in the same row does not name. */
function listedDays(documents: readonly RecognisedDocument[]): Clash[] | null {
  const indexes = documents.filter(({ kind }) => kind === 'file-index');
  const numbered = documents.flatMap((document) => {
    const own = document.kind === 'file-index' || ofOthers.has(document.kind) ? null : ownNumber(document);
    return own === null ? [] : [{ document, number: foldName(own.value), own }];
  });
  if (indexes.length === 0) return null;
  return indexes.flatMap(({ reader, title }) =>
    reader.lines.flatMap(({ start, end }): Clash[] => {
      const [hit, more] = scanNumbers(reader, start, end);
      const [day, another] = scanDates(reader, hit?.end ?? start, end);
      const papers = numbered.filter(({ number }) => number === foldName(hit?.value ?? ''));
      const [paper] = papers;
      if (hit === undefined || more !== undefined || another !== undefined || paper === undefined || papers.length > 1)
        return [];
      if (day === undefined || day.value === null || daysIn(paper.document).size === 0) return [];
      // The number of the page stands right behind the day in the text without blanks.
      if (isParted(reader, day.start, day.end)) return [];
      if (daysIn(paper.document).has(day.value)) return [];
      return [
        {
          says: `${title}列${paper.document.title}为${day.value}，该文书没有这一日期`,
          anchors: [
            ...reader.anchorOf(day.start, day.end),
            ...paper.document.reader.anchorOf(paper.own.start, paper.own.end),
          ],
        },
      ];
    }),
  );
}

/** A paper served before the day it bears; of the decision a rule of its own tells. */
function servedEarly(documents: readonly RecognisedDocument[], facts: Readonly<Record<string, Fact>>): Clash[] {
  const served = facts['services[]']?.value;
  const items = Array.isArray(served) ? (served as readonly ListItem[]) : [];
  return items.flatMap((item): Clash[] => {
    const papers = documents.filter(({ kind }) => kind === item.document);
    const [paper] = papers;
    if (paper === undefined || papers.length > 1 || typeof item.date !== 'string') return [];
    if (paper.kind === 'penalty-decision') return [];
    // The day it bears is the last it names at its foot.
    const last = scanDates(paper.reader).findLast(({ value }) => value !== null);
    const foot = last !== undefined && last.end >= paper.reader.dense.length - 40;
    if (last === undefined || !foot || last.value === null || daysIn(paper).size === 0) return [];
    const earliest = item.date;
    if (earliest >= last.value || daysIn(paper).has(earliest)) return [];
    return [
      {
        says: `${paper.title}落款${last.value}，送达回证为${earliest}`,
        anchors: [...paper.reader.anchorOf(last.start, last.end), ...(item.anchors ?? []).slice(0, 1)],
      },
    ];
  });
}
