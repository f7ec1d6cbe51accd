import type { Fact } from '../../../record/types.ts';

const particulars: readonly (readonly [path: string, called: string])[] = [
  ['party.name', '当事人'],
  ['party.code', '统一社会信用代码'],
  ['party.id-number', '身份证号码'],
  ['party.representative', '法定代表人（负责人）'],
];

const lists: readonly string[] = [
  'officer-clashes',
  'record-overlaps',
  'impossible-dates',
  'number-breaks',
  'inspection-dates',
  'said-days',
  'sums',
  'cards',
  'goods',
  'identities',
  'remedies',
];

const sureEnough = 0.75;

/** Everything that the papers say against each other, in one list: for types of case whose law has one article for all of it. Null where nothing was compared. */
export function allContradictions(facts: Readonly<Record<string, Fact>>): Fact | null {
  const named = particulars.flatMap(([path, called]) => {
    const fact = facts[path];
    return (fact?.alternatives ?? [])
      .filter(({ confidence }) => (confidence ?? 1) >= sureEnough)
      .map(({ value, anchors }) => ({
        says: `${called}：${String(fact?.value)}；另有${String(value)}`,
        anchors: [...(fact?.anchors ?? []).slice(0, 1), ...anchors.slice(0, 1)],
      }));
  });
  const compared = lists.flatMap((name) => {
    const fact = facts[`consistency.${name}`];
    return fact === undefined || (fact.confidence ?? 1) < sureEnough ? [] : [fact];
  });
  if (named.length === 0 && compared.length === 0) return null;
  const listed = compared.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly string[]) : []));
  return {
    value: [...named.map(({ says }) => says), ...listed],
    anchors: [...named.flatMap(({ anchors }) => anchors), ...compared.flatMap(({ anchors }) => anchors ?? [])].slice(
      0,
      24,
    ),
    origin: 'extracted',
    confidence: 0.85,
  };
}
