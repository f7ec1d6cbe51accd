import { createEffect, For, on, onCleanup, Show } from 'solid-js';
import { text } from '../../text/batches.ts';
import style from './CaseDrawer.module.css';
import type { Batch } from './createBatch.ts';
import table from './Table.module.css';

/** The files behind a figure; each problem opens its file at the page. Escape closes it and gives the focus back. */
export function CaseDrawer(props: { readonly batch: Batch }) {
  let box: HTMLElement | undefined;
  let before: Element | null = null;
  const close = (): void => {
    props.batch.setBehind(null);
    if (before instanceof HTMLElement) before.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && props.batch.behind() !== null) close();
  };
  window.addEventListener('keydown', onKey);
  onCleanup(() => window.removeEventListener('keydown', onKey));
  createEffect(
    on(props.batch.behind, (behind, was) => {
      if (behind === null) return;
      if (was == null) before = document.activeElement;
      queueMicrotask(() => box?.focus());
    }),
  );
  const rows = () => {
    const behind = props.batch.behind();
    const model = props.batch.model();
    if (behind === null || model === null) return [];
    const counted = new Set(behind.of ?? behind.cases);
    const all = new Map(model.cases.map((one) => [one.id, one]));
    return behind.cases
      .map((id) => all.get(id))
      .filter((one) => one !== undefined)
      .map((one) => ({
        one,
        counted: counted.has(one.id),
        score: one.scores[0],
        problems: behind.filter === null ? [] : one.problems.filter(behind.filter),
      }))
      .sort((a, b) => Number(b.counted) - Number(a.counted));
  };
  const points = (hundredths: number) => String(hundredths / 100);
  return (
    <Show when={props.batch.behind()}>
      {(behind) => (
        <aside class={style.drawer} aria-label={text.behind} tabIndex={-1} ref={box}>
          <div class={style.drawerHead}>
            <h2>{behind().label}</h2>
            <span class="quiet">
              {behind().of === null
                ? `${behind().cases.length} 件`
                : text.behindPart(behind().of?.length ?? 0, behind().cases.length)}
            </span>
            <button type="button" onClick={close}>
              {text.close}
            </button>
          </div>
          <ul>
            <For each={rows()}>
              {(row) => (
                <li classList={{ [style.other ?? '']: !row.counted }}>
                  <a href={`/cases/${encodeURIComponent(row.one.id)}`}>{row.one.number ?? row.one.name}</a>
                  <span class="quiet">{row.one.unit}</span>
                  <span class={table.right}>
                    <Show when={row.score}>
                      {(score) =>
                        score().low === score().high
                          ? points(score().total)
                          : `${points(score().low)}–${points(score().high)}`
                      }
                    </Show>
                  </span>
                  <For each={row.problems}>
                    {(problem) => (
                      <a
                        class={style.place}
                        href={`/cases/${encodeURIComponent(row.one.id)}#${encodeURIComponent(problem.key)}`}
                      >
                        {problem.message}
                        <Show when={problem.places[0]}>
                          {(place) => (
                            <span class="quiet">
                              {' '}
                              {place().document ?? place().file} 第 {place().page} 页
                            </span>
                          )}
                        </Show>
                      </a>
                    )}
                  </For>
                </li>
              )}
            </For>
          </ul>
        </aside>
      )}
    </Show>
  );
}
