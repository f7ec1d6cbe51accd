import { type PlannedRule, type Rule, type RuleBook, runCasesOf, type ShelvedRule } from '@anjuan/core';
import type { Phrase, RuleDetail, RuleSummary } from './contract/index.ts';

type Condition = PlannedRule['versions'][number]['require'];

/** The rules of a book as they are looked up; a rule's own cases are run when it is opened. */
export function rulesOf(book: RuleBook): {
  rules(): readonly RuleSummary[];
  rule(id: string): RuleDetail | null;
} {
  const shelved = book.shelf.rules();
  const summaries = shelved.map(({ planned }) => summaryOf(planned.rule));
  return {
    rules: () => summaries,
    rule: (id) => {
      const found = shelved.find((one) => one.planned.rule.id === id);
      return found === undefined ? null : detailOf(book, found);
    },
  };
}

function summaryOf(rule: Rule): RuleSummary {
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
    cases: cases.length,
  };
}

function detailOf(book: RuleBook, { planned, pack }: ShelvedRule): RuleDetail {
  const { rule } = planned;
  const results = runCasesOf(pack.plan, rule.id, book.calendar);
  return {
    rule: {
      ...summaryOf(rule),
      message: rule.message,
      advice: rule.advice,
      curable: rule.curable,
      look: rule.look,
    },
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

function phraseOf(condition: Condition): Phrase {
  return { text: heads[condition.operator] ?? condition.phrase, children: condition.children.map(phraseOf) };
}

/** What stands over the clauses of a condition that only joins others. */
const heads: Readonly<Record<string, string>> = { all: '以下各项都成立', any: '以下之一成立', not: '并非' };
