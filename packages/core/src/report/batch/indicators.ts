import type { Indicator } from './data.ts';
import type { Figures } from './figures.ts';
import type { BatchCase, IndicatorResult } from './types.ts';

type Told = 'pass' | 'fail' | 'unknown';

/** An indicator over the cases; null when it concerns none of them. */
export function indicatorOf(
  indicator: Indicator,
  cases: readonly BatchCase[],
  figures: Figures,
  prefix: string,
): IndicatorResult | null {
  const id = `${prefix}indicator.${indicator.id}`;
  const about = { id: indicator.id, title: indicator.title, note: indicator.note ?? null };
  if (indicator.count !== undefined) {
    const { types, facts } = indicator.count;
    const found = cases
      .filter(
        (one) => (one.type !== null && types.includes(one.type)) || one.facts.some((fact) => facts.includes(fact)),
      )
      .map((one) => one.id);
    if (found.length === 0) return null;
    const number = figures.count(id, indicator.title, found.length, '件', found);
    return { ...about, kind: 'count', share: null, number, all: null, unknown: null, of: [found.length, cases.length] };
  }
  const told = cases.flatMap((one) => toldOf(indicator, one).map((outcome) => ({ id: one.id, outcome })));
  if (told.length === 0) return null;
  const unit = indicator.of === 'finding' ? '人次' : '件';
  const known = told.filter((one) => one.outcome !== 'unknown');
  const wanted = known.filter((one) => one.outcome === (indicator.share === 'kept' ? 'pass' : 'fail'));
  const unknown = told.filter((one) => one.outcome === 'unknown');
  const ids = (of: readonly { readonly id: string }[]) => [...new Set(of.map((one) => one.id))];
  const kept = indicator.share === 'kept';
  const [label, unclear] = [`${indicator.title}：${kept ? '符合要求' : '不符合要求'}`, `${indicator.title}：无法判断`];
  return {
    ...about,
    kind: kept ? 'kept' : 'missed',
    share:
      known.length === 0
        ? null
        : figures.share(`${id}.share`, indicator.title, wanted.length, known.length, ids(known), ids(wanted)),
    number: figures.count(`${id}.number`, label, wanted.length, unit, ids(wanted)),
    all:
      known.length === 0
        ? null
        : figures.count(`${id}.all`, `${indicator.title}：应计`, known.length, unit, ids(known)),
    unknown: unknown.length === 0 ? null : figures.count(`${id}.unknown`, unclear, unknown.length, unit, ids(unknown)),
    of: [wanted.length, known.length],
  };
}

/** By finding, each outcome; by case, the worst of all: one broken rule breaks it, one untold leaves it open. */
function toldOf(indicator: Indicator, one: BatchCase): readonly Told[] {
  const all = (indicator.rules ?? []).flatMap((rule) => one.outcomes[rule] ?? []);
  if (indicator.of === 'finding' || all.length === 0) return all;
  return [all.includes('fail') ? 'fail' : all.includes('unknown') ? 'unknown' : 'pass'];
}
