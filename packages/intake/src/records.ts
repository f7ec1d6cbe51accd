import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { InputCase } from './gather.ts';
import { type Limits, Unreadable } from './limits.ts';

const newLine = 10;

/**
 * The cases of a file of records, one a line (NDJSON), each as a file of its own; null for any other text, a single record over several lines
 * included. A line that is no record is a case too: reading it says what is wrong with it. Throws {@link Unreadable} beyond the bound of entries.
 */
export async function recordCases(
  bytes: Buffer,
  limits: Limits,
): Promise<{ cases: InputCase[]; dispose: () => Promise<void> } | null> {
  const lines = linesOf(bytes);
  if (!isRecord(lines.next().value) || !isRecord(lines.next().value)) return null;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'anjuan-'));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const cases: InputCase[] = [];
    for (const { number, content } of linesOf(bytes)) {
      if (cases.length >= limits.entries) throw new Unreadable(`记录超过 ${limits.entries} 条，请分成几个文件`);
      const place = path.join(folder, String(number));
      await writeFile(place, content);
      const name = `第 ${number} 行`;
      cases.push({ name, files: [{ name: `${name}.json`, path: place, size: content.length }] });
    }
    return { cases, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

interface Line {
  readonly number: number;
  readonly content: Buffer;
}

/** Lines that are not blank, with their 1-based numbers. */
function* linesOf(bytes: Buffer): Generator<Line, undefined> {
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(newLine, at);
    const end = found < 0 ? bytes.length : found;
    number++;
    const content = bytes.subarray(at, end);
    if (content.some((byte) => byte !== 0x20 && byte !== 0x0d && byte !== 0x09)) yield { number, content };
    at = end + 1;
  }
}

function isRecord(line: Line | undefined): boolean {
  try {
    const value: unknown = JSON.parse(line?.content.toString('utf8').replace(/^\uFEFF/u, '') ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
