import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Dictionary } from '@anjuan/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { samplesIn } from '../samples.ts';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

const dictionary: Dictionary = new Map([
  ['agency.name', { path: 'agency.name', type: 'text', label: '执法机关名称', from: [], fields: {} }],
]);

let folder: string;
let house: House;

beforeEach(async () => {
  folder = newFolder();
  const shelf = path.join(folder, 'samples');
  for (const id of ['b-folder', 'a-clean']) {
    const place = path.join(shelf, 'files', id);
    mkdirSync(path.join(place, '附件'), { recursive: true });
    const about = {
      id,
      title: `样例 ${id}`,
      about: '说明',
      pages: 2,
      planted: id === 'a-clean' ? [] : [{ what: '缺' }],
    };
    writeFileSync(path.join(place, 'case.json'), JSON.stringify({ ...about, agency: 'samples/agencies/a.yaml' }));
    writeFileSync(path.join(place, 'expected.txt'), 'T-1\n');
    writeFileSync(path.join(place, '10 决定书.txt'), 'decision.date=2026-05-01');
    writeFileSync(path.join(place, '附件', '立案.txt'), 'filing.date=2026-01-05');
  }
  mkdirSync(path.join(shelf, 'agencies'));
  writeFileSync(path.join(shelf, 'agencies', 'a.yaml'), 'name: 某局\n');
  house = await openHouse(path.join(folder, 'data'), { samples: samplesIn(shelf, dictionary) });
});

afterEach(async () => {
  await house.close();
  dropFolder(folder);
});

test('samples are listed, copied in with their papers and their agency, and checked', async () => {
  const { json } = await house.call('GET', '/api/samples');
  expect(json.samples).toEqual([
    { id: 'a-clean', title: '样例 a-clean', about: '说明', pages: 2, planted: 0 },
    { id: 'b-folder', title: '样例 b-folder', about: '说明', pages: 2, planted: 1 },
  ]);
  const added = await house.call('POST', '/api/samples/b-folder');
  expect(added.status).toBe(201);
  await house.services.runner.idle();
  const detail = (await house.call('GET', `/api/cases/${added.json.case.id}`)).json;
  expect(detail.summary).toMatchObject({ name: '样例 b-folder', state: 'done', defects: { serious: 1 } });
  expect(detail.files.map((file: { name: string }) => file.name)).toEqual(['10 决定书.txt', '附件/立案.txt']);
  const row = await house.services.store.db.selectFrom('cases').select('agency_profile').executeTakeFirstOrThrow();
  expect(JSON.parse(row.agency_profile ?? '')).toEqual({ 'agency.name': '某局' });
});

test('all samples at once; an unknown one is a 404', async () => {
  expect((await house.call('POST', '/api/samples')).json.cases).toHaveLength(2);
  await house.services.runner.idle();
  expect((await house.call('POST', '/api/samples/..')).status).toBe(404);
  expect((await house.call('POST', '/api/samples/x')).status).toBe(404);
  expect((await house.call('GET', '/api/cases')).json.cases).toHaveLength(2);
});

test('without the folder there are no samples', async () => {
  expect(await samplesIn(path.join(folder, 'nowhere'), dictionary).list()).toEqual([]);
});
