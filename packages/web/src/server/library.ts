import {
  articleInWords,
  type Pack,
  type PlannedRule,
  plainLabel,
  type Rule,
  type RuleBook,
  runCasesOf,
} from '@anjuan/core';
import type { Phrase, RuleDetail, RuleSummary } from './contract/index.ts';

type Condition = PlannedRule['versions'][number]['require'];

/** The rules of a book as they are looked up; a rule's own cases are run when it is opened. */
export function rulesOf(book: RuleBook): {
  rules(): readonly RuleSummary[];
  rule(id: string): RuleDetail | null;
} {
  const asked = new Set(book.pack.questions.flatMap((question) => question.requirement));
  const summaries = book.plan.rules.map(({ rule }) => summaryOf(rule, asked));
  return {
    rules: () => summaries,
    rule: (id) => {
      const planned = book.plan.rules.find((one) => one.rule.id === id);
      return planned === undefined ? null : detailOf(book, planned, asked);
    },
  };
}

function summaryOf(rule: Rule, asked: ReadonlySet<string>): RuleSummary {
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

function detailOf(book: RuleBook, planned: PlannedRule, asked: ReadonlySet<string>): RuleDetail {
  const { rule } = planned;
  const results = runCasesOf(book.plan, rule.id, book.calendar);
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
    requirements: rule.requirement.flatMap((id) => requirementOf(book.pack, id)),
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

function requirementOf(pack: Pack, id: string): RuleDetail['requirements'] {
  const row = pack.requirements.get(id);
  if (row === undefined) return [];
  const { article, paragraph, item } = row;
  const place = `《${row.lawTitle}》${article === null ? '' : articleInWords({ article, paragraph, item })}`;
  const questions = pack.questions.filter((one) => one.requirement.includes(id)).map((one) => one.question);
  return [{ id, says: row.says, place, questions }];
}

function phraseOf(condition: Condition): Phrase {
  return { text: heads[condition.operator] ?? condition.phrase, children: condition.children.map(phraseOf) };
}

/** What stands over the clauses of a condition that only joins others. */
const heads: Readonly<Record<string, string>> = { all: '以下各项都成立', any: '以下之一成立', not: '并非' };
