import {
  articleInWords,
  type Covered,
  calculateDays,
  coverageOf,
  type DaysQuestion,
  dayNumber,
  type Requirement,
  type RuleBook,
  requirementTypes,
} from '@anjuan/core';
import type { ArticleText, CoverageList, CoveredRow, DaysReply, LawSummary } from './contract/index.ts';
import type { LawTexts } from './law-texts.ts';
import { Refusal } from './problems.ts';

/** The law as it is looked up: what is demanded and how it is checked, the register of laws, their texts, the periods. */
export interface LawLibrary {
  coverage(): CoverageList;
  laws(): Promise<readonly LawSummary[]>;
  /** The article in force on that day, of the newest version without one; null where its text was not imported. Throws 404 for an unknown law. */
  article(law: string, article: string, on: string | undefined): Promise<ArticleText['article']>;
  /** Throws a 400 that names the field. */
  days(question: DaysQuestion): DaysReply;
}

export function lawLibrary(book: RuleBook, texts: LawTexts): LawLibrary {
  const { laws, periods, kinds } = book.pack;
  const labels = new Map(kinds.map((kind) => [kind.id, kind.label]));
  let known: CoverageList | null = null;
  return {
    coverage: () => {
      known ??= coverageList(book, labels);
      return known;
    },
    laws: async () => {
      const names = await texts.names();
      return [...laws.values()].map(({ id, title, short, kind, versions }) => ({
        id,
        title,
        short,
        kind,
        counts: periods.some((one) => one.law === id),
        versions: versions.map(({ from, to }) => ({ from, to: to ?? null, text: names.has(`${id}@${from}`) })),
      }));
    },
    article: async (id, number, on) => {
      const law = laws.get(id);
      if (law === undefined) throw new Refusal(404, 'no-such-law', '没有收录这部法律。');
      const found = await texts.article(law, number, on);
      if (found === null) return null;
      const { text, to, article } = found;
      const place = articleInWords({ article: article.number, paragraph: null, item: null });
      return { law: id, title: text.title, from: text.from, to, place, paragraphs: article.paragraphs };
    },
    days: (question) => {
      const found = calculateDays(question, book.pack, book.calendar);
      if ('problem' in found) throw new Refusal(400, 'cannot-count', `${found.problem.message}。`, found.problem.field);
      const { answer } = found;
      const days = answer.days.map((one) => ({
        ...one,
        works: book.calendar.isWorkingDay(dayNumber(one.day) ?? Number.NaN),
      }));
      return { ...answer, days };
    },
  };
}

function coverageList(book: RuleBook, labels: ReadonlyMap<string, string>): CoverageList {
  const { covered, drafts } = coverageOf(book.shelf.all().map((one) => one.pack));
  return {
    requirements: [...covered.map((one) => rowOf(one, labels)), ...drafts.map(draftRow)],
    types: Object.entries(requirementTypes).map(([id, label]) => ({ id, label })),
  };
}

function rowOf({ requirement, status, rules, questions }: Covered, labels: ReadonlyMap<string, string>): CoveredRow {
  return {
    ...draftRow(requirement),
    status,
    rules,
    questions: questions.map(({ id, title, question, look }) => ({
      id,
      title,
      question,
      look: look.map((kind) => labels.get(kind) ?? kind),
    })),
  };
}

function draftRow(row: Requirement): CoveredRow {
  const { id, says, type, stage, sector, province, law, lawTitle, article, paragraph, item, from, to } = row;
  const place = article === null ? '' : articleInWords({ article, paragraph, item });
  return {
    id,
    says,
    type,
    stage,
    sector,
    province,
    severity: row.gravity,
    law,
    lawTitle,
    place,
    from,
    to,
    status: null,
    rules: [],
    questions: [],
  };
}
