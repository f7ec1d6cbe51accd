import { expect, test } from 'vitest';
import { createEvaluator, dayNumber, dayText, type Outcome, runCasesOf } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const book = await readRules();
// The rules of every pack, each run in the pack it belongs to.
const shelved = book.shelf.rules();
const rules = shelved.map((one) => one.planned.rule);
const results = shelved.flatMap(({ planned, pack }) => runCasesOf(pack.plan, planned.rule.id, book.calendar));
const active = rules.filter((rule) => rule.status === 'active');

test('every case of every rule comes out as its file says', () => {
  const wrong = results
    .filter((result) => result.got !== result.expect)
    .map((result) => `${result.rule} ${result.name}: ${result.expect} → ${result.got}`);
  expect(wrong).toEqual([]);
});

test('the ordinary procedure is covered theme by theme', () => {
  const themes = new Map<string, number>();
  for (const rule of active) themes.set(rule.theme, (themes.get(rule.theme) ?? 0) + 1);
  const expected = [
    ...['closing', 'consistency', 'correction', 'decision', 'discussion', 'enforcement', 'evidence', 'filing'],
    ...['hearing', 'legal-review', 'notice', 'officers', 'payment', 'period', 'preservation', 'publication'],
    ...['record', 'remedies', 'service', 'subject'],
  ];
  expect(expected.filter((theme) => !themes.has(theme))).toEqual([]);
  expect(active.length).toBeGreaterThanOrEqual(75);
});

test('a rule with a guard shows a case to which it does not apply', () => {
  const silent = active
    .filter((rule) => rule.versions.some((version) => version.when !== undefined) || rule.for.where !== undefined)
    .filter((rule) => !rule.cases.some((one) => one.expect === 'not-applicable'))
    .map((rule) => rule.id);
  expect(silent).toEqual([]);
});

test('a rule with a period shows both sides of its last day', () => {
  const periods = active.filter((rule) => /"(within|after-period|ahead)"/u.test(JSON.stringify(rule.versions)));
  expect(periods.length).toBeGreaterThan(12);
  const oneSided = periods
    .filter(
      (rule) => !(['pass', 'fail'] as const).every((side) => sides(rule.id, side).some((day) => near(rule.id, day))),
    )
    .map((rule) => rule.id);
  expect(oneSided).toEqual([]);
});

test('no act before the earliest version is judged', () => {
  const judged: string[] = [];
  for (const rule of active) {
    const first = rule.versions[0];
    const from = first === undefined ? null : dayNumber(first.from);
    if (first === undefined || from === null) continue;
    const dayBefore = dayText(from - 1);
    const path = first['dated-by'];
    const each = rule.for.each;
    const inList = each !== undefined && (path.startsWith('item.') || path.startsWith(each));
    const facts = inList
      ? { [each]: [{ [path.replace('item.', '').replace(`${each}.`, '')]: dayBefore }] }
      : { [path]: dayBefore };
    const found = shelved.find((one) => one.planned.rule === rule);
    if (found === undefined) continue;
    const { findings } = createEvaluator({ ...found.pack.plan, rules: [found.planned] }, book.calendar).evaluate({
      id: rule.id,
      caseType: 'penalty',
      procedure: 'ordinary',
      complete: true,
      facts,
      documents: [],
    });
    const unlawful: readonly Outcome[] = ['pass', 'fail', 'error'];
    if (findings.some((finding) => unlawful.includes(finding.outcome))) judged.push(rule.id);
  }
  expect(judged).toEqual([]);
});

test('advice never proposes to alter or backdate a paper', () => {
  const bad = active
    .filter((rule) => /(?<!不得[^，。；]{0,14})(?:补签|补盖|倒填|倒签|改动日期|涂改|添写)/u.test(rule.advice))
    .map((rule) => `${rule.id} ${rule.advice}`);
  expect(bad).toEqual([]);
});

test('no message of a failing case leaves a figure open', () => {
  const open = results
    .flatMap((result) => result.findings)
    .filter((finding) => finding.outcome === 'fail' && /[{}]|undefined|NaN/u.test(finding.message))
    .map((finding) => `${finding.rule} ${finding.message}`);
  expect(open).toEqual([]);
});

/** Days that appear in the cases of a rule with this outcome. */
function sides(id: string, outcome: Outcome): number[] {
  return results
    .filter((result) => result.rule === id && result.expect === outcome)
    .flatMap((result) => {
      const one = rules.find((rule) => rule.id === id)?.cases.find((entry) => entry.name === result.name);
      return [...JSON.stringify(one?.record ?? {}).matchAll(/\d{4}-\d{2}-\d{2}/gu)].map(([day]) => dayNumber(day) ?? 0);
    });
}

/** Whether the opposite outcome has a day within a week of working days of this one. */
function near(id: string, day: number): boolean {
  return (['pass', 'fail'] as const).every((side) => sides(id, side).some((other) => Math.abs(other - day) <= 10));
}
