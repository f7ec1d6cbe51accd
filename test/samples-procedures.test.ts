import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extractCase, type Fact, type FactValue } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { closeParsers, gather, readFiles } from '@anjuan/intake';
import { afterAll, describe, expect, test } from 'vitest';
import { assembleProcedure, describeProcedure } from '../samples/build/assemble.ts';
import { procedureCases } from '../samples/build/procedures/index.ts';

const folder = path.join(path.dirname(import.meta.dirname), 'samples/files');
const book = await readRules();
afterAll(closeParsers);

const types: Readonly<Record<string, string>> = {
  'licence-late': 'licence',
  'seizure-late': 'compulsory-measure',
  'court-early': 'compulsory-enforcement',
  'inspection-alone': 'inspection',
};

describe.each(procedureCases.map((data) => [data.id, data] as const))('%s', (id, data) => {
  const about = JSON.parse(readFileSync(path.join(folder, id, 'case.json'), 'utf8'));

  test('its file is what the builder describes', () => {
    expect(about).toEqual(JSON.parse(JSON.stringify(describeProcedure(assembleProcedure(data)))));
  });

  test('its papers, its type and what they state are read from the file', async () => {
    const gathered = await gather(path.join(folder, id));
    const [only] = gathered.cases;
    const { record, documents } = extractCase(await readFiles(only?.files ?? []), book, id);
    await gathered.dispose();
    expect(record.caseType).toBe(types[id]);
    expect(documents.map((document) => document.kind)).toEqual(data.papers.map((paper) => paper.kind));
    const read = Object.keys(data.facts).map((fact) => [fact, bare(record.facts[fact])]);
    expect(Object.fromEntries(read)).toEqual(data.facts);
  });
});

function bare(raw: Fact | FactValue | null | undefined): unknown {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Fact).value : raw;
}
