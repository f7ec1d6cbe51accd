import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { CoveredRow } from '../../../server/contract/index.ts';
import { LawNav } from '../../parts/LawNav.tsx';
import { Top } from '../../parts/Top.tsx';
import { coverageWords as text } from '../../text/law.ts';
import { words } from '../../text/words.ts';
import style from './Coverage.module.css';
import { createCoverage, type Status, statuses, type TypeRow } from './createCoverage.ts';

/** What the law demands of a case file, type by type, and what checks it. */
export default function CoveragePage() {
  const room = createCoverage();
  document.title = `${text.title} · ${words.product}`;
  return (
    <div class={style.page}>
      <Top crumb={<b>{text.title}</b>}>
        <LawNav />
      </Top>
      <main class={style.desk}>
        <p class={style.lead}>{text.lead}</p>
        <Show
          when={room.list()}
          fallback={<p class="quiet">{room.list.error ? String(room.list.error.message) : words.loading}</p>}
        >
          <table class={style.types}>
            <thead>
              <tr>
                <th scope="col">{text.type}</th>
                <th scope="col" class={style.number}>
                  {text.total}
                </th>
                <For each={statuses}>
                  {(one) => (
                    <th scope="col" class={style.number} title={text.means[one]}>
                      <span class={`${style.dot} ${style[one]}`} aria-hidden="true" />
                      {text.status[one]}
                    </th>
                  )}
                </For>
                <th scope="col" class={style.wide}>
                  {text.share}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={room.types()}>{(row) => <TypeLine row={row} label={row.label} room={room} />}</For>
            </tbody>
            <tfoot>
              <TypeLine row={room.sum()} label={text.sum} room={room} />
            </tfoot>
          </table>
          <div class={style.tools}>
            <input
              type="search"
              placeholder={text.search}
              aria-label={text.search}
              value={room.query()}
              onInput={(event) => room.setQuery(event.currentTarget.value)}
            />
            <select
              aria-label={text.allTypes}
              value={room.type()}
              onChange={(event) => room.setType(event.currentTarget.value)}
            >
              <option value="">{text.allTypes}</option>
              <For each={room.types()}>{(one) => <option value={one.id}>{one.label}</option>}</For>
            </select>
            <select
              aria-label={text.allStatuses}
              value={room.status()}
              onChange={(event) => room.setStatus(event.currentTarget.value as Status | 'draft' | '')}
            >
              <option value="">{text.allStatuses}</option>
              <For each={statuses}>{(one) => <option value={one}>{text.status[one]}</option>}</For>
              <option value="draft">{text.draft}</option>
            </select>
            <span class="quiet" aria-live="polite">
              {text.count(room.shown().length)}
            </span>
          </div>
          <ul class={style.rows}>
            <For each={room.shown()}>{(row) => <Row row={row} />}</For>
          </ul>
        </Show>
      </main>
    </div>
  );
}

function TypeLine(props: {
  readonly row: TypeRow;
  readonly label: string;
  readonly room: ReturnType<typeof createCoverage>;
}) {
  const share = (): number => {
    const { counts, total } = props.row;
    return total === 0 ? 0 : Math.floor(((counts.automatic + counts.assisted) * 100) / total);
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" class={style.name} onClick={() => props.room.setType(props.row.id)}>
          {props.label}
        </button>
      </th>
      <td class={style.number}>{props.row.total}</td>
      <For each={statuses}>
        {(one) => (
          <td class={style.number} classList={{ [style.zero ?? '']: props.row.counts[one] === 0 }}>
            {props.row.counts[one]}
          </td>
        )}
      </For>
      <td class={style.wide}>
        <span class={style.bar} aria-hidden="true">
          <For each={statuses}>
            {(one) => (
              <span
                class={style[one]}
                style={{ width: `${props.row.total === 0 ? 0 : (props.row.counts[one] * 100) / props.row.total}%` }}
              />
            )}
          </For>
        </span>
        <span class={style.percent}>{share()}%</span>
      </td>
    </tr>
  );
}

function Row(props: { readonly row: CoveredRow }) {
  const scope = (): string | null => props.row.sector ?? props.row.province;
  return (
    <li>
      <span class={style.id}>{props.row.id}</span>
      <span class={`${style.tag} ${style[props.row.status ?? 'draft']}`}>
        {props.row.status === null ? text.draft : text.status[props.row.status]}
      </span>
      <div>
        <b>{props.row.says}</b>
        <p class={style.basis}>
          《{props.row.lawTitle}》{props.row.place} · {props.row.stage}
          <Show when={scope()}>
            {(one) => (
              <>
                {' '}
                · {props.row.sector === null ? text.province : text.sector} {one()}
              </>
            )}
          </Show>
        </p>
        <Show when={props.row.status === null}>
          <p class="quiet">{text.draftMeans}</p>
        </Show>
        <p class={style.links}>
          <For each={props.row.rules}>{(id) => <A href={`/rules/${encodeURIComponent(id)}`}>{id}</A>}</For>
        </p>
        <For each={props.row.questions}>
          {(one) => (
            <p class={style.question}>
              {one.question}
              <span class={style.look}>
                {text.look}：{one.look.join('、')}
              </span>
            </p>
          )}
        </For>
      </div>
    </li>
  );
}
