import { readlinkSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const begin = 'anjuan-';
const madeHere = /^anjuan-(\d+)-(\d+)-[A-Za-z0-9]{6}$/u;
/** As such folders were called before their names told whose they are. */
const madeBefore = /^anjuan-(?:ocr-|list-)?[A-Za-z0-9]{6}$/u;
/** Of a folder whose process cannot be asked for, milliseconds after which nobody works in it any more. */
const longest = 24 * 3_600_000;

let cleared: Promise<void> | null = null;

/** A folder of our own for what is worked on; whoever asks for it removes it. What processes left that were killed is cleared away first. */
export async function workFolder(): Promise<string> {
  await clearLeftovers();
  return mkdtemp(path.join(os.tmpdir(), `${begin}${numbering()}-${process.pid}-`));
}

/** Removes the folders that processes left behind which are there no more; once in a process. */
export function clearLeftovers(): Promise<void> {
  cleared ??= clear(os.tmpdir());
  return cleared;
}

async function clear(place: string): Promise<void> {
  const names = await readdir(place).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(begin))) {
    const folder = path.join(place, name);
    const [, numbered, pid] = madeHere.exec(name) ?? [];
    const known = numbered === String(numbering());
    if (!known && numbered === undefined && !madeBefore.test(name)) continue;
    // This process has made none yet: what bears its number is of an earlier one.
    const left = known ? Number(pid) === process.pid || !isThere(Number(pid)) : await isOld(folder);
    // Somebody else's may not be removed, and is left.
    if (left) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function isOld(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > longest;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** In containers that share a folder the same numbers are those of other processes: which numbering ours is, where the system tells; else 0. */
function numbering(): number {
  try {
    return Number(/\d+/u.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? 0);
  } catch {
    return 0;
  }
}
