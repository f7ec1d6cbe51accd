import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { Recogniser } from './recognise.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a process that was started before it was known whether there is anything to draw leaves nothing behind', async () => {
  vi.stubEnv('TMPDIR', folder);
  try {
    const recogniser = new Recogniser();
    recogniser.start(defaultLimits);
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1));
    await recogniser.close();
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});
