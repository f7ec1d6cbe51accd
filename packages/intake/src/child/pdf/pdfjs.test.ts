import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DecompressionStream as BuiltIn } from 'node:stream/web';
import { deflateSync } from 'node:zlib';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { clearReady, haveReady } from './bytes/inflate.ts';
import { openPdf } from './pdfjs.ts';

const samples = path.join(import.meta.dirname, '../../../../../samples/files');

test('words handed over without copying are those pdf.js gives through its own worker', async () => {
  const bytes = readFileSync(path.join(samples, 'clean-market/稻香源食品标签案.pdf'));
  const own = await openPdf(new Uint8Array(bytes), undefined);
  const bare = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(own.document.numPages).toBe(bare.numPages);
  for (let number = 1; number <= bare.numPages; number++) {
    const [mine, theirs] = await Promise.all(
      [own.document, bare].map(async (document) => (await document.getPage(number)).getTextContent()),
    );
    expect(mine?.items.length).toBeGreaterThan(0);
    expect(withoutFont(mine?.items)).toEqual(withoutFont(theirs?.items));
  }
  await own.close();
});

/** Names of fonts count up with each document opened. */
function withoutFont(items: readonly unknown[] = []): unknown[] {
  return items.map((item) => ({ ...(item as object), fontName: '' }));
}

test('data is unpacked as the built-in does, and damaged data rejects as there', async () => {
  expect(DecompressionStream).not.toBe(BuiltIn);
  const packed = new Uint8Array(
    await new Response(
      new Blob(['案卷评查'.repeat(9_000)]).stream().pipeThrough(new CompressionStream('deflate')),
    ).arrayBuffer(),
  );
  for (const bytes of [packed, packed.slice(0, -9), packed.with(20, 255)]) {
    const [mine, theirs] = await Promise.all(
      [DecompressionStream, BuiltIn].map((kind) => unpack(kind as typeof DecompressionStream, bytes)),
    );
    expect(mine).toEqual(theirs);
  }
  expect((await unpack(DecompressionStream, packed))?.length).toBe(9_000 * 12);
});

test('data unpacked before is handed over for the very same bytes only, and once it is cleared no more', async () => {
  const packed = deflateSync(Buffer.from('BT ET'));
  const other = deflateSync(Buffer.from('BT ES'));
  haveReady(Buffer.concat([packed, Buffer.from('\r\n')]), Buffer.from('ready'));
  const read = async (bytes: Buffer) =>
    Buffer.from((await unpack(DecompressionStream, new Uint8Array(bytes))) ?? []).toString();
  expect(await read(packed)).toBe('ready');
  expect(await read(other)).toBe('BT ES');
  clearReady();
  expect(await read(packed)).toBe('BT ET');
});

/** As pdf.js does it; null where it rejects. */
async function unpack(Kind: typeof DecompressionStream, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const { readable, writable } = new Kind('deflate');
  const writer = writable.getWriter();
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  } catch {
    return null;
  }
  return new Uint8Array(Buffer.concat(parts));
}
