import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gather } from '../gather.ts';
import { readFiles } from '../read.ts';

/** One file of a folder as it is read without recognition: the words of its pages, why something was not read, and what is told of it. */
export async function readOne(folder: string, name: string, bytes: Uint8Array | string) {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const { cases, dispose } = await gather(place);
  try {
    const files = await readFiles(
      cases.flatMap((one) => one.files),
      { recognise: false },
    );
    return {
      pages: files.flatMap((file) => (file.unreadable === undefined ? file.pages.map((page) => page.text) : [])),
      unread: files.flatMap((file) => file.unreadable ?? file.pages.flatMap((page) => page.unread ?? [])),
      told: files.flatMap((file) => (file.notices ?? []).map((notice) => notice.message)),
    };
  } finally {
    await dispose();
  }
}
