import { scoreSheetDocument } from '@anjuan/core';
import { scoreSheetWorkbook, writeDocx, writeXlsx } from '@anjuan/office';
import type { Context } from 'hono';
import * as shapes from '../contract/scoring.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import { Scoring } from '../scoring.ts';
import type { Services } from '../services.ts';
import { caseRow } from '../store/cases.ts';
import { disposition } from '../store/filenames.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Scores to look at: several standards side by side, what-if, sheets for print and for the office, editions compared. */
export function scoringRoutes({ store, checker, library }: Services): readonly Route[] {
  const scoring = new Scoring(store, checker, library);
  const names = (given: string | undefined): readonly string[] =>
    (given ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const sheetsOf = async (id: string, given: string | undefined) => {
    const sheets = await scoring.sheets(id, names(given));
    if (sheets.length === 0) throw new Refusal(409, 'no-sheet', '所选标准没有适用于本案的评分表。', 'standards');
    return sheets;
  };
  const send = async (c: Context, id: string, bytes: Uint8Array, type: string, ending: string) => {
    const { name } = await caseRow(store, id);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': type,
      'content-disposition': disposition('attachment', `评分表 ${name.replaceAll('/', ' ')}.${ending}`),
    });
  };
  const day = (): string => store.now().slice(0, 10);
  return [
    route({
      method: 'get',
      path: '/api/cases/:id/scores',
      summary: '同一案卷按几份标准计分，不改变案卷所用的标准；standards 用逗号分开',
      query: shapes.standardsQuery,
      answers: { 200: shapes.scores },
      handle: async (c, { param, query }) => c.json(await scoring.scores(param('id'), names(query.standards)), 200),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/what-if',
      summary: '假设某些检查结果不成立，得分是多少；不改变案卷',
      body: shapes.whatIfBody,
      answers: { 200: shapes.whatIf },
      handle: async (c, { param, body }) =>
        c.json(await scoring.whatIf(param('id'), body.standard, body.findings), 200),
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/sheets',
      summary: '填好的评分表',
      query: shapes.standardsQuery,
      answers: { 200: shapes.sheets },
      handle: async (c, { param, query }) => c.json({ sheets: await sheetsOf(param('id'), query.standards) }, 200),
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/sheets.docx',
      summary: '填好的评分表，Word 文件',
      query: shapes.standardsQuery,
      answers: { 200: { mediaType: docx } },
      handle: async (c, { param, query }) => {
        const sheets = await sheetsOf(param('id'), query.standards);
        return send(c, param('id'), await writeDocx(scoreSheetDocument(sheets, day())), docx, 'docx');
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/sheets.xlsx',
      summary: '填好的评分表，Excel 文件',
      query: shapes.standardsQuery,
      answers: { 200: { mediaType: xlsx } },
      handle: async (c, { param, query }) => {
        const sheets = await sheetsOf(param('id'), query.standards);
        return send(c, param('id'), await writeXlsx(scoreSheetWorkbook(sheets, day())), xlsx, 'xlsx');
      },
    }),
    route({
      method: 'get',
      path: '/api/standards-diff',
      summary: '两份标准（或者同一标准的两个版本）的差别',
      query: shapes.diffQuery,
      answers: { 200: shapes.diff },
      handle: async (c, { query }) => {
        const found = library.diff(query.from, query.to);
        if (found === null) throw new Refusal(404, 'no-such-standard', '没有这个评查标准。');
        return c.json(found, 200);
      },
    }),
  ];
}
