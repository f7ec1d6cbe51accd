import { compose, editionOf, officialHtml, officialStyle } from '@anjuan/core';
import * as shapes from '../contract/batches.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import { batchSummaries, modelOf, reportData, shownModel, summaryOf } from '../reports/batches.ts';
import { Exports, personalIn } from '../reports/exports.ts';
import type { Services } from '../services.ts';
import {
  addBatch,
  batchRow,
  casesOfBatch,
  changeBatch,
  ownPhrases,
  removeBatch,
  setOwnPhrases,
} from '../store/batches.ts';

export function batchRoutes(services: Services): readonly Route[] {
  const { store } = services;
  const summary = async (id: string) => summaryOf(await batchRow(store, id), await casesOfBatch(store, id));
  return [
    route({
      method: 'get',
      path: '/api/batches',
      summary: '全部批次，新的在前',
      answers: { 200: shapes.batchList },
      handle: async (c) => c.json({ batches: await batchSummaries(services) }, 200),
    }),
    route({
      method: 'post',
      path: '/api/batches',
      summary: '由检查过的案卷组成一个批次',
      body: shapes.newBatch,
      answers: { 201: shapes.oneBatch },
      handle: async (c, { body }) => {
        if (body.period !== undefined && body.period.to < body.period.from) throw backwards();
        return c.json({ batch: await summary(await addBatch(store, body)) }, 201);
      },
    }),
    route({
      method: 'get',
      path: '/api/batches/:id',
      summary: '一个批次的各项数据，每个数据附有所依据的案卷',
      query: shapes.batchQuery,
      answers: { 200: shapes.batchDetail },
      handle: async (c, { param, query }) => {
        const cases = (await casesOfBatch(store, param('id'))).map((one) => one.id);
        const about = { batch: await summary(param('id')), cases, classes: (await reportData(services)).classes };
        try {
          const model = shownModel(await modelOf(services, param('id'), query.earlier));
          return c.json({ ...about, model, refused: null }, 200);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'nothing-to-report') throw error;
          return c.json({ ...about, model: null, refused: error.message }, 200);
        }
      },
    }),
    route({
      method: 'put',
      path: '/api/batches/:id',
      summary: '改动批次的名称、期间、单位或者案卷',
      body: shapes.newBatch,
      answers: { 200: shapes.oneBatch },
      handle: async (c, { param, body }) => {
        if (body.period !== undefined && body.period.to < body.period.from) throw backwards();
        await changeBatch(store, param('id'), body);
        return c.json({ batch: await summary(param('id')) }, 200);
      },
    }),
    route({
      method: 'delete',
      path: '/api/batches/:id',
      summary: '删除批次；案卷和检查结果不受影响',
      answers: { 204: null },
      handle: async (c, { param }) => {
        await removeBatch(store, param('id'));
        return c.body(null, 204);
      },
    }),
    ...exportRoutes(services),
    ...phraseRoutes(services),
  ];
}

function backwards(): Refusal {
  return new Refusal(400, 'period', '期间的止日早于起日。', 'period');
}

function exportRoutes(services: Services): readonly Route[] {
  const exports = new Exports();
  return [
    route({
      method: 'post',
      path: '/api/batches/:id/personal',
      summary: '导出以前检查文书里的个人信息',
      body: shapes.exportRequest,
      answers: { 200: shapes.personalCheck },
      handle: async (c, { param, body }) => c.json(await personalIn(services, param('id'), body), 200),
    }),
    route({
      method: 'post',
      path: '/api/batches/:id/exports',
      summary: '开始生成文书',
      body: shapes.exportRequest,
      answers: { 202: shapes.exportState },
      handle: async (c, { param, body }) => {
        await batchRow(services.store, param('id'));
        return c.json(exports.stateOf(exports.start(services, param('id'), body)), 202);
      },
    }),
    route({
      method: 'get',
      path: '/api/exports/:id',
      summary: '生成文书的进度',
      answers: { 200: shapes.exportState },
      handle: (c, { param }) => c.json(exports.stateOf(param('id')), 200),
    }),
    route({
      method: 'delete',
      path: '/api/exports/:id',
      summary: '取消生成',
      answers: { 204: null },
      handle: (c, { param }) => {
        exports.cancel(param('id'));
        return c.body(null, 204);
      },
    }),
    route({
      method: 'get',
      path: '/api/exports/:id/file',
      summary: '生成的文件；多份文书为一个 ZIP',
      answers: { 200: { mediaType: 'application/octet-stream' } },
      handle: (c, { param }) => {
        const file = exports.fileOf(param('id'));
        return c.body(new Uint8Array(file.bytes), 200, {
          'content-type': file.type,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'content-security-policy': "sandbox; default-src 'none'",
        });
      },
    }),
  ];
}

function phraseRoutes(services: Services): readonly Route[] {
  const { store, reports } = services;
  return [
    route({
      method: 'get',
      path: '/api/report-phrases',
      summary: '文书的文字模板',
      answers: { 200: shapes.phrases },
      handle: async (c) => c.json({ own: await ownPhrases(store), standing: reports.standing }, 200),
    }),
    route({
      method: 'put',
      path: '/api/report-phrases',
      summary: '保存本机关的文字模板；有误时逐条指出行号，不保存',
      body: shapes.newPhrases,
      answers: { 200: shapes.phrases },
      handle: async (c, { body }) => {
        reports.data(body.own);
        await setOwnPhrases(store, body.own);
        return c.json({ own: body.own, standing: reports.standing }, 200);
      },
    }),
    route({
      method: 'get',
      path: '/api/report-style',
      summary: '文书预览的版式',
      answers: { 200: { mediaType: 'text/css' } },
      handle: (c) => c.body(officialStyle, 200, { 'content-type': 'text/css; charset=utf-8' }),
    }),
    route({
      method: 'post',
      path: '/api/report-phrases/preview',
      summary: '用改动后的文字预览一份文书，不保存',
      body: shapes.previewRequest,
      answers: { 200: shapes.preview },
      handle: async (c, { body }) => {
        const data = reports.data(body.own);
        const model = await modelOf(services, body.batch, undefined, data);
        const edition = editionOf('circulation', { anonymous: false, sources: false });
        const [first] = compose(body.kind, model, data, { edition });
        if (first === undefined) throw new Refusal(409, 'nothing-to-write', '没有可以生成的文书。');
        return c.json({ html: officialHtml(first.document, '/api/report-style') }, 200);
      },
    }),
  ];
}
