import { isOn } from '@anjuan/core/places';
import { createMemo, createSignal } from 'solid-js';
import type { CaseDetail } from '../../../server/contract/index.ts';
import type { Anchor, Case, Finding } from './createCase.ts';

export const tabs = ['problems', 'open', 'items', 'facts', 'passed'] as const;
export type Tab = (typeof tabs)[number];

/** Where the reader is: which file and page lie on the desk, what is marked on them, which finding and tab are chosen. */
export function createDesk(room: Case) {
  const [asked, setAsked] = createSignal<{ file: string; page: number; turn: number } | null>(null);
  const [seen, setSeen] = createSignal<{ file: string; page: number } | null>(null);
  const [marks, setMarks] = createSignal<readonly Anchor[]>([]);
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [tab, setTab] = createSignal<Tab>('problems');
  const [zoom, setZoom] = createSignal(1);
  const [pair, setPair] = createSignal<readonly [Anchor, Anchor] | null>(null);
  const [places, setPlaces] = createSignal<readonly string[]>([]);
  /** What those places hold up, as long as they are not read. */
  const gap = createMemo(() => {
    const asked = room.gaps().filter((one) => places().includes(one.place));
    const [only] = asked;
    if (only === undefined) return null;
    return asked.length === 1 ? only : { place: null, findings: asked.flatMap((one) => one.findings) };
  });
  let turns = 0;

  const go = (file: string, page: number): void => {
    setAsked({ file, page, turn: ++turns });
    setSeen({ file, page });
  };
  const show = (anchors: readonly Anchor[], at = 0): void => {
    setMarks(anchors);
    setPair(null);
    const anchor = anchors[at];
    if (anchor !== undefined) go(anchor.file, anchor.page);
  };
  const choose = (finding: Finding): void => {
    setChosen(finding.key);
    show(finding.anchors);
  };
  const open = (): readonly Finding[] => {
    const keys = gap()?.findings;
    return keys === undefined ? room.unknown() : room.unknown().filter((finding) => keys.includes(finding.key));
  };
  const step = (by: number): void => {
    const list = tab() === 'open' ? open() : tab() === 'passed' ? room.passed() : room.problems();
    if (list.length === 0) return;
    const now = list.findIndex((finding) => finding.key === chosen());
    const next = list[Math.min(list.length - 1, Math.max(0, now + by))];
    if (next !== undefined) choose(next);
  };
  const document = createMemo(() => {
    const now = seen();
    return now === null ? undefined : room.detail()?.documents.find((one) => isOn(one, now.file, now.page));
  });

  return {
    /** The place last asked for; the papers are turned to it. */
    asked,
    /** The page in view. */
    seen,
    marks,
    chosen,
    tab,
    zoom,
    /** The parts that were not read whose questions alone are listed as open (`place` null: several); null lists all. */
    gap,
    ask: (wanted: readonly CaseDetail['blocking'][number][]): void => {
      setPlaces(wanted.map((one) => one.place));
      setTab('open');
    },
    /** Two places shown side by side in place of the file; null shows the file. */
    pair,
    document,
    go,
    show,
    choose,
    /** What the machine could not tell, of the gap asked for alone. */
    open,
    step,
    setTab,
    setPair,
    setZoom: (value: number) => setZoom(Math.min(3, Math.max(0.5, value))),
    /** The reader scrolled: the page is noted without turning to it. */
    note: (file: string, page: number) => {
      const now = seen();
      if (now === null || now.file !== file || now.page !== page) setSeen({ file, page });
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
