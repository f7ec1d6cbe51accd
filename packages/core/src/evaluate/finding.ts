import { dayNumber, dayText } from '../kernel/day.ts';
import type { Frame } from '../operators/frame.ts';
import type { Plan, PlannedRule } from '../packs/compile.ts';
import { labelOf } from '../record/dictionary.ts';
import { titleAnchor } from '../record/places.ts';
import type { ListItem } from '../record/types.ts';
import { liesElsewhere } from './elsewhere.ts';
import { anchorsOf, decisive, everyStep, explain, inWords } from './explain.ts';
import type { Judgement } from './judge.ts';
import { fillMessage, whyUnknown } from './message.ts';
import type { Finding, Outcome, TraceNode } from './types.ts';

const mostAnchors = 8;
const noAnchors: Finding['anchors'] = [];

/** What a judgement says in words, while the frame still stands where it was judged; `subject` names the element of a list. */
export function finding(
  plan: Plan,
  planned: PlannedRule,
  frame: Frame,
  judgement: Judgement,
  subject: string | null,
): Finding {
  const { rule } = planned;
  const { outcome, version } = judgement;
  const trace = traceOf(planned, frame, judgement);
  const weighty = trace === null ? [] : outcome === 'pass' ? everyStep(trace) : decisive(trace);
  const anchors = anchorsOf(weighty, mostAnchors);
  const open = outcome === 'cannot-tell' ? whetherMeant(planned, frame) : null;
  const message =
    outcome === 'fail' && trace !== null
      ? fillMessage(rule.message, weighty, frame, plan.pack.dictionary) + sinceWhen(plan, judgement)
      : outcome === 'cannot-tell'
        ? open === null
          ? whyUnknown(plan, planned, judgement, weighty, frame)
          : whyUnknown(plan, planned, { ...judgement, reason: 'condition' }, open, frame)
        : outcome === 'not-applicable'
          ? judgement.reason === 'displaced'
            ? `本案适用${planned.displaced?.map((term) => term.by).join('、') ?? ''}的专门规定。`
            : '本案不涉及。'
          : '符合要求。';
  return {
    rule: rule.id,
    title: rule.title,
    outcome,
    severity: rule.severity,
    subject,
    message,
    basis: basisOn(rule, version === null ? null : frame.day),
    advice: rule.advice,
    curable: rule.curable,
    anchors: anchors.length > 0 ? anchors : isDefect(outcome) ? lookAt(rule.look, frame) : [],
    trace: outcome === 'not-applicable' ? null : trace,
    version: version?.dates ?? null,
    ...(version === null || judgement.since !== null ? {} : { on: dayText(frame.day) }),
    key: subject === null ? rule.id : `${rule.id}#${subject}`,
    ...(outcome === 'cannot-tell' && liesElsewhere(plan, planned, judgement, weighty, frame)
      ? { elsewhere: true as const }
      : {}),
    ...standing(rule),
  };
}

/** The steps that leave it open whether the element is one the rule speaks of; null where that is plain. What it asks of those it means is no matter then. */
function whetherMeant({ where }: PlannedRule, frame: Frame): readonly TraceNode[] | null {
  return where === null || where.test(frame) !== null ? null : decisive(explain(where, frame));
}

/** Why a version could be chosen though the day of the act was not read; empty where it was. */
function sinceWhen(plan: Plan, { since, version }: Judgement): string {
  if (since === null || version === null) return '';
  const label = labelOf(plan.pack.dictionary, plan.paths[version.slot] ?? '');
  return `（${label}没有读出；按卷内其他日期和文号不早于 ${dayText(since)}，其后有效的规定都得出这一结论。）`;
}

/** What the rule rests on that day, narrower packs included; all it ever rests on where the day is not known. */
function basisOn(rule: PlannedRule['rule'], day: number | null): Finding['basis'] {
  const own = day === null ? rule.basis : rule.basis.filter((one) => isCitedOn(one, day));
  const added = rule.added.filter((one) => day === null || (day >= one.from && day < one.to)).map((one) => one.basis);
  return added.length === 0 ? own : [...own, ...added];
}

function isCitedOn({ from, to }: Finding['basis'][number], day: number): boolean {
  return (
    (from === undefined || day >= (dayNumber(from) ?? Number.NaN)) &&
    (to === undefined || day < (dayNumber(to) ?? Number.NaN))
  );
}

/** What the finding stands in for, and whether it counts; only where there is something to say. */
function standing(rule: PlannedRule['rule']): Pick<Finding, 'instead' | 'draft'> {
  return {
    ...(rule.instead.length === 0 ? {} : { instead: rule.instead }),
    ...(rule.status === 'draft' ? { draft: true as const } : {}),
  };
}

function traceOf(planned: PlannedRule, frame: Frame, judgement: Judgement): TraceNode | null {
  const version = judgement.version ?? planned.versions[0];
  if (
    version === undefined ||
    judgement.reason === 'type' ||
    judgement.reason === 'no-list' ||
    judgement.reason === 'displaced'
  )
    return null;
  if (planned.each >= 0 && frame.item === null) return null;
  // A rule that fails was asked its requirement; otherwise the guard may be what is not known.
  const guard = judgement.outcome === 'fail' ? null : version.when;
  return explain(guard !== null && guard.test(frame) !== true ? guard : version.require, frame);
}

/** First pages of the documents a person should open when no fact carries a place. */
function lookAt(kinds: readonly string[], frame: Frame): Finding['anchors'] {
  if (kinds.length === 0) return noAnchors;
  return frame.record.documents
    .filter((document) => kinds.includes(document.kind))
    .slice(0, 3)
    .map(titleAnchor);
}

/** Which element, in words: its own title, name or day, else its place in the list. */
export function subjectOf(item: ListItem, index: number): string {
  const naming = ['title', 'name', 'person', 'law', 'step']
    .map((field) => item[field])
    .find((value) => typeof value === 'string' && value !== '');
  const day = typeof item.date === 'string' ? `（${item.date}）` : '';
  return naming === undefined ? `第 ${index + 1} 项${day}` : `${inWords(naming as string)}${day}`;
}

/** What stands in place of a finding when our program failed. */
export function crashed(planned: PlannedRule, error: unknown): Finding {
  const { rule } = planned;
  return {
    rule: rule.id,
    title: rule.title,
    outcome: 'error',
    severity: rule.severity,
    subject: null,
    message: `检查本项时程序出错，未作判断：${error instanceof Error ? error.message : String(error)}`,
    basis: rule.basis,
    advice: '请人工核查本项，并把此错误告知系统维护人员。',
    curable: rule.curable,
    anchors: [],
    trace: null,
    version: null,
    key: rule.id,
    ...standing(rule),
  };
}

/** Whether a reviewer must look: it fails, cannot be told, or was not judged at all. */
export function isDefect(outcome: Outcome): boolean {
  return outcome === 'fail' || outcome === 'cannot-tell' || outcome === 'error';
}
