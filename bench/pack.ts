import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { type CaseRecord, createEvaluator, type FactValue, type PlannedRule } from '@anjuan/core';
import { readRules, readYamlFiles, rulesFolder } from '@anjuan/core/node';
import { parseDocument } from 'yaml';
import { handWritten } from './hand.ts';
import { makeRecords } from './records.ts';
import { rules as likeRules } from './rules.ts';

const rounds = 5;
const sampled = 60;

/**
 * The rules of the project rather than the neutral list: 60 of the national pack, drawn by a fixed step, against the hand-written checks of the
 * neutral list, which are as many and of like kinds, on the same records; the whole pack, per rule; and what loading every pack costs.
 */
export async function benchPack(): Promise<void> {
  const book = await readRules();
  const penalty = book.plan.rules.filter((one) => one.types === null || one.types.includes('penalty'));
  const drawn = Array.from({ length: sampled }, (_, index) => penalty[Math.floor((index * penalty.length) / sampled)]);
  const invented = makeRecords(4000);
  const records = invented.map((record, index) => completed(record, index, drawn));
  const some = createEvaluator({ ...book.plan, rules: drawn.filter((one) => one !== undefined) }, book.calendar);
  const whole = createEvaluator(book.plan, book.calendar);
  const hand = handWritten(book.calendar);
  const times: { hand: number[]; some: number[]; whole: number[] } = { hand: [], some: [], whole: [] };
  for (let round = 0; round < rounds; round++) {
    times.hand.push(cpu(() => void hand.run(invented, () => {})));
    times.some.push(cpu(() => run(some, records)));
    times.whole.push(cpu(() => run(whole, records)));
  }
  const base = median(times.hand) / likeRules.length;
  const { length } = book.plan.rules;
  const left = records.slice(0, 500).flatMap((record) => some.defects(record)).length / 500;
  console.log(
    `The national pack: ${records.length} records, one core, CPU time a rule, against hand-written checks of like kinds`,
  );
  console.log(
    `  ${sampled} rules drawn from it, ${left.toFixed(1)} findings a record   ${(base / (median(times.some) / sampled)).toFixed(2)} × hand-written`,
  );
  console.log(
    `  all ${length} rules                              ${(base / (median(times.whole) / length)).toFixed(2)} × hand-written`,
  );
  await benchLoading(book.shelf.all().length, book.shelf.rules().length);
}

/** A record with the facts that the invented ones leave out, from passing cases of the rules: a file whose papers were read. */
function completed(record: CaseRecord, index: number, rules: readonly (PlannedRule | undefined)[]): CaseRecord {
  const facts: Record<string, FactValue> = {};
  rules.forEach((planned, turn) => {
    const passing = planned?.rule.cases.filter((one) => one.expect === 'pass') ?? [];
    const one = passing[(index + turn) % Math.max(1, passing.length)];
    for (const [path, value] of Object.entries(one?.record ?? {}))
      if (path.includes('.') || path.endsWith('[]')) facts[path] ??= value as FactValue;
  });
  return { ...record, procedure: 'ordinary', facts: { ...facts, ...record.facts } };
}

function run(evaluator: ReturnType<typeof createEvaluator>, records: readonly CaseRecord[]): void {
  let found = 0;
  for (const record of records)
    for (const finding of evaluator.defects(record)) if (finding.outcome === 'fail') found++;
  if (found === 0) throw new Error('the pack found nothing');
}

/** A new process loads, checks and compiles every pack, against only parsing the same files as YAML. */
async function benchLoading(packs: number, rules: number): Promise<void> {
  const node = path.join(import.meta.dirname, '../packages/core/src/node.ts');
  const script = `const { readRules } = await import(${JSON.stringify(node)});
    const start = performance.now(); const before = process.cpuUsage(); (await readRules()).shelf.all(); const spent = process.cpuUsage(before);
    console.log(JSON.stringify({ cpu: spent.user + spent.system, wall: performance.now() - start }));`;
  const loads = Array.from({ length: 3 }, () => {
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    if (status !== 0) throw new Error('loading the rules failed');
    return JSON.parse(stdout) as { cpu: number; wall: number };
  });
  const files = [...(await readYamlFiles(rulesFolder))].filter(([name]) => !name.startsWith('standards/'));
  const parsing = cpu(() => {
    for (const [, text] of files) parseDocument(text).toJS();
  });
  const load = median(loads.map((one) => one.cpu));
  const under = loads.every((one) => one.cpu < 1_000_000) ? 'under' : 'OVER';
  console.log(`Loading: ${packs} packs, ${rules} rules, in a new process, values of known files from the cache`);
  console.log(`  ${(load / parsing).toFixed(2)} × parsing the same files as YAML; ${under} one second of CPU`);
}

function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const spent = process.cpuUsage(before);
  return spent.user + spent.system;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
