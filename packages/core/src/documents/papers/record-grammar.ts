import { BUSINESS_END } from '../decision/names.ts';
import type { Reader } from '../pages.ts';
import type { Field } from '../scan/labels.ts';
import { printedLabels } from './printed-labels.ts';
import {
  askedLabels,
  endLabels,
  officerLabels,
  placeLabels,
  presentLabels,
  timeLabels,
  whoSigns,
} from './record-labels.ts';

/** How agencies make up the labels of records, whatever they call it: 勘验(检查)人, 现场检查(勘察)时间, 水政监察员及证件号. */
const act =
  '检查|勘验|勘查|勘察|询问|讯问|查问|调查|执法|办案|监督|监察|稽查|巡查|巡护|核查|检验|取证|盘查|抽样|勘测|测量|踏勘|检疫|清点';
const acts = `(?:${act})(?:[(、/和与]?(?:${act})\\)?){0,3}`;
const more =
  '(?:(?:或者?|及其?|和|、|/|\\()?(?:单位|个人|场所|企业|店铺|人|姓名|名称|现场负责人|负责人){1,2}\\)?){0,3}';

/** What may stand before 检查人 and the like, and makes it nobody else's: 被检查人 is no officer, nor is 随同检查人员. */
const before = '(?:(?!被|受检|见证|当事|在场|陪同|随同|笔录|记录)[一-龥]){0,6}?';

/** The officers, alone or with their certificates in the same cell. */
const ofOfficers = new RegExp(
  `^(?!被|受|见证|当事|在场|陪同|随同|记录|邀请|负责|其他)(?:主办|协办)?${before}${acts}(?:人员?|员|民警|警察)(?:姓名)?[一二三123]?` +
    '(?:(?:及其?|、|和|与|/|\\()(?:行政)?(?:执法|工作|监察|检查|单位)?(?:证件?)?(?:编?号码?|名称)?\\)?)?$',
  'u',
);
const ofTimes = new RegExp(`^(?:现场)?${acts}(?:开始|起始|起止)?(?:时间|日期)$`, 'u');
const ofEnds = new RegExp(`^(?:现场)?(?:${acts})?(?:结束|终止)(?:时间|日期)$`, 'u');
const ofPlaces = new RegExp(`^(?:现场)?${acts}(?:地点|场所|地址|位置)$`, 'u');
/** Whoever was inspected or was there. */
const ofPresent = new RegExp(
  `^(?:(?:被(?:现场)?${acts}|受检)(?:人员?|单位|对象|场所|企业)${more}|(?:当事人|被检查人|单位)?(?:现场|在场|陪同)(?:负责人|当事人|代表人?|人员?)${more}|当事人${more})$`,
  'u',
);
const ofAsked = new RegExp(`^被${acts}(?:人|对象)${more}$`, 'u');
/** A place where officers sign. */
const ofSigning = new RegExp(
  `^(?!被|受|见证|当事|在场|陪同|随同|记录|邀请|负责|其他)${before}${acts}(?:人员?|员|民警|警察)(?=\\(?(?:签名|签字|签章|盖章))`,
  'u',
);
/** A place where whoever was inspected or asked signs. */
const ofOtherHands = new RegExp(
  `^(?:(?:被(?:现场)?${acts}|受检)(?:人员?|单位|对象|场所)${more}|(?:现场|在场|陪同|随同)[一-龥]{0,4}(?:负责人|当事人|人员?)|当事人)${more}(?=(?:阅后|核对后|确认后?)?\\(?(?:签名|签字|签章|盖章|捺印))`,
  'u',
);

/** The labels a record may have by what they head: those everybody prints, then what else this one makes of the same words. */
export interface RecordLabels {
  readonly times: readonly string[];
  readonly ends: readonly string[];
  readonly places: readonly string[];
  readonly officers: readonly string[];
  readonly asked: readonly string[];
  readonly present: readonly string[];
  /** Who signs for the agency. */
  readonly signing: readonly string[];
  /** Who signs beside them, but for those everybody prints. */
  readonly hands: readonly string[];
}

/** `head` is where the head of the record ends. */
export function recordLabels(reader: Reader, head: number): RecordLabels {
  const own = (grammar: RegExp): readonly string[] => printedLabels(reader, grammar, head);
  const signing = (grammar: RegExp): readonly string[] =>
    printedLabels(reader, grammar).flatMap((label) => grammar.exec(label)?.[0] ?? []);
  return {
    times: [...timeLabels, ...own(ofTimes)],
    ends: [...endLabels, ...own(ofEnds)],
    places: [...placeLabels, ...own(ofPlaces)],
    officers: [...officerLabels, ...own(ofOfficers)],
    asked: [...askedLabels, ...own(ofAsked)],
    present: [...presentLabels, ...own(ofPresent)],
    signing: [...whoSigns, ...signing(ofSigning)],
    hands: signing(ofOtherHands),
  };
}

/** 当事人:某公司 当事人现场代表:张三: of a firm and whoever was there for it, the person; the first field in any other case. */
export function onTheSpot(
  labels: RecordLabels,
  who: 'asked' | 'present',
  first: (labels: readonly string[]) => Field | undefined,
): Field | undefined {
  const named = first(labels[who]);
  if (who === 'asked' || named === undefined || !BUSINESS_END.test(named.text)) return named;
  const there = first(labels[who].filter((label) => /(?:现场|在场|陪同)/u.test(label)));
  return there !== undefined && /^[一-龥·]{2,4}$/u.test(there.text) && !BUSINESS_END.test(there.text) ? there : named;
}

/** 甲厂厂区被检查(勘察): without the head of the next label, which a copy without gaps ran into the place. */
export function withoutHead(place: string): string {
  return place.replace(/(?<=.{3})(?:被(?:检查|勘验|勘察|勘查|询问)|受检)(?:[(（][一-龥]{2,4}[)）])?$/u, '');
}
