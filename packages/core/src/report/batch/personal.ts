import type { FactValue, ListItem } from '../../record/types.ts';
import type { CaseResult } from './result.ts';
import type { Personal } from './types.ts';

/** Fields of lists and facts that hold a natural person's name. */
const nameFields = new Set([
  'name',
  'person',
  'officers',
  'recorder',
  'witness',
  'witnesses',
  'recipient',
  'server',
  'servers',
  'host',
  'attendees',
  'reviewer',
  'approver',
  'handlers',
  'representative',
  'agent',
  'applicant',
  'collector',
]);
const addressFields = new Set(['address', 'residence', 'domicile']);

/** Natural persons, their numbers and addresses as the record names them; each once, in the order of their text. */
export function personalOf(result: CaseResult): readonly Personal[] {
  const found = new Map<string, Personal>();
  const add = (kind: Personal['kind'], text: string) => {
    const folded = text.trim();
    if (folded !== '' && !found.has(folded)) found.set(folded, { kind, text: folded });
  };
  const facts = result.facts ?? {};
  const naturalParty = facts['party.kind'] === 'natural-person';
  const privateParty = naturalParty || facts['party.kind'] === 'individual-business';
  for (const [path, value] of Object.entries(facts)) {
    if (value === null) continue;
    const field = path.replace(/\[\]$/u, '').split('.').at(-1) ?? '';
    if (path === 'party.name') {
      if (naturalParty && typeof value === 'string' && isPerson(value)) add('name', value);
    } else if (path === 'party.address') {
      if (privateParty && typeof value === 'string') add('address', value);
    } else if (/id-number$/u.test(path)) {
      if (typeof value === 'string') add('id-number', value);
    } else if (/phone$/u.test(path)) {
      if (typeof value === 'string') add('phone', value);
    } else if (nameFields.has(field)) for (const name of namesIn(value)) add('name', name);
    if (Array.isArray(value)) for (const item of value) if (typeof item === 'object') ofItem(item, add);
  }
  return [...found.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

function ofItem(item: ListItem, add: (kind: Personal['kind'], text: string) => void): void {
  for (const [field, value] of Object.entries(item)) {
    if (value === null || value === undefined) continue;
    if (nameFields.has(field)) for (const name of namesIn(value as FactValue)) add('name', name);
    else if (addressFields.has(field) && typeof value === 'string') add('address', value);
  }
}

function namesIn(value: FactValue): readonly string[] {
  const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return texts.flatMap((text) => (typeof text === 'string' && isPerson(text) ? [text.trim()] : []));
}

/** Two to four Chinese characters, or more with the dot of a transcribed name, and no word that only bodies bear. */
function isPerson(text: string): boolean {
  const name = text.trim();
  if (/[局所队委会院厅公司店厂部中心站社行县市区镇村]$/u.test(name)) return false;
  return /^\p{Script=Han}{2,4}$/u.test(name) || /^\p{Script=Han}{1,10}[·•]\p{Script=Han}{1,10}$/u.test(name);
}
