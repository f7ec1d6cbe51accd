import type { Kinds } from './kinds.ts';
import { letterTitle } from './letters.ts';
import { fold } from './normalise.ts';
import { familyOf } from './title-families.ts';

export interface Title {
  readonly kind: string;
  /** As printed without spaces, the agency's name taken off. */
  readonly title: string;
  /** 0…1 how sure a line is a heading, by what stands around the title in it. */
  readonly confidence: number;
  /** True when the agency's own name stands before the title in the same line. */
  readonly withAgency: boolean;
  /** It stands in the index of the file, and was not seen where the paper begins. */
  readonly listed?: true;
}

interface KnownTitle {
  readonly folded: string;
  readonly printed: string;
  readonly kind: string;
}

interface TitleIndex {
  readonly kinds: ReadonlyMap<string, readonly KnownTitle[]>;
  readonly lengths: readonly number[];
}

const LONGEST_HEADING = 72;
const indexes = new WeakMap<Kinds, TitleIndex>();

function indexOf(kinds: Kinds): TitleIndex {
  const known = indexes.get(kinds);
  if (known !== undefined) return known;
  const byTitle = new Map<string, KnownTitle[]>();
  for (const kind of kinds) {
    for (const printed of kind.titles) {
      const folded = fold(printed);
      const key = bare(folded);
      byTitle.set(key, [...(byTitle.get(key) ?? []), { folded, printed, kind: kind.id }]);
    }
  }
  for (const [key, titles] of [...byTitle])
    for (const other of likewise(key)) if (!byTitle.has(other)) byTitle.set(other, titles);
  const lengths = [...new Set([...byTitle.keys()].map((title) => title.length))].sort((a, b) => b - a);
  const index = { kinds: byTitle, lengths };
  indexes.set(kinds, index);
  return index;
}

/** What agencies print for the same paper where it has cells, or for what was said: 集体讨论记录表, 集体讨论笔录, 结案报告表, 审核意见表. */
function likewise(title: string): string[] {
  if (title.endsWith('记录')) return [`${title}表`, `${title.slice(0, -2)}笔录`];
  if (/[审呈]批表$/.test(title)) return ['审批表', '呈批表', '审批书', '呈批书'].map((end) => title.slice(0, -3) + end);
  if (title.endsWith('报告')) return [`${title}表`, `${title}书`];
  return title.endsWith('意见书') ? [`${title.slice(0, -1)}表`] : [];
}

/** Titles are compared without brackets and slashes: 责令（限期）改正通知书 is 责令限期改正通知书. */
function bare(title: string): string {
  return title.replace(/[()〔〕[\]【】<>〈〉/、□☑√■\\]/g, '');
}

/** What may follow a title in its line: a note in brackets, the number, the number of the page. */
const AFTER_TITLE =
  /^(?:\([^()。,;:《》]{1,40}\))?(?:\(?续页?\)?)?(?:(?:编号|案号|No\.?):?)?(?:(?<=No\.?:?)[A-Z]{0,3}\d{5,12})?(?:\(?(?:[^。,;:《》“”]{0,26}[〔[【﹝(]\d{4}[〕\]】﹞)]|[^。,;:《》“”]{1,20}字(?:第|\d{4}))[^。,;:《》“”]{0,18}\)?)?(?:\([^()。,;:《》]{2,40}\))?(?:\(?第?[\d一二三四五六七八九十]{0,3}页?,?[共/]?\d{0,3}页?\)?)?$/;
const BEFORE_NUMBER = /[〔[【﹝(]\d{4}[〕\]】﹞)]|字(?:第|\d{4})/;
const ON_THE_SPOT = /书\((?:当场(?:处罚)?|简易(?:程序)?)\)/;
/** Words after which a title is one a sentence or a list speaks of. */
const MENTIONED_AFTER =
  /(?:[了的送达到具作发在将对该此本由附及和与至按据份件、,;:。“”《》?!…]|(?<!行)为|收到|制作|下达|领取|不服|撤销|申请|审核|文书|名称)$/;
/** Words that make the line a question or a sentence about the paper: 是否取得排污许可证. */
const ASKED_BEFORE = /是否|有无|取得|持有|办理|出示|具有|具备|提供|依法|应当|未经/;
/** Fields of administration whose name agencies print before the usual title. */
const FIELD_BEFORE =
  /^(?:(?:住房)?(?:城乡)?建设|城市管理|林业|草原|水|水利|(?:交通|道路)运输|卫生(?:健康)?|税务|环境保护|生态环境|农业|渔业|畜牧|兽医|文化(?:市场)?|旅游|市场监督管理|工商|质量监督|食品药品|药品|安全生产|应急管理|消防|劳动保障|教育|民政|统计|公安|财政|气象|烟草专卖|海关|自然资源|国土资源|土地|测绘|海洋|能源|邮政|通信)(?:行政)?(?:执法|监察)?$/;
/** 甲省罚没收据 */
const PLACE_BEFORE = /^[一-龥]{2,6}(?:省|自治区|市)$/;
const AGENCY_END =
  /(?:局|厅|委|委员会|政府|办公室|办事处|支队|大队|总队|中队|队|所|院|部|中心|海关|分局|管理处|监管处|处|站|执法局|会|(?<![相有无机])关|分行|支行|银行)(?:\([^()]{1,16}\))?$/;
/** 名称:甲局行政处罚决定书(某某公司): the row of a web page's frame that tells the heading, the agency in it. */
const LABELLED =
  /^(?:信息|文件|公文)?(?:名称|标题):(?=[一-龥]{2,30}(?:局|会|厅|行|关|政府|办公室)(?:行政处罚|不予行政处罚)[一-龥]{0,6}书)/u;

/** 煤矿安全监管行政执法文书 行政处罚决定书: the name of the set of forms before the title. */
const SET_OF_FORMS = /^(?:[一-龥]{2,8}(?:监管|监察|管理))?(?:行政)?执法文书(?=[一-龥]{4,})/u;

/** Titles that are also everyday words stand alone in their line or are none. */
export const EVERYDAY: ReadonlySet<string> = new Set([
  'identity-proof',
  'evidence',
  'authorisation',
  'appraisal-report',
  'service-announcement',
  'publication-record',
]);

/** Whether the dense text is the name of an authority standing alone: 某某县市场监督管理局. */
export function isAgencyName(dense: string): boolean {
  // 关于某人…案行政处 / 罚决定书: a heading the margin broke ends like the name of a department.
  if (/(?:网站?|门户|平台|栏目|行政处|[时之]所)$|^(?:关于|行政处罚|位于|份)/.test(dense)) return false;
  return dense.length >= 3 && dense.length <= 40 && /^[一-龥()*×xX]+$/.test(dense) && AGENCY_END.test(dense);
}

/** The title a folded line of a page consists of, or null when it is no heading. The longest title wins. */
export function titleOf(line: string, kinds: Kinds): Title | null {
  if (line.length < 3) return null;
  if (line.length > LONGEST_HEADING) return letterTitle(line, kinds);
  // “双随机、一公开”抽查任务表
  const dense = line
    .replace(/^“([^“”]{2,12})”(?=.)/, '$1')
    .replace(LABELLED, '')
    .replace(SET_OF_FORMS, '');
  const index = indexOf(kinds);
  let best: (Title & { length: number }) | null = null;
  for (const [heading, rest] of headings(dense)) {
    if (!AFTER_TITLE.test(rest)) continue;
    const listed = endingIn(heading, index) ?? endingIn(heading.replace(/\([^()]*\)/g, ''), index);
    const family = listed === null || listed.confidence < 0.9 || listed.withAgency ? inFamily(heading) : null;
    // 甲省政府非税收入票据: the place before the title is no agency.
    const named =
      family !== null && (listed === null || listed.confidence < 0.9 || listed.kind === family.kind) ? family : listed;
    const found = named === null ? null : { ...named };
    if (found === null || (best !== null && best.length >= found.length)) continue;
    // 行政处罚决定书(当场): the note behind the title tells the procedure.
    if (found.kind === 'penalty-decision' && ON_THE_SPOT.test(heading + rest)) found.kind = 'summary-decision';
    // 处罚决定书文号 甲市监处罚〔2025〕1号 is a row of a form that names another paper, seldom a heading with its number.
    best = /^(?:文号|编号):?[^:]/.test(rest) ? { ...found, confidence: Math.min(found.confidence, 0.7) } : found;
  }
  // …当日一并送达缴款通知单): the end of a sentence whose bracket the margin parted from it.
  if (best !== null && !best.withAgency && best.confidence < 0.9 && /^[^(]*\)$/.test(dense)) return null;
  return best ?? letterTitle(line, kinds);
}

const NUMBER_TAIL = /^(?:[〔【[(](?:19|20)\d\d[〕】\])]?|(?:19|20)\d\d[〕】\])])第?\d{1,6}号(?:\([^()]{2,40}\))?$/u;

/** The title that a heading broken over two folded lines consists of, or null: in large type, or at the head of a page with its number. */
export function titleOverTwo(line: string, next: string, kinds: Kinds, head: boolean): Title | null {
  // …行政处罚决定书(某某学校食堂食材采购 / 项目): the note behind the title is broken.
  const note = /\([^()]{2,}$/u.exec(line);
  if (head && note !== null && /^[^()。;:]{1,40}\)$/u.test(next) && titleOf(line.slice(0, note.index), kinds) !== null)
    return titleOf(line + next, kinds);
  if (/[:。,;]/.test(line)) return null;
  // …行政处罚决定书 甲市监罚 / 〔2025〕1号
  const numbered = head && line.length > 14 && /^[^。,;:]{3,20}号\)?$/u.test(next) ? titleOf(line + next, kinds) : null;
  if (numbered !== null) return numbered;
  // …行政处罚决定书甲环罚 / 〔2025〕3号(某某公司), a bracket of the year lost or not
  if (head && /书[\p{Script=Han}()]{2,14}[罚决字处]$/u.test(line) && NUMBER_TAIL.test(next)) {
    const rest = next.replace(/^[〔【[(]?(\d{4})[〕】\])]?/u, '〔$1〕');
    return titleOf(line + rest, kinds);
  }
  // …行政处罚决定书 甲市监罚〔 / 2025〕11号, the number itself read badly, it may be
  const broken = /^(.{4,60}书)\(?[\p{Script=Han}()]{2,18}[〔【[(]$/u.exec(line);
  if (head && broken !== null && /^\d{4}(?!年)/.test(next) && next.length <= 16)
    return titleOf(line + next, kinds) ?? titleOf(broken[1] ?? '', kinds);
  // …行政处罚决定书(甲市监罚〔2025〕 / 11号)
  if (head && /[〔【[(]\d{4}[〕】\])]?$/.test(line) && /^[\]】〕)]?第?\d{1,8}号?\)?$/u.test(next))
    return titleOf(line + next, kinds);
  if (next.length > 8 || (line.length > 12 && !head)) return null;
  const joined = titleOf(line + next, kinds);
  if (joined === null || titleOf(next, kinds) !== null || joined.title.length <= next.length) return null;
  // In a line so long the agency stands before the title: 甲县市场监督管理局行政处罚决 / 定书.
  return line.length <= 12 || joined.withAgency ? joined : null;
}

/** A title of which a recogniser misread one character, alone in its line or behind the agency's name; null for short titles, which many words resemble. */
export function misreadTitle(dense: string, kinds: Kinds): Title | null {
  const text = bare(dense);
  if (text.length < 5 || text.length > 40 || !/^[一-龥A-Za-z0-9]+$/.test(text)) return null;
  const index = indexOf(kinds);
  for (const length of index.lengths) {
    if (length < 5 || length > text.length) continue;
    const before = text.slice(0, -length);
    if (before !== '' && !(AGENCY_END.test(before) && before.length <= 30)) continue;
    const read = text.slice(-length);
    for (const [title, [known]] of index.kinds) {
      if (title.length !== length || known === undefined || !isMisreadOf(title, read, before)) continue;
      return { kind: known.kind, title: known.printed, confidence: 0.75, withAgency: before !== '' };
    }
  }
  return null;
}

/** A title behind the agency's name, with what a recogniser left of the number behind it: 甲县乙局行政处罚决定书甲乙罚字【2025. */
export function titleBeforeRuin(dense: string, kinds: Kinds): Title | null {
  if (dense.length > LONGEST_HEADING) return null;
  const index = indexOf(kinds);
  for (const length of index.lengths) {
    if (length < 7) break;
    for (let at = dense.length - length - 3; at >= 0; at--) {
      const [known] = index.kinds.get(dense.slice(at, at + length)) ?? [];
      if (known === undefined) continue;
      const [before, after] = [dense.slice(0, at), dense.slice(at + length)];
      if (before !== '' && !(AGENCY_END.test(before) && /^[一-龥]{4,40}$/.test(before))) continue;
      if (
        /^[(]?(?:\([一-龥]{1,4}\))?[一-龥]{2,12}[^。,;:《》“”]{0,20}$/.test(after) &&
        /[罚字决处]/.test(after) &&
        /[〔[【(\d]/.test(after)
      )
        return { kind: known.kind, title: known.printed, confidence: 0.75, withAgency: before !== '' };
    }
  }
  return null;
}

/** One character in any title; two that do not stand together in a long one that is alone in its line. */
function isMisreadOf(title: string, read: string, before: string): boolean {
  if (differsInOne(title, read)) return true;
  if (title.length < 7 || before !== '') return false;
  const wrong = [...title].flatMap((one, at) => (one === read[at] ? [] : [at]));
  return wrong.length === 2 && (wrong[1] ?? 0) - (wrong[0] ?? 0) > 1;
}

function differsInOne(a: string, b: string): boolean {
  let differing = 0;
  for (let at = 0; at < a.length && differing < 2; at++) if (a[at] !== b[at]) differing++;
  return differing === 1;
}

/** The line as a heading up to each place where the title may end: its end, a bracket, the document's number. */
function* headings(dense: string): Generator<[string, string]> {
  yield [dense, ''];
  const number = BEFORE_NUMBER.exec(dense);
  const limit = number === null ? dense.length : number.index;
  for (let at = 3; at < dense.length && at <= limit; at++) {
    if (ENDS.has(dense[at - 1] ?? '')) yield [dense.slice(0, at), dense.slice(at)];
  }
}

function inFamily(heading: string): (Title & { length: number }) | null {
  const kind = familyOf(heading);
  return kind === null
    ? null
    : { kind, title: heading, confidence: 0.92, withAgency: false, length: bare(heading).length };
}

const ENDS = new Set([...'书表录证函单告页卷示据图)知要照片明见']);

/** What a title becomes behind a word that turns it round. */
const TURNED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  解除: {
    'seizure-decision': 'measure-lifting',
    'freezing-decision': 'measure-lifting',
    'freezing-notice': 'measure-lifting',
  },
  延长: { 'seizure-decision': 'measure-extension', 'freezing-decision': 'measure-extension' },
};

const REFUSAL = /(不予|不准予|免予)[一-龥]{1,6}$/;

function endingIn(heading: string, index: TitleIndex): (Title & { length: number }) | null {
  const text = bare(heading);
  for (const length of index.lengths) {
    if (length > text.length) continue;
    const known = index.kinds.get(text.slice(-length));
    // 行政处罚（听证）告知书 and 行政处罚听证告知书 are two papers: brackets as printed decide where they are known.
    const match = known?.find((title) => heading.endsWith(title.folded)) ?? known?.[0];
    if (match === undefined) continue;
    const { kind, printed: title } = match;
    const before = text.slice(0, -length).replace(/^[\d.、]+/, '');
    // 解除扣留决定书 ends what 扣留决定书 begins, 延长 draws it out; 不予听证告知书 and the like grant nothing.
    const turned = TURNED[/(?<!不同意)(解除|延长)(?:临时|当场|先行)?$/.exec(before)?.[1] ?? '']?.[kind];
    if (turned !== undefined) return { kind: turned, title: heading, confidence: 0.92, withAgency: false, length };
    if (/(?:不予|不准予|免予|(?:解除|延长)(?:临时|当场|先行)?)$/.test(before)) return null;
    // 不予交通行政许可决定书: the field stands between the refusal and the rest of its title.
    const refused = REFUSAL.exec(before);
    if (refused !== null) {
      const negative = endingIn(before.slice(0, refused.index) + (refused[1] ?? '') + text.slice(-length), index);
      return negative === null || negative.length <= length
        ? null
        : { ...negative, length: length + refused[0].length };
    }
    // 责令停止水事违法行为通知书: an order with the field before the words of another title.
    if (/责令(?:立即|限期)?(?:停止|改正)[一-龥]{0,8}$/.test(before) && kind === 'penalty-notice')
      return { kind: 'correction-order', title: heading, confidence: 0.92, withAgency: false, length: text.length };
    if (before === '') return { kind, title, confidence: 0.95, withAgency: false, length };
    if (AGENCY_END.test(before) && before.length <= 40 && /^[一-龥A-Za-z*×]+$/.test(before)) {
      return { kind, title, confidence: 0.95, withAgency: true, length };
    }
    if (
      (EVERYDAY.has(kind) && !title.endsWith('截图')) ||
      (MENTIONED_AFTER.test(before) && !before.endsWith('案件')) ||
      ASKED_BEFORE.test(before) ||
      before.length > 34
    )
      return null;
    if (!/^[一-龥A-Za-z0-9*×·]+$/.test(before)) return null;
    // 林业行政处罚听证通知书, 建设行政处罚强制执行申请书: the field and the procedure stand before the usual title.
    const procedure =
      FIELD_BEFORE.test(before) ||
      PLACE_BEFORE.test(before) ||
      (before.length <= 10 &&
        /^[一-龥]{0,4}(?:行政|处罚|许可|强制|执法)(?:处罚|许可|强制|执法|检查)?(?:案件)?$/.test(before));
    return { kind, title, confidence: procedure ? 0.92 : 0.8, withAgency: false, length };
  }
  return null;
}
