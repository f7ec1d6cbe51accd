import type { Context } from 'hono';
import { Refusal } from '../problems.ts';
import { readJson } from './json.ts';

export const jsonLimit = 10 * 1024 * 1024;
export const fileLimit = 500 * 1024 * 1024;

const none = new Uint8Array();

/** The JSON of a request; bytes are counted as they arrive, whatever the headers say. */
export async function jsonOf(c: Context): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Refusal(415, 'not-json', '请求须为 JSON（Content-Type: application/json）。');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytesOf(c)) {
    size += chunk.byteLength;
    if (size > jsonLimit) throw tooLarge(jsonLimit);
    chunks.push(chunk);
  }
  return readJson(Buffer.concat(chunks));
}

/** The body as it comes in. Throws when fewer or more bytes come than were announced, so that nobody acts on a part. */
export async function* bytesOf(c: Context): AsyncGenerator<Uint8Array> {
  const announced = c.req.header('content-length');
  let size = 0;
  for await (const chunk of (c.req.raw.body ?? [none]) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    yield chunk;
  }
  if (announced !== undefined && Number(announced) !== size) {
    throw new Refusal(400, 'cut-off', '上传中断，文件不完整，未保存。');
  }
}

/** Refuses a body announced as too large before a byte of it is read. */
export function refuseLarge(c: Context, limit: number): void {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(limit);
}

export function tooLarge(limit: number): Refusal {
  return new Refusal(413, 'too-large', `超过大小上限（${Math.floor(limit / 1024 / 1024)} MB），未保存。`);
}
