/** A mistake of whoever started the program: the command line prints the message and ends with `exitCode`. */
export class UserMistake extends Error {
  readonly exitCode = 2;

  constructor(message: string) {
    super(message);
    this.name = 'UserMistake';
  }
}

export type Status = 400 | 403 | 404 | 409 | 413 | 415 | 416 | 503 | 507;

/** A mistake of the API's user, or something it has to know: a 4xx or 5xx with a stable code and a Chinese message. */
export class Refusal extends Error {
  readonly status: Status;
  readonly code: string;
  readonly field: string | undefined;

  constructor(status: Status, code: string, message: string, field?: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/** Whether the system or the database had no room left to write. */
export function isDiskFull(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' || /database or disk is full/u.test(message ?? '');
}

export const noSuchCase = () => new Refusal(404, 'no-such-case', '没有这个案卷。');
