import { compare, type Fraction, fraction } from '../kernel/fraction.ts';
import type { Outcome } from './item.ts';
import { scored } from './kinds.ts';
import { Sums } from './total.ts';
import type { Sheet, Tally } from './types.ts';

/** Items that strike by what became of others, struck or not; they never count one another. */
export function tallied(sheet: Sheet, outcomes: readonly Outcome[]): readonly Outcome[] {
  if (outcomes.every((one) => one.item.tally === null)) return outcomes;
  const sums = new Sums(sheet, outcomes);
  return outcomes.map((one) => {
    const { tally, kind, full, most, effect } = one.item;
    if (tally === null || one.state === 'not-applicable') return one;
    const value = measured(tally, sheet, outcomes, sums);
    if (value === null || !within(tally, value)) return kind === 'bonus' ? { ...one, state: 'not-applicable' } : one;
    const points = kind === 'veto' ? (effect?.is === 'points' ? effect.points : 0) : (full ?? most ?? 0);
    return {
      ...one,
      state: kind === 'veto' ? 'veto' : kind === 'bonus' ? 'full' : kind === 'record' ? 'recorded' : 'deducted',
      charged: true,
      deducted: points,
      places: 1,
      costs: [{ finding: null, points }],
      reasons: [...one.reasons, `${names[tally.measure]}为 ${inWords(value)}，达到本项的条件`],
    };
  });
}

const names: Readonly<Record<Tally['measure'], string>> = {
  items: '有问题的项目',
  places: '问题处数',
  lost: '扣分',
  got: '得分',
  rate: '得分率（%）',
};

function measured(tally: Tally, sheet: Sheet, outcomes: readonly Outcome[], sums: Sums): Fraction | null {
  const about = outcomes.filter(
    (one) => one.item.tally === null && (tally.of.includes(one.item.id) || tally.of.includes(one.section.id)),
  );
  const struck = about.filter((one) => one.charged && one.item.kind !== 'bonus');
  if (tally.measure === 'items') return fraction(struck.length);
  if (tally.measure === 'places') return fraction(struck.reduce((sum, one) => sum + Math.max(1, one.places), 0));
  const sections = sheet.sections.filter((section) => tally.of.includes(section.id));
  const single = about.filter((one) => !sections.includes(one.section) && scored(one.item.kind));
  const taking = single.filter((one) => one.state !== 'not-applicable');
  const lost =
    sections.reduce((sum, section) => sum + sums.lostIn(section, (one) => one.deducted), 0) +
    taking.reduce((sum, one) => sum + one.deducted, 0);
  if (tally.measure === 'lost') return fraction(lost, 100);
  const full =
    sections.reduce((sum, section) => sum + sums.partOf(section), 0) +
    taking.reduce((sum, one) => sum + (one.item.full ?? 0), 0);
  if (tally.measure === 'got') return fraction(full - lost, 100);
  return full === 0 ? null : fraction((full - lost) * 100, full);
}

function within(bounds: Tally, value: Fraction): boolean {
  const to = (limit: number | null): number =>
    limit === null ? 0 : compare(value, fraction(Math.round(limit * 10_000), 10_000));
  return (
    (bounds.from === null || to(bounds.from) >= 0) &&
    (bounds.above === null || to(bounds.above) > 0) &&
    (bounds.to === null || to(bounds.to) <= 0) &&
    (bounds.below === null || to(bounds.below) < 0)
  );
}

function inWords(value: Fraction): string {
  return String(Math.round((Number(value.of) / Number(value.over)) * 100) / 100);
}
