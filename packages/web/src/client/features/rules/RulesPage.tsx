import { A, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { LawNav } from '../../parts/LawNav.tsx';
import { Top } from '../../parts/Top.tsx';
import { rules } from '../../text/sheet.ts';
import { cited, words } from '../../text/words.ts';
import { createRules, type Filters } from './createRules.ts';
import { RuleCard } from './RuleCard.tsx';
import style from './Rules.module.css';

/** All rules to browse, search and filter; each with its law, condition in words and cases run live. */
export default function RulesPage() {
  const params = useParams<{ id?: string }>();
  const room = createRules();
  document.title = `${rules.title} · ${words.product}`;
  const choice = (
    key: keyof Filters,
    label: string,
    options: () => readonly (readonly [value: string, label: string])[],
  ) => (
    <select
      aria-label={label}
      value={room.filters[key]}
      onChange={(event) => room.setFilters(key, event.currentTarget.value)}
    >
      <option value="">{label}</option>
      <For each={options()}>{([value, text]) => <option value={value}>{text}</option>}</For>
    </select>
  );
  const named = (ids: readonly string[], names: Readonly<Record<string, string>>) =>
    ids.map((id) => [id, names[id] ?? id] as const);
  return (
    <div class={style.page}>
      <Top crumb={<b>{rules.title}</b>}>
        <LawNav />
      </Top>
      <main class={style.desk}>
        <section class={style.list} aria-label={rules.title}>
          <div class={style.tools}>
            <input
              type="search"
              placeholder={rules.search}
              aria-label={rules.search}
              value={room.filters.query}
              onInput={(event) => room.setFilters('query', event.currentTarget.value)}
            />
            <div class={style.filters}>
              {choice('type', rules.allTypes, () => named(room.types(), rules.types))}
              {choice('law', rules.allLaws, room.laws)}
              {choice('theme', rules.allThemes, () => named(room.themes(), rules.themes))}
              {choice('severity', rules.allSeverities, () => Object.entries(words.severity))}
              {choice('coverage', rules.allCoverage, () => Object.entries(rules.coverage))}
              {choice('status', rules.allStatuses, () => Object.entries(rules.statuses))}
              <Show when={room.packs().length > 1}>
                {choice('pack', rules.allPacks, () => named(room.packs(), rules.packs))}
              </Show>
            </div>
            <span class="quiet" aria-live="polite">
              {rules.count(room.shown().length)}
            </span>
            <Show when={room.filtered()}>
              <button type="button" onClick={room.clear}>
                {rules.clear}
              </button>
            </Show>
          </div>
          <ul class={style.rules}>
            <For each={room.shown()}>
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
