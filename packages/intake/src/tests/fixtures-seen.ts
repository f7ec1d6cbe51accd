// A page of two lines, and what is read of it: for tests of what can be seen.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';

export const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** What is read of a page, and what is told as hidden on it. */
export async function read(name: string, bytes: Uint8Array) {
  const place = path.join(folder, `${name}.pdf`);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: `${name}.pdf`, path: place, size: bytes.length }], { recognise: false });
  const [page] = file?.pages ?? [];
  const hidden = (file?.notices ?? []).flatMap((one) => (one.kind === 'hidden' ? [one.quote] : []));
  return { text: page?.text, hidden, unread: page?.unread !== undefined };
}

export const shown = 'BT /F 14 Tf 72 700 Td (fine of 500) Tj ET';
export const other = 'BT /F 14 Tf 72 600 Td (fine of 9000) Tj ET';
export const bar = '60 595 200 16 re f';
export const onlyShown = { text: 'fine of 500', hidden: ['fine of 9000'], unread: false };
export const both = { text: 'fine of 500\nfine of 9000', hidden: [], unread: false };

export const named = { resources: '/XObject << /I 6 0 R >>' };
export const state = (values: string) => ({ resources: `/ExtGState << /G << ${values} >> >>` });
