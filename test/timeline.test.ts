import { expect, test } from 'vitest';
import { buildTimeline, evaluate, type FactValue, type Timeline } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { agency, files, recordOf } from './lawful.ts';

const book = await readRules();

function timelineOf(name: keyof typeof files, changed: Readonly<Record<string, FactValue>> = {}): Timeline {
  const file = files[name];
  if (file === undefined) throw new Error(`no lawful file ${name}`);
  const record = recordOf({ ...file, facts: { ...file.facts, ...changed } });
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar, agency });
  return buildTimeline(record, findings, book.pack, book.calendar);
}

const steps = ({ steps: drawn }: Timeline) => drawn.map((step) => `${step.day} ${step.label}`);
const periods = ({ periods: drawn }: Timeline) =>
  drawn.map((one) => `${one.label}：${one.from}—${one.due}，${one.act}${one.over > 0 ? `，超 ${one.over}` : ''}`);

test('a licence runs from receipt to the certificate, prolonged by what was approved and told', () => {
  const drawn = timelineOf('a licence after a hearing, with an extension and special time');
  expect(steps(drawn)).toEqual([
    '2026-03-02 收件',
    '2026-03-04 告知补正',
    '2026-03-09 受理',
    '2026-03-12 核查',
    '2026-03-13 告知利害关系人',
    '2026-03-31 听证',
    '2026-04-03 延期',
    '2026-04-20 法制审核',
    '2026-04-24 决定',
    '2026-04-27 发证',
    '2026-04-28 公开',
  ]);
  expect(periods(drawn)).toEqual([
    '告知补正 5 个工作日：2026-03-02—2026-03-09，2026-03-04',
    '办理期限 30 个工作日：2026-03-09—2026-05-14，2026-04-24',
    '组织听证 20 个工作日：2026-03-17—2026-04-15，2026-03-31',
    '发证 10 个工作日：2026-04-24—2026-05-12，2026-04-27',
    '公示 7 个工作日：2026-04-24—2026-05-08，2026-04-28',
  ]);
});

test('time that was not told in writing does not prolong the licence, and the days over stand on the axis', () => {
  const drawn = timelineOf('a licence after a hearing, with an extension and special time', {
    'licence.excluded-told': false,
    'licence.extension-approved': false,
  });
  expect(periods(drawn)[1]).toBe('办理期限 20 个工作日：2026-03-09—2026-04-07，2026-04-24，超 13');
});

test('a licence decided late without extension shows no extension as missing', () => {
  const drawn = timelineOf('a licence refused', { 'decision.date': '2026-04-30', 'publication.date': '2026-05-06' });
  expect(drawn.periods.find((one) => one.id === 'decision')?.over).toBeGreaterThan(0);
  expect(drawn.steps.filter((step) => step.state === 'missing')).toEqual([]);
});

test('a seizure is drawn with its extension and the appraisal', () => {
  const drawn = timelineOf('a seizure, extended and lifted');
  expect(periods(drawn)).toEqual(['查封、扣押 60 日：2026-03-10—2026-05-19，2026-05-11']);
  expect(periods(timelineOf('a freezing, extended and lifted'))).toEqual([
    '交付冻结决定书 3 个工作日：2026-03-10—2026-03-13，2026-03-13',
    '冻结 60 日：2026-03-10—2026-05-09，2026-05-08',
  ]);
});

test('the three months for the court run from the end of the time for litigation', () => {
  const drawn = timelineOf('an application to the court');
  expect(periods(drawn)).toEqual([
    '起诉期限 6 个月：2025-08-22—2026-02-24，2026-03-20',
    '申请法院执行 3 个月：2026-02-24—2026-05-25，2026-03-20',
    '催告 10 个工作日：2026-03-02—2026-03-16，2026-03-20',
  ]);
  const late = timelineOf('an application to the court', { 'enforcement.applied-on': '2026-05-27' });
  expect(periods(late)[1]).toBe('申请法院执行 3 个月：2026-02-24—2026-05-25，2026-05-27，超 2');
});

test('an inspection and a demolition have their steps', () => {
  expect(steps(timelineOf('a random inspection of a licensee'))).toContain('2026-03-18 结果公布');
  expect(steps(timelineOf('a demolition by the agency'))).toEqual([
    '2025-08-20 原决定',
    '2025-08-22 送达',
    '2026-03-02 催告',
    '2026-03-18 执行决定',
    '2026-03-19 公告',
    '2026-03-30 强制执行',
  ]);
});

test('a day that was not read surely is not drawn, nor what would run from it', () => {
  const file = files['a licence after a hearing, with an extension and special time'];
  if (file === undefined) throw new Error('no such lawful file');
  const record = recordOf(file);
  const clear = buildTimeline(record, [], book.pack, book.calendar);
  const dim = buildTimeline(
    { ...record, facts: { ...record.facts, 'decision.date': { value: '2011-01-02', confidence: 0.2 } } },
    [],
    book.pack,
    book.calendar,
  );
  const without = buildTimeline(
    { ...record, facts: { ...record.facts, 'decision.date': null } },
    [],
    book.pack,
    book.calendar,
  );
  expect(steps(clear)).toContain('2026-04-24 决定');
  expect(dim).toEqual(without);
  expect(dim.from).toBe(clear.from);
});
