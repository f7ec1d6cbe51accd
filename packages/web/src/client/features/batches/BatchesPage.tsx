import { A, useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { Top } from '../../parts/Top.tsx';
import { text } from '../../text/batches.ts';
import { words } from '../../text/words.ts';
import style from './Batches.module.css';
import { BatchForm } from './BatchForm.tsx';
import { createBatches } from './createBatches.ts';

/** The list of batches, and making a new one. */
export default function BatchesPage() {
  const shelf = createBatches();
  const go = useNavigate();
  const [making, setMaking] = createSignal(false);
  document.title = `${text.title} · ${words.product}`;
  return (
    <>
      <Top crumb={<b>{text.title}</b>}>
        <A href="/">{text.toCases}</A>
        <A href="/report-phrases">{text.phrases}</A>
      </Top>
      <main class={style.main}>
        <div class={style.head}>
          <h1>{text.title}</h1>
          <Show when={!making() && shelf.cases().length > 0}>
            <button type="button" class="primary" onClick={() => setMaking(true)}>
              {text.create}
            </button>
          </Show>
        </div>
        <Show when={shelf.problem()}>{(message) => <p class={style.problem}>{message()}</p>}</Show>
        <Show when={making()}>
          <BatchForm
            cases={shelf.cases()}
            onDone={(batch) => go(`/batches/${encodeURIComponent(batch.id)}`)}
            onCancel={() => setMaking(false)}
          />
        </Show>
        <Show when={shelf.batches()?.length === 0 && !making()}>
          <p class={style.empty}>{text.none}</p>
        </Show>
        <ul class={style.list}>
          <For each={shelf.batches() ?? []}>
            {(batch) => (
              <li>
                <A href={`/batches/${encodeURIComponent(batch.id)}`}>{batch.name}</A>
                <span class="quiet">{text.count(batch.cases, batch.checked)}</span>
                <span class="quiet">
                  {batch.period === null ? '' : `${batch.period.from} ${text.to} ${batch.period.to}`}
                </span>
                <span class="quiet">{batch.organ ?? ''}</span>
              </li>
            )}
          </For>
        </ul>
      </main>
    </>
  );
}
