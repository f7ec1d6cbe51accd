import { For, onMount, Show } from 'solid-js';
import type { ExportRequest } from '../../../server/contract/index.ts';
import { dialog } from '../../text/batches.ts';
import { words } from '../../text/words.ts';
import shared from './Batches.module.css';
import type { Batch } from './createBatch.ts';
import { createExport } from './createExport.ts';
import style from './ExportDialog.module.css';

interface Props {
  readonly batch: Batch;
  readonly id: string;
  /** Set when it was opened from a unit's row. */
  readonly unit: string | null;
  readonly onClose: () => void;
}

/** Choose the document, look at the personal data in it, write it. */
export function ExportDialog(props: Props) {
  const work = createExport(
    () => props.id,
    () => props.batch.earlier(),
    () => props.unit,
  );
  let box: HTMLDialogElement | undefined;
  onMount(() => box?.showModal());
  const units = () => props.batch.model()?.units.map((unit) => unit.name) ?? [];
  const masks = () => work.wish().edition === 'circulation' || work.wish().edition === 'all' || work.wish().anonymous;
  const choices = <K extends 'kind' | 'edition' | 'format'>(key: K, labels: Readonly<Record<string, string>>) => (
    <select
      aria-label={dialog[key]}
      value={work.wish()[key]}
      onChange={(event) => work.change({ [key]: event.currentTarget.value } as Partial<ExportRequest>)}
    >
      <For each={Object.entries(labels)}>{([value, label]) => <option value={value}>{label}</option>}</For>
    </select>
  );
  return (
    <dialog ref={box} class={style.dialog} aria-label={dialog.title} onClose={() => props.onClose()}>
      <h2>{dialog.title}</h2>
      <div class={style.choices}>
        <div>
          <span>{dialog.kind}</span>
          {choices('kind', dialog.kinds)}
        </div>
        <div>
          <span>{dialog.edition}</span>
          {choices('edition', dialog.editions)}
        </div>
        <div>
          <span>{dialog.format}</span>
          {choices('format', dialog.formats)}
        </div>
        <label>
          <span>{dialog.unit}</span>
          <select
            aria-label={dialog.unit}
            value={work.wish().unit ?? ''}
            disabled={work.wish().kind === 'circulation' || work.wish().kind === 'annual'}
            onChange={(event) =>
              work.change(
                event.currentTarget.value === ''
                  ? ({ unit: undefined } as unknown as Partial<ExportRequest>)
                  : { unit: event.currentTarget.value },
              )
            }
          >
            <option value="">{dialog.every}</option>
            <For each={units()}>{(unit) => <option value={unit}>{unit}</option>}</For>
          </select>
        </label>
        <label class={style.tick}>
          <input
            type="checkbox"
            checked={work.wish().anonymous}
            onChange={(event) => work.change({ anonymous: event.currentTarget.checked })}
          />
          {dialog.anonymous}
        </label>
        <label class={style.tick}>
          <input
            type="checkbox"
            checked={work.wish().sources}
            onChange={(event) => work.change({ sources: event.currentTarget.checked })}
          />
          {dialog.sources}
        </label>
      </div>
      <div aria-live="polite">
        <Show when={work.found()}>
          {(found) => (
            <div class={style.hits}>
              <p>{found().hits.length === 0 ? dialog.none : dialog.found(found().hits.length, found().documents)}</p>
              <Show when={!masks() && found().hits.length > 0}>
                <p class={style.warn}>{dialog.open}</p>
              </Show>
              <ul>
                <For each={found().hits}>
                  {(hit) => (
                    <li>
                      <span class="tag explain">{dialog.hits[hit.kind]}</span>
                      <b>{hit.text}</b>
                      <Show when={hit.covered}>
                        <label class={style.tick}>
                          <input
                            type="checkbox"
                            aria-label={dialog.keep(hit.text)}
                            checked={work.wish().keep.includes(hit.text)}
                            onChange={(event) => work.keep(hit.text, event.currentTarget.checked)}
                          />
                          {work.wish().keep.includes(hit.text) ? dialog.kept : `${dialog.covered} ${hit.replacement}`}
                        </label>
                      </Show>
                      <span class="quiet">
                        …{hit.context}… {dialog.times(hit.times)}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </div>
          )}
        </Show>
        <Show when={work.checking()}>
          <p class="quiet">{dialog.checking}</p>
        </Show>
        <Show when={work.problem()}>{(message) => <p class={shared.problem}>{message()}</p>}</Show>
        <Show when={work.state()}>
          {(state) => (
            <p>
              <Show when={state().state === 'running'} fallback={dialog.done}>
                {dialog.progress(state().done, state().total)}{' '}
                <progress value={state().done} max={Math.max(1, state().total)} aria-label={dialog.title} />
              </Show>
            </p>
          )}
        </Show>
      </div>
      <div class={shared.buttons}>
        <Show
          when={work.found() !== null}
          fallback={
            <button type="button" class="primary" disabled={work.checking()} onClick={() => void work.check()}>
              {dialog.check}
            </button>
          }
        >
          <Show
            when={work.state()?.state !== 'done'}
            fallback={
              <button type="button" onClick={() => void work.again()}>
                {dialog.again}
              </button>
            }
          >
            <button
              type="button"
              class="primary"
              disabled={work.state()?.state === 'running'}
              onClick={() => void work.start()}
            >
              {dialog.go}
            </button>
          </Show>
        </Show>
        <Show when={work.state()?.state === 'running'}>
          <button type="button" onClick={() => void work.cancel()}>
            {dialog.cancel}
          </button>
        </Show>
        <button type="button" onClick={() => box?.close()}>
          {words.close}
        </button>
      </div>
    </dialog>
  );
}
