import type { Sample } from './contract/index.ts';
import { Refusal } from './problems.ts';
import type { Store } from './store/open.ts';

/** The invented case files that come with the program. */
export interface SampleShelf {
  list(): Promise<readonly Sample[]>;
  /** Copies a sample in as a new case and gives the case's id; throws a 404 when there is no such sample. */
  copy(id: string, store: Store, standard: string): Promise<string>;
}

export const noSamples: SampleShelf = {
  list: async () => [],
  copy: async () => {
    throw noSuchSample();
  },
};

function noSuchSample(): Refusal {
  return new Refusal(404, 'no-such-sample', '没有这个样例。');
}
