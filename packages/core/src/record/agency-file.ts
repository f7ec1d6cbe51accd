import { stringify } from 'yaml';
import type { FactValue } from './types.ts';

const order = [
  'name',
  'level',
  'sector',
  'jurisdiction',
  'government',
  'vertical',
  'has-power',
  'review-authority',
  'courts',
];

/** An agency profile as the text of its file: who it is first, its lists last. */
export function writeAgency(profile: Readonly<Record<string, FactValue | null>>): string {
  const keys = Object.keys(profile).sort((a, b) => rank(a, profile) - rank(b, profile));
  const sorted = Object.fromEntries(keys.map((key) => [key, profile[key]]));
  return `# 执法主体档案\n${stringify(sorted, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function rank(key: string, profile: Readonly<Record<string, unknown>>): number {
  const place = order.indexOf(key);
  return place >= 0 ? place : Array.isArray(profile[key]) ? order.length + 1 : order.length;
}
