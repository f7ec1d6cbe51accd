import { canBePerson, isShortName } from '../mending/surnames.ts';
import { Gap, type Reader } from '../pages.ts';
import type { Field } from '../scan/labels.ts';
import { isScan } from '../scan-text.ts';
import { CODE_LABELS } from './labels.ts';
import type { Span } from './paper.ts';

export type PartyKind = 'organisation' | 'individual-business' | 'natural-person';

/**
 * A manager named before the firm, or before somebody of a kind nobody knows: what is measured by the kind of the first party would be measured
 * by the lower limit.
 */
export function outweighs(kind: PartyKind | null, first: PartyKind | null): boolean {
  return kind !== first && first !== 'organisation' && (first === 'natural-person' || kind === 'organisation');
}

/** What stands next on a form whose field was left open is the next label, no name. */
const LABEL_END =
  /(?:意见|地址|住址|住所|姓名|名称|性别|年龄|民族|电话|证号|号码|证件号|身份证|证件|时间|日期|情况|职务|职业|签名|代理人|负责人|代表人|勘验人|记录人)\)?$/;

/** A value that is a name: filled in, and no clause. */
export function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 60 &&
    !/__|^[\s_\-—*.:,;/无]+$/.test(name) &&
    !/〔\d{4}|^(?:当事人|名称|姓名)(?=.{4})|(?:决定书|告知书|通知书|指令书|意见书|催告书|公示|公告|处罚信息)|(?:的|案)$/.test(
      name,
    ) &&
    !(name.length <= 8 && LABEL_END.test(name)) &&
    !/^年?月?日$/.test(name) &&
    !/^(?:陈述|申辩|自然人|公民|法人|(?:其他|非法人)组织|个体工商户|企业|个人独资企业)$/.test(name) &&
    !/复印件|证据$/.test(name) &&
    !/^(?:的|个人|单位|或者?|及其?|经查|经调查|现查|你|我局|本机关|根据|签名|签章|意见|盖章|审批|审核意见|审查意见|批示)/.test(
      name,
    )
  );
}

/** Notes in brackets that are no part of a name: its short form, a number. */
export const NOTE_ON_NAME =
  /^(?:(?:单位|个人|自然人|法人)\)|以下|下称|简称|统一|社会|信用|身份|公民|营业执照|注册号|地址|住所|男|女|曾用名|又名|别名|化名|绰号|网络|网名|昵称|账号|微信|抖音|[^)]{0,10}:|[^()]{0,26}(?:经营者|业主|投资人|法定代表人|负责人|合伙人|董事长?|监事|经理|厂长|店长|股东|总监|主管|主管人员|责任人员)\))/;

/** Labels a value ran into. */
export const GLUED_LABEL =
  /^(?:统一社会信用代|社会信用代码|法定代表人|主要负责人|身份证号|居民身份证|联系电话|邮政编码|主体资格|经营场所|经营地址|注册地址|当事人)/;

/** What a body opens with and no name of a firm goes on with. */
const GLUED_STORY = /^(?:经(?:初步)?(?:调查|核实|核查|查[,，]|查明|检查)|涉嫌|未经|于\d{4}年)/;

/** Labels that may run into the short name of a person. */
const CARD_LABEL = /^(?:机动车驾驶|居民身份证|身份证号|公民身份|统一社会信用|法定代表人)/;

const SECOND_LABEL = /^\((?:被处罚|受处罚|违法)?(?:单位|个人|当事人|[人者])(?:或者?[^()]{1,6})?\):?/;

const CARD = /^(?:姓名(?=\p{Script=Han}{2,4}性别))?\p{Script=Han}{2,4}?(?=性别:?[男女]|你(?:未|于|在|的))/u;

/** 张某 海关注册编码:…: white space and a label nobody asked for end a value; a blank behind a figure (8 号电话:) parts nothing. */
export function strangeLabel(reader: Reader, from: number, to: number): number {
  // Blanks of a picture are guessed.
  if (reader.pages.some(isScan)) return to;
  const { dense } = reader;
  for (let at = from + 2; at < to; at++) {
    const gap = reader.gapBefore(at);
    // 丁 昌 盛  职 务: in a line set wide every character stands alone, and only a wider gap parts words.
    if (gap < Gap.wide && reader.gapBefore(at + 1) >= Gap.space) continue;
    if (gap < Gap.space || reader.wraps(at) || (gap < Gap.wide && /\d/.test(dense[at - 1] ?? ''))) continue;
    // The label's own line: the colon of the next one's is not its.
    let stop = at + 1;
    while (stop < at + 24 && reader.gapBefore(stop) < Gap.line) stop++;
    if (
      /^(?![号幢栋座层室楼弄组村社队])[一-龥]{2,10}(?:[/、][一-龥]{2,10})?(?:\([^()]{1,10}\))?:/.test(
        dense.slice(at, stop),
      )
    )
      return at;
  }
  return to;
}

/** 甲有限公司地址:…: a label printed against the name of a firm; against that of a person nothing tells where the name ends. */
function beforeGlued(text: string, from: number, end: number): number {
  const name = text.slice(from, end);
  // 某某厂地址…: labels of forms whose words lost all marks between them.
  const glued =
    /^.{3,40}?(?:公司|[厂店部社院]|中心|\([一-龥]{2,4}合伙\))(?=(?:地址|住所|住址|执业证书|负责人)$|-\d{1,2}$)/.exec(
      name,
    );
  if (glued !== null) return from + glued[0].length;
  if (text[end] !== ':' || BUSINESS_END.test(name) || name.length <= 4) return end;
  const firm = /^.{4,40}?(?:公司|[厂店部社院行站]|中心)(?=[一-龥]{2,6}$)/.exec(name)?.[0];
  return from + (firm?.length ?? 0);
}

/** OCEAN STAR CO., LTD.: the comma before the form of a firm in Latin letters. */
const LATIN_FORM = /^[A-Za-z.],(?:LTD|LIMITED|INC|LLC|CORP|CO\b|PTE|GMBH|S\.A)/i;

/** The name alone: the value up to a comma, or up to white space after which something else begins. */
export function nameSpan(reader: Reader, field: Field): Span {
  const text = reader.dense;
  // 违法行为人(被处罚单位)某某有限公司: a second word for the party between its label and the name.
  // 当事人:姓名张三性别男, 当事人:张三你未经批准: on a picture the blanks between words are lost.
  const card = CARD.exec(text.slice(field.from, field.to));
  if (card !== null) {
    const start = field.from + (card[0].startsWith('姓名') ? 2 : 0);
    return { start, end: field.from + card[0].length };
  }
  const from = field.from + (SECOND_LABEL.exec(text.slice(field.from, field.from + 16))?.[0].length ?? 0);
  const guessed = reader.pages.some(isScan);
  const stop = strangeLabel(reader, from, field.to);
  let end = from;
  let depth = 0;
  for (; end < stop; end++) {
    const character = text[end] ?? '';
    if (character === '(' && NOTE_ON_NAME.test(text.slice(end + 1, end + 34))) break;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth <= 0 && ',;。、:'.includes(character) && !LATIN_FORM.test(text.slice(end - 1, end + 9))) break;
    // 被处罚人:张三2024年…: the day a person signs on, in a copy without blanks.
    if (end - from >= 2 && end - from <= 4 && /^(?:19|20)\d\d年\d/.test(text.slice(end, end + 6))) break;
    if (end - from >= 4 && GLUED_LABEL.test(text.slice(end, end + 8))) break;
    // 甲美容店经初步调查: the body begins right behind the name of a firm.
    if (end - from >= 4 && GLUED_STORY.test(text.slice(end, end + 8)) && BUSINESS_END.test(text.slice(from, end)))
      break;
    if (end - from >= 2 && end - from < 4 && CARD_LABEL.test(text.slice(end, end + 8))) break;
    // AUNG MYO: the blank between two words in Latin letters.
    const latin = reader.gapBefore(end) === Gap.space && /^[A-Za-z][A-Za-z]$/.test(text.slice(end - 1, end + 1));
    if (
      end > from &&
      depth <= 0 &&
      !latin &&
      reader.gapBefore(end) >= Gap.space &&
      partsName(text, field, end, guessed)
    )
      break;
  }
  end = beforeGlued(text, from, end);
  // A speck of the paper read as a mark that closes what nothing opened.
  const opened = /[“‘《]/u.test(text.slice(from, end));
  while (!opened && end > from + 2 && '”’》'.includes(text[end - 1] ?? ' ')) end--;
  // What opens at the end of a name opens nothing.
  while (end > from + 2 && '“‘《'.includes(text[end - 1] ?? ' ')) end--;
  return { start: from, end };
}

/** `guessed`: the blanks are those of a picture; there what is no person's name is the head of a longer one (佳木斯 of a firm's). */
function partsName(text: string, field: Field, at: number, guessed: boolean): boolean {
  const before = text.slice(field.from, at);
  if (guessed && isShortName(before) && !canBePerson(before)) return false;
  const after = text.slice(at, field.to);
  if (after.startsWith('(') || BUSINESS_END.test(after.slice(0, 12).replace(/[,;。(].*$/, ''))) return false;
  // 张三 男 汉族 现年48岁
  if (/^[男女]性?(?:[,\d]|[一-龥]{1,3}族|现年|生于|出生|身份|住)/.test(after) && before.length <= 4) return true;
  return before.length >= 2 && (after.length > 12 || BUSINESS_END.test(before) || /[*某×xX]$/.test(before));
}

const ORGANISATION_END =
  /(?:公司|合作社|联合社|学校|小学|中学|大学|幼儿园|医院|卫生院|委员会|村委会|居委会|政府|协会|学会|商会|联合会|基金会|集团|银行|研究院|研究所|事务所|厂|矿|局|分行|支行|信用社|俱乐部|中心小学|法院|管理处|项目部|分公司|办事处|促进会|服务社|农场|林场|电站|基地|管理所|管理站|服务站|卫生所)(?:\([^()]*\))?$/;
const SHOP_END =
  /(?:店|部|门市|超市|中心|商行|商店|行|馆|吧|坊|屋|苑|室|诊所|餐厅|饭店|酒店|宾馆|旅馆|网咖|网吧|工作室|养殖场|加工场|加工点|场|摊|铺|档|户|站|园|会所|庄|家具城|商场|市场|作坊|药房|药店|便利店|厅|阁|轩|居|楼|城|客栈|民宿|旅行社|报社|杂志社|出版社|(?:美容|养老|敬老|福利|电影|影剧)院|浴池|酒家|食府|经销处|经营处|销售处)(?:\([^()]*\)|（[^（）]*）)?$/;
export const BUSINESS_END = new RegExp(`${ORGANISATION_END.source}|${SHOP_END.source}`);

/** What sort of party it is by its name and particulars; null where they leave it open. */
export function kindOf(name: string, fields: readonly Field[]): PartyKind | null {
  const plain = name.replace(/[(（][^()（）]*[)）]$/, '');
  const value = (labels: readonly string[]): string =>
    fields
      .filter((field) => labels.includes(field.label))
      .map((field) => field.text)
      .join(' ');
  const code = value(CODE_LABELS).replace(/^[^0-9A-Z*×xX]*/, '');
  if (/个体/.test(value(['类型', '主体类型', '主体资格证照名称']))) return 'individual-business';
  if (/^92/.test(code) || isOldShopNumber(code)) return 'individual-business';
  if (ORGANISATION_END.test(plain) || /公司.{0,14}店$/.test(plain)) return 'organisation';
  const labels = new Set(fields.map((field) => field.label));
  const person = ['性别', '出生日期', '民族', '年龄'].some((label) => labels.has(label));
  if (SHOP_END.test(plain) && plain.length > 3) {
    if (['经营者', '经营者姓名', '业主'].some((label) => labels.has(label))) return 'individual-business';
    if (/^9[13]/.test(code) || labels.has('投资人')) return 'organisation';
    return null;
  }
  if (/^[一-龥·]{2,4}$/.test(plain) && (person || !BUSINESS_END.test(plain))) return 'natural-person';
  if (/^[一-龥]{1,2}(?:某|某某|[*×xX]{1,3})[一-龥]?$/.test(plain)) return 'natural-person';
  return person && plain.length <= 12 && !BUSINESS_END.test(plain) ? 'natural-person' : null;
}

/** Registration numbers of 15 digits before the credit code: a serial beginning 6–9 is an individual business (GS15-2006). */
function isOldShopNumber(code: string): boolean {
  return /^\d{6}[6-9]\d{8}(?!\d)/.test(code);
}

/** Whether the name of a firm fills one of the first lines: it may be the party whose colon the copy lost. */
export function firmAlone({ lines, dense }: Reader): boolean {
  return lines.slice(0, 10).some(({ start, end }) => {
    const row = dense.slice(start, end);
    return (
      end - start >= 5 && end - start <= 40 && /^[一-龥()·]+$/.test(row) && BUSINESS_END.test(row) && !AGENCY.test(row)
    );
  });
}

const AGENCY = /(?:局|厅|委员会|政府|支队|大队|分行|支行|办事处)$/;
