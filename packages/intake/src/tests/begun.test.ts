import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, type PageCache, readFiles } from '../index.ts';
import { longPdf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

test('a long file that was broken off is gone on with, and what was kept of it is cleared away at its end', async () => {
  const bytes = longPdf(700);
  const place = path.join(folder, 'long.pdf');
  writeFileSync(place, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name: 'long.pdf', path: place, size: bytes.length, sha256 };
  const kept = new Map<string, string>();
  const cache: PageCache = {
    get: async (key) => kept.get(key) ?? null,
    put: async (key, value) => void kept.set(key, value),
    drop: async (key) => void kept.delete(key),
  };
  const stop = new AbortController();
  const cut = readFiles([input], {
    cache,
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done >= 300) stop.abort();
    },
  });
  await expect(cut).rejects.toThrow();
  expect(kept.size).toBeGreaterThan(0);

  const seen: number[] = [];
  const [file] = await readFiles([input], { cache, onProgress: ({ done }) => seen.push(done) });
  expect(Math.min(...seen)).toBeGreaterThan(256);
  expect(file?.pages.map((page) => page.text)).toEqual(Array.from({ length: 700 }, (_, index) => `page ${index + 1}`));
  expect(file?.pages.map((page) => page.number)).toEqual(Array.from({ length: 700 }, (_, index) => index + 1));
  expect(kept.size).toBe(0);
});
