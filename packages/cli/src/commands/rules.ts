import process from 'node:process';
import { articleInWords, type Rule, type RuleBook, runCasesOf, type ShelvedRule } from '@anjuan/core';
import type { Command } from 'commander';
import { exit, Mistake } from '../exit.ts';
import { openRules } from '../files.ts';
import { print } from '../output.ts';
import { coverage } from './coverage.ts';
import { newRule } from './new-rule.ts';

interface Options {
  readonly json?: boolean;
  readonly rules?: string;
}

export function addRules(program: Command): void {
  const rules = program.command('rules').description('规则：列出、查看、运行用例');
  const withOptions = (command: Command): Command =>
    command.option('--json', '输出 JSON').option('--rules <文件夹>', '使用另一个规则文件夹');
  withOptions(rules.command('list').description('列出全部规则')).action(list);
  withOptions(rules.command('show').description('查看一条规则').argument('<编号>')).action(show);
  withOptions(rules.command('test').description('运行规则自带的用例').argument('[编号]')).action(test);
  rules
    .command('new')
    .description('写一个新规则文件的样子，作为草案')
    .argument('<编号>', '法律简称-条-序号，如 APL-60-2')
    .option('--folder <文件夹>', '规则文件夹下的位置，如 national/penalty/period')
    .option('--requirement <编号>', '它检查的法定要求，依据由此填写')
    .option('--law <法律>', '编号、全称或者简称')
    .option('--article <条>', '条号')
    .option('--rules <文件夹>', '使用另一个规则文件夹')
    .action(newRule);
  withOptions(rules.command('coverage').description('各项法定要求由哪些规则检查')).action(coverage);
}

function summary(rule: Rule): object {
  return {
    id: rule.id,
    title: rule.title,
    severity: rule.severity,
    status: rule.status,
    theme: rule.theme,
    basis: rule.basis.map(({ law, lawTitle, article, paragraph, item }) => ({
      law,
      lawTitle,
      article,
      paragraph,
      item,
    })),
    versions: rule.versions.map(({ from, to }) => ({ from, to })),
    requirement: rule.requirement,
    cases: rule.cases.length,
  };
}

async function list(options: Options): Promise<void> {
  const { shelf } = await openRules(options.rules);
  const rules = shelf.rules().map((one) => one.planned.rule);
  if (options.json === true) return print(`${JSON.stringify(rules.map(summary))}\n`);
  const lines = rules.map(
    (rule) =>
      `${rule.id.padEnd(16)} ${rule.title}　${rule.basis.map((one) => `${one.lawTitle}${articleInWords(one)}`).join('；')}`,
  );
  return print(`${lines.join('\n')}\n共 ${rules.length} 条\n`);
}

async function show(id: string, options: Options): Promise<void> {
  const book = await openRules(options.rules);
  const { planned, pack } = shelved(book, id);
  const { rule } = planned;
  const conditions = planned.versions.map((version) => ({
    ...version.dates,
    when: version.when?.phrase ?? null,
    require: version.require.phrase,
  }));
  if (options.json === true) {
    const results = runCasesOf(pack.plan, id, book.calendar);
    const cases = rule.cases.map((one, index) => ({ ...one, got: results[index]?.got ?? null }));
    return print(
      `${JSON.stringify({ ...summary(rule), basis: rule.basis, curable: rule.curable, message: rule.message, advice: rule.advice, conditions, cases })}\n`,
    );
  }
  const lines = [
    `${rule.id}　${rule.title}`,
    ...rule.basis.map((one) => `  依据：《${one.lawTitle}》${articleInWords(one)}：${one.says}`),
    ...conditions.flatMap((one) => [
      `  ${one.from} 起${one.to === null ? '' : `，至 ${one.to} 前`}：`,
      ...(one.when === null ? [] : [`    适用于：${one.when}`]),
      `    要求：${one.require}`,
    ]),
    `  不符合时：${rule.message}`,
    `  建议：${rule.advice}`,
    `  用例 ${rule.cases.length} 个：${rule.cases.map((one) => `${one.name}→${one.expect}`).join('，')}`,
  ];
  return print(`${lines.join('\n')}\n`);
}

async function test(id: string | undefined, options: Options): Promise<void> {
  const book = await openRules(options.rules);
  const asked = id === undefined ? book.shelf.rules() : [shelved(book, id)];
  const results = asked.flatMap(({ planned, pack }) => runCasesOf(pack.plan, planned.rule.id, book.calendar));
  const wrong = results.filter((one) => one.got !== one.expect);
  if (wrong.length > 0) process.exitCode = exit.defects;
  if (options.json === true) {
    return print(
      `${JSON.stringify({ cases: results.length, failed: wrong.map(({ rule, name, expect, got }) => ({ rule, name, expect, got })) })}\n`,
    );
  }
  const lines = wrong.map((one) => `${one.rule}　${one.name}：应为 ${one.expect}，实为 ${one.got}`);
  return print(`${[...lines, `用例 ${results.length} 个，${wrong.length} 个不符`].join('\n')}\n`);
}

function shelved(book: RuleBook, id: string): ShelvedRule {
  const found = book.shelf.rules().find((one) => one.planned.rule.id === id);
  if (found === undefined) throw new Mistake(`没有编号为“${id}”的规则`);
  return found;
}
