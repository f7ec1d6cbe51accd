import { expect, test } from 'vitest';
import { judgeRecord, packFor } from '../check/check.ts';
import { readRules } from '../node.ts';
import { blockingOf } from './blocked.ts';

test('what cannot be told is joined to the unread paper that would prove it, and to no other', async () => {
  const book = await readRules();
  const record = {
    id: 'c',
    caseType: 'penalty' as const,
    procedure: 'ordinary' as const,
    complete: false,
    facts: { 'filing.date': '2026-01-05' },
    documents: [],
    unread: [
      { file: '决定书.pdf', page: null, reason: '已加密', kind: 'penalty-decision' },
      { file: '票据.pdf', page: null, reason: '已加密', kind: 'receipt' },
      { file: '案卷.pdf', page: 7, reason: '是扫描图像' },
    ],
  };
  const { findings } = judgeRecord(record, book);
  const [decision, receipt, any] = blockingOf(record, findings, packFor(record, book).resolved.plan);
  const period = findings.find((finding) => finding.rule === 'APL-60-1');
  expect(period?.outcome).toBe('cannot-tell');
  expect(decision?.findings).toContain(period?.key);
  expect(receipt?.findings).not.toContain(period?.key);
  // A page nobody can name may be any paper.
  for (const key of decision?.findings ?? []) expect(any?.findings).toContain(key);
  const open = findings.filter((finding) => finding.outcome === 'cannot-tell').map((finding) => finding.key);
  expect(any?.findings.every((key) => open.includes(key))).toBe(true);
  expect(blockingOf({ ...record, unread: [] }, findings, packFor(record, book).resolved.plan)).toEqual([]);
});

test('a page nobody can name may be a paper that was not found or more of its neighbour, not one that was found elsewhere and read', async () => {
  const book = await readRules();
  const paper = (kind: string, from: number, to: number) => ({
    id: kind,
    kind,
    title: kind,
    file: '案卷.pdf',
    pages: [from, to] as const,
  });
  const record = (page: number) => ({
    id: 'c',
    caseType: 'penalty' as const,
    procedure: 'ordinary' as const,
    complete: false,
    facts: { 'decision.date': '2026-03-05' },
    documents: [paper('filing-approval', 1, 2), paper('penalty-decision', 5, 6)],
    unread: [{ file: '案卷.pdf', page, reason: '已损坏' }],
  });
  const joined = (page: number, rule: string): boolean => {
    const { findings } = judgeRecord(record(page), book);
    const open = findings.find((finding) => finding.rule === rule);
    expect(open?.outcome).toBe('cannot-tell');
    const [gap] = blockingOf(record(page), findings, packFor(record(page), book).resolved.plan);
    return gap?.findings.includes(open?.key ?? '') ?? false;
  };
  // Who agreed to the filing stands in the approval: page 3 may be its end, page 9 is not.
  expect(joined(3, 'APL-54-2')).toBe(true);
  expect(joined(9, 'APL-54-2')).toBe(false);
});
