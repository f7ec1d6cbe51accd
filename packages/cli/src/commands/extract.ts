import process from 'node:process';
import { codesIn, inWords, labelOf, placeOf } from '@anjuan/core';
import type { Command } from 'commander';
import { exit } from '../exit.ts';
import { openRules } from '../files.ts';
import { readingOptions } from '../ledger.ts';
import { print, startProgress } from '../output.ts';
import { readCases } from '../pipeline.ts';

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('只读取：识别文书、读出事实及其位置，不作判断')
    .argument('<路径...>', '同 check')
    .option('--password <密码>', '打开加密文件的密码')
    .option('--mapping <文件>', '同 check')
    .option('--json', '输出 JSON；多个案卷时每行一个')
    .action(
      async (
        targets: readonly string[],
        options: { readonly json?: boolean; readonly password?: string; readonly mapping?: string },
      ) => {
        const book = await openRules(undefined);
        const progress = startProgress();
        const reading = await readingOptions(options, book);
        for (const target of targets) {
          for await (const one of readCases(target, book, progress, reading)) {
            for (const problem of one.problems) console.error(problem);
            if (one.problems.length > 0) process.exitCode = exit.mistake;
            if (one.record === null) continue;
            if (options.json === true) {
              await print(`${JSON.stringify({ documents: one.extraction?.documents ?? [], record: one.record })}\n`);
              continue;
            }
            const lines = [one.name, '  文书：'];
            for (const document of one.record.documents) {
              const label = book.pack.kinds.find((kind) => kind.id === document.kind)?.label ?? '未能识别';
              const last = document.also?.at(-1)?.file;
              const place =
                last === undefined
                  ? placeOf({ file: document.file, pages: pagesOf(document.pages) })
                  : `${document.file} 至 ${last}`;
              lines.push(`    ${place}　${label}　${document.title}`);
            }
            lines.push('  事实：');
            for (const [path, raw] of Object.entries(one.record.facts)) {
              const fact =
                typeof raw === 'object' && raw !== null && !Array.isArray(raw) && 'value' in raw ? raw : null;
              const value = fact === null ? raw : fact.value;
              if (Array.isArray(value) && path.endsWith('[]'))
                lines.push(`    ${labelOf(book.pack.dictionary, path)}：${value.length} 项`);
              else {
                const codes = codesIn(book.pack.dictionary.get(path)?.label ?? '');
                lines.push(
                  `    ${labelOf(book.pack.dictionary, path)}：${inWords(value as never, codes)}${places(fact)}`,
                );
              }
            }
            await print(`${lines.join('\n')}\n`);
          }
        }
      },
    );
}

function places(
  fact: { readonly anchors?: readonly { readonly file: string; readonly page: number }[] } | null,
): string {
  const first = fact?.anchors?.[0];
  return first === undefined ? '' : `　（${first.file} 第 ${first.page} 页）`;
}

function pagesOf([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
