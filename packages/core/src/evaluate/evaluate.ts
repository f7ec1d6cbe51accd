import type { WorkCalendar } from '../kernel/calendar.ts';
import { Frame } from '../operators/frame.ts';
import { outcomeOrder, type Plan, type PlannedRule } from '../packs/compile.ts';
import type { Rule } from '../packs/types.ts';
import type { CaseRecord, ListItem, Profile } from '../record/types.ts';
import { gapsOf, placeOf } from '../record/unread.ts';
import { crashed, finding, isDefect, subjectOf } from './finding.ts';
import { elementsOf, type Judgement, judge, readingsFor } from './judge.ts';
import type { Finding, Outcome } from './types.ts';

/** Facts of the agency profile, `agency.*`; what changed over time carries its terms. */
export type AgencyProfile = Profile;

export interface Evaluation {
  /** Every rule that was asked, in the order of ids; rules over a list give one finding for each element that is no pass. */
  readonly findings: readonly Finding[];
  /** What was not checked and why, in Chinese: pages nobody could read. */
  readonly notChecked: readonly string[];
}

/** Told of one rule, or one element of its list, that is not kept; `element` is its place in the list, -1 for the case as a whole. */
export type Told = (rule: Rule, outcome: Outcome, element: number) => void;

export interface Evaluator {
  /** Everything about one record, explained. */
  evaluate(record: CaseRecord, agency?: AgencyProfile): Evaluation;
  /** What fails, cannot be told or crashed, explained. */
  defects(record: CaseRecord, agency?: AgencyProfile): readonly Finding[];
  /** For counting over many records: tells which rules fail, cannot be told or crashed and explains nothing. */
  judge(record: CaseRecord, told: Told, agency?: AgencyProfile): void;
}

const noProfile: AgencyProfile = {};

/** Called for each rule once it is judged, while the frame still stands where it was judged; `item` is the element, null for the whole case. */
type Visit = (rule: PlannedRule, item: ListItem | null, index: number) => void;

/** Prepares a plan for records one after another. Not for use by two records at a time. */
export function createEvaluator(plan: Plan, calendar: WorkCalendar): Evaluator {
  const frame = new Frame(plan.paths, plan.memoSize, calendar);
  const rulesFor = choosing(plan);
  const into: Judgement = { outcome: 'pass', reason: 'condition', version: null, since: null, error: null };
  const run = (rules: readonly PlannedRule[], record: CaseRecord, agency: AgencyProfile, visit: Visit): void => {
    frame.begin(record, agency);
    for (const rule of rules) {
      try {
        frame.item = null;
        if (rule.each < 0) single(plan, rule, frame, into, visit);
        else eachElement(plan, rule, frame, into, visit);
      } catch (error) {
        frame.item = null;
        into.outcome = 'error';
        into.error = error;
        visit(rule, null, -1);
      }
    }
  };
  const explained = (rule: PlannedRule, item: ListItem | null, index: number): Finding =>
    into.outcome === 'error'
      ? crashed(rule, into.error)
      : finding(plan, rule, frame, into, item === null ? null : subjectOf(item, index));
  return {
    evaluate: (record, agency = noProfile) => {
      const findings: Finding[] = [];
      run(plan.rules, record, agency, (rule, item, index) => findings.push(explained(rule, item, index)));
      return {
        findings,
        notChecked: gapsOf(record.unread ?? []).map((gap) => `${placeOf(gap)}：${gap.reason}`),
      };
    },
    defects: (record, agency = noProfile) => {
      const findings: Finding[] = [];
      run(rulesFor(record), record, agency, (rule, item, index) => {
        if (isDefect(into.outcome)) findings.push(explained(rule, item, index));
      });
      return findings;
    },
    judge: (record, told, agency = noProfile) =>
      run(rulesFor(record), record, agency, (rule, _, index) => {
        if (isDefect(into.outcome)) told(rule.rule, into.outcome, index);
      }),
  };
}

/** Finds the rules that may speak of a case, by the type and procedure its record carries; all of them while either is not known. */
function choosing(plan: Plan): (record: CaseRecord) => readonly PlannedRule[] {
  const kinds = new Map<string, readonly PlannedRule[]>();
  return ({ caseType, procedure, facts }) => {
    // A fact of the same name goes before the field, and papers may disagree on it.
    if (caseType == null || 'case.type' in facts || 'case.procedure' in facts) return plan.rules;
    const key = `${caseType} ${procedure ?? ''}`;
    const known = kinds.get(key);
    if (known !== undefined) return known;
    const rules = plan.rules.filter(
      (rule) =>
        (rule.types?.includes(caseType) ?? true) &&
        (procedure == null || caseType !== 'penalty' || (rule.procedures?.includes(procedure) ?? true)),
    );
    kinds.set(key, rules);
    return rules;
  };
}

/** One record, once; for many records keep an evaluator. */
export function evaluate(
  plan: Plan,
  record: CaseRecord,
  context: { readonly calendar: WorkCalendar; readonly agency?: AgencyProfile },
): Evaluation {
  return createEvaluator(plan, context.calendar).evaluate(record, context.agency);
}

function single(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement, visit: Visit): void {
  settle(plan, rule, frame, into);
  visit(rule, null, -1);
}

/** Judges each element: every one that is no pass is visited, or the rule once when there is none. */
function eachElement(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement, visit: Visit): void {
  // Whether the case is of the kind at all is asked before its list is looked for.
  const kind = judgeKind(plan, rule, frame, into);
  const items = kind === null ? elementsOf(rule, frame) : null;
  if (kind !== null || items === null) {
    // A list nobody could read may still plainly not be asked for: the papers it comes from are not in the file.
    if (kind === null && judge(plan, rule, frame, into) !== 'not-applicable') {
      into.outcome = 'cannot-tell';
      into.reason = 'no-list';
      into.version = null;
    }
    visit(rule, null, -1);
    return;
  }
  let worst: Outcome = 'not-applicable';
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as ListItem;
    frame.item = item;
    const outcome = judgeElement(plan, rule, frame, into);
    if (rank(outcome) < rank(worst)) worst = outcome;
    if (isDefect(outcome)) visit(rule, item, index);
  }
  frame.item = null;
  if (isDefect(worst)) return;
  into.outcome = worst;
  into.version = null;
  into.reason = 'condition';
  visit(rule, null, -1);
}

function judgeElement(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): Outcome {
  judge(plan, rule, frame, into);
  if (rule.where !== null && rule.where.test(frame) === null && into.outcome !== 'not-applicable') {
    into.outcome = 'cannot-tell';
  }
  return into.outcome;
}

/** Null when the rule speaks of this kind of case; otherwise the outcome it has because of that. */
function judgeKind(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): Outcome | null {
  if (rule.types === null && rule.procedures === null) return null;
  const outcome = judge(plan, rule, frame, into);
  return into.reason === 'type' ? outcome : null;
}

/** Judges, and where papers disagree on what was read, judges under each reading: only what all agree on stands. */
function settle(plan: Plan, rule: PlannedRule, frame: Frame, into: Judgement): void {
  judge(plan, rule, frame, into);
  if (frame.conflicts.length === 0) return;
  const readings = readingsFor(rule, frame, plan);
  if (readings !== null && readings.length === 0) return;
  const outcomes = new Set<Outcome>([into.outcome]);
  for (const reading of readings ?? []) {
    frame.choose(reading);
    outcomes.add(judge(plan, rule, frame, into));
  }
  frame.choose(new Map());
  judge(plan, rule, frame, into);
  if (readings === null || outcomes.size > 1) {
    into.outcome = 'cannot-tell';
    into.reason = 'papers-disagree';
  }
}

function rank(outcome: Outcome): number {
  return outcomeOrder.indexOf(outcome);
}
