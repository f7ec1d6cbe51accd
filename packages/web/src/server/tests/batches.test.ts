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

const paper = (agency: string, end: string) =>
  `decision.agency=${agency}\nfiling.date=2026-01-05\ndecision.date=${end}\nparty.name=王小二\nparty.kind=natural-person\n`;
const wish = {
  kind: 'circulation',
  format: 'docx',
  edition: 'circulation',
  anonymous: false,
  sources: true,
  keep: [],
};

async function batchOf(cases: readonly string[], more: object = {}): Promise<string> {
  const { json, status } = await house.call('POST', '/api/batches', { name: '上半年评查', cases, ...more });
  expect(status).toBe(201);
  return json.batch.id;
}

async function exported(batch: string, body: object): Promise<{ state: string; file: string | null; id: string }> {
  const { json } = await house.call('POST', `/api/batches/${batch}/exports`, body);
  for (let turn = 0; turn < 200; turn++) {
    const { json: now } = await house.call('GET', `/api/exports/${json.id}`);
    if (now.state !== 'running') return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the export does not end');
}

test('a batch is made of cases, counts only what was checked, and every figure names its cases', async () => {
  const good = await house.checked({ 'a.txt': paper('甲局', '2026-02-01') });
  const late = await house.checked({ 'b.txt': paper('乙局', '2026-12-01') });
  const { json: unread } = await house.call('POST', '/api/cases', { name: '还没检查' });
  const id = await batchOf([good, late, unread.case.id], { units: ['丙局'] });
  const { json } = await house.call('GET', `/api/batches/${id}`);
  expect(json.batch).toMatchObject({ name: '上半年评查', cases: 3, checked: 2 });
  expect(json.model.figures.cases).toMatchObject({ text: '2' });
  expect([...json.model.figures.cases.cases].sort()).toEqual([good, late].sort());
  expect(json.model.unchecked.map((one: { id: string }) => one.id)).toEqual([unread.case.id]);
  expect(json.model.absentUnits).toEqual(['丙局']);
  expect(json.model.figures.problems.cases).toEqual([late]);
  // A case that is removed leaves the batch.
  await house.call('DELETE', `/api/cases/${late}`);
  expect((await house.call('GET', `/api/batches/${id}`)).json.model.problemNumber).toBe(0);
});

test('nothing checked is said in words, not as figures', async () => {
  const { json: unread } = await house.call('POST', '/api/cases', { name: '还没检查' });
  const id = await batchOf([unread.case.id]);
  const { json } = await house.call('GET', `/api/batches/${id}`);
  expect(json.model).toBeNull();
  expect(json.refused).toContain('都还没有检查结果');
  expect(await exported(id, wish)).toMatchObject({ state: 'failed', file: null });
  expect(house.complaints).toEqual([]);
});

test('documents are made beside other work and fetched; several come as one package', async () => {
  const cases = [
    await house.checked({ 'a.txt': paper('甲局', '2026-12-01') }),
    await house.checked({ 'b.txt': paper('乙局', '2026-12-01') }),
  ];
  const id = await batchOf(cases, { organ: '某县司法局', day: '2026-07-01' });
  const one = await exported(id, wish);
  expect(one).toMatchObject({ state: 'done', file: '评查通报.docx' });
  const answer = await house.app.request(`http://localhost:8080/api/exports/${one.id}/file`);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('评查通报.docx'));
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(await exported(id, { ...wish, edition: 'all' })).toMatchObject({ state: 'done', file: '上半年评查.zip' });
  expect(await exported(id, { ...wish, kind: 'unit', unit: '甲局' })).toMatchObject({ file: '反馈意见书-甲局.docx' });
});

test('personal data is shown before export, and kept only where one says so', async () => {
  const id = await batchOf([
    await house.checked({ 'a.txt': paper('甲局', '2026-12-01') }),
    await house.checked({ 'b.txt': paper('乙局', '2026-12-01') }),
  ]);
  const unit = { ...wish, kind: 'unit', edition: 'one-to-one' };
  const { json: open } = await house.call('POST', `/api/batches/${id}/personal`, unit);
  expect(open.hits).toMatchObject([{ kind: 'name', text: '王小二', replacement: '王某某', covered: false }]);
  const { json: masked } = await house.call('POST', `/api/batches/${id}/personal`, { ...unit, edition: 'circulation' });
  expect(masked.hits).toMatchObject([{ covered: true }]);
  const kept = { ...unit, edition: 'circulation', keep: ['王小二'] };
  expect((await house.call('POST', `/api/batches/${id}/personal`, kept)).json.hits).toMatchObject([{ covered: false }]);
});

test("a bureau's words are checked line by line, previewed and then used", async () => {
  const id = await batchOf([await house.checked({ 'a.txt': paper('甲局', '2026-12-01') })]);
  const wrong = await house.call('PUT', '/api/report-phrases', { own: 'to: 各乡镇\nno.such: 一' });
  expect(wrong.status).toBe(400);
  expect(wrong.json.error.message).toContain('本机关文字:2');
  const body = { own: 'to: 各乡镇人民政府', batch: id, kind: 'circulation' };
  expect((await house.call('POST', '/api/report-phrases/preview', body)).json.html).toContain('各乡镇人民政府：');
  expect((await house.call('GET', '/api/report-phrases')).json.own).toBe('');
  await house.call('PUT', '/api/report-phrases', { own: body.own });
  expect((await house.call('GET', '/api/report-phrases')).json.own).toBe(body.own);
});

test('what cannot be is refused: no case, another time order, an earlier batch that is itself', async () => {
  const one = await house.checked({ 'a.txt': paper('甲局', '2026-12-01') });
  expect((await house.call('POST', '/api/batches', { name: '空批次', cases: [] })).status).toBe(400);
  expect((await house.call('POST', '/api/batches', { name: '空批次', cases: ['nobody'] })).json.error.code).toBe(
    'no-such-case',
  );
  const period = { from: '2026-06-30', to: '2026-01-01' };
  expect((await house.call('POST', '/api/batches', { name: '倒置', cases: [one], period })).status).toBe(400);
  const id = await batchOf([one]);
  expect((await house.call('GET', `/api/batches/${id}?earlier=${id}`)).status).toBe(400);
  expect((await house.call('GET', '/api/batches/nobody')).status).toBe(404);
  expect((await house.call('PUT', `/api/batches/${id}`, { name: '改名之后', cases: [one] })).json.batch.name).toBe(
    '改名之后',
  );
  expect((await house.call('DELETE', `/api/batches/${id}`)).status).toBe(204);
  expect((await house.call('GET', '/api/batches')).json.batches).toEqual([]);
});
