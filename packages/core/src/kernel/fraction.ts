/** An exact ratio of whole numbers, for shares of points; `over` is positive. */
export interface Fraction {
  readonly of: bigint;
  readonly over: bigint;
}

/** `of` ÷ `over` of whole numbers; `over` must not be zero. */
export function fraction(of: number, over = 1): Fraction {
  return over < 0 ? { of: BigInt(-of), over: BigInt(-over) } : { of: BigInt(of), over: BigInt(over) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { of: a.of * b.over + b.of * a.over, over: a.over * b.over };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { of: -b.of, over: b.over });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { of: a.of * b.of, over: a.over * b.over };
}

/** Negative when `a` is less than `b`, zero when equal. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.of * b.over;
  const right = b.of * a.over;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest multiple of a whole number, half up; exact. */
export function rounded(value: Fraction, step = 1): number {
  const unit = BigInt(step) * value.over;
  const doubled = 2n * value.of + unit;
  const quotient = doubled / (2n * unit);
  return Number(doubled < 0n && doubled % (2n * unit) !== 0n ? quotient - 1n : quotient) * step;
}
