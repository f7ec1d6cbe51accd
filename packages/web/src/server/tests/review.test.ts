import { afterEach, beforeEach, expect, test } from 'vitest';
import { corrected } from '../store/review.ts';
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

const late = 'filing.date=2026-01-05\ndecision.date=2026-05-01\n';

test('a correction re-checks at once without reading the files again, and shows what changed', async () => {
  const id = await house.checked({ 'a.txt': late });
  const reads = house.checker.seen.length;
  const { status, json } = await house.call('PUT', `/api/cases/${id}/facts/decision.date`, {
    value: '2026-04-01',
    reason: '决定书第 1 页落款是四月一日',
  });
  expect(status).toBe(200);
  expect(json.case.changed).toEqual({
    before: { total: 90 },
    after: { total: 100 },
    appeared: [],
    vanished: ['T-1'],
    outcomes: [{ key: 'T-1', from: 'fail', to: 'pass' }],
  });
  expect(json.case.corrections).toMatchObject([
    { path: 'decision.date', value: '2026-04-01', was: '2026-05-01', origin: 'entered', by: '本机用户' },
  ]);
  expect(json.case.record.facts['decision.date']).toMatchObject({
    value: '2026-04-01',
    origin: 'entered',
    anchors: [{ page: 1 }],
  });
  expect(json.case.summary).toMatchObject({ score: { total: 100 }, defects: { serious: 0 }, pages: 1 });
  expect(house.checker.seen).toHaveLength(reads);
});

test('taking a correction back brings the machine result back; both checks stay in the store', async () => {
  const id = await house.checked({ 'a.txt': late });
  const before = (await house.call('GET', `/api/cases/${id}`)).json;
  await house.call('PUT', `/api/cases/${id}/facts/decision.date`, { value: '2026-04-01', reason: '看错' });
  const { json } = await house.call('DELETE', `/api/cases/${id}/facts/decision.date`);
  expect(json.case.changed.appeared).toEqual(['T-1']);
  expect(json.case.record).toEqual(before.record);
  expect(json.case.corrections).toEqual([]);
  expect((await house.call('DELETE', `/api/cases/${id}/facts/decision.date`)).status).toBe(404);
  const kept = await house.services.store.db.selectFrom('corrections').select('withdrawn_at').execute();
  expect(kept.map((row) => row.withdrawn_at === null)).toEqual([false]);
  expect(await house.services.store.db.selectFrom('checks').select('id').execute()).toHaveLength(3);
  const read = await house.services.store.db.selectFrom('extractions').select('extraction').execute();
  expect(JSON.parse(read[0]?.extraction ?? '').record.facts['decision.date'].value).toBe('2026-05-01');
});

test('a later correction of the same fact takes the place of the earlier, which stays in the store', async () => {
  const id = await house.checked({ 'a.txt': late });
  const address = `/api/cases/${id}/facts/decision.date`;
  await house.call('PUT', address, { value: '2026-04-01', reason: '一' });
  const { json } = await house.call('PUT', address, { value: '2026-04-20', reason: '二' });
  expect(json.case.corrections).toMatchObject([{ value: '2026-04-20', was: '2026-05-01' }]);
  expect(json.case.changed).toMatchObject({ before: { total: 100 }, after: { total: 90 }, appeared: ['T-1'] });
  expect(await house.services.store.db.selectFrom('corrections').select('id').execute()).toHaveLength(2);
});

test('corrections outlive a new reading', async () => {
  const id = await house.checked({ 'a.txt': late });
  await house.call('PUT', `/api/cases/${id}/facts/decision.date`, { value: '2026-04-01', reason: '看错' });
  await house.call('POST', `/api/cases/${id}/check`);
  await house.services.runner.idle();
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary.score.total).toBe(100);
  expect(json.changed).toBeNull();
});

test('only a value that a paper states can be confirmed', async () => {
  const id = await house.checked({ 'a.txt': late });
  const address = `/api/cases/${id}/facts/decision.date`;
  const other = await house.call('PUT', address, { value: '2026-04-01', reason: '核对', confirm: true });
  expect([other.status, other.json.error.code]).toEqual([400, 'not-stated']);
  const same = await house.call('PUT', address, { value: '2026-05-01', reason: '核对', confirm: true });
  expect(same.json.case.corrections[0].origin).toBe('confirmed');
  expect(same.json.case.changed.outcomes).toEqual([]);
});

test('a value of the wrong kind is refused before anything is changed', async () => {
  const id = await house.checked({ 'a.txt': late });
  const { status, json } = await house.call('PUT', `/api/cases/${id}/facts/decision.date`, {
    value: '昨天',
    reason: 'x',
  });
  expect([status, json.error.field]).toEqual([400, 'value']);
  expect((await house.call('GET', `/api/cases/${id}`)).json.corrections).toEqual([]);
});

test('a ruling changes the score and leaves the finding as the machine gave it', async () => {
  const id = await house.checked({ 'a.txt': late });
  const address = `/api/cases/${id}/rulings/A1`;
  const { json } = await house.call('PUT', address, { finding: 'T-1', verdict: 'overruled', reason: '依法延长' });
  expect(json.case.score.total).toBe(100);
  expect(json.case.findings[0].outcome).toBe('fail');
  expect(json.case.rulings).toMatchObject([{ item: 'A1', finding: 'T-1', verdict: 'overruled', by: '本机用户' }]);
  expect(json.case.changed).toMatchObject({ before: { total: 90 }, after: { total: 100 }, outcomes: [] });
  expect((await house.call('DELETE', address)).status).toBe(404);
  const back = await house.call('DELETE', `${address}?finding=T-1`);
  expect(back.json.case.score.total).toBe(90);
});

test('rulings name things that exist, and points go with deductions', async () => {
  const id = await house.checked({ 'a.txt': late });
  const refused = async (item: string, body: object) =>
    (await house.call('PUT', `/api/cases/${id}/rulings/${item}`, { reason: 'x', ...body })).json.error.code;
  expect(await refused('B9', { verdict: 'upheld' })).toBe('no-such-item');
  expect(await refused('A1', { verdict: 'upheld', finding: 'T-9' })).toBe('no-such-finding');
  expect(await refused('A1', { verdict: 'deduct' })).toBe('bad-points');
  expect(await refused('A1', { verdict: 'upheld', points: 1 })).toBe('bad-points');
  expect(await refused('A1', { verdict: 'deduct', points: 0.125 })).toBe('bad-points');
  expect(await refused('A1', { verdict: 'guilty' })).toBe('bad-field');
});

test('a finding that no item of the sheet prices can be ruled on under its own rule', async () => {
  const id = await house.checked({ 'a.txt': late });
  const { rule, key } = (await house.call('GET', `/api/cases/${id}`)).json.findings[0];
  const { json } = await house.call('PUT', `/api/cases/${id}/rulings/${rule}`, {
    finding: key,
    verdict: 'overruled',
    reason: '依法延长',
  });
  expect(json.case.rulings).toMatchObject([{ item: rule, finding: key, verdict: 'overruled' }]);
});

test('another standard scores the same findings', async () => {
  const id = await house.checked({ 'a.txt': late });
  const { json } = await house.call('PUT', `/api/cases/${id}/standard`, { standard: 'test-b' });
  expect(json.case).toMatchObject({
    standard: { id: 'test-b' },
    score: { total: 80 },
    summary: { standard: 'test-b' },
  });
  const unknown = await house.call('PUT', `/api/cases/${id}/standard`, { standard: 'nowhere' });
  expect([unknown.status, unknown.json.error.field]).toEqual([400, 'standard']);
});

test('nothing can be ruled on before the first check, but a standard can be chosen', async () => {
  const { json } = await house.call('POST', '/api/cases', { name: '新' });
  const { id } = json.case;
  const fact = await house.call('PUT', `/api/cases/${id}/facts/decision.date`, { value: '2026-01-01', reason: 'x' });
  expect(fact.status).toBe(409);
  await house.call('PUT', `/api/cases/${id}/standard`, { standard: 'test-b' });
  await house.put(id, 'a.txt', late);
  await house.call('POST', `/api/cases/${id}/check`);
  await house.services.runner.idle();
  expect((await house.call('GET', `/api/cases/${id}`)).json.score.total).toBe(80);
});

test('corrections sent at the same moment all count', async () => {
  const id = await house.checked({ 'a.txt': late });
  const paths = Array.from({ length: 12 }, (_, index) => `note.${index}`);
  await Promise.all(
    paths.map((path) => house.call('PUT', `/api/cases/${id}/facts/${path}`, { value: path, reason: 'x' })),
  );
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.corrections).toHaveLength(12);
  for (const path of paths) expect(json.record.facts[path].value).toBe(path);
});

test('a correction settles a conflict and moves the type of the case with it', () => {
  const record = {
    id: 'x',
    complete: true,
    caseType: 'penalty',
    facts: { 'case.procedure': { value: 'ordinary', alternatives: [{ value: 'summary', anchors: [] }] } },
    documents: [],
  } as const;
  const one = {
    path: 'case.procedure',
    value: 'summary',
    origin: 'confirmed',
    was: 'ordinary',
    reason: '',
    by: '',
    at: '',
  } as const;
  expect(corrected(record, [one])).toMatchObject({
    caseType: 'penalty',
    procedure: 'summary',
    facts: { 'case.procedure': { value: 'summary', origin: 'confirmed', anchors: [] } },
  });
  expect(record.facts['case.procedure'].value).toBe('ordinary');
});
