import { expect, test } from 'vitest';
import { calculateDays, createEvaluator, type DaysQuestion, dayNumber, dayText } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const { pack, plan, calendar } = await readRules();

interface Dated {
  readonly name: string;
  readonly versions: readonly { readonly from: number; readonly to: number }[];
}
const day = (text: string): number => dayNumber(text) ?? Number.NaN;
const spans = (versions: readonly { readonly from: string; readonly to: string | null }[]) =>
  versions.map(({ from, to }) => ({ from: day(from), to: to === null ? Number.POSITIVE_INFINITY : day(to) }));

const dated: readonly Dated[] = [
  ...plan.rules.map(({ rule, versions }) => ({ name: rule.id, versions })),
  ...[...pack.parameters.values()].map(({ id, versions }) => ({ name: id, versions })),
  ...[...pack.laws.values()].map(({ id, versions }) => ({ name: id, versions: spans(versions) })),
];
/** Every day on which anything begins or ends, and the days at which the law of the whole field changed. */
const boundaries = [
  ...new Set([
    ...dated.flatMap((one) => one.versions.flatMap(({ from, to }) => [from, to])).filter(Number.isFinite),
    ...['2021-07-15', '2023-07-01', '2024-01-01', '2024-05-01', '2026-01-01', '2026-07-01', '2026-08-15'].map(day),
  ]),
].flatMap((boundary) => [boundary - 1, boundary, boundary + 1]);

test('on every boundary day exactly one version of each rule, parameter and law applies', () => {
  const wrong: string[] = [];
  for (const { name, versions } of dated) {
    const first = versions[0]?.from ?? Number.NaN;
    const end = versions.at(-1)?.to ?? Number.NaN;
    for (const boundary of boundaries) {
      const applying = versions.filter(({ from, to }) => boundary >= from && boundary < to).length;
      const expected = boundary >= first && boundary < end ? 1 : 0;
      if (applying !== expected) wrong.push(`${name} ${dayText(boundary)}: ${applying}`);
    }
  }
  expect(dated.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('each entry of periods.yaml stands alone on its days', () => {
  const wrong = pack.periods.flatMap((one) =>
    boundaries.map(dayText).filter((date) => {
      const holding = pack.periods.filter(
        (other) => other.law === one.law && other.from <= date && (other.to === null || date < other.to),
      );
      return holding.length > 1;
    }),
  );
  expect(pack.periods.length).toBeGreaterThan(25);
  expect(wrong).toEqual([]);
});

function ask(question: DaysQuestion) {
  const found = calculateDays(question, pack, calendar);
  return 'answer' in found ? found.answer : found.problem;
}
const under = (law: string, article: number, from: string, limit: number, more: Partial<DaysQuestion> = {}) =>
  ask({ from, limit, unit: 'days', law, article, ...more });

test('a case filed on 2024-09-09 is due by Monday 2024-12-09', () => {
  const answer = under('行政处罚法', 60, '2024-09-09', 90);
  expect(answer).toMatchObject({ due: '2024-12-09', rolledFrom: '2024-12-08', unit: 'natural-days' });
  expect('counted' in answer && answer.counted.length).toBe(90);
  expect('basis' in answer && answer.basis.map((one) => [one.decides, one.law, one.article])).toEqual([
    ['unit', 'cn.apl', 85],
    ['start', 'cn.civ', 201],
    ['roll', 'cn.civ', 203],
  ]);
});

test('a surcharge of three per cent a day reaches the fine on the thirty-fourth day', () => {
  const outcome = (rule: string, days: number, amount: number) =>
    createEvaluator(plan, calendar)
      .evaluate({
        id: 'example',
        caseType: 'penalty',
        procedure: 'ordinary',
        complete: true,
        facts: {
          'decision.date': '2026-03-20',
          'decision.fine': 20_000,
          'surcharge.days': days,
          'surcharge.amount': amount,
        },
        documents: [],
      })
      .findings.find((finding) => finding.rule === rule)?.outcome;
  expect(outcome('APL-72-2', 33, 20_000)).toBe('fail');
  expect(outcome('APL-72-2', 34, 20_000)).toBe('pass');
  expect(outcome('APL-72-1', 34, 20_000)).toBe('pass');
  expect(outcome('APL-72-1', 34, 20_400)).toBe('fail');
});

test('an application to the court: six months to sue, then three months, ten working days after the urging', () => {
  // Served on Monday 2025-03-10: suing is open to 2025-09-10, applying to 2025-12-10.
  const sue = under('cn.all', 46, '2025-03-10', 6, { unit: 'months' });
  expect(sue).toMatchObject({ due: '2025-09-10', rolledFrom: null });
  expect(under('cn.cel', 53, '2025-09-10', 3, { unit: 'months' })).toMatchObject({ due: '2025-12-10' });
  // Ten days are working days here (article 69): over the National Day of 2025 they take until 15 October.
  expect(under('cn.cel', 54, '2025-09-25', 10)).toMatchObject({ due: '2025-10-15', unit: 'working-days' });
});

test.each([
  ['cn.apl', 61, 7, 'working-days'],
  ['cn.apl', 48, 3, 'working-days'],
  ['cn.apl', 64, 5, 'working-days'],
  ['cn.apl', 71, 2, 'working-days'],
  ['cn.apl', 67, 15, 'natural-days'],
  ['cn.apl', 60, 90, 'natural-days'],
  ['cn.cel', 31, 3, 'working-days'],
  ['cn.cel', 54, 10, 'working-days'],
  ['cn.cel', 56, 15, 'natural-days'],
  ['cn.cel', 25, 30, 'natural-days'],
  ['cn.alic', 42, 20, 'working-days'],
  ['cn.alic', 42, 45, 'working-days'],
  ['cn.alic', 50, 30, 'natural-days'],
  ['cn.arl', 20, 60, 'natural-days'],
  ['cn.tcr', 5, 3, 'natural-days'],
  ['cn.psl', 116, 2, 'working-days'],
  ['cn.transport', 83, 7, 'working-days'],
  ['cn.transport', 61, 5, 'natural-days'],
  ['cn.agriculture', 44, 7, 'working-days'],
  ['cn.agriculture', 74, 15, 'natural-days'],
  ['cn.housing', 45, 15, 'working-days'],
  ['cn.samr-penalty', 18, 15, 'working-days'],
  ['cn.samr-penalty', 64, 90, 'natural-days'],
  ['cn.customs', 60, 1, 'natural-days'],
  ['cn.ogi', 26, 20, 'working-days'],
  ['gd.hearing', 38, 30, 'natural-days'],
] as const)('%s article %i: %i days are %s', (law, article, limit, unit) => {
  expect(under(law, article, '2026-03-20', limit)).toMatchObject({ unit });
});

test('the review law counts three and ten days as working days from 2024 only', () => {
  expect(under('行政复议法', 40, '2023-11-20', 5)).toMatchObject({ unit: 'working-days' });
  expect(under('行政复议法', 40, '2023-11-20', 10)).toMatchObject({ unit: 'natural-days' });
  expect(under('行政复议法', 88, '2024-01-02', 10)).toMatchObject({ unit: 'working-days' });
});

test('seizure and freezing do not roll over', () => {
  // Thirty days from 2026-03-20 end on Sunday 2026-04-19.
  for (const article of [25, 32]) {
    const answer = under('行政强制法', article, '2026-03-20', 30);
    expect(answer).toMatchObject({ due: '2026-04-19', rolledFrom: null });
    expect('why' in answer && answer.why).toContain('应在此前处理');
  }
  expect(under('行政处罚法', 67, '2026-03-20', 15)).toMatchObject({ due: '2026-04-07', rolledFrom: '2026-04-04' });
});

test('the notice of a hearing leaves seven full working days', () => {
  expect(under('行政处罚法', 64, '2026-03-12', 7, { back: true })).toMatchObject({ due: '2026-03-02' });
  // The make-up Saturday 2026-02-14 counts, the Spring Festival does not.
  expect(under('行政处罚法', 64, '2026-02-26', 7, { back: true })).toMatchObject({ due: '2026-02-09' });
});

test('hours run from the minute and take no notice of days off', () => {
  expect(ask({ from: '2026-02-16T22:30', limit: 24, unit: 'hours', law: '移送规定', article: 5 })).toMatchObject({
    due: '2026-02-17T22:30',
  });
});

test('suspended days are left out and shown', () => {
  const answer = under('行政处罚法', 60, '2026-01-05', 90, { suspend: [['2026-02-01', '2026-02-10']] });
  expect(answer).toMatchObject({ due: '2026-04-15' });
  expect('days' in answer && answer.days.filter((one) => one.role === 'suspended').length).toBe(10);
});

test('what cannot be answered says why', () => {
  expect(under('行政强制法', 54, '2026-12-25', 10)).toMatchObject({ field: 'calendar' });
  expect(under('行政处罚法', 87, '2026-03-20', 7)).toEqual({
    field: 'article',
    message: '《中华人民共和国行政处罚法》没有第 87 条',
  });
  expect(under('行政处法', 60, '2026-03-20', 7)).toMatchObject({ field: 'law' });
  expect(under('行政处罚法', 60, '2021-07-14', 90)).toMatchObject({ field: 'law' });
  expect(ask({ from: '2026-03-20', limit: 7, unit: 'days' })).toMatchObject({ field: 'unit' });
  expect(ask({ from: '2026-02-29', limit: 7, unit: 'working-days' })).toMatchObject({ field: 'from' });
  expect(under('行政处罚法', 61, '2026-03-20', 8)).toMatchObject({
    warnings: ['《中华人民共和国行政处罚法》第六十一条没有写这个期限，请核对条号'],
  });
});
