import { A, useParams } from '@solidjs/router';
import { createMemo, createResource, createSignal, For, Show } from 'solid-js';
import type { RuleList } from '../../../server/contract/index.ts';
import { ask } from '../../api.ts';
import { Top } from '../../parts/Top.tsx';
import { rules } from '../../text/sheet.ts';
import { cited, words } from '../../text/words.ts';
import { RuleCard } from './RuleCard.tsx';
import style from './Rules.module.css';

/** All rules to browse, search and filter; each with its law, condition in words and cases run live. */
export default function RulesPage() {
  const params = useParams<{ id?: string }>();
  const [book] = createResource(() => ask<RuleList>('GET', '/rules'));
  const [query, setQuery] = createSignal('');
  const [theme, setTheme] = createSignal('');
  const [severity, setSeverity] = createSignal('');
  document.title = `${rules.title} · ${words.product}`;
  const themes = createMemo(() => [...new Set((book()?.rules ?? []).map((rule) => rule.theme))]);
  const shown = createMemo(() => {
    const wanted = query().trim().toLowerCase();
    return (book()?.rules ?? []).filter(
      (rule) =>
        (theme() === '' || rule.theme === theme()) &&
        (severity() === '' || rule.severity === severity()) &&
        (wanted === '' || `${rule.id} ${rule.title} ${rule.basis.map(cited).join(' ')}`.toLowerCase().includes(wanted)),
    );
  });
  return (
    <div class={style.page}>
      <Top crumb={<b>{rules.title}</b>} />
      <main class={style.desk}>
        <section class={style.list} aria-label={rules.title}>
          <div class={style.tools}>
            <input
              type="search"
              placeholder={rules.search}
              aria-label={rules.search}
              value={query()}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
            <select
              aria-label={rules.allThemes}
              value={theme()}
              onChange={(event) => setTheme(event.currentTarget.value)}
            >
              <option value="">{rules.allThemes}</option>
              <For each={themes()}>{(one) => <option value={one}>{rules.themes[one] ?? one}</option>}</For>
            </select>
            <select
              aria-label={rules.allSeverities}
              value={severity()}
              onChange={(event) => setSeverity(event.currentTarget.value)}
            >
              <option value="">{rules.allSeverities}</option>
              <For each={Object.entries(words.severity)}>{([key, label]) => <option value={key}>{label}</option>}</For>
            </select>
            <span class="quiet">{rules.count(shown().length)}</span>
          </div>
          <ul class={style.rules}>
            <For each={shown()}>
              {(rule) => (
                <li>
                  <A href={`/rules/${encodeURIComponent(rule.id)}`} activeClass={style.on ?? ''}>
                    <b>{rule.title}</b>
                    <span class="quiet">{words.severity[rule.severity]}</span>
                    <small>{rule.basis.map(cited).join('；')}</small>
                    <span class={style.id}>{rule.id}</span>
                  </A>
                </li>
              )}
            </For>
          </ul>
        </section>
        <section class={style.card} tabIndex={0} aria-label={rules.title} aria-live="polite">
          <Show when={params.id} keyed fallback={<p class="quiet">{rules.choose}</p>}>
            {(id) => <RuleCard id={id} />}
          </Show>
        </section>
      </main>
    </div>
  );
}
