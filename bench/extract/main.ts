import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { extractCase, type Fact, type PageText } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { canRecognise, closeParsers, readFiles } from '@anjuan/intake';
import { filing, licence, measure, receipt, record, urging } from './file-forms.ts';
import { fileOf, plain, relay, scanned } from './layouts.ts';
import { decision, notice, summary, type Variation } from './penalty-forms.ts';
import { Random } from './random.ts';
import { realLabels, realText } from './real.ts';
import { readWorn, realTexts, truthOf } from './real-scans.ts';
import { readRuled } from './ruled.ts';
import { ruledForms } from './ruled-forms.ts';
import { readScans } from './scans.ts';
import { Tally, type Truth } from './tally.ts';

const seed = 20261128;
const variations = 1000;
/** Recognising takes seconds a page: only so many are, from seeds of their own (`SEEDS=1,2`), in any font of this machine, scanned lightly or badly. */
const scanned300 = Number(process.env.SCANS ?? 36);
const seeds = (process.env.SEEDS ?? String(seed)).split(',').map(Number);
const scanning = {
  font: process.env.FONT ?? 'Noto Serif CJK SC',
  spoilt: process.env.SPOILT === 'hard' ? 'hard' : 'light',
} as const;
const worn = process.argv.includes('--real-scans');
const cellsOnly = process.argv.includes('--ruled');
const only = worn || cellsOnly || process.argv.includes('--scans');
const forms: readonly ((random: Random) => Variation)[] = [
  decision,
  decision,
  notice,
  summary,
  filing,
  record,
  record,
  receipt,
  measure,
  licence,
  licence,
  urging,
];

const root = path.resolve(import.meta.dirname, '../..');
const book = await readRules();
const verbose = process.argv.includes('--mistakes');

if (!only) {
  await samples();
  generated('A thousand generated variations, text', (_, text, number) => plain(text, number));
  generated('The same as a scan gives them (spaces, confusions, words with confidence)', scanned);
  await ruled();
  real();
}
if (cellsOnly) await ruled();
else for (const each of seeds) await (worn ? realScans(each) : scans(each));
await closeParsers();

/** The project's own case files, against what `case.json` says of them. */
async function samples(): Promise<void> {
  const tally = new Tally();
  const folder = path.join(root, 'samples/files');
  for (const id of readdirSync(folder).sort()) {
    const about = path.join(folder, id, 'case.json');
    if (!existsSync(about)) continue;
    const { facts } = JSON.parse(readFileSync(about, 'utf8')) as { facts: Truth };
    const papers = readdirSync(path.join(folder, id))
      .filter((name) => /\.(?:pdf|docx)$/u.test(name))
      .sort()
      .map((name) => ({
        name,
        path: path.join(folder, id, name),
        size: readFileSync(path.join(folder, id, name)).length,
      }));
    tally.add(id, facts, extractCase(await readFiles(papers), book, id).record.facts);
  }
  report(tally, 'Own samples (whole case files)');
}

type Print = (random: Random, text: string, number: number) => PageText;

function generated(title: string, print: Print): void {
  const random = new Random(seed);
  const tally = new Tally();
  const kinds = { right: 0, all: 0 };
  for (let index = 0; index < variations; index++) {
    const form = forms[index % forms.length];
    if (form === undefined) continue;
    const made = form(random);
    const pages = made.pages.map((text, at) => print(random, relay(random, text), at + 1));
    const { documents } = extractCase([fileOf(pages)], book, String(index));
    kinds.all++;
    const found = documents.filter((document) => document.kind === made.kind);
    if (found.length === 1 && documents.length === 1) kinds.right++;
    else tally.mistakes.push(`${index} kind: read ${documents.map((one) => one.kind).join(',')}, is ${made.kind}`);
    const facts: Record<string, Fact> = Object.assign({}, ...found.map((document) => document.facts));
    tally.add(String(index), made.truth, facts);
  }
  report(tally, title);
  console.log(`  kind of paper: ${kinds.right} of ${kinds.all} (${((100 * kinds.right) / kinds.all).toFixed(1)} %)`);
}

/** Forms with ruled cells, as Word documents, as PDFs printed from them and as OFDs. */
async function ruled(): Promise<void> {
  const random = new Random(seed);
  const made = Array.from({ length: Number(process.env.RULED ?? 100) }, (_, index) =>
    (ruledForms[index % ruledForms.length] ?? ruledForms[0])?.(random),
  ).filter((form) => form !== undefined);
  const read = await readRuled(made);
  for (const [format, files] of Object.entries(read)) {
    const title = `${made.length} forms with ruled cells, ${format.toUpperCase()}`;
    if (files.length === 0) {
      console.log(`\n${title}: nothing here prints them, skipped`);
      continue;
    }
    const tally = new Tally();
    made.forEach(({ kind, truth }, index) => {
      const file = files[index];
      if (file === undefined) return;
      const { documents } = extractCase([file], book, String(index));
      const kinds = documents.map((document) => document.kind).join(',');
      if (kinds !== kind) tally.mistakes.push(`${index} kind: read ${kinds}, is ${kind}`);
      tally.add(String(index), truth, Object.assign({}, ...documents.map((document) => document.facts)));
    });
    report(tally, title);
  }
}

/** Real decisions beside the checkout, where they are there. */
function real(): void {
  const labels = realLabels();
  if (labels === null) {
    console.log('\nReal decisions: not here, skipped');
    return;
  }
  const tally = new Tally();
  for (const { file, truth } of labels) {
    const { documents } = extractCase([fileOf([plain(realText(file), 1)])], book, file);
    const facts: Record<string, Fact> = Object.assign({}, ...documents.map((document) => document.facts));
    tally.add(file, truth, facts);
  }
  report(tally, 'Real decisions nobody here wrote');
}

/** Some of the variations printed, scanned at 300 dpi and recognised, where a recogniser is installed. */
async function scans(from: number): Promise<void> {
  const title = `${scanned300} variations of seed ${from} printed in ${scanning.font}, scanned at 300 dpi (${scanning.spoilt}) and recognised`;
  if (!(await canRecognise())) {
    console.log(`\n${title}: no recogniser here, skipped`);
    return;
  }
  const random = new Random(from);
  const made = Array.from({ length: scanned300 }, (_, index) => (forms[index % forms.length] ?? decision)(random));
  const files = await readScans(
    made.map(({ pages }) => pages.join('\n')),
    scanning,
  );
  const tally = new Tally();
  made.forEach((one, index) => {
    const file = files[index];
    if (file === undefined) return;
    const { documents } = extractCase([file], book, String(index));
    if (!documents.some((document) => document.kind === one.kind))
      tally.mistakes.push(
        `${index} kind: read ${documents.map((document) => document.kind).join(',')}, is ${one.kind}`,
      );
    const facts: Record<string, Fact> = Object.assign({}, ...documents.map((document) => document.facts));
    tally.add(String(index), one.truth, facts);
  });
  report(tally, title);
}

/** Real texts printed in several fonts, worn, scanned and recognised, against what their text itself gives. */
async function realScans(from: number): Promise<void> {
  const texts = realTexts(from, scanned300);
  const title = `${texts.length} real texts chosen and printed by seed ${from}, worn, scanned and recognised`;
  if (texts.length === 0 || !(await canRecognise())) {
    console.log(`\n${title}: no texts or no recogniser here, skipped`);
    return;
  }
  const files = await readWorn(texts, from);
  const tally = new Tally();
  texts.forEach(({ name, text }, index) => {
    const file = files[index];
    if (file === undefined) return;
    const [told, seen] = [fileOf([plain(text, 1)]), file].map((one) => extractCase([one], book, name).documents);
    const kinds = [told, seen].map((documents) => documents?.map(({ kind }) => kind).join(','));
    if (kinds[0] !== kinds[1]) tally.mistakes.push(`${name} kind: read ${kinds[1]}, is ${kinds[0]}`);
    const [truth, facts] = [told, seen].map(
      (documents): Record<string, Fact> => Object.assign({}, ...(documents ?? []).map((document) => document.facts)),
    );
    tally.add(name, truthOf(truth ?? {}), facts ?? {});
  });
  report(tally, title);
}

function report(tally: Tally, title: string): void {
  tally.print(title);
  if (verbose) for (const mistake of tally.mistakes) console.log(`    ${mistake}`);
}
