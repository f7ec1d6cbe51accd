import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {
  type BatchFile,
  type Composed,
  type ComposeOptions,
  compose,
  composeSheets,
  composeTables,
  type Edition,
  editionOf,
  officialHtml,
  type PersonalHit,
  type ReportData,
  reportKinds,
} from '@anjuan/core';
import type { StoredBatch } from '@anjuan/web';
import type { Command } from 'commander';
import { type OpenBatch, openBatch, openReportData } from '../batch.ts';
import { exit, Mistake } from '../exit.ts';
import { fromUser, openRules } from '../files.ts';
import { startProgress } from '../output.ts';
import { freeName } from '../results.ts';
import { gradeNames, standardsIn } from '../standards.ts';
import { addVerify } from './report-verify.ts';

interface Options {
  readonly kind: string;
  readonly format: string;
  readonly out: string;
  readonly edition?: string;
  readonly anonymous?: boolean;
  readonly earlier?: string;
  readonly withoutSources?: boolean;
  readonly unit?: string;
  readonly name?: string;
  readonly organ?: string;
  readonly standard?: string;
  readonly phrases?: string;
  readonly keep?: string;
  readonly data?: string;
  readonly rules?: string;
}

const formats = ['docx', 'html', 'json', 'xlsx'] as const;
const kinds = [...reportKinds, 'sheet'] as const;
const editions = ['circulation', 'one-to-one', 'internal'] as const;

export function addReport(program: Command): void {
  const report = program.command('report').description('由一批检查结果生成通报、反馈意见书、评分表等文书');
  report
    .command('write', { isDefault: true })
    .description('生成文书')
    .argument('<批次>', 'anjuan check --out 写出的文件夹；其中可放 batch.yaml 写明名称、期间、单位')
    .option('--kind <种类>', `文书种类，可用逗号分开几种：${kinds.join('、')}`, 'circulation')
    .option('--format <格式>', `格式：${formats.join('、')}`, 'docx')
    .requiredOption('--out <文件夹>', '写到哪个文件夹')
    .option('--edition <版本>', `版本：${editions.join('、')}，或者 all（三个版本一次生成）`)
    .option('--anonymous', '隐去单位名称、文号和当事人')
    .option('--earlier <批次>', '与前期的一个批次比较')
    .option('--without-sources', '不附数据来源')
    .option('--unit <单位>', '只生成这个单位的文书')
    .option('--name <名称>', '评查活动名称，如“2026年上半年全县行政执法案卷评查”')
    .option('--organ <机关>', '评查机关，用于落款')
    .option('--standard <编号>', '按哪个标准的得分统计')
    .option('--phrases <文件>', '本机关的文字模板（YAML）')
    .option('--keep <文字>', '检查出的个人信息中不遮盖的，用逗号分开')
    .option('--data <文件夹>', '批次是网页的数据文件夹里的一个，写它的名称或者编号（网页程序须先关闭）')
    .option('--rules <文件夹>', '使用另一个规则文件夹')
    .action(run);
  addVerify(report);
}

async function run(target: string, options: Options): Promise<void> {
  const stored =
    options.data === undefined
      ? undefined
      : await (await import('@anjuan/web')).openStored(fromUser(options.data), target, rulesOf(options));
  try {
    await writeReports(target, options, stored);
  } finally {
    await stored?.close();
  }
}

function rulesOf(options: Options): string | undefined {
  return options.rules === undefined ? undefined : fromUser(options.rules);
}

async function writeReports(target: string, options: Options, stored: StoredBatch | undefined): Promise<void> {
  const wanted = options.kind.split(',').map((kind) => oneOf('--kind', kind.trim(), kinds));
  const format = oneOf('--format', options.format, formats);
  const edition = options.edition === undefined ? null : oneOf('--edition', options.edition, [...editions, 'all']);
  const book = await openRules(options.rules);
  const data = await openReportData(book, options.phrases, stored);
  const grades = gradeNames(standardsIn(book));
  const given: BatchFile = {
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.organ === undefined ? {} : { organ: options.organ }),
    ...(options.standard === undefined ? {} : { standard: options.standard }),
  };
  const earlier = options.earlier === undefined ? undefined : await openBatch(options.earlier, data, { grades });
  const batch = await openBatch(target, data, {
    grades,
    batch: given,
    ...(stored === undefined ? {} : { stored }),
    ...(earlier === undefined ? {} : { earlier: earlier.model }),
  });
  tellProblems(batch);
  if (options.unit !== undefined && !hasUnit(batch, options.unit)) {
    throw new Mistake(`批次里没有单位“${options.unit}”；有：${batch.model.units.map((unit) => unit.name).join('、')}`);
  }
  const writer = new DocumentFolder(fromUser(options.out), format, edition === 'all');
  for (const kind of wanted) {
    for (const id of edition === 'all' ? editions : [edition ?? usual(kind)]) {
      const composing = {
        edition: editionOf(id, {
          anonymous: options.anonymous === true && id !== 'internal',
          sources: options.withoutSources !== true,
        }),
        keep: new Set(options.keep?.split(',').map((text) => text.trim()) ?? []),
        ...(options.unit === undefined ? {} : { unit: options.unit }),
      };
      // The three editions are of the circulated report; the one for units is each unit's own opinion.
      await writeKind(edition === 'all' && id === 'one-to-one' ? 'unit' : kind, batch, data, composing, writer);
    }
  }
  await writer.finish();
  process.exitCode = batch.problems.length > 0 ? exit.mistake : exit.clean;
}

async function writeKind(
  kind: (typeof kinds)[number],
  batch: OpenBatch,
  data: ReportData,
  options: ComposeOptions,
  writer: DocumentFolder,
): Promise<void> {
  if (kind === 'sheet') await writeSheets(batch, data, options, writer);
  else if (kind === 'circulation' && writer.format === 'xlsx') {
    await writer.write(composeTables(batch.model, data, options), options.edition);
  } else {
    for (const composed of compose(kind, batch.model, data, options)) await writer.write(composed, options.edition);
  }
}

/** Score sheets, one file read after another. */
async function writeSheets(
  batch: OpenBatch,
  data: ReportData,
  options: ComposeOptions,
  writer: DocumentFolder,
): Promise<void> {
  const progress = startProgress();
  const units = batch.model.units.filter((unit) => options.unit === undefined || unit.name === options.unit);
  const ids = units.flatMap((unit) => unit.cases);
  for (const [index, id] of ids.entries()) {
    const result = await batch.result(id);
    for (const composed of composeSheets(result, id, batch.model, data, options)) {
      await writer.write(composed, options.edition);
    }
    progress.update('评分表', index + 1, ids.length);
  }
  progress.stop();
}

function usual(kind: string): (typeof editions)[number] {
  return kind === 'circulation' || kind === 'annual' ? 'circulation' : 'one-to-one';
}

function hasUnit(batch: OpenBatch, name: string): boolean {
  return batch.model.units.some((unit) => unit.name === name) || batch.model.absentUnits.includes(name);
}

function tellProblems(batch: OpenBatch): void {
  for (const problem of batch.problems) console.error(`不计入：${problem}`);
  for (const one of batch.model.unchecked) console.error(`尚未检查：${one.name}（${one.unchecked}）`);
  for (const note of batch.model.notes) console.error(note);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Mistake(`${option} 应是 ${allowed.join('、')} 之一：${value}`);
  return found;
}

/** Writes documents as they come, and at the end what personal data they hold. */
class DocumentFolder {
  private readonly folder: string;
  readonly format: (typeof formats)[number];
  private readonly apart: boolean;
  private readonly taken = new Map<string, Set<string>>();
  private readonly hits: { readonly file: string; readonly hits: readonly PersonalHit[] }[] = [];
  private written = 0;

  constructor(folder: string, format: (typeof formats)[number], apart: boolean) {
    this.folder = folder;
    this.format = format;
    this.apart = apart;
  }

  async write(composed: Composed, edition: Edition): Promise<void> {
    const within = this.apart ? editionNames[edition.id] : '';
    const folder = path.join(this.folder, within);
    await mkdir(folder, { recursive: true });
    const taken = this.taken.get(within) ?? new Set();
    this.taken.set(within, taken);
    const name = `${freeName(composed.name, taken)}.${this.format}`;
    await writeFile(path.join(folder, name), await this.bytesOf(composed));
    this.written++;
    if (composed.hits.length > 0) this.hits.push({ file: path.posix.join(within, name), hits: composed.hits });
  }

  private async bytesOf(composed: Composed): Promise<Uint8Array | string> {
    if (this.format === 'json') return `${JSON.stringify(composed.document, null, 1)}\n`;
    if (this.format === 'html') return officialHtml(composed.document);
    // The writers are heavy to load: only who writes such files does.
    const { workbookOf, writeDocx, writeXlsx } = await import('@anjuan/office');
    return this.format === 'xlsx' ? writeXlsx(workbookOf(composed.document)) : writeDocx(composed.document);
  }

  async finish(): Promise<void> {
    const found = this.hits.flatMap((one) => one.hits);
    const open = found.filter((hit) => !hit.covered).length;
    const words = found.length === 0 ? '' : `；个人信息 ${found.length} 处（未遮盖 ${open} 处），见 个人信息检查.json`;
    if (found.length > 0) {
      await writeFile(path.join(this.folder, '个人信息检查.json'), `${JSON.stringify(this.hits, null, 1)}\n`);
    }
    console.error(`已生成 ${this.written} 份文书${words}`);
  }
}

const editionNames = { circulation: '通报版', 'one-to-one': '一对一版', internal: '内部版' } as const;
