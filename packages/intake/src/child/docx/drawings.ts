/** A picture of so many square centimetres is a page scanned or photographed rather than a view of a place. */
export const leastPaper = 200;
const emuEach = 360_000;

/** Square centimetres of a drawing of the older kind, whose size stands in points; 0 where it does not. */
export function areaIn(style: string): number {
  const [width = 0, height = 0] = ['width', 'height'].map((name) =>
    Number(new RegExp(`(?:^|;)\\s*${name}:\\s*(\\d+(?:\\.\\d+)?)pt`, 'u').exec(style)?.[1] ?? 0),
  );
  return (width * height) / (72 / 2.54) ** 2;
}

/** Square centimetres of a drawing, whose sides are told in EMU. */
export function areaOf(width: string | undefined, height: string | undefined): number {
  return (Number(width) / emuEach) * (Number(height) / emuEach);
}
