import type { FileText } from '@anjuan/core';
import type { InputFile } from './gather.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Parser } from './parser.ts';

export interface Progress {
  readonly file: string;
  /** Pages read of this file, and how many it has as far as known. */
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Parser processes side by side; whole files each. */
  readonly workers?: number;
}

const idle: Parser[] = [];

/** Reads files to pages of text, each in a process that may die; gives them in the order asked. A file that cannot be read comes with its reason. */
export async function readFiles(files: readonly InputFile[], options: ReadOptions = {}): Promise<FileText[]> {
  const limits = { ...defaultLimits, ...options.limits };
  const results: FileText[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const parser = idle.pop() ?? new Parser();
    try {
      for (let index = next++; index < files.length; index = next++) {
        const file = files[index];
        if (file === undefined) break;
        results[index] = await readOne(parser, file, limits, options);
      }
    } finally {
      idle.push(parser);
    }
  };
  const workers = Math.min(files.length, options.workers ?? 2);
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}

async function readOne(parser: Parser, file: InputFile, limits: Limits, options: ReadOptions): Promise<FileText> {
  if (file.refused !== undefined)
    return { name: file.name, sha256: '', format: 'txt', pages: [], unreadable: file.refused };
  if (file.size > limits.fileBytes) {
    return {
      name: file.name,
      sha256: '',
      format: 'txt',
      pages: [],
      unreadable: `文件超过 ${limits.fileBytes >> 20} MB，未读取`,
    };
  }
  const report = (done: number, total: number): void => options.onProgress?.({ file: file.name, done, total });
  const { file: read } = await parser.read(file, limits, report, options.signal);
  const claimed = /\.(pdf|docx|ofd|xlsx)$/iu.exec(file.name)?.[1]?.toUpperCase();
  // A PDF cut off before its mark, or an error page saved under its name, is no paper of the case.
  if (claimed !== undefined && read.format === 'txt' && read.unreadable === undefined)
    return { ...read, pages: [], unreadable: `不是 ${claimed} 文件：内容只是一段文字` };
  return read;
}

/** Ends the parser processes kept for the next file. */
export function closeParsers(): void {
  for (const parser of idle.splice(0)) parser.close();
}
