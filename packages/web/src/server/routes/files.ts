import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { fileGone, fileQuery, oneCase, oneFile } from '../contract/cases.ts';
import { pageText } from '../contract/record.ts';
import { filePassword } from '../contract/requests.ts';
import { bytesOf, refuseLarge } from '../http/body.ts';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { addFile, caseRow, type FileRow, filesOf, summary } from '../store/cases.ts';
import { cleanName, disposition } from '../store/filenames.ts';
import type { Store } from '../store/open.ts';
import { removeFile, replaceFile } from '../store/replace.ts';

/** Passwords that may be said of one file while the program runs: enough for slips of the hand, too few for guessing. */
const mostTries = 20;

export function fileRoutes({ store, hub, fileLimit, checker, runner }: Services): readonly Route[] {
  const tries = new Map<string, number>();
  return [
    route({
      method: 'put',
      path: '/api/cases/:id/files',
      summary: '放入一个文件：请求体就是文件的字节；instead 是被它代替的文件',
      query: fileQuery,
      body: { mediaType: 'application/octet-stream' },
      answers: { 201: oneFile },
      handle: async (c, { param, query }) => {
        refuseLarge(c, fileLimit);
        const { instead } = query;
        const name = cleanName(query.name);
        const file =
          instead === undefined
            ? await addFile(store, param('id'), name, bytesOf(c), fileLimit)
            : await replaceFile(store, param('id'), instead, name, bytesOf(c), fileLimit);
        hub.changed(param('id'));
        return c.json({ file }, 201);
      },
    }),
    route({
      method: 'delete',
      path: '/api/cases/:id/files',
      summary: '把一个文件移出案卷；之后须重新检查',
      query: fileGone,
      answers: { 204: null },
      handle: async (c, { param, query }) => {
        await removeFile(store, param('id'), query.name);
        hub.changed(param('id'));
        return c.body(null, 204);
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/files/:file',
      summary: '原件的字节；:file 是它的 SHA-256',
      answers: { 200: { mediaType: 'application/octet-stream' }, 206: { mediaType: 'application/octet-stream' } },
      handle: async (c, { param }) => original(c, store, await fileOf(store, param('id'), param('file'))),
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/pages/:file/:page',
      summary: '一页的文字和位置；:file 是文件的 SHA-256，:page 从 1 起',
      answers: { 200: pageText },
      handle: async (c, { param }) => {
        const file = await fileOf(store, param('id'), param('file'));
        const pages = (await store.blobs.pages(file.sha256)) ?? [];
        const page = pages.find((one) => String(one.number) === param('page'));
        if (page === undefined) throw new Refusal(404, 'no-such-page', '没有这一页，或者文件还没有读取。');
        return c.json(page, 200);
      },
    }),
    route({
      method: 'put',
      path: '/api/cases/:id/files/:file/password',
      summary: '告知加密文件的密码并重新检查；密码只在内存中，不写入磁盘',
      body: filePassword,
      answers: { 202: oneCase },
      handle: async (c, { param, body }) => {
        const file = await fileOf(store, param('id'), param('file'));
        const tried = (tries.get(file.sha256) ?? 0) + 1;
        if (tried > mostTries)
          throw new Refusal(
            403,
            'too-many-tries',
            `这个文件已试过 ${mostTries} 次密码；请核对密码，重新启动程序后再试。`,
          );
        tries.set(file.sha256, tried);
        runner.passwords.set(file.sha256, body.password);
        await runner.enqueue(param('id'));
        return c.json({ case: await summary(store, param('id'), runner.progressOf) }, 202);
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/drawings/:file/:page',
      summary: 'OFD 一页的图形：路径、文字、图片，都是数据',
      answers: { 200: { mediaType: 'application/json' } },
      handle: async (c, { param }) => {
        const file = await fileOf(store, param('id'), param('file'));
        return c.json(await checker.draw(opened(file), pageNumber(param('page'))), 200);
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id/pictures/:file/:page',
      summary: '一页的图像（JPEG），已转正',
      answers: { 200: { mediaType: 'image/jpeg' } },
      handle: async (c, { param }) => {
        const file = await fileOf(store, param('id'), param('file'));
        const number = pageNumber(param('page'));
        const page = ((await store.blobs.pages(file.sha256)) ?? []).find((one) => one.number === number);
        const bytes = await checker.picture(opened(file), number, page?.turn ?? 0);
        c.header('content-type', 'image/jpeg');
        c.header('content-security-policy', "sandbox; default-src 'none'");
        c.header('cache-control', 'private, max-age=3600');
        return c.body(new Uint8Array(bytes), 200);
      },
    }),
  ];

  function opened(file: FileRow): { path: string; password?: string } {
    const password = runner.passwords.get(file.sha256);
    return { path: store.blobs.path(file.sha256), ...(password === undefined ? {} : { password }) };
  }
}

function pageNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/u.test(text)) throw new Refusal(404, 'no-such-page', '没有这一页。');
  return Number(text);
}

async function fileOf(store: Store, id: string, sha256: string): Promise<FileRow> {
  await caseRow(store, id);
  const file = (await filesOf(store, id)).find((one) => one.sha256 === sha256);
  if (file === undefined) throw new Refusal(404, 'no-such-file', '案卷里没有这个文件。');
  return file;
}

/** Only what begins as a PDF may show in the page, and that by pdf.js; nothing that was handed in ever runs here. */
async function original(c: Context, store: Store, file: FileRow): Promise<Response> {
  const size = await store.blobs.size(file.sha256);
  if (size === null) throw new Error(`original ${file.sha256} is missing from the store`);
  const pdf = await beginsAsPdf(store.blobs.path(file.sha256));
  c.header('content-type', pdf ? 'application/pdf' : 'application/octet-stream');
  c.header('content-disposition', disposition(pdf ? 'inline' : 'attachment', file.name));
  c.header('content-security-policy', "sandbox; default-src 'none'");
  c.header('cache-control', 'private, no-cache');
  c.header('etag', `"${file.sha256}"`);
  c.header('accept-ranges', 'bytes');
  const asked = c.req.header('range');
  const range = asked === undefined ? null : rangeOf(asked, size);
  if (range === 'outside') {
    c.header('content-range', `bytes */${size}`);
    throw new Refusal(416, 'bad-range', '请求的范围超出文件。');
  }
  if (range === null) {
    c.header('content-length', String(size));
    return c.body(bytesOfOriginal(store, file), 200);
  }
  c.header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  c.header('content-length', String(range.end - range.start + 1));
  return c.body(bytesOfOriginal(store, file, range), 206);
}

function bytesOfOriginal(store: Store, file: FileRow, range?: { start: number; end: number }) {
  return Readable.toWeb(store.blobs.read(file.sha256, range)) as ReadableStream<Uint8Array>;
}

async function beginsAsPdf(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    return buffer.toString('latin1', 0, bytesRead) === '%PDF-';
  } finally {
    await handle.close();
  }
}

/** One range of bytes, both ends included; null for a header we do not serve, which then gets the whole (RFC 9110 §14.2). */
function rangeOf(header: string, size: number): { start: number; end: number } | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(header) ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'outside' : { start, end };
}
