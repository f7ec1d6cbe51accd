import { createMemo, createResource, createSignal, onCleanup, onMount } from 'solid-js';
import type { CaseDetail, NameBook, NewFact, NewMark, NewRuling, OneDetail } from '../../../server/contract/index.ts';
import { ask, listen, reasonOf, segment, sendFile } from '../../api.ts';
import { text } from '../../text/gaps.ts';
import type { Codes } from '../../text/words.ts';

export type Finding = CaseDetail['findings'][number];
export type Anchor = Finding['anchors'][number];
export type ItemResult = NonNullable<CaseDetail['score']>['items'][number];

/** From how many findings on a cause is told once for all of them. */
const several = 3;

/** Findings that cannot be told, those of one reason together from three on, what holds up most first; all others alone, in their order. */
export function byCause(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const causes = Map.groupBy(findings, (finding) => finding.message);
  const together = [...causes.values()].filter((same) => same.length >= several);
  const alone = findings.filter((finding) => (causes.get(finding.message)?.length ?? 0) < several);
  return [...together.toSorted((a, b) => b.length - a.length), ...alone.map((finding) => [finding])];
}

const gravity = { invalidating: 0, serious: 1, minor: 2 } as const;

/** One case with everything the reading room shows, and what people can do to it; each answer of the server replaces the whole. */
export function createCase(id: () => string) {
  const [detail, { mutate, refetch }] = createResource(id, (wanted) =>
    ask<CaseDetail>('GET', `/cases/${segment(wanted)}`),
  );
  const [names] = createResource(() => ask<NameBook>('GET', '/dictionary'));
  const [problem, setProblem] = createSignal<string | null>(null);
  /** What is being done with it, in words; null while nothing is. */
  const [running, setRunning] = createSignal<string | null>(null);
  const [offline, setOffline] = createSignal(false);

  const send = async (method: 'PUT' | 'DELETE', path: string, body?: unknown): Promise<boolean> => {
    setProblem(null);
    try {
      mutate((await ask<OneDetail>(method, `/cases/${segment(id())}/${path}`, body)).case);
      return true;
    } catch (error) {
      setProblem(reasonOf(error));
      return false;
    }
  };
  onMount(() => {
    let gone = false;
    onCleanup(
      listen(
        (summary) => {
          if (summary.id !== id()) return;
          const before = running();
          const now = runs(summary.state) ? progressInWords(summary.progress) : null;
          setRunning(now);
          const settled = now === null && (before !== null || detail()?.summary.state !== summary.state);
          if (settled) void refetch();
        },
        () => {},
        (there) => {
          // What changed while the program was gone was told to nobody.
          if (there && gone) void refetch();
          if (!there) setRunning(null);
          gone = !there;
          setOffline(gone);
        },
      ),
    );
  });

  /** Does something to the files of the case, and has it checked anew. */
  const thenCheck = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await work();
      await ask('POST', `/cases/${segment(id())}/check`);
    } catch (error) {
      setProblem(text.failed(reasonOf(error)));
    }
  };
  const gaps = () => detail()?.blocking ?? [];

  const points = createMemo(() => {
    const costs = new Map<string, number>();
    for (const item of detail()?.score?.items ?? []) {
      for (const one of item.charged) costs.set(one.finding, (costs.get(one.finding) ?? 0) + one.points);
    }
    return costs;
  });
  // A ruling changes points; the findings stay where the reader saw them as long as they are the same.
  const problems = createMemo((before: readonly Finding[]) => {
    const place = new Map(before.map((finding, index) => [finding.key, index]));
    const failed = (detail()?.findings ?? []).filter((finding) => finding.outcome === 'fail');
    const same = failed.length === before.length && failed.every((finding) => place.has(finding.key));
    return failed.toSorted((a, b) =>
      same
        ? (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0)
        : gravity[a.severity] - gravity[b.severity] || (points().get(b.key) ?? 0) - (points().get(a.key) ?? 0),
    );
  }, []);
  const unsettled = createMemo(() =>
    (detail()?.findings ?? []).filter((finding) => finding.outcome === 'cannot-tell' || finding.outcome === 'error'),
  );
  const unknown = createMemo(() => byCause(unsettled().filter((finding) => finding.elsewhere !== true)).flat());
  const elsewhere = createMemo(() => unsettled().filter((finding) => finding.elsewhere === true));
  const passed = createMemo(() => (detail()?.findings ?? []).filter((finding) => finding.outcome === 'pass'));
  const questions = createMemo(() =>
    (detail()?.score?.items ?? []).filter((item) => item.question !== null && item.state !== 'not-applicable'),
  );
  const itemOf = (finding: Finding): string =>
    detail()?.score?.items.find((item) => item.findings.includes(finding.key))?.id ?? finding.rule;
  const facts = createMemo(() => new Map((names()?.facts ?? []).map((one) => [one.path, one])));
  const kinds = createMemo(() => new Map((names()?.kinds ?? []).map((one) => [one.id, one.label])));

  return {
    detail,
    problem,
    offline,
    busy: running,
    /** What was not read. */
    gaps,
    /** How much was not read, in words. */
    lost: (): string =>
      text.lost(
        new Set(gaps().flatMap((gap) => (gap.pages === null ? [gap.file] : []))).size,
        pagesOf(gaps().filter((gap) => !gap.partly)),
        pagesOf(gaps().filter((gap) => gap.partly)),
      ),
    recheck: () => thenCheck(async () => {}),
    cancel: async (): Promise<void> => {
      try {
        await ask('POST', `/cases/${segment(id())}/cancel`);
      } catch (error) {
        setProblem(reasonOf(error));
      }
    },
    replaceFile: (name: string, file: File, onProgress: (share: number) => void) =>
      thenCheck(() => sendFile(id(), file.name, file, onProgress, name)),
    takeOut: (name: string) => thenCheck(() => ask('DELETE', `/cases/${segment(id())}/files?name=${segment(name)}`)),
    points,
    problems,
    unknown,
    elsewhere,
    passed,
    questions,
    itemOf,
    label: (path: string): string => facts().get(path)?.label ?? path,
    /** What the codes of a fact mean, or of a field of a list's elements. */
    codes: (path: string, field: string | null): Codes => {
      const [list = path, own = field] = path.split(/(?<=\[\])\./u);
      const fact = facts().get(list);
      return (own === null ? fact : fact?.fields.find(({ name }) => name === own))?.codes ?? {};
    },
    type: (path: string): string => facts().get(path)?.type ?? 'text',
    kind: (kind: string): string => kinds().get(kind) ?? kind,
    kinds: () => names()?.kinds ?? [],
    rulingOn: (finding: Finding) => detail()?.rulings.findLast((ruling) => ruling.finding === finding.key),
    answerTo: (item: string) =>
      detail()?.rulings.findLast(
        (ruling) =>
          ruling.item === item &&
          ruling.finding === undefined &&
          (ruling.standard === undefined || ruling.standard === detail()?.score?.standard),
      ),
    correctionOf: (path: string) => detail()?.corrections.findLast((one) => one.path === path),
    rule: (item: string, ruling: NewRuling) => send('PUT', `rulings/${segment(item)}`, ruling),
    withdrawRuling: (item: string, finding?: string) =>
      send('DELETE', `rulings/${segment(item)}${finding === undefined ? '' : `?finding=${segment(finding)}`}`),
    enterFact: (path: string, fact: NewFact) => send('PUT', `facts/${segment(path)}`, fact),
    withdrawFact: (path: string) => send('DELETE', `facts/${segment(path)}`),
    markPage: (mark: NewMark) => send('PUT', 'marks', mark),
    unmarkPage: (file: string, page: number) => send('DELETE', `marks?file=${segment(file)}&page=${page}`),
    forgetChange: () => {
      const now = detail();
      if (now !== undefined) mutate({ ...now, changed: null });
    },
  };
}

function progressInWords({ step, done, total }: CaseDetail['summary']['progress']): string {
  return total > 1 ? `${step} ${done} / ${total}` : step;
}

function runs(state: CaseDetail['summary']['state']): boolean {
  return state === 'queued' || state === 'reading' || state === 'checking';
}

export type Case = ReturnType<typeof createCase>;

function pagesOf(gaps: readonly { readonly pages: readonly number[] | null }[]): number {
  return gaps.reduce((sum, gap) => sum + (gap.pages?.length ?? 0), 0);
}
