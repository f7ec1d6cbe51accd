import process from 'node:process';
import type { Command } from 'commander';
import { Mistake } from '../exit.ts';
import { dataFolder, fromUser, openRules } from '../files.ts';
import { print } from '../output.ts';

interface Options {
  readonly data?: string;
  readonly json?: boolean;
}

export function addLaws(program: Command): void {
  const laws = program.command('laws').description('法律：列出、导入条文');
  const shared = (command: Command): Command =>
    command.option('--data <文件夹>', '存放数据的文件夹，与 serve 的相同').option('--json', '输出 JSON');
  shared(laws.command('list').description('收录的法律、版本，以及哪些已导入条文')).action(list);
  shared(
    laws
      .command('import')
      .description('导入一个文件夹中的法律条文（.md 或 .txt），之后网页在依据处显示当时有效的条文')
      .argument('<文件夹>'),
  ).action(load);
}

async function list(options: Options): Promise<void> {
  const { pack } = await openRules(undefined);
  const { LawTexts } = await import('@anjuan/web');
  const names = await new LawTexts(dataFolder(options.data)).names();
  const all = [...pack.laws.values()].map(({ id, title, versions }) => ({
    id,
    title,
    versions: versions.map(({ from, to, articles }) => ({
      from,
      to: to ?? null,
      articles: articles ?? null,
      text: names.has(`${id}@${from}`),
    })),
  }));
  if (options.json === true) return print(`${JSON.stringify(all)}\n`);
  const lines = all.flatMap(({ id, title, versions }) =>
    versions.map(
      ({ from, to, articles, text }) =>
        `${id.padEnd(28)}${title}　${from} 起${to === null ? '' : `，至 ${to} 前`}${articles === null ? '' : `，${articles} 条`}${text ? '　已导入条文' : ''}`,
    ),
  );
  return print(`${lines.join('\n')}\n共 ${all.length} 部\n`);
}

async function load(folder: string, options: Options): Promise<void> {
  const { pack } = await openRules(undefined);
  const onFile = process.stderr.isTTY
    ? (done: number, total: number) => process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`)
    : undefined;
  const { importLaws } = await import('@anjuan/web');
  const result = await importLaws(fromUser(folder), dataFolder(options.data), pack.laws, onFile);
  if (options.json === true) print(`${JSON.stringify(result)}\n`);
  else {
    const lines = [
      ...result.imported.map((one) => `已导入　${one.title}（${one.from} 起，${one.articles} 条）　${one.file}`),
      ...result.skipped.map((one) => `未导入　${one.file}：${one.reason}`),
      `导入 ${result.imported.length} 部，未导入 ${result.skipped.length} 个文件`,
    ];
    print(`${lines.join('\n')}\n`);
  }
  if (result.imported.length === 0) throw new Mistake('没有可以导入的条文');
}
