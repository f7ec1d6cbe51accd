import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageCache } from '@anjuan/intake';

/** What was read and would cost time to read again (words recognised on pictures, pages of long files that were begun), in a folder by key. */
export function recognisedIn(folder: string): PageCache {
  const place = (key: string): string => {
    const hash = createHash('sha256').update(key).digest('hex');
    return path.join(folder, hash.slice(0, 2), hash.slice(2));
  };
  return {
    get: async (key) => {
      try {
        return await readFile(place(key), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    put: async (key, value) => {
      const to = place(key);
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
      const incoming = `${to}.${randomUUID()}`;
      await writeFile(incoming, value, { mode: 0o600 });
      await rename(incoming, to);
    },
    drop: (key) => rm(place(key), { force: true }),
  };
}
