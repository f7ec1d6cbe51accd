import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { sharedPath } from '../../../../test/shared.ts';
import { gather } from '../gather.ts';
import { Unreadable } from '../limits.ts';
import { closeParsers, readFiles } from '../read.ts';

const run = promisify(execFile);
const corpus = sharedPath('corpus');
const hostile = sharedPath('hostile');
const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-hostile-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** What became of a file, in words; one line for each file in it. */
async function verdictsOn(place: string): Promise<string[]> {
  let gathered: Awaited<ReturnType<typeof gather>>;
  try {
    gathered = await gather(place);
  } catch (error) {
    if (error instanceof Unreadable) return [error.message];
    throw error;
  }
  try {
    const verdicts: string[] = [];
    for (const one of gathered.cases) {
      const read = await readFiles(one.files, { recognise: false });
      expect(read.length).toBe(one.files.length);
      for (const file of read) verdicts.push(file.unreadable ?? `${file.pages.length} 页`);
    }
    return verdicts;
  } finally {
    await gathered.dispose();
  }
}

test.skipIf(corpus === null)(
  'damaged files of other projects end in a verdict (skipped without ../shared/corpus)',
  { timeout: 600_000 },
  async () => {
    const entries = await readdir(corpus ?? '', { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && /\.(?:pdf|docx|ofd|xlsx|zip)$/u.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .filter((_, index) => index % 5 === 0);
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const verdicts = await verdictsOn(file);
      expect(
        verdicts.filter((verdict) => verdict.includes('意外中断')),
        file,
      ).toEqual([]);
    }
  },
);

test.skipIf(hostile === null)(
  'files made to do harm are refused or read, in Chinese words, and nothing of theirs gets out (skipped without ../shared/hostile)',
  { timeout: 900_000 },
  async () => {
    await run('python3', [path.join(hostile ?? '', 'make.py'), folder]);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && entry.name !== 'EXPECT.csv' && entry.name !== 'SECRET.txt')
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !/pages-10000|cells-1e6|many-entries/u.test(file))
      .sort();
    for (const file of files) {
      const begun = performance.now();
      const verdicts = await verdictsOn(file);
      const words = verdicts.join('\n');
      expect(words, file).not.toBe('');
      expect(words, file).not.toContain('意外中断');
      expect(words, file).not.toContain('TOP-SECRET-CANARY');
      expect(performance.now() - begun, file).toBeLessThan(30_000);
    }
  },
);
