import type { Points } from '../../kernel/points.ts';
import type { Charge, Price } from '../types.ts';
import type { Author, Path } from './author.ts';
import type { RawCharge, RawCharged, RawPriced } from './raw.ts';

/** What one circumstance costs; `whole` is the price where none is written, null where one must be. */
export function readPrice(
  raw: RawPriced,
  path: Path,
  author: Author,
  whole: Points | null,
  part: number | null,
): Price {
  if (raw.points !== undefined && raw.range !== undefined) author.problem(path, 'points 与 range 只写其中之一');
  const [least, most] = readRange(raw.range, [...path, 'range'], author) ?? [];
  const tiers = (raw.tiers ?? []).map((tier, index) => ({
    from: tier.from,
    points: author.share(tier.points, [...path, 'tiers', index, 'points']),
  }));
  const heaviest = tiers.length > 0 ? Math.max(...tiers.map((tier) => tier.points)) : null;
  const own = raw.points === undefined ? (least ?? heaviest ?? whole) : author.share(raw.points, [...path, 'points']);
  if (own === null) author.problem(path, '没有写明扣多少分（points、per 或 full）');
  return {
    points: own ?? 0,
    upTo: most ?? null,
    unit: raw.unit ?? (tiers.length > 0 || raw.free !== undefined ? 'per-item' : 'once'),
    most: author.optional(raw.most, [...path, 'most']),
    free: raw.free ?? 0,
    tiers: [...tiers].sort((a, b) => a.from - b.from),
    part,
    escalateTo: raw['escalate-to'] === undefined ? null : String(raw['escalate-to']),
    escalateFrom: raw['escalate-from'] ?? 1,
    zeroes: (raw.zeroes ?? []).map(String),
  };
}

/** A range in hundredths, its ends in order; null when none is written. */
export function readRange(
  raw: readonly [number, number] | undefined,
  path: Path,
  author: Author,
): readonly [Points, Points] | null {
  if (raw === undefined) return null;
  const least = author.points(raw[0], [...path, 0]);
  const most = author.points(raw[1], [...path, 1]);
  if (least > most) author.problem(path, '区间的下限大于上限');
  return [least, most];
}

/** Charges as written, or the one charge written in short; those without rules are none. */
export function readCharges(
  raw: RawCharged,
  path: Path,
  author: Author,
  whole: Points | null,
  part: number | null,
): readonly Charge[] {
  const bound =
    raw.rules !== undefined || author.checks(raw.check, [...path, 'check']).some((one) => one.rules.length > 0);
  if (bound && raw.charges !== undefined) author.problem(path, 'charges 与 rules、check 只写其中之一');
  const read = (charge: RawCharge, place: Path): Charge => {
    const rules = [
      ...author.rules(charge.rules ?? [], [...place, 'rules']),
      ...author.checks(charge.check, [...place, 'check']).flatMap((one) => one.rules),
    ];
    if (rules.length === 0) author.problem(place, '这一情形没有绑定规则；由人工判断的情形写在 answers 里');
    return {
      ...readPrice(charge, place, author, whole, part),
      rules: [...new Set(rules)],
      when: author.when(charge.when, [...place, 'when']),
      exemptWhen: author.when(charge['exempt-when'], [...place, 'exempt-when']),
    };
  };
  const listed = (raw.charges ?? []).map((charge, index) => read(charge, [...path, 'charges', index]));
  return bound ? [read(short(raw), path), ...listed] : listed;
}

/** The one charge that an item or part is in short. A range without a question belongs to what the rules find: a person fixes the amount. */
function short(raw: RawCharged): RawCharge {
  const { rules, check, per, unit, max, free, tiers, range } = raw;
  const counted = tiers !== undefined || free !== undefined;
  return {
    ...(rules === undefined ? {} : { rules }),
    ...(check === undefined ? {} : { check }),
    ...(per === undefined ? {} : { points: per }),
    ...(range === undefined ? {} : { range }),
    unit: unit ?? (counted ? 'per-item' : per === undefined ? 'once' : 'per-rule'),
    ...(max === undefined ? {} : { most: max }),
    ...(free === undefined ? {} : { free }),
    ...(tiers === undefined ? {} : { tiers }),
  };
}
