import { operators } from '../operators/list.ts';
import { manifestSchema, overridesSchema } from './manifest.ts';
import { periodsSchema } from './periods.ts';
import { questionSchema } from './questions.ts';
import { requirementSchema } from './requirements.ts';
import { definitionSchema, parametersSchema, ruleSchema } from './schema.ts';
import type { Pack } from './types.ts';

/** JSON Schemas for an editor, by file name: those the loader checks with, and with the names that may be written where one is expected. */
export function editorSchemas(pack: Pack): ReadonlyMap<string, object> {
  const laws = [...pack.laws.values()].map(({ id, title }) => ({ const: id, description: title }));
  const kinds = pack.kinds.map(({ id, label }) => ({ const: id, description: label }));
  const days = [...pack.dictionary.values()]
    .filter((entry) => entry.type === 'day' || entry.type === 'time')
    .map(({ path, label }) => ({ const: path, description: label }));
  const lists = [...pack.dictionary.values()]
    .filter((entry) => entry.type === 'list')
    .map(({ path, label }) => ({ const: path, description: label }));
  const requirements = [...pack.requirements.values()].map(({ id, says }) => ({ const: id, description: says }));
  const condition = {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    propertyNames: { enum: Object.keys(operators) },
  };
  const named = (schema: object): object => {
    const text = JSON.stringify(schema, (key, value: unknown) => {
      if (key === 'law' && isText(value)) return { anyOf: laws };
      if (key === 'look' && typeof value === 'object') return { type: 'array', items: { anyOf: kinds } };
      if (key === 'requirement' && typeof value === 'object') return { type: 'array', items: { anyOf: requirements } };
      if (key === 'each' && isText(value)) return { anyOf: lists };
      if (key === 'dated-by' && isText(value)) return { type: 'string', examples: days.map((one) => one.const) };
      if (['when', 'require', 'where', 'means'].includes(key) && typeof value === 'object') return condition;
      return value;
    });
    return JSON.parse(text) as object;
  };
  return new Map([
    ['rule.schema.json', named(ruleSchema)],
    ['requirements.schema.json', named(requirementSchema)],
    ['questions.schema.json', named(questionSchema)],
    ['definition.schema.json', named(definitionSchema)],
    ['params.schema.json', named(parametersSchema)],
    ['periods.schema.json', named(periodsSchema)],
    ['pack.schema.json', manifestSchema],
    ['overrides.schema.json', overridesSchema],
  ]);
}

function isText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'string';
}
