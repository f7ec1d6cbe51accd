import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

let folder: string;
let house: House;

beforeEach(async () => {
  folder = newFolder();
  house = await openHouse(folder);
});

afterEach(async () => {
  await house.close();
  dropFolder(folder);
});

const papers = { 'a.txt': 'filing.date=2026-01-05\ndecision.date=2026-05-01\n' };

test('what a person says of a page is kept, and the case is recognised and checked again', async () => {
  const id = await house.checked(papers);
  const said = { file: 'a.txt', page: 1, as: 'begins', kind: 'penalty-decision' };
  const { status, json } = await house.call('PUT', `/api/cases/${id}/marks`, said);
  expect(status).toBe(202);
  expect(json.case.marks).toMatchObject([{ ...said, by: '本机用户' }]);
  await house.services.runner.idle();
  const shown = (await house.call('GET', `/api/cases/${id}`)).json;
  expect(shown.documents.map((document: { kind: string }) => document.kind)).toEqual(['penalty-decision']);
  expect(shown.summary.state).toBe('done');
});

test('saying something else replaces it, taking it back leaves what was recognised', async () => {
  const id = await house.checked(papers);
  await house.call('PUT', `/api/cases/${id}/marks`, { file: 'a.txt', page: 1, as: 'begins', kind: 'penalty-notice' });
  await house.call('PUT', `/api/cases/${id}/marks`, { file: 'a.txt', page: 1, as: 'blank' });
  await house.services.runner.idle();
  expect((await house.call('GET', `/api/cases/${id}`)).json.marks).toMatchObject([{ as: 'blank' }]);
  const taken = await house.call('DELETE', `/api/cases/${id}/marks?file=a.txt&page=1`);
  expect([taken.status, taken.json.case.marks]).toEqual([202, []]);
  await house.services.runner.idle();
  expect(await house.services.store.db.selectFrom('page_marks').select('id').execute()).toHaveLength(2);
  expect((await house.call('DELETE', `/api/cases/${id}/marks?file=a.txt&page=1`)).status).toBe(404);
});

test('pages, files and kinds that are not there are refused in Chinese', async () => {
  const id = await house.checked(papers);
  const refused = async (body: object): Promise<unknown[]> => {
    const { status, json } = await house.call('PUT', `/api/cases/${id}/marks`, body);
    return [status, json.error.message];
  };
  expect(await refused({ file: 'b.txt', page: 1, as: 'blank' })).toEqual([404, '案卷里没有文件“b.txt”。']);
  expect(await refused({ file: 'a.txt', page: 2, as: 'blank' })).toEqual([400, '“a.txt”只有 1 页。']);
  expect(await refused({ file: 'a.txt', page: 1, as: 'begins', kind: 'nothing' })).toEqual([
    400,
    '没有“nothing”这种文书。',
  ]);
  expect(await refused({ file: 'a.txt', page: 1, as: 'blank', kind: 'penalty-notice' })).toEqual([
    400,
    '只有文书从此页开始（begins）才写文书种类。',
  ]);
});
