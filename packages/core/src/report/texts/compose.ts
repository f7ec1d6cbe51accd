import type { ReportData } from '../batch/data.ts';
import { type CaseResult, scoresOf } from '../batch/result.ts';
import type { BatchModel } from '../batch/types.ts';
import type { OfficialDocument } from '../official.ts';
import { annualParagraphs } from './annual.ts';
import { circulation } from './circulation.ts';
import { type PersonalHit, protect } from './protect.ts';
import { rectifyNotice, selfCheck } from './rectify.ts';
import { sheetDocument } from './sheet.ts';
import { sourcesAnnex } from './sources.ts';
import { batchTables } from './tables.ts';
import { unitOpinion } from './unit.ts';
import { type Edition, Writer } from './writer.ts';

/** Documents of a batch: one for all, or one a unit. Score sheets of single files are composed by {@link composeSheets}. */
export const reportKinds = ['circulation', 'unit', 'self-check', 'rectify', 'annual'] as const;
export type ReportKind = (typeof reportKinds)[number];

export interface Composed {
  /** Name for a file, without ending. */
  readonly name: string;
  readonly document: OfficialDocument;
  /** Personal data found in it, and what became of it. */
  readonly hits: readonly PersonalHit[];
}

export interface ComposeOptions {
  readonly edition: Edition;
  /** Only this unit's document; all of them without it. */
  readonly unit?: string;
  /** Personal data that stays uncovered, as its text stands. */
  readonly keep?: ReadonlySet<string>;
}

const names: Readonly<Record<ReportKind, string>> = {
  circulation: '评查通报',
  unit: '反馈意见书',
  'self-check': '自查报告',
  rectify: '整改通知书',
  annual: '年度报告素材',
};

/** Composes the documents of a kind, one after another. The same model, data and options give the same documents. */
export function* compose(
  kind: ReportKind,
  model: BatchModel,
  data: ReportData,
  options: ComposeOptions,
): Generator<Composed> {
  const finish = (writer: Writer, built: Omit<OfficialDocument, 'properties'>, unit: string | null): Composed => {
    const sources = options.edition.sources ? sourcesAnnex(writer, built) : null;
    const { document, hits } = protect(
      {
        ...built,
        annexes: sources === null ? built.annexes : [...built.annexes, sources],
        properties: propertiesOf(kind, model, options.edition, unit === null ? null : writer.unit(unit)),
      },
      writer,
      options.keep,
    );
    return { name: unit === null ? names[kind] : `${names[kind]}-${writer.unit(unit)}`, document, hits };
  };
  if (kind === 'circulation' || kind === 'annual') {
    const writer = new Writer(model, data, options.edition);
    yield finish(writer, kind === 'annual' ? annualParagraphs(writer) : circulation(writer), null);
    return;
  }
  for (const unit of model.units) {
    if (options.unit !== undefined && unit.name !== options.unit) continue;
    const writer = new Writer(model, data, options.edition);
    if (kind === 'unit') yield finish(writer, unitOpinion(writer, unit), unit.name);
    else if (unit.cases.length > 0) {
      yield finish(writer, kind === 'rectify' ? rectifyNotice(writer, unit) : selfCheck(writer, unit), unit.name);
    }
  }
  if (kind !== 'unit') return;
  for (const name of model.absentUnits) {
    if (options.unit !== undefined && name !== options.unit) continue;
    const writer = new Writer(model, data, options.edition);
    yield finish(writer, unitOpinion(writer, name), name);
  }
}

/** Everything of the batch as tables, for a workbook. */
export function composeTables(model: BatchModel, data: ReportData, options: ComposeOptions): Composed {
  const writer = new Writer(model, data, options.edition);
  const { document, hits } = protect({ ...batchTables(writer), properties: {} }, writer, options.keep);
  return { name: '评查结果', document, hits };
}

/** The score sheet of one case for each standard it was scored under; none for a case without score. */
export function* composeSheets(
  result: CaseResult,
  id: string,
  model: BatchModel,
  data: ReportData,
  options: ComposeOptions,
): Generator<Composed> {
  const writer = new Writer(model, data, options.edition);
  const scores = scoresOf(result);
  for (const score of scores) {
    if (model.meta.standard !== null && score.standard !== model.meta.standard) continue;
    const built = sheetDocument(result, score, data.phrases, model.meta.day);
    const properties = { ...propertiesOf('sheet', model, options.edition, null), 'anjuan.case': id };
    const { document, hits } = protect({ ...built, properties }, writer, options.keep, [id]);
    const name = options.edition.anonymous
      ? `第${writer.caseNumber(id)}号案卷`
      : (result.case.number ?? result.case.name);
    yield { name: `评分表-${name}${scores.length > 1 ? `-${score.standard}` : ''}`, document, hits };
  }
}

/** What reading the file again needs to know: see `verifyReport`. */
function propertiesOf(
  kind: ReportKind | 'sheet',
  model: BatchModel,
  edition: Edition,
  unit: string | null,
): OfficialDocument['properties'] {
  return {
    'anjuan.kind': kind,
    'anjuan.batch': model.meta.id,
    'anjuan.edition': edition.id,
    'anjuan.anonymous': edition.anonymous ? '1' : '0',
    'anjuan.masked': edition.masked ? '1' : '0',
    'anjuan.sources': edition.sources ? '1' : '0',
    ...(model.meta.standard === null ? {} : { 'anjuan.standard': model.meta.standard }),
    ...(unit === null ? {} : { 'anjuan.unit': unit }),
  };
}

/** The edition a kind of document has unless another is asked for: what is circulated covers personal data. */
export function editionOf(
  id: Edition['id'],
  options: { readonly anonymous: boolean; readonly sources: boolean },
): Edition {
  return {
    id,
    anonymous: options.anonymous,
    masked: id === 'circulation' || options.anonymous,
    sources: options.sources,
  };
}
