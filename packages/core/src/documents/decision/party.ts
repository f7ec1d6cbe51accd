import type { Facts } from '../facts.ts';
import { factOf } from '../facts.ts';
import { Gap, type Reader } from '../pages.ts';
import { scanCodes } from '../scan/codes.ts';
import { type Field, readFields } from '../scan/labels.ts';
import { ADDRESS_LABELS, ALL_LABELS, CODE_LABELS, HEAD_LABELS, NAME_LABELS } from './labels.ts';
import type { Span } from './paper.ts';

export interface Party {
  readonly name: string;
  readonly span: Span;
  readonly kind: PartyKind | null;
  readonly fields: readonly Field[];
}

export type PartyKind = 'organisation' | 'individual-business' | 'natural-person';

export interface Parties {
  readonly all: readonly Party[];
  /** Offset where the block of the parties begins; the head of the paper ends here. */
  readonly from: number;
  readonly facts: Facts;
}

const folded = (labels: readonly string[]): ReadonlySet<string> => new Set(labels);
const NAMES = folded(NAME_LABELS);
/** Words for a name that in a block of one party's particulars name somebody else or the same party again. */
const WEAK_NAMES = folded(['名称', '姓名', '公司名称', '单位名称', '企业名称', '字号名称', '个体工商户名称', '事人']);

const NO_MORE: readonly string[] = [];
const joined = new WeakMap<readonly string[], readonly string[]>();

function labelsWith(names: readonly string[]): readonly string[] {
  if (names.length === 0) return ALL_LABELS;
  const before = joined.get(names);
  if (before !== undefined) return before;
  const labels = [...ALL_LABELS, ...names];
  joined.set(names, labels);
  return labels;
}

/**
 * Reads the parties and their particulars from the head of a decision or notice, up to its first sentences. `names`: labels of the party on
 * papers of other procedures (申请人).
 */
export function readParties(reader: Reader, names: readonly string[] = NO_MORE): Parties {
  const stop = headEnd(reader);
  const fields = readFields(reader, labelsWith(names), 0, stop);
  const blocks = blocksOf(reader, fields, names);
  const all = [blocks, salutation(reader, stop, fields), unitsOf(reader, fields)].find((one) => one.length > 0) ?? [];
  const first = all[0];
  const from = Math.min(
    first?.span.start ?? stop,
    ...fields
      .filter((field) => field.colon && NAMES.has(field.label) && !WEAK_NAMES.has(field.label))
      .map((f) => f.start),
  );
  return { all, from, facts: first === undefined ? {} : factsOf(reader, first) };
}

/** Words the body of a decision opens with; particulars of the party stand before them. */
const BODY = /经查|查明|立案|我局|本局|本机关|执法人员|违法行为|违法事实|根据|依据|违反了|一案/;

function headEnd(reader: Reader): number {
  const { lines, dense } = reader;
  for (let i = 0; i < lines.length; i++) {
    const start = lines[i]?.start ?? 0;
    let end = lines[i]?.end ?? 0;
    // The margin breaks a paragraph into lines no longer than those of the particulars.
    for (
      let next = lines[i + 1];
      next !== undefined && end - start < 90 && reader.wraps(next.start);
      next = lines[i + 1]
    ) {
      end = next.end;
      i++;
    }
    const text = dense.slice(start, Math.min(end, start + 400));
    if (end - start <= 45 || !BODY.test(text)) continue;
    // A paper copied into one line: the particulars stand in front of the same line.
    const labelled = NAME_LABELS.some((label) => text.startsWith(label) || text.includes(`${label}:`));
    if (labelled) return Math.min(end, start + Math.max(0, text.search(FIRST_LABEL)) + 400);
    if (start > 0) return start;
  }
  return Math.min(dense.length, 1200);
}

const FIRST_LABEL = /当事人|被处罚|受处罚|违法行为人|名称/;

function blocksOf(reader: Reader, fields: readonly Field[], names: readonly string[]): Party[] {
  const parties: Party[] = [];
  let open: { name: string; span: Span; fields: Field[]; weak: boolean } | null = null;
  const close = (): void => {
    if (open !== null) parties.push({ ...open, kind: kindOf(open.name, open.fields) });
  };
  for (const field of fields) {
    if (!NAMES.has(field.label) && !names.includes(field.label)) {
      open?.fields.push(field);
      continue;
    }
    const span = nameSpan(reader, field);
    const name = reader.print(span.start, span.end);
    if (!isName(name)) continue;
    const weak = WEAK_NAMES.has(field.label);
    if (open !== null && (weak || open.name === name)) {
      open.fields.push(field);
      continue;
    }
    close();
    open = { name, span, fields: [], weak };
  }
  close();
  return parties;
}

/** 单位:某某有限公司 where nothing else names the party; on forms the word heads a column. */
function unitsOf(reader: Reader, fields: readonly Field[]): Party[] {
  const field = fields.find((one) => one.label === '单位' && one.colon && BUSINESS_END.test(one.text));
  if (field === undefined) return [];
  const span = nameSpan(reader, field);
  const name = reader.print(span.start, span.end);
  const own = fields.filter((one) => one.start >= field.start);
  return isName(name) ? [{ name, span, kind: kindOf(name, own), fields: own }] : [];
}

/** What stands next on a form whose field was left open is the next label, no name. */
const LABEL_END =
  /(?:意见|地址|住址|住所|姓名|名称|性别|年龄|民族|电话|证号|号码|证件号|时间|日期|情况|职务|职业|签名|代理人|负责人|代表人|勘验人|记录人)\)?$/;

/** A value that is a name: filled in, and no clause. */
export function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 60 &&
    !/__|^[\s_\-—*.:,;/无]+$/.test(name) &&
    !/(?:决定书|告知书|通知书|公示|公告|处罚信息)/.test(name) &&
    !(name.length <= 8 && LABEL_END.test(name)) &&
    !/^(?:个人|单位|或者?|及其?|经查|经调查|现查|你|我局|本机关|根据|签名|签章|意见|盖章)/.test(name)
  );
}

/** Notes in brackets that are no part of a name: its short form, a number. */
const NOTE_ON_NAME =
  /^(?:以下|下称|简称|统一|社会|信用|身份|公民|营业执照|注册号|地址|住所|男|女|曾用名|[^)]{0,10}:|[^()]{0,26}(?:经营者|业主|投资人)\))/;

const GLUED_LABEL = /^(?:统一社会信用代|社会信用代码|法定代表人|主要负责人|身份证号|居民身份证|联系电话|邮政编码)/;

/** The name alone: the value up to a comma, or up to white space after which something else begins. */
export function nameSpan(reader: Reader, field: Field): Span {
  const text = reader.dense;
  let end = field.from;
  let depth = 0;
  for (; end < field.to; end++) {
    const character = text[end] ?? '';
    if (character === '(' && NOTE_ON_NAME.test(text.slice(end + 1, end + 34))) break;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth <= 0 && ',;。、:'.includes(character)) break;
    if (end - field.from >= 4 && GLUED_LABEL.test(text.slice(end, end + 8))) break;
    if (end > field.from && depth <= 0 && reader.gapBefore(end) >= Gap.space && partsName(text, field, end)) break;
  }
  return { start: field.from, end };
}

function partsName(text: string, field: Field, at: number): boolean {
  const before = text.slice(field.from, at);
  const after = text.slice(at, field.to);
  if (after.startsWith('(') || BUSINESS_END.test(after.slice(0, 12).replace(/[,;。(].*$/, ''))) return false;
  return before.length >= 2 && (after.length > 12 || BUSINESS_END.test(before) || /[*某×xX]$/.test(before));
}

const ORGANISATION_END =
  /(?:公司|合作社|联合社|学校|小学|中学|大学|幼儿园|医院|卫生院|委员会|村委会|居委会|政府|协会|学会|商会|联合会|基金会|集团|银行|研究院|研究所|事务所|厂|矿|局|分行|支行|信用社|俱乐部|中心小学|法院|管理处|项目部|分公司|办事处|促进会|服务社|农场|林场|电站|基地)(?:\([^()]*\))?$/;
const SHOP_END =
  /(?:店|部|门市|超市|中心|商行|商店|行|馆|吧|坊|屋|苑|室|诊所|餐厅|饭店|酒店|宾馆|旅馆|网咖|网吧|工作室|养殖场|加工场|加工点|场|摊|铺|档|户|站|园|会所|庄|家具城|商场|市场|作坊|药房|药店|便利店|厅|阁|轩|居|楼|城)(?:\([^()]*\)|（[^（）]*）)?$/;
export const BUSINESS_END = new RegExp(`${ORGANISATION_END.source}|${SHOP_END.source}`);

function kindOf(name: string, fields: readonly Field[]): PartyKind | null {
  const plain = name.replace(/[(（][^()（）]*[)）]$/, '');
  const value = (labels: readonly string[]): string =>
    fields
      .filter((field) => labels.includes(field.label))
      .map((field) => field.text)
      .join(' ');
  const code = value(CODE_LABELS).replace(/^[^0-9A-Z*×xX]*/, '');
  if (/个体/.test(value(['类型', '主体类型', '主体资格证照名称']))) return 'individual-business';
  if (/^92/.test(code) || isOldShopNumber(code)) return 'individual-business';
  if (ORGANISATION_END.test(plain)) return 'organisation';
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

/** Where no label names the party: a line addressing it (某某有限公司:), or a sentence that begins with it (当事人王某,男,…). */
function salutation(reader: Reader, stop: number, fields: readonly Field[]): Party[] {
  for (const line of reader.lines) {
    if (line.start > stop + 80) break;
    const text = reader.dense.slice(line.start, Math.min(line.end, line.start + 200));
    const inline = INLINE_NAME.exec(text);
    const from = line.start + (inline?.[1]?.length ?? 0);
    const length = inline?.[2]?.length ?? addressed(text, line.end - line.start);
    if (length === null) continue;
    const name = reader.print(from, from + length);
    if (!isName(name) || /[,。;《》“”]/.test(name) || NOT_ADDRESSED.test(name)) continue;
    const labelled = fields.some((field) => field.start === line.start && field.colon);
    if (labelled || (!BUSINESS_END.test(name) && !/^[一-龥*×某·]{2,12}$/.test(name))) continue;
    if (inline === null && !BUSINESS_END.test(name) && name.length > 4) continue;
    const own = fields.filter((field) => field.start >= from);
    return [{ name, span: { start: from, end: from + length }, kind: kindOf(name, own), fields: own }];
  }
  return [];
}

const INLINE_NAME =
  /^(当事人|被处罚人|受处罚人|违法行为人)([一-龥*×某·]{2,12}),(?:男|女|性别|身份|公民|居民|[一-龥]{1,4}族|住|\d{4}年)/;

/** Length of the name a line of the given length addresses: what stands before a colon that ends it or a note to it. */
function addressed(text: string, length: number): number | null {
  const note = text.indexOf('(');
  if (note >= 2 && NOTE_ON_NAME.test(text.slice(note + 1, note + 14)) && /^[^()]*\):/.test(text.slice(note + 1)))
    return note;
  const colon = text.indexOf(':');
  if (colon < 2 || colon > 45) return null;
  return colon === length - 1 || length >= 60 || text[colon + 1] === '(' ? colon : null;
}

const NOT_ADDRESSED =
  /文号|编号|案号|决定|证据|事实|如下|处罚|来源|日期|时间|部门|附件|索引|标题|公开|发文|机构|字体|关于|结果|阅读|浏览|点击|访问|分享|打印|收藏|^或者?|^及/;

function factsOf(reader: Reader, party: Party): Facts {
  const facts: Facts = { 'party.name': factOf(reader, party.name, party.span.start, party.span.end) };
  if (party.kind !== null) facts['party.kind'] = factOf(reader, party.kind, party.span.start, party.span.end, 0.9);
  const first = (labels: readonly string[]): Field | undefined =>
    party.fields.find((field) => labels.includes(field.label) && isFilled(field.text));
  const address = first(ADDRESS_LABELS);
  if (address !== undefined) {
    const end = addressEnd(reader, address);
    facts['party.address'] = factOf(reader, reader.print(address.from, end), address.from, end);
  }
  const head = first(HEAD_LABELS);
  if (head !== undefined && head.text.length <= 30) {
    const end = head.from + (/[,;。:(]/.exec(reader.dense.slice(head.from, head.to))?.index ?? head.to - head.from);
    if (/[\p{L}]/u.test(reader.dense.slice(head.from, end)))
      facts['party.representative'] = factOf(reader, reader.print(head.from, end), head.from, end);
  }
  codeFacts(reader, party, facts);
  return facts;
}

/** A paper copied into one line goes on after the address without a label; a blank and the words of its body end it. */
function addressEnd(reader: Reader, field: Field): number {
  for (let at = field.from + 1; at < field.to; at++) {
    // A recogniser lost the gap before the next label.
    if (at - field.from >= 4 && GLUED_LABEL.test(reader.dense.slice(at, at + 8))) return at;
    if (reader.gapBefore(at) < Gap.space) continue;
    if (/^(?:经查|经调查|现|根据|当事人|违法|你|我|本|20\d\d年|二|于|因)/.test(reader.dense.slice(at, at + 8)))
      return at;
  }
  return field.to;
}

function isFilled(text: string): boolean {
  return text.length > 0 && !/__|^[_\-—无:.,;*/]*$/.test(text);
}

function codeFacts(reader: Reader, party: Party, facts: Facts): void {
  for (const field of party.fields) {
    // The margin may break a code; it begins in the field.
    for (const hit of scanCodes(reader, field.from, field.to + 18)) {
      if (hit.start >= field.to) continue;
      const wanted = hit.kind === 'credit-code' ? 'party.code' : 'party.id-number';
      // The identity number in an organisation's block is its representative's.
      if (wanted === 'party.id-number' && party.kind !== 'natural-person') continue;
      facts[wanted] ??= factOf(reader, hit.value, hit.start, hit.end, hit.valid ? 0.98 : 0.8);
    }
  }
}
