import type { Severity } from '../evaluate/types.ts';
import { nearest } from '../kernel/nearest.ts';
import { citationProblem } from './laws.ts';
import { checkSchema, day } from './schema.ts';
import type { Problem, Source } from './source.ts';
import type { Law, Requirement, RequirementType } from './types.ts';

/** Kinds of case, and of step in all of them, by which requirements are grouped. */
export const requirementTypes: Readonly<Record<RequirementType, string>> = {
  'penalty-ordinary': '行政处罚（普通程序）',
  'penalty-summary': '行政处罚（简易程序）',
  licensing: '行政许可',
  'compulsory-measure': '行政强制措施',
  'compulsory-enforcement': '行政强制执行',
  inspection: '行政检查',
  transfer: '移送涉嫌犯罪案件',
  service: '送达',
  publicity: '执法公示',
  record: '执法全过程记录',
  'legal-review': '重大执法决定法制审核',
};

export const requirementSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan requirements',
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'says', 'from', 'to', 'type', 'stage', 'gravity', 'status'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^[A-Z]{2}-\\d{3}$' },
      says: { type: 'string', minLength: 4 },
      law: { type: 'string' },
      'law-title': { type: 'string', minLength: 4, description: '法律文本未取得时写其名称，不写 law' },
      article: { type: ['integer', 'string'] },
      paragraph: { type: 'integer', minimum: 1 },
      item: { type: 'integer', minimum: 1 },
      from: day,
      to: { anyOf: [day, { type: 'null' }] },
      type: { enum: Object.keys(requirementTypes) },
      stage: { type: 'string', minLength: 2 },
      sector: { type: 'string' },
      province: { type: 'string' },
      gravity: { enum: ['invalidating', 'serious', 'minor'] },
      status: { enum: ['active', 'draft'] },
    },
  },
};

interface Raw {
  readonly id: string;
  readonly says: string;
  readonly law?: string;
  readonly 'law-title'?: string;
  readonly article?: number | string;
  readonly paragraph?: number;
  readonly item?: number;
  readonly from: string;
  readonly to: string | null;
  readonly type: Requirement['type'];
  readonly stage: string;
  readonly sector?: string;
  readonly province?: string;
  readonly gravity: Severity;
  readonly status: Requirement['status'];
}

/** The rows of `requirements/*.yaml` by id; a row with a mistake is left out and listed. */
export function requirementsOf(
  sources: readonly Source[],
  laws: ReadonlyMap<string, Law>,
  problems: Problem[],
): ReadonlyMap<string, Requirement> {
  const rows = new Map<string, Requirement>();
  for (const source of sources) {
    if (source.value === undefined) continue;
    const wrong = checkSchema(source, requirementSchema);
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    (source.value as readonly Raw[]).forEach((raw, index) => {
      problems.push(...mistakesIn(raw, index, source, laws));
      const twin = rows.get(raw.id);
      if (twin !== undefined) problems.push(source.problem([index, 'id'], `要求 ${raw.id} 已写在 ${twin.file} 中`));
      rows.set(raw.id, rowOf(raw, laws, source.file));
    });
  }
  return rows;
}

function rowOf(raw: Raw, laws: ReadonlyMap<string, Law>, file: string): Requirement {
  return {
    id: raw.id,
    says: raw.says,
    law: raw.law ?? null,
    lawTitle: raw['law-title'] ?? laws.get(raw.law ?? '')?.title ?? '',
    article: raw.article ?? null,
    paragraph: raw.paragraph ?? null,
    item: raw.item ?? null,
    from: raw.from,
    to: raw.to,
    type: raw.type,
    stage: raw.stage,
    sector: raw.sector ?? null,
    province: raw.province ?? null,
    gravity: raw.gravity,
    status: raw.status,
    file,
  };
}

function mistakesIn(raw: Raw, index: number, source: Source, laws: ReadonlyMap<string, Law>): readonly Problem[] {
  const problems: Problem[] = [];
  const at = (key: string, message: string, suggestion?: string) =>
    problems.push(source.problem([index, key], message, suggestion));
  if ((raw.law === undefined) === (raw['law-title'] === undefined))
    at('id', `要求 ${raw.id} 应写 law 或者 law-title 之一`);
  if (raw.law !== undefined) {
    const wrong = citationProblem({ ...raw, law: raw.law }, laws, raw);
    // The version a draft speaks of may be one whose text was never had.
    if (wrong !== null && (raw.status === 'active' || wrong.key === 'law'))
      at(wrong.key, wrong.message, wrong.suggestion);
  }
  if (raw.status === 'active') {
    if (raw.law === undefined) at('status', `没有取得条文的要求 ${raw.id} 不能是 active`);
    if (raw.article === undefined) at('status', `没有写明条号的要求 ${raw.id} 不能是 active`);
  }
  if (raw.to !== null && raw.to <= raw.from) at('to', '止日应晚于起日（止日当天不再适用）');
  if (raw.sector !== undefined && raw.province !== undefined) at('province', '行业和地方只能写一个');
  return problems;
}

/** Mistakes in what rules and questions say they prove: rows that are not there. */
export function unknownRequirements(
  named: readonly {
    readonly requirement: readonly string[];
    readonly source: Source;
    readonly at: readonly (string | number)[];
  }[],
  rows: ReadonlyMap<string, Requirement>,
): readonly Problem[] {
  return named.flatMap(({ requirement, source, at }) =>
    requirement.flatMap((id, index) =>
      rows.has(id)
        ? []
        : [source.problem([...at, 'requirement', index], `没有编号为“${id}”的要求`, nearest(id, rows.keys()))],
    ),
  );
}
