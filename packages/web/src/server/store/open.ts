import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PageCache } from '@anjuan/intake';
import { Kysely } from 'kysely';
import { isDiskFull, UserMistake } from '../problems.ts';
import { Blobs } from './blobs.ts';
import { migrate } from './migrations.ts';
import { recognisedIn } from './recognised.ts';
import { lockFolder, openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** One folder that holds everything: the database, the originals and the pages read from them. */
export interface Store {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  /** Words recognised on pictures. */
  readonly recognised: PageCache;
  /** Bytes that can still be written, here and where archives are unpacked. */
  free(): Promise<number>;
  /** Now, ISO 8601 in UTC. */
  now(): string;
  close(): Promise<void>;
}

/** Opens the folder, creating what is missing; throws {@link UserMistake} when another process has it open. */
export async function openStore(folder: string, clock: () => number = Date.now): Promise<Store> {
  const lock = taken(folder);
  if (lock === null)
    throw new UserMistake(`数据目录 ${folder} 正被另一个案卷程序使用，请先关闭它，或用 --data 指定别的目录。`);
  const db = new Kysely<Tables>({ dialect: openSqlite(path.join(folder, 'anjuan.sqlite')) });
  const close = async () => {
    await db.destroy();
    lock.release();
  };
  try {
    const blobs = new Blobs(folder);
    await blobs.prepare();
    await migrate(db);
    return {
      db,
      blobs,
      recognised: recognisedIn(path.join(folder, 'recognised')),
      free: () => freeIn([folder, tmpdir()]),
      now: () => new Date(clock()).toISOString(),
      close,
    };
  } catch (error) {
    await close();
    throw notWritable(folder, error) ?? error;
  }
}

function taken(folder: string) {
  try {
    return lockFolder(folder);
  } catch (error) {
    throw notWritable(folder, error) ?? error;
  }
}

/** What is said of a data folder in which nothing can be written; null for any other error. */
function notWritable(folder: string, error: unknown): UserMistake | null {
  if (isDiskFull(error))
    return new UserMistake(`数据目录 ${folder} 所在的磁盘没有空间了，请腾出空间，或用 --data 指定别处的目录。`);
  const { code, message = '' } = error as NodeJS.ErrnoException;
  const closed = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '');
  return closed || /readonly database|unable to open database/u.test(message)
    ? new UserMistake(`数据目录 ${folder} 不能写入（没有权限，或者不是文件夹），请用 --data 指定能写入的目录。`)
    : null;
}

async function freeIn(folders: readonly string[]): Promise<number> {
  const found = await Promise.all(folders.map((one) => statfs(one)));
  return found.reduce((sum, { bavail, bsize }) => sum + bavail * bsize, 0);
}
