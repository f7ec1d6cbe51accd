import * as shapes from '../contract/cases.ts';
import { newCase } from '../contract/requests.ts';
import { detailOf } from '../detail.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import { noSuchStandard } from '../reviewing.ts';
import type { Services } from '../services.ts';
import { addCase, removeCase, summaries, summary } from '../store/cases.ts';
import { cleanName } from '../store/filenames.ts';

export function caseRoutes(services: Services): readonly Route[] {
  const { store, runner, hub, library } = services;
  const progressOf = runner.progressOf;
  return [
    route({
      method: 'get',
      path: '/api/cases',
      summary: '全部案卷，新的在前',
      answers: { 200: shapes.caseList },
      handle: async (c) => c.json({ cases: await summaries(store, progressOf) }, 200),
    }),
    route({
      method: 'post',
      path: '/api/cases',
      summary: '新建一个空案卷，随后放入文件',
      body: newCase,
      answers: { 201: shapes.oneCase },
      handle: async (c, { body }) => {
        const standard = body.standard ?? library.defaultStandard;
        if (library.standard(standard) === null) throw noSuchStandard(standard);
        const { files } = body;
        const id = await addCase(store, {
          name: cleanName(body.name),
          standard,
          ...(files === undefined ? {} : { expects: files }),
        });
        hub.changed(id);
        return c.json({ case: await summary(store, id, progressOf) }, 201);
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id',
      summary: '一个案卷的全部内容',
      answers: { 200: shapes.caseDetail },
      handle: async (c, { param }) => c.json(await detailOf(store, param('id'), { ...services, progressOf }), 200),
    }),
    route({
      method: 'delete',
      path: '/api/cases/:id',
      summary: '删除案卷和它的原件',
      answers: { 204: null },
      handle: async (c, { param }) => {
        await runner.forget(param('id'));
        await removeCase(store, param('id'));
        hub.removed(param('id'));
        return c.body(null, 204);
      },
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/check',
      summary: '开始（或重新开始）读取和检查',
      answers: { 202: shapes.oneCase },
      handle: async (c, { param }) => {
        await runner.enqueue(param('id'));
        return c.json({ case: await summary(store, param('id'), progressOf) }, 202);
      },
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/cancel',
      summary: '取消正在进行的检查',
      answers: { 202: shapes.oneCase },
      handle: async (c, { param }) => {
        await runner.cancel(param('id'));
        return c.json({ case: await summary(store, param('id'), progressOf) }, 202);
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/report',
      summary: '检查报告',
      query: shapes.reportQuery,
      answers: { 200: { mediaType: 'application/json' } },
      handle: async (c, { param, query }) => {
        const format = query.format ?? 'json';
        const {
          summary: shown,
          record,
          score,
          timeline,
          asOf,
          ...rest
        } = await detailOf(store, param('id'), {
          ...services,
          progressOf,
        });
        if (record === null || timeline === null || asOf === null) {
          throw new Refusal(409, 'not-checked', '案卷还没有检查完，没有报告。');
        }
        const report = services.checker.report({ ...rest, name: shown.name, record, score, timeline, asOf }, format);
        const type = format === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
        return c.body(report, 200, { 'content-type': type });
      },
    }),
  ];
}
