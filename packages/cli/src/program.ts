import { Command } from 'commander';
import { addAgency } from './commands/agency.ts';
import { addCheck } from './commands/check.ts';
import { addDays } from './commands/days.ts';
import { addExtract } from './commands/extract.ts';
import { addLaws } from './commands/laws.ts';
import { addReport } from './commands/report.ts';
import { addRules } from './commands/rules.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addStandards } from './commands/standards.ts';

const words: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+)'/u, '不认识的选项：$1'],
  [/^error: unknown command '(.+)'/u, '不认识的命令：$1'],
  [/^error: missing required argument '(.+)'/u, '缺少参数：$1'],
  [/^error: option '(.+)' argument missing/u, '选项缺少值：$1'],
  [/^error: too many arguments.*/u, '参数过多'],
  [/\(Did you mean (.+)\?\)/u, '（是否想写 $1？）'],
];

/** The command `anjuan`; every subcommand in a file of its own. */
export function buildProgram(): Command {
  const program = new Command('anjuan');
  program
    .description('审查行政执法案卷：读取案卷，按行为当日有效的法律找出问题，按评查标准计分')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) =>
        title
          .replace('Usage:', '用法：')
          .replace('Options:', '选项：')
          .replace('Commands:', '命令：')
          .replace('Arguments:', '参数：'),
    })
    .configureOutput({
      outputError: (text, write) =>
        write(words.reduce((message, [pattern, chinese]) => message.replace(pattern, chinese), text)),
    })
    .exitOverride();
  for (const add of [
    addCheck,
    addExtract,
    addRules,
    addStandards,
    addReport,
    addDays,
    addLaws,
    addAgency,
    addSchema,
    addServe,
  ])
    add(program);
  for (const command of program.commands) inherit(command, program);
  return program;
}

function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent).helpOption('-h, --help', '显示帮助');
  for (const inner of command.commands) inherit(inner, command);
}
