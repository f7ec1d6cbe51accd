import { createHash } from 'node:crypto';
import { type Contestant, jsonRulesEngine, ours, zen } from './engines.ts';
import { handWritten } from './hand/neutral.ts';
import { makeRecords } from './records.ts';
import { rules } from './rules.ts';

const recordCount = 10_000;
const rounds = 5;

/** Compares rule engines on the same records and rules; prints ratios. Ends with an error when two disagree on any finding. */
export async function benchEngine(): Promise<void> {
  const records = makeRecords(recordCount);
  const { contestant, calendar } = await ours();
  const hand = handWritten(calendar);
  const others = [jsonRulesEngine(calendar), await zen(calendar)];
  const all = [hand, contestant, ...others];
  const answers = new Map<string, string>();
  for (const one of all) {
    const hash = createHash('sha256');
    let count = 0;
    await one.run(records.slice(0, 2_000), (record, rule) => {
      hash.update(`${record} ${rule}\n`);
      count++;
    });
    answers.set(one.name, `${count} findings, ${hash.digest('hex').slice(0, 12)}`);
  }
  if (new Set(answers.values()).size > 1) {
    throw new Error(
      `the engines disagree:\n${[...answers].map(([name, answer]) => `  ${name}: ${answer}`).join('\n')}`,
    );
  }
  const times = new Map<string, number[]>(all.map((one) => [one.name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [hand, contestant] : [contestant, hand];
    for (const one of order) times.get(one.name)?.push(await cpuTime(one, records));
  }
  for (const one of others) times.get(one.name)?.push(await cpuTime(one, records));
  const base = median(times.get(hand.name) ?? []);
  const slow = median(times.get(others[0]?.name ?? '') ?? []);
  console.log(
    `Rules: ${rules.length} rules × ${recordCount} records, one core, CPU time; same findings from all (${answers.get(hand.name)})`,
  );
  for (const one of all) {
    const time = median(times.get(one.name) ?? []);
    console.log(
      `  ${one.name.padEnd(30)} ${(base / time).toFixed(2).padStart(6)} × hand-written ${(slow / time).toFixed(1).padStart(7)} × json-rules-engine`,
    );
  }
}

async function cpuTime(one: Contestant, records: Parameters<Contestant['run']>[0]): Promise<number> {
  let count = 0;
  const before = process.cpuUsage();
  await one.run(records, () => {
    count++;
  });
  const spent = process.cpuUsage(before);
  if (count === 0) throw new Error(`${one.name} found nothing`);
  return spent.user + spent.system;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
