import type { ListItem } from '../../record/types.ts';
import type { Extractor, Facts } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { scanCitations } from '../scan/citations.ts';
import { readFields } from '../scan/labels.ts';
import { readApprovals } from './approvals.ts';
import { FactWriter, namesIn, spanOf } from './blocks.ts';
import { leadingNames } from './leading-names.ts';
import { measureFacts, recordsMeasure } from './measure/decision.ts';
import { basisRank, openPlain, type Plain, states } from './plain.ts';
import { readInspection, withNotes } from './records.ts';

const inspectorLabels = ['检查人员', '检查人', '执法人员', '检查组成员', '选派人员', '抽取的检查人员', '执法检查人员'];

function basis(writer: FactWriter, reader: Reader, whole: boolean): void {
  const cited = scanCitations(reader).filter((hit) => hit.article !== null || /法$|条例$/u.test(hit.law));
  const [first] = cited;
  if (first === undefined) {
    if (whole) {
      writer.put('inspection.states-basis', false, { start: 0, end: 8 }, 0.8);
      writer.put('inspection.basis-rank', 'none', { start: 0, end: 8 }, 0.78);
    }
    return;
  }
  writer.put('inspection.states-basis', true, first);
  writer.put('inspection.basis-rank', basisRank(cited), first, 0.8);
}

function inspectors(writer: FactWriter, reader: Reader): void {
  const names = readFields(reader, [
    ...inspectorLabels,
    ...['检查对象', '检查时间', '检查内容', '被检查单位', '负责人', '证号', '执法证号'],
    // Of a draw: who drew and who watched inspects nothing.
    ...['抽取人', '抽取人员', '监督人', '监督人员', '见证人', '记录人', '抽取时间', '抽查方式', '填表人', '经办人'],
  ])
    .filter((field) => inspectorLabels.includes(field.label))
    .flatMap((field) => leadingNames(reader, { from: field.from, end: withNotes(reader, field).to }));
  const all = names.length > 0 ? names : sentBy(reader);
  const [first] = all;
  if (first !== undefined) writer.put('inspection.inspectors', [...new Set(all.map((one) => one.name))], first, 0.85);
}

/** 决定派张三、李四等人,自某日起进行检查: whom a sentence sends. */
function sentBy(reader: Reader): ReturnType<typeof namesIn> {
  const found =
    /(?:派出?(?![发单])|指派|委派|选派|安排)([一-龥·]{2,4}?(?:[、,和][一-龥·]{2,4}?){0,5})(?=等?[\d二两三四五六]?(?:人|名|位|同志))/u.exec(
      reader.dense,
    );
  const from = (found?.index ?? 0) + (found?.[0].length ?? 0) - (found?.[1]?.length ?? 0);
  return found === null ? [] : namesIn(reader, { from, end: from + (found[1]?.length ?? 0) });
}

/** Plan of an inspection or of a year's inspections. */
export const readInspectionPlan: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer, text } = plain;
  writer.put('inspection.routine', /年度|计划|日常/u.test(text.slice(0, 80)) ? true : null, { start: 0, end: 8 }, 0.78);
  const filed = spanOf(reader, /备案/u);
  writer.put('inspection.plan-filed', filed === null ? null : true, filed, 0.78);
  inspectors(writer, reader);
  return writer.facts;
};

export const readInspectionApproval: Extractor = (reader) => {
  const plain = openPlain(reader);
  const { head } = readApprovals(reader);
  if (head === null || head.blank) return {};
  const { writer, text } = plain;
  writer.put('inspection.approved', head.agrees, head);
  if (head.agrees !== false) writer.put('inspection.approved-on', head.day?.value, head.day);
  basis(writer, reader, true);
  const clue = spanOf(reader, /(?:投诉|举报|线索|转办|交办)/u);
  writer.put('inspection.on-suspicion', clue === null ? null : true, clue, 0.76);
  const special = spanOf(reader, /专项检查/u);
  writer.put('inspection.special', special === null ? null : true, special, 0.76);
  const listed = spanOf(reader, /检查事项(?:清单|目录)/u);
  writer.put('inspection.in-item-list', listed === null ? null : true, listed, 0.76);
  if (/日常检查/u.test(text)) writer.put('inspection.routine', true, spanOf(reader, /日常检查/u), 0.76);
  return writer.facts;
};

export const readInspectionNotice: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer } = plain;
  writer.day('inspection.notice-on', plain.day);
  states(plain, 'inspection.notice-states', [
    ['basis', plain.citations.length > 0],
    ['content', /检查(?:内容|事项|范围)[:为]?[^。;_]{2,}|对[^。;_]{4,}进行[^。;_]{0,10}检查/u],
    ['period', /检查(?:时间|时限|期限|日期)[:为]?[^。;_]{0,6}\d|[于自]\d{4}年/u],
    ['inspectors', namesOf(plain) || sentBy(reader).length > 0],
    ['leader', /(?:组长|负责人|带队人员?)[:为]?[一-龥]{2,4}/u],
  ]);
  basis(writer, reader, plain.whole);
  inspectors(writer, reader);
  registered(writer, reader);
  business(plain);
  return { ...plain.parties.facts, ...writer.facts };
};

function namesOf(plain: Plain): boolean {
  return readFields(plain.reader, inspectorLabels).some(
    (field) => namesIn(plain.reader, { from: field.from, end: field.to }).length > 0,
  );
}

function registered(writer: FactWriter, reader: Reader): void {
  const code = spanOf(reader, /(?:检查码|赋码|检查编码|入企码)[^。;]{0,8}[:为]?[A-Za-z0-9-]{6,}/u);
  writer.put('inspection.registered', code === null ? null : true, code, 0.8);
  const scanned = spanOf(reader, /(?:亮码|扫码)(?:入企|检查)?/u);
  writer.put('inspection.scanned', scanned === null ? null : true, scanned, 0.8);
}

function business(plain: Plain): void {
  const kind = plain.parties.facts['party.kind']?.value;
  if (kind === 'organisation' || kind === 'individual-business')
    plain.writer.put('inspection.of-business', true, plain.parties.all[0]?.span ?? null, 0.78);
}

/** A table of questions to tick is no 笔录: 安全检查表, 双随机抽查记录表. */
function isChecklist({ dense, lines }: Reader): boolean {
  const boxes = dense.match(/[□☐☑√■✓✔]/gu)?.length ?? 0;
  const titled = lines.slice(0, 8).some((line) => {
    const row = dense.slice(line.start, line.end);
    return row.length <= 40 && /[检抽]查(?:情况|结果)?(?:登记|记录)?[表单](?:\([^()]*\))?$/u.test(row);
  });
  return titled || boxes >= 10;
}

/** What a 笔录 has to say and a list of questions has no room for is not denied because the list does not say it. */
function withoutDenials(facts: Facts): Facts {
  const list = facts['inspections[]'];
  if (list === undefined || !Array.isArray(list.value)) return facts;
  const value = (list.value as readonly ListItem[]).map(
    (item) =>
      Object.fromEntries(
        Object.entries(item).filter(([key, one]) => one !== false || key.endsWith('-signed')),
      ) as ListItem,
  );
  return { ...facts, 'inspections[]': { ...list, value } };
}

/** Record of an inspection: the entry of the list, and what only inspections ask about. */
export const readInspectionRecord: Extractor = (reader): Facts => {
  const record = isChecklist(reader) ? withoutDenials(readInspection(reader)) : readInspection(reader);
  const item = (record['inspections[]']?.value as readonly ListItem[] | undefined)?.[0];
  if (item === undefined) return record;
  const writer = new FactWriter(reader);
  const text = reader.dense;
  const place = { start: 0, end: Math.min(24, text.length) };
  if (typeof item.date === 'string') writer.put('inspection.date', item.date, place, item.confidence ?? 0.85);
  basis(writer, reader, false);
  registered(writer, reader);
  const situation = /(?:检查情况|现场情况|检查内容|现场检查情况|经检查)[^。]{0,4}[:,]?[^。:_]{10,}/u;
  writer.put('inspection.states-situation', situation.test(text) ? true : null, spanOf(reader, situation), 0.8);
  const result =
    /(?:处理(?:结果|意见|措施)|检查结论|检查结果)[:为]?[^。;:_]{4,}|责令[^。;]{0,20}(?:改正|整改)|未发现(?:问题|违法)/u;
  writer.put('inspection.states-result', result.test(text) ? true : null, spanOf(reader, result), 0.8);
  if (typeof item['officers-signed'] === 'boolean')
    writer.put('inspection.record-signed', item['officers-signed'], place, 0.8);
  const told = spanOf(reader, /(?:检查结果|上述情况|检查情况)[^。;]{0,10}(?:告知|反馈)/u);
  writer.put('inspection.result-told', told === null ? null : true, told, 0.78);
  const measure = recordsMeasure(text) ? measureFacts(reader, item) : {};
  return { ...record, ...measure, ...writer.facts };
};

export const readRandomDraw: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  writer.put('inspection.random', true, { start: 0, end: 8 });
  const object = spanOf(
    reader,
    /(?:检查对象|抽查对象|被检查(?:单位|对象)|市场主体)[^。;]{0,12}(?:随机|抽取)|(?:随机|抽取)[^。;]{0,14}(?:检查对象|抽查对象|市场主体|对象)/u,
  );
  writer.put('inspection.object-drawn', object === null ? null : true, object, 0.8);
  const people = spanOf(
    reader,
    /(?:检查人员|执法人员)[^。;]{0,12}(?:随机|抽取|选派)|(?:随机|抽取|选派)[^。;]{0,14}(?:检查人员|执法人员)/u,
  );
  writer.put('inspection.inspectors-drawn', people === null ? null : true, people, 0.8);
  inspectors(writer, reader);
  return writer.facts;
};

export const readInspectionReport: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text } = plain;
  writer.day('inspection.report-on', plain.day);
  if (/告知书|通知书|反馈/u.test(text.slice(0, 60)))
    writer.put('inspection.result-told', true, { start: 0, end: 10 }, 0.85);
  const filed = spanOf(reader, /报备|备案/u);
  writer.put('inspection.report-filed', filed === null ? null : true, filed, 0.76);
  return writer.facts;
};
