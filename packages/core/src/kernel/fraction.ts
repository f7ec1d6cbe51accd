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

/** The nearest multiple of a whole number, half up unless told to go down or up; exact. */
export function rounded(value: Fraction, step = 1, way: 'half-up' | 'down' | 'up' = 'half-up'): number {
  const unit = BigInt(step) * value.over;
  if (way === 'down') return Number(floor(value.of, unit)) * step;
  if (way === 'up') return Number(-floor(-value.of, unit)) * step;
  return Number(floor(2n * value.of + unit, 2n * unit)) * step;
}

function floor(of: bigint, over: bigint): bigint {
  const quotient = of / over;
  return of < 0n && of % over !== 0n ? quotient - 1n : quotient;
}
