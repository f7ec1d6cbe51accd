import type { FactValue } from '../packages/core/src/index.ts';

export type Facts = Readonly<Record<string, FactValue>>;

export const holds = (prefix: string, ...names: readonly string[]): Facts =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, true]));
export const not = (prefix: string, ...names: readonly string[]): Facts =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, false]));
export const served = (document: string, title: string, date: string) => ({
  document,
  title,
  date,
  method: 'direct',
  'recipient-signed': true,
});

export const party: Facts = { 'party.name': '江城县甲食品有限公司', 'party.kind': 'organisation' };
export const told: Facts = {
  ...holds('decision', 'states-review', 'states-litigation', 'states-reasons', 'states-date', 'has-seal'),
  'decision.review-days': 60,
  'decision.review-authority': '江城县人民政府',
  'decision.litigation-months': 6,
  'decision.court': '江城县人民法院',
};
