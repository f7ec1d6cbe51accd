import { decimal } from '../batch/figures.ts';
import type { BatchCase, BatchModel, CaseScore } from '../batch/types.ts';

/** The score of a case that the batch counts: under its standard, else the first. */
export function scoreOf(one: BatchCase, model: BatchModel): CaseScore | null {
  const { standard } = model.meta;
  return (standard === null ? one.scores[0] : one.scores.find((score) => score.standard === standard)) ?? null;
}

/** 88.00, or 72.00—88.00 while something is open. */
export function shortScore(score: CaseScore): string {
  if (!score.scored) return '不计分';
  return score.low === score.high ? decimal(score.total) : `${decimal(score.low)}—${decimal(score.high)}`;
}

/** 88.00分，良好. With what is open: 72.00至88.00分（待人工核查），等次待定. */
export function scoreInSentence(score: CaseScore): string {
  if (!score.scored) return `不予计分${score.grade === null ? '' : `，${score.grade}`}`;
  const full = score.max === 10000 ? '' : `（满分${decimal(score.max).replace(/\.00$/u, '')}分）`;
  const grade = score.possibleGrades.length > 1 ? '，等次待定' : score.grade === null ? '' : `，等次为${score.grade}`;
  return score.low === score.high
    ? `${decimal(score.total)}分${full}${grade}`
    : `${decimal(score.low)}至${decimal(score.high)}分${full}（部分事项待人工核查）${grade}`;
}
