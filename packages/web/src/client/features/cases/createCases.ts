import { createSignal, onCleanup, onMount } from 'solid-js';
import type { CaseList, CaseSummary, OneCase, Sample, SampleList } from '../../../server/contract/index.ts';
import { ask, listen, segment, sendFile } from '../../api.ts';
import { list } from '../../text/list.ts';
import type { PickedCase } from './drop.ts';

/** The cases of the list, kept up to date, and what can be done to them. */
export function createCases() {
  const [cases, setCases] = createSignal<readonly CaseSummary[] | null>(null);
  const [samples, setSamples] = createSignal<readonly Sample[]>([]);
  const [notice, setNotice] = createSignal<string | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);

  const put = (summary: CaseSummary): void => {
    const known = cases() ?? [];
    const at = known.findIndex((one) => one.id === summary.id);
    setCases(at < 0 ? [summary, ...known] : known.with(at, summary));
  };
  const drop = (id: string): void => {
    setCases((cases() ?? []).filter((one) => one.id !== id));
  };
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setNotice(null);
    }
  };

  onMount(() => {
    void guarded(async () => {
      setCases((await ask<CaseList>('GET', '/cases')).cases);
      setSamples((await ask<SampleList>('GET', '/samples')).samples);
    });
    onCleanup(listen(put, drop));
  });

  return {
    cases,
    samples,
    notice,
    problem,
    add: (picked: readonly PickedCase[]) =>
      guarded(async () => {
        for (const one of picked) {
          const { case: made } = await ask<OneCase>('POST', '/cases', { name: one.name.slice(0, 200) });
          put(made);
          for (const { name, file } of one.files) {
            await sendFile(made.id, name, file, (share) => setNotice(list.uploading(name, share)));
          }
          await ask('POST', `/cases/${segment(made.id)}/check`);
        }
      }),
    addSample: (id: string | null) =>
      guarded(async () => {
        if (id === null) for (const one of (await ask<CaseList>('POST', '/samples')).cases) put(one);
        else put((await ask<OneCase>('POST', `/samples/${segment(id)}`)).case);
      }),
    cancel: (id: string) => guarded(() => ask('POST', `/cases/${segment(id)}/cancel`)),
    check: (id: string) => guarded(() => ask('POST', `/cases/${segment(id)}/check`)),
    remove: (id: string) =>
      guarded(async () => {
        await ask('DELETE', `/cases/${segment(id)}`);
        drop(id);
      }),
  };
}
