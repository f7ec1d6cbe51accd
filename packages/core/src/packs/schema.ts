import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { nearest } from '../kernel/nearest.ts';
import type { Problem, Source } from './source.ts';

export const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const article = {
  type: ['integer', 'string'],
  description: '条：60；六十条之一写作 "60-1"；无条号的文件写层次，如 四（十三）',
};
export const basisSchema = {
  type: 'object',
  required: ['law', 'article', 'says'],
  additionalProperties: false,
  properties: {
    law: { type: 'string' },
    article,
    paragraph: { type: 'integer', minimum: 1 },
    item: { type: 'integer', minimum: 1 },
    says: { type: 'string', minLength: 4 },
  },
};
/** Of a rule: it may rest on a place for a part of its time. */
const datedBasisSchema = {
  ...basisSchema,
  properties: {
    ...basisSchema.properties,
    from: { ...day, description: '只在这些日子引用它：从这一天起' },
    to: { ...day, description: '到这一天为止，当日不含' },
  },
};
const condition = { type: 'object', minProperties: 1, maxProperties: 1 };

/** Keys of a rule file, in the order in which they are written. */
export const ruleKeys = [
  'id',
  'title',
  'requirement',
  'for',
  'basis',
  'severity',
  'curable',
  'status',
  'overridable',
  'versions',
  'message',
  'advice',
  'look',
  'cases',
] as const;

export const ruleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan rule',
  type: 'object',
  required: ['id', 'title', 'requirement', 'basis', 'severity', 'curable', 'versions', 'message', 'advice', 'cases'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[A-Z][A-Z0-9]*(-[0-9A-Za-z.]+)+$' },
    title: { type: 'string', minLength: 4 },
    requirement: { type: 'array', items: { type: 'string' } },
    for: {
      type: 'object',
      additionalProperties: false,
      properties: {
        type: { type: 'array', items: { type: 'string' }, minItems: 1 },
        procedure: { type: 'array', items: { enum: ['ordinary', 'summary'] }, minItems: 1 },
        each: { type: 'string' },
        where: condition,
      },
    },
    basis: { type: 'array', minItems: 1, items: datedBasisSchema },
    severity: { enum: ['invalidating', 'serious', 'minor'] },
    curable: { enum: ['yes', 'explain', 'no'] },
    status: { enum: ['active', 'draft'] },
    overridable: { type: 'array', items: { type: 'string' } },
    versions: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['from', 'dated-by', 'require'],
        additionalProperties: false,
        properties: {
          from: day,
          to: { anyOf: [day, { type: 'null' }] },
          'dated-by': { type: 'string' },
          when: condition,
          require: condition,
        },
      },
    },
    message: { type: 'string', minLength: 4 },
    advice: { type: 'string', minLength: 4 },
    look: { type: 'array', items: { type: 'string' } },
    cases: {
      type: 'array',
      minItems: 3,
      items: {
        type: 'object',
        required: ['name', 'record', 'expect'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', minLength: 1 },
          record: { type: 'object' },
          expect: { enum: ['pass', 'fail', 'not-applicable', 'cannot-tell'] },
        },
      },
    },
  },
};

const parameterSchema = {
  type: 'object',
  required: ['label', 'unit', 'basis', 'versions'],
  additionalProperties: false,
  properties: {
    label: { type: 'string' },
    unit: { type: 'string' },
    basis: { ...basisSchema, required: ['law', 'article'] },
    confidence: { enum: ['read', 'reported'] },
    overridable: { type: 'array', items: { enum: ['set', 'stricter'] } },
    stricter: { enum: ['lower', 'higher'] },
    versions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['from', 'value'],
        additionalProperties: false,
        properties: {
          from: day,
          to: { anyOf: [day, { type: 'null' }] },
          value: { type: ['number', 'string'] },
          inclusive: { type: 'boolean', description: '作为起点时是否含本数' },
        },
      },
    },
  },
};

export const parametersSchema = { type: 'object', additionalProperties: parameterSchema };

export const definitionSchema = {
  type: 'object',
  required: ['id', 'title', 'basis', 'means'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    basis: { type: 'array', items: basisSchema },
    means: condition,
  },
};

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
const compiled = new Map<object, ValidateFunction>();

/** Checks a YAML value against a schema; every mistake at its place, in Chinese. */
export function checkSchema(source: Source, schema: object): readonly Problem[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(source.value)) return [];
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'anyOf' && error.keyword !== 'if')
    .map((error) => problemOf(source, error));
}

function problemOf(source: Source, error: ErrorObject): Problem {
  const path = pathOf(error.instancePath);
  const parameters = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(parameters.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return source.problem([...path, key], `不认识的键“${key}”`, nearest(key, known));
    }
    case 'required':
      return source.problem(path, `缺少“${String(parameters.missingProperty)}”`);
    case 'enum':
      return source.problem(path, `应是 ${(parameters.allowedValues as unknown[]).join('、')} 之一`);
    case 'type':
      return source.problem(path, `类型应是 ${String(parameters.type)}`);
    default:
      return source.problem(path, `写法不合要求（${error.message ?? error.keyword}）`);
  }
}

/** Keys of a JSON pointer; whole numbers become list positions. */
export function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}
