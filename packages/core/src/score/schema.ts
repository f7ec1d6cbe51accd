const words = { type: 'array', items: { type: 'string' } };
const id = { type: ['string', 'integer'] };

const item = {
  type: 'object',
  required: ['id', 'title'],
  additionalProperties: false,
  properties: {
    id,
    title: { type: 'string' },
    kind: { enum: ['deduct', 'veto', 'bonus', 'record'] },
    full: { type: 'number', minimum: 0 },
    charges: {
      type: 'array',
      items: {
        type: 'object',
        required: ['rules', 'points'],
        additionalProperties: false,
        properties: {
          rules: { ...words, minItems: 1 },
          points: { type: 'number', minimum: 0 },
          unit: { enum: ['once', 'each'] },
          most: { type: 'number', minimum: 0 },
        },
      },
    },
    question: {
      type: 'object',
      required: ['ask'],
      additionalProperties: false,
      properties: { ask: { type: 'string' }, look: words, stake: { type: 'number', minimum: 0 } },
    },
    'all-or-nothing': { type: 'boolean' },
    documents: words,
    zeroes: { type: 'array', items: id },
  },
};

const section = {
  type: 'object',
  required: ['id', 'title', 'items'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    full: { type: 'number', minimum: 0 },
    documents: words,
    'if-missing': { enum: ['zero', 'exclude'] },
    items: { type: 'array', minItems: 1, items: item },
  },
};

/** JSON Schema of a standard's file. */
export const standardSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan standard',
  type: 'object',
  required: ['id', 'title', 'issuer', 'year', 'sheets'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    issuer: { type: 'string' },
    year: { type: ['string', 'integer'] },
    note: { type: 'string' },
    sheets: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'title', 'applies', 'full', 'sections'],
        additionalProperties: false,
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          applies: {
            type: 'object',
            additionalProperties: false,
            properties: { type: words, procedure: words },
          },
          full: { type: 'number', exclusiveMinimum: 0 },
          rescale: { type: 'boolean' },
          grades: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'from'],
              additionalProperties: false,
              properties: { name: { type: 'string' }, from: { type: 'number', minimum: 0 }, open: { type: 'boolean' } },
            },
          },
          sections: { type: 'array', minItems: 1, items: section },
        },
      },
    },
  },
};
