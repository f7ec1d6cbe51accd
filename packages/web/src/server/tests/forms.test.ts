import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docxWith, ofdWith, zipOf } from '../../../../intake/src/tests/fixtures.ts';
import { openChecker } from '../real.ts';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

/* Files of every form through the whole server: every answer is held against the contract by the house. */

let folder: string;
let house: House;

beforeAll(async () => {
  folder = newFolder();
  house = await openHouse(path.join(folder, 'data'), await openChecker());
}, 60_000);

afterAll(async () => {
  await house.services.checker.close();
  await house.close();
  dropFolder(folder);
});

test('an archive of several folders is as many cases, and the archive stays', async () => {
  const id = await house.checked({
    '一批.zip': zipOf({ '甲/a.txt': '立案审批表\n案由：甲', '乙/b.txt': '立案审批表\n案由：乙' }),
  });
  await house.services.runner.idle();
  const { json } = await house.call('GET', '/api/cases');
  const names = json.cases.map((one: { name: string; state: string }) => `${one.name} ${one.state}`);
  expect(names).toEqual(expect.arrayContaining(['一批/甲 done', '一批/乙 done']));
  const whole = await house.call('GET', `/api/cases/${id}`);
  expect(whole.json.summary.message).toBe('压缩包里有 2 个案卷，已分别建立。');
});

test('a file of records, one a line, is as many cases; a line that is none says so', async () => {
  const record = (id: string) => JSON.stringify({ id, complete: false, facts: {}, documents: [] });
  await house.checked({ '记录.ndjson': `${record('R-1')}\n${record('R-2')}\n\n{ 不是记录\n` });
  await house.services.runner.idle();
  const { json } = await house.call('GET', '/api/cases');
  const found = json.cases.filter((one: { name: string }) => one.name.startsWith('记录/'));
  const states = found.map((one: { name: string; state: string }) => `${one.name} ${one.state}`).sort();
  expect(states).toEqual(['记录/第 1 行 done', '记录/第 2 行 done', '记录/第 4 行 unreadable']);
  const bad = found.find((one: { name: string }) => one.name === '记录/第 4 行');
  expect(bad.message).toContain('JSON');
});

test('why nothing was taken out of a packed file is what the page says of it', async () => {
  const packed = gzipSync('行政处罚决定书');
  packed.writeUInt32LE(1, packed.length - 8);
  const id = await house.checked({ '决定书.txt.gz': packed });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({ state: 'unreadable', message: expect.stringContaining('校验值不符') });
});

test('what is told of the file of a ledger stands in the list and above its columns', async () => {
  const table = '案号,当事人,罚款\n甲罚〔2031〕1号,甲店,5\n甲罚〔2031〕2号,乙店,6\n甲罚〔2031〕3号,丙店,7\n甲罚〔2';
  const id = await house.checked({ '断.csv': table });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary.message).toContain('最后一行（第 5 行）只有 1 格');
  const shown = await house.call('GET', `/api/cases/${id}/ledger/${json.files[0].id}`);
  expect(shown.json.told).toEqual([expect.stringContaining('最后一行（第 5 行）只有 1 格')]);
});

test('the columns of a ledger are shown, confirmed and remembered; each row becomes a case', async () => {
  const table = '案号,当事人,立案日期,决定书文号,处罚日期\nA-1,甲公司,2026-01-05,某罚〔2026〕1号,2026-02-30\n';
  const id = await house.checked({ '台账.csv': table });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({ state: 'done', score: null, defects: null });
  expect(json.summary.message).toBe(
    '台账，共 1 行案件，还没有检查。其中有 1 处要核对。请打开核对各列，确认后每行建立一个案卷。',
  );
  const address = `/api/cases/${id}/ledger/${json.files[0].id}`;
  const shown = await house.call('GET', address);
  expect(shown.json.columns.map((column: { path: string | null }) => column.path)).toEqual([
    'id',
    'party.name',
    'filing.date',
    'decision.number',
    'decision.date',
  ]);
  expect(shown.json.problems).toEqual(['台账.csv 第 2 行“处罚日期”：“2026-02-30”这一天不存在，未采用']);
  const wrong = await house.call('PUT', address, { mapping: { 案号: 'no.such' } });
  expect(wrong.status).toBe(400);
  const made = await house.call('PUT', address, { mapping: { 处罚日期: null } });
  expect(made.json).toEqual({ cases: 1, made: 1, problems: [] });
  await house.services.runner.idle();
  const list = await house.call('GET', '/api/cases');
  expect(list.json.cases.find((one: { name: string }) => one.name === 'A-1')).toMatchObject({
    state: 'done',
    party: '甲公司',
  });
  expect((await house.call('GET', `/api/cases/${id}`)).json.summary.message).toBe('台账，已按所选的列建立 1 个案卷。');
  const again = await house.call('GET', address);
  expect(again.json.columns[4]).toMatchObject({ path: null, by: 'person' });
});

test('a table whose headings nobody knows is no paper: a person says what its columns are; what a row lacks is told in its case', async () => {
  const id = await house.checked({ '甲表.csv': '戊,己,庚\nB-1,乙公司,-5\nB-1,丙公司,6\n' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({ state: 'done', score: null });
  expect(json.summary.message).toMatch(
    /^甲表\.csv：是表格，第 1 行的表头（“戊”、“己”、“庚”）里认不出.+请打开，逐列选明/u,
  );
  expect(json.record).toBeNull();
  const address = `/api/cases/${id}/ledger/${json.files[0].id}`;
  expect((await house.call('GET', address)).json).toMatchObject({ known: false, cases: 0 });
  const mapping = { 戊: 'id', 己: 'party.name', 庚: 'decision.fine' };
  const made = await house.call('PUT', address, { mapping });
  expect(made.json.cases).toBe(2);
  expect(made.json.problems).toHaveLength(2);
  await house.services.runner.idle();
  const { cases } = (await house.call('GET', '/api/cases')).json;
  const first = cases.find((one: { party: string }) => one.party === '乙公司');
  // Asked for again, as after a stop, no row gets a second case.
  expect((await house.call('PUT', address, { mapping })).json).toMatchObject({ cases: 2, made: 0 });
  const after = (await house.call('GET', '/api/cases')).json.cases;
  expect(after).toHaveLength(cases.length);
  expect(after.find((one: { id: string }) => one.id === id).message).toBe(
    '台账，这 2 行此前都已建立过案卷，没有重复建立。',
  );
  const detail = (await house.call('GET', `/api/cases/${first.id}`)).json;
  expect(detail.record.notices).toMatchObject([
    { message: '甲表.csv 第 2 行“庚”：“-5”是负数，金额应不小于零，未采用。' },
  ]);
});

test('an OFD is drawn as data; what it hides and a DOCX hides is told', async () => {
  const hidden =
    '<ofd:TextObject ID="9" Visible="false" Boundary="0 0 9 9" Size="4"><ofd:TextCode>暗</ofd:TextCode></ofd:TextObject>';
  const id = await house.checked({
    'a.ofd': ofdWith(hidden),
    'b.docx': docxWith('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>'),
  });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  const ofd = json.files.find((file: { name: string }) => file.name === 'a.ofd');
  const drawn = await house.call('GET', `/api/cases/${id}/drawings/${ofd.id}/1`);
  expect(drawn.json).toMatchObject({ width: 210, height: 297 });
  expect(drawn.json.items.map((item: { kind: string }) => item.kind)).toEqual(['text', 'text']);
  expect(json.record.notices.map((notice: { file: string; kind: string }) => `${notice.file} ${notice.kind}`)).toEqual([
    'a.ofd hidden',
    'b.docx hidden',
  ]);
  expect((await house.call('GET', `/api/cases/${id}/drawings/${ofd.id}/2`)).status).toBe(409);
});

test('a record is a case; one that is wrong says where', async () => {
  const good = await house.checked({
    'r.json': JSON.stringify({ id: 'x', complete: false, facts: { 'party.name': '丙' } }),
  });
  expect((await house.call('GET', `/api/cases/${good}`)).json.summary.party).toBe('丙');
  const bad = await house.checked({ 'r.json': '{"id":"x","complete":false,"facts":{"no.such":1}}' });
  const { summary } = (await house.call('GET', `/api/cases/${bad}`)).json;
  expect(summary.state).toBe('unreadable');
  expect(summary.message).toContain('facts.no.such');
});
