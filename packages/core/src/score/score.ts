import type { Finding } from '../evaluate/types.ts';
import { fromPoints, type Points } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import { elsewhere, without } from './double.ts';
import { between, gradeOf } from './grade.ts';
import { modeOf, type Outcome, settleItem } from './item.ts';
import type { ItemResult, Permitted, Ruling, ScoreResult } from './results.ts';
import { chargedVetoes, escalated, type Scenario, scenario } from './scenario.ts';
import { type Standings, standingsOf } from './standing.ts';
import type { Grade, Question, Sheet, Standard } from './types.ts';
import { dealtOut, fallOf } from './waterfall.ts';
import { bare, holds } from './when.ts';
import { effectInWords } from './words.ts';

export interface ScoreOptions {
  /** A bureau's own scale of grades, where the published standard gives none. */
  readonly grades?: readonly Grade[];
  /** Id of the sheet to use, where a person chose it; otherwise the first that fits the case. */
  readonly sheet?: string;
}

/**
 * Scores a record under a standard: findings cost what the sheet says, people's rulings override, what nobody has judged is kept apart.
 * Null when the standard has no sheet for this type of case and procedure.
 */
export function score(
  standard: Standard,
  record: CaseRecord,
  findings: readonly Finding[],
  rulings: readonly Ruling[] = [],
  options: ScoreOptions = {},
): ScoreResult | null {
  const heard = heardBy(standard, rulings);
  const standings = standingsOf(findings, heard);
  const sheet =
    options.sheet === undefined
      ? sheetOf(standard, record, standings)
      : (standard.sheets.find((one) => one.id === options.sheet) ?? null);
  if (sheet === null) return null;
  const settled = escalated(settle(sheet, record, standings, heard));
  const now = scenario(sheet, settled, 'now');
  const low = scenario(sheet, settled, 'low');
  const high = scenario(sheet, settled, 'high');
  const scale = sheet.grades.length > 0 ? sheet.grades : (options.grades ?? []);
  const unscored = now.effects.find((effect) => effect.is === 'unscored');
  const grade = (of: Scenario): string | null =>
    unscored === undefined && !sheet.listOnly ? gradeOf(scale, of.total, of.effects) : (unscored?.grade ?? null);
  const fall = fallOf(sheet, now, low.total);
  const { outcomes, total } = now;
  return {
    standard: standard.id,
    edition: standard.edition,
    hash: standard.hash,
    title: standard.title,
    sheet: sheet.id,
    sheetTitle: sheet.title,
    scored: unscored === undefined && !sheet.listOnly,
    total: fromPoints(total),
    max: fromPoints(sheet.full),
    pending: fromPoints(total - low.total),
    low: fromPoints(low.total),
    high: fromPoints(high.total),
    grade: grade(now),
    possibleGrades:
      unscored === undefined
        ? between(scale, grade(high), grade(low))
        : unscored.grade === null
          ? []
          : [unscored.grade],
    veto: chargedVetoes(outcomes).map((one) => ({ item: one.item.id, title: one.item.title, reasons: one.reasons })),
    openVetoes: outcomes
      .filter((one) => one.item.kind === 'veto' && one.open && !one.charged)
      .map((one) => ({ item: one.item.id, title: one.item.title })),
    items: outcomes.map((one) => resultOf(one, fall.cost.get(one.item.id) ?? 0)),
    waterfall: sheet.listOnly ? [] : fall.steps,
  };
}

/** Answers to the items of another standard are not heard; what was said of a finding is, but for the price put on it there. */
function heardBy(standard: Standard, rulings: readonly Ruling[]): readonly Ruling[] {
  return rulings.flatMap((ruling) => {
    if (ruling.standard === undefined || ruling.standard === standard.id) return [ruling];
    return ruling.finding === undefined ? [] : [{ ...ruling, item: '' }];
  });
}

/** Every item of a sheet on its own; where the sheet charges a finding once, only in the item where it costs most. */
function settle(
  sheet: Sheet,
  record: CaseRecord,
  standings: Standings,
  rulings: readonly Ruling[],
): readonly Outcome[] {
  const each = (of: (item: string) => Standings): readonly Outcome[] =>
    sheet.sections.flatMap((section) =>
      section.items.map((item) => settleItem(section, item, record, of(item.id), rulings)),
    );
  const first = each(() => standings);
  if (!sheet.noDouble) return first;
  const passed = elsewhere(first);
  if (passed.size === 0) return first;
  return each((item) => {
    const keys = passed.get(item);
    return keys === undefined ? standings : without(standings, keys);
  });
}

/** The sheet of a standard that is meant for a record; null when there is none. `findings` decide where a sheet asks for more than its type. */
export function sheetFor(standard: Standard, record: CaseRecord, findings: readonly Finding[] = []): Sheet | null {
  return sheetOf(standard, record, standingsOf(findings, []));
}

function sheetOf(standard: Standard, record: CaseRecord, standings: Standings): Sheet | null {
  const type = record.caseType ?? record.facts['case.type'];
  const procedure = record.procedure ?? record.facts['case.procedure'];
  const fits = (allowed: readonly string[], value: unknown): boolean =>
    allowed.length === 0 || allowed.includes(String(bare(value)));
  return (
    standard.sheets.find(
      (sheet) =>
        fits(sheet.type, type) &&
        fits(sheet.procedure, procedure) &&
        (sheet.when === null || holds(sheet.when, record, standings) === true),
    ) ?? null
  );
}

/** The score if some findings fell, everything else as it is. */
export function whatIf(
  standard: Standard,
  record: CaseRecord,
  findings: readonly Finding[],
  rulings: readonly Ruling[],
  dropped: readonly string[],
  options: ScoreOptions = {},
): ScoreResult | null {
  const falling = dropped.map(
    (finding): Ruling => ({ item: '', finding, verdict: 'overruled', reason: '假设不成立', by: '', at: '' }),
  );
  return score(standard, record, findings, [...rulings, ...falling], options);
}

function resultOf(one: Outcome, cost: Points): ItemResult {
  const { item } = one;
  const { question } = item;
  const keys = [
    ...one.costs.flatMap(({ finding }) => (finding === null ? [] : [finding.key])),
    ...one.unsure.map((finding) => finding.key),
  ];
  return {
    id: item.id,
    section: one.section.title,
    title: item.title,
    kind: item.kind,
    full: item.full === null ? null : fromPoints(item.full),
    state: one.state,
    deducted: fromPoints(one.deducted),
    effect: item.effect === null ? null : effectInWords(item.effect),
    atStake: fromPoints(one.atStake),
    mode: modeOf(item),
    question: question?.ask ?? null,
    look: question?.look ?? [],
    permitted: question === null ? null : permittedBy(question),
    findings: [...new Set(keys)],
    charged: item.kind === 'bonus' ? [] : dealtOut(one, cost),
    reasons: one.reasons,
  };
}

function permittedBy(question: Question): Permitted {
  return {
    answers: question.answers.map(({ label, points, upTo, unit, most }) => ({
      label,
      points: fromPoints(points),
      upTo: upTo === null ? null : fromPoints(upTo),
      unit,
      most: most === null ? null : fromPoints(most),
    })),
    choose: question.choose,
    range: question.range === null ? null : [fromPoints(question.range[0]), fromPoints(question.range[1])],
    unit: question.unit,
    per: question.per === null ? null : fromPoints(question.per),
  };
}
