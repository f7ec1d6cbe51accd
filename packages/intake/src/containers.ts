import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Carried } from './carried.ts';
import { detect } from './detect.ts';
import type { InputFile } from './gather.ts';
import { openGzip } from './gzip.ts';
import type { Limits } from './limits.ts';
import { carryLetter, isLetter } from './mail.ts';
import { isMailbox, openMailbox } from './mailbox.ts';
import { mayBeOutlook, openOutlook } from './outlook.ts';
import { openTar } from './tar.ts';

/** What other files lie in, besides a ZIP. */
type Container = 'letter' | 'mailbox' | 'outlook' | 'tar' | 'gz';

function containerOf(head: Uint8Array, size: number): Container | null {
  const content = detect(head);
  if (content === 'tar' || content === 'gz') return content;
  if (content === 'doc') return mayBeOutlook(head, size) ? 'outlook' : null;
  if (isMailbox(head)) return 'mailbox';
  return content === 'other' && isLetter(head, size) ? 'letter' : null;
}

/** Whether other files lie in a file, or may, by how it begins. */
export function holdsFiles(head: Uint8Array, size: number): boolean {
  return detect(head) === 'zip' || containerOf(head, size) !== null;
}

/** What was taken out of a file; `asArchive` where the folders in it may be cases of their own. */
export interface TakenOut {
  readonly files: readonly InputFile[];
  readonly asArchive: boolean;
}

/** The files that lie in a file that is no ZIP, put into a folder; null where none do. Throws {@link Unreadable} for what is too large, or too odd, to be opened. */
export async function takenOut(
  file: { readonly path: string; readonly name: string; readonly size: number; readonly head: Buffer },
  folderFor: () => Promise<string>,
  limits: Limits,
): Promise<TakenOut | null> {
  const kind = containerOf(file.head, file.size);
  if (kind === null) return null;
  const into = new Carried(await folderFor());
  const { path } = file;
  if (kind === 'tar') await openTar(createReadStream(path), into, limits);
  else if (kind === 'gz') await openGzip(file, into, limits);
  else if (kind === 'letter') await carryLetter(await readFile(path), into);
  else if (kind === 'mailbox') await openMailbox(path, into);
  else await openOutlook(path, into);
  const { files } = into;
  return files.length === 0 ? null : { files, asArchive: kind === 'tar' || kind === 'gz' };
}
