import type { BatchModel, Figure } from '@anjuan/core';
import { createResource, createSignal } from 'solid-js';
import type { BatchDetail, BatchList, CaseList } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';

/** A list that a figure opened: its label, the cases, and of a share the part of them that counts. */
export interface Behind {
  readonly label: string;
  readonly cases: readonly string[];
  readonly of: readonly string[] | null;
  /** Shows only problems of this rule, class or theme beside each case. */
  readonly filter: ((problem: BatchModel['cases'][number]['problems'][number]) => boolean) | null;
}

/** One batch with its figures; every figure opens the list behind it. */
export function createBatch(id: () => string) {
  const [earlier, setEarlier] = createSignal('');
  const [behind, setBehind] = createSignal<Behind | null>(null);
  const [detail, { refetch }] = createResource(
    () => [id(), earlier()] as const,
    ([batch, before]) =>
      ask<BatchDetail>('GET', `/batches/${segment(batch)}${before === '' ? '' : `?earlier=${segment(before)}`}`),
  );
  const [others] = createResource(id, async (batch) =>
    (await ask<BatchList>('GET', '/batches')).batches.filter((one) => one.id !== batch),
  );
  const [cases] = createResource(async () => (await ask<CaseList>('GET', '/cases')).cases);
  const model = () => detail.latest?.model ?? null;
  const figure = (name: string | null | undefined): Figure | undefined =>
    name == null ? undefined : model()?.figures[name];
  const show = (name: string | null | undefined, filter: Behind['filter'] = null): void => {
    const found = figure(name);
    if (found !== undefined) setBehind({ label: found.label, cases: found.cases, of: found.of ?? null, filter });
  };
  return { detail, model, others, cases, earlier, setEarlier, behind, setBehind, figure, show, refetch };
}

export type Batch = ReturnType<typeof createBatch>;
