import { createSignal, onCleanup } from 'solid-js';
import type { CaseSummary, OneCase } from '../../../server/contract/index.ts';
import { ask, reasonOf, segment, sendFile } from '../../api.ts';
import { list } from '../../text/list.ts';
import type { Picked, PickedCase } from './drop.ts';

/** A case some of whose files did not arrive: it is not checked until a person decides. */
export interface Unsent {
  /** Null where the case itself could not be made. */
  readonly id: string | null;
  readonly name: string;
  readonly files: readonly { readonly picked: Picked; readonly why: string }[];
  /** How many files it was to have. */
  readonly of: number;
}

/**
 * Sends cases one file after another; one that does not arrive, or a case that cannot be made, stops no other. The server knows what each case is
 * to have, so that what is missing is told after a reload too; the files themselves are here alone.
 */
export function createUploads(put: (summary: CaseSummary) => void, onProblem: (words: string) => void) {
  const [notice, setNotice] = createSignal<string | null>(null);
  const [unsent, setUnsent] = createSignal<readonly Unsent[]>([]);
  /** The case whose files are on their way. */
  const [sending, setSending] = createSignal<string | null>(null);
  let stopped = false;

  const keep = (one: Unsent): void => {
    setUnsent([...unsent(), one]);
  };
  const forget = (one: Unsent): void => {
    setUnsent(unsent().filter((other) => other !== one));
  };

  /** Sends the files of one case; it is checked once all are there, since what is missing would count as absent. */
  const sendCase = async (id: string, name: string, files: readonly Picked[], place: string): Promise<void> => {
    const lost: Unsent['files'][number][] = [];
    setSending(id);
    for (const picked of files) {
      if (stopped) {
        lost.push({ picked, why: list.stopped });
        continue;
      }
      try {
        await sendFile(id, picked.name, picked.file, (share) =>
          setNotice(list.uploading(`${place}${picked.name}`, share)),
        );
      } catch (error) {
        lost.push({ picked, why: reasonOf(error) });
      }
    }
    setSending(null);
    if (lost.length > 0) return keep({ id, name, files: lost, of: files.length });
    try {
      await ask('POST', `/cases/${segment(id)}/check`);
    } catch (error) {
      onProblem(list.notBegun(name, reasonOf(error)));
    }
  };
  const make = async (name: string, files: readonly Picked[]): Promise<string> => {
    const announced = { name: name.slice(0, 200), files: files.map((file) => file.name) };
    const { case: made } = await ask<OneCase>('POST', '/cases', announced);
    put(made);
    return made.id;
  };
  const running = async (work: () => Promise<void>): Promise<void> => {
    stopped = false;
    setNotice(list.preparing);
    window.addEventListener('beforeunload', warn);
    try {
      await work();
    } finally {
      window.removeEventListener('beforeunload', warn);
      setSending(null);
      setNotice(null);
    }
  };
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
  onCleanup(() => window.removeEventListener('beforeunload', warn));

  const addAll = (picked: readonly PickedCase[]): Promise<void> =>
    running(async () => {
      for (const [index, { name, files }] of picked.entries()) {
        const of = files.length;
        const whole = (why: string): Unsent => ({
          id: null,
          name,
          files: files.map((one) => ({ picked: one, why })),
          of,
        });
        if (stopped) {
          keep(whole(list.stopped));
          continue;
        }
        let id: string;
        try {
          id = await make(name, files);
        } catch (error) {
          keep(whole(reasonOf(error)));
          continue;
        }
        await sendCase(id, name, files, picked.length === 1 ? '' : list.placeOf(index + 1, picked.length));
      }
    });

  return {
    notice,
    unsent,
    sending,
    stop: (): void => {
      stopped = true;
    },
    addAll,
    again: (some: readonly Unsent[]): Promise<void> =>
      running(async () => {
        for (const [index, one] of some.entries()) {
          forget(one);
          const files = one.files.map((file) => file.picked);
          let { id } = one;
          try {
            id ??= await make(one.name, files);
          } catch (error) {
            keep({ ...one, files: files.map((picked) => ({ picked, why: reasonOf(error) })) });
            continue;
          }
          await sendCase(id, one.name, files, some.length === 1 ? '' : list.placeOf(index + 1, some.length));
        }
      }),
    /** Files that were missing, sent to a case that waits for them. */
    complete: (id: string, name: string, files: readonly Picked[], missing: readonly string[]): Promise<void> =>
      running(async () => {
        setUnsent(unsent().filter((one) => one.id !== id));
        const named = files.map((picked) => ({
          ...picked,
          name: missing.find((wanted) => wanted.split('/').at(-1) === picked.name) ?? picked.name,
        }));
        const left = missing.filter((wanted) => !named.some((picked) => picked.name === wanted));
        if (left.length === 0) return sendCase(id, name, named, '');
        for (const picked of named)
          await sendFile(id, picked.name, picked.file, (share) => setNotice(list.uploading(picked.name, share)));
      }),
    forgetCase: (id: string): void => {
      setUnsent(unsent().filter((one) => one.id !== id));
    },
  };
}
