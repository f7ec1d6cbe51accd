import { dayNumber, dayText, lastDay, type PeriodUnit, periodUnits } from '@anjuan/core';
import type { Command } from 'commander';
import { Mistake } from '../exit.ts';
import { openRules } from '../files.ts';
import { print } from '../output.ts';

interface Options {
  readonly roll?: boolean;
  readonly json?: boolean;
}

export function addDays(program: Command): void {
  program
    .command('days')
    .description('期限计算：从某日起若干日的最后一日，逐日列出')
    .argument('<起算日>', 'YYYY-MM-DD，当日不计入')
    .argument('<数>', '多少')
    .argument('<单位>', periodUnits.filter((unit) => unit !== 'hours').join('、'))
    .option('--roll', '末日是休息日的顺延（只在有规定时使用）')
    .option('--json', '输出 JSON')
    .action(run);
}

async function run(start: string, count: string, unit: string, options: Options): Promise<void> {
  const from = dayNumber(start);
  if (from === null || start.length !== 10) throw new Mistake(`“${start}”不是存在的日期，应写作 YYYY-MM-DD`);
  const limit = Number(count);
  if (!Number.isInteger(limit) || limit < 0 || limit > 36_500) throw new Mistake(`“${count}”不是可用的天数`);
  const known = periodUnits.find((one): one is Exclude<PeriodUnit, 'hours'> => one === unit && one !== 'hours');
  if (known === undefined)
    throw new Mistake(`单位应是 ${periodUnits.filter((one) => one !== 'hours').join('、')} 之一`);
  const { calendar } = await openRules(undefined);
  const plain = lastDay({ from, limit, unit: known }, calendar);
  const due = lastDay({ from, limit, unit: known, roll: options.roll === true }, calendar);
  if (plain === null || due === null) {
    throw new Mistake(
      `工作日历只到 ${dayText(calendar.to - 1)}，无法计算；可在 rules/calendars 补充以后年份的放假安排`,
    );
  }
  const counted: string[] = [];
  for (let day = from + 1; day <= plain; day++) {
    if (known !== 'working-days' || calendar.isWorkingDay(day) === true) counted.push(dayText(day));
  }
  const why = `${known === 'working-days' ? '只计工作日（含调休上班日，不含调休放假日）' : '按自然日连续计算'}，起算当日不计入${due === plain ? '' : '；末日为休息日，顺延至下一个工作日'}。`;
  const result = { due: dayText(due), rolledFrom: due === plain ? null : dayText(plain), counted, why };
  if (options.json === true) return print(`${JSON.stringify(result)}\n`);
  return print(
    `最后一日：${result.due}\n${why}\n${counted.map((day, index) => `${String(index + 1).padStart(4)}　${day}`).join('\n')}\n`,
  );
}
