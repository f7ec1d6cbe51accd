import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../index.ts';
import { longPdf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** Ends the parsers of this process from outside, as the system does that has no memory left. */
function killParsers(): void {
  for (const task of readdirSync('/proc/self/task'))
    for (const pid of readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
      if (pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('child/main.ts'))
        process.kill(Number(pid), 'SIGKILL');
}

const long = (name: string) => {
  const bytes = longPdf(400);
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return { name, path: place, size: bytes.length };
};

test.skipIf(process.platform !== 'linux')(
  'a parser killed from outside is no fault of the file: it is read to its end',
  async () => {
    let kills = 0;
    const [file] = await readFiles([long('a.pdf')], {
      onProgress: ({ done }) => {
        if (done > 50 && kills++ === 0) killParsers();
      },
    });
    expect(kills).toBeGreaterThan(0);
    expect(file?.unreadable).toBeUndefined();
    expect(file?.pages.map((page) => page.number)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  },
);

test.skipIf(process.platform !== 'linux')(
  'one that ends again and again is told, with what to do, and the next file is read',
  async () => {
    const [file, next] = await readFiles([long('b.pdf'), long('c.pdf')], {
      workers: 1,
      onProgress: ({ file: name }) => {
        if (name === 'b.pdf') killParsers();
      },
    });
    expect(file?.unreadable).toMatch(/意外中断.+请关闭其他程序后重新检查/u);
    expect(next?.unreadable).toBeUndefined();
  },
);

test('a small file that asks for more than it may is told to be odd, a long one to be parted', async () => {
  const place = path.join(folder, 'd.pdf');
  const small = longPdf(1);
  writeFileSync(place, small);
  const limits = { fileTime: 0, pageTime: 0 };
  // One that must first be started is late in any case.
  await closeParsers();
  const [short] = await readFiles([{ name: 'd.pdf', path: place, size: small.length }], { limits });
  expect(short?.unreadable).toMatch(/^读取超过 0 秒，已停止；文件不大，多半是里面的内容有异常.+另存/u);
  await closeParsers();
  const [large] = await readFiles([{ name: 'd.pdf', path: place, size: 2 ** 24 }], { limits });
  expect(large?.unreadable).toMatch(/^读取超过 0 秒，已停止；请分成几个文件/u);
});

test('a parser may be started from compiled code, but cannot write where that lies', () => {
  const code = mkdtempSync(path.join(folder, 'code-'));
  const main = path.join(import.meta.dirname, '../child', 'main.ts');
  const asked = `await import(${JSON.stringify(main)}); console.log(process.permission.has('fs.read', '/'), process.permission.has('fs.write', ${JSON.stringify(path.join(code, 'a'))}))`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--permission', '--allow-fs-read=*', `--allow-fs-write=${code}`, '--input-type=module', '-e', asked],
    { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: code } },
  );
  expect([stdout.trim(), stderr.includes('Error')]).toEqual(['true false', false]);
  expect(readdirSync(code, { recursive: true }).length).toBeGreaterThan(10);
});
