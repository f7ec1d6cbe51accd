import type { ReportData } from './data.ts';
import { Figures } from './figures.ts';
import { groupScores } from './groups.ts';
import { indicatorOf } from './indicators.ts';
import { classesOf, foundIn, itemsOf } from './problems.ts';
import { trendOf } from './trend.ts';
import type { BatchCase, BatchMeta, BatchModel } from './types.ts';
import { assignUnits, summariseUnits, unknownUnit } from './units.ts';

/** A batch nothing can be reported of; the message says why, in Chinese. */
export class EmptyBatch extends Error {
  override readonly name = 'EmptyBatch';
}

export interface BatchOptions {
  readonly data: ReportData;
  /** Names of grades by standard, best first. */
  readonly grades?: ReadonlyMap<string, readonly string[]>;
  readonly earlier?: BatchModel;
}

/** How many of the most frequent items a report lists. */
const most = 10;

const typeLabels: Readonly<Record<string, string>> = {
  penalty: '行政处罚',
  licence: '行政许可',
  'compulsory-measure': '行政强制措施',
  'compulsory-enforcement': '行政强制执行',
  inspection: '行政检查',
  transfer: '案件移送',
};

/**
 * Works out everything a report of the cases may say. Cases without a result are listed and counted in no figure; totals of different
 * standards are never averaged together. Throws {@link EmptyBatch} when no case has a result.
 */
export function buildBatch(meta: BatchMeta, all: readonly BatchCase[], options: BatchOptions): BatchModel {
  const cases = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (cases.length === 0) throw new EmptyBatch(`批次“${meta.name}”里没有案卷，不能生成报告。`);
  const checked = cases.filter((one) => one.unchecked === null);
  const unchecked = cases.filter((one) => one.unchecked !== null);
  if (checked.length === 0) {
    throw new EmptyBatch(`批次“${meta.name}”的 ${cases.length} 件案卷都还没有检查结果，不能生成报告。`);
  }
  const { data } = options;
  const figures = new Figures();
  const order = options.grades ?? new Map<string, readonly string[]>();
  const ids = checked.map((one) => one.id);
  figures.count('cases', '评查案卷', ids.length, '件', ids);
  const unitOf = assignUnits(cases, meta);
  const units = summariseUnits(cases, unitOf, meta, figures, order);
  const named = units.filter((unit) => unit.name !== unknownUnit && unit.cases.length > 0);
  figures.count(
    'units',
    '涉及单位',
    named.length,
    '个',
    named.flatMap((unit) => unit.cases),
  );
  const found = foundIn(checked);
  const withProblems = [...new Set(found.map((one) => one.id))];
  const clean = checked.filter((one) => one.problems.length === 0).map((one) => one.id);
  const groups = groupScores(checked, meta.standard, figures, '', '', order);
  const items = itemsOf(found, ids, unitOf, figures);
  const model: Omit<BatchModel, 'trend'> = {
    meta,
    units,
    absentUnits: meta.units.map((unit) => unit.name).filter((name) => !units.some((unit) => unit.name === name)),
    unchecked,
    types: typesOf(checked, figures),
    groups,
    problems: figures.count('problems', '问题', found.length, '个', withProblems),
    problemNumber: found.length,
    perCase: figures.ratio('per-case', '平均每件问题', found.length, ids.length, '个', ids),
    clean: clean.length === 0 ? null : figures.cases('clean', '未发现问题的案卷', clean, ids),
    classes: classesOf(found, items, data, figures),
    items: items.slice(0, most),
    indicators: data.indicators.flatMap((one) => indicatorOf(one, checked, figures, '') ?? []),
    notes: notesOf(checked, groups, meta, unitOf),
    cases: cases.map((one) => ({ ...one, unit: unitOf.get(one.id) ?? unknownUnit })),
    basis: { packs: [...new Set(checked.map((one) => one.pack))].sort(), data: data.hash },
    figures: figures.done(),
  };
  return { ...model, trend: options.earlier === undefined ? null : trendOf(model, options.earlier) };
}

function typesOf(cases: readonly BatchCase[], figures: Figures): BatchModel['types'] {
  const types = new Map<string, string[]>();
  for (const one of cases) types.set(one.type ?? '', [...(types.get(one.type ?? '') ?? []), one.id]);
  return [...types]
    .sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
    .map(([type, of]) => {
      const label = typeLabels[type] ?? '其他';
      return { type, label, count: figures.count(`type.${type || 'other'}`, `${label}案卷`, of.length, '件', of) };
    });
}

/** What the reader has to know before trusting the figures. */
function notesOf(
  checked: readonly BatchCase[],
  groups: BatchModel['groups'],
  meta: BatchMeta,
  unitOf: ReadonlyMap<string, string>,
): readonly string[] {
  const notes: string[] = [];
  if (groups.length > 1) {
    const each = groups.map((group) => `《${group.title}》（满分${group.max / 100}分）${group.cases.length}件`);
    notes.push(`本批案卷适用了不同的评查标准：${each.join('、')}。不同标准的得分不能相加，平均分按标准分别计算。`);
  }
  const scored = new Set(groups.flatMap((group) => group.cases));
  const unscored = checked.filter((one) => !scored.has(one.id));
  if (unscored.length > 0 && groups.length > 0) {
    notes.push(`${unscored.length}件案卷没有${meta.standard === null ? '' : '按该标准'}评分，不计入得分和等次。`);
  }
  const nameless = checked.filter((one) => unitOf.get(one.id) === unknownUnit).length;
  if (nameless > 0) notes.push(`${nameless}件案卷没有读出办案单位，列在“${unknownUnit}”之下。`);
  const chains = new Set(checked.map((one) => one.pack.split('@')[0])).size;
  if (new Set(checked.map((one) => one.pack)).size > chains) {
    notes.push('本批案卷不是用同一版本的检查规则检查的，建议用同一版本重新检查后再作比较。');
  }
  const twins = doubled(checked);
  if (twins.length > 0) notes.push(`有文号相同的案卷，请核对是否重复：${twins.join('；')}。`);
  const partly = checked.filter((one) => one.notChecked.length > 0).length;
  if (partly > 0) notes.push(`${partly}件案卷有部分页面或者内容没有读出，相应事项待人工核查。`);
  return notes;
}

function doubled(cases: readonly BatchCase[]): readonly string[] {
  const numbers = new Map<string, string[]>();
  for (const one of cases) {
    if (one.number !== null) numbers.set(one.number, [...(numbers.get(one.number) ?? []), one.name]);
  }
  return [...numbers]
    .filter(([, names]) => names.length > 1)
    .map(([number, names]) => `${number}（${names.join('、')}）`);
}
