import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Runs a process that asks for a folder and gives its path, in a place for such folders of its own. */
function ask(tmp: string, then = ''): string {
  const code = `import(${JSON.stringify(path.join(import.meta.dirname, '../work-folder.ts'))}).then(async ({ workFolder }) => { console.log(await workFolder()); ${then} });`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: tmp },
    encoding: 'utf8',
  });
  return stdout.trim();
}

test.skipIf(process.platform === 'win32')(
  'what a killed process left is cleared away, what others work in stays',
  () => {
    const tmp = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
    try {
      const left = ask(tmp, "process.kill(process.pid, 'SIGKILL');");
      expect(existsSync(left)).toBe(true);
      const mine = left.replace(/-\d+-([^-]+)$/u, `-${process.pid}-$1`);
      const [old, young, strange] = ['anjuan-ocr-abcdef', 'anjuan-ghijkl', 'anjuan-bench-mnopqr'].map((name) =>
        path.join(tmp, name),
      );
      for (const one of [mine, old, young, strange]) mkdirSync(one ?? '');
      for (const one of [old, strange]) utimesSync(one ?? '', 1, 1);
      const next = ask(tmp);
      expect([left, mine, old, young, strange, next].map((one) => existsSync(one ?? ''))).toEqual([
        false,
        true,
        false,
        true,
        true,
        true,
      ]);
    } finally {
      rmSync(tmp, { recursive: true });
    }
  },
);
