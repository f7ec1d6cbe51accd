import type { Reader } from '../../pages.ts';
import { type Field, firstFields, readFields } from '../../scan/labels.ts';
import { daysIn, type Span } from '../blocks.ts';
import type { Plain } from '../plain.ts';

const itemLabels = [
  '申请事项',
  '申请许可事项',
  '许可事项',
  '申请许可项目',
  '行政许可事项',
  '事项名称',
  '申请项目',
  '许可项目',
  '申请内容',
  '许可内容',
  '项目名称',
  '许可类别',
  '业务名称',
  '审批事项',
];
export const dayLabels = ['申请日期', '申请时间', '填表日期', '填报日期', '提交日期', '日期'];
export const receivedLabels = ['收件日期', '接收日期', '收到日期', '接收时间', '收件时间', '收到材料日期', '接件日期'];
export const validLabels = [
  '有效期至',
  '有效期限',
  '有效期',
  '许可期限',
  '有效日期',
  '许可有效期',
  '有效期限至',
  '证件有效期',
];
const otherLabels = [
  '申请人',
  '申请单位',
  '申请类别',
  '申请类型',
  '法定代表人',
  '负责人',
  '统一社会信用代码',
  '身份证号码',
  '住所',
  '地址',
  '联系人',
  '联系电话',
  '电话',
  '经办人',
  '委托代理人',
  '发证机关',
  '发证日期',
  '颁发日期',
  '颁证日期',
  '许可证编号',
  '证件编号',
  '经营场所',
  '经营项目',
  '备注',
  '编号',
  '原许可证编号',
  '原发证机关',
];
const labels = [...itemLabels, ...dayLabels, ...receivedLabels, ...validLabels, ...otherLabels];

const asked: readonly (readonly [RegExp, string])[] = [
  [/延续/u, 'renewal'],
  [/变更/u, 'change'],
  [/撤回/u, 'withdrawal'],
  [/撤销/u, 'revocation'],
  [/注销/u, 'deregistration'],
  [/首次|新办|新申请|新设|核发|初次/u, 'new'],
];
const ticks = /[☑√■✓✔]([^☑√■✓✔□☐。;]{1,12})/gu;

export function fieldsOf(reader: Reader): ReadonlyMap<string, Field> {
  return firstFields(readFields(reader, labels));
}

export function firstOf(fields: ReadonlyMap<string, Field>, wanted: readonly string[]): Field | undefined {
  return wanted.map((label) => fields.get(label)).find((field) => field !== undefined && field.text !== '');
}

export function spanOfField(field: Field): Span {
  return { start: field.from, end: Math.max(field.to, field.from + 1) };
}

/** 你(单位)提出的关于食品经营许可的申请: the item as a sentence names it; a form leaves it open. */
function itemInWords(plain: Plain): (Span & { readonly value: string }) | null {
  const pattern =
    /(?:(?<!未)提出的?(?:关于)?|提交的?(?:关于)?|申请(?:办理)?的?)(?:本机关)?([一-龥()、/《》]{2,30}?)(?:的?(?:行政许可)?申请|事项|,|行政许可)/gu;
  for (const found of plain.text.matchAll(pattern)) {
    const value = found[1]?.replace(/^关于|的$/gu, '') ?? '';
    if (
      value.length < 2 ||
      NO_ITEM.test(value) ||
      DUTY.test(plain.text.slice(Math.max(0, found.index - 24), found.index))
    )
      continue;
    return { start: found.index, end: found.index + found[0].length, value };
  }
  return null;
}

/** 如需继续使用,应当在届满前提出延续申请: what is to be asked for later. */
const DUTY = /(?:应当?|须|需|可以?|如|若)[^。;]{0,20}$/u;

/** What stands behind 申请 or before it and is no matter of a licence: 申请行政复议, 申请符合法定条件, 对…申请作出不予. */
const NO_ITEM =
  /^(?:行政许可|许可|本机关|申请材料)$|^(?:行政)?(?:复议|诉讼)|^(?:不?符合|作出|不予|准予|决定|审批$|人民法院|强制执行|听证|延期|材料)|(?:措施|意见|要求|问题)$/u;

export function putItem(plain: Plain, path: string): void {
  const field = firstOf(fieldsOf(plain.reader), itemLabels);
  const worded = field === undefined ? itemInWords(plain) : null;
  if (field !== undefined) plain.writer.put(path, field.text, spanOfField(field), 0.85);
  else plain.writer.put(path, worded?.value, worded, 0.75);
}

/** Which kind of licensing matter: by the heading, a ticked choice, else the words of the decision. */
export function putKind(plain: Plain, whole: boolean): void {
  const head = plain.text.slice(0, 60);
  const ticked = [...plain.text.matchAll(ticks)].map((match) => match[1] ?? '');
  for (const words of [head, ...ticked]) {
    const found = asked.find(([pattern]) => pattern.test(words));
    if (found === undefined) continue;
    plain.writer.put('licence.kind', found[1], { start: 0, end: Math.min(12, plain.text.length) }, 0.85);
    return;
  }
  if (whole) plain.writer.put('licence.kind', 'new', { start: 0, end: Math.min(12, plain.text.length) }, 0.76);
}

/** 有效期至2028年3月1日, 有效期限:2023年3月2日至2028年3月1日: the last day named. */
export function expiry(plain: Plain, fields: ReadonlyMap<string, Field>): void {
  const field = firstOf(fields, validLabels);
  const day = field === undefined ? undefined : daysIn(plain.reader, { from: field.from, end: field.to }).at(-1);
  if (day !== undefined) {
    plain.writer.day('licence.expires-on', day);
    return;
  }
  for (const match of plain.text.matchAll(/有效期(?:限)?(?:为|自|至|到|:)/gu)) {
    const stop = plain.text.indexOf('。', match.index);
    const end = Math.min(stop < 0 ? plain.text.length : stop, match.index + 60);
    const days = daysIn(plain.reader, { from: match.index, end });
    if (days.length > 0) plain.writer.day('licence.expires-on', days.at(-1), 0.85);
  }
}

export const officerLabels = [
  '核查人员',
  '核查人',
  '勘验人',
  '勘验人员',
  '审查人员',
  '检查人员',
  '执法人员',
  '评审人员',
  '核验人员',
  '核验人',
  '审查人',
  '审查员',
  '评审人',
  '现场核查人员',
];

/** The day of the application, where the paper says of it 你单位于2024年4月2日向本机关提出…申请; papers handed in to complete it came later. */
export function appliedOn({ reader, text, writer }: Plain): void {
  const applied =
    /(?:申请人|你(?:单位|公司|\(单位\))?|贵单位)(?:于|在)?\d{4}年\d{1,2}月\d{1,2}日(?:向[^,。;]{2,16})?(?:提出|提交|申请)(?![^,。;]{0,12}补正)/u.exec(
      text,
    );
  if (applied === null) return;
  const span = { from: applied.index, end: applied.index + applied[0].length };
  writer.day('application.date', daysIn(reader, span)[0], 0.8);
}
