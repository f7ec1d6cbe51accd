import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Law, lawOfText, readStatute } from '@anjuan/core';
import { LawTexts } from './law-texts.ts';
import { UserMistake } from './problems.ts';

export interface ImportedText {
  readonly file: string;
  readonly law: string;
  readonly title: string;
  readonly from: string;
  readonly articles: number;
}

export interface ImportResult {
  readonly imported: readonly ImportedText[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

const largest = 8_000_000;

/**
 * Reads every Markdown and plain text of a folder and keeps those that are laws of the register in the data folder. A file that is none, or whose
 * version cannot be told, is listed with the reason and stops nothing.
 */
export async function importLaws(
  folder: string,
  data: string,
  laws: ReadonlyMap<string, Law>,
  onFile: (done: number, total: number) => void = () => {},
): Promise<ImportResult> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new UserMistake(`找不到文件夹：${folder}`);
  });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|txt)$/iu.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new UserMistake(`文件夹里没有 .md 或者 .txt 文件：${folder}`);
  const texts = new LawTexts(data);
  const imported: ImportedText[] = [];
  const skipped: { file: string; reason: string }[] = [];
  for (const [index, file] of files.entries()) {
    const name = path.relative(folder, file);
    const found = await lawIn(file, laws);
    if ('reason' in found) skipped.push({ file: name, reason: found.reason });
    else {
      const { law, from, articles } = found;
      const twin = imported.find((one) => one.law === law.id && one.from === from);
      if (twin === undefined) {
        await texts.save({ law: law.id, title: law.title, from, source: name, articles });
        imported.push({ file: name, law: law.id, title: law.title, from, articles: articles.length });
      } else skipped.push({ file: name, reason: `与 ${twin.file} 是同一部法的同一版本，已用前者` });
    }
    onFile(index + 1, files.length);
  }
  return { imported, skipped };
}

async function lawIn(file: string, laws: ReadonlyMap<string, Law>) {
  if ((await stat(file)).size > largest) return { reason: '文件过大（超过 8 MB）' };
  const text = decoded(await readFile(file));
  if (text === null) return { reason: '不是 UTF-8 或者 GB18030 编码的文本' };
  const articles = readStatute(text);
  if (articles.length === 0) return { reason: '没有找到“第一条”或者“一、”这样的条目' };
  const found = lawOfText(text, laws);
  if (found === null)
    return { reason: '标题不是 laws.yaml 中的法律，或者不能确定是哪一版本（可在开头写“施行：2021-07-15”）' };
  return { law: found.law, from: found.version.from, articles };
}

function decoded(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}
