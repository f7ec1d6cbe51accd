import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';
import type { Wire } from '../contract/shape.ts';
import { Refusal } from '../problems.ts';

/** One compiler for every schema of the contract. */
export const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
addFormats.default(ajv);

const compiled = new WeakMap<TSchema, ValidateFunction>();

/** The value, known to have the shape; throws a 400 that names the field in Chinese. */
export function valid<S extends TSchema>(schema: S, value: unknown): Wire<S> {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(value)) return value as Wire<S>;
  throw refusalOf(validate.errors ?? []);
}

/** An unknown key says most; a union's own error says least. */
function refusalOf(errors: readonly ErrorObject[]): Refusal {
  const first =
    errors.find((error) => error.keyword === 'additionalProperties') ??
    errors.find((error) => error.keyword !== 'anyOf') ??
    errors[0];
  if (first === undefined) return new Refusal(400, 'bad-request', '请求有误。');
  const params = first.params as Record<string, unknown>;
  const own = params.additionalProperty ?? params.missingProperty;
  const field = [...first.instancePath.split('/').slice(1), ...(own === undefined ? [] : [String(own)])].join('.');
  if (first.keyword === 'additionalProperties') {
    return new Refusal(400, 'unknown-field', `请求中有不认识的字段“${field}”。`, field);
  }
  if (field === '') return new Refusal(400, 'bad-request', '请求须是一个 JSON 对象。');
  return new Refusal(400, first.keyword === 'required' ? 'missing-field' : 'bad-field', words(first, field), field);
}

function words(error: ErrorObject, field: string): string {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required':
      return `缺少字段“${field}”。`;
    case 'type':
      return `字段“${field}”的类型不对，应为 ${[params.type].flat().join(' 或 ')}。`;
    case 'enum':
      return `字段“${field}”只能是：${(params.allowedValues as string[]).join('、')}。`;
    case 'minLength':
      return `字段“${field}”不能为空。`;
    case 'maxLength':
      return `字段“${field}”最多 ${params.limit} 个字。`;
    case 'minimum':
      return `字段“${field}”不能小于 ${params.limit}。`;
    case 'maximum':
      return `字段“${field}”不能大于 ${params.limit}。`;
    default:
      return `字段“${field}”不符合要求。`;
  }
}
