import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rulesFolder } from '@anjuan/core/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinedZips, textPdf, zipOf } from '../../../../intake/src/tests/fixtures.ts';
import { openChecker } from '../real.ts';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

/* The whole chain behind the seam, on invented papers: every answer is held against the contract by the house. */

const standard = `
id: a-test
title: 试用评分表
issuer: 无
year: 2026
sheets:
  - id: ordinary
    title: 普通程序
    applies: { type: [penalty], procedure: [ordinary] }
    full: 100
    sections:
      - id: a
        title: 期限
        full: 100
        items:
          - { id: 1, title: 按期决定, full: 100, charges: [{ rules: [APL-60-1], points: 10 }] }
`;

const filing = `立案审批表

案件来源：日常检查
案由：涉嫌未按规定标注标签
当事人：甲市乙食品有限公司
承办人意见：建议立案。张三、李四 2026年1月4日
负责人意见：同意立案。王五
2026年1月5日
`;

const decision = `甲市市场监督管理局
行政处罚决定书
甲市监罚〔2026〕12号

当事人：甲市乙食品有限公司
主体资格证照名称：营业执照
统一社会信用代码：91110000MA0000000X
住所：甲市一路1号
法定代表人：丙

经查明，当事人于2025年12月1日生产的饼干标签缺项。
依据《中华人民共和国食品安全法》第一百二十五条第一款第二项的规定，决定处罚如下：罚款人民币伍仟元（¥5000.00）。
当事人应当自收到本处罚决定书之日起十五日内缴纳罚款。
如不服本处罚决定，可以自收到本决定书之日起六十日内申请行政复议，也可以在六个月内提起行政诉讼。

甲市市场监督管理局
2026年6月1日
`;

let folder: string;
let house: House;

beforeAll(async () => {
  folder = newFolder();
  const rules = path.join(folder, 'rules');
  cpSync(rulesFolder, rules, { recursive: true });
  mkdirSync(path.join(rules, 'standards'), { recursive: true });
  writeFileSync(path.join(rules, 'standards', 'a-test.yaml'), standard.trimStart());
  house = await openHouse(path.join(folder, 'data'), await openChecker(rules));
}, 60_000);

afterAll(async () => {
  await house.services.checker.close();
  await house.close();
  dropFolder(folder);
});

async function checkedCase(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const { json } = await house.call('POST', '/api/cases', { name: '试', standard: 'a-test' });
  for (const [name, bytes] of Object.entries(files)) await house.put(json.case.id, name, bytes);
  await house.call('POST', `/api/cases/${json.case.id}/check`);
  await house.services.runner.idle();
  expect(house.complaints).toEqual([]);
  return json.case.id;
}

test('papers come in as text and go out as a score, findings with places, and a timeline', async () => {
  const id = await checkedCase({ '10 决定书.txt': decision, '2 立案审批表.txt': filing });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({ state: 'done', number: '甲市监罚〔2026〕12号', party: '甲市乙食品有限公司' });
  expect(json.documents.map((document: { kind: string; file: string }) => [document.kind, document.file])).toEqual([
    ['filing-approval', '2 立案审批表.txt'],
    ['penalty-decision', '10 决定书.txt'],
  ]);
  const late = json.findings.find((finding: { rule: string }) => finding.rule === 'APL-60-1');
  expect(late.outcome).toBe('fail');
  expect(late.anchors.map((anchor: { file: string }) => anchor.file)).toContain('10 决定书.txt');
  expect(json.score).toMatchObject({ standard: 'a-test', total: 90 });
  expect(json.timeline.steps.map((step: { id: string }) => step.id)).toContain('decision');
  expect(json.timeline.periods).toContainEqual(
    expect.objectContaining({ id: 'decision', from: '2026-01-05', due: '2026-04-05', act: '2026-06-01', over: 57 }),
  );
  const page = await house.call('GET', `/api/cases/${id}/pages/${json.files[0].id}/1`);
  expect(page.json.text).toContain('甲市监罚〔2026〕12号');
});

test('a correction runs the real rules again; a value the dictionary does not allow is refused in words', async () => {
  const id = await checkedCase({ '决定书.txt': decision, '立案审批表.txt': filing });
  const address = `/api/cases/${id}/facts/filing.date`;
  const { json } = await house.call('PUT', address, { value: '2026-05-20', reason: '立案审批表批准日期看错' });
  expect(json.case.changed.vanished).toContain('APL-60-1');
  expect(json.case.score.total).toBe(100);
  const wrong = await house.call('PUT', address, { value: '2026-13-01', reason: 'x' });
  expect(wrong.json.error.message).toBe('“立案日期（批准日）”应是存在的日期，写作 2025-03-01 这样。');
  const unknown = await house.call('PUT', `/api/cases/${id}/facts/filling.date`, { value: '2026-05-20', reason: 'x' });
  expect(unknown.json.error.message).toContain('是否想写“filing.date”？');
});

test('an archive gives its papers; what is broken is named and the rest goes on', async () => {
  const id = await checkedCase({
    '案卷.zip': zipOf({ '1 立案审批表.txt': filing, '2 决定书.txt': decision }),
    '坏.pdf': '%PDF-1.7\nnothing',
    '空.pdf': '',
    '程序.exe': new Uint8Array([77, 90, 0, 1, 2]),
  });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary.state).toBe('done');
  expect(
    json.files.map((file: { name: string; unreadable: string | null }) => [file.name, file.unreadable === null]),
  ).toEqual([
    ['案卷.zip', true],
    ['坏.pdf', false],
    ['空.pdf', false],
    ['程序.exe', false],
    ['案卷/1 立案审批表.txt', true],
    ['案卷/2 决定书.txt', true],
  ]);
  for (const name of ['坏.pdf', '空.pdf', '程序.exe']) expect(json.summary.message).toContain(name);
  expect(json.summary.number).toBe('甲市监罚〔2026〕12号');
  // Neither what is on the screen nor what is printed passes for whole.
  expect(json.blocking.map((gap: { place: string }) => gap.place)).toEqual(['坏.pdf', '程序.exe', '空.pdf']);
  const { sheets } = (await house.call('GET', `/api/cases/${id}/sheets`)).json;
  for (const sheet of sheets) expect(sheet.result).toContain('不完整：有 3 个文件没有读出');
  expect(sheets[0]?.about.at(-1)?.[0]).toBe('没有读出');
  const told = (await house.call('GET', `/api/cases/${id}/report?format=txt`)).text;
  expect(told).toContain('结果不完整：有 3 个文件没有读出');
});

test('a broken archive alone is a case that cannot be read', async () => {
  const id = await checkedCase({ '坏.zip': 'PK\u0003\u0004nothing' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary.state).toBe('unreadable');
  expect(json.summary.message).toContain('坏.zip');
});

test('pages of a PDF come with boxes', async () => {
  const id = await checkedCase({ 'a.pdf': textPdf(['First line', 'Second line']) });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  const page = await house.call('GET', `/api/cases/${id}/pages/${json.files[0].id}/1`);
  expect(page.json.lines[0].runs[0].width).toBeGreaterThan(0);
});

test('every rule and standard can be looked up, and each rule stands its own cases', async () => {
  const { json } = await house.call('GET', '/api/rules');
  expect(json.rules.length).toBeGreaterThan(50);
  for (const { id } of json.rules) {
    const rule = await house.call('GET', `/api/rules/${id}`);
    for (const one of rule.json.cases) expect(one.got, `${id} ${one.name}`).toBe(one.expect);
  }
  const standards = await house.call('GET', '/api/standards');
  for (const { id } of standards.json.standards)
    expect((await house.call('GET', `/api/standards/${id}`)).status).toBe(200);
});

test('the report says what the page says', async () => {
  const id = await checkedCase({ '决定书.txt': decision, '立案审批表.txt': filing });
  const shown = (await house.call('GET', `/api/cases/${id}`)).json;
  const { json } = await house.call('GET', `/api/cases/${id}/report`);
  expect(json.score.total).toBe(shown.score.total);
  expect(json.pack).toEqual(shown.pack);
  expect(json.findings).toEqual(shown.findings);
  expect((await house.call('GET', `/api/cases/${id}/report?format=txt`)).text).toContain('得分 90');
});

/** Two texts in an archive encrypted with the password `secret`. */
const sealedZip =
  'UEsDBBQAAQAIAGSLfF1M0KSJNQAAAE0AAAAFAAAAYS50eHTHfTDrGbc3GSPYgTdahppjER7ihguPoOeMypxslPNNJASTeBPA38Y+hmq3gCJMo/IWs43JAFBLAwQUAAEAAABki3xd+e++cQ0AAAABAAAABQAAAGIudHh0DLTB6zVNzfHw5QurIFBLAQI/AxQAAQAIAGSLfF1M0KSJNQAAAE0AAAAFACQAAAAAAAAAIICkgQAAAABhLnR4dAoAIAAAAAAAAQAYAOb5JrFdf90BAAAAAAAAAAAAAAAAAAAAAFBLAQI/AxQAAQAAAGSLfF35775xDQAAAAEAAAAFACQAAAAAAAAAIICkgVgAAABiLnR4dAoAIAAAAAAAAQAYAOb5JrFdf90BAAAAAAAAAAAAAAAAAAAAAFBLBQYAAAAAAgACAK4AAACIAAAAAAA=';

test('an encrypted archive waits for its password in the page; a wrong one is told, and tries are counted', async () => {
  const id = await house.checked({ 'sealed.zip': Buffer.from(sealedZip, 'base64') });
  const detail = async () => (await house.call('GET', `/api/cases/${id}`)).json;
  const [file] = (await detail()).files;
  expect(file).toMatchObject({ locked: true, unreadable: '压缩包加了密码，需要密码才能打开' });
  const address = `/api/cases/${id}/files/${file.id}/password`;
  const say = async (password: string) => {
    const { status } = await house.call('PUT', address, { password });
    await house.services.runner.idle();
    return status;
  };
  expect(await say('Secret')).toBe(202);
  expect((await detail()).files[0]).toMatchObject({ locked: true, unreadable: expect.stringContaining('密码不对') });
  expect(await say('secret')).toBe(202);
  const files = (await detail()).files.map((one: { name: string; unreadable: string | null }) => [
    one.name,
    one.unreadable,
  ]);
  expect(files).toEqual([
    ['sealed.zip', null],
    ['sealed/a.txt', null],
    ['sealed/b.txt', null],
  ]);
  for (let count = 2; count < 20; count++) await house.call('PUT', address, { password: 'secret' });
  await house.services.runner.idle();
  expect(await say('secret')).toBe(403);
});

test('of an archive with some papers encrypted the others are read at once, and its password opens the rest', async () => {
  const mixed = joinedZips(zipOf({ 'c.txt': 'plain words' }), Buffer.from(sealedZip, 'base64'));
  const id = await house.checked({ 'mixed.zip': mixed });
  const files = async () =>
    (await house.call('GET', `/api/cases/${id}`)).json.files.map(
      (one: { name: string; unreadable: string | null; locked: boolean }) => [one.name, one.unreadable, one.locked],
    );
  expect(await files()).toEqual([
    ['mixed.zip', '压缩包里有 2 个文件加了密码（a.txt、b.txt），没有读取，需要密码才能打开', true],
    ['mixed/c.txt', null, false],
  ]);
  const [{ id: file }] = (await house.call('GET', `/api/cases/${id}`)).json.files;
  const say = async (password: string) => {
    await house.call('PUT', `/api/cases/${id}/files/${file}/password`, { password });
    await house.services.runner.idle();
  };
  await say('Secret');
  expect((await files())[0]).toEqual(['mixed.zip', expect.stringContaining('密码不对'), true]);
  await say('secret');
  expect(await files()).toEqual([
    ['mixed.zip', null, false],
    ['mixed/c.txt', null, false],
    ['mixed/a.txt', null, false],
    ['mixed/b.txt', null, false],
  ]);
});
