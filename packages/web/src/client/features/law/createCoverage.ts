import { createMemo, createResource, createSignal } from 'solid-js';
import type { CoverageList, CoveredRow } from '../../../server/contract/index.ts';
import { ask } from '../../api.ts';

export type Status = NonNullable<CoveredRow['status']>;
export const statuses: readonly Status[] = ['automatic', 'assisted', 'by-hand', 'none'];

export interface TypeRow {
  readonly id: string;
  readonly label: string;
  readonly total: number;
  readonly counts: Readonly<Record<Status, number>>;
}

/** The requirements of the law with what checks them, filtered. */
export function createCoverage() {
  const [list] = createResource(() => ask<CoverageList>('GET', '/coverage'));
  const [type, setType] = createSignal('');
  const [status, setStatus] = createSignal<Status | 'draft' | ''>('');
  const [query, setQuery] = createSignal('');
  const types = createMemo((): readonly TypeRow[] => {
    const rows = list()?.requirements ?? [];
    return (list()?.types ?? []).map(({ id, label }) =>
      tally(
        id,
        label,
        rows.filter((row) => row.type === id),
      ),
    );
  });
  const sum = createMemo(() => tally('', '', list()?.requirements ?? []));
  const shown = createMemo(() => {
    const wanted = query().trim().toLowerCase();
    const how = status();
    return (list()?.requirements ?? []).filter(
      (row) =>
        (type() === '' || row.type === type()) &&
        (how === '' || (how === 'draft' ? row.status === null : row.status === how)) &&
        (wanted === '' ||
          `${row.id} ${row.says} ${row.lawTitle}${row.place} ${row.stage} ${row.rules.join(' ')}`
            .toLowerCase()
            .includes(wanted)),
    );
  });
  return { list, types, sum, shown, type, setType, status, setStatus, query, setQuery };
}

function tally(id: string, label: string, rows: readonly CoveredRow[]): TypeRow {
  const counts = { automatic: 0, assisted: 0, 'by-hand': 0, none: 0 };
  let total = 0;
  for (const { status } of rows) {
    if (status === null) continue;
    total++;
    counts[status]++;
  }
  return { id, label, total, counts };
}
