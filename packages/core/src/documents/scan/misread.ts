/** Whether two readings of one thing differ by no more than a recogniser may have misread: a character in five, one at least. */
export function isMisreading(left: string, right: string): boolean {
  const [a, b] = [[...left], [...right]];
  const most = Math.max(1, Math.floor(Math.max(a.length, b.length) / 5));
  if (Math.abs(a.length - b.length) > most || Math.min(a.length, b.length) < 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j] ?? 0) + (character === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
