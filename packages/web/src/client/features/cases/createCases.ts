import { createSignal, onCleanup, onMount } from 'solid-js';
import type { CaseList, CaseSummary, OneCase, Sample, SampleList } from '../../../server/contract/index.ts';
import { ask, guarding, listen, segment } from '../../api.ts';
import { list } from '../../text/list.ts';
import { createUploads, type Unsent } from './createUploads.ts';
import type { Picked, PickedCase } from './drop.ts';

/** The cases of the list, kept up to date, and what can be done to them. */
export function createCases() {
  const [cases, setCases] = createSignal<readonly CaseSummary[] | null>(null);
  const [samples, setSamples] = createSignal<readonly Sample[]>([]);
  const [online, setOnline] = createSignal(true);
  const [problem, setProblem] = createSignal<string | null>(null);

  const put = (summary: CaseSummary): void => {
    const known = cases() ?? [];
    const at = known.findIndex((one) => one.id === summary.id);
    setCases(at < 0 ? [summary, ...known] : known.with(at, summary));
  };
  const drop = (id: string): void => {
    setCases((cases() ?? []).filter((one) => one.id !== id));
  };
  const guarded = guarding(setProblem);

  const uploads = createUploads(put, setProblem);

  const refresh = async (): Promise<void> => {
    setCases((await ask<CaseList>('GET', '/cases')).cases);
  };
  /** What changed while the program was gone was told to nobody: on its return the list is asked for anew. */
  const onLine = (there: boolean): void => {
    const back = there && !online();
    setOnline(there);
    if (back) void guarded(refresh);
  };
  onMount(() => {
    void guarded(async () => {
      await refresh();
      setSamples((await ask<SampleList>('GET', '/samples')).samples);
    });
    onCleanup(listen(put, drop, onLine));
  });

  return {
    cases,
    samples,
    notice: uploads.notice,
    sending: uploads.sending,
    stop: uploads.stop,
    problem,
    add: (picked: readonly PickedCase[]) =>
      guarded(async () => {
        const empty = picked.filter((one) => one.files.length === 0).map((one) => one.name);
        await uploads.addAll(picked.filter((one) => one.files.length > 0));
        if (empty.length > 0) throw new Error(list.emptyFolders(empty));
      }),
    /** What went wrong while files were picked. */
    tell: setProblem,
    online,
    unsent: uploads.unsent,
    sendAgain: (some: readonly Unsent[]) => guarded(() => uploads.again(some)),
    complete: (one: CaseSummary, files: readonly Picked[]) =>
      guarded(() => uploads.complete(one.id, one.name, files, one.missing)),
    addSample: (id: string | null) =>
      guarded(async () => {
        if (id === null) for (const one of (await ask<CaseList>('POST', '/samples')).cases) put(one);
        else put((await ask<OneCase>('POST', `/samples/${segment(id)}`)).case);
      }),
    cancel: (id: string) => guarded(() => ask('POST', `/cases/${segment(id)}/cancel`)),
    check: (id: string) =>
      guarded(async () => {
        await ask('POST', `/cases/${segment(id)}/check`);
        uploads.forgetCase(id);
      }),
    remove: (id: string) =>
      guarded(async () => {
        await ask('DELETE', `/cases/${segment(id)}`);
        drop(id);
        uploads.forgetCase(id);
      }),
  };
}
