/** Points of a score sheet as whole hundredths, so that sums are exact. */
export type Points = number;

/** Hundredths of a decimal such as 0.25; null when it has more than two decimals. */
export function toPoints(decimal: number): Points | null {
  const hundredths = Math.round(decimal * 100);
  return Math.abs(hundredths - decimal * 100) < 1e-6 ? hundredths : null;
}

/** The decimal number of so many hundredths. */
export function fromPoints(points: Points): number {
  return points / 100;
}

/** `points × numerator ÷ denominator`, half up to a hundredth. Whole numbers throughout. */
export function scale(points: Points, numerator: number, denominator: number): Points {
  if (denominator === 0) return 0;
  return Math.floor((2 * points * numerator + denominator) / (2 * denominator));
}
