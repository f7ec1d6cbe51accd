import type { Figures } from './figures.ts';
import type { BatchCase, CaseScore, GradeCount, ScoreGroup } from './types.ts';

/** A case with the one score that counts in a group. */
interface Scored {
  readonly id: string;
  readonly score: CaseScore;
}

/**
 * Scores by standard, its edition and full mark: only such totals may be averaged. `prefix` begins the figures' names, `whose` their labels.
 * `order` gives grades by standard, best first, where it is known.
 */
export function groupScores(
  cases: readonly BatchCase[],
  wanted: string | null,
  figures: Figures,
  prefix: string,
  whose: string,
  order: ReadonlyMap<string, readonly string[]>,
): readonly ScoreGroup[] {
  const groups = new Map<string, Scored[]>();
  for (const one of cases) {
    for (const score of one.scores) {
      if (wanted !== null && score.standard !== wanted) continue;
      const key = `${score.standard}\n${score.hash ?? ''}\n${score.max}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ id: one.id, score }]);
      else group.push({ id: one.id, score });
      // With no standard asked for, the first of a file counts.
      if (wanted === null) break;
    }
  }
  const keys = [...groups].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return keys.map(([, scored], index) =>
    groupOf(scored, figures, index === 0 ? prefix : `${prefix}${index + 1}.`, whose, order),
  );
}

function groupOf(
  all: readonly Scored[],
  figures: Figures,
  prefix: string,
  whose: string,
  order: ReadonlyMap<string, readonly string[]>,
): ScoreGroup {
  const first = all[0]?.score as CaseScore;
  const ids = all.map((one) => one.id);
  const scored = all.filter((one) => one.score.scored);
  const scoredIds = scored.map((one) => one.id);
  const unscored = all.filter((one) => !one.score.scored).map((one) => one.id);
  const sum = (of: (score: CaseScore) => number) => scored.reduce((total, one) => total + of(one.score), 0);
  const middle = (of: (score: CaseScore) => number): readonly [number, number] => {
    const sorted = scored.map((one) => of(one.score)).sort((a, b) => a - b);
    const half = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? [sorted[half] ?? 0, 1] : [(sorted[half - 1] ?? 0) + (sorted[half] ?? 0), 2];
  };
  const settled = scored.filter((one) => one.score.low === one.score.high);
  const extreme = (best: boolean): string | null => {
    // Among totals that may still move, nobody knows which is best.
    if (scored.length === 0 || settled.length < scored.length) return null;
    const value = scored.reduce(
      (top, one) => (best ? Math.max(top, one.score.total) : Math.min(top, one.score.total)),
      scored[0]?.score.total ?? 0,
    );
    const who = scored.filter((one) => one.score.total === value).map((one) => one.id);
    return figures.points(
      `${prefix}score.${best ? 'best' : 'worst'}`,
      `${whose}${best ? '最高分' : '最低分'}`,
      value,
      who,
    );
  };
  const pending = scored.filter((one) => one.score.low !== one.score.high).map((one) => one.id);
  const vetoed = all.filter((one) => one.score.vetoes.length > 0).map((one) => one.id);
  const openVetoes = all.filter((one) => one.score.openVetoes > 0).map((one) => one.id);
  const none = scored.length === 0;
  return {
    standard: first.standard,
    title: first.title,
    hash: first.hash,
    max: first.max,
    cases: ids,
    average: none
      ? null
      : figures.range(
          `${prefix}score.average`,
          `${whose}平均分`,
          [sum((one) => one.low), scored.length],
          [sum((one) => one.high), scored.length],
          scoredIds,
        ),
    median: none
      ? null
      : figures.range(
          `${prefix}score.median`,
          `${whose}中位数`,
          middle((one) => one.low),
          middle((one) => one.high),
          scoredIds,
        ),
    best: extreme(true),
    worst: extreme(false),
    ...gradesOf(all, ids, figures, prefix, whose, order.get(first.standard) ?? []),
    pending:
      pending.length === 0
        ? null
        : figures.count(`${prefix}score.pending`, `${whose}有待人工核查分值的案卷`, pending.length, '件', pending),
    vetoed:
      vetoed.length === 0 ? null : figures.cases(`${prefix}score.vetoed`, `${whose}触发一票否决的案卷`, vetoed, ids),
    openVetoes:
      openVetoes.length === 0
        ? null
        : figures.count(
            `${prefix}score.open-vetoes`,
            `${whose}有否决事项待人工认定的案卷`,
            openVetoes.length,
            '件',
            openVetoes,
          ),
    unscored:
      unscored.length === 0
        ? null
        : figures.count(`${prefix}score.unscored`, `${whose}不予计分的案卷`, unscored.length, '件', unscored),
    bands: bandsOf(
      settled,
      settled.map((one) => one.id),
      figures,
      prefix,
      whose,
      first.max,
    ),
  };
}

function gradesOf(
  all: readonly Scored[],
  ids: readonly string[],
  figures: Figures,
  prefix: string,
  whose: string,
  known: readonly string[],
): Pick<ScoreGroup, 'grades' | 'undecided'> {
  const open = all.filter((one) => one.score.possibleGrades.length > 1);
  const sure = all.filter((one) => one.score.possibleGrades.length <= 1 && one.score.grade !== null);
  const best = new Map<string, number>();
  for (const { score } of sure) {
    best.set(score.grade ?? '', Math.max(best.get(score.grade ?? '') ?? 0, score.total));
  }
  const rank = (grade: string) => (known.includes(grade) ? known.indexOf(grade) : known.length);
  const names = [...best.keys()].sort(
    (a, b) => rank(a) - rank(b) || (best.get(b) ?? 0) - (best.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  return {
    grades: names.map((grade): GradeCount => {
      const of = sure.filter((one) => one.score.grade === grade).map((one) => one.id);
      return { grade, number: of.length, ...figures.cases(`${prefix}grade.${grade}`, `${whose}${grade}案卷`, of, ids) };
    }),
    undecided:
      open.length === 0
        ? null
        : figures.cases(
            `${prefix}grade.undecided`,
            `${whose}等次待核查后确定的案卷`,
            open.map((one) => one.id),
            ids,
          ),
  };
}

const steps = [90, 80, 70, 60, 0] as const;

/** Settled totals by ten hundredths of the full mark; below sixty in one. */
function bandsOf(
  settled: readonly Scored[],
  ids: readonly string[],
  figures: Figures,
  prefix: string,
  whose: string,
  max: number,
): ScoreGroup['bands'] {
  if (ids.length === 0 || max <= 0) return [];
  return steps.flatMap((from, index) => {
    const to = index === 0 ? Number.POSITIVE_INFINITY : (steps[index - 1] ?? 0);
    const of = settled
      .filter((one) => one.score.total * 100 >= from * max && one.score.total * 100 < to * max)
      .map((one) => one.id);
    if (of.length === 0) return [];
    const at = (percent: number) => String(Math.round((percent * max) / 100) / 100);
    const label = from === 0 ? `${at(60)}分以下` : index === 0 ? `${at(from)}分以上` : `${at(from)}至${at(to)}分`;
    return [{ label, number: of.length, ...figures.cases(`${prefix}band.${from}`, `${whose}${label}案卷`, of, ids) }];
  });
}
