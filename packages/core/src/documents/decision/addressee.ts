import { canBePerson } from '../mending/surnames.ts';
import { Gap, type Reader } from '../pages.ts';
import type { Field } from '../scan/labels.ts';
import { isScan } from '../scan-text.ts';
import { isAgencyName } from '../titles.ts';
import { ADDRESS_LABELS, CODE_LABELS, HEAD_LABELS, ID_LABELS } from './labels.ts';
import { BUSINESS_END, isName, NOTE_ON_NAME } from './names.ts';
import type { Span } from './paper.ts';

/** A party no label names, with the particulars that stand behind its name. */
export interface Addressee extends Span {
  readonly name: string;
  readonly fields: readonly Field[];
}

/**
 * The party where no label names it: a line addressing it (某某有限公司:), a sentence that begins with it (当事人王某,男,…;
 * 某某有限公司,法定代表人:…), or its name alone right above its particulars. Null where none of them stands before the offset.
 */
export function addressee(reader: Reader, stop: number, fields: readonly Field[]): Addressee | null {
  for (const [index, line] of reader.lines.entries()) {
    if (line.start > stop + 80) break;
    const text = colonRead(reader, reader.dense.slice(line.start, Math.min(line.end, line.start + 200)));
    const inline = INLINE_NAME.exec(text);
    const own =
      inline ??
      gluedName(reader, index, text, fields) ??
      running(text, line.end - line.start) ??
      strangelyCalled(reader, index, text, fields);
    const from = line.start + (own?.[1]?.length ?? 0);
    const length =
      own?.[2]?.length ??
      several(text, line.end - line.start) ??
      introduced(text) ??
      beforeCode(reader.dense.slice(line.start, line.start + 80), line.end - line.start) ??
      besideParticulars(reader, line.start, fields) ??
      addressed(text, line.end - line.start) ??
      addressedOver(reader, index) ??
      aboveParticulars(reader, index, text, fields) ??
      ofCase(reader, index, text);
    if (length === null) continue;
    const name = reader.print(from, from + length);
    if (
      !isName(name) ||
      /[,。;:《》“”]/.test(reader.dense.slice(from, from + length)) ||
      (NOT_ADDRESSED.test(name) && !FIRM.test(name))
    )
      continue;
    // A line that goes on from the one above opens with the rest of a word, or of the name: 浏 / 览数: and 甲市乙劳 / 务有限公司:
    const above = reader.dense[line.start - 1] ?? '';
    if (own === null && reader.wraps(line.start) && !(BUSINESS_END.test(name) && ENDS_ABOVE.test(above))) continue;
    const labelled = fields.some((field) => field.start === line.start && field.colon);
    if (labelled) continue;
    if (!BUSINESS_END.test(name) && !(particularsBelow(reader, index, fields) ? LONG_NAME : SHORT_NAME).test(name))
      continue;
    const known =
      own !== null ||
      introduced(text) !== null ||
      several(text, line.end - line.start) !== null ||
      particularsBelow(reader, index, fields);
    if (!known && !BUSINESS_END.test(name) && name.length > 4) continue;
    return { name, start: from, end: from + length, fields: fields.filter((field) => field.start >= from) };
  }
  return null;
}

/** 某某有限公司; at the end of a line on a picture: the colon was read so. */
function colonRead(reader: Reader, text: string): string {
  return reader.pages.some(isScan) &&
    /^[\p{Script=Han}()]{4,40}[;；]$/u.test(text) &&
    BUSINESS_END.test(text.slice(0, -1))
    ? `${text.slice(0, -1)}:`
    : text;
}

/** What a line may end with that has filled its width and still does not go on: a sentence, a number, a title, a day. */
const ENDS_ABOVE = /[。;:!?)号书日]/;

const INLINE_NAME =
  /^(当事人|被处罚人|受处罚人|违法行为人)([一-龥*×某·]{2,12}),(?:男|女|性别|身份|公民|居民|[一-龥]{1,4}族|住|\d{4}年)/;

/** …罚〔2024〕7号某某有限公司:经…: a copy in one line goes on from the number to whom it addresses. */
function running(text: string, length: number): RegExpExecArray | null {
  if (length < 120) return null;
  const found =
    /^(.{0,90}?〕[第()\d]{1,10}号(?:\([一-龥]{2,6}\))?)([一-龥A-Za-z()]{4,40}?):(?=\(|经|我|本|你|由|因|根据|依据|职工|统一社会|法定代表|地址|住所|营业)/.exec(
      text.replace(/[[【]/g, '〔').replace(/[\]】]/g, '〕'),
    );
  const person = NUMBERED_PERSON.exec(text);
  if (person !== null && canBePerson(person[2] ?? '')) return person;
  const named = found ?? NUMBERED.exec(text);
  return named !== null && BUSINESS_END.test(named[2] ?? '') ? named : null;
}

/** …罚〔2024〕7号某某有限公司统一社会信用代码:…: its particulars follow at once. */
const NUMBERED =
  /^(.{0,90}?[〔[【(]\d{4}[〕\]】)][第()\dA-Z\-—\p{Script=Han}]{1,12}号)([一-龥A-Za-z()]{4,40}?)(?=\(?(?:统一社会信用代码|营业执照注册号|纳税人识别号|法定代表人|住所|地址)(?:\([^()]{1,10}\))?(?::|[0-9A-Z]{15}))/u;

/** …罚〔2024〕7号张三:根据…, …7号违法行为人张三,男: a person right behind the number. */
const NUMBERED_PERSON =
  /^(.{0,90}?[〔[【(]\d{4}[〕\]】)][第()\dA-Z\-—]{1,12}号(?:(?:违法行为|被处罚)人|当事人)?)([一-龥·]{2,4})(?=:(?:\(|根据|依据|经|你|我|本|因)|,(?:男|女|性别))/u;

/** 某某有限公司(以下简称你公司)违法排放水污染物一案,经调查: the first sentence of a body names whose case it is. */
const CASE_OF =
  /^([一-龥A-Za-z()]{3,40}?(?:公司|厂|店|合作社|医院|学校|商行|超市|中心))(?:\((?:以下|下)?简?称[^()]{1,24}\)[^。;]{0,60}|(?:涉嫌|环境违法|违法|违反|未经?|擅自)[^,。;]{0,50})一案,/;

/** 当事人王某擅自采砂一案,经本机关依法调查,现查明: a body that opens so names a person right behind the label. */
const PERSON_OF_CASE =
  /^(当事人)([一-龥]{1,2}(?:某{1,2}|[*×]{1,3})[一-龥]?|[一-龥]{2,4})(?=(?:涉嫌|违反|违法|未经?|无证|擅自|非法)[^,。;]{0,70}案,(?:已?经|由)(?:本机关|本局|我局|本单位|我单位|依法|立案)?[^,。;]{0,6}(?:调查|审理))/;

function ofCase(reader: Reader, index: number, text: string): number | null {
  if (index > 3 || reader.wraps(reader.lines[index]?.start ?? 0)) return null;
  // The margin may break the sentence behind the name.
  let [end, next] = [reader.lines[index]?.end ?? 0, reader.lines[index + 1]];
  for (let at = index + 1; next !== undefined && at <= index + 3 && reader.wraps(next.start); next = reader.lines[++at])
    end = next.end;
  const name = CASE_OF.exec(reader.dense.slice(reader.lines[index]?.start ?? 0, end))?.[1];
  return name !== undefined && name.length <= text.length && BUSINESS_END.test(name) ? name.length : null;
}

/** 当事人某某有限公司(以下简称某某公司): the mark behind the label is lost. */
const NOTED = /^(当事人|被处罚人|受处罚人|被处罚单位)([^,;:。()]{4,40})(?=\((?:以下|下)?简?称)/;

const SHORT_NAME = /^[一-龥*×某·]{2,12}$/;
const LONG_NAME = /^[一-龥A-Za-z0-9*×·()（）]{2,40}$/;

/** A line addressing somebody right above the particulars names the party, whatever its name ends on. */
function particularsBelow(reader: Reader, index: number, fields: readonly Field[]): boolean {
  const line = reader.lines[index];
  if (line === undefined || reader.dense[line.end - 1] !== ':') return false;
  const below = reader.lines[index + 1]?.start;
  return fields.some((field) => field.start === below && field.colon && PARTICULARS.includes(field.label));
}

/** 当事人某某店 with nothing between them fills its line, and the next label follows below. */
function gluedName(reader: Reader, index: number, text: string, fields: readonly Field[]): RegExpExecArray | null {
  const noted = NOTED.exec(text);
  if (noted !== null && BUSINESS_END.test(noted[2] ?? '')) return noted;
  const person = PERSON_OF_CASE.exec(text);
  if (person !== null && (/[某*×]/.test(person[2] ?? '') || canBePerson(person[2] ?? ''))) return person;
  // 当事人(中标供应商)某某公司: a note says what the party is in the matter.
  const found = /^((?:当事人|被处罚人|受处罚人|被处罚单位)(?:\([一-龥]{2,10}\))?)([^,;:。()]{2,40})$/.exec(text);
  if (found === null || !(BUSINESS_END.test(text) || text.length <= 7)) return null;
  const below = reader.lines[index + 1]?.start;
  return fields.some(
    ({ start, label, colon }) => start === below && (label.length >= 4 || (colon && found[1]?.endsWith(')'))),
  )
    ? found
    : null;
}

/** 某某股份有限公司、齐某先生、白某女士:, where the line addresses several: the length of the first name. */
function several(text: string, length: number): number | null {
  if (length > 120 || text[length - 1] !== ':') return null;
  const names = text.slice(0, length - 1).split('、');
  const persons = names.filter((name) => /^[一-龥·*×某]{2,8}(?:先生|女士)$/.test(name)).length;
  // 钱七、孙八:
  if (names.length > 1 && names.every((name) => /^[一-龥·]{2,4}$/.test(name) && canBePerson(name)))
    return names[0]?.length ?? null;
  const firms = names.filter((name) => BUSINESS_END.test(name) && !/[,。;:《》]/.test(name)).length;
  const [first] = names;
  if (first === undefined || names.length < 2 || persons === 0 || persons + firms < names.length) return null;
  return first.replace(/(?:先生|女士)$/, '').length;
}

/** Length of the name a line of the given length addresses: what stands before a colon that ends it or a note to it. */
function addressed(text: string, length: number): number | null {
  const note = text.indexOf('(');
  if (note >= 2 && NOTE_ON_NAME.test(text.slice(note + 1, note + 14)) && /^[^()]*\):/.test(text.slice(note + 1)))
    return note;
  // 某某有限公司(统一社会信用代码:…,法定代表人:…,地址:…) fills its line, and the colon behind it is left off.
  const alone =
    note >= 4 && text.length === length && /^\([^()]{0,6}(?:信用代码|识别号)[^()]*\)$/.test(text.slice(note));
  if (alone && BUSINESS_END.test(text.slice(0, note))) return note;
  const colon = text.indexOf(':');
  if (colon < 2 || colon > 45) return null;
  return colon === length - 1 || length >= 60 || text[colon + 1] === '(' ? colon : null;
}

/** 某某有限公司(统一社会信用代码9144…,住所:某路 / 1号):, where the margin breaks what stands in the brackets. */
function addressedOver(reader: Reader, index: number): number | null {
  const line = reader.lines[index];
  if (line === undefined || !/\([^()]*$/.test(reader.dense.slice(line.start, line.end))) return null;
  let end = line.end;
  // What opens in the line closes in one of the next, wherever their margin is.
  const open = BUSINESS_END.test(reader.dense.slice(line.start, line.end).split('(')[0] ?? '');
  for (const next of reader.lines.slice(index + 1, index + 5)) {
    if (!reader.wraps(next.start) && !(open && /\([^()]*$/.test(reader.dense.slice(line.start, end)))) break;
    end = next.end;
  }
  const text = reader.dense.slice(line.start, Math.min(end, line.start + 200));
  return end === line.end ? null : addressed(text, text.length);
}

const PARTICULARS = [...CODE_LABELS, ...ADDRESS_LABELS, ...HEAD_LABELS, ...ID_LABELS, '性别'];

/** 某某有限公司,法定代表人:某人,地址:…: the name of a firm up to the comma after which its particulars follow. */
function introduced(text: string): number | null {
  const comma = text.indexOf(',');
  if (/^[一-龥*×某·]{2,8},(?:男|女),/.test(text)) return comma;
  if (comma < 4 || comma > 45 || !BUSINESS_END.test(text.slice(0, comma))) return null;
  const label = text.slice(comma + 1, comma + 24).split(':');
  return label.length > 1 && PARTICULARS.includes(label[0] ?? '') ? comma : null;
}

/** 某某有限公司统一社会信用代码9144…: the break of the line between them is lost. */
function beforeCode(text: string, longest: number): number | null {
  const name = /^([^,;:。]{4,45}?)(?:统一社会信用代码|营业执照注册号):?[0-9A-Z]{15,18}/.exec(text)?.[1];
  return name !== undefined && name.length < longest && BUSINESS_END.test(name) ? name.length : null;
}

/** 某某有限公司 统一社会信用代码:9144… 地址:…: a name that opens a line, with its particulars behind it. */
function besideParticulars(reader: Reader, start: number, fields: readonly Field[]): number | null {
  const next = fields.find((field) => field.start > start);
  if (
    next === undefined ||
    reader.lineAt(next.start) !== reader.lineAt(start) ||
    !PARTICULARS.includes(next.label) ||
    !next.colon
  )
    return null;
  const name = reader.dense.slice(start, next.start);
  const beside = reader.gapBefore(next.start) === Gap.space || reader.gapBefore(next.start) === Gap.wide;
  return beside && BUSINESS_END.test(name) && !isAgencyName(name) ? name.length : null;
}

const CALLED =
  /^([一-龥/、()]{1,16}(?:人|单位|者|主体|对象|企业|机构|场所)(?:\([^()]{1,8}\))?(?:名称|姓名)?:)([^,;:。]{4,40})$/;
const NOT_CALLED =
  /抄[送报]|机关|执法|承办|办案|经办|调查|委托|投诉|举报|联系|送达|主管|监[管督]|作出|发布|公示|信息|检[测验]|鉴定|收款|被侵害|证人|代理/;

/** 责任单位:某某有限公司, 船舶所有人:某某公司 right above its particulars: a word for the party that no list holds. */
function strangelyCalled(
  reader: Reader,
  index: number,
  text: string,
  fields: readonly Field[],
): RegExpExecArray | null {
  const found = CALLED.exec(text);
  const below = reader.lines[index + 1]?.start;
  if (found === null || NOT_CALLED.test(found[1] ?? '') || !BUSINESS_END.test(found[2] ?? '')) return null;
  return fields.some(({ start, colon, label }) => start === below && colon && PARTICULARS.includes(label))
    ? found
    : null;
}

/** A name that fills the line above the one its particulars begin on; the name of an authority alone is its letterhead. */
function aboveParticulars(reader: Reader, index: number, text: string, fields: readonly Field[]): number | null {
  const below = reader.lines[index + 1];
  const field = fields.find((one) => one.start === below?.start);
  if (field === undefined || !PARTICULARS.includes(field.label) || !field.colon) return null;
  if (isAgencyName(text) && /(?:局|厅|委员会|政府|海关|[支大]队)$/.test(text)) return null;
  return BUSINESS_END.test(text) && reader.gapBefore(below?.start ?? 0) >= Gap.line ? text.length : null;
}

/** 某某信息咨询有限公司: words of a web page's frame stand in the names of firms too. */
const FIRM = /^[一-龥()]{3,}(?:公司|合作社|[厂店]|经营部|门市部|商行|超市)$/;

const NOT_ADDRESSED =
  /文号|字号|编号|案号|决定|证据|事实|如下|处罚|来源|日期|时间|部门|附件|索引|标题|公开|发文|机构|字体|关于|结果|案情|行为$|信息|主题|有效|废改立|目录|生成|时效|分类|摘要|名单|公告|概述|备注|标签|关键|栏目|情况|内容|依据|期限|理由|方式|阅读|浏览|点击|访问|分享|打印|收藏|^或者?|^及/;
