import { expect, test } from 'vitest';
import { type CaseRecord, checkRecord } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const book = await readRules();

/** How a whole file without a filing form is judged that decides on this day and cites this law. */
function filing(date: string, law: string, rule = 'APL-54-1', papers: readonly string[] = []): string | undefined {
  const record: CaseRecord = {
    id: 'invented',
    caseType: 'penalty',
    procedure: 'ordinary',
    complete: true,
    documents: ['penalty-decision', ...papers].map((kind) => ({
      id: kind,
      kind,
      title: kind,
      file: `${kind}.pdf`,
      pages: [1, 1],
    })),
    facts: {
      'decision.agency': '临河县公安局',
      'decision.date': date,
      'decision.citations[]': [{ law, article: '49' }],
    },
  };
  return checkRecord(record, book, { standards: [] }).findings.find((one) => one.rule === rule)?.outcome;
}

test('cases on public security decided before 2026 were accepted and registered; filing is asked of them from then on', () => {
  const psl = '《中华人民共和国治安管理处罚法》';
  expect(filing('2025-12-31', psl)).toBe('not-applicable');
  const since = (...papers: string[]) => filing('2026-01-01', psl, 'PSL-90-1', papers);
  expect([since(), since('filing-approval'), since('source-registration')]).toEqual(['fail', 'pass', 'pass']);
  expect(filing('2026-01-01', psl)).not.toBe('fail');
  expect(filing('2025-12-31', '《中华人民共和国道路交通安全法》')).toBe('fail');
});
