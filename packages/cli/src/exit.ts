import { RuleMistakes } from '@anjuan/core';
import { Unreadable } from '@anjuan/intake';
import { CommanderError } from 'commander';

/** 0: no defect; 1: defects found; 2: the user's mistake, or something given could not be read; 3: our fault. */
export const exit = { clean: 0, defects: 1, mistake: 2, fault: 3 } as const;

/** A mistake of the user's: told in one sentence, without a stack. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}

/** Whether it is a UserMistake of the server, which is not loaded only to ask this. */
function isUserMistake(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UserMistake';
}

/** Says on stderr what went wrong and gives the exit code for it. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.mistake;
  if (
    error instanceof Mistake ||
    error instanceof RuleMistakes ||
    error instanceof Unreadable ||
    isUserMistake(error)
  ) {
    console.error(error.message);
    return exit.mistake;
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    console.error('磁盘空间不足，没有写完；请腾出空间后再运行一次');
    return exit.mistake;
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code ?? '') && path !== undefined) {
    console.error(`没有权限读取或者写入：${path}；请核对权限，或者换一个位置`);
    return exit.mistake;
  }
  console.error('程序出错，请把下面的内容告知维护人员：');
  console.error(error);
  return exit.fault;
}
