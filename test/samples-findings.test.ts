import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { acceptAgency, checkRecord, extractCase, type Finding, readSource } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { closeParsers, gather, readFiles } from '@anjuan/intake';
import { afterAll, expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'samples/files');
const book = await readRules();
afterAll(closeParsers);

interface Expected {
  readonly rule: string;
  /** Page of the whole file, or the name of a file; null where nothing is there to show. */
  readonly place: number | string | null;
}

/** `expected.txt`: a finding a line, `rule | place | words`. */
function expectedOf(id: string): readonly Expected[] {
  return readFileSync(path.join(folder, id, 'expected.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [rule = '', place = ''] = line.split(' | ');
      const page = /^第 (\d+) 页$/u.exec(place)?.[1];
      return { rule, place: page === undefined ? (place === '—' ? null : place) : Number(page) };
    });
}

const standsAt = (finding: Finding, place: number | string): boolean =>
  finding.anchors.some((anchor) => (typeof place === 'number' ? anchor.page === place : anchor.file === place));

test.each(readdirSync(folder))('%s: just the planted defects, each on its page', async (id) => {
  const about = JSON.parse(readFileSync(path.join(folder, id, 'case.json'), 'utf8'));
  const profile = path.join(root, about.agency);
  const accepted = acceptAgency(readSource(profile, readFileSync(profile, 'utf8')).value, book.pack.dictionary);
  if ('problems' in accepted) throw new Error(JSON.stringify(accepted.problems));
  const gathered = await gather(path.join(folder, id));
  const [only] = gathered.cases;
  const extraction = extractCase(await readFiles(only?.files ?? []), book, id);
  await gathered.dispose();
  const { findings } = checkRecord(extraction.record, book, { standards: [], agency: accepted.agency });
  const failed = findings.filter((finding) => finding.outcome === 'fail');
  const expected = expectedOf(id);
  expect(failed.map((finding) => finding.rule).sort()).toEqual(expected.map((one) => one.rule).sort());
  expect(expected).toHaveLength(about.planted.length);
  for (const { rule, place } of expected) {
    const found = failed.filter((finding) => finding.rule === rule);
    expect(found.every((finding) => finding.basis.length > 0 && finding.message !== '')).toBe(true);
    if (place !== null) expect([rule, found.some((finding) => standsAt(finding, place))]).toEqual([rule, true]);
  }
  // A whole file leaves little that only a person can read off it.
  expect(findings.filter((finding) => finding.outcome === 'error')).toEqual([]);
});
