import { A, useNavigate } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { Top } from '../../parts/Top.tsx';
import { agency as text } from '../../text/agency.ts';
import { words } from '../../text/words.ts';
import style from './Agency.module.css';
import { createAgencies } from './createAgencies.ts';

/** The agencies whose profiles are kept. */
export default function AgenciesPage() {
  const { list } = createAgencies();
  const go = useNavigate();
  document.title = `${text.title} · ${words.product}`;
  return (
    <div class={style.page}>
      <Top crumb={<b>{text.title}</b>}>
        <button type="button" class="primary" onClick={() => go('/agencies/new')}>
          {text.add}
        </button>
      </Top>
      <main class={style.desk}>
        <Show when={list()} fallback={<p class="quiet">{words.loading}</p>}>
          {(known) => (
            <Show when={known().length > 0} fallback={<p class={style.empty}>{text.none}</p>}>
              <ul class={style.agencies}>
                <For each={known()}>
                  {(one) => (
                    <li>
                      <A href={`/agencies/${encodeURIComponent(one.id)}`}>
                        <b>{one.name}</b>
                        <span class="quiet">
                          {[text.officers(one.officers), text.decisions(one.decisions), text.powers(one.powers)].join(
                            ' · ',
                          )}
                        </span>
                        <span class="quiet">{text.updated(one.updated)}</span>
                      </A>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Show>
      </main>
    </div>
  );
}
