import { units } from './types.ts';

const words = { type: 'array', items: { type: 'string' } };
const ruleIds = { type: 'array', minItems: 1, items: { type: 'string' } };
const id = { type: ['string', 'integer'] };
const ids = { type: 'array', items: id };
const amount = { type: 'number', minimum: 0 };
const signed = { type: 'number' };
const points = {
  description: '分值，或者某一部分（项目）分值的百分之几',
  anyOf: [
    amount,
    {
      type: 'object',
      required: ['percent', 'of'],
      additionalProperties: false,
      properties: { percent: { type: 'number', minimum: 0, maximum: 100 }, of: id },
    },
  ],
};
const range = { type: 'array', minItems: 2, maxItems: 2, items: amount };
const unit = { enum: units };
const when = { $ref: '#/$defs/when' };
const closed = (properties: Record<string, object>, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const bounds = { from: signed, above: signed, to: signed, below: signed };
const grades = { type: 'array', minItems: 1, items: closed({ name: { type: 'string' }, ...bounds }, ['name']) };
const presence = {
  documents: words,
  'if-missing': { enum: ['zero', 'exclude', 'keep'] },
  'required-when': when,
  'applies-when': when,
};
const charge = closed(
  { rules: ruleIds, points, range, unit, most: amount, 'exempt-when': when, 'escalate-to': id, zeroes: ids },
  ['rules'],
);
const charged = {
  charges: { type: 'array', minItems: 1, items: charge },
  rules: ruleIds,
  per: points,
  unit,
  max: amount,
};
const question = {
  anyOf: [
    { type: 'string', minLength: 4 },
    closed(
      {
        ask: { type: 'string', minLength: 4 },
        look: words,
        stake: amount,
        answers: {
          type: 'array',
          minItems: 1,
          items: closed({ label: { type: 'string' }, points, 'escalate-to': id }, ['label', 'points']),
        },
        range,
        unit,
        per: points,
      },
      ['ask'],
    ),
  ],
};
const flag = { type: 'boolean' };
const part = closed({ title: { type: 'string' }, full: amount, 'all-or-nothing': flag, ...charged }, ['title', 'full']);
const item = closed(
  {
    id,
    title: { type: 'string' },
    kind: { enum: ['deduct', 'award', 'veto', 'bonus', 'record'] },
    full: amount,
    points,
    effect: { enum: ['zero', 'unscored'] },
    grade: { type: 'string' },
    'cap-grade': { type: 'string' },
    parts: { type: 'array', minItems: 1, items: part },
    question,
    'all-or-nothing': flag,
    together: { enum: ['sum', 'worst'] },
    'exempt-when': when,
    zeroes: ids,
    ...presence,
    ...charged,
  },
  ['id', 'title'],
);
const section = closed(
  {
    id: { type: 'string' },
    title: { type: 'string' },
    full: amount,
    ...presence,
    items: { type: 'array', minItems: 1, items: item },
  },
  ['id', 'title', 'items'],
);
const sheet = closed(
  {
    id: { type: 'string' },
    title: { type: 'string' },
    applies: closed({ type: words, procedure: words, when }),
    full: { type: 'number', exclusiveMinimum: 0 },
    rescale: flag,
    total: { type: 'array', minItems: 1, items: { $ref: '#/$defs/formula' } },
    decimals: { enum: [0, 1, 2] },
    grades,
    sections: { type: 'array', minItems: 1, items: section },
  },
  ['id', 'title', 'applies', 'full', 'sections'],
);
const unitSheet = closed(
  {
    title: { type: 'string' },
    start: { anyOf: [{ const: 'average' }, signed] },
    items: {
      type: 'array',
      items: closed(
        {
          id,
          title: { type: 'string' },
          each: closed({ measure: { type: 'string' }, points: signed }, ['measure', 'points']),
          rows: {
            type: 'array',
            minItems: 1,
            items: closed({ points: signed, where: { type: 'object', additionalProperties: closed(bounds) } }, [
              'points',
              'where',
            ]),
          },
          least: signed,
          most: signed,
        },
        ['id', 'title'],
      ),
    },
    floor: signed,
    cap: signed,
    grades,
    rank: { type: 'array', items: { enum: ['total', 'average', 'sum'] } },
  },
  ['title'],
);

/** JSON Schema of a standard's file. */
export const standardSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan standard',
  ...closed(
    {
      id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
      title: { type: 'string' },
      issuer: { type: 'string' },
      year: { type: ['string', 'integer'] },
      note: { type: 'string' },
      excerpt: flag,
      grades,
      sheets: { type: 'array', minItems: 1, items: sheet },
      unit: unitSheet,
    },
    ['id', 'title', 'issuer', 'year', 'sheets'],
  ),
  $defs: {
    when: {
      ...closed({
        document: { anyOf: [{ type: 'string' }, words] },
        passes: ruleIds,
        fails: ruleIds,
        applies: ruleIds,
        all: { type: 'array', minItems: 1, items: when },
        any: { type: 'array', minItems: 1, items: when },
        not: when,
      }),
      minProperties: 1,
      maxProperties: 1,
    },
    formula: closed({
      points: signed,
      rate: words,
      of: amount,
      got: words,
      less: words,
      bonus: words,
      sum: { type: 'array', minItems: 1, items: { $ref: '#/$defs/formula' } },
      floor: signed,
      cap: signed,
    }),
  },
};

/** JSON Schema of a bureau's own scale of grades. */
export const scaleSchema = closed({ grades }, ['grades']);
