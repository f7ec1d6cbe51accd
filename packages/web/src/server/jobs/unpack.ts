import { createReadStream } from 'node:fs';
import { boxEnding } from '@anjuan/intake';
import type { Checker } from '../checker.ts';
import { fileLimit } from '../http/body.ts';
import { addFile, filesOf } from '../store/cases.ts';
import { cleanName } from '../store/filenames.ts';
import type { Store } from '../store/open.ts';

const deepest = 3;

/**
 * Takes the papers out of the archives of a case, as files of their own, so that each can be opened in the page; the archive stays as received.
 * Archives in archives are opened to a depth of three. Run again after a crash, it adds nothing twice.
 */
export async function unpackArchives(
  store: Store,
  checker: Checker,
  caseId: string,
  signal: AbortSignal,
  passwordOf: (sha256: string) => string | undefined,
): Promise<void> {
  const looked = new Set<string>();
  for (let depth = 0; depth < deepest; depth += 1) {
    let opened = 0;
    for (const file of await filesOf(store, caseId)) {
      signal.throwIfAborted();
      // One that waited for its password was looked at before.
      if ((file.format !== null && file.locked !== 1) || file.refused !== null || looked.has(file.name)) continue;
      looked.add(file.name);
      const unpacked = await checker.unpack(store.blobs.path(file.sha256), file.name, passwordOf(file.sha256));
      if (unpacked === null) continue;
      try {
        for (const entry of unpacked.files) {
          signal.throwIfAborted();
          const name = cleanName(`${file.name.replace(boxEnding, '')}/${entry.name}`);
          const bytes = entry.refused === undefined ? createReadStream(entry.path) : nothing();
          await addFile(store, caseId, name, bytes, fileLimit, entry.refused ?? null);
        }
      } finally {
        await unpacked.dispose();
      }
      opened += 1;
      if (unpacked.waits === true) continue;
      const { refused } = unpacked;
      await store.db
        .updateTable('case_files')
        .set(refused === undefined ? { format: 'archive', pages: 0, unreadable: null, locked: null } : { refused })
        .where('case_id', '=', caseId)
        .where('name', '=', file.name)
        .execute();
    }
    if (opened === 0) return;
  }
}

/** An entry that is refused is listed, without its bytes: the archive still has them. */
async function* nothing(): AsyncGenerator<Uint8Array> {}
