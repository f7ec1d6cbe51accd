import { createSignal, onCleanup, onMount } from 'solid-js';
import type { CaseList, CaseSummary, OneCase, Sample, SampleList } from '../../../server/contract/index.ts';
import { ask, listen, segment, sendFile } from '../../api.ts';
import { list } from '../../text/list.ts';
import type { Picked, PickedCase } from './drop.ts';

/** A case some of whose files did not arrive: it is not checked until a person decides. */
export interface Unsent {
  readonly id: string;
  readonly name: string;
  readonly files: readonly { readonly picked: Picked; readonly why: string }[];
  /** How many files it was to have. */
  readonly of: number;
}

/** The cases of the list, kept up to date, and what can be done to them. */
export function createCases() {
  const [cases, setCases] = createSignal<readonly CaseSummary[] | null>(null);
  const [samples, setSamples] = createSignal<readonly Sample[]>([]);
  const [notice, setNotice] = createSignal<string | null>(null);
  const [online, setOnline] = createSignal(true);
  const [unsent, setUnsent] = createSignal<readonly Unsent[]>([]);
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

  /** Sends the files of one case, each whatever becomes of the others; it is checked once all are there, since what is missing would count as absent. */
  const upload = async (id: string, name: string, files: readonly Picked[]): Promise<void> => {
    const lost: Unsent['files'][number][] = [];
    for (const picked of files) {
      try {
        await sendFile(id, picked.name, picked.file, (share) => setNotice(list.uploading(picked.name, share)));
      } catch (error) {
        lost.push({ picked, why: error instanceof Error ? error.message : String(error) });
      }
    }
    if (lost.length > 0) setUnsent([...unsent(), { id, name, files: lost, of: files.length }]);
    else await ask('POST', `/cases/${segment(id)}/check`);
  };
  const forget = (one: Unsent): void => {
    setUnsent(unsent().filter((other) => other !== one));
  };

  onMount(() => {
    void guarded(async () => {
      setCases((await ask<CaseList>('GET', '/cases')).cases);
      setSamples((await ask<SampleList>('GET', '/samples')).samples);
    });
    onCleanup(listen(put, drop, setOnline));
  });

  return {
    cases,
    samples,
    notice,
    problem,
    add: (picked: readonly PickedCase[]) =>
      guarded(async () => {
        const empty = picked.filter((one) => one.files.length === 0).map((one) => one.name);
        for (const one of picked) {
          if (one.files.length === 0) continue;
          const { case: made } = await ask<OneCase>('POST', '/cases', { name: one.name.slice(0, 200) });
          put(made);
          await upload(made.id, one.name, one.files);
        }
        if (empty.length > 0) throw new Error(list.emptyFolders(empty));
      }),
    online,
    unsent,
    sendAgain: (one: Unsent) =>
      guarded(async () => {
        forget(one);
        await upload(
          one.id,
          one.name,
          one.files.map((file) => file.picked),
        );
      }),
    checkWithout: (one: Unsent) =>
      guarded(async () => {
        await ask('POST', `/cases/${segment(one.id)}/check`);
        forget(one);
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
