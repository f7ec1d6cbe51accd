import { units } from '../types.ts';

export const text = { type: 'string', minLength: 1 };
export const words = { type: 'array', items: { type: 'string' } };
export const ids = { type: 'array', items: { type: ['string', 'integer'] } };
export const id = { type: ['string', 'integer'], description: '编号，同一评分表内不重复' };
export const amount = { type: 'number', minimum: 0 };
export const signed = { type: 'number' };
export const flag = { type: 'boolean' };
export const decimals = { enum: [0, 1, 2], description: '保留几位小数' };
export const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const when = { $ref: '#/$defs/when' };

export const closed = (properties: Record<string, object>, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

/** One schema where a condition holds, another where not. */
export const either = (condition: object, yes: object, no: object): object =>
  Object.fromEntries([
    ['if', condition],
    ['then', yes],
    ['else', no],
  ]);

/** A schema with what its author should know. */
export const told = (description: string, schema: object): object => ({ ...schema, description });

const ruleIds = { type: 'array', minItems: 1, items: { type: 'string' } };
export const rules = told('规则编号，见 anjuan rules list', ruleIds);
export const check = told('检查点编号，见 standards/checks/', {
  anyOf: [{ type: 'string' }, { type: 'array', minItems: 1, items: { type: 'string' } }],
});
export const points = {
  description: '分值，或者某一部分（项目）分值的百分之几',
  anyOf: [amount, closed({ percent: { type: 'number', minimum: 0, maximum: 100 }, of: id }, ['percent', 'of'])],
};
export const range = told('由评查人员在这两个分值之间定', { type: 'array', minItems: 2, maxItems: 2, items: amount });
export const unit = told('按什么计：一次、每条规则、每项、每处、每页、每份、每人、每日、每次', { enum: units });
export const bounds = {
  from: told('大于等于', signed),
  above: told('大于', signed),
  to: told('小于等于', signed),
  below: told('小于', signed),
};
export const grades = { type: 'array', minItems: 1, items: closed({ name: text, ...bounds }, ['name']) };
export const presence = {
  documents: told('涉及的文书种类，任何一种在卷即可', words),
  'if-missing': told('没有该文书：zero 记零分、exclude 不参评、keep 照常评', { enum: ['zero', 'exclude', 'keep'] }),
  'required-when': told('成立时必须有该文书，没有就记零分', when),
  'applies-when': told('不成立时不参评', when),
  equivalents: told('可以代替该文书的其他文书', closed({ documents: words, when }, ['documents'])),
};

const count = { type: 'integer', minimum: 0 };
const tiers = told('按数量分档：达到 from 个时一共扣 points', {
  type: 'array',
  minItems: 1,
  items: closed({ from: { type: 'integer', minimum: 1 }, points }, ['from', 'points']),
});
const priced = {
  points,
  range,
  unit,
  most: told('这一情形最多扣多少', amount),
  free: told('前几个不扣', count),
  tiers,
  'escalate-to': told('转入哪个否决项', id),
  'escalate-from': told('达到几个才转入', { type: 'integer', minimum: 1 }),
  zeroes: told('使哪些项目或部分整个不得分', ids),
};
const charge = closed({ rules, check, ...priced, when, 'exempt-when': when });
export const charged = {
  charges: { type: 'array', minItems: 1, items: charge },
  rules,
  check,
  per: points,
  unit,
  max: told('简写时最多扣多少', amount),
  free: told('前几个不扣', count),
  tiers,
};
export const answers = {
  type: 'array',
  minItems: 1,
  items: closed({ label: text, gets: told('得分项目：得多少分', amount), ...priced }, ['label']),
};
const ask = { type: 'string', minLength: 4 };
export const stake = told('还没有判断时，最多可能扣多少', amount);
export const question = {
  anyOf: [
    ask,
    closed({ ask, look: words, stake, answers, choose: { enum: ['one', 'several'] }, range, unit, per: points }, [
      'ask',
    ]),
  ],
};
export const asked = { question, ask, look: words, answers, range, stake };
