import { Ajv2020 } from 'ajv/dist/2020.js';
import { dayNumber } from '../kernel/day.ts';
import { nearest } from '../kernel/nearest.ts';
import type { Dictionary, FactType } from './dictionary.ts';
import type { CaseRecord } from './types.ts';

/** JSON Schema of a record as platforms export it; the paths of facts are checked against the dictionary besides. */
export const recordSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan case record',
  type: 'object',
  required: ['id', 'complete', 'facts'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', minLength: 1 },
    jurisdiction: { type: 'string' },
    agency: { type: 'string' },
    sector: { type: 'string' },
    caseType: {
      enum: ['penalty', 'licence', 'compulsory-measure', 'compulsory-enforcement', 'inspection', 'transfer'],
    },
    procedure: { enum: ['ordinary', 'summary'] },
    complete: { type: 'boolean' },
    facts: { type: 'object' },
    documents: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind'],
        additionalProperties: false,
        properties: {
          id: { type: 'string' },
          kind: { type: 'string' },
          title: { type: 'string' },
          file: { type: 'string' },
          pages: { type: 'array', items: { type: 'integer', minimum: 1 }, minItems: 2, maxItems: 2 },
          also: {
            type: 'array',
            items: {
              type: 'object',
              required: ['file', 'pages'],
              additionalProperties: false,
              properties: {
                file: { type: 'string' },
                pages: { type: 'array', items: { type: 'integer', minimum: 1 }, minItems: 2, maxItems: 2 },
              },
            },
          },
          mayBe: { type: 'array', items: { type: 'string' } },
        },
      },
    },
    unread: {
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'page', 'reason'],
        additionalProperties: false,
        properties: {
          file: { type: 'string' },
          page: { type: ['integer', 'null'] },
          reason: { type: 'string' },
          kind: { type: 'string' },
          partly: { const: true },
        },
      },
    },
    notices: {
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'page', 'kind', 'message'],
        additionalProperties: false,
        properties: {
          file: { type: 'string' },
          page: { type: ['integer', 'null'] },
          kind: { type: 'string' },
          message: { type: 'string' },
          quote: { type: 'string' },
        },
      },
    },
  },
};

const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  recordSchema,
);

/** A mistake in a record: the field as a dotted path, and what is wrong with it, in Chinese. */
export interface RecordProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * Accepts a record as it came (bare values or facts with anchors): either the record, or every mistake in it.
 * Dates that do not exist and unknown fact paths are mistakes, never guesses.
 */
export function acceptRecord(
  raw: unknown,
  dictionary: Dictionary,
): { readonly record: CaseRecord } | { readonly problems: readonly RecordProblem[] } {
  if (!validate(raw)) {
    return {
      problems: (validate.errors ?? []).map((error) => {
        const at = error.instancePath.slice(1).replaceAll('/', '.');
        const extra = (error.params as { additionalProperty?: string; missingProperty?: string }) ?? {};
        const field = [at, extra.additionalProperty ?? extra.missingProperty ?? '']
          .filter((part) => part !== '')
          .join('.');
        return { field: field || '（记录）', message: inChinese(error.keyword, error.params) };
      }),
    };
  }
  const record = raw as unknown as CaseRecord & {
    readonly documents?: readonly Partial<CaseRecord['documents'][number]>[];
  };
  const problems: RecordProblem[] = [];
  for (const [path, value] of Object.entries(record.facts)) {
    const entry = dictionary.get(path);
    if (entry === undefined) {
      const hint = nearest(path, dictionary.keys());
      problems.push({
        field: `facts.${path}`,
        message: `事实字典中没有这一项${hint === undefined ? '' : `，${hint}`}`,
      });
      continue;
    }
    if (value === null) continue;
    const isFact = typeof value === 'object' && !Array.isArray(value);
    const bare = isFact ? (value as { value?: unknown }).value : value;
    const wrong = bare === null ? null : mistake(bare, entry.type);
    if (wrong !== null) problems.push({ field: `facts.${path}`, message: wrong });
  }
  if (problems.length > 0) return { problems };
  const documents = (record.documents ?? []).map((document, index) => ({
    id: document.id ?? `d${index + 1}`,
    kind: document.kind ?? 'unknown',
    title: document.title ?? '',
    file: document.file ?? '',
    pages: document.pages ?? ([1, 1] as const),
    ...(document.also === undefined ? {} : { also: document.also }),
    ...(document.mayBe === undefined ? {} : { mayBe: document.mayBe }),
  }));
  return { record: { ...record, documents } };
}

/** Beyond this a number does not hold its fen exactly. */
const mostExact = Number.MAX_SAFE_INTEGER / 100;

function mistake(value: unknown, type: FactType): string | null {
  switch (type) {
    case 'day':
      return typeof value === 'string' && value.length === 10 && dayNumber(value) !== null
        ? null
        : '应是存在的日期，写作 2025-03-01 这样';
    case 'time':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\+08:00)?)?$/u.test(value)
        ? null
        : '应是 YYYY-MM-DDThh:mm+08:00 形式的时间';
    case 'number':
    case 'money':
      if (typeof value !== 'number' || !Number.isFinite(value)) return '应是数字';
      return Math.abs(value) <= mostExact ? null : '大得异常，不能准确记录，请核对';
    case 'boolean':
      return typeof value === 'boolean' ? null : '应是 true 或 false';
    case 'text':
      return typeof value === 'string' ? null : '应是文字';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? null : '应是文字的列表';
    case 'list':
      return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)
        ? null
        : '应是对象的列表';
    default:
      return type satisfies never;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  object: '对象',
  array: '列表',
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: ' true 或 false',
  null: '空',
};

function inChinese(keyword: string, params: unknown): string {
  switch (keyword) {
    case 'required':
      return '缺少此项';
    case 'additionalProperties':
      return '不认识的字段';
    case 'enum':
      return `应是 ${(params as { allowedValues: unknown[] }).allowedValues.join('、')} 之一`;
    case 'type':
      return `类型应是${[(params as { type: string | string[] }).type]
        .flat()
        .map((type) => typeNames[type] ?? type)
        .join('或者')}`;
    default:
      return '写法不合要求';
  }
}
