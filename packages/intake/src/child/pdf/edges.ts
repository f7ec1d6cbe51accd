/** The corners of a path as pdf.js writes it, across and up one after the other; `straight` where no side is round and none stands apart. Null for one that cannot be made out. */
export function cornersIn(
  data: ArrayLike<number>,
): { readonly places: readonly number[]; readonly straight: boolean } | null {
  const places: number[] = [];
  let straight = true;
  for (let at = 0; at < data.length; ) {
    const count = numbersOf[data[at] ?? -1];
    if (count === undefined || places.length > mostNumbers) return null;
    if (at > 0 && data[at] === move) straight = false;
    if (count > 2) straight = false;
    for (let next = at + 1; next <= at + count; next++) places.push(data[next] ?? 0);
    at += 1 + count;
  }
  return { places, straight: straight && places.length >= 6 };
}

/** Numbers that follow each part of a path: a move, a line, two kinds of curves, the closing. */
const numbersOf: readonly (number | undefined)[] = [2, 2, 6, 4, 0];
const move = 0;
const mostNumbers = 400;

/** Whether what lies within an edge of straight sides lies over a character that begins at this place. */
export function isUnderEdge([x, y]: readonly [number, number], height: number, edge: readonly number[]): boolean {
  const corners = [
    [0.1, 0.1],
    [0.4, 0.1],
    [0.1, 0.6],
    [0.4, 0.6],
  ] as const;
  return corners.every(([across, up]) => isWithin(x + height * across, y + height * up, edge));
}

/** Whether a line from the place to the right crosses the edge an odd number of times. */
function isWithin(x: number, y: number, edge: readonly number[]): boolean {
  let inside = false;
  for (let at = 0, before = edge.length - 2; at < edge.length; before = at, at += 2) {
    const [ax = 0, ay = 0] = [edge[before], edge[before + 1]];
    const [bx = 0, by = 0] = [edge[at], edge[at + 1]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
