import { A } from '@solidjs/router';
import { createResource, createSignal, For, Show } from 'solid-js';
import type { BatchList, PhrasesPreview, ReportPhrases } from '../../../server/contract/index.ts';
import { ask, reasonOf } from '../../api.ts';
import { Top } from '../../parts/Top.tsx';
import { dialog, phrases as say, text } from '../../text/batches.ts';
import { words } from '../../text/words.ts';
import shared from './Batches.module.css';
import style from './PhrasesPage.module.css';

const kinds = ['circulation', 'unit', 'rectify', 'self-check', 'annual'] as const;

/** The bureau's own words of the documents: written as lines, checked with the line of every mistake, previewed before they are saved. */
export default function PhrasesPage() {
  const [own, setOwn] = createSignal('');
  const [batch, setBatch] = createSignal('');
  const [kind, setKind] = createSignal<(typeof kinds)[number]>('circulation');
  const [said, setSaid] = createSignal<{ readonly ok: boolean; readonly words: string } | null>(null);
  const [page, setPage] = createSignal<string | null>(null);
  const [phrases] = createResource(async () => {
    const found = await ask<ReportPhrases>('GET', '/report-phrases');
    setOwn(found.own);
    return found;
  });
  const [batches] = createResource(async () => {
    const { batches: all } = await ask<BatchList>('GET', '/batches');
    setBatch(all[0]?.id ?? '');
    return all;
  });
  document.title = `${say.title} · ${words.product}`;
  const guarded = async (work: () => Promise<string | null>): Promise<void> => {
    try {
      const good = await work();
      setSaid(good === null ? null : { ok: true, words: good });
    } catch (error) {
      setSaid({ ok: false, words: reasonOf(error) });
    }
  };
  const save = () =>
    guarded(async () => {
      await ask('PUT', '/report-phrases', { own: own() });
      return say.saved;
    });
  const preview = () =>
    guarded(async () => {
      const body = { own: own(), batch: batch(), kind: kind() };
      setPage((await ask<PhrasesPreview>('POST', '/report-phrases/preview', body)).html);
      return null;
    });
  return (
    <>
      <Top crumb={<b>{say.title}</b>}>
        <A href="/batches">{text.title}</A>
      </Top>
      <main class={shared.main}>
        <h1>{say.title}</h1>
        <p class={shared.sub}>{say.lead}</p>
        <div class={style.two}>
          <label>
            <span>{say.own}</span>
            <textarea
              class={style.code}
              rows={18}
              spellcheck={false}
              value={own()}
              onInput={(event) => setOwn(event.currentTarget.value)}
            />
          </label>
          <label>
            <span>{say.standing}</span>
            <textarea class={style.code} rows={18} readOnly value={phrases.latest?.standing ?? ''} />
          </label>
        </div>
        <div class={shared.buttons}>
          <button type="button" class="primary" onClick={() => void save()}>
            {say.save}
          </button>
          <Show when={(batches()?.length ?? 0) > 0} fallback={<span class="quiet">{say.noBatch}</span>}>
            <select aria-label={say.batch} value={batch()} onChange={(event) => setBatch(event.currentTarget.value)}>
              <For each={batches() ?? []}>{(one) => <option value={one.id}>{one.name}</option>}</For>
            </select>
            <select
              aria-label={dialog.kind}
              value={kind()}
              onChange={(event) => setKind(event.currentTarget.value as (typeof kinds)[number])}
            >
              <For each={kinds}>{(one) => <option value={one}>{dialog.kinds[one]}</option>}</For>
            </select>
            <button type="button" onClick={() => void preview()}>
              {say.preview}
            </button>
          </Show>
        </div>
        <div aria-live="polite">
          <Show when={said()}>{(what) => <p class={what().ok ? 'quiet' : shared.problem}>{what().words}</p>}</Show>
        </div>
        <Show when={page()}>
          {(html) => (
            <iframe
              class={style.preview}
              title={say.preview}
              sandbox="allow-same-origin"
              ref={(frame) => {
                frame.srcdoc = html();
              }}
            />
          )}
        </Show>
      </main>
    </>
  );
}
