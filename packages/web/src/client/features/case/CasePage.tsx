import { A, useParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js';
import type { CaseDetail } from '../../../server/contract/index.ts';
import { Timeline } from '../../parts/Timeline.tsx';
import { Top } from '../../parts/Top.tsx';
import { text } from '../../text/case.ts';
import { text as corrections } from '../../text/corrections.ts';
import { text as gaps } from '../../text/gaps.ts';
import { words } from '../../text/words.ts';
import style from './Case.module.css';
import { Contents } from './Contents.tsx';
import { createCase } from './createCase.ts';
import { createDesk, type Desk, tabs } from './createDesk.ts';
import { PageControl } from './PageControl.tsx';
import { Pair } from './Pair.tsx';
import { ScorePane } from './ScorePane.tsx';
import { Viewer } from './viewer/Viewer.tsx';

/** The reading room for one case: contents, the paper itself, score and findings, with the procedure drawn above. */
export default function CasePage() {
  const params = useParams<{ id: string }>();
  const room = createCase(() => params.id);
  const desk = createDesk(room);
  const [help, setHelp] = createSignal(false);
  const summary = () => room.detail()?.summary;

  const shownCase = createMemo(() => room.detail()?.summary.id);
  createEffect(
    on(shownCase, (id) => {
      if (id === undefined) return;
      const linked = decodeURIComponent(window.location.hash.slice(1));
      const first = room.detail()?.findings.find((finding) => finding.key === linked) ?? room.problems()[0];
      const document = room.detail()?.documents[0];
      if (first?.outcome === 'cannot-tell' || first?.outcome === 'error') desk.setTab('open');
      else if (first?.outcome === 'pass') desk.setTab('passed');
      if (first !== undefined) desk.choose(first);
      if (desk.asked() === null && document !== undefined) desk.go(document.file, document.pages[0]);
    }),
  );
  createEffect(() => {
    document.title = `${summary()?.number ?? summary()?.name ?? words.product} · ${words.product}`;
  });
  createEffect(
    on(desk.chosen, (key) => {
      if (key === null) return;
      // The address names the finding: coming back from a rule, or by a link of a report, opens it again.
      window.history.replaceState(window.history.state, '', `#${encodeURIComponent(key)}`);
      requestAnimationFrame(() =>
        document.querySelector(`[data-finding="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' }),
      );
    }),
  );
  // An archive that was opened has its papers in its place.
  createEffect(() => {
    const files = room.detail()?.files ?? [];
    if (files.find((one) => one.name === desk.seen()?.file)?.format !== 'archive') return;
    const paper = files.find((one) => one.format !== 'archive');
    if (paper !== undefined) desk.go(paper.name, 1);
  });
  const turn = (by: number): void => {
    const now = desk.seen();
    const file = room.detail()?.files.find((one) => one.name === now?.file);
    if (now === null || file === undefined) return;
    const next = now.page + by;
    if (next >= 1 && next <= (file.pages ?? 1)) desk.go(file.name, next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)) return;
    const number = Number(event.key);
    const tab = tabs[number - 1];
    if (event.key === 'j' || event.key === 'ArrowDown') desk.step(1);
    else if (event.key === 'k' || event.key === 'ArrowUp') desk.step(-1);
    else if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'ArrowLeft') turn(-1);
    else if (event.key === '+' || event.key === '=') desk.setZoom(desk.zoom() + 0.15);
    else if (event.key === '-') desk.setZoom(desk.zoom() - 0.15);
    else if (event.key === '?') setHelp(!help());
    else if (event.key === 'Escape') {
      setHelp(false);
      desk.setPair(null);
    } else if (tab !== undefined) desk.setTab(tab);
    else return;
    event.preventDefault();
  };
  onMount(() => {
    window.addEventListener('keydown', onKey);
    onCleanup(() => window.removeEventListener('keydown', onKey));
  });

  return (
    <Show
      when={room.detail()}
      fallback={<Top crumb={room.detail.error ? String(room.detail.error.message) : words.loading} />}
    >
      {(detail) => (
        <div class={style.page}>
          <Top
            crumb={
              <>
                {summary()?.agency ? `${summary()?.agency} / ` : ''}
                <b>{[summary()?.number, summary()?.party].filter(Boolean).join(' · ') || summary()?.name}</b>
              </>
            }
          >
            <kbd>J</kbd>
            <kbd>K</kbd>
            <span class="quiet">{text.walk}</span>
            <button type="button" aria-label={text.help} onClick={() => setHelp(!help())}>
              ?
            </button>
            <A href={`/cases/${params.id}/sheet`}>{text.sheet}</A>
            <A href={`/cases/${params.id}/compare`}>{text.standardsCompared}</A>
          </Top>
          <section class={style.time} aria-label={text.timeline}>
            <h2>{text.timeline}</h2>
            <Show
              when={detail().timeline?.from}
              fallback={<p class="quiet">{detail().timeline === null ? text.noResultYet : text.noDays}</p>}
            >
              <Show when={detail().timeline}>
                {(model) => (
                  <Timeline
                    model={model()}
                    onStep={(step) => {
                      const finding = room.problems().find((one) => step.findings.includes(one.key));
                      if (finding !== undefined && step.state !== 'done') {
                        desk.setTab('problems');
                        desk.choose(finding);
                      } else desk.show(step.anchors);
                    }}
                    onPeriod={(period) => {
                      const finding = room.problems().find((one) => one.key === period.finding);
                      if (finding === undefined) return;
                      desk.setTab('problems');
                      desk.choose(finding);
                    }}
                  />
                )}
              </Show>
            </Show>
          </section>
          <div aria-live="polite">
            <Show when={detail().changed}>
              {(changed) => (
                <div class={style.banner}>
                  <b>{text.changed(changed().before.total ?? 0, changed().after.total ?? 0)}</b>
                  <Show when={changed().appeared.length > 0}>
                    <span>{text.appeared(changed().appeared.length)}</span>
                  </Show>
                  <Show when={changed().vanished.length > 0}>
                    <span>{text.vanished(changed().vanished.length)}</span>
                  </Show>
                  <button type="button" onClick={() => room.forgetChange()}>
                    {text.dismiss}
                  </button>
                </div>
              )}
            </Show>
            <Show when={room.offline()}>
              <div class={`${style.banner} ${style.bad}`}>{words.gone}</div>
            </Show>
            <Show when={room.busy()}>
              {(step) => (
                <div class={style.banner}>
                  {gaps.checking(step())}
                  <button type="button" onClick={() => void room.cancel()}>
                    {words.cancel}
                  </button>
                </div>
              )}
            </Show>
            <Show when={room.busy() === null && broken(detail().summary)}>
              {(why) => (
                <div class={`${style.banner} ${style.bad}`}>
                  {why()}
                  <button type="button" onClick={() => void room.recheck()}>
                    {gaps.recheck}
                  </button>
                </div>
              )}
            </Show>
            <Show when={room.problem()}>
              {(problem) => <div class={`${style.banner} ${style.bad}`}>{problem()}</div>}
            </Show>
          </div>
          <main class={style.desk}>
            <Contents room={room} desk={desk} />
            <section class={style.doc}>
              <div class={style.bar}>
                <b>{desk.document()?.title ?? desk.seen()?.file ?? ''}</b>
                <Show when={shownPages(detail(), desk)}>
                  {(pages) => (
                    <>
                      <span>{text.page(desk.seen()?.page ?? 1, pages())}</span>
                      <PageControl room={room} desk={desk} />
                    </>
                  )}
                </Show>
                <Show
                  when={desk.pair() === null}
                  fallback={
                    <span class={style.tools}>
                      <button type="button" onClick={() => desk.setPair(null)}>
                        {corrections.single}
                      </button>
                    </span>
                  }
                >
                  <span class={style.tools}>
                    <button type="button" aria-label={text.zoomOut} onClick={() => desk.setZoom(desk.zoom() - 0.15)}>
                      −
                    </button>
                    <span>{Math.round(desk.zoom() * 100)}%</span>
                    <button type="button" aria-label={text.zoomIn} onClick={() => desk.setZoom(desk.zoom() + 0.15)}>
                      +
                    </button>
                    <button type="button" onClick={() => desk.setZoom(1)}>
                      {text.fit}
                    </button>
                  </span>
                </Show>
              </div>
              <Show when={desk.pair()} fallback={<Viewer case={detail()} room={room} desk={desk} />}>
                {(places) => <Pair room={room} places={places()} />}
              </Show>
            </section>
            <ScorePane room={room} desk={desk} />
          </main>
          <Show when={help()}>
            <div class={style.help} role="dialog" aria-label={text.help}>
              <table>
                <tbody>
                  <For each={text.keys}>
                    {([key, what]) => (
                      <tr>
                        <td>
                          <kbd>{key}</kbd>
                        </td>
                        <td>{what}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        </div>
      )}
    </Show>
  );
}

/** Why the last check has no result, where that is so: what is shown is older, or nothing. */
function broken({ state, message }: CaseDetail['summary']): string | null {
  return state === 'cancelled' ? gaps.cancelled : state === 'failed' ? (message ?? gaps.cancelled) : null;
}

/** How many pages the file on the desk has; 0 where nothing of it was read. */
function shownPages(detail: CaseDetail, desk: Desk): number {
  const name = desk.seen()?.file ?? detail.files[0]?.name;
  return detail.files.find((file) => file.name === name)?.pages ?? 0;
}
