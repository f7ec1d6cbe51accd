import { decimal } from './figures.ts';
import type { BatchModel, Trend, TrendRow } from './types.ts';

/** Compares with an earlier batch where both stand on the same ground: one standard in the same edition, the same classes and indicators. */
export function trendOf(now: Omit<BatchModel, 'trend'>, before: BatchModel): Trend {
  const name = before.meta.name;
  const refuse = (reason: string): Trend => ({ incomparable: reason, name, rows: [], caution: null });
  if (now.basis.data !== before.basis.data) return refuse('两期统计口径（问题类别或者指标）不同');
  if (now.groups.length > 1 || before.groups.length > 1) return refuse('其中一期案卷适用了不止一个评查标准');
  const [a, b] = [now.groups[0], before.groups[0]];
  if ((a === undefined) !== (b === undefined)) return refuse('其中一期案卷没有评分');
  if (a !== undefined && b !== undefined) {
    if (a.standard !== b.standard) return refuse(`两期评查标准不同（本期《${a.title}》，前期《${b.title}》）`);
    if (a.hash !== b.hash) return refuse('两期评查标准的版本不同');
    if (a.max !== b.max) return refuse('两期评查标准的满分不同');
  }
  const same = now.basis.packs.join() === before.basis.packs.join();
  const caution = same ? null : '两期之间检查规则有更新，问题数量的变化可能部分由此引起';
  return { incomparable: null, name, rows: rowsOf(now, before), caution };
}

function rowsOf(now: Omit<BatchModel, 'trend'>, before: BatchModel): readonly TrendRow[] {
  const rows: TrendRow[] = [];
  const add = (label: string, unit: string, id: string | null | undefined, earlier: string | null | undefined) => {
    const [current, past] = [id && now.figures[id], earlier && before.figures[earlier]];
    if (!current || !past) return;
    const change = hundredths(current.text) - hundredths(past.text);
    rows.push({
      label,
      unit,
      before: past.text,
      now: current.text,
      change: change === 0 ? '持平' : `${change > 0 ? '+' : ''}${shortened(change, current.text)}`,
      figure: current.id,
    });
  };
  add('案卷', '件', 'cases', 'cases');
  const [a, b] = [now.groups[0], before.groups[0]];
  // A range has no difference: both averages must be settled.
  if (a?.average?.settled && b?.average?.settled) add('平均分', '分', a.average.low, b.average.low);
  for (const grade of a?.undecided || b?.undecided ? [] : (a?.grades ?? [])) {
    const earlier = b?.grades.find((one) => one.grade === grade.grade);
    add(`${grade.grade}案卷占比`, '百分点', grade.share, earlier?.share);
  }
  add('平均每件问题', '个', now.perCase, before.perCase);
  for (const one of now.indicators) {
    const earlier = before.indicators.find((other) => other.id === one.id);
    add(one.title, one.kind === 'count' ? '件' : '百分点', one.share ?? one.number, earlier?.share ?? earlier?.number);
  }
  return rows;
}

function hundredths(text: string): number {
  return Math.round(Number(text.replace('%', '')) * 100);
}

/** Whole numbers without decimals, as their figures are printed. */
function shortened(change: number, like: string): string {
  return like.includes('.') ? decimal(change) : String(change / 100);
}
