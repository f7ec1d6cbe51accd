import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileOf } from '../store/agencies.ts';
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

const add = (profile: Record<string, unknown>) => house.call('POST', '/api/agencies', { profile });

test('profiles are kept, changed, listed and removed; each change enters the log', async () => {
  const made = await add({ name: '临河县农业农村局', roster: [{ name: '甲', certificate: '1' }], powers: [] });
  expect(made.status).toBe(201);
  const { id } = made.json.agency.summary;
  expect(made.json.agency.summary).toMatchObject({ name: '临河县农业农村局', officers: 1, decisions: 0, powers: 0 });
  const changed = await house.call('PUT', `/api/agencies/${id}`, { profile: { name: '临河县农业农村局', roster: [] } });
  expect(changed.json.agency.profile).toEqual({ name: '临河县农业农村局', roster: [] });
  expect((await house.call('GET', '/api/agencies')).json.agencies).toHaveLength(1);
  expect((await house.call('DELETE', `/api/agencies/${id}`)).status).toBe(200);
  expect((await house.call('GET', `/api/agencies/${id}`)).status).toBe(404);
  const log = await house.services.store.db.selectFrom('log').select('action').execute();
  expect(log.map((one) => one.action)).toEqual(['agency.keep', 'agency.keep', 'agency.remove']);
});

test('what is wrong is told with its field: no name, a name taken, a value that does not fit', async () => {
  expect((await add({})).json.error).toMatchObject({ code: 'no-name', field: 'profile.name' });
  await add({ name: '某县某局' });
  const twice = await add({ name: '某县 某局' });
  expect([twice.status, twice.json.error.code]).toEqual([409, 'same-name']);
  expect((await add({ name: '乙局', bad: 1 })).json.error).toMatchObject({ code: 'bad-profile', field: 'profile.bad' });
  expect((await house.call('PUT', '/api/agencies/none', { profile: { name: '丙局' } })).status).toBe(404);
});

test('a list is read without being kept', async () => {
  const reply = await house.call('PUT', '/api/agencies/import?name=%E5%90%8D%E5%86%8C.xlsx', 'bytes', {
    'content-type': 'application/octet-stream',
  });
  expect(reply.json).toEqual({ profile: { name: '名册.xlsx' }, mapping: [], problems: [] });
  expect((await house.call('GET', '/api/agencies')).json.agencies).toEqual([]);
});

test('a case is judged with its own profile, else with the stored one of the agency its decision names', async () => {
  const { store } = house.services;
  await add({ name: '临河县农业农村局' });
  await add({ name: '清溪县农业农村局' });
  const accept = (profile: unknown) => ({ 'agency.name': (profile as { name: string }).name });
  const of = (name: string, own: string | null = null) =>
    profileOf(
      store,
      { agency_profile: own },
      { id: 'c', complete: true, facts: { 'decision.agency': { value: name } }, documents: [] },
      accept,
    );
  expect(await of('临河县农业农村局')).toEqual({ 'agency.name': '临河县农业农村局' });
  expect(await of('某省某市临河县农业农村局')).toEqual({ 'agency.name': '临河县农业农村局' });
  expect(await of('某县农业农村局')).toBeNull();
  expect(await of('临河县农业农村局', '{"agency.name":"自带"}')).toEqual({ 'agency.name': '自带' });
});
