import type { Fact } from '../../record/types.ts';
import { NAME_LABELS } from '../decision/labels.ts';
import { BUSINESS_END, isName, nameSpan } from '../decision/names.ts';
import { readParties } from '../decision/party.ts';
import { type Facts, factOf } from '../facts.ts';
import { headsOf, subhead } from '../form-cells.ts';
import { canBePerson } from '../mending/surnames.ts';
import { Gap, type Reader } from '../pages.ts';
import { scanCodes } from '../scan/codes.ts';
import { type Field, readFields } from '../scan/labels.ts';
import { namesIn } from './blocks.ts';
import { lettersOnGoods, papersOnGoods } from './goods.ts';

/** Papers that state who the party is, beside the decision and the notice. */
export const stating: ReadonlySet<string> = new Set([
  'filing-approval',
  'identity-proof',
  'correction-order',
  'investigation-report',
  'legal-review',
  'case-review',
  'discussion-record',
  'decision-approval',
  'closing-approval',
  'period-extension',
  ...papersOnGoods,
  'inspection-record',
  'handling-decision',
  'decision-withdrawal',
  'hearing-notice',
  'compulsion-approval',
  'cover',
]);

/** Papers that may name the party only in the name of the case. */
const causing: ReadonlySet<string> = new Set([
  'discussion-record',
  'legal-review',
  'case-review',
  'decision-approval',
  'closing-approval',
  'period-extension',
]);

/** Records name as the party whoever was on the spot: only the name of a business says whose case it is. */
const ofBusinesses: ReadonlySet<string> = new Set(['identity-proof', 'inspection-record']);

/** Papers that open with a line to the party: 某某有限公司: */
const addressed: ReadonlySet<string> = new Set([
  'correction-order',
  ...lettersOnGoods,
  'handling-decision',
  'decision-withdrawal',
  'hearing-notice',
]);

const own: readonly string[] = NAME_LABELS.filter((label) => /当事人|被处罚|受处罚|被处理|违法行为人/u.test(label));
/** What forms of single agencies call the party. */
const called: readonly string[] = [
  '被责令改正单位',
  '被责令改正人',
  '被责令整改单位',
  '被责令单位',
  '用人单位',
  '用人单位名称',
  '违法嫌疑人',
  '被查单位',
  '被查单位(人)',
  '被查单位(个人)',
  '被查处单位',
  '被登记保存人',
  '被登记保存单位',
  '被取证人',
  '被取证单位',
];
/** Whom a decision on a quarrel between two is against. */
const against: readonly string[] = ['被请求人', '被投诉人', '被申请人'];
/** What records of the scene call whoever was inspected. */
const inspected: readonly string[] = [
  '被检查单位',
  '被检查人',
  '被检查单位(人)',
  '被检查单位(个人)',
  '被检查单位名称',
  '被检查单位(场所)',
  '被检查单位(场所)名称',
  '被检查单位/场所',
  '被检查对象',
  '检查对象',
  '被检查(勘验)人',
  '被检查(勘验)单位',
  '被检查(勘察)人',
  '被检查(勘察)单位',
  '被勘察单位',
  '被监察单位',
  '被监督单位',
  '被监督检查单位',
  '受检单位',
  '受检单位名称',
  '受检查单位',
  '检查对象名称',
];
const onLicence: readonly string[] = ['名称', '企业名称', '单位名称', '字号名称'];
/** Labels of the name where the party's own label heads several rows. */
const inGroup: readonly string[] = [
  '名称',
  '单位名称',
  '企业名称',
  '字号名称',
  '姓名',
  '名称或姓名',
  '姓名或名称',
  '名称(姓名)',
  '姓名(名称)',
];
/** Labels that end the name before them. */
const others: readonly string[] = [
  '法定代表人',
  '负责人',
  '经营者',
  '承办人',
  '承办人员',
  '统一社会信用代码',
  '类型',
  '住所',
  '地址',
  '案由',
  '案件名称',
  '立案日期',
  '立案时间',
  '性别',
  '联系电话',
  '电话',
];

const SITUATION = /^(?:当事人|被处罚人|被处罚单位)(?:基本)?(?:情况|信息)$/u;

/** Whether the label stands in a row that a label of the party heads, at most with 单位 or 个人 between them. */
function isInGroup(reader: Reader, label: number, heads: readonly string[]): boolean {
  const left = headsOf(reader, label).map((cell) => reader.dense.slice(cell.start, cell.end));
  const group = left.find((words) => !subhead.test(words));
  return group !== undefined && (heads.includes(group) || SITUATION.test(group));
}

/** The words of the cell before the one that holds the offset. */
function wordsBeside(reader: Reader, at: number): string {
  const [cell] = headsOf(reader, at);
  return cell === undefined ? '' : reader.dense.slice(cell.start, cell.end);
}

/** Whether the offset stands in a row of a form that a label of the party opens or heads. */
function isInOwnRow(reader: Reader, at: number): boolean {
  return headsOf(reader, at).some(({ start, end }) => {
    const words = reader.dense.slice(start, end);
    return own.includes(words) || SITUATION.test(words);
  });
}

/** The party's name and credit code as a form or report states them, for comparison with the decision. */
export function statedParty(reader: Reader, kind: string): Facts {
  const facts: Facts = {};
  const labels =
    kind === 'identity-proof'
      ? onLicence
      : [
          ...own,
          ...called,
          ...(kind === 'inspection-record' ? inspected : []),
          ...(kind === 'handling-decision' ? against : []),
        ];
  const fields = readFields(reader, [...labels, ...others, ...inGroup]);
  for (const field of fields) {
    // 当事人(签名):张三: whose hand it is, not whose case.
    if (/签[名字章收]|盖章/u.test(reader.dense.slice(field.start, field.from))) continue;
    if (!labels.includes(field.label) && !isInGroup(reader, field.start, own)) continue;
    const span = nameSpan(reader, field);
    const name = reader.print(span.start, span.end);
    // A clause about the party is no name; neither is the beginning of one that a narrow cell broke.
    if (!isName(name) || !(BUSINESS_END.test(name) || /^[一-龥·]{2,4}$/u.test(name))) continue;
    if (ofBusinesses.has(kind) && !BUSINESS_END.test(name)) continue;
    // 当事人配合调查: a sentence that begins with the word.
    const apart = field.colon || reader.gapBefore(field.from) > Gap.none;
    if (!apart && !BUSINESS_END.test(name) && !(name.length <= 3 && canBePerson(name))) continue;
    facts['party.name'] = factOf(reader, name, span.start, span.end, 0.85);
    break;
  }
  const inRows = 'party.name' in facts ? null : nameInRows(reader, fields);
  if (inRows !== null) facts['party.name'] = inRows;
  if (addressed.has(kind) && !('party.name' in facts)) {
    const { 'party.name': name } = readParties(reader).facts;
    if (name !== undefined) facts['party.name'] = { ...name, confidence: 0.85 };
  }
  const inCause = 'party.name' in facts || !causing.has(kind) ? null : nameInCause(reader, fields);
  if (inCause !== null) facts['party.name'] = inCause;
  const head =
    fields.find((field) => field.label === '法定代表人' || field.label === '经营者') ??
    // 负责人 is who approves too: in the rows and the row of the party it is the party's.
    fields.find((field) => field.label === '负责人' && isInOwnRow(reader, field.start));
  const named = head === undefined ? undefined : namesIn(reader, { from: head.from, end: head.to })[0];
  if (named !== undefined && named.start === head?.from)
    facts['party.representative'] = factOf(reader, named.name, named.start, named.end, 0.8);
  const code = scanCodes(reader).find(
    (hit) =>
      hit.kind === 'credit-code' &&
      // 被处罚人 | 代码 | 9111…: in the party's own rows.
      ((isInOwnRow(reader, hit.start) && wordsBeside(reader, hit.start) === '代码') ||
        /(?:信用代码?|(?:证照|执照|登记证书?|证件)(?:\/证件)?(?:编?号码?|代码)|注册号)[^0-9A-Z]{0,8}$/u.test(
          reader.dense.slice(Math.max(0, hit.start - 16), hit.start),
        )),
  );
  const id = idOf(reader, facts['party.name']);
  if (id !== null) facts['party.id-number'] = id;
  if (code !== undefined)
    facts['party.code'] = factOf(reader, code.value, code.start, code.end, code.valid ? 0.95 : 0.8);
  return facts;
}

/** 张三擅自改变林地用途案, 某公司未按规定报告案: who did it heads the name of the case. */
function nameInCause(reader: Reader, fields: readonly Field[]): Fact | null {
  const field = fields.find(({ label, text }) => (label === '案由' || label === '案件名称') && text !== '');
  const words = field === undefined ? '' : reader.dense.slice(field.from, field.to);
  const name = CAUSE.exec(words)?.[1];
  if (field === undefined || name === undefined || !isName(name) || /[某*×]/u.test(name)) return null;
  const person = /^[一-龥]{2,3}$/u.test(name) && canBePerson(name);
  if (!person && !(BUSINESS_END.test(name) && name.length > 4)) return null;
  return factOf(reader, reader.print(field.from, field.from + name.length), field.from, field.from + name.length, 0.78);
}

/** A name, then how the law was broken. Unlicensed and unlawful acts begin with no name: 未经许可…, 涉嫌…. */
const CAUSE =
  /^(?:关于)?([一-龥·()]{2,40}?)(?=涉嫌|擅自|未(?:经|按|取得|依法|办理|在|对|将|履行|如实)|无证|非法|违[法反规]|不(?:按|履行|正当)|超(?:范围|越|标|载)|以.{1,10}方式|使用|销售|生产|经营|占用|改变|堆放)[^。]{3,50}案/u;

/** How far below the party's own label the row of its name may stand. */
const ROWS_WITHIN = 80;

/** 当事人 个人 姓名 / … and below it 单位 名称 某厂: rows of a form that was copied without its cells. */
function nameInRows(reader: Reader, fields: readonly Field[]): Fact | null {
  const head = fields.find((field) => own.includes(field.label) && /^(?:个人|单位|$)/u.test(field.text));
  if (head === undefined || reader.cells.length > 0) return null;
  for (const field of fields) {
    if (field.start <= head.start || field.start > head.start + ROWS_WITHIN || !inGroup.includes(field.label)) continue;
    const span = nameSpan(reader, field);
    const name = reader.print(span.start, span.end);
    if (isName(name) && (BUSINESS_END.test(name) || /^[一-龥·]{2,4}$/u.test(name)))
      return factOf(reader, name, span.start, span.end, 0.85);
  }
  return null;
}

/** How far behind a person's name the number of the card may stand on a form: behind sex, age and telephone. */
const CARD_WITHIN = 60;

/** The number of the card of a person named as the party, the only one right behind the name. */
function idOf(reader: Reader, name: Fact | undefined): Fact | null {
  const range = name?.anchors?.[0]?.range;
  if (typeof name?.value !== 'string' || !/^[一-龥·]{2,4}$/u.test(name.value) || range === undefined || range === null)
    return null;
  const at = reader.dense.indexOf(name.value);
  const hits = scanCodes(reader, at, Math.min(reader.dense.length, at + CARD_WITHIN)).filter(
    ({ kind, start }) =>
      kind === 'id-number' && /身份证[^,;。]{0,6}$/u.test(reader.dense.slice(Math.max(0, start - 10), start)),
  );
  const [hit] = hits;
  return hit === undefined || hits.length > 1
    ? null
    : factOf(reader, hit.value, hit.start, hit.end, hit.valid ? 0.9 : 0.7);
}
