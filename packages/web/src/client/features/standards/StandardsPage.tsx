import { A, useParams, useSearchParams } from '@solidjs/router';
import { createResource, For, Show } from 'solid-js';
import type { StandardList } from '../../../server/contract/index.ts';
import { ask } from '../../api.ts';
import { Top } from '../../parts/Top.tsx';
import { standards as text } from '../../text/standards.ts';
import { words } from '../../text/words.ts';
import { ShareBar } from './ShareBar.tsx';
import { StandardCard } from './StandardCard.tsx';
import style from './Standards.module.css';

/** All standards: where each comes from, what is automatic in it, its sheets, and how editions differ. */
export default function StandardsPage() {
  const params = useParams<{ id?: string }>();
  const [search] = useSearchParams<{ edition?: string }>();
  const chosen = (): string | undefined =>
    params.id === undefined ? undefined : `${params.id}${search.edition === undefined ? '' : `@${search.edition}`}`;
  const [list] = createResource(() => ask<StandardList>('GET', '/standards'));
  const isShown = (one: { readonly id: string; readonly edition: string }): boolean =>
    params.id === one.id && (search.edition ?? one.edition) === one.edition;
  document.title = `${text.title} · ${words.product}`;
  return (
    <div class={style.page}>
      <Top crumb={<b>{text.title}</b>} />
      <main class={style.desk}>
        <nav class={style.list} aria-label={text.title}>
          <ul>
            <For each={list()?.standards ?? []}>
              {(one) => (
                <li>
                  <A
                    href={`/standards/${one.id}?edition=${encodeURIComponent(one.edition)}`}
                    activeClass=""
                    classList={{ [style.on ?? '']: isShown(one) }}
                  >
                    <b>{one.title}</b>
                    <span class="quiet">
                      <Show when={one.excerpt}>
                        <em class="tag ask">{text.excerpt}</em>
                      </Show>
                      <Show when={one.supplement}>
                        <em class="tag explain">{text.supplement}</em>
                      </Show>
                    </span>
                    <small>{one.issuer}</small>
                    <ShareBar of={one} />
                  </A>
                </li>
              )}
            </For>
          </ul>
          <p class={style.help}>{text.modeHelp}</p>
        </nav>
        <section class={style.card} tabIndex={0} aria-label={text.sheet}>
          <Show when={chosen()} keyed fallback={<p class="quiet">{text.choose}</p>}>
            {(id) => <StandardCard id={id} all={list()?.standards ?? []} />}
          </Show>
        </section>
      </main>
    </div>
  );
}
