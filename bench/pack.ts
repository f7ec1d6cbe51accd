import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { type CaseRecord, createEvaluator, type Evaluator, type FactValue, type PlannedRule } from '@anjuan/core';
import { readRules, readYamlFiles, rulesFolder } from '@anjuan/core/node';
import { parseDocument } from 'yaml';
import { handWrittenPack } from './hand/pack.ts';
import { makeRecords } from './records.ts';

const rounds = 5;

/**
 * The rules of the project rather than the neutral list: 60 drawn once from those of the national pack that may speak of a penalty, by a fixed
 * step, against the same 60 written by hand; the whole pack, per rule; and what loading every pack costs. Ends with an error when the rules and
 * their hand-written twins differ on any record.
 */
export async function benchPack(): Promise<void> {
  const book = await readRules();
  const hand = handWrittenPack(book.calendar);
  const drawn = hand.ids.map((id) => {
    const rule = book.plan.rules.find((one) => one.rule.id === id);
    if (rule === undefined) throw new Error(`${id} is no rule of the national pack`);
    return rule;
  });
  const records = makeRecords(4000).map((record, index) => completed(record, index, drawn));
  const some = createEvaluator({ ...book.plan, rules: drawn }, book.calendar);
  const whole = createEvaluator(book.plan, book.calendar);
  const told = agreeing(hand, some, records);
  const runs: Record<string, () => number> = {
    hand: () => counted((found) => hand.run(records, found)),
    judged: () => counted((found) => records.forEach((record) => void some.judge(record, found))),
    explained: () => records.reduce((sum, record) => sum + some.defects(record).length, 0),
    whole: () => counted((found) => records.forEach((record) => void whole.judge(record, found))),
    'whole explained': () => records.reduce((sum, record) => sum + whole.defects(record).length, 0),
  };
  const times = new Map(Object.keys(runs).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      times.get(name)?.push(
        cpu(() => {
          if (run() === 0) throw new Error(`${name} found nothing`);
        }),
      );
    }
  }
  const time = (name: string): number => median(times.get(name) ?? []);
  const ratio = (name: string, rules: number): string =>
    `${(time('hand') / drawn.length / (time(name) / rules)).toFixed(2)} × hand-written`;
  const { length } = book.plan.rules;
  console.log(
    `The national pack: ${records.length} records, one core, CPU time a rule, against the same ${drawn.length} rules written by hand; same ${told} answers from both`,
  );
  console.log(`  ${drawn.length} rules drawn from it, judged (at least 0.4 asked)  ${ratio('judged', drawn.length)}`);
  console.log(`  the same, each finding explained         ${ratio('explained', drawn.length)}`);
  console.log(`  all ${length} rules, judged                    ${ratio('whole', length)}`);
  console.log(`  the same, each finding explained         ${ratio('whole explained', length)}`);
  await benchLoading(book.shelf.all().length, book.shelf.rules().length);
}

/** A record with the facts that the invented ones leave out, from passing cases of the rules: a file whose papers were read. */
function completed(record: CaseRecord, index: number, rules: readonly PlannedRule[]): CaseRecord {
  const facts: Record<string, FactValue> = {};
  rules.forEach((planned, turn) => {
    const passing = planned.rule.cases.filter((one) => one.expect === 'pass');
    const one = passing[(index + turn) % Math.max(1, passing.length)];
    for (const [path, value] of Object.entries(one?.record ?? {}))
      if (path.includes('.') || path.endsWith('[]')) facts[path] ??= value as FactValue;
  });
  return { ...record, facts: { ...facts, ...record.facts } };
}

/** Answers that both give on every record; throws where they differ, naming the first places. */
function agreeing(hand: ReturnType<typeof handWrittenPack>, rules: Evaluator, records: readonly CaseRecord[]): number {
  const theirs = records.map(() => [] as string[]);
  hand.run(records, (rule, outcome, record) => theirs[record]?.push(`${rule} ${outcome}`));
  let told = 0;
  const differing: string[] = [];
  records.forEach((record, index) => {
    const ours: string[] = [];
    rules.judge(record, (rule, outcome) => ours.push(`${rule.id} ${outcome}`));
    told += ours.length;
    const [a, b] = [ours.sort(), (theirs[index] ?? []).sort()];
    if (a.join() === b.join()) return;
    const only = (left: string[], right: string[]): string => left.filter((one) => !right.includes(one)).join(', ');
    differing.push(`  ${record.id}: only the rules say [${only(a, b)}], only the twins [${only(b, a)}]`);
  });
  if (differing.length > 0)
    throw new Error(
      `rules and their twins differ on ${differing.length} records:\n${differing.slice(0, 9).join('\n')}`,
    );
  return told;
}

function counted(run: (found: () => void) => void): number {
  let found = 0;
  run(() => {
    found++;
  });
  return found;
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
