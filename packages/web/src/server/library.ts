import {
  articleInWords,
  type Pack,
  type PlannedRule,
  plainLabel,
  type Rule,
  type RuleBook,
  runCasesOf,
  type ShelvedRule,
} from '@anjuan/core';
import type { Phrase, RuleDetail, RuleSummary } from './contract/index.ts';

type Condition = PlannedRule['versions'][number]['require'];

/** The questions put to the reviewer on each requirement. */
type Asked = ReadonlyMap<string, readonly string[]>;

/** The rules of a book as they are looked up; a rule's own cases are run when it is opened. */
export function rulesOf(book: RuleBook): {
  rules(): readonly RuleSummary[];
  rule(id: string): RuleDetail | null;
} {
  const questions = book.shelf.all().flatMap((one) => one.pack.questions);
  const asked = new Map<string, string[]>();
  for (const { requirement, question } of new Map(questions.map((one) => [one.id, one])).values())
    for (const id of requirement) asked.set(id, [...(asked.get(id) ?? []), question]);
  const shelved = book.shelf.rules();
  const summaries = shelved.map(({ planned }) => summaryOf(planned.rule, asked));
  return {
    rules: () => summaries,
    rule: (id) => {
      const found = shelved.find((one) => one.planned.rule.id === id);
      return found === undefined ? null : detailOf(book, found, asked);
    },
  };
}

function summaryOf(rule: Rule, asked: Asked): RuleSummary {
  const { id, title, severity, status, theme, basis, versions, requirement, cases } = rule;
  return {
    id,
    title,
    severity,
    status,
    theme,
    basis,
    versions: versions.map(({ from, to }) => ({ from, to })),
    requirement,
    types: rule.for.type ?? [],
    procedures: rule.for.procedure ?? [],
    pack: packOf(rule),
    coverage: requirement.some((one) => asked.has(one)) ? 'assisted' : 'automatic',
    cases: cases.length,
  };
}

/** `national`, or the name of the sector or province whose folder the rule lies in. */
function packOf(rule: Rule): string {
  const [first = '', second = ''] = rule.file.split('/');
  return first === 'sectors' || first === 'provinces' ? second : first;
}

function detailOf(book: RuleBook, { planned, pack }: ShelvedRule, asked: Asked): RuleDetail {
  const { rule } = planned;
  const results = runCasesOf(pack.plan, rule.id, book.calendar);
  const { dictionary } = book.pack;
  return {
    rule: {
      ...summaryOf(rule, asked),
      message: rule.message,
      advice: rule.advice,
      curable: rule.curable,
      look: rule.look,
      datedBy: rule.versions.map((version) =>
        plainLabel(dictionary.get(version['dated-by'])?.label ?? version['dated-by']),
      ),
    },
    requirements: rule.requirement.flatMap((id) => requirementOf(book.pack, id, asked)),
    condition: planned.versions.map(({ when, require }) => ({
      when: when === null ? null : phraseOf(when),
      require: phraseOf(require),
    })),
    cases: rule.cases.map(({ name, record, expect }, index) => ({
      name,
      record,
      expect,
      got: results[index]?.got ?? 'error',
    })),
  };
}

function requirementOf(pack: Pack, id: string, asked: Asked): RuleDetail['requirements'] {
  const row = pack.requirements.get(id);
  if (row === undefined) return [];
  const { article, paragraph, item } = row;
  const place = `《${row.lawTitle}》${article === null ? '' : articleInWords({ article, paragraph, item })}`;
  return [{ id, says: row.says, place, questions: asked.get(id) ?? [] }];
}

function phraseOf(condition: Condition): Phrase {
  return { text: heads[condition.operator] ?? condition.phrase, children: condition.children.map(phraseOf) };
}

/** What stands over the clauses of a condition that only joins others. */
const heads: Readonly<Record<string, string>> = { all: '以下各项都成立', any: '以下之一成立', not: '并非' };
