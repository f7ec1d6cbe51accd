import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type AgencyMapping, type AgencyTable, importAgency, tableKinds, writeAgency } from '@anjuan/core';
import { readTables, Unreadable } from '@anjuan/intake';
import type { Command } from 'commander';
import { exit, Mistake } from '../exit.ts';
import { fromUser } from '../files.ts';
import { print } from '../output.ts';

interface Options {
  readonly out: string;
  readonly name?: string;
  readonly json?: boolean;
}

export function addAgency(program: Command): void {
  const agency = program.command('agency').description('执法主体档案');
  agency
    .command('import')
    .description('从执法人员名册、重大执法决定法制审核目录清单、权责清单（XLSX、CSV）生成执法主体档案')
    .argument('<文件...>')
    .requiredOption('--out <文件>', '写入的档案（YAML）')
    .option('--name <名称>', '执法机关名称；不写时取表格标题中的')
    .option('--json', '输出 JSON：表头怎样对应、哪些行有误')
    .action(run);
}

async function run(files: readonly string[], options: Options): Promise<void> {
  const tables: AgencyTable[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const name = path.basename(file);
    if (!existsSync(fromUser(file))) {
      unread.push(`找不到文件：${file}`);
      continue;
    }
    try {
      const found = await readTables({ path: fromUser(file) });
      tables.push(...found.map((table) => ({ file: name, sheet: table.name, rows: table.rows })));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unread.push(`${name}：${error.message}`);
    }
  }
  const { profile, mapping, problems } = importAgency(tables);
  const mistakes = [...unread, ...problems];
  if (mapping.every((one) => one.kind === null)) {
    throw new Mistake(['没有可以导入的表格：', ...mistakes].join('\n'));
  }
  const named = options.name === undefined ? profile : { ...profile, name: options.name };
  await writeFile(fromUser(options.out), writeAgency(named));
  if (mistakes.length > 0) process.exitCode = exit.mistake;
  if (options.json === true) return print(`${JSON.stringify({ out: options.out, mapping, problems: mistakes })}\n`);
  for (const mistake of mistakes) console.error(mistake);
  const left = mistakes.length === 0 ? '' : `；有 ${mistakes.length} 处没有导入，见上`;
  return print(`${[...mapping.map(inWords), `已写入 ${options.out}${left}`].join('\n')}\n`);
}

function inWords({ file, sheet, kind, heading, columns, taken }: AgencyMapping): string {
  const place = `${file}${sheet === '' ? '' : ` 工作表“${sheet}”`}`;
  if (kind === null) return `${place}：不是可识别的表格`;
  const used = columns.map((one) => `${one.heading || '（空）'}→${one.field ?? '不用'}`).join('，');
  return `${place}：${tableKinds[kind]}，表头在第 ${heading} 行，${taken} 行\n  ${used}`;
}
