import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { createEvaluator } from '@anjuan/core';
import { readRules, readYamlFiles, rulesFolder } from '@anjuan/core/node';
import { parseDocument } from 'yaml';
import { handWrittenPack } from './hand/pack.ts';
import { agreeing, recordsFor, rulesOf } from './twins.ts';

const rounds = 5;

/**
 * The rules of the project rather than the neutral list: 60 drawn once from those of the national pack that may speak of a penalty, by a fixed
 * step, against the same 60 written by hand; the whole pack, per rule; and what loading every pack costs. Ends with an error when the rules and
 * their hand-written twins differ on any record.
 */
export async function benchPack(): Promise<void> {
  const book = await readRules();
  const hand = handWrittenPack(book.calendar);
  const drawn = rulesOf(hand, book);
  const records = recordsFor(drawn, 4000);
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
  const under = median(loads.map((one) => one.wall)) < 1000 ? 'under' : 'OVER';
  console.log(`Loading: ${packs} packs, ${rules} rules, in a new process, values of known files from the cache`);
  console.log(`  ${(load / parsing).toFixed(2)} × parsing the same files as YAML; ${under} one second on the clock`);
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
