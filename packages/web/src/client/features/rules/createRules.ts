import { createMemo, createResource } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { RuleList, RuleSummary } from '../../../server/contract/index.ts';
import { ask } from '../../api.ts';
import { cited } from '../../text/words.ts';

export interface Filters {
  query: string;
  type: string;
  law: string;
  theme: string;
  severity: string;
  status: string;
  coverage: string;
  pack: string;
}

const none: Filters = { query: '', type: '', law: '', theme: '', severity: '', status: '', coverage: '', pack: '' };

/** All rules, and those that the filters leave. */
export function createRules() {
  const [book] = createResource(() => ask<RuleList>('GET', '/rules'));
  const [filters, setFilters] = createStore<Filters>({ ...none });
  const all = createMemo(() => book()?.rules ?? []);
  const kept = (rule: RuleSummary, wanted: string): boolean =>
    (filters.type === '' || rule.types.length === 0 || rule.types.includes(filters.type)) &&
    (filters.law === '' || rule.basis.some((basis) => basis.law === filters.law)) &&
    (filters.theme === '' || rule.theme === filters.theme) &&
    (filters.severity === '' || rule.severity === filters.severity) &&
    (filters.status === '' || rule.status === filters.status) &&
    (filters.coverage === '' || rule.coverage === filters.coverage) &&
    (filters.pack === '' || rule.pack === filters.pack) &&
    (wanted === '' ||
      `${rule.id} ${rule.title} ${rule.basis.map(cited).join(' ')} ${rule.requirement.join(' ')}`
        .toLowerCase()
        .includes(wanted));
  const shown = createMemo(() => {
    const wanted = filters.query.trim().toLowerCase();
    return all().filter((rule) => kept(rule, wanted));
  });
  const laws = createMemo(() => {
    const titles = new Map(all().flatMap((rule) => rule.basis.map((basis) => [basis.law, basis.lawTitle] as const)));
    return [...titles].sort(([a], [b]) => (a < b ? -1 : 1));
  });
  const distinct = (read: (rule: RuleSummary) => readonly string[]) => [...new Set(all().flatMap(read))];
  return {
    book,
    filters,
    setFilters,
    shown,
    laws,
    types: createMemo(() => distinct((rule) => rule.types)),
    themes: createMemo(() => distinct((rule) => [rule.theme])),
    packs: createMemo(() => distinct((rule) => [rule.pack])),
    filtered: (): boolean => Object.values(filters).some((value) => value !== ''),
    clear: (): void => setFilters({ ...none }),
  };
}
