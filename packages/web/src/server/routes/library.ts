import * as cases from '../contract/cases.ts';
import * as shapes from '../contract/rules.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { summaries, summary } from '../store/cases.ts';

export function libraryRoutes(services: Services): readonly Route[] {
  const { version, checker, library, samples, store, runner, hub } = services;
  const copy = async (id: string) => {
    const added = await samples.copy(id, store, library.defaultStandard);
    hub.changed(added);
    await runner.enqueue(added);
    return added;
  };
  return [
    route({
      method: 'get',
      path: '/api/health',
      summary: '程序是否在运行，用的是哪个规则包',
      answers: { 200: shapes.health },
      handle: (c) => c.json({ ok: true, version, pack: checker.pack, ocr: checker.ocr }, 200),
    }),
    route({
      method: 'get',
      path: '/api/rules',
      summary: '全部规则',
      answers: { 200: shapes.ruleList },
      handle: (c) => c.json({ rules: library.rules() }, 200),
    }),
    route({
      method: 'get',
      path: '/api/rules/:id',
      summary: '一条规则：依据、条件、案例',
      answers: { 200: shapes.ruleDetail },
      handle: (c, { param }) => {
        const rule = library.rule(param('id'));
        if (rule === null) throw new Refusal(404, 'no-such-rule', '没有这条规则。');
        return c.json(rule, 200);
      },
    }),
    route({
      method: 'get',
      path: '/api/dictionary',
      summary: '事实和文书种类的名称',
      answers: { 200: shapes.dictionary },
      handle: (c) => c.json(library.names(), 200),
    }),
    route({
      method: 'get',
      path: '/api/standards',
      summary: '全部评查标准',
      answers: { 200: shapes.standardList },
      handle: (c) => c.json({ standards: library.standards() }, 200),
    }),
    route({
      method: 'get',
      path: '/api/standards/:id',
      summary: '一个评查标准和它的项目',
      answers: { 200: shapes.standardDetail },
      handle: (c, { param }) => {
        const standard = library.standard(param('id'));
        if (standard === null) throw new Refusal(404, 'no-such-standard', '没有这个评查标准。');
        return c.json(standard, 200);
      },
    }),
    route({
      method: 'get',
      path: '/api/samples',
      summary: '随附的样例案卷',
      answers: { 200: shapes.sampleList },
      handle: async (c) => c.json({ samples: await samples.list() }, 200),
    }),
    route({
      method: 'post',
      path: '/api/samples',
      summary: '放入全部样例并检查',
      answers: { 201: cases.caseList },
      handle: async (c) => {
        const added = new Set<string>();
        for (const { id } of await samples.list()) added.add(await copy(id));
        const all = await summaries(store, runner.progressOf);
        return c.json({ cases: all.filter(({ id }) => added.has(id)) }, 201);
      },
    }),
    route({
      method: 'post',
      path: '/api/samples/:id',
      summary: '放入一个样例并检查',
      answers: { 201: cases.oneCase },
      handle: async (c, { param }) => {
        const added = await copy(param('id'));
        return c.json({ case: await summary(store, added, runner.progressOf) }, 201);
      },
    }),
  ];
}
