import { describe, expect, test } from 'vitest';
import { type CaseRecord, evaluate } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { agency, files, recordOf } from './lawful.ts';

const book = await readRules();

function outcomes(record: CaseRecord, outcome: string): string[] {
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar, agency });
  return findings.filter((finding) => finding.outcome === outcome).map((finding) => finding.rule);
}

describe.each(Object.entries(files))('%s', (_, file) => {
  const record = recordOf(file);

  test('raises no defect, no error, and leaves nothing open', () => {
    for (const outcome of ['fail', 'error', 'cannot-tell']) expect(outcomes(record, outcome), outcome).toEqual([]);
    expect(outcomes(record, 'pass').length).toBeGreaterThanOrEqual(file.passes);
  });

  test('with a page nobody could read is never called defective for what may stand there', () => {
    const unread = {
      ...record,
      documents: record.documents.slice(0, 1),
      unread: [{ file: '案卷.pdf', page: 9, reason: '空白页' }],
    };
    expect(outcomes(unread, 'fail')).toEqual([]);
  });
});
