import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readRules } from '@anjuan/core/node';
import { inventResults } from './invent.ts';

// node samples/batch/main.ts FOLDER CASES [PENDING] [MOST] [UNITS] [SEED] [YEAR]: a batch of invented results, to try reports with.
const [folder = '', cases = '89', pending = '0', most = '9', units = '9', seed = '1', year = '2026'] =
  process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const wish = {
  cases: Number(cases),
  pending: Number(pending),
  most: Number(most),
  units: Number(units),
  seed: Number(seed),
  year: Number(year),
};
for (const result of inventResults(await readRules(), wish)) {
  writeFileSync(path.join(folder, `${result.case.id}.json`), `${JSON.stringify(result)}\n`);
}
writeFileSync(
  path.join(folder, 'batch.yaml'),
  `name: ${year}年上半年清源县行政执法案卷评查\norgan: 清源县司法局\nnumber: 清司发〔${year}〕17号\n`,
);
