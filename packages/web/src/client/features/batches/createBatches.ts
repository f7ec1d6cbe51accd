import { createSignal, onMount } from 'solid-js';
import type { BatchList, BatchSummary, CaseList, CaseSummary } from '../../../server/contract/index.ts';
import { ask, reasonOf } from '../../api.ts';

/** Batches and the cases they can be made of. */
export function createBatches() {
  const [batches, setBatches] = createSignal<readonly BatchSummary[] | null>(null);
  const [cases, setCases] = createSignal<readonly CaseSummary[]>([]);
  const [problem, setProblem] = createSignal<string | null>(null);
  const load = async (): Promise<void> => {
    try {
      setBatches((await ask<BatchList>('GET', '/batches')).batches);
      setCases((await ask<CaseList>('GET', '/cases')).cases);
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  onMount(() => void load());
  return { batches, cases, problem };
}
