import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Failure } from '../contract/index.ts';
import { isDiskFull, Refusal } from '../problems.ts';
import { TooLarge } from '../store/blobs.ts';
import { tooLarge } from './body.ts';

/** The one place where an error becomes an answer: what the user can mend is said, what we broke is only reported here. */
export function answerError(complain: (message: string, error: unknown) => void) {
  return (error: unknown, c: Context): Response => {
    const refusal = refusalOf(error);
    if (refusal === null) {
      complain(`${c.req.method} ${new URL(c.req.url).pathname}`, error);
      return fail(c, 500, 'our-fault', '程序内部出错，操作没有完成。');
    }
    // The rest of a body nobody reads would be taken for the next request on this connection.
    if (c.req.raw.body !== null && refusal.status !== 404) c.header('connection', 'close');
    return fail(c, refusal.status, refusal.code, refusal.message, refusal.field);
  };
}

export function notFound(c: Context): Response {
  return fail(c, 404, 'not-found', '没有这个地址。');
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof TooLarge) return tooLarge(error.limit);
  const { code } = error as NodeJS.ErrnoException;
  if (isDiskFull(error)) {
    return new Refusal(507, 'disk-full', '磁盘空间不足，没有保存。请腾出空间后重试。');
  }
  if (code === 'ECONNRESET' || code === 'ABORT_ERR') {
    return new Refusal(400, 'cut-off', '上传中断，文件不完整，未保存。');
  }
  return null;
}

function fail(c: Context, status: ContentfulStatusCode, code: string, message: string, field?: string): Response {
  const body: Failure = { error: { code, message, ...(field === undefined ? {} : { field }) } };
  return c.json(body, status);
}
