import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type BatchCase,
  type BatchMeta,
  type BatchModel,
  buildBatch,
  type CaseResult,
  completeMeta,
  compose,
  composeSheets,
  condense,
  editionOf,
  loadReportData,
  officialHtml,
  type ReportData,
  type ReportKind,
  reportKinds,
  verifyReport,
} from '@anjuan/core';
import { readRules, rulesFolder } from '@anjuan/core/node';
import { readWord } from '@anjuan/intake';
import { workbookOf, writeDocx, writeXlsx } from '@anjuan/office';
import { expect, test } from 'vitest';
import { type Invention, inventResults } from '../samples/batch/invent.ts';

const book = await readRules();
const { data: loaded, problems } = loadReportData(book.reports);
const data = loaded as ReportData;
const meta = (over: Partial<BatchMeta> = {}): BatchMeta => ({
  ...completeMeta('乙', { name: '2026年上半年案卷评查', organ: '清源县司法局' }, [], ['2026-07-15']),
  ...over,
});
const results = (wish: Invention): CaseResult[] => [...inventResults(book, wish)];
const casesOf = (wish: Invention): BatchCase[] => results(wish).map((one) => condense(one, one.case.id, data));
const modelOf = (wish: Invention, over: Partial<BatchMeta> = {}, earlier?: BatchModel): BatchModel =>
  buildBatch(meta(over), casesOf(wish), { data, ...(earlier === undefined ? {} : { earlier }) });
const plainEdition = editionOf('circulation', { anonymous: false, sources: true });
const one = (kind: ReportKind, model: BatchModel, edition = plainEdition) => {
  const [first] = [...compose(kind, model, data, { edition })];
  if (first === undefined) throw new Error('nothing composed');
  return first;
};
const wordsOf = (document: object): string =>
  officialHtml(document as never).replace(/<style>[\s\S]*?<\/style>|<[^>]+>/gu, '');

test('the files of rules/reports/ load, and speak of rules that exist', () => {
  expect(problems).toEqual([]);
  const files = readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' });
  const known = new Set(files.map((file) => path.basename(file, '.yaml')));
  const asked = [...data.indicators.flatMap((indicator) => indicator.rules ?? []), ...Object.keys(data.rules)];
  expect(asked.filter((rule) => !known.has(rule))).toEqual([]);
});

test('every figure agrees with the cases behind it', () => {
  const model = modelOf({ cases: 60, pending: 0.3 });
  const cases = model.cases;
  const figure = (id: string) => model.figures[id];
  expect(figure('cases')?.text).toBe('60');
  expect(figure('problems')?.text).toBe(String(cases.reduce((sum, each) => sum + each.problems.length, 0)));
  const low = cases.reduce((sum, each) => sum + (each.scores[0]?.low ?? 0), 0);
  const high = cases.reduce((sum, each) => sum + (each.scores[0]?.high ?? 0), 0);
  expect(figure('score.average.low')?.text).toBe((Math.round(low / 60) / 100).toFixed(2));
  expect(figure('score.average.high')?.text).toBe((Math.round(high / 60) / 100).toFixed(2));
  for (const unit of model.units) {
    expect(figure(unit.count)?.cases).toEqual(cases.filter((each) => each.unit === unit.name).map((each) => each.id));
  }
  const grades = model.groups[0]?.grades.reduce((sum, grade) => sum + grade.number, 0) ?? 0;
  expect(grades + Number(figure('grade.undecided')?.text)).toBe(60);
  const classes = model.classes.reduce((sum, each) => sum + each.number, 0);
  expect(classes).toBe(model.problemNumber);
  for (const each of Object.values(model.figures))
    for (const id of each.cases) expect(cases.some((c) => c.id === id)).toBe(true);
});

test('the same cases in another order give the same model, and the same files byte by byte', async () => {
  const cases = casesOf({ cases: 12 });
  const there = buildBatch(meta(), cases, { data });
  const back = buildBatch(meta(), [...cases].reverse(), { data });
  expect(JSON.stringify(back)).toBe(JSON.stringify(there));
  const written = await writeDocx(one('circulation', there).document);
  expect(Buffer.compare(written, await writeDocx(one('circulation', back).document))).toBe(0);
  const sheet = workbookOf(one('circulation', there).document);
  expect(Buffer.compare(await writeXlsx(sheet), await writeXlsx(sheet))).toBe(0);
});

test('an empty batch and one nobody checked are refused with the reason', () => {
  expect(() => buildBatch(meta(), [], { data })).toThrow('没有案卷');
  const unread = casesOf({ cases: 2 }).map((each) => ({ ...each, unchecked: '文件损坏' }));
  expect(() => buildBatch(meta(), unread, { data })).toThrow('都还没有检查结果');
});

test('cases without result and units without file are said, and counted nowhere', () => {
  const cases = casesOf({ cases: 5, units: 1 });
  const model = buildBatch(
    meta({
      units: [
        { name: '清源县市场监督管理局', aliases: [] },
        { name: '清源县水利局', aliases: [] },
      ],
    }),
    cases.map((each, index) => (index === 0 ? { ...each, unchecked: '文件损坏' } : each)),
    { data },
  );
  expect(model.figures.cases?.text).toBe('4');
  expect(model.absentUnits).toEqual(['清源县水利局']);
  const words = wordsOf(one('circulation', model).document);
  expect(words).toContain('清源县水利局没有报送案卷');
  expect(words).toContain('另有1件案卷尚未完成检查');
  const opinions = [...compose('unit', model, data, { edition: plainEdition })].map((each) => wordsOf(each.document));
  expect(opinions.some((text) => text.includes('没有收到你单位的案卷'))).toBe(true);
});

test('totals of different standards are never averaged together', () => {
  const mixed = [
    ...casesOf({ cases: 4 }),
    ...casesOf({ cases: 3, seed: 9 }).map(
      (each, index): BatchCase => ({
        ...each,
        id: `other-${index}`,
        scores: each.scores.map((score) => ({ ...score, standard: 'other', title: '另一标准', max: 12000 })),
      }),
    ),
  ];
  const model = buildBatch(meta(), mixed, { data });
  expect(model.groups.map((group) => group.cases.length)).toEqual([4, 3]);
  const words = wordsOf(one('circulation', model).document);
  expect(words).toContain('不同标准的得分不能相加');
  expect(words).toContain('按《另一标准》（满分120分）评分的案卷共3件');
});

test('a batch compares with an earlier one on the same basis only', () => {
  const before = modelOf({ cases: 20, seed: 5, year: 2025 }, { name: '2025年评查' });
  const after = modelOf({ cases: 20 }, {}, before);
  expect(after.trend?.incomparable).toBeNull();
  const row = after.trend?.rows.find((each) => each.label === '平均分');
  expect(Number(row?.change)).toBeCloseTo(Number(row?.now) - Number(row?.before), 2);
  const other = { ...before, groups: before.groups.map((group) => ({ ...group, hash: 'another' })) };
  expect(modelOf({ cases: 20 }, {}, other).trend?.incomparable).toContain('版本不同');
  expect(wordsOf(one('circulation', modelOf({ cases: 20 }, {}, other)).document)).toContain('两期数据不作比较');
});

test('no document speaks of nought files, and none has an empty section', () => {
  for (const wish of [
    { cases: 1, most: 1, units: 1 },
    { cases: 1, most: 30, units: 1 },
    { cases: 40, pending: 0.5 },
  ]) {
    const model = modelOf(wish);
    for (const kind of reportKinds) {
      for (const { document } of compose(kind, model, data, { edition: { ...plainEdition, sources: false } })) {
        const words = wordsOf({ ...document, annexes: [] });
        expect(words).not.toMatch(/(?<![\d.])0(?:件|个)|undefined|null|NaN|\{/u);
        document.body.forEach((block, index) => {
          const next = document.body[index + 1];
          if (block.is === 'heading')
            expect(next === undefined || (next.is === 'heading' && next.level <= block.level)).toBe(false);
        });
      }
    }
  }
});

test('natural persons are covered in what is circulated, and every hit is shown', () => {
  const cases = casesOf({ cases: 30 });
  const model = buildBatch(meta(), cases, { data });
  const circulated = one('circulation', model);
  const words = wordsOf(circulated.document);
  expect(circulated.hits.length).toBeGreaterThan(0);
  for (const hit of circulated.hits) {
    expect(hit.covered).toBe(true);
    expect(words).not.toContain(hit.text);
  }
  const internal = one('circulation', model, editionOf('internal', { anonymous: false, sources: false }));
  expect(internal.hits.every((hit) => !hit.covered && wordsOf(internal.document).includes(hit.text))).toBe(true);
});

test('an anonymous edition names no unit, file or party', async () => {
  const model = modelOf({ cases: 30 });
  const anonymous = one('circulation', model, editionOf('circulation', { anonymous: true, sources: true }));
  const { paragraphs, properties } = await readWord(Buffer.from(await writeDocx(anonymous.document)));
  const words = paragraphs.map((paragraph) => paragraph.text).join('\n') + JSON.stringify(properties);
  for (const unit of model.units) expect(words).not.toContain(unit.name);
  for (const each of model.cases) {
    expect(words).not.toContain(each.number);
    expect(words).not.toContain(each.party);
  }
});

test('a changed number is found again, under its bookmark or without it', async () => {
  const model = modelOf({ cases: 30 });
  const { document } = one('circulation', model);
  const { paragraphs } = await readWord(Buffer.from(await writeDocx(document)));
  expect(verifyReport(paragraphs, document, model)).toMatchObject({ mismatches: [], lost: [], unsourced: [] });
  const at = paragraphs.findIndex((paragraph) => paragraph.text.startsWith('共发现问题'));
  const whole = paragraphs[at] as (typeof paragraphs)[number];
  const total = model.figures.problems?.text ?? '';
  const changed = whole.text.replace(total, `1${total}`);
  const marked = paragraphs.with(at, {
    ...whole,
    text: changed,
    marks: whole.marks.map((mark) => ({
      ...mark,
      to: mark.to + 1,
      from: mark.from + (mark === whole.marks[0] ? 0 : 1),
    })),
  });
  expect(verifyReport(marked, document, model).mismatches).toMatchObject([
    { label: '问题', found: `1${total}`, expected: total },
  ]);
  const bare = paragraphs.with(at, { text: changed, marks: [] });
  expect(verifyReport(bare, document, model).mismatches).toMatchObject([
    { label: '问题', found: `1${total}`, expected: total },
  ]);
  const added = [...paragraphs, { text: '全县合格率达到99.90%。', marks: [] }];
  expect(verifyReport(added, document, model).unsourced).toMatchObject([{ found: '99.90%' }]);
});

test('a score sheet lists every item and says what waits for people as a range', () => {
  const [result] = results({ cases: 1, pending: 1, seed: 3 });
  const model = buildBatch(meta(), [condense(result as CaseResult, 'x', data)], { data });
  const [sheet] = [...composeSheets(result as CaseResult, 'x', model, data, { edition: plainEdition })];
  const words = wordsOf(sheet?.document ?? {});
  expect(words).toContain(`${result?.score?.low}至${result?.score?.high}分`);
  for (const item of result?.score?.items ?? []) expect(words).toContain(item.title);
});

test('a bureau changes phrases; a mistake is told with its line', () => {
  const own = (text: string) => loadReportData(book.reports, { file: '本局.yaml', text });
  expect(own('to: 各乡镇人民政府\nreply.days: "7"').data?.phrases.to).toBe('各乡镇人民政府');
  const wrong = own('to: 各单位\ncirculation.titel: 通报\nscope.period: 自{von}起\nreply.days: 7');
  expect(wrong.data).toBeNull();
  const told = wrong.problems.map((problem) => `${problem.line} ${problem.message}`).sort();
  expect(told).toEqual([
    '2 没有名为“circulation.titel”的文字',
    '3 “scope.period”里不能用 {von}；可用：{from}、{to}',
    '4 “reply.days”应是一段文字；数字请加引号',
  ]);
});

test('the phrases of the project are all used', () => {
  const sources = [
    'circulation',
    'sections',
    'unit',
    'rectify',
    'annual',
    'annexes',
    'sheet',
    'sources',
    'writer',
    'protect',
  ];
  const code = sources
    .map((name) => readFileSync(path.join(rulesFolder, `../packages/core/src/report/texts/${name}.ts`), 'utf8'))
    .join('\n');
  const composed = /^(?:trend\.row-|indicators\.|self-check\.|mask\.)/u;
  expect(Object.keys(data.phrases).filter((name) => !composed.test(name) && !code.includes(`'${name}'`))).toEqual([]);
});
