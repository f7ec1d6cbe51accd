import { type DayNumber, dayNumber } from '../kernel/day.ts';
import type { Truth } from '../kernel/truth.ts';
import { type Frame, otherReadings } from '../operators/frame.ts';
import type { Plan, PlannedRule, PlannedVersion } from '../packs/compile.ts';
import type { FactValue, ListItem } from '../record/types.ts';
import { neverDone, standsWithout } from './never-done.ts';
import { boundsOf, spanOf } from './since.ts';
import type { Outcome } from './types.ts';

/** Most readings of disagreeing papers that are tried for one rule; beyond them the rule cannot tell. */
const mostReadings = 8;

/** Why a rule came out as it did, when that is not in its condition. */
export type Reason =
  | 'condition'
  | 'type'
  | 'undated'
  | 'too-early'
  | 'between-versions'
  | 'no-list'
  | 'displaced'
  | 'papers-disagree';

/** One judgement: of the case, or of one element of the rule's list. Reused; copy what is kept. */
export interface Judgement {
  outcome: Outcome;
  reason: Reason;
  version: PlannedVersion | null;
  /** The day of the act is not known, but no earlier than this, and every version in force from then on comes to the outcome; null for none. */
  since: DayNumber | null;
  /** What was thrown, for the outcome `error`. */
  error: unknown;
}

/** Judges one rule on the record a frame holds. For rules over a list `item` of the frame is the element. */
export function judge(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): Outcome {
  into.reason = 'condition';
  into.version = null;
  into.since = null;
  const fits = applies(plan, rule, frame);
  if (fits !== true) {
    into.reason = 'type';
    into.outcome = fits === null ? 'cannot-tell' : 'not-applicable';
    return into.outcome;
  }
  into.outcome = byVersion(plan, rule, frame, into);
  return into.outcome;
}

function byVersion(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): Outcome {
  const { versions } = rule;
  for (let index = 0; index < versions.length; index++) {
    const version = versions[index] as PlannedVersion;
    const day = version.field === null ? frame.dayOf(version.slot) : dayNumber(frame.item?.[version.field]);
    if (day === null) continue;
    if (day < version.from || day >= version.to) continue;
    if (rule.displaced?.some((term) => day >= term.from && day < term.to) === true) {
      into.reason = 'displaced';
      return 'not-applicable';
    }
    return under(version, day, frame, into);
  }
  return withoutVersion(plan, rule, frame, into);
}

/** What a version comes to on a day. */
function under(version: PlannedVersion, day: DayNumber, frame: Frame, into: Judgement): Outcome {
  frame.day = day;
  into.version = version;
  if (version.applies !== null) {
    const { applies } = version;
    const guard = applies(frame) ?? (rulesOut(frame, () => applies(frame)) ? false : null);
    if (guard === false) return 'not-applicable';
    // Whether it applies or not, what it asks for is there.
    if (guard === null) return version.keeps(frame) === true ? 'pass' : 'cannot-tell';
  }
  const result = version.keeps(frame);
  return result === true ? 'pass' : result === false ? 'fail' : 'cannot-tell';
}

/**
 * Whether nothing speaks for it but a paper nobody could name: a step of which the file shows no other trace is not asked for. That the paper is to be
 * named is told once, of the file.
 */
function rulesOut(frame: Frame, test: () => Truth): boolean {
  return frame.withoutUnnamed(test) === false;
}

/** No version is in force on the day, or the day is not known: the rule may still plainly not apply. */
function withoutVersion(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): Outcome {
  const first = rule.versions[0];
  if (first === undefined) return 'cannot-tell';
  const day = first.field === null ? frame.dayOf(first.slot) : dayNumber(frame.item?.[first.field]);
  if (rule.displaced !== null && wholly(rule, day)) {
    into.reason = 'displaced';
    return 'not-applicable';
  }
  const told = day === null ? withoutDay(plan, rule, frame, into) : null;
  if (told !== null) return told;
  into.version = null;
  into.since = null;
  into.reason = day === null ? 'undated' : day < first.from ? 'too-early' : 'between-versions';
  frame.day = day ?? first.from;
  const ruledOut = ({ when }: PlannedVersion): boolean =>
    when !== null && (when.test(frame) === false || (day === null && rulesOut(frame, () => when.test(frame))));
  const asked = day === null ? rule.versions : [first];
  return asked.every(ruledOut) ? 'not-applicable' : 'cannot-tell';
}

/**
 * The day is not known, but other days of the record say since when it may be: what every version, and every dated number, of those days comes to.
 * Null where the rule did not speak on all of them or they differ.
 */
function withoutDay(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): Outcome | null {
  const [first] = rule.versions;
  if (first === undefined || rule.versions.some(({ slot, field }) => field !== null || slot !== first.slot))
    return null;
  const path = plan.paths[first.slot] ?? '';
  const entry = plan.pack.dictionary.get(path);
  if (entry === undefined) return null;
  const undone = neverDone(path, entry, frame);
  if (undone && !standsWithout(rule.rule.theme)) return 'not-applicable';
  const span = undone ? boundsOf(entry, frame) : spanOf(entry, frame);
  if (span === null) return null;
  const meets = (term: { readonly from: DayNumber; readonly to: DayNumber }): boolean =>
    term.from <= span.to && term.to > span.from;
  if (rule.displaced?.some(meets) === true) return null;
  let covered = span.from;
  let outcome: Outcome | null = null;
  for (const version of rule.versions.filter(meets)) {
    if (version.from > covered) return null;
    const first = Math.max(version.from, span.from);
    const dated = version.require.usesDay || version.when?.usesDay === true;
    const changes = dated ? [...plan.changes, ...frame.agencyChanges()] : [];
    const later = changes.filter((day) => day > first && day < version.to && day <= span.to);
    for (const day of [first, ...later]) {
      const next = under(version, day, frame, into);
      if (outcome !== null && next !== outcome) return null;
      outcome = next;
    }
    covered = version.to;
  }
  if (covered !== Number.POSITIVE_INFINITY && covered <= span.to) return null;
  into.since = undone ? null : span.from;
  return outcome;
}

/** Whether the rule stays silent for good: on the day if there is one, else on every day from its first version on. */
function wholly(rule: PlannedRule, day: number | null): boolean {
  const from = day ?? rule.versions[0]?.from ?? Number.NEGATIVE_INFINITY;
  return (rule.displaced ?? []).some(
    (term) => term.from <= from && (day === null ? term.to === Number.POSITIVE_INFINITY : day < term.to),
  );
}

/** Whether the case is of the kind the rule speaks of. */
function applies(plan: Plan, rule: PlannedRule, frame: Frame): Truth {
  if (rule.types !== null) {
    const type = frame.value(plan.typeSlot);
    if (type === null) return null;
    if (!rule.types.includes(type as string)) return false;
  }
  // Only penalties choose between procedures (行政处罚法 51, 54): of the other case types it names, such a rule speaks without.
  if (rule.procedures !== null && (rule.types === null || frame.value(plan.typeSlot) === 'penalty')) {
    const procedure = frame.value(plan.procedureSlot);
    if (procedure === null) return null;
    if (!rule.procedures.includes(procedure as string)) return false;
  }
  return true;
}

/** Elements of the rule's list that it judges; null when the list is not known. */
export function elementsOf(rule: PlannedRule, frame: Frame): readonly ListItem[] | null {
  const list = frame.value(rule.each);
  if (!Array.isArray(list)) return null;
  const items = list as readonly ListItem[];
  if (rule.where === null) return items;
  const kept: ListItem[] = [];
  for (const item of items) {
    frame.item = item;
    // An element of which we cannot say whether it is meant stays in: its judgement will be cannot-tell at best.
    if (rule.where.test(frame) !== false) kept.push(item);
  }
  frame.item = null;
  return kept;
}

/**
 * Readings of the papers that disagree on what a rule reads: every combination, as slot → value. Empty when none disagrees;
 * null when there are too many to try.
 */
export function readingsFor(rule: PlannedRule, frame: Frame, plan: Plan): ReadonlyMap<number, FactValue>[] | null {
  let readings: Map<number, FactValue>[] = [new Map()];
  for (const slot of frame.conflicts) {
    if (!rule.slots.has(slot)) continue;
    const fact = frame.fact(plan.paths[slot] ?? '');
    if (fact === null) continue;
    const values = [fact.value, ...otherReadings(fact)];
    readings = readings.flatMap((reading) => values.map((value) => new Map(reading).set(slot, value)));
    if (readings.length > mostReadings) return null;
  }
  return readings.length > 1 ? readings : [];
}
