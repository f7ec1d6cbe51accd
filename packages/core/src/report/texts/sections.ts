import type { BatchCase, IndicatorResult, ScoreGroup } from '../batch/types.ts';
import { unknownUnit } from '../batch/units.ts';
import { type Block, dayInWords, type Text } from '../official.ts';
import { scoreInSentence, scoreOf } from './scores.ts';
import { concat, joined, sentences, type Writer } from './writer.ts';

/** Names of at most so many, then how many there are in all. */
const named = 8;

/** What was reviewed, of when, how; and what is missing. */
export function scopeOf(writer: Writer): readonly Block[] {
  const { model } = writer;
  const standard = model.groups.length === 1 ? model.groups[0] : undefined;
  const absent = model.absentUnits.map((name) => writer.unit(name));
  return [
    ...sentences(
      casesOf(writer),
      periodOf(writer),
      standard === undefined
        ? writer.say('scope.method-plain')
        : writer.say('scope.method', { standard: standard.title }),
    ),
    ...sentences(
      absent.length === 0
        ? null
        : absent.length === 1
          ? writer.say('scope.absent-one', { names: absent[0] ?? '' })
          : writer.say('scope.absent', { number: String(absent.length), names: absent.join('、') }),
      model.unchecked.length === 0
        ? null
        : writer.say('scope.unchecked', {
            number: String(model.unchecked.length),
            names: listed(
              model.unchecked.map((one) => (writer.edition.anonymous ? writer.unit(one.unit ?? '') : one.name)),
            ),
          }),
    ),
  ];
}

function periodOf(writer: Writer): Text | null {
  const { period } = writer.model.meta;
  if (period === null) return null;
  return period.from === period.to
    ? writer.say('scope.day', { from: dayInWords(period.from) })
    : writer.say('scope.period', { from: dayInWords(period.from), to: dayInWords(period.to) });
}

function casesOf(writer: Writer): Text | null {
  const { model } = writer;
  const units = model.units.filter((unit) => unit.cases.length > 0 && unit.name !== unknownUnit);
  const values = { cases: writer.figure('cases'), ...kindsOf(writer) };
  if (units.length === 1) return writer.say('scope.cases-one', { ...values, unit: writer.unit(units[0]?.name ?? '') });
  return writer.say('scope.cases', { ...values, units: writer.figure('units') });
}

/** 行政处罚案卷 when all are of one type; else 行政执法案卷 and how many there are of each. */
export function kindsOf(writer: Writer): { readonly kind: Text; readonly types: Text } {
  const { types } = writer.model;
  if (types.length === 1 && types[0]?.label !== '其他') return { kind: `${types[0]?.label}案卷`, types: '' };
  if (types.length === 1) return { kind: '行政执法案卷', types: '' };
  const each = types.map((type) => concat(type.label, writer.figure(type.count), '件'));
  return { kind: '行政执法案卷', types: concat('，其中', joined(each)) };
}

function listed(names: readonly string[]): string {
  const different = [...new Set(names)];
  return different.length <= named ? different.join('、') : `${different.slice(0, named).join('、')}等`;
}

/** The overall result: one paragraph a group of scores, then the problems. */
export function resultOf(writer: Writer): readonly Block[] {
  const { model } = writer;
  const several = model.groups.length > 1;
  const [only, ...others] = model.cases.filter((one) => one.unchecked === null);
  // Averages and shares of one file say nothing.
  if (only !== undefined && others.length === 0) return sentences(oneResult(writer, only));
  return [
    ...model.groups.flatMap((group) =>
      sentences(
        several
          ? writer.say('result.group', {
              standard: group.title,
              max: String(group.max / 100),
              number: String(group.cases.length),
            })
          : null,
        averageOf(writer, group),
        ...gradesOf(writer, group),
        bandsOf(writer, group),
      ),
    ),
    ...sentences(
      model.problemNumber === 0
        ? writer.say('result.clean-all')
        : writer.say('result.problems', {
            number: writer.figure(model.problems),
            'per-case': model.perCase === null ? '' : writer.figure(model.perCase),
          }),
      model.clean === null || model.problemNumber === 0
        ? null
        : writer.say('result.clean', {
            number: writer.figure(model.clean.count),
            share: writer.figure(model.clean.share),
          }),
    ),
  ];
}

function oneResult(writer: Writer, one: BatchCase): Text | null {
  const score = scoreOf(one, writer.model);
  const problems =
    one.problems.length === 0 ? '没有发现问题' : concat('发现问题', writer.figure(writer.model.problems), '个');
  return score === null
    ? writer.say('result.one-plain', { problems })
    : writer.say('result.one', { score: scoreInSentence(score), problems });
}

function averageOf(writer: Writer, group: ScoreGroup): Text | null {
  const { average, median } = group;
  if (average === null || median === null) return null;
  if (!average.settled) {
    return writer.say('result.average-range', {
      low: writer.figure(average.low),
      high: writer.figure(average.high),
      pending: group.pending === null ? '' : writer.figure(group.pending),
      'middle-low': writer.figure(median.low),
      'middle-high': writer.figure(median.high),
    });
  }
  const extremes =
    group.best === null || group.worst === null
      ? ''
      : concat('，最高', writer.figure(group.best), '分，最低', writer.figure(group.worst), '分');
  return writer.say('result.average', {
    average: writer.figure(average.low),
    median: writer.range(median),
    extremes,
  });
}

function gradesOf(writer: Writer, group: ScoreGroup): readonly (Text | null)[] {
  const all = group.undecided !== null && group.grades.length === 0;
  return [
    group.grades.length === 0 ? null : writer.say('result.grades', { grades: gradeList(writer, group) }),
    group.undecided === null
      ? null
      : all
        ? writer.say('result.undecided-all')
        : writer.say('result.undecided', {
            number: writer.figure(group.undecided.count),
            share: writer.figure(group.undecided.share),
          }),
    group.vetoed === null
      ? null
      : writer.say('result.vetoed', {
          number: writer.figure(group.vetoed.count),
          share: writer.figure(group.vetoed.share),
        }),
    group.openVetoes === null ? null : writer.say('result.open-vetoes', { number: writer.figure(group.openVetoes) }),
    group.unscored === null ? null : writer.say('result.unscored', { number: writer.figure(group.unscored) }),
  ];
}

/** 优秀28件（31.46%）、良好41件（46.07%）. */
export function gradeList(writer: Writer, group: ScoreGroup): Text {
  return joined(
    group.grades.map((one) => concat(one.grade, writer.figure(one.count), '件（', writer.figure(one.share), '）')),
  );
}

function bandsOf(writer: Writer, group: ScoreGroup): Text | null {
  if (group.bands.length < 2) return null;
  return writer.say('result.bands', {
    bands: joined(group.bands.map((band) => concat(band.label, writer.figure(band.count), '件'))),
  });
}

/** An indicator as a sentence. */
export function indicatorSentence(writer: Writer, one: IndicatorResult): Text | null {
  const unit = one.all === null ? '件' : (writer.model.figures[one.all]?.unit ?? '件');
  const note = one.note === null ? '' : `（${one.note}）`;
  const unknown =
    one.unknown === null ? '' : concat('，另有', writer.figure(one.unknown), `${unit}无法从案卷判断，未计算在内`);
  if (one.kind === 'count')
    return writer.say('indicators.count', { title: one.title, number: writer.figure(one.number) });
  if (one.share === null || one.all === null) {
    return one.unknown === null
      ? null
      : writer.say('indicators.untold', {
          title: one.title,
          unknown: writer.figure(one.unknown),
          unit: writer.model.figures[one.unknown]?.unit ?? '件',
        });
  }
  if (one.kind === 'missed' && one.of[0] === 0) {
    return writer.say('indicators.missed-none', { title: one.title, all: writer.figure(one.all), unknown });
  }
  return writer.say(one.kind === 'kept' ? 'indicators.share' : 'indicators.missed', {
    title: one.title,
    share: writer.figure(one.share),
    kept: writer.figure(one.number),
    all: writer.figure(one.all),
    note,
    unknown,
  });
}

/** The comparison with an earlier batch, or why there is none. */
export function trendOf(writer: Writer): readonly Block[] {
  const { trend } = writer.model;
  if (trend === null) return [];
  if (trend.incomparable !== null) return writer.paragraph('trend.not', { reason: trend.incomparable });
  const rows = trend.rows.map((row) => {
    const now = concat(writer.figure(row.figure), row.unit === '百分点' ? '' : row.unit);
    const name = row.change === '持平' ? 'same' : row.change.startsWith('+') ? 'up' : 'down';
    const change = `${row.change.replace(/^[+-]/u, '')}${row.unit === '百分点' ? '个百分点' : row.unit}`;
    return writer.say(`trend.row-${name}`, { label: row.label, now, ...(name === 'same' ? {} : { change }) }) ?? '';
  });
  if (rows.length === 0) return [];
  return sentences(
    writer.say('trend.rows', { rows: joined(rows, '；') }),
    trend.caution === null ? null : `${trend.caution}。`,
  );
}
