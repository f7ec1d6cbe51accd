import { oneDetail, rulingQuery } from '../contract/cases.ts';
import { markQuery, newFact, newMark, newRuling, newStandard } from '../contract/requests.ts';
import { detailOf } from '../detail.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { mark, unmark } from '../store/marks.ts';

export function reviewRoutes(services: Services): readonly Route[] {
  const { store, checker, reviewing, runner, hub } = services;
  const shown = async (id: string) => {
    hub.changed(id);
    return { case: await detailOf(store, id, { ...services, progressOf: runner.progressOf }) };
  };
  return [
    route({
      method: 'put',
      path: '/api/cases/:id/facts/:path',
      summary: '录入或确认一项事实，立即重新检查',
      body: newFact,
      answers: { 200: oneDetail },
      handle: async (c, { param, body }) => {
        await reviewing.enterFact(param('id'), param('path'), body);
        return c.json(await shown(param('id')), 200);
      },
    }),
    route({
      method: 'delete',
      path: '/api/cases/:id/facts/:path',
      summary: '撤回录入或确认',
      answers: { 200: oneDetail },
      handle: async (c, { param }) => {
        await reviewing.withdrawFact(param('id'), param('path'));
        return c.json(await shown(param('id')), 200);
      },
    }),
    route({
      method: 'put',
      path: '/api/cases/:id/rulings/:item',
      summary: '对评分项目（或其中一条检查结果）作人工认定',
      body: newRuling,
      answers: { 200: oneDetail },
      handle: async (c, { param, body }) => {
        await reviewing.rule(param('id'), param('item'), body);
        return c.json(await shown(param('id')), 200);
      },
    }),
    route({
      method: 'delete',
      path: '/api/cases/:id/rulings/:item',
      summary: '撤回人工认定；finding 指明撤回哪一条检查结果的，不写则撤回整项的',
      query: rulingQuery,
      answers: { 200: oneDetail },
      handle: async (c, { param, query }) => {
        await reviewing.withdrawRuling(param('id'), param('item'), query.finding);
        return c.json(await shown(param('id')), 200);
      },
    }),
    route({
      method: 'put',
      path: '/api/cases/:id/marks',
      summary: '标注一页：文书从此页开始（可改文书种类）、并入前一份、空白、无关或者附件；随即重新识别和检查',
      body: newMark,
      answers: { 202: oneDetail },
      handle: async (c, { param, body }) => {
        const wrong = body.kind === undefined ? null : checker.kindProblem(body.kind);
        if (wrong !== null) throw new Refusal(400, 'no-such-kind', wrong, 'kind');
        if (body.kind !== undefined && body.as !== 'begins')
          throw new Refusal(400, 'bad-mark', '只有文书从此页开始（begins）才写文书种类。', 'kind');
        await mark(store, param('id'), body);
        await runner.enqueue(param('id'));
        return c.json(await shown(param('id')), 202);
      },
    }),
    route({
      method: 'delete',
      path: '/api/cases/:id/marks',
      summary: '撤回对一页的标注，随即重新识别和检查',
      query: markQuery,
      answers: { 202: oneDetail },
      handle: async (c, { param, query }) => {
        await unmark(store, param('id'), query.file, Number(query.page));
        await runner.enqueue(param('id'));
        return c.json(await shown(param('id')), 202);
      },
    }),
    route({
      method: 'put',
      path: '/api/cases/:id/standard',
      summary: '改用另一评查标准评分',
      body: newStandard,
      answers: { 200: oneDetail },
      handle: async (c, { param, body }) => {
        await reviewing.chooseStandard(param('id'), body.standard);
        return c.json(await shown(param('id')), 200);
      },
    }),
  ];
}
