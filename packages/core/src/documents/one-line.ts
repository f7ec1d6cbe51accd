import type { Reader } from './pages.ts';
import { isAgencyName } from './titles.ts';

/** Headings of decisions, with what tells their kinds apart. */
const HEADING = /(不予)?(?:行政|简易程序|当场)?(?:行政)?处罚决定书(?:\((?:简易|当场|[一-龥]{1,4})\))?/g;
/** The label of the party right behind the heading and the number. */
const TO_PARTY = /^(?:[^,。;《]{0,90})?(?:当事人|被处罚人|被处罚单位|受处罚人|受处罚单位|违法行为人)[^,。;:]{0,8}:/;
/** A number, a name and the label of a particular. */
const TO_PARTICULARS =
  /^\(?[一-龥()\d]{1,16}[〔[【]\d{4}[〕\]】]第?\d{1,8}号\)?[^,。;《:]{4,45}:?(?:统一社会信用代码|法定代表人|地址|住所)[^,。;]{0,8}:/;
/** A number and a person with sex: …号当事人王某,男,… */
const TO_PERSON =
  /^\(?[一-龥()\d]{1,16}[〔[【(]\d{4}[〕\]】)][第\dA-Z-]{1,14}号\)?(?:当事人|被处罚人|违法行为人)?[一-龥·*×]{2,8},(?:男|女|性别)/;
/** Words before the heading that make it another paper's. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/(?:撤销|变更)(?:行政)?$/, 'decision-withdrawal'],
  [/(?:更正|补正)(?:行政)?$/, 'decision-correction'],
  [/按日(?:连续|计罚?)(?:行政)?$/, 'daily-penalty-decision'],
];
/** What makes the title the object of a sentence. */
const TOLD = /《[^》]*$|[“,;。]|收到|送达|作出|下达|不服|发布/;

const SHORTEST = 150;
const LONGEST_HEAD = 600;

/** The head of the long line, behind the agency's name where that kept a line of its own; null where no line is long. */
function headOf({ lines, dense }: Reader, most: number): string | null {
  const [first, second] = lines;
  const alone = first !== undefined && isAgencyName(dense.slice(first.start, first.end));
  const line = alone ? second : first;
  if (line === undefined || line.end - line.start < SHORTEST) return null;
  return dense.slice(line.start, Math.min(line.end, line.start + most));
}

/**
 * The kind of a copy that lost all its line breaks: 某局行政处罚决定书甲罚〔2031〕1号当事人:…, heading, number and the party's label right
 * behind one another. Null where the first line is none.
 */
export function kindInOneLine(reader: Reader): string | null {
  const head = headOf(reader, LONGEST_HEAD);
  if (head === null) return null;
  if (/^[^。,;《]{0,40}加处罚款决定书/.test(head)) return 'surcharge-decision';
  for (const heading of head.matchAll(HEADING)) {
    if (TOLD.test(head.slice(Math.max(0, heading.index - 30), heading.index))) continue;
    const behind = head.slice(heading.index + heading[0].length);
    if (!TO_PARTY.test(behind) && !TO_PARTICULARS.test(behind) && !TO_PERSON.test(behind)) continue;
    const other = OTHERS.find(([words]) => words.test(head.slice(0, heading.index)));
    if (other !== undefined) return other[1];
    if (heading[1] !== undefined) return 'no-penalty-decision';
    // 行政(当场)处罚决定书
    const lead = head.slice(Math.max(0, heading.index - 6), heading.index);
    return /简易|当场/.test(lead + heading[0]) ? 'summary-decision' : 'penalty-decision';
  }
  return null;
}

/** Titles of forms and records, as far as they need be told apart in a copy of one line. */
const FORMS: readonly (readonly [title: string, kind: string])[] = [
  ['立案(?:/不予立案)?(?:审批|呈批|登记)表', 'filing-approval'],
  ['(?:调查)?询问笔录', 'inquiry-record'],
  ['行政强制(?:措施)?现场笔录', 'measure-record'],
  [
    '(?:现场)?(?:检查|勘验|勘察|勘查)?(?:\\([一-龥]{2,4}\\))?(?<=现场.{0,6}|检查.{0,6}|勘.{0,6})(?:笔录|记录)',
    'inspection-record',
  ],
  ['(?:文书)?送达回[证执]', 'service-receipt'],
  ['集体讨论(?:意见)?(?:记录|笔录)|合议记录', 'discussion-record'],
  ['(?:案件)?调查(?:终结)?报告', 'investigation-report'],
  ['结案(?:审批表|呈批表|报告表?|登记表)', 'closing-approval'],
  ['(?:行政)?处罚(?:决定|意见)?(?:审批|呈批)表|案件(?:处理|处罚)(?:意见)?(?:审批|呈批)表', 'decision-approval'],
  ['法制审核(?:意见)?[书表]', 'legal-review'],
  ['听证笔录', 'hearing-record'],
];
const AGENCY = '(?:[一-龥]{2,24}(?:局|厅|委员会|委|政府|大队|支队|总队|办事处|海关|站|所))?(?:[一-龥]{2,8})?';
const NUMBERED = '(?:\\(?[一-龥()]{1,14}[〔[【]\\d{4}[〕\\]】]第?\\d{1,6}号\\)?)?';
const forms = FORMS.map(([title, kind]) => ({
  kind,
  // The first label stands right behind the title, or behind its number.
  made: new RegExp(`^${AGENCY}(?:${title})${NUMBERED}(?:编号)?(?:[一-龥()/、]{2,12}):`, 'u'),
}));

/** The same of a form or record: 立案审批表案由:… . Null where the first line is none. */
export function formInOneLine(reader: Reader): string | null {
  const head = headOf(reader, 90);
  return head === null ? null : (forms.find(({ made }) => made.test(head))?.kind ?? null);
}
