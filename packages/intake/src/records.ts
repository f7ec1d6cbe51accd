import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { InputCase } from './gather.ts';
import { type Limits, Unreadable } from './limits.ts';
import { workFolder } from './work-folder.ts';

const newLine = 10;
/** Lines that may be damaged before the first record of a file that is called one of records. */
const triedLines = 100;
/** Bytes of one record. */
const longestLine = 4 * 2 ** 20;

/**
 * The cases of a file of records, one a line (NDJSON), each as a file of its own; null for any other text, a single record over several lines
 * included. A line that is no record is a case too: reading it says what is wrong with it. Throws {@link Unreadable} beyond the bound of entries.
 */
export async function recordCases(
  file: string,
  limits: Limits,
  name = '',
): Promise<{ cases: InputCase[]; dispose: () => Promise<void> } | null> {
  if (!(await isRecords(file, /\.(?:ndjson|jsonl)$/iu.test(name)))) return null;
  const folder = await workFolder();
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const cases: InputCase[] = [];
    for await (const { number, content } of linesOf(file)) {
      if (cases.length >= limits.entries)
        throw new Unreadable(`记录超过 ${limits.entries} 条，没有读取；请分成几个文件`);
      const place = path.join(folder, String(number));
      const name = `第 ${number} 行`;
      const refused =
        content === null ? { refused: `此行超过 ${longestLine >> 20} MB，没有读取；请从办案系统重新导出，再放入` } : {};
      if (content !== null) await writeFile(place, content);
      cases.push({ name, files: [{ name: `${name}.json`, path: place, size: content?.length ?? 0, ...refused }] });
    }
    return { cases, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Whether the first two lines are records each; where the name says so, one of the first lines being one is enough. */
async function isRecords(file: string, named: boolean): Promise<boolean> {
  let lines = 0;
  let records = 0;
  for await (const line of linesOf(file)) {
    if (isRecord(line)) records++;
    if (!named && records <= lines) return false;
    lines++;
    if (named ? lines >= 2 && records > 0 : lines === 2) return true;
    if (lines === triedLines) return false;
  }
  return false;
}

interface Line {
  readonly number: number;
  /** Null when it is too long to be held. */
  readonly content: Buffer | null;
}

/** Lines that are not blank, with their 1-based numbers, read a piece at a time. */
async function* linesOf(file: string): AsyncGenerator<Line, undefined> {
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const line = (): Line | null => {
    const content = size > longestLine ? null : Buffer.concat(parts);
    const blank = content?.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09) ?? false;
    parts = [];
    size = 0;
    return blank ? null : { number, content };
  };
  const take = (part: Buffer): void => {
    size += part.length;
    if (size <= longestLine) parts.push(part);
    else parts = [];
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, at)) {
      take(chunk.subarray(at, end));
      at = end + 1;
      const found = line();
      if (found !== null) yield found;
      number++;
    }
    take(chunk.subarray(at));
  }
  const last = line();
  if (last !== null) yield last;
}

function isRecord({ content }: Line): boolean {
  if (content === null) return false;
  try {
    const value: unknown = JSON.parse(content.toString('utf8').replace(/^\uFEFF/u, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
