/** Properties of a stretch of the stream of text, from one byte to before another; of paragraphs with the number of their style. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly properties: Buffer;
  readonly style: number;
}

/** Stretches in the order of their bytes. */
export interface Runs {
  /** The stretch a byte lies in. */
  at(place: number): Run;
  /** Some of the lists were damaged: what they said is not known. */
  readonly broken: boolean;
}

const pageBytes = 512;
const nothing = Buffer.alloc(0);

/** Reads the pages of properties that a list names ([MS-DOC] 2.9.33 and 2.9.174). */
export function runsIn(text: Buffer, list: Buffer, kind: 'characters' | 'paragraphs'): Runs {
  const count = Math.max(0, Math.floor((list.length - 4) / 8));
  const runs: Run[] = [];
  let broken = list.length > 0 && count === 0;
  for (let index = 0; index < count; index++) {
    const page = (list.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff) * pageBytes;
    if (page + pageBytes > text.length) {
      broken = true;
      continue;
    }
    const found = inPage(text.subarray(page, page + pageBytes), kind);
    if (found === null) broken = true;
    else runs.push(...found);
  }
  runs.sort((a, b) => a.from - b.from);
  let last = 0;
  return {
    at: (place) => {
      const same = runs[last];
      if (same !== undefined && place >= same.from && place < same.to) return same;
      let [low, high] = [0, runs.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((runs[middle]?.from ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      const run = runs[low];
      if (run === undefined) return { from: 0, to: Infinity, properties: nothing, style: 0 };
      last = low;
      if (place < run.from) return { from: 0, to: run.from, properties: nothing, style: 0 };
      if (place < run.to) return run;
      return { from: run.to, to: runs[low + 1]?.from ?? Infinity, properties: nothing, style: 0 };
    },
    broken,
  };
}

/** The stretches of a page; null where it is none. */
function inPage(page: Buffer, kind: 'characters' | 'paragraphs'): Run[] | null {
  const count = page[pageBytes - 1] ?? 0;
  const each = kind === 'characters' ? 1 : 13;
  const first = (count + 1) * 4;
  if (count === 0 || first + count * each > pageBytes - 1) return null;
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) {
    const [from, to] = [page.readUInt32LE(index * 4), page.readUInt32LE(index * 4 + 4)];
    if (to <= from) return null;
    const at = (page[first + index * each] ?? 0) * 2;
    const { properties, style } = at === 0 ? { properties: nothing, style: 0 } : propertiesAt(page, at, kind);
    runs.push({ from, to, properties, style });
  }
  return runs;
}

function propertiesAt(
  page: Buffer,
  at: number,
  kind: 'characters' | 'paragraphs',
): { readonly properties: Buffer; readonly style: number } {
  const size = page[at] ?? 0;
  if (kind === 'characters') return { properties: page.subarray(at + 1, at + 1 + size), style: 0 };
  const [from, length] = size === 0 ? [at + 2, (page[at + 1] ?? 0) * 2] : [at + 1, size * 2 - 1];
  if (from + 2 > page.length || length < 2) return { properties: nothing, style: 0 };
  return { properties: page.subarray(from + 2, from + length), style: page.readUInt16LE(from) };
}
