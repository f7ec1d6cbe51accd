import type { ScoreGroup } from '../batch/types.ts';
import type { OfficialDocument, Text } from '../official.ts';
import { gradeList, indicatorSentence, kindsOf } from './sections.ts';
import { concat, joined, sentences, type Writer, wordsOf } from './writer.ts';

/** Paragraphs with figures for the yearly report on building a government under the rule of law. */
export function annualParagraphs(writer: Writer): Omit<OfficialDocument, 'properties'> {
  const { model } = writer;
  const { period } = model.meta;
  const group = model.groups.length === 1 ? model.groups[0] : undefined;
  const review = writer.say('annual.review', {
    period: period === null ? '' : yearsOf(period),
    units: writer.figure('units'),
    cases: writer.figure('cases'),
    ...kindsOf(writer),
    score: (group === undefined ? null : averageOf(writer, group)) ?? '',
    problems: model.problemNumber === 0 ? '没有发现问题' : concat('发现问题', writer.figure(model.problems), '个'),
  });
  const indicators = model.indicators.map((one) => indicatorSentence(writer, one)).filter((one) => one !== null);
  return {
    title: wordsOf(writer.say('annual.title')),
    day: model.meta.day,
    head: null,
    to: null,
    body: [
      ...sentences(
        review,
        group === undefined || group.grades.length === 0
          ? null
          : writer.say('annual.grades', { grades: gradeList(writer, group) }),
      ),
      ...(indicators.length === 0
        ? []
        : writer.paragraph('annual.systems', { indicators: joined(indicators.map(withoutStop), '；') })),
      ...(model.classes.length === 0
        ? []
        : writer.paragraph('annual.problems', {
            classes: joined(
              model.classes.slice(0, 3).map((one) => concat(`${one.title}（`, writer.figure(one.count), '个）')),
            ),
          })),
      ...model.notes.map((text) => ({ is: 'paragraph' as const, text })),
    ],
    signed: null,
    annexes: [],
  };
}

function averageOf(writer: Writer, group: ScoreGroup): Text | null {
  if (group.average === null) return null;
  return group.average.settled
    ? writer.say('annual.average', { average: writer.figure(group.average.low) })
    : writer.say('annual.average-range', {
        low: writer.figure(group.average.low),
        high: writer.figure(group.average.high),
      });
}

function withoutStop(text: Text): Text {
  const parts = concat(text);
  const last = parts.at(-1);
  return typeof last === 'string' ? [...parts.slice(0, -1), last.replace(/。$/u, '')] : parts;
}

function yearsOf(period: { readonly from: string; readonly to: string }): string {
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  return from === to ? `${from}年` : `${from}年至${to}年`;
}
