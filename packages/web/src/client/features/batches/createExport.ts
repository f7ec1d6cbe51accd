import { createSignal, onCleanup } from 'solid-js';
import type { ExportRequest, ExportState, PersonalCheck } from '../../../server/contract/index.ts';
import { ask, guarding, Refused, segment } from '../../api.ts';
import { dialog } from '../../text/batches.ts';

/** Milliseconds between two looks at an export, and at a program that does not answer. */
const lookEvery = 400;
const callEvery = 2000;
/** How often an export that was lost with the program is begun again by itself. */
const mostBegun = 3;

/** What is to be written, the check of personal data before it, and the writing with its progress. */
export function createExport(batch: () => string, earlier: () => string, unit: () => string | null) {
  const [wish, setWish] = createSignal<ExportRequest>({
    kind: unit() === null ? 'circulation' : 'unit',
    format: 'docx',
    edition: unit() === null ? 'circulation' : 'one-to-one',
    anonymous: false,
    sources: true,
    keep: [],
    ...(unit() === null ? {} : { unit: unit() ?? '' }),
  });
  const [found, setFound] = createSignal<PersonalCheck | null>(null);
  const [checking, setChecking] = createSignal(false);
  const [state, setState] = createSignal<ExportState | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const asked = (): ExportRequest => ({ ...wish(), ...(earlier() === '' ? {} : { earlier: earlier() }) });
  const guarded = guarding(setProblem);
  const begin = async (): Promise<void> => {
    const begun = await ask<ExportState>('POST', `/batches/${segment(batch())}/exports`, asked());
    setState(begun);
    await follow(begun.id);
  };
  let lost = 0;
  /** An export lives as long as the program: one that was lost with it is begun again, and one that is silent is waited for. */
  const follow = async (id: string): Promise<void> => {
    let now: ExportState;
    try {
      now = await ask<ExportState>('GET', `/exports/${segment(id)}`);
    } catch (error) {
      if (!(error instanceof Refused) || (error.status !== 0 && error.status !== 404)) throw error;
      if (error.status === 404 && ++lost <= mostBegun) return begin();
      if (error.status === 404) {
        setState(null);
        throw error;
      }
      setProblem(dialog.silent);
      timer = setTimeout(() => void guarded(() => follow(id)), callEvery);
      return;
    }
    setState(now);
    if (now.state === 'running') timer = setTimeout(() => void guarded(() => follow(id)), lookEvery);
    else if (now.state === 'done') fetchFile();
    else {
      setState(null);
      if (now.message !== null) setProblem(now.message);
    }
  };
  const fetchFile = (): void => {
    const now = state();
    if (now?.state !== 'done') return;
    const link = document.createElement('a');
    link.href = `/api/exports/${segment(now.id)}/file`;
    link.download = now.file ?? '';
    link.click();
  };
  return {
    wish,
    found,
    checking,
    state,
    problem,
    /** Fetches what was written once more. */
    again: () =>
      guarded(async () => {
        lost = 0;
        const now = state();
        if (now !== null) await follow(now.id);
      }),
    /** A choice changed: what was found no longer holds. */
    change: (part: Partial<ExportRequest>) => {
      setFound(null);
      setState(null);
      setProblem(null);
      const { unit: _, ...rest } = wish();
      const next = { ...rest, ...('unit' in part ? {} : { unit: wish().unit }), ...part, keep: [] };
      const { unit: one, ...others } = next;
      setWish(one === undefined ? others : { ...others, unit: one });
    },
    keep: (text: string, on: boolean) => {
      const others = wish().keep.filter((one) => one !== text);
      setWish({ ...wish(), keep: on ? [...others, text] : others });
    },
    check: () =>
      guarded(async () => {
        setChecking(true);
        try {
          setFound(await ask<PersonalCheck>('POST', `/batches/${segment(batch())}/personal`, asked()));
        } finally {
          setChecking(false);
        }
      }),
    start: () =>
      guarded(async () => {
        lost = 0;
        await begin();
      }),
    cancel: () =>
      guarded(async () => {
        const now = state();
        clearTimeout(timer);
        setState(null);
        if (now !== null) await ask('DELETE', `/exports/${segment(now.id)}`);
      }),
  };
}
