import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  acceptResult,
  type BatchCase,
  buildBatch,
  type CaseResult,
  completeMeta,
  compose,
  composeSheets,
  condense,
  editionOf,
  loadReportData,
  reportKinds,
} from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { writeDocx } from '@anjuan/office';
import { inventResults } from '../samples/batch/invent.ts';

const cases = 1000;

/**
 * Reports of a thousand invented files: results from disk, the figures, then every document of every kind as Word. The ratio is to parsing the same
 * results alone, in the same run; the time is only to hold it against the minute that is asked.
 */
export async function benchReports(): Promise<void> {
  const book = await readRules();
  const { data } = loadReportData(book.reports);
  if (data === null) throw new Error('rules/reports has mistakes');
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-bench-'));
  try {
    for (const result of inventResults(book, { cases, pending: 0.3 })) {
      writeFileSync(path.join(folder, `${result.case.id}.json`), JSON.stringify(result));
    }
    const read = (index: number): CaseResult => {
      const result = acceptResult(JSON.parse(readFileSync(path.join(folder, `case-${index}.json`), 'utf8')));
      if (typeof result === 'string') throw new Error(result);
      return result;
    };
    let from = performance.now();
    for (let index = 1; index <= cases; index++) read(index);
    const parsing = performance.now() - from;
    from = performance.now();
    const condensed: BatchCase[] = [];
    for (let index = 1; index <= cases; index++) condensed.push(condense(read(index), `case-${index}`, data));
    const meta = completeMeta('bench', { name: '评查', organ: '某县司法局' }, condensed, ['2026-07-15']);
    const model = buildBatch(meta, condensed, { data });
    const figures = performance.now() - from;
    from = performance.now();
    let documents = 0;
    const options = { edition: editionOf('circulation', { anonymous: false, sources: true }) };
    for (const kind of reportKinds) {
      for (const { document } of compose(kind, model, data, options)) {
        await writeDocx(document);
        documents++;
      }
    }
    for (let index = 1; index <= cases; index++) {
      for (const { document } of composeSheets(read(index), `case-${index}`, model, data, options)) {
        await writeDocx(document);
        documents++;
      }
    }
    const writing = performance.now() - from;
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`\nReports of ${cases} files, ratio to parsing their results alone (same run):\n`);
    console.log(`  figures of all           ${(figures / parsing).toFixed(1)} ×`);
    console.log(`  ${documents} Word files ${(writing / parsing).toFixed(1)} ×`);
    console.log(
      `  together ${((figures + writing) / 1000).toFixed(1)} s on one core, ${memory} MB (at most 60 s asked)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
