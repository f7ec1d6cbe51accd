import type { CaseRecord, FactValue } from '../record/types.ts';
import type { Plan } from './compile.ts';
import type { Problem } from './source.ts';
import type { Rule, RuleCase } from './types.ts';

/** Keys of a case's record that are no facts. */
const special = ['complete', 'documents', 'unread'];

/** The record a case describes: whole, of the rule's own type and procedure unless it says otherwise. */
export function recordOf(rule: Rule, one: RuleCase): CaseRecord {
  const facts: Record<string, FactValue> = {};
  const type = rule.for.type?.[0];
  const procedure = rule.for.procedure?.[0];
  if (type !== undefined) facts['case.type'] = type;
  if (procedure !== undefined) facts['case.procedure'] = procedure;
  for (const [path, value] of Object.entries(one.record)) if (!special.includes(path)) facts[path] = value as FactValue;
  const kinds = Array.isArray(one.record.documents) ? one.record.documents.map(String) : [];
  const unread = typeof one.record.unread === 'number' ? one.record.unread : 0;
  return {
    id: `${rule.id} ${one.name}`,
    complete: one.record.complete !== false,
    facts,
    documents: kinds.map((kind, index) => ({
      id: `d${index + 1}`,
      kind,
      title: kind,
      file: '用例',
      pages: [index + 1, index + 1],
    })),
    ...(unread > 0
      ? {
          unread: Array.from({ length: unread }, (_, index) => ({ file: '用例', page: index + 1, reason: '未能读取' })),
        }
      : {}),
  };
}

/** Facts that a case names and the dictionary does not have, each at its place. */
export function checkCases(plan: Plan): readonly Problem[] {
  const { dictionary, kinds } = plan.pack;
  return plan.pack.rules.flatMap((rule) =>
    rule.cases.flatMap((one, index) =>
      Object.keys(one.record)
        .filter((path) => !special.includes(path) && !dictionary.has(path))
        .map((path) => rule.source.problem(['cases', index, 'record', path], `用例中的事实“${path}”不在 facts.yaml 中`))
        .concat(
          (Array.isArray(one.record.documents) ? one.record.documents : [])
            .filter((kind) => !kinds.some((known) => known.id === kind))
            .map((kind) =>
              rule.source.problem(
                ['cases', index, 'record', 'documents'],
                `文书种类“${String(kind)}”不在 kinds.yaml 中`,
              ),
            ),
        ),
    ),
  );
}
