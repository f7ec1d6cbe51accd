import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';
import { fullOfWords, longPdf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

test('ten thousand pages full of words are read within the memory a process may hold', {
  timeout: 120_000,
}, async () => {
  const place = path.join(folder, 'long.pdf');
  const bytes = longPdf(10_000, fullOfWords);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: 'long.pdf', path: place, size: bytes.length }], { recognise: false });
  expect(file?.unreadable).toBeUndefined();
  expect(file?.pages.length).toBe(10_000);
  expect(file?.pages.at(-1)?.text).toContain('page 10000 line 39');
  expect(file?.notices).toBeUndefined();
});
