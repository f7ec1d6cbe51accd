import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type LedgerHead, labelOf, nearest, type RuleBook } from '@anjuan/core';
import { Mistake } from './exit.ts';
import { fromUser } from './files.ts';
import type { ReadCaseOptions } from './pipeline.ts';

type Mapping = Readonly<Record<string, string | null>>;

/** What a person confirmed of a ledger's columns, kept in a file of their own; an absent file is written with what was guessed. */
async function openMapping(file: string | undefined, book: RuleBook): Promise<Mapping | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(fromUser(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new Mistake(
      `列对应文件 ${file} 不是有效的 JSON（${error instanceof Error ? error.message : String(error)}）`,
    );
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Mistake(`列对应文件 ${file} 应是“表头: 事实名”的对象`);
  for (const [heading, path] of Object.entries(raw)) {
    if (path === null || path === 'id') continue;
    if (typeof path === 'string' && book.pack.dictionary.has(path)) continue;
    const hint = nearest(String(path), book.pack.dictionary.keys());
    throw new Mistake(
      `列对应文件 ${file}：“${heading}”对应的“${String(path)}”不在事实字典中${hint === undefined ? '' : `，${hint}`}`,
    );
  }
  return raw as Mapping;
}

/** Shows on stderr how the columns of a ledger were understood. */
function showHead(file: string, head: LedgerHead, book: RuleBook): void {
  console.error(`${file}：按台账读取，表头在第 ${head.row + 1} 行，每行一个案卷。列的对应：`);
  for (const { heading, path, by } of head.columns) {
    if (heading.trim() === '') continue;
    const how = { named: '', alike: '（按相近名称猜测，请核对）', person: '（人工指定）' }[by ?? 'named'];
    const what =
      path === null ? '不使用' : path === 'id' ? '案卷编号' : `${labelOf(book.pack.dictionary, path)} ${path}`;
    console.error(`  ${heading.replace(/\s+/gu, ' ')} → ${what}${how}`);
  }
}

/** Keeps the guess for a person to confirm, unless the file is there. */
function keepMapping(file: string, head: LedgerHead): void {
  const mapping = Object.fromEntries(head.columns.map(({ heading, path }) => [heading, path]));
  if (!existsSync(fromUser(file))) writeFileSync(fromUser(file), `${JSON.stringify(mapping, null, 2)}\n`);
}

/** What the options of a command say of reading. */
export async function readingOptions(
  options: { readonly password?: string; readonly mapping?: string },
  book: RuleBook,
): Promise<ReadCaseOptions> {
  const mapping = await openMapping(options.mapping, book);
  return {
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(mapping === undefined ? {} : { mapping }),
    onLedger: (file, head) => {
      showHead(file, head, book);
      if (options.mapping !== undefined) keepMapping(options.mapping, head);
    },
    onPassedOver: (line) => console.error(line),
  };
}
