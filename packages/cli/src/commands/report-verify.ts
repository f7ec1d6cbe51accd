import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { type Composed, compose, type Edition, type Mismatch, reportKinds, verifyReport } from '@anjuan/core';
import { readWord } from '@anjuan/intake';
import type { Command } from 'commander';
import { openBatch, openReportData } from '../batch.ts';
import { exit, Mistake } from '../exit.ts';
import { fromUser, openRules } from '../files.ts';
import { print } from '../output.ts';
import { gradeNames, standardsIn } from '../standards.ts';

interface Options {
  readonly json?: boolean;
  readonly earlier?: string;
  readonly phrases?: string;
  readonly rules?: string;
}

export function addVerify(report: Command): void {
  report
    .command('verify')
    .description('核对改过的 Word 文书：逐个列出与批次不再一致的数字')
    .argument('<文件>', '由 anjuan report 生成、后来改过的 DOCX')
    .argument('<批次>', 'anjuan check --out 写出的文件夹')
    .option('--json', '输出 JSON')
    .option('--earlier <批次>', '生成时比较的前期批次')
    .option('--phrases <文件>', '生成时用的文字模板')
    .option('--rules <文件夹>', '使用另一个规则文件夹')
    .action(run);
}

async function run(file: string, target: string, options: Options): Promise<void> {
  const bytes = await readFile(fromUser(file)).catch(() => {
    throw new Mistake(`找不到文件：${file}`);
  });
  const read = await readWord(bytes);
  const { properties } = read;
  if (properties['anjuan.kind'] === 'sheet')
    throw new Mistake(`${file} 是单个案卷的评分表，没有批次的数据，不需要核对`);
  const kind = reportKinds.find((one) => one === properties['anjuan.kind']);
  if (kind === undefined) throw new Mistake(`${file} 不是 anjuan report 生成的文书（缺少文书信息），无法核对`);
  const book = await openRules(options.rules);
  const data = await openReportData(book, options.phrases);
  const grades = gradeNames(standardsIn(book));
  const earlier = options.earlier === undefined ? undefined : await openBatch(options.earlier, data, { grades });
  const standard = properties['anjuan.standard'];
  const { model } = await openBatch(target, data, {
    grades,
    batch: standard === undefined ? {} : { standard },
    ...(earlier === undefined ? {} : { earlier: earlier.model }),
  });
  const composed = [...compose(kind, model, data, { edition: editionIn(properties) })];
  const expected = composed.find((one) => sameUnit(one, properties['anjuan.unit']));
  if (expected === undefined)
    throw new Mistake(`批次 ${target} 里没有这份文书所写的单位“${properties['anjuan.unit']}”`);
  const found = verifyReport(read.paragraphs, expected.document, model);
  if (options.json === true) await print(`${JSON.stringify(found)}\n`);
  else {
    const lines = [
      `核对了 ${found.compared} 个带书签的数字。`,
      ...found.mismatches.map((one) => `不一致：${wordsOf(one)}`),
      ...found.lost.map((one) => `找不到：${one.label ?? '数字'}（应为 ${one.expected}），所在的段落已删除或者改写`),
      ...found.unsourced.map((one) => `无来源：${one.found}，见“${shortened(one.paragraph)}”`),
      found.mismatches.length === 0 ? '数字与批次一致。' : `有 ${found.mismatches.length} 个数字与批次不一致。`,
    ];
    await print(`${lines.join('\n')}\n`);
  }
  process.exitCode = found.mismatches.length > 0 ? exit.defects : exit.clean;
}

function sameUnit(one: Composed, unit: string | undefined): boolean {
  return one.document.properties['anjuan.unit'] === unit;
}

function editionIn(properties: Readonly<Record<string, string>>): Edition {
  const id = properties['anjuan.edition'];
  return {
    id: id === 'internal' || id === 'one-to-one' ? id : 'circulation',
    anonymous: properties['anjuan.anonymous'] === '1',
    masked: properties['anjuan.masked'] === '1',
    sources: properties['anjuan.sources'] === '1',
  };
}

function wordsOf(one: Mismatch): string {
  const what =
    one.label === null
      ? `${one.found}（批次中已没有这个数据）`
      : `${one.label}写作 ${one.found}，批次为 ${one.expected}`;
  return `${what}，见“${shortened(one.paragraph)}”`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}
