import process from 'node:process';
import {
  blockingOf,
  buildReport,
  buildUnchecked,
  checkRecord,
  type Finding,
  isDefect,
  type Reported,
  type RuleBook,
  textReport,
  UnknownPack,
} from '@anjuan/core';
import type { Command } from 'commander';
import { exit, Mistake } from '../exit.ts';
import { dataFolder, fromUser, openAgency, openRules } from '../files.ts';
import { textsFor } from '../law-texts.ts';
import { readingOptions } from '../ledger.ts';
import { print, startProgress } from '../output.ts';
import { readCases } from '../pipeline.ts';
import { startResults } from '../results.ts';
import { openRulings } from '../rulings.ts';
import { chosen } from '../standards.ts';

interface Options {
  readonly standard?: string;
  readonly pack?: string;
  readonly agency?: string;
  readonly password?: string;
  readonly mapping?: string;
  readonly asOf?: string;
  readonly explain?: boolean;
  readonly data?: string;
  readonly json?: boolean;
  readonly defects?: boolean;
  readonly out?: string;
  readonly rules?: string;
  readonly rulings?: string;
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('检查案卷：文件、文件夹、压缩包（ZIP、TAR、TGZ）、邮件、台账（XLSX、XLS、CSV）、JSON 记录或 NDJSON')
    .argument('<路径...>', '一个文件或直接装有文件的文件夹是一个案卷；只装有文件夹的文件夹，每个子文件夹一个案卷')
    .option('--standard <编号>', '按哪些标准计分，用逗号分开')
    .option('--pack <编号>', '只用这个规则包（几个包用 + 相连）；不写时按机关、领域和地方选用')
    .option('--password <密码>', '打开加密文件的密码')
    .option('--mapping <文件>', '台账列与事实的对应（JSON）；文件不存在时写入猜测的对应，核对修改后再用')
    .option('--agency <文件>', '执法主体档案（YAML 或 JSON）')
    .option('--as-of <日期>', '以哪一天为准（YYYY-MM-DD），记入报告')
    .option('--explain', '逐项写出依据的要点；已用 laws import 导入条文的，附当时有效的条文')
    .option('--data <文件夹>', '导入的条文所在的数据文件夹，与 serve 的相同')
    .option('--json', '输出 JSON；多个案卷时每行一个')
    .option('--defects', '与 --json 同用：检查项只列有问题和不能判断的，适合很长的台账')
    .option('--out <文件夹>', '每个案卷写一份 JSON 报告')
    .option('--rulings <文件>', '人工认定（YAML 或 JSON），与机器的结果一起计分')
    .option('--rules <文件夹>', '使用另一个规则文件夹')
    .action(run);
}

async function run(targets: readonly string[], options: Options): Promise<void> {
  if (options.asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(options.asOf))
    throw new Mistake(`--as-of 应写作 YYYY-MM-DD：${options.asOf}`);
  const book = await openRules(options.rules);
  const standards = await chosen(book, options.standard, options.asOf);
  const rulings = await openRulings(options.rulings, standards);
  const agency = await openAgency(options.agency, book);
  const packs = options.pack === undefined ? undefined : namedPacks(options.pack, book);
  const progress = startProgress();
  const reading = await readingOptions(options, book);
  let code: number = exit.clean;
  const raise = (to: number): void => {
    code = Math.max(code, to);
  };
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
  const results = options.out === undefined ? null : await startResults(fromUser(options.out));
  for (const target of targets) {
    for await (const one of readCases(target, book, progress, reading)) {
      const within = one.files.some((file) => file.name === one.name) || one.files.length === 0 ? '' : `${one.name}/`;
      for (const problem of one.problems) console.error(`${within}${problem}`);
      if (one.problems.length > 0) raise(exit.mistake);
      if (one.record === null) {
        await results?.write(one.name, buildUnchecked(one.name, one.problems, asOf));
        continue;
      }
      const checked = checkRecord(one.record, book, {
        standards,
        rulings,
        ...(agency === undefined ? {} : { agency }),
        ...(packs === undefined ? {} : { packs }),
      });
      const notChecked = [
        ...checked.notChecked,
        ...one.problems.filter((problem) => !checked.notChecked.some((note) => problem.startsWith(note))),
      ];
      const resolved = book.shelf.resolve(checked.pack.chain.map((one) => one.id));
      const about = {
        name: one.name,
        record: one.record,
        findings: checked.findings,
        notChecked,
        pack: checked.pack,
        asOf,
        rules: resolved.pack.rules,
        blocking: blockingOf(one.record, checked.findings, resolved.plan),
        rulings,
        ...(options.explain === true
          ? { textOf: await textsFor(checked.findings, book, dataFolder(options.data)) }
          : {}),
      };
      const reports: Reported[] =
        checked.scores.length > 0 ? checked.scores.map((score) => ({ ...about, score })) : [{ ...about, score: null }];
      if (checked.findings.some((finding) => finding.outcome === 'fail')) raise(exit.defects);
      if (notChecked.length > 0) raise(exit.mistake);
      const [report] = reports;
      if (report === undefined) continue;
      const document = {
        ...buildReport(report),
        ...(reports.length > 1 ? { scores: reports.map((other) => other.score) } : {}),
      };
      if (options.json === true)
        await print(`${JSON.stringify(options.defects === true ? withoutPassed(document) : document)}\n`);
      else await print(reports.map(textReport).join('\n'));
      await results?.write(one.name, document);
    }
  }
  process.exitCode = code;
}

/** Of a long ledger nobody reads what is in order, and it is nine tenths of the text. */
function withoutPassed<T extends { readonly findings: readonly Finding[] }>(document: T): T {
  return { ...document, findings: document.findings.filter((finding) => isDefect(finding.outcome)) };
}

/** The packs asked for; one that is not there, or that has mistakes, is told before any case is read. */
function namedPacks(asked: string, book: RuleBook): readonly string[] {
  const packs = asked.split('+').map((id) => id.trim());
  try {
    book.shelf.resolve(packs);
  } catch (error) {
    if (error instanceof UnknownPack) throw new Mistake(error.message);
    throw error;
  }
  return packs;
}
