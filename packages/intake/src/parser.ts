import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileText, PageText } from '@anjuan/core';
import type { Content } from './detect.ts';
import type { Limits } from './limits.ts';
import type { Answer, Task } from './protocol.ts';

const program = path.join(import.meta.dirname, 'child', 'main.ts');
/** A parser is replaced after so many files, so that what leaks in it stays small. */
const filesEach = 200;
const watchEvery = 100;

/** One parser process; starts when it is first needed, and again after it died. */
export class Parser {
  private child: ChildProcess | null = null;
  private served = 0;
  private next = 1;

  /** Reads one file; a crash, a hang or a limit makes the file unreadable, never the caller. */
  async read(
    file: { readonly name: string; readonly path: string; readonly password?: string },
    limits: Limits,
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<FileText> {
    const child = this.running();
    const task: Task = {
      id: this.next++,
      path: file.path,
      limits,
      ...(file.password === undefined ? {} : { password: file.password }),
    };
    const pages: PageText[] = [];
    let sha256 = '';
    let content: Content = 'other';
    const unreadable = await new Promise<string | null>((resolve) => {
      let deadline = limits.fileTime;
      const begun = performance.now();
      const finish = (message: string | null): void => {
        clearInterval(watch);
        child.off('message', hear);
        child.off('exit', died);
        signal?.removeEventListener('abort', abort);
        resolve(message);
      };
      const kill = (message: string): void => {
        child.off('exit', died);
        child.kill('SIGKILL');
        this.child = null;
        finish(message);
      };
      const hear = (answer: Answer): void => {
        if (answer.task !== task.id) return;
        switch (answer.kind) {
          case 'begun':
            sha256 = answer.sha256;
            content = answer.content;
            break;
          case 'pages':
            pages.push(...answer.pages);
            deadline = limits.fileTime + Math.max(answer.total, pages.length) * limits.pageTime;
            onProgress(pages.length, Math.max(answer.total, pages.length));
            break;
          case 'done':
            finish(null);
            break;
          case 'failed':
            finish(answer.message);
            break;
          default:
            answer satisfies never;
        }
      };
      const died = (): void => {
        this.child = null;
        finish('解析程序在读取此文件时崩溃，文件可能已损坏或含有恶意内容');
      };
      const abort = (): void => kill('已取消');
      const watch = setInterval(() => {
        if (performance.now() - begun > deadline) kill(`读取超过 ${Math.round(deadline / 1000)} 秒，已停止`);
        else
          void memoryOf(child).then((bytes) => {
            if (bytes > limits.memoryBytes && this.child === child)
              kill(`读取占用内存超过 ${limits.memoryBytes >> 20} MB，已停止`);
          });
      }, watchEvery);
      child.on('message', hear);
      child.once('exit', died);
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted === true) abort();
      else child.send(task);
    });
    signal?.throwIfAborted();
    return {
      name: file.name,
      sha256: sha256 || (await hashOf(file.path)),
      format: formatOf(content),
      pages,
      ...(unreadable === null ? {} : { unreadable }),
    };
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private running(): ChildProcess {
    if (this.child !== null && this.served < filesEach) {
      this.served++;
      return this.child;
    }
    this.close();
    this.served = 1;
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A parser may read, but neither write, nor start programs, nor load native code.
      execArgv: [
        '--permission',
        '--allow-fs-read=*',
        '--max-old-space-size=1024',
        '--disable-warning=ExperimentalWarning',
      ],
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
    });
    child.unref();
    child.channel?.unref();
    child.on('error', () => {
      if (this.child === child) this.child = null;
    });
    this.child = child;
    return child;
  }
}

function formatOf(content: Content): FileText['format'] {
  switch (content) {
    case 'pdf':
    case 'docx':
    case 'json':
    case 'image':
      return content;
    default:
      return 'txt';
  }
}

/** Resident bytes of a process where the system tells; 0 where it does not. */
async function memoryOf(child: ChildProcess): Promise<number> {
  if (process.platform !== 'linux' || child.pid === undefined) return 0;
  try {
    const [, resident = '0'] = (await readFile(`/proc/${child.pid}/statm`, 'utf8')).split(' ');
    return Number(resident) * 4096;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH')
      return 0;
    throw error;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
