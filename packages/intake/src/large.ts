import { open } from 'node:fs/promises';
import { lockedArchive, openArchive } from './archive.ts';
import { type Content, detect } from './detect.ts';
import { claimsOffice } from './foreign.ts';
import { type Limits, Unreadable } from './limits.ts';

/** Why a file is not read that is larger than a parser holds. An archive, which may be larger, comes here only where its papers could not be had. */
export async function whyTooLarge(
  file: { readonly name: string; readonly path: string; readonly size: number; readonly password?: string },
  limits: Limits,
): Promise<{ readonly unreadable: string; readonly locked: boolean }> {
  const plainly = `文件超过 ${limits.fileBytes >> 20} MB，没有读取；请分成几个文件后再放入`;
  const content = claimsOffice(file.name) ? 'other' : await contentOf(file.path);
  if (!/^(?:zip|tar|gz)$/u.test(content)) return { unreadable: plainly, locked: false };
  if (file.size > limits.archiveBytes)
    return {
      unreadable: `压缩包超过 ${limits.archiveBytes / 2 ** 30} GB，没有打开；请分成几个压缩包后再放入`,
      locked: false,
    };
  if (content !== 'zip') return { unreadable: plainly, locked: false };
  try {
    const archive = await openArchive(file.path, limits, file.password, false);
    archive.close();
    const waits = archive.entries.some((entry) => entry.waits);
    if (waits) return { unreadable: lockedArchive(archive), locked: true };
    const sealed = file.password !== undefined && archive.entries.some((entry) => entry.sealed);
    return { unreadable: sealed ? '密码不对，请重新输入打开压缩包的密码' : plainly, locked: sealed };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { unreadable: error.message, locked: false };
  }
}

async function contentOf(place: string): Promise<Content> {
  const file = await open(place);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
    return detect(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
