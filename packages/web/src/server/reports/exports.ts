import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  type BatchModel,
  type Composed,
  compose,
  composeSheets,
  composeTables,
  editionOf,
  officialHtml,
  type PersonalHit,
  type ReportData,
} from '@anjuan/core';
import { workbookOf, writeDocx, writeXlsx, zipOf } from '@anjuan/office';
import type { ExportRequest, ExportState } from '../contract/index.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { modelOf, reportData, resultOf } from './batches.ts';

const editions = ['circulation', 'one-to-one', 'internal'] as const;
const folders = { circulation: '通报版', 'one-to-one': '一对一版', internal: '内部版' } as const;

export interface Made {
  /** Folder within the package; empty when there is one edition. */
  readonly folder: string;
  readonly composed: Composed;
}

/** Documents that a request asks for, composed one after another. */
async function* documentsOf(services: Services, batch: string, wish: ExportRequest): AsyncGenerator<Made> {
  const data = await reportData(services);
  const model = await modelOf(services, batch, wish.earlier, data);
  for (const id of wish.edition === 'all' ? editions : [wish.edition]) {
    const edition = editionOf(id, { anonymous: wish.anonymous && id !== 'internal', sources: wish.sources });
    const options = {
      edition,
      keep: new Set(wish.keep),
      ...(wish.unit === undefined ? {} : { unit: wish.unit }),
    };
    // The three editions are of the circulated report; the one for units is each unit's own opinion.
    const kind = wish.edition === 'all' && id === 'one-to-one' ? 'unit' : wish.kind;
    const folder = wish.edition === 'all' ? folders[id] : '';
    for await (const composed of composedOf(services, model, data, kind, wish.format, options)) {
      yield { folder, composed };
      await setImmediate(); // others are served between two documents
    }
  }
}

async function* composedOf(
  services: Services,
  model: BatchModel,
  data: ReportData,
  kind: ExportRequest['kind'],
  format: ExportRequest['format'],
  options: Parameters<typeof compose>[3],
): AsyncGenerator<Composed> {
  if (kind === 'circulation' && format === 'xlsx') yield composeTables(model, data, options);
  else if (kind !== 'sheet') yield* compose(kind, model, data, options);
  else {
    for (const unit of model.units) {
      if (options.unit !== undefined && unit.name !== options.unit) continue;
      for (const id of unit.cases) yield* composeSheets(await resultOf(services, id), id, model, data, options);
    }
  }
}

/** Personal data in what would be written; each once, with how often it stands in all documents together. */
export async function personalIn(
  services: Services,
  batch: string,
  wish: ExportRequest,
): Promise<{ documents: number; hits: PersonalHit[] }> {
  const hits = new Map<string, PersonalHit>();
  let documents = 0;
  for await (const { composed } of documentsOf(services, batch, wish)) {
    documents++;
    for (const hit of composed.hits) {
      const known = hits.get(hit.text);
      hits.set(hit.text, known === undefined ? hit : { ...known, times: known.times + hit.times });
    }
  }
  return { documents, hits: [...hits.values()] };
}

interface Running {
  state: ExportState['state'];
  done: number;
  total: number;
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null;
  message: string | null;
}

/** Exports under way and the last ones done; they live as long as the program. */
export class Exports {
  private readonly running = new Map<string, Running>();

  /** Begins an export and gives its id at once. */
  start(services: Services, batch: string, wish: ExportRequest): string {
    const id = randomUUID();
    const one: Running = { state: 'running', done: 0, total: 0, file: null, message: null };
    this.running.set(id, one);
    for (const [old, other] of this.running) {
      if (this.running.size > 8 && other.state !== 'running') this.running.delete(old);
    }
    this.run(services, batch, wish, one).catch((error: unknown) => {
      one.state = 'failed';
      one.message = error instanceof Refusal ? error.message : '生成文书时出错，请重试；仍不成功请告知维护人员。';
      if (!(error instanceof Refusal)) services.complain('export failed', error);
    });
    return id;
  }

  stateOf(id: string): ExportState {
    const { state, done, total, file, message } = this.find(id);
    return { id, state, done, total, file: file?.name ?? null, message };
  }

  fileOf(id: string): NonNullable<Running['file']> {
    const { file } = this.find(id);
    if (file === null) throw new Refusal(409, 'not-done', '文书还没有生成完。');
    return file;
  }

  cancel(id: string): void {
    const one = this.find(id);
    if (one.state === 'running') one.state = 'cancelled';
  }

  private find(id: string): Running {
    const found = this.running.get(id);
    if (found === undefined) throw new Refusal(404, 'no-such-export', '没有这次导出，请重新导出。');
    return found;
  }

  private async run(services: Services, batch: string, wish: ExportRequest, one: Running): Promise<void> {
    const model = await modelOf(services, batch, wish.earlier);
    one.total = expected(model, wish);
    const files: { name: string; bytes: Uint8Array }[] = [];
    for await (const { folder, composed } of documentsOf(services, batch, wish)) {
      if (one.state === 'cancelled' || services.closing.aborted) return;
      const stem = folder === '' ? composed.name : `${folder}/${composed.name}`;
      files.push({ name: `${stem}.${wish.format}`, bytes: await bytesOf(composed, wish.format) });
      one.done = files.length;
    }
    const [first] = files;
    if (first === undefined) throw new Refusal(409, 'nothing-to-write', '没有可以生成的文书。');
    one.file =
      files.length === 1
        ? { name: first.name, type: types[wish.format], bytes: first.bytes }
        : { name: `${model.meta.name}.zip`, type: 'application/zip', bytes: zipOf(files, model.meta.day) };
    one.total = one.done;
    one.state = 'done';
  }
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
} as const;

async function bytesOf({ document }: Composed, format: ExportRequest['format']): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(document);
    case 'xlsx':
      return writeXlsx(workbookOf(document));
    case 'html':
      return Buffer.from(officialHtml(document));
    case 'json':
      return Buffer.from(`${JSON.stringify(document, null, 1)}\n`);
    default:
      return format satisfies never;
  }
}

/** How many documents a wish comes to, for the bar. */
function expected(model: BatchModel, wish: ExportRequest): number {
  const units = model.units.filter((unit) => wish.unit === undefined || unit.name === wish.unit);
  const perUnit = units.length + (wish.unit === undefined ? model.absentUnits.length : 0);
  if (wish.edition === 'all') return perUnit + 2;
  if (wish.kind === 'sheet') return units.reduce((sum, unit) => sum + unit.cases.length, 0);
  return wish.kind === 'circulation' || wish.kind === 'annual' ? 1 : perUnit;
}
