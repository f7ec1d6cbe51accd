import path from 'node:path';
import type { PageCache } from '@anjuan/intake';
import { Kysely } from 'kysely';
import { UserMistake } from '../problems.ts';
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
  /** Now, ISO 8601 in UTC. */
  now(): string;
  close(): Promise<void>;
}

/** Opens the folder, creating what is missing; throws {@link UserMistake} when another process has it open. */
export async function openStore(folder: string, clock: () => number = Date.now): Promise<Store> {
  const lock = lockFolder(folder);
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
      now: () => new Date(clock()).toISOString(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
