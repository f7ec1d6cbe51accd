import { canBePerson } from '../mending/surnames.ts';
import { Gap, type Reader } from '../pages.ts';
import type { Field } from '../scan/labels.ts';
import { dwellingBehind } from './dwelling.ts';
import { BUSINESS_END, GLUED_LABEL, isName, strangeLabel } from './names.ts';
import type { Span } from './paper.ts';

/** Words and signs that end the name of whoever stands for the party: 张某 4107…, 张某联系电话…. */
const HEAD_END =
  /[,;。:()“”"‘’]|[\dXx*×]{12}|(?<=^[一-龥·某*×]{2,6})1[3-9][\d*×xX]{9}|(?<=^[一-龥·某*×]{2,4})(?:20\d\d年|(?:依据|根据|依照)《|[一二三]、|我局|本局|本机关|经查|现查明|经调查)|(?<=^.{2,4})(?:当事人|因(?:你|当事人|涉嫌)|你(?:单位|公司|厂|店)|根据|违法[事行]|海关注册|案由|职务|邮编|邮政编码|主体资格|统一社会|联系电话|联系地址|身份证|性别|住址|住所|地址|经营)/;

/** Who stands for the party: behind the label, or glued to one of the lines below the party's name. */
export function headSpan(reader: Reader, field: Field | undefined, name: Span): Span | null {
  if (field === undefined) return gluedTo(reader, name, GLUED_HEAD);
  const to = strangeLabel(reader, field.from, beforeBody(reader, field));
  let end = field.from + (HEAD_END.exec(reader.dense.slice(field.from, to))?.index ?? to - field.from);
  if (end - field.from > 36) return gluedTo(reader, name, GLUED_HEAD);
  // 张三一、违法事实: the number of the first heading.
  const one =
    end - field.from > 2 && reader.dense[end] === '、' && /[一二三四]/.test(reader.dense[end - 1] ?? '') ? 1 : 0;
  end -= one;
  const text = reader.print(field.from, end);
  return /^[\p{L}*×]/u.test(text) && isName(text) ? { start: field.from, end } : null;
}

/** 负责人:张三 / 依据《…》: the body begins right behind a name, in a line that happens to reach the margin or in a copy of one line. */
function beforeBody(reader: Reader, { from, to }: Field): number {
  for (let at = from + 2; at < to && at <= from + 6; at++)
    if (reader.gapBefore(at) >= Gap.space && (opensBody(reader.dense, at) || isNextCell(reader, from, at))) return at;
  return to;
}

/** 李四   国　籍   中国: of a row without colons the word behind a whole name is the label of the next cell, known or not. */
function isNextCell(reader: Reader, from: number, at: number): boolean {
  const name = reader.dense.slice(from, at);
  // 刘利 / 群: the margin may break a name; a row of its own below has gaps too.
  const gap = [1, 2, 3, 4, 5, 6].map((more) => reader.gapBefore(at + more)).find((one) => one >= Gap.wide);
  if (reader.gapBefore(at) < Gap.wide || (reader.wraps(at) && gap !== Gap.wide)) return false;
  return /^[一-龥]{2,4}$/.test(name) && canBePerson(name) && !BUSINESS_END.test(name);
}

/** 地址甲省乙市丙路1号: the place follows a short label with nothing between them. */
const GLUED_ADDRESS =
  /^(?:地址|现?住址|住所)(?:地址|住址)?(?=[一-龥]{2,9}?(?:省|市|自治[区州县]|县|区|镇|乡)[^,;。:]*$)/;

/** The address a label gives, or one that stands behind the party's name; null where none does. */
export function addressSpan(reader: Reader, field: Field | undefined, name: Span): Span | null {
  if (field !== undefined) {
    const own = againIn(reader, field, name);
    const start = field.from + (!field.colon && reader.dense[field.from] === '为' ? 1 : 0);
    let end = Math.min(own, addressEnd(reader, field));
    // A dot of dirt behind the last word is read as a mark.
    while (end > start && ':;,、('.includes(reader.dense[end - 1] ?? ' ')) end--;
    return end > start ? { start, end } : null;
  }
  return gluedTo(reader, name, GLUED_ADDRESS) ?? dwellingBehind(reader, name) ?? addressInBody(reader, name);
}

/** 经我局对你(单位)(地址:某路1号)2020年…进行检查: the first sentence of the body tells where the party sits. */
function addressInBody({ dense }: Reader, { end: behind }: Span): Span | null {
  const found =
    /你(?:\(?单位\)?|公司|厂|店)?\((?:地址|住所|住址|经营地址|注册地址)[:为]?((?:[^()。]|\([^()。]*\)){5,60})\)/.exec(
      dense.slice(behind, behind + 300),
    );
  const place = found?.[1];
  if (found === null || place === undefined) return null;
  const end = behind + found.index + found[0].length - 1;
  return { start: end - place.length, end };
}

/** 某路1号某某有限公司未批先建一案: the body of a copy without line breaks opens with the party's name again. */
function againIn({ dense }: Reader, field: Field, name: Span): number {
  const words = dense.slice(name.start, name.end);
  const at = words.length < 2 ? -1 : dense.indexOf(words, field.from + 4);
  const behind = dense.slice(at + words.length, at + words.length + 30);
  if (words.length < 4 && !/^(?:未经|涉嫌|擅自|违反|违法|无证|非法)[^,。;]{2,24}一案/.test(behind)) return field.to;
  return at !== -1 && at < field.to && /^(?:\((?:以下|下)?简?称|[^,。;]{0,24}一案)/.test(behind) ? at : field.to;
}

const GLUED_HEAD = /^(?:经营者|负责人|投资人|法定代表人)(?!.{0,4}(?:意见|审批|批示|签))(?=[一-龥·*×某]{2,6}$)/;

/** What follows a label at the start of one of the lines below the party's name with nothing between them. */
function gluedTo(reader: Reader, name: Span, label: RegExp): Span | null {
  const first = reader.lineAt(name.start);
  for (const line of reader.lines.slice(first + 1, first + 8)) {
    const glued = label.exec(reader.dense.slice(line.start, Math.min(line.end, line.start + 90)));
    if (glued !== null)
      return {
        start: line.start + glued[0].length,
        end: label === GLUED_ADDRESS ? overMargin(reader, line.end) : line.end,
      };
  }
  return null;
}

/** Where an address ends that the margin may have broken at the offset. */
function overMargin(reader: Reader, end: number): number {
  const next = reader.lines[reader.lineAt(end)];
  if (next?.start !== end || !reader.wraps(end)) return end;
  const row = reader.dense.slice(next.start, next.end);
  return /[,。:;]/.test(row) || opensBody(row, 0) || GLUED_BODY.test(row) ? end : next.end;
}

/** A paper copied into one line goes on after the address without a label; a blank and the words of its body end it. */
function addressEnd(reader: Reader, field: Field): number {
  const { dense } = reader;
  const stop = strangeLabel(reader, field.from, field.to);
  if (opensBody(dense, field.from)) return field.from;
  let depth = dense[field.from] === '(' ? 1 : 0;
  for (let at = field.from + 1; at < stop; at++) {
    if (dense[at] === '(') depth++;
    // 某公司(…,住所:某路26号): the bracket that opened before the label ends the value.
    if (dense[at] === ')' && --depth < 0) return at;
    if ('。;'.includes(dense[at] ?? ' ') || (dense[at] === ',' && NO_PLACE.test(dense.slice(at + 1, at + 8))))
      return at;
    if (dense[at] === ',' && WHO.test(dense.slice(at, stop))) return at;
    // 某室,联系电 / 话: the margin broke the next label.
    if (dense[at] === ',' && /^,(?:联系?|联系电|统一?|邮政?|法定?|身份?)$/.test(dense.slice(at, field.to))) return at;
    // 某路1号二、违法事实: the break before the next heading is lost.
    if (at - field.from >= 4 && /^[一二三四五]、(?:环境)?(?:违法|案件|主要|调查|事实)/.test(dense.slice(at, at + 8)))
      return at;
    // A recogniser lost the gap before the next label, or a copy all breaks of its lines.
    if (
      at - field.from >= 4 &&
      (GLUED_LABEL.test(dense.slice(at, at + 8)) || GLUED_BODY.test(dense.slice(at, at + 12)))
    )
      return at;
    if (
      '号室'.includes(dense[at - 1] ?? ' ') &&
      /^(?:根据|依据|依照|按照|因你|接到?[^,。]{0,12}举报)/.test(dense.slice(at, at + 20))
    )
      return at;
    // 某路9号船名:…: the same of a label nobody asked for.
    if (
      '号室'.includes(dense[at - 1] ?? ' ') &&
      /^(?![楼院附内门旁])[一-龥]{2,6}:/.test(dense.slice(at, Math.min(at + 8, stop)))
    )
      return at;
    if (reader.gapBefore(at) < Gap.space) continue;
    if (reader.wraps(at) ? SURE_BODY.test(dense.slice(at, at + 8)) : opensBody(dense, at)) return at;
  }
  return stop;
}

/** What a body opens with and no address holds. */
const GLUED_BODY =
  /^(?:经(?:[我本][一-龥]{1,3})?(?:依法)?(?:查|调查|审查|检查)|(?:依照|依据|根据|按照|违反了?)《|现(?:已)?查明|本(?:机关|局|委|行|办)(?:依法|于|对)|我(?:局|委|办|厅|会|支队|大队)|你(?:单位|公司|于|\(|村|厂|店|户|所|院|校)|现场检查|检查发现|当事人|违法(?:事实|行为)|案由|20\d{2}年\d{1,2}月)/;

/** 某街1号,系某校学生: what is said of the person behind the address. */
const NO_PLACE =
  /^(?:现?居?住|现?系|现为|现任|时任|职业|无业|务农|农民|个体|学生|初中|高中|中专|大专|大学|小学|文盲|群众|中共|汉族|[男女](?:$|[,。])|身份证|公民身份|联系|电话|工作单位|违法经历|文化程度|政治面貌|前科|无前科|无违法|曾|持有|(?:烟草专卖零售)?许可证|经营字号|字号)/;

/** 某街1号,某中学学生: who the person is. */
const WHO =
  /^,[^,。;:]{2,24}(?:学生|职工|员工|教师|经营者|法定代表人|负责人|实际控制人|股东|驾驶员|船长|律师|医[生师])(?:[,。;]|$)/;

/** What no address goes on with where the margin breaks it. */
const SURE_BODY =
  /^(?:一、|经(?:[我本][一-龥]{1,3})?(?:查|调查)|现查明|根据|依[照据]|按照|当事人|违法行为|你单位|我局|本局|本机关|20\d\d年|二[〇○]\p{L}{2}年|\p{Script=Han}{0,6}《)/u;

function opensBody(dense: string, at: number): boolean {
  return /^(?:一、|经(?:[我本][一-龥]{1,3})?(?:查|调查)|现|根据|依据|当事人|违法|你|我|本|20\d\d年|二(?:、|[〇○零OＯ0]\p{L}{1,2}年)|于|因)/u.test(
    dense.slice(at, at + 8),
  );
}
