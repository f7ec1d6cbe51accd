import type { Finding, Outcome } from '../../evaluate/types.ts';
import type { CaseRecord, CaseType, Procedure } from '../../record/types.ts';
import { rulingProblem } from '../answer.ts';
import type { Ruling } from '../results.ts';
import { score } from '../score.ts';
import { rulingOf } from '../short.ts';
import type { Item, Sheet, Standard, When } from '../types.ts';
import type { Author, Path } from './author.ts';
import type { RawExample } from './raw.ts';

/** Works the examples of a standard out and notes where they come to something else than their author says. */
export function checkExamples(standard: Standard, examples: readonly RawExample[], path: Path, author: Author): void {
  for (const [index, example] of examples.entries()) {
    const place = [...path, index];
    const sheet = standard.sheets.find((one) => one.id === (example.sheet ?? standard.sheets[0]?.id));
    if (sheet === undefined) {
      author.problem([...place, 'sheet'], `没有编号为“${example.sheet}”的评分表`);
      continue;
    }
    const rulings = rulingsOf(example, sheet, place, author);
    author.rules([...(example.fails ?? []), ...(example.open ?? []), ...(example.outside ?? [])], [...place, 'fails']);
    const result = score(standard, exampleRecord(example, sheet), examplesFindings(example, sheet), rulings, {
      sheet: sheet.id,
    });
    if (result === null) continue;
    for (const key of ['total', 'low', 'high', 'grade', 'scored'] as const) {
      const wanted = example[key];
      if (wanted !== undefined && wanted !== result[key])
        author.problem(
          [...place, key],
          `算例“${example.name}”：${names[key]}应为 ${wanted}，算得 ${result[key] ?? '（无）'}`,
        );
    }
  }
}

const names = { total: '得分', low: '最低可能得分', high: '最高可能得分', grade: '等级', scored: '是否打分' };

function rulingsOf(example: RawExample, sheet: Sheet, path: Path, author: Author): readonly Ruling[] {
  const items = new Map(sheet.sections.flatMap((section) => section.items.map((item) => [item.id, item])));
  return Object.entries(example.answers ?? {}).flatMap(([id, given]) => {
    const item = items.get(id);
    const place = [...path, 'answers', id];
    if (item === undefined) {
      author.problem(place, `评分表里没有项目“${id}”`);
      return [];
    }
    const ruling = rulingOf(id, given, item.question?.answers.map((answer) => answer.label) ?? []);
    const wrong = rulingProblem(item, ruling);
    if (wrong !== null) author.problem(place, `项目 ${id}：${wrong}`);
    return [ruling];
  });
}

/** A file with every paper the sheet speaks of, but for those the example says are not there. */
export function exampleRecord(example: RawExample, sheet: Sheet): CaseRecord {
  const absent = new Set(example.absent ?? []);
  const kinds = example.papers ?? [...kindsOf(sheet)].filter((kind) => !absent.has(kind));
  const [type] = sheet.type;
  const [procedure] = sheet.procedure;
  return {
    id: 'example',
    complete: true,
    ...(type === undefined ? {} : { caseType: type as CaseType }),
    ...(procedure === undefined ? {} : { procedure: procedure as Procedure }),
    facts: example.facts ?? {},
    documents: kinds.map((kind, index) => ({ id: `d${index}`, kind, title: kind, file: '', pages: [1, 1] })),
  };
}

function kindsOf(sheet: Sheet): ReadonlySet<string> {
  const about = sheet.sections.flatMap((section) => [section, ...section.items]);
  return new Set(about.flatMap((one) => one.documents));
}

/** Every rule the sheet asks, passed unless the example says otherwise. */
export function examplesFindings(example: RawExample, sheet: Sheet): readonly Finding[] {
  const items = sheet.sections.flatMap((section) => section.items);
  const asked = new Set([...items.flatMap(rulesOf), ...conditionsOf(sheet)]);
  const failed = new Set(example.fails ?? []);
  const open = new Set(example.open ?? []);
  const outside = new Set(example.outside ?? []);
  const outcome = (rule: string): Outcome => {
    if (failed.has(rule)) return 'fail';
    if (open.has(rule)) return 'cannot-tell';
    return outside.has(rule) ? 'not-applicable' : 'pass';
  };
  return [...new Set([...asked, ...failed, ...open])].map((rule) => findingOf(rule, outcome(rule)));
}

function rulesOf(item: Item): readonly string[] {
  return item.charges.flatMap((charge) => [...charge.rules, ...rulesIn(charge.when), ...rulesIn(charge.exemptWhen)]);
}

function conditionsOf(sheet: Sheet): readonly string[] {
  const about = sheet.sections.flatMap((section) => [section, ...section.items]);
  return about.flatMap((one) => [
    ...rulesIn(one.appliesWhen),
    ...rulesIn(one.requiredWhen),
    ...rulesIn(one.equivalents?.when ?? null),
    ...('exemptWhen' in one ? rulesIn(one.exemptWhen) : []),
  ]);
}

function rulesIn(when: When | null): readonly string[] {
  if (when === null) return [];
  if ('rules' in when) return when.rules;
  if (when.is === 'not') return rulesIn(when.of);
  return when.is === 'all' || when.is === 'any' ? when.of.flatMap(rulesIn) : [];
}

function findingOf(rule: string, outcome: Outcome): Finding {
  return {
    rule,
    title: rule,
    outcome,
    severity: 'minor',
    subject: null,
    message: rule,
    basis: [],
    advice: '',
    curable: 'explain',
    anchors: [],
    trace: null,
    version: null,
    key: rule,
  };
}
