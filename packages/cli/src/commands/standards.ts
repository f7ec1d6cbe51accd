import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fromPoints, loadStandard, modeOf, problemLine, type Sheet, type Standard } from '@anjuan/core';
import type { Command } from 'commander';
import { exit, Mistake } from '../exit.ts';
import { fromUser, openRules } from '../files.ts';
import { print } from '../output.ts';
import { chosen, knownOf, loadStandards } from '../standards.ts';

interface Options {
  readonly json?: boolean;
}

export function addStandards(program: Command): void {
  const standards = program.command('standards').description('评查标准：列出、查看、检查写法');
  standards.command('list').description('列出全部标准').option('--json', '输出 JSON').action(list);
  standards.command('show').description('查看一份标准').argument('<编号>').option('--json', '输出 JSON').action(show);
  standards.command('check').description('检查一份标准的写法').argument('<文件>').action(check);
}

function sheetSummary(sheet: Sheet): object {
  const modes = sheet.sections.flatMap((section) => section.items.map(modeOf));
  const of = (mode: string): number => modes.filter((one) => one === mode).length;
  return {
    id: sheet.id,
    title: sheet.title,
    full: fromPoints(sheet.full),
    items: modes.length,
    automatic: of('automatic'),
    assisted: of('assisted'),
    byHand: of('by-hand'),
  };
}

const summary = (standard: Standard): object => ({
  id: standard.id,
  title: standard.title,
  issuer: standard.issuer,
  year: standard.year,
  sheets: standard.sheets.map(sheetSummary),
});

async function list(options: Options): Promise<void> {
  const standards = loadStandards(await openRules(undefined));
  if (options.json === true) return print(`${JSON.stringify(standards.map(summary))}\n`);
  return print(`${standards.map((one) => `${one.id}　${one.title}（${one.issuer}，${one.year}）`).join('\n')}\n`);
}

async function show(id: string, options: Options): Promise<void> {
  const [standard] = chosen(loadStandards(await openRules(undefined)), id);
  if (standard === undefined) throw new Mistake(`没有编号为“${id}”的标准`);
  if (options.json === true)
    return print(
      `${JSON.stringify({ ...summary(standard), note: standard.note, sheets: standard.sheets.map((sheet) => ({ ...sheetSummary(sheet), sections: sheet.sections })) })}\n`,
    );
  const lines = [`${standard.id}　${standard.title}`, `  ${standard.issuer}，${standard.year}。${standard.note}`];
  for (const sheet of standard.sheets) {
    lines.push(`  ${sheet.title}，满分 ${fromPoints(sheet.full)}`);
    for (const section of sheet.sections) {
      lines.push(`    ${section.title}${section.full === null ? '' : `　${fromPoints(section.full)} 分`}`);
      for (const item of section.items) {
        const rules = item.charges.flatMap((charge) => charge.rules);
        lines.push(
          `      ${item.id}　${item.title}${item.full === null ? '' : `　${fromPoints(item.full)} 分`}　${rules.length > 0 ? rules.join('、') : '人工判断'}`,
        );
      }
    }
  }
  return print(`${lines.join('\n')}\n`);
}

async function check(file: string): Promise<void> {
  const text = await readFile(fromUser(file), 'utf8').catch(() => {
    throw new Mistake(`找不到文件：${file}`);
  });
  const { standard, problems } = loadStandard(file, text, knownOf(await openRules(undefined)));
  if (standard === null) {
    for (const problem of problems) console.error(problemLine(problem));
    process.exitCode = exit.mistake;
    return;
  }
  await print(`${JSON.stringify(summary(standard))}\n`);
}
