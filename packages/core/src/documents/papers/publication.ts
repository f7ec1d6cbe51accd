import { openPaper } from '../decision/paper.ts';
import { decidedFacts } from '../decision/published.ts';
import { agencyInTable, cellInTable, columnsOf } from '../decision/table.ts';
import { publishedRows } from '../decision/table-rows.ts';
import type { Extractor } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { onlyFine } from './approval.ts';
import { type Block, blocksOf, daysIn, FactWriter, spanOf } from './blocks.ts';
import { recite, reciteDecision } from './closing.ts';

const publicationLabels = [
  '行政处罚决定书文号',
  '处罚决定书文号',
  '决定书文号',
  '当事人',
  '行政相对人名称',
  '违法行为',
  '处罚依据',
  '处罚内容',
  '处罚机关',
  '决定日期',
  '处罚决定日期',
  '公示平台',
  '公示网站',
  '公示渠道',
  '公示日期',
  '公示时间',
  '公开日期',
  '公开时间',
  '发布日期',
  '发布时间',
  '信息处理',
  '公示期限',
  '公示截止期',
  '公示截止日期',
  '公示截止时间',
  '公示结束日期',
  '公示单位',
  '公示内容',
  '违法事实',
  '办理人',
  '备注',
  '统一社会信用代码',
  '行政处罚决定书文书号',
  '被处罚当事人',
  '被处罚人',
  '被处罚单位',
  '主要违法违规事实',
  '违法行为类型',
  '行政处罚依据',
  '行政处罚内容',
  '行政处罚决定',
  '行政处罚种类',
  '作出处罚决定的机关名称',
  '作出行政处罚决定的机关名称',
  '作出处罚决定的日期',
  '作出行政处罚决定的日期',
  '处罚有效期',
];

/** What was published of the decision, where and when. */
export const readPublication: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const blocks = blocksOf(reader, publicationLabels);
  const dated = blocks.find(
    (block) => /^(?:公示|公开|发布)(?:日期|时间)$/u.test(block.label) && daysIn(reader, block).length > 0,
  );
  const day = dated === undefined ? undefined : daysIn(reader, dated)[0];
  const number = blocks.find((block) => /决定书文(?:书)?号$/u.test(block.label));
  const told = toldInSentence(reader);
  if (day === undefined && number === undefined && told === null && !holdsTable(reader)) return {};
  writer.day('publication.date', day, 0.95);
  if (/(?:抽查|检查)(?:结果|情况|任务)/u.test(reader.dense.slice(0, 200)))
    writer.day('inspection.result-published-on', day, 0.85);
  const place = blocks.find((block) => ['公示平台', '公示网站', '公示渠道'].includes(block.label));
  if (place !== undefined)
    writer.put('publication.platform', reader.print(place.from, place.end), { start: place.from, end: place.end });
  const bare = spanOf(reader, /[1-9]\d{5}(?:19|20)\d{9}[\dXx]|1[3-9]\d{9}/u);
  const masked = spanOf(reader, /(?:隐去|隐匿|脱敏|遮盖|屏蔽|隐藏)[^。]{0,40}/u);
  if (bare !== null) writer.put('publication.masks-personal-data', false, bare);
  else writer.put('publication.masks-personal-data', masked === null ? null : true, masked);
  recite(reader, writer, number ?? told ?? undefined);
  reciteDecision(reader, writer, blocks);
  reciteTable(reader, writer);
  const fine = told === null ? null : onlyFine(reader, { start: told.from, end: told.end });
  if (writer.facts['decision.fine'] === undefined) writer.put('decision.fine', fine?.yuan, fine, 0.8);
  return { ...decidedFacts(reader), ...writer.facts };
};

function holdsTable(reader: Reader): boolean {
  return columnsOf(reader).length > 0 || publishedRows(reader).length > 0;
}

/** What the table of one decision gives in its cells: number, day, agency and fine, where no row told them. */
function reciteTable(reader: Reader, writer: FactWriter): void {
  const { facts } = writer;
  const number = cellInTable(reader, 'number');
  if (number !== null && facts['decision.number'] === undefined) recite(reader, writer, { ...number, end: number.to });
  const dated = cellInTable(reader, 'date');
  if (dated !== null && facts['decision.date'] === undefined)
    writer.day('decision.date', daysIn(reader, { from: dated.from, end: dated.to })[0], 0.8);
  const agency = agencyInTable(openPaper(reader));
  if (agency !== null) writer.put('decision.agency', agency.name, agency, 0.8);
  const imposed = cellInTable(reader, 'penalty');
  const fine = imposed === null ? null : onlyFine(reader, { start: imposed.from, end: imposed.to });
  if (facts['decision.fine'] === undefined) writer.put('decision.fine', fine?.yuan, fine, 0.8);
}

/** 作出甲罚〔2031〕5号行政处罚决定:没收渔获物,罚款2000元: from the number to the end of the sentence. */
function toldInSentence({ dense }: Reader): Block | null {
  const found =
    /作出了?《?(?=[^。;,]{2,14}[〔[【(]\d{4}[〕\]】)][^。;,]{1,14}号》?[^。;,]{0,8}行政处罚决定[:,])[^。]*/u.exec(
      dense,
    );
  if (found === null) return null;
  const from = found.index + (/^作出了?《?/u.exec(found[0])?.[0].length ?? 0);
  return { label: '', start: from, from, end: found.index + found[0].length };
}
