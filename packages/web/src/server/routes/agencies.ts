import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { workFolder } from '@anjuan/intake';
import type { Context } from 'hono';
import * as shapes from '../contract/agencies.ts';
import { removed } from '../contract/cases.ts';
import { bytesOf, refuseLarge, tooLarge } from '../http/body.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { agencies, agency, keepAgency, removeAgency } from '../store/agencies.ts';
import { cleanName } from '../store/filenames.ts';

/** Lists that agencies keep are small beside case files. */
const listLimit = 50 * 1024 * 1024;

export function agencyRoutes({ store, checker }: Services): readonly Route[] {
  const accepted = (profile: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const answer = checker.agency(profile);
    if ('agency' in answer) return profile;
    const words = answer.problems.map(({ field, message }) => `${field}：${message}`).join('；');
    throw new Refusal(400, 'bad-profile', `档案有误：${words}。`, `profile.${answer.problems[0]?.field ?? ''}`);
  };
  return [
    route({
      method: 'get',
      path: '/api/agencies',
      summary: '存有档案的执法主体',
      answers: { 200: shapes.agencyList },
      handle: async (c) => c.json({ agencies: await agencies(store) }, 200),
    }),
    route({
      method: 'post',
      path: '/api/agencies',
      summary: '新建一个执法主体的档案',
      body: shapes.newAgency,
      answers: { 201: shapes.oneAgency },
      handle: async (c, { body }) => {
        const id = await keepAgency(store, accepted(body.profile), null);
        return c.json({ agency: await agency(store, id) }, 201);
      },
    }),
    route({
      method: 'put',
      path: '/api/agencies/import',
      summary: '读取一份名册、目录清单或者权责清单（XLSX、CSV），不保存；请求体就是文件的字节',
      query: shapes.importQuery,
      body: { mediaType: 'application/octet-stream' },
      answers: { 200: shapes.agencyImport },
      handle: async (c, { query }) => {
        refuseLarge(c, listLimit);
        return withFile(c, async (place) => c.json(await checker.agencyLists(place, cleanName(query.name)), 200));
      },
    }),
    route({
      method: 'get',
      path: '/api/agencies/:id',
      summary: '一个执法主体的档案',
      answers: { 200: shapes.oneAgency },
      handle: async (c, { param }) => c.json({ agency: await agency(store, param('id')) }, 200),
    }),
    route({
      method: 'put',
      path: '/api/agencies/:id',
      summary: '保存一个执法主体的档案',
      body: shapes.newAgency,
      answers: { 200: shapes.oneAgency },
      handle: async (c, { body, param }) => {
        await keepAgency(store, accepted(body.profile), param('id'));
        return c.json({ agency: await agency(store, param('id')) }, 200);
      },
    }),
    route({
      method: 'delete',
      path: '/api/agencies/:id',
      summary: '删除一个执法主体的档案',
      answers: { 200: removed },
      handle: async (c, { param }) => {
        await removeAgency(store, param('id'));
        return c.json({ id: param('id') }, 200);
      },
    }),
  ];
}

/** Puts what is sent into a file of its own while it is read; nothing of it stays. */
async function withFile(c: Context, use: (place: string) => Promise<Response>): Promise<Response> {
  const folder = await workFolder();
  try {
    const place = path.join(folder, 'list');
    const handle = await open(place, 'wx');
    try {
      let size = 0;
      for await (const chunk of bytesOf(c)) {
        size += chunk.byteLength;
        if (size > listLimit) throw tooLarge(listLimit);
        await handle.write(chunk);
      }
    } finally {
      await handle.close();
    }
    return await use(place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
