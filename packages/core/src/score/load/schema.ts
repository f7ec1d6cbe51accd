import {
  amount,
  asked,
  bounds,
  charged,
  closed,
  day,
  decimals,
  either,
  flag,
  grades,
  id,
  ids,
  points,
  presence,
  rules,
  signed,
  text,
  told,
  when,
  words,
} from './schema-parts.ts';

const together = { enum: ['sum', 'worst'] };
const part = closed({ title: text, full: amount, 'all-or-nothing': flag, ...charged }, ['title', 'full']);
const tally = closed(
  {
    of: ids,
    measure: told('问题项数、问题处数、扣分、得分、得分率（%）', { enum: ['items', 'places', 'lost', 'got', 'rate'] }),
    ...bounds,
  },
  ['of', 'measure'],
);
const item = closed(
  {
    id,
    title: text,
    kind: told('deduct 扣分、award 得分、veto 否决、bonus 加分、record 只记录', {
      enum: ['deduct', 'award', 'veto', 'bonus', 'record'],
    }),
    full: told('本项分值', amount),
    most: told('没有单独分值的项目最多扣多少', amount),
    points: told('否决项扣多少分', points),
    effect: told('否决项：zero 整卷零分、unscored 不再打分', { enum: ['zero', 'unscored'] }),
    grade: told('不再打分时定为什么等级', text),
    'cap-grade': told('否决项：不得高于这个等级', text),
    'lower-grade': told('否决项：降几个等级', { type: 'integer', minimum: 1 }),
    'cap-points': told('否决项：总分不得高于多少', amount),
    share: told('否决项：总分只按百分之几计', { type: 'number', minimum: 0, maximum: 100 }),
    parts: { type: 'array', minItems: 1, items: part },
    'all-or-nothing': told('有任何一处不符就扣全部', flag),
    together: told('几种情形相加，还是只取最重的一种', together),
    'exempt-when': when,
    zeroes: ids,
    tally: told('按其他项目的结果触发', tally),
    ...asked,
    ...presence,
    ...charged,
  },
  ['id', 'title'],
);
const section = closed(
  {
    id: text,
    title: text,
    full: told('本部分分值', amount),
    most: told('本部分最多扣多少', amount),
    together: told('各项相加，还是只取最重的一项', together),
    ...presence,
    items: { type: 'array', minItems: 1, items: item },
  },
  ['id', 'title', 'items'],
);
const same = closed({ 'same-as': told('与另一张评分表的某一部分相同：评分表编号.部分编号', text) }, ['same-as']);
const formula = { $ref: '#/$defs/formula' };
const formulas = { type: 'array', minItems: 1, items: formula };
const sheetShape = closed(
  {
    id: text,
    title: text,
    applies: closed({ type: words, procedure: words, when }),
    full: told('满分', { type: 'number', exclusiveMinimum: 0 }),
    'list-only': told('只列问题，不打分', flag),
    rescale: told('不涉及的项目从分母中剔除，折算到满分', flag),
    floor: signed,
    cap: told('总分（含加分）不超过', signed),
    'bonus-cap': told('加分合计不超过', amount),
    total: formulas,
    decimals,
    round: told('四舍五入、舍去、进位', { enum: ['half-up', 'down', 'up'] }),
    'no-double': told('同一问题只在扣分最多的项目中扣一次', flag),
    grades,
    sections: {
      type: 'array',
      minItems: 1,
      items: either({ type: 'object', required: ['same-as'] }, same, section),
    },
  },
  ['id', 'title', 'sections'],
);
const measured = closed({ measure: text, points: signed }, ['measure', 'points']);
const row = closed({ points: signed, where: { type: 'object', additionalProperties: closed(bounds) } }, [
  'points',
  'where',
]);
const unitItem = closed(
  { id, title: text, each: measured, rows: { type: 'array', minItems: 1, items: row }, least: signed, most: signed },
  ['id', 'title'],
);
const unitSheet = closed(
  {
    title: text,
    start: { anyOf: [{ enum: ['average', 'sum'] }, signed] },
    weights: { type: 'array', items: closed({ sheets: words, weight: amount }, ['sheets', 'weight']) },
    drop: told('去掉几个最高分和几个最低分', { type: 'integer', minimum: 0 }),
    items: { type: 'array', items: unitItem },
    floor: signed,
    cap: signed,
    decimals,
    grades,
    rank: { type: 'array', items: { enum: ['total', 'average', 'sum'] } },
  },
  ['title'],
);
const ruleIds = { type: 'array', minItems: 1, items: { type: 'string' } };
const conditions = { type: 'array', minItems: 1, items: when };
const values = { type: 'array', minItems: 1, items: { type: ['string', 'number', 'boolean'] } };
const defs = {
  when: {
    ...closed({
      document: { anyOf: [{ type: 'string' }, words] },
      passes: ruleIds,
      fails: ruleIds,
      applies: ruleIds,
      fact: closed({ path: text, is: values }, ['path', 'is']),
      all: conditions,
      any: conditions,
      not: when,
    }),
    minProperties: 1,
    maxProperties: 1,
  },
  formula: closed({
    points: told('固定分', signed),
    rate: told('这些部分的得分率 × of', words),
    of: amount,
    plus: told('rate：这些部分的加分计入得分、不计入分母', words),
    got: told('这些部分的得分，不涉及的视为得满分', words),
    less: told('减去这些部分的扣分', words),
    most: told('less 最多减多少', amount),
    bonus: told('加上这些部分的加分', words),
    sum: formulas,
    min: formulas,
    max: formulas,
    product: formulas,
    average: told('加权平均，没有参评的部分不计', formulas),
    percent: told('只计百分之几', amount),
    floor: signed,
    cap: signed,
    decimals,
    weight: told('在 average 中的权重', amount),
  }),
};
const example = closed(
  {
    name: text,
    sheet: text,
    papers: told('在卷的文书种类；不写时是评分表涉及的全部文书', words),
    absent: told('不在卷的文书种类', words),
    facts: { type: 'object' },
    fails: told('不符合的规则；其余视为符合', words),
    open: told('不能判断的规则', words),
    outside: told('不涉及本案的规则', words),
    answers: told('人工认定：项目编号对应 不扣、不涉及、扣分数，或者 答案: 个数', { type: 'object' }),
    total: signed,
    low: signed,
    high: signed,
    grade: { type: ['string', 'null'] },
    scored: flag,
  },
  ['name'],
);
const head = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema of a standard's file. */
export const standardSchema = {
  $schema: head,
  title: 'Anjuan standard',
  ...closed(
    {
      id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
      edition: { type: ['string', 'integer'], description: '版本；不写时取年份' },
      title: text,
      issuer: text,
      year: { type: ['string', 'integer'] },
      from: told('从哪一天起适用', day),
      to: told('到哪一天为止（不含当日）', day),
      note: { type: 'string' },
      excerpt: told('只是节选', flag),
      supplement: told('附在其他标准之后的补充评分表', flag),
      order: told('列出的次序；不指定标准时用排在最前的', { type: 'integer' }),
      grades,
      sheets: {
        type: 'array',
        minItems: 1,
        items: either({ type: 'string' }, { type: 'string', pattern: '^[^/\\\\]+\\.yaml$' }, sheetShape),
      },
      unit: unitSheet,
      examples: told('算例：装入时逐个核算', { type: 'array', items: example }),
    },
    ['id', 'title', 'issuer', 'year', 'sheets'],
  ),
  $defs: defs,
};

/** JSON Schema of a file that holds one sheet of a standard. */
export const sheetSchema = { $schema: head, title: 'Anjuan score sheet', ...sheetShape, $defs: defs };

/** JSON Schema of `standards/checks/*.yaml`. */
export const checkPointSchema = {
  $schema: head,
  title: 'Anjuan check points',
  type: 'array',
  items: closed({ id: text, title: text, rules, ask: { type: 'string', minLength: 4 }, look: words }, ['id', 'title']),
};

/** JSON Schema of a bureau's own scale of grades. */
export const scaleSchema = closed({ grades }, ['grades']);
