import * as shapes from '../contract/law.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';

export function lawRoutes({ law }: Services): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/api/coverage',
      summary: '各项法定要求由什么检查',
      answers: { 200: shapes.coverage },
      handle: (c) => c.json(law.coverage(), 200),
    }),
    route({
      method: 'get',
      path: '/api/laws',
      summary: '收录的法律和它们的版本',
      answers: { 200: shapes.lawList },
      handle: async (c) => c.json({ laws: await law.laws() }, 200),
    }),
    route({
      method: 'get',
      path: '/api/laws/:id/articles/:article',
      summary: '某日有效的一条的原文，须先导入',
      query: shapes.articleQuery,
      answers: { 200: shapes.articleText },
      handle: async (c, { param, query }) =>
        c.json({ article: await law.article(param('id'), param('article'), query.on) }, 200),
    }),
    route({
      method: 'post',
      path: '/api/days',
      summary: '期限计算：逐日列出，并说明依据哪一条',
      body: shapes.daysQuestion,
      answers: { 200: shapes.daysAnswer },
      handle: (c, { body }) => {
        const { from, limit, unit, law: named, article, suspend, roll, back } = body;
        const question = {
          from,
          limit,
          unit,
          suspend: (suspend ?? []).map(([first = '', last = '']): [string, string] => [first, last]),
          roll: roll === true,
          back: back === true,
          ...(named === undefined || named === '' ? {} : { law: named }),
          ...(article === undefined ? {} : { article }),
        };
        return c.json(law.days(question), 200);
      },
    }),
  ];
}
