import { citationProblem } from './laws.ts';
import { checkSchema, day } from './schema.ts';
import type { Problem, Source } from './source.ts';
import type { Law } from './types.ts';

/** An article that settles how days are counted. */
export interface Clause {
  readonly law: string;
  readonly article: number;
  readonly paragraph: number | null;
}

/** How one law counts its periods during `[from, to)`. */
export interface PeriodRule {
  readonly law: string;
  readonly from: string;
  readonly to: string | null;
  readonly working: readonly number[] | { readonly 'up-to': number } | 'all' | 'none';
  /** What says which counts are working days; null where the law is silent. */
  readonly unitBy: Clause | null;
  /** The article through which a clause of another law applies. */
  readonly through: Clause | null;
  readonly naturalIn: readonly number[];
  readonly start: Clause | null;
  readonly roll: Clause | null;
  readonly rollNotIn: readonly number[];
  readonly borrows: { readonly law: string; readonly articles: readonly number[] } | null;
}

const clause = {
  type: 'object',
  required: ['article'],
  additionalProperties: false,
  properties: {
    law: { type: 'string' },
    article: { type: 'integer', minimum: 1 },
    paragraph: { type: 'integer', minimum: 1 },
  },
};
const numbers = { type: 'array', items: { type: 'integer', minimum: 1 } };
export const periodsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan periods',
  type: 'array',
  items: {
    type: 'object',
    required: ['law', 'from', 'to', 'working'],
    additionalProperties: false,
    properties: {
      law: { type: 'string' },
      from: day,
      to: { anyOf: [day, { type: 'null' }] },
      working: {
        anyOf: [
          { enum: ['all', 'none'] },
          numbers,
          {
            type: 'object',
            required: ['up-to'],
            additionalProperties: false,
            properties: { 'up-to': { type: 'integer', minimum: 1 } },
          },
        ],
      },
      'unit-by': clause,
      through: clause,
      'natural-in': numbers,
      start: clause,
      roll: clause,
      'roll-not-in': numbers,
      borrows: {
        type: 'object',
        required: ['law', 'articles'],
        additionalProperties: false,
        properties: { law: { type: 'string' }, articles: numbers },
      },
    },
  },
};

type RawClause = { readonly law?: string; readonly article: number; readonly paragraph?: number };
interface Raw extends Pick<PeriodRule, 'law' | 'from' | 'to' | 'working'> {
  readonly 'unit-by'?: RawClause;
  readonly through?: RawClause;
  readonly 'natural-in'?: readonly number[];
  readonly start?: RawClause;
  readonly roll?: RawClause;
  readonly 'roll-not-in'?: readonly number[];
  readonly borrows?: PeriodRule['borrows'];
}

/** The entries of periods.yaml; an unknown law or article, and two entries for one day, are mistakes with their place. */
export function periodsOf(
  source: Source | null,
  laws: ReadonlyMap<string, Law>,
  problems: Problem[],
): readonly PeriodRule[] {
  if (source === null || source.value === undefined) return [];
  const wrong = checkSchema(source, periodsSchema);
  problems.push(...wrong);
  if (wrong.length > 0) return [];
  const rules: PeriodRule[] = [];
  (source.value as readonly Raw[]).forEach((raw, index) => {
    const clauseAt = (key: 'unit-by' | 'through' | 'start' | 'roll'): Clause | null => {
      const given = raw[key];
      if (given === undefined) return null;
      const cited = { law: given.law ?? raw.law, article: given.article, paragraph: given.paragraph ?? null };
      const fault = citationProblem(cited, laws, raw);
      if (fault !== null) problems.push(source.problem([index, key, fault.key], fault.message, fault.suggestion));
      return cited;
    };
    const known = citationProblem({ law: raw.law }, laws, raw);
    if (known !== null) problems.push(source.problem([index, known.key], known.message, known.suggestion));
    if (raw.borrows != null && !laws.has(raw.borrows.law))
      problems.push(source.problem([index, 'borrows', 'law'], `法律“${raw.borrows.law}”不在 laws.yaml 中`));
    const twin = rules.find(
      (other) =>
        other.law === raw.law && (other.to === null || other.to > raw.from) && (raw.to === null || raw.to > other.from),
    );
    if (twin !== undefined) problems.push(source.problem([index, 'from'], `与自 ${twin.from} 起的一条重叠`));
    rules.push({
      law: raw.law,
      from: raw.from,
      to: raw.to,
      working: raw.working,
      unitBy: clauseAt('unit-by'),
      through: clauseAt('through'),
      naturalIn: raw['natural-in'] ?? [],
      start: clauseAt('start'),
      roll: clauseAt('roll'),
      rollNotIn: raw['roll-not-in'] ?? [],
      borrows: raw.borrows ?? null,
    });
  });
  return rules;
}

/** The entry for a law on a day; null when there is none. */
export function periodRuleOn(rules: readonly PeriodRule[], law: string, date: string): PeriodRule | null {
  return rules.find((one) => one.law === law && one.from <= date && (one.to === null || date < one.to)) ?? null;
}

/** Whether a period of so many days of that article counts working days only, as far as the general clause says. */
export function countsWorkingDays(rule: PeriodRule, count: number, article: number | null): boolean {
  if (article !== null && rule.naturalIn.includes(article)) return false;
  const { working } = rule;
  if (working === 'all') return true;
  if (working === 'none') return false;
  return 'up-to' in working ? count <= working['up-to'] : working.includes(count);
}
