import { requirementTypes } from './requirements.ts';
import type { Pack, Requirement, RequirementType, ReviewQuestion } from './types.ts';

/** `automatic`: rules alone decide; `assisted`: rules, and a question to the reviewer; `by-hand`: a question only; `none`: nothing. */
export const coverageStatuses = ['automatic', 'assisted', 'by-hand', 'none'] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

/** How one requirement of the law is checked. */
export interface Covered {
  readonly requirement: Requirement;
  readonly status: CoverageStatus;
  /** Ids of the active rules that prove it. */
  readonly rules: readonly string[];
  readonly questions: readonly ReviewQuestion[];
}

export interface Coverage {
  /** Every active requirement, by id. */
  readonly covered: readonly Covered[];
  /** Rows whose text was not read: on file, never scored. */
  readonly drafts: readonly Requirement[];
  readonly byType: readonly CoverageOfType[];
}

export interface CoverageOfType {
  readonly type: RequirementType;
  readonly label: string;
  readonly total: number;
  readonly counts: Readonly<Record<CoverageStatus, number>>;
}

/** For each requirement of the packs together: the rules that prove it and the questions put to a person. */
export function coverageOf(packs: readonly Pick<Pack, 'requirements' | 'rules' | 'questions'>[]): Coverage {
  const rules = new Map<string, Set<string>>();
  const questions = new Map<string, Map<string, ReviewQuestion>>();
  const rows = new Map<string, Requirement>();
  for (const pack of packs) {
    for (const [id, row] of pack.requirements) rows.set(id, row);
    for (const rule of pack.rules)
      if (rule.status === 'active')
        for (const id of rule.requirement) rules.set(id, (rules.get(id) ?? new Set()).add(rule.id));
    for (const question of pack.questions)
      for (const id of question.requirement)
        questions.set(id, (questions.get(id) ?? new Map()).set(question.id, question));
  }
  const sorted = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const covered = sorted
    .filter((row) => row.status === 'active')
    .map((requirement): Covered => {
      const proving = [...(rules.get(requirement.id) ?? [])].sort();
      const asked = [...(questions.get(requirement.id)?.values() ?? [])];
      return { requirement, status: statusOf(proving.length, asked.length), rules: proving, questions: asked };
    });
  const byType = (Object.entries(requirementTypes) as [RequirementType, string][]).map(([type, label]) => {
    const own = covered.filter((one) => one.requirement.type === type);
    const count = (status: CoverageStatus) => own.filter((one) => one.status === status).length;
    return {
      type,
      label,
      total: own.length,
      counts: {
        automatic: count('automatic'),
        assisted: count('assisted'),
        'by-hand': count('by-hand'),
        none: count('none'),
      },
    };
  });
  return { covered, drafts: sorted.filter((row) => row.status === 'draft'), byType };
}

function statusOf(rules: number, questions: number): CoverageStatus {
  if (rules > 0) return questions > 0 ? 'assisted' : 'automatic';
  return questions > 0 ? 'by-hand' : 'none';
}
