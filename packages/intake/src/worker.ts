import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Limits } from './limits.ts';
import type { Answer, Task } from './protocol.ts';

const program = path.join(import.meta.dirname, 'child', 'main.ts');
/** Where the code of parsers lies compiled (Node's own store of it, made when one ends): with it they start in a third of the work. */
const compiled = path.resolve(import.meta.dirname, '../../../node_modules/.cache/anjuan/parsers');
/** A parser that has nothing to do ends when it is told to; after so many milliseconds it is made to. */
const patience = 2000;
/** A process is replaced after so many tasks, so that what leaks in it stays small; where they were short, as records are, after so many milliseconds of them. */
const tasksEach = 200;
const workEach = 10_000;
/**
 * And when it still holds more than this. Starting one, and all its code being new, takes as much work as reading thirty pages, and some 300 MB are held after any
 * longer file, most of it to be had again; what asks for more than is left then is tried in a process of its own ({@link Ending.worn}).
 */
const mostKept = 384 * 2 ** 20;
const watchEvery = 25;
/** Kilobytes beyond its bound at which the system gives a parser no more. */
const spare = 32 * 1024;
/**
 * A parser meets new code with every file: compiled plainly at once, and with room for short-lived objects, it takes a fifth less work. A heap with a bound is
 * searched for what can go the more often the lower the bound is, even where little is held: not before so much is held takes a sixth less.
 */
const swift = ['--always-sparkplug', '--max-semi-space-size=24', '--initial-old-space-size=128'];
/**
 * Where pictures are worked on, all cores are busy with recognition, and few loops take all the time: waiting for a loop to be compiled takes a seventh less
 * work than going on with it uncompiled meanwhile.
 */
const loops = ['--no-concurrent-recompilation'];

/** What to do about a file that asks for too much, and of one so small or short that it can only be made to do so. */
export const smaller = '请分成几个文件，扫描件请改用 300 dpi 扫描后再放入';
export const odd =
  '文件不大，多半是里面的内容有异常（嵌套、重复得太多）；请用原来的软件打开后另存，或者打印成新的 PDF，再放入';
const crashedTwice =
  '读取此文件的程序意外中断，没有读出；文件可能已损坏，也可能是电脑内存不足；请关闭其他程序后重新检查，仍然如此的，请换一个文件';

/** How a task ended: `null` for well, otherwise why not, in Chinese. */
export interface Ending {
  readonly failed: string | null;
  readonly locked: boolean;
  /** It failed, not for time, in a process that had served others before: what they left behind may have been too much. */
  readonly worn?: boolean;
  /** The process ended of itself or by somebody's hand, within its bounds: that may not be the file's fault. */
  readonly crashed?: boolean;
  /** It asked for more memory than a process may hold. */
  readonly starved?: boolean;
}

/** What a process may do besides reading: load native code, and with that draw pictures into one folder. */
export interface Permissions {
  readonly native?: true;
  readonly draws?: { readonly folder: string };
}

/** One process that parses untrusted bytes; starts when it is first needed, and again after it died. */
export class Worker {
  readonly #permissions: Permissions;
  #child: ChildProcess | null = null;
  #busy = false;
  #served = 0;
  #worked = 0;
  #kept = 0;
  #next = 1;

  constructor(permissions: Permissions = {}) {
    this.#permissions = permissions;
  }

  /**
   * Gives the process one task and hears its answers; a crash, a hang or a limit ends the task, never the caller. `hear` returns the
   * milliseconds the task may take in all, or nothing to leave them. `advice` tells what to do where it asks for too much.
   */
  async run(
    task: DistributedOmit<Task, 'id'>,
    limits: Limits,
    hear: (answer: Answer) => number | undefined,
    signal?: AbortSignal,
    advice: () => string = () => smaller,
  ): Promise<Ending> {
    const child = this.#running(limits);
    const id = this.#next++;
    const worn = this.#served > 1;
    const begun = performance.now();
    this.#busy = true;
    const ending = await new Promise<Ending>((resolve) => {
      let deadline = limits.fileTime;
      const finish = (failed: string | null, locked = false, end: 'crashed' | 'starved' | null = null): void => {
        clearInterval(watch);
        this.#busy = false;
        child.off('message', take);
        child.off('exit', died);
        signal?.removeEventListener('abort', abort);
        const late = failed !== null && performance.now() - begun > deadline;
        resolve({
          failed,
          locked,
          ...(failed !== null && worn && !late ? { worn } : {}),
          ...(end === null ? {} : { [end]: true }),
        });
      };
      const kill = (message: string, end: 'starved' | null = null): void => {
        child.off('exit', died);
        child.kill('SIGKILL');
        this.#child = null;
        finish(message, false, end);
      };
      const take = (answer: Answer): void => {
        if (answer.task !== id) return;
        if (answer.kind === 'done') finish(null);
        else if (answer.kind === 'failed') finish(answer.message, answer.locked);
        else deadline = hear(answer) ?? deadline;
      };
      const tooMuch = (): string => `读它要用的内存超过 ${limits.memoryBytes >> 20} MB，已停止；${advice()}`;
      const died = (_code: number | null, ended: NodeJS.Signals | null): void => {
        this.#child = null;
        // A process that gets no more memory, from the system or its own heap, ends itself with one of these.
        const starved = ended !== null && ['SIGABRT', 'SIGTRAP', 'SIGILL'].includes(ended);
        finish(starved ? tooMuch() : crashedTwice, false, starved ? 'starved' : 'crashed');
      };
      const abort = (): void => kill('已取消');
      const watch = setInterval(() => {
        if (performance.now() - begun > deadline)
          kill(`读取超过 ${Math.round(deadline / 1000)} 秒，已停止；${advice()}`);
        else if (memoryOf(child.pid) > limits.memoryBytes && this.#child === child) kill(tooMuch(), 'starved');
      }, watchEvery);
      child.on('message', take);
      child.once('exit', died);
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted === true) abort();
      else child.send({ ...task, id });
    });
    this.#kept = memoryOf(child.pid);
    this.#worked += performance.now() - begun;
    signal?.throwIfAborted();
    return ending;
  }

  /** Starts the process before its first task is known: what is to be read by others first gives it the time. */
  start(limits: Limits): void {
    if (this.#child !== null) return;
    this.#running(limits);
    this.#served = 0;
  }

  close(): void {
    const child = this.#child;
    this.#child = null;
    if (child?.connected !== true || this.#busy) {
      child?.kill('SIGKILL');
      return;
    }
    child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    late.unref();
    child.once('exit', () => clearTimeout(late));
  }

  #running(limits: Limits): ChildProcess {
    const young = this.#served < tasksEach || this.#worked < workEach;
    if (this.#child !== null && young && this.#kept <= mostKept) {
      this.#served++;
      return this.#child;
    }
    this.close();
    this.#served = 1;
    this.#worked = 0;
    this.#kept = 0;
    const { draws, native } = this.#permissions;
    // A parser may read, but neither write, nor start programs, nor load native code, unless it is for that.
    const flags = [
      '--permission',
      '--allow-fs-read=*',
      ...(draws === undefined && native === undefined ? [] : ['--allow-addons', ...loops]),
      ...(draws === undefined ? [] : [`--allow-fs-write=${draws.folder}`]),
      `--max-old-space-size=${Math.max(64, limits.memoryBytes >> 20)}`,
      ...swift,
      '--disable-warning=ExperimentalWarning',
    ];
    system ??= systemOf(flags);
    // It gives up writing where its code lies before it opens anything (child/main.ts).
    const code = system.gives ? placeForCode() : null;
    if (code !== null) flags.push(`--allow-fs-write=${code}`);
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      ...bounded(flags, limits, system.unfilled),
      env: {
        PATH: process.env.PATH ?? '',
        LANG: 'C.UTF-8',
        ...(code === null ? {} : { NODE_COMPILE_CACHE: code }),
      },
    });
    if (native !== undefined) giveWay(child.pid);
    child.unref();
    child.channel?.unref();
    child.on('error', () => {
      if (this.#child === child) this.#child = null;
    });
    this.#child = child;
    return child;
  }
}

/**
 * A second look goes on while other processes recognise the next pages: those are what people wait for. It fills what they leave, above all at the end, where
 * one page is recognised and other cores have nothing to do; 16 pages take a thirtieth less time so.
 */
function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    // It ended already, or the system does not allow it: then it is as quick as the others.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A network of its own, in which there is nobody; for programs that never need one. Needs util-linux and user namespaces. */
const alone = 'unshare --map-current-user --net';

/**
 * How to start a parser so that Linux itself holds its bound, should this process be too busy to look, and cuts it off from the network
 * where the system allows that: the shell sees to it and becomes the parser.
 */
function bounded(
  flags: readonly string[],
  limits: Limits,
  unfilled: number,
): { execPath?: string; execArgv: string[] } {
  if (process.platform !== 'linux') return { execArgv: [...flags] };
  const most = unfilled === 0 ? 'unlimited' : unfilled + (limits.memoryBytes >> 10) + spare;
  return {
    execPath: '/bin/sh',
    execArgv: [
      '-c',
      `ulimit -d ${most} 2>/dev/null; if ${alone} true 2>/dev/null; then exec ${alone} "$0" "$@"; fi; exec "$0" "$@"`,
      process.execPath,
      ...flags,
    ],
  };
}

/** What a Node process so started is like, asked of one that does nothing, since this one may have done anything. */
interface System {
  /** Kilobytes it sets aside and never fills; 0 where the system does not tell. */
  readonly unfilled: number;
  /** It can give up a permission it was started with. */
  readonly gives: boolean;
}

let system: System | null = null;
let place: string | null | undefined;

/** The folder of compiled code; null where there can be none: parsers start more slowly then, and nothing else changes. */
function placeForCode(): string | null {
  if (place !== undefined) return place;
  try {
    mkdirSync(compiled, { recursive: true });
    place = compiled;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    place = null;
  }
  return place;
}

function systemOf(flags: readonly string[]): System {
  const asked = `typeof process.permission.drop + (${process.platform === 'linux'} ? fs.readFileSync('/proc/self/status', 'utf8') : '')`;
  const { stdout } = spawnSync(process.execPath, [...flags, '-p', asked], { encoding: 'utf8' });
  const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(stdout)?.[1] ?? 0);
  return {
    unfilled: Math.max(0, kilobytes('VmData') - kilobytes('RssAnon')),
    gives: stdout.startsWith('function'),
  };
}

/** Resident bytes of a process where the system tells; 0 where it does not. Asked at once: a thread to wait for it costs more than the answer. */
function memoryOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(resident) * 4096;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH')
      return 0;
    throw error;
  }
}
