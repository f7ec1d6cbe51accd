import {
  articleInWords,
  calculateDays,
  type DaysAnswer,
  type DaysQuestion,
  daysUnits,
  type Ground,
} from '@anjuan/core';
import type { Command } from 'commander';
import { Mistake } from '../exit.ts';
import { openRules } from '../files.ts';
import { print } from '../output.ts';

interface Options {
  readonly law?: string;
  readonly article?: string;
  readonly suspend?: readonly string[];
  readonly roll?: boolean;
  readonly back?: boolean;
  readonly json?: boolean;
  readonly rules?: string;
}

export function addDays(program: Command): void {
  program
    .command('days')
    .description('期限计算：从某日起若干日的最后一日，逐日列出，并说明依据哪一条')
    .argument('<起算日>', 'YYYY-MM-DD，当日不计入；按小时的写 YYYY-MM-DDThh:mm')
    .argument('<数>', '多少')
    .argument('<单位>', `${daysUnits.join('、')}；写明法律时用 days，由法律决定是不是工作日`)
    .option('--law <法律>', '规定这个期限的法律，写编号、全称或者简称')
    .option('--article <条>', '规定这个期限的条')
    .option('--suspend <起止日>', '不计入期限的日期，如 2026-03-01..2026-03-10，可以写多次', collect, [])
    .option('--roll', '末日是休息日的顺延（不写法律时，只在有规定时使用）')
    .option('--back', '倒算：起算日是事件之日（如听证），求最迟哪一日通知')
    .option('--rules <文件夹>', '使用另一个规则文件夹')
    .option('--json', '输出 JSON')
    .action(run);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function run(from: string, count: string, unit: string, options: Options): Promise<void> {
  const known = daysUnits.find((one) => one === unit);
  if (known === undefined) throw new Mistake(`单位应是 ${daysUnits.join('、')} 之一`);
  if (!/^\d{1,6}$/u.test(count)) throw new Mistake(`“${count}”不是可用的天数`);
  const question: DaysQuestion = {
    from,
    limit: Number(count),
    unit: known,
    suspend: (options.suspend ?? []).map(spanOf),
    roll: options.roll === true,
    back: options.back === true,
    ...(options.law === undefined ? {} : { law: options.law }),
    ...(options.article === undefined ? {} : { article: articleOf(options) }),
  };
  const { pack, calendar } = await openRules(options.rules);
  const found = calculateDays(question, pack, calendar);
  if ('problem' in found) throw new Mistake(found.problem.message);
  return print(options.json === true ? `${JSON.stringify(found.answer)}\n` : asText(found.answer, question));
}

function spanOf(text: string): readonly [string, string] {
  const [first = '', last = '', ...more] = text.split('..');
  if (more.length > 0 || last === '') throw new Mistake(`“${text}”应写作 2026-03-01..2026-03-10`);
  return [first, last];
}

function articleOf({ article = '', law }: Options): number {
  if (law === undefined) throw new Mistake('写了 --article 还要写 --law');
  if (!/^\d{1,4}$/u.test(article)) throw new Mistake(`“${article}”不是条号，应写数字，如 60`);
  return Number(article);
}

const roles: Readonly<Record<DaysAnswer['days'][number]['role'], string>> = {
  start: '不计入',
  counted: '',
  off: '休息日',
  suspended: '扣除',
  over: '休息日',
  due: '最后一日',
};

function asText(answer: DaysAnswer, question: DaysQuestion): string {
  const head = question.back === true ? '最迟于' : '最后一日';
  const lines = [
    `${head}：${answer.due}${answer.rolledFrom === null ? '' : `（自 ${answer.rolledFrom} 顺延）`}`,
    answer.why,
    ...answer.basis.map((one) => `依据：${cite(one)}`),
    ...answer.warnings.map((one) => `注意：${one}`),
    ...answer.days.map(({ day, role, number }) =>
      `${number === null ? '    ' : String(number).padStart(4)}　${day}　${roles[role]}`.trimEnd(),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function cite({ lawTitle, article, paragraph, says }: Ground): string {
  return `《${lawTitle}》${articleInWords({ article, paragraph, item: null })}：${says}`;
}
