import { brokenRules } from './broken-rules.ts';
import { edgeOf, type Greys, greysOfPage } from './greys.ts';
import type { Grey } from './raster.ts';
import type { PixelBox } from './seals.ts';

/** A ruled cell in pixels, with its place in the grid of its table. */
export interface RuledCell extends PixelBox {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A straight line, level or upright, in pixels. */
export interface Rule {
  /** Row of a level rule, column of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Rules are so much of the way from paper to ink at least: thinner than strokes, scanning and levelling leave them pale. */
const pale = 0.24;
const thickest = 9;
const shortest = 110; // pixels, 14 mm at 200 dpi: longer than a stroke of a heading
const joint = 14;
/** Rows of a form are no lower: less than the type stands in has none. */
const lowestRow = 24;
/** A side of a cell of which so much is seen is one. */
const most = 0.65;

/**
 * Takes the rules of forms off a page, so that they are not read as characters, and gives the cells they make, table by table. `page`
 * is changed. Scans at 200 dpi.
 */
export function withoutRules(page: Grey, greys: Greys = greysOfPage(page)): RuledCell[][] {
  const dark = edgeOf(greys, pale);
  const plain = rulesOf(page, dark, false);
  const long = rulesOf(page, dark, true);
  const upright = [...long, ...betweenLevels(page, dark, join(plain))];
  const level = [...plain, ...brokenRules(page, greys, join(plain), join(upright))];
  for (const rule of level) wipe(page, greys.paper, rule, false);
  for (const rule of upright) wipe(page, greys.paper, rule, true);
  return tablesOf(level, upright);
}

/** Pixels looked at along a run: one of so many. */
const stride = 4;
/** And along a line until something dark is met. */
const glance = stride * Math.floor((shortest - 2 * stride) / stride - 1);

/** Long thin dark runs along rows, or along columns. */
function rulesOf(page: Grey, dark: number, upright: boolean): Rule[] {
  const { width, height, data } = page;
  const lines = upright ? width : height;
  const length = upright ? height : width;
  const along = upright ? width : 1;
  const across = upright ? 1 : width;
  const isDark = (line: number, at: number): boolean => {
    const here = line * across + at * along;
    // A rule of one pixel may lie between two rows after levelling.
    return (
      (data[here] as number) < dark || (data[here - across] as number) < dark || (data[here + across] as number) < dark
    );
  };
  const found: Rule[] = [];
  for (let line = 1; line < lines - 1; line++) {
    let seen = 0;
    // A run that is long enough holds one of these places.
    for (let place = 0; place < length; place += glance) {
      if (place < seen || !isDark(line, place)) continue;
      let from = place;
      while (from >= stride && isDark(line, from - stride)) from -= stride;
      seen = place + stride;
      while (seen < length && isDark(line, seen)) seen += stride;
      if (seen - from < shortest - 2 * stride) continue;
      const run = exactly(from, seen, length, (at) => isDark(line, at));
      if (
        run.to - run.from >= shortest &&
        isThin(page, dark, line, (run.from + run.to) >> 1, run.to - run.from, upright)
      )
        found.push({ at: line, ...run });
    }
  }
  return found;
}

/**
 * The upright rules of rows too low for a long one: dark all the way from one level rule to the next, as no stroke of a character is.
 */
function betweenLevels(page: Grey, dark: number, levels: readonly Rule[]): Rule[] {
  const { width, data } = page;
  const found: Rule[] = [];
  for (const above of levels) {
    for (const below of levels) {
      const height = below.at - above.at;
      if (height < lowestRow || height > shortest + joint) continue;
      const isRule = (x: number): boolean => {
        let missed = 0;
        for (let y = above.at + 4; y < below.at - 4; y += 2) {
          const here = y * width + x;
          const isDark = (data[here - 1] ?? 255) < dark || (data[here] ?? 255) < dark || (data[here + 1] ?? 255) < dark;
          if (!isDark && ++missed > 1) return false;
        }
        return true;
      };
      const end = Math.min(below.to, above.to, width - 1);
      for (let x = Math.max(below.from, above.from, 1); x < end; x++) {
        if (!isRule(x)) continue;
        const first = x;
        while (x < end && isRule(x)) x++;
        if (x - first <= thickest) found.push({ at: (first + x - 1) >> 1, from: above.at, to: below.at });
      }
    }
  }
  return found;
}

/** Where a run that was looked at here and there really begins and ends; the longest part of it where it is broken. */
function exactly(
  rough: number,
  end: number,
  length: number,
  isDark: (place: number) => boolean,
): { from: number; to: number } {
  let best = { from: rough, to: rough };
  let start = -1;
  let last = -1;
  for (let at = Math.max(0, rough - stride); at <= Math.min(length, end + stride); at++) {
    if (at < length && isDark(at)) {
      if (start < 0) start = at;
      last = at;
    } else if (start >= 0 && at - last > 2) {
      if (last + 1 - start > best.to - best.from) best = { from: start, to: last + 1 };
      start = -1;
    }
  }
  if (start >= 0 && last + 1 - start > best.to - best.from) best = { from: start, to: last + 1 };
  return best;
}

/** A rule is thin along most of its way; strokes of characters and dark pictures are not. */
function isThin(page: Grey, dark: number, line: number, middle: number, length: number, upright: boolean): boolean {
  const { width, height, data } = page;
  const lines = upright ? width : height;
  const at = (l: number, p: number): number => data[upright ? p * width + l : l * width + p] ?? 255;
  let thin = 0;
  const samples = 27;
  for (let sample = 0; sample < samples; sample++) {
    const place = Math.round(middle + ((sample - samples / 2) * length * 0.9) / samples);
    let before = line;
    let after = line;
    while (before > 0 && line - before <= thickest && at(before - 1, place) < dark) before--;
    while (after < lines - 1 && after - line <= thickest && at(after + 1, place) < dark) after++;
    if (after - before < thickest) thin++;
  }
  return thin >= samples * 0.7;
}

function wipe(page: Grey, paper: number, rule: Rule, upright: boolean): void {
  const { width, data } = page;
  const first = Math.max(0, rule.at - 1);
  if (upright)
    for (let row = rule.from; row < rule.to; row++) data.fill(paper, row * width + first, row * width + rule.at + 2);
  else for (let row = first; row < rule.at + 2; row++) data.fill(paper, row * width + rule.from, row * width + rule.to);
}

/** Runs of neighbouring rows, and pieces of one line, are one rule. */
function join(rules: readonly Rule[]): Rule[] {
  const joined: { at: number; from: number; to: number; first: number; last: number }[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const known = joined.find(
      (one) => rule.at - one.last <= 4 && rule.from <= one.to + joint && rule.to >= one.from - joint,
    );
    if (known === undefined) joined.push({ ...rule, first: rule.at, last: rule.at });
    else {
      known.from = Math.min(known.from, rule.from);
      known.to = Math.max(known.to, rule.to);
      known.last = rule.at;
      known.at = (known.first + known.last) >> 1;
    }
  }
  return joined;
}

/** Tables: groups of rules that meet; their cells are the smallest boxes with a rule on every side. */
export function tablesOf(levelRuns: readonly Rule[], uprightRuns: readonly Rule[]): RuledCell[][] {
  const level = join(levelRuns);
  const upright = join(uprightRuns);
  const left = new Set(level.keys());
  const tables: RuledCell[][] = [];
  for (const start of level.keys()) {
    if (!left.has(start)) continue;
    const across = new Set<number>([start]);
    const down = new Set<number>();
    for (let grown = true; grown; ) {
      grown = false;
      for (const [index, rule] of upright.entries()) {
        if (down.has(index) || ![...across].some((one) => meet(level[one], rule))) continue;
        down.add(index);
        grown = true;
      }
      for (const [index, rule] of level.entries()) {
        if (across.has(index) || ![...down].some((one) => meet(rule, upright[one]))) continue;
        across.add(index);
        grown = true;
      }
    }
    for (const index of across) left.delete(index);
    if (across.size < 2 || down.size < 2) continue;
    const cells = cellsOf(
      [...across].flatMap((index) => level[index] ?? []),
      [...down].flatMap((index) => upright[index] ?? []),
    );
    if (cells.length >= 2) tables.push(cells);
  }
  return tables;
}

function meet(level: Rule | undefined, upright: Rule | undefined): boolean {
  if (level === undefined || upright === undefined) return false;
  return (
    upright.at >= level.from - joint &&
    upright.at <= level.to + joint &&
    level.at >= upright.from - joint &&
    level.at <= upright.to + joint
  );
}

function cellsOf(level: readonly Rule[], upright: readonly Rule[]): RuledCell[] {
  const ys = places(level);
  const xs = places(upright);
  const cells: RuledCell[] = [];
  const taken = new Set<number>();
  const closed = (rules: readonly Rule[], at: number, from: number, to: number): boolean => {
    const along = rules.filter((rule) => Math.abs(rule.at - at) <= joint && rule.from < to && rule.to > from);
    const slack = joint * 1.5;
    if (along.some((rule) => rule.from <= from + slack && rule.to >= to - slack)) return true;
    // A seal that was taken off takes the rules below it along; a line to write on crosses no other rule.
    const seen = along.reduce((sum, one) => sum + Math.min(one.to, to) - Math.max(one.from, from), 0);
    return seen >= most * (to - from) && along.some((rule) => rule.from < from - slack || rule.to > to + slack);
  };
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      if (taken.has(row * xs.length + column)) continue;
      const [x0 = 0, y0 = 0] = [xs[column], ys[row]];
      let right = column + 1;
      while (right < xs.length - 1 && !closed(upright, xs[right] ?? 0, y0, ys[row + 1] ?? 0)) right++;
      let bottom = row + 1;
      while (bottom < ys.length - 1 && !closed(level, ys[bottom] ?? 0, x0, xs[right] ?? 0)) bottom++;
      for (let r = row; r < bottom; r++) for (let c = column; c < right; c++) taken.add(r * xs.length + c);
      cells.push({
        row,
        column,
        rows: bottom - row,
        columns: right - column,
        left: x0,
        top: y0,
        right: xs[right] ?? 0,
        bottom: ys[bottom] ?? 0,
      });
    }
  }
  return cells;
}

/** Distinct places of rules, in order. */
function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b))
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > joint) found.push(at);
  return found;
}
