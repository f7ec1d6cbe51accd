import { A, useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createResource, createSignal, For, Show } from 'solid-js';
import type { CaseDetail, Scores, StandardList, WhatIf } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';
import { StandardPicker } from '../../parts/StandardPicker.tsx';
import { Top } from '../../parts/Top.tsx';
import { Waterfall } from '../../parts/Waterfall.tsx';
import { sheet } from '../../text/sheet.ts';
import { standards as text } from '../../text/standards.ts';
import { words } from '../../text/words.ts';
import style from './Compare.module.css';

type Cost = Scores['comparison']['rows'][number]['costs'][number];

/** One file under several standards: what each problem costs under each, and what if it fell. */
export default function ComparePage() {
  const params = useParams<{ id: string }>();
  const [search, setSearch] = useSearchParams<{ standards?: string }>();
  const [dropped, setDropped] = createSignal<readonly string[]>([]);
  const [detail] = createResource(
    () => params.id,
    (id) => ask<CaseDetail>('GET', `/cases/${segment(id)}`),
  );
  const [all] = createResource(() => ask<StandardList>('GET', '/standards'));
  const chosen = (): readonly string[] =>
    search.standards === undefined
      ? (all()?.standards ?? []).filter((one) => !one.excerpt).map((one) => one.id)
      : search.standards.split(',').filter((one) => one !== '');
  const [scores] = createResource(
    () => (chosen().length > 0 ? [params.id, chosen().join(',')] : null),
    ([id, names]) => ask<Scores>('GET', `/cases/${segment(id ?? '')}/scores?standards=${segment(names ?? '')}`),
  );
  // What falls is worked out by the server, under every standard shown.
  const [falls] = createResource(
    () => {
      const names = scores()?.comparison.standards.map((one) => `${one.id}@${one.edition}`);
      return names === undefined || dropped().length === 0 ? null : { names, findings: dropped() };
    },
    ({ names, findings }) =>
      Promise.all(
        names.map((standard) =>
          ask<WhatIf>('POST', `/cases/${segment(params.id)}/what-if`, { standard, findings: [...findings] }),
        ),
      ),
  );
  createEffect(() => {
    document.title = `${text.compare} · ${detail()?.summary.name ?? ''}`;
  });
  const toggle = (key: string, on: boolean): void => {
    setDropped((list) => (on ? [...list, key] : list.filter((one) => one !== key)));
  };
  return (
    <div class={style.page}>
      <Top crumb={<b>{detail()?.summary.name ?? text.compare}</b>}>
        <A href={`/cases/${params.id}`}>{sheet.back}</A>
        <A href={`/cases/${params.id}/sheet?standards=${segment(chosen().join(','))}`}>{text.sheet}</A>
      </Top>
      <main class={style.desk}>
        <h1>{text.compare}</h1>
        <StandardPicker chosen={chosen()} onChange={(list) => setSearch({ standards: list.join(',') })} />
        <Show
          when={scores.error === undefined ? scores() : undefined}
          fallback={<p class="quiet">{scores.error ? String(scores.error.message) : words.loading}</p>}
        >
          {(found) => (
            <>
              <Show when={found().without.length > 0}>
                <p class="quiet">
                  {text.noSheet(
                    found()
                      .without.map((id) => nameOf(all(), id))
                      .join('、'),
                  )}
                </p>
              </Show>
              <p class={style.help}>
                {text.whatIfHelp}
                <Show when={dropped().length > 0}>
                  <button type="button" onClick={() => setDropped([])}>
                    {text.clear}
                  </button>
                </Show>
              </p>
              <div class={style.scroll} tabIndex={0} role="region" aria-label={text.compare}>
                <table class={style.table}>
                  <thead>
                    <tr>
                      <th scope="col">{text.whatIf}</th>
                      <th scope="col">{text.problem}</th>
                      <For each={found().comparison.standards}>
                        {(one) => (
                          <th scope="col">
                            <span class={style.name}>{one.title}</span>
                            <small>
                              {one.sheet}　{text.edition(one.edition)}
                            </small>
                          </th>
                        )}
                      </For>
                    </tr>
                    <tr class={style.totals}>
                      <td />
                      <th scope="row">{text.total}</th>
                      <For each={found().comparison.standards}>
                        {(one, index) => (
                          <td>
                            <b>{one.scored ? one.total : text.unscored}</b>
                            <small>
                              {' '}
                              / {one.max}　{text.range(one.low, one.high)}　{one.grade ?? ''}
                            </small>
                            <Show when={falls()?.[index()]}>
                              {(fall) => (
                                <p class={style.fall}>{text.after(fall().before.total, fall().after.total)}</p>
                              )}
                            </Show>
                          </td>
                        )}
                      </For>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={found().comparison.rows}>
                      {(row) => (
                        <tr classList={{ [style.fallen ?? '']: dropped().includes(row.finding) }}>
                          <td class={style.tick}>
                            <input
                              type="checkbox"
                              aria-label={`${text.whatIf}：${row.title}`}
                              checked={dropped().includes(row.finding)}
                              onChange={(event) => toggle(row.finding, event.currentTarget.checked)}
                            />
                          </td>
                          <td>
                            <A href={`/cases/${params.id}#${segment(row.finding)}`}>{row.title}</A>
                            <small>{row.message}</small>
                          </td>
                          <For each={row.costs}>{(cost) => <td>{costCell(cost)}</td>}</For>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
              <h2>{text.waterfall}</h2>
              <div class={style.falls}>
                <For each={found().scores}>
                  {(score) => (
                    <figure>
                      <figcaption>{score.title}</figcaption>
                      <Waterfall steps={score.waterfall} onItem={() => {}} />
                    </figure>
                  )}
                </For>
              </div>
            </>
          )}
        </Show>
      </main>
    </div>
  );
}

function nameOf(list: StandardList | undefined, id: string): string {
  return list?.standards.find((one) => one.id === id)?.title ?? id;
}

function costCell(cost: Cost) {
  if (cost === null) return <span class="quiet">{text.notPriced}</span>;
  return (
    <>
      <Show when={cost.veto}>
        {(veto) => (
          <b class={style.veto}>
            {text.veto}：{veto()}{' '}
          </b>
        )}
      </Show>
      <Show when={cost.points > 0}>
        <b>−{cost.points} </b>
      </Show>
      <Show when={cost.open}>
        <span class="quiet">{text.noted} </span>
      </Show>
      <small>{cost.items.join('、')}</small>
    </>
  );
}
