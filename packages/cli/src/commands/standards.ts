import process from 'node:process';
import {
  diffStandards,
  fromPoints,
  keyOf,
  modeOf,
  priceInWords,
  problemLine,
  type Sheet,
  type StandardCard,
  type StandardDiff,
  sheetSummary,
  standardCard,
} from '@anjuan/core';
import type { Command } from 'commander';
import { exit, Mistake } from '../exit.ts';
import { openRules } from '../files.ts';
import { print } from '../output.ts';
import { chosen, loadFile, standardsIn } from '../standards.ts';
import { addTry } from './standards-try.ts';

interface Options {
  readonly json?: boolean;
  readonly rules?: string;
}

export function addStandards(program: Command): void {
  const standards = program.command('standards').description('评查标准：列出、查看、检查写法、比较版本、试算');
  const add = (name: string, about: string, ...args: string[]): Command => {
    const command = standards.command(name).description(about);
    for (const argument of args) command.argument(argument);
    return command.option('--json', '输出 JSON').option('--rules <文件夹>', '使用另一个规则文件夹');
  };
  add('list', '列出全部标准').action(list);
  add('show', '查看一份标准', '<编号或文件>').action(show);
  add('check', '检查一份标准的写法并核算其中的算例', '<文件>').action(check);
  add('diff', '比较两份标准，或者同一标准的两个版本', '<编号或文件>', '<编号或文件>').action(diff);
  addTry(standards);
}

const share = ({
  items,
  automatic,
  assisted,
  byHand,
}: Pick<StandardCard, 'items' | 'automatic' | 'assisted' | 'byHand'>): string =>
  `共 ${items} 项：自动 ${automatic}，辅助 ${assisted}，人工 ${byHand}`;

async function list(options: Options): Promise<void> {
  const cards = standardsIn(await openRules(options.rules)).map(standardCard);
  if (options.json === true) return print(`${JSON.stringify(cards)}\n`);
  const lines = cards.map((one) => {
    const mark = one.excerpt ? '【节选】' : one.supplement ? '【补充】' : '';
    return `${one.id}@${one.edition}　${mark}${one.title}（${one.issuer}）　${share(one)}`;
  });
  return print(`${lines.join('\n')}\n`);
}

async function show(name: string, options: Options): Promise<void> {
  const [standard] = await chosen(await openRules(options.rules), name);
  if (standard === undefined) throw new Mistake(`没有编号为“${name}”的标准`);
  const card = standardCard(standard);
  if (options.json === true) {
    const sheets = standard.sheets.map((sheet) => ({ ...sheetSummary(sheet), sections: sheet.sections }));
    return print(`${JSON.stringify({ ...card, sheets })}\n`);
  }
  const lines = [
    `${keyOf(standard)}　${standard.title}`,
    `  ${standard.issuer}，${standard.year}。${standard.note}`,
    `  ${share(card)}`,
    ...standard.sheets.flatMap(sheetLines),
  ];
  return print(`${lines.join('\n')}\n`);
}

function sheetLines(sheet: Sheet): readonly string[] {
  const lines = [`  ${sheet.title}${sheet.listOnly ? '（只列问题）' : `，满分 ${fromPoints(sheet.full)}`}`];
  for (const section of sheet.sections) {
    lines.push(`    ${section.title}${section.full === null ? '' : `　${fromPoints(section.full)} 分`}`);
    for (const item of section.items) {
      const rules = [...new Set(item.charges.flatMap((charge) => charge.rules))];
      const by = { automatic: '自动', assisted: '辅助', 'by-hand': '人工' }[modeOf(item)];
      lines.push(`      ${item.id}　${item.title}　${priceInWords(item)}　【${by}】${rules.join('、')}`);
    }
  }
  return lines;
}

async function check(file: string, options: Options): Promise<void> {
  const { standard, problems } = await loadFile(file, await openRules(options.rules));
  if (standard === null) {
    for (const problem of problems) console.error(problemLine(problem));
    if (options.json === true) await print(`${JSON.stringify({ ok: false, problems })}\n`);
    process.exitCode = exit.mistake;
    return;
  }
  const card = standardCard(standard);
  if (options.json === true) return print(`${JSON.stringify({ ok: true, problems: [], standard: card })}\n`);
  const sheets = card.sheets.map((sheet) => `  ${sheet.title}　满分 ${sheet.full}　${share(sheet)}`);
  await print(`${keyOf(standard)}　${standard.title}：没有发现错误。\n${sheets.join('\n')}\n`);
}

async function diff(before: string, after: string, options: Options): Promise<void> {
  const book = await openRules(options.rules);
  const [[old], [fresh]] = await Promise.all([chosen(book, before), chosen(book, after)]);
  if (old === undefined || fresh === undefined) throw new Mistake('应写明两份标准');
  const found = diffStandards(old, fresh);
  if (options.json === true) return print(`${JSON.stringify(found)}\n`);
  return print(`${diffLines(found).join('\n')}\n`);
}

const changed = { added: '新增', removed: '删除', repriced: '改分', reworded: '改写', rebound: '改绑规则' } as const;

function diffLines({ from, to, sheets }: StandardDiff): readonly string[] {
  const lines = [`${from} → ${to}`];
  for (const sheet of sheets) {
    const word = { added: '（新增）', removed: '（删除）', changed: '', same: '：没有变化' }[sheet.change];
    lines.push(`  ${sheet.title}${word}`);
    for (const note of sheet.notes) lines.push(`    ${note.what}：${note.before} → ${note.after}`);
    for (const item of sheet.items) {
      lines.push(`    ${changed[item.change]}　${item.id}　${item.title}`);
      for (const one of item.changes)
        lines.push(`      ${one.what}：${one.before || '（无）'} → ${one.after || '（无）'}`);
    }
  }
  return lines;
}
