import type { Truth } from '../kernel/truth.ts';
import { hasDocument } from '../record/papers.ts';
import type { CaseRecord } from '../record/types.ts';
import { outcomeOf, type Standings } from './standing.ts';
import type { Item, Presence, When } from './types.ts';

/** Whether a condition of a sheet holds; unknown where a rule could not tell or a page is unread. */
export function holds(when: When, record: CaseRecord, standings: Standings): Truth {
  switch (when.is) {
    case 'document':
      return hasDocument(record, when.kinds);
    case 'passes':
      return every(when.rules.map((rule) => truthOf(rule, standings, 'pass')));
    case 'fails':
      return some(when.rules.map((rule) => truthOf(rule, standings, 'fail')));
    case 'applies':
      return some(when.rules.map((rule) => applies(rule, standings)));
    case 'fact': {
      const value = bare(record.facts[when.path]);
      return value === undefined || value === null ? null : when.values.some((one) => one === value);
    }
    case 'all':
      return every(when.of.map((one) => holds(one, record, standings)));
    case 'any':
      return some(when.of.map((one) => holds(one, record, standings)));
    case 'not': {
      const inner = holds(when.of, record, standings);
      return inner === null ? null : !inner;
    }
    default:
      return when satisfies never;
  }
}

/** A fact's value, or the value itself where the record gives it bare. */
export function bare(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

function truthOf(rule: string, standings: Standings, wanted: 'pass' | 'fail'): Truth {
  const outcome = outcomeOf(rule, standings);
  if (outcome === null || outcome === 'cannot-tell' || outcome === 'error') return null;
  return outcome === wanted;
}

function applies(rule: string, standings: Standings): Truth {
  const outcome = outcomeOf(rule, standings);
  return outcome === null || outcome === 'cannot-tell' || outcome === 'error' ? null : outcome !== 'not-applicable';
}

function every(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(null) ? null : true;
}

function some(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(null) ? null : false;
}

/** Whether what an item is about is there: judged, absent though due, outside the case, or not to be told. */
export type Place = 'there' | 'absent' | 'out' | 'unknown';

/** Where a section or an item stands in this case. */
export function placeOf(about: Presence, record: CaseRecord, standings: Standings): Place {
  const applies = about.appliesWhen === null ? true : holds(about.appliesWhen, record, standings);
  if (applies === false) return 'out';
  const found = about.documents.length === 0 ? true : presence(about, record, standings);
  if (found === true || (found === false && about.ifMissing === 'keep')) return applies === null ? 'unknown' : 'there';
  const due = about.requiredWhen === null ? null : holds(about.requiredWhen, record, standings);
  // A paper that no rule asks for and that was not found is not looked for among the pages nobody could read.
  if (found === null) return about.requiredWhen !== null && due === false ? 'out' : 'unknown';
  if (about.requiredWhen === null) return about.ifMissing === 'zero' ? 'absent' : 'out';
  return due === null ? 'unknown' : due ? 'absent' : about.ifMissing === 'zero' ? 'absent' : 'out';
}

/** Whether the papers are there, or others that stand in for them. */
function presence(about: Presence, record: CaseRecord, standings: Standings): Truth {
  const own = hasDocument(record, about.documents);
  if (own === true || about.equivalents === null) return own;
  const other = hasDocument(record, about.equivalents.documents);
  const may = about.equivalents.when === null ? true : holds(about.equivalents.when, record, standings);
  return some([own, every([other, may])]);
}

/** Where an item stands: its section's place comes first. */
export function placeOfItem(section: Presence, item: Item, record: CaseRecord, standings: Standings): Place {
  const outer = placeOf(section, record, standings);
  if (outer === 'out' || outer === 'absent') return outer;
  const inner = placeOf(item, record, standings);
  return inner === 'there' ? outer : inner;
}
