import { edgeOf, type Greys } from './greys.ts';
import type { Grey } from './raster.ts';
import type { Rule } from './rules.ts';

/** What noise broke is so much of the way from paper to ink in most places along it, and nothing beside it is. */
const pale = 0.18;
const along = 0.72;
const beside = { far: 8, most: 0.4 };
/** It lies no farther off the one it goes on, in pixels. */
const off = 5;
/** Rules that meet end no farther from each other, in pixels. */
const joint = 14;
/** Narrower cells have no print. */
const narrowest = 24;

/**
 * Level rules that go on with one that was found, from its end to the next upright rule: noise broke them, so that they show nowhere as long
 * dark runs. Without them two rows of a form are one. Both lists hold whole rules.
 */
export function brokenRules(page: Grey, greys: Greys, level: readonly Rule[], upright: readonly Rule[]): Rule[] {
  const dark = edgeOf(greys, pale);
  const found: Rule[] = [];
  const open = [...level];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    for (const [from, to] of gapsBeside(rule, upright)) {
      if ([...level, ...found].some((one) => covers(one, rule.at, from, to))) continue;
      const at = placeOf(page, dark, rule.at, from, to);
      if (at === null) continue;
      const more = { at, from, to };
      found.push(more);
      open.push(more);
    }
  }
  return found;
}

/** From either end of a rule to the next upright one that crosses its row. */
function gapsBeside({ at, from, to }: Rule, upright: readonly Rule[]): [number, number][] {
  const crossing = upright
    .filter((one) => one.from - joint <= at && one.to + joint >= at)
    .map((one) => one.at)
    .sort((a, b) => a - b);
  const next = crossing.find((x) => x > to + narrowest);
  const last = crossing.findLast((x) => x < from - narrowest);
  return [
    ...(next === undefined ? [] : [[to, next] as [number, number]]),
    ...(last === undefined ? [] : [[last, from] as [number, number]]),
  ];
}

function covers(rule: Rule, at: number, from: number, to: number): boolean {
  return Math.abs(rule.at - at) <= joint && rule.from <= from + 1.5 * joint && rule.to >= to - 1.5 * joint;
}

/** The row near the one given in which a pale rule runs from one place to the other; null where none does. */
function placeOf(page: Grey, dark: number, near: number, from: number, to: number): number | null {
  let [best, most] = [near, 0];
  for (let at = near - off; at <= near + off; at++) {
    const share = shareOf(page, dark, at, from, to);
    if (share > most) [best, most] = [at, share];
  }
  if (most < along) return null;
  const alone = [-beside.far, beside.far].every((by) => shareOf(page, dark, best + by, from, to) <= beside.most);
  return alone ? best : null;
}

/** How much of a row and those beside it is dark from one place to the other. */
function shareOf({ width, height, data }: Grey, dark: number, at: number, from: number, to: number): number {
  if (at < 1 || at > height - 2) return 0;
  let [seen, all] = [0, 0];
  for (let x = Math.max(0, from + 4); x < Math.min(width, to - 4); x += 2) {
    const here = at * width + x;
    all++;
    if ((data[here - width] ?? 255) < dark || (data[here] ?? 255) < dark || (data[here + width] ?? 255) < dark) seen++;
  }
  return all === 0 ? 0 : seen / all;
}
