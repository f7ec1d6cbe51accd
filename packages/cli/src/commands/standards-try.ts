import { exampleRecord, examplesFindings, type Standard, score, scoreInWords } from '@anjuan/core';
import type { Command } from 'commander';
import { Mistake } from '../exit.ts';
import { openRules } from '../files.ts';
import { print } from '../output.ts';
import { openRulings } from '../rulings.ts';
import { chosen } from '../standards.ts';

interface Options {
  readonly sheet?: string;
  readonly answers?: string;
  readonly fails?: string;
  readonly open?: string;
  readonly outside?: string;
  readonly absent?: string;
  readonly json?: boolean;
  readonly rules?: string;
}

/** `standards try`: what a sheet comes to for given findings and answers, without any file. */
export function addTry(standards: Command): void {
  standards
    .command('try')
    .description('试算：不读案卷，按给定的问题和人工认定算分')
    .argument('<编号或文件>')
    .option('--sheet <编号>', '用哪一张评分表')
    .option('--answers <文件>', '人工认定（YAML）')
    .option('--fails <规则>', '不符合的规则，用逗号分开；其余视为符合')
    .option('--open <规则>', '不能判断的规则')
    .option('--outside <规则>', '不涉及本案的规则')
    .option('--absent <文书>', '不在卷的文书种类')
    .option('--json', '输出 JSON')
    .option('--rules <文件夹>', '使用另一个规则文件夹')
    .action(run);
}

async function run(name: string, options: Options): Promise<void> {
  const [standard] = await chosen(await openRules(options.rules), name);
  if (standard === undefined) throw new Mistake(`没有编号为“${name}”的标准`);
  const sheet = sheetIn(standard, options.sheet);
  const list = (given: string | undefined): readonly string[] => given?.split(',').map((one) => one.trim()) ?? [];
  const example = {
    name: '试算',
    fails: list(options.fails),
    open: list(options.open),
    outside: list(options.outside),
    absent: list(options.absent),
  };
  const rulings = await openRulings(options.answers, [standard]);
  const record = exampleRecord(example, sheet);
  const result = score(standard, record, examplesFindings(example, sheet), rulings, { sheet: sheet.id });
  if (result === null) throw new Mistake('这份标准没有评分表');
  if (options.json === true) return print(`${JSON.stringify(result)}\n`);
  const lines = result.items
    .filter((item) => item.deducted > 0 || item.state === 'veto')
    .map((item) => `  ${item.id}　${item.title}　${item.deducted}　${item.reasons.join('；')}`);
  return print(
    `${standard.title}　${sheet.title}\n得分 ${scoreInWords(result)}\n${lines.map((line) => `${line}\n`).join('')}`,
  );
}

function sheetIn(standard: Standard, id: string | undefined) {
  const found = standard.sheets.find((sheet) => id === undefined || sheet.id === id);
  if (found === undefined)
    throw new Mistake(`没有编号为“${id}”的评分表；现有：${standard.sheets.map((sheet) => sheet.id).join('、')}`);
  return found;
}
