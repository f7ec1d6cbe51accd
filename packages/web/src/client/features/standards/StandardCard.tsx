import { createResource, createSignal, For, Show } from 'solid-js';
import type { StandardDetail, StandardList } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';
import { standards as text } from '../../text/standards.ts';
import { words } from '../../text/words.ts';
import { DiffTable } from './DiffTable.tsx';
import { ShareBar } from './ShareBar.tsx';
import style from './Standards.module.css';

/** One standard: its sheets with shares, every item with its price and who judges it, and what another edition says otherwise. */
export function StandardCard(props: { readonly id: string; readonly all: StandardList['standards'] }) {
  const [detail] = createResource(
    () => props.id,
    (id) => ask<StandardDetail>('GET', `/standards/${segment(id)}`),
  );
  const [sheet, setSheet] = createSignal<string | null>(null);
  const [other, setOther] = createSignal('');
  return (
    <Show
      when={detail.error === undefined ? detail() : undefined}
      fallback={<p class="quiet">{detail.error ? String(detail.error.message) : words.loading}</p>}
    >
      {(found) => {
        const one = () => found().standard;
        const key = () => `${one().id}@${one().edition}`;
        const shown = () => sheet() ?? one().sheets[0]?.id ?? '';
        const items = () => found().items.filter((item) => item.sheet === shown());
        const sections = () => [...new Set(items().map((item) => item.section))];
        return (
          <article>
            <h1>{one().title}</h1>
            <p class="quiet">
              {one().issuer}，{one().year}　{text.edition(one().edition)}　{text.valid(one().from, one().to)}　
              {text.hash(one().hash)}
            </p>
            <p class={style.noteText}>{one().note}</p>
            <table class={style.table}>
              <thead>
                <tr>
                  <th scope="col">{text.sheet}</th>
                  <th scope="col">{text.full}</th>
                  <th scope="col">{text.points}</th>
                  <th scope="col">{text.vetoes}</th>
                  <th scope="col">{text.items}</th>
                  <th scope="col">{text.shareTitle}</th>
                </tr>
              </thead>
              <tbody>
                <For each={one().sheets}>
                  {(row) => (
                    <tr classList={{ [style.chosen ?? '']: row.id === shown() }}>
                      <td>
                        <button type="button" class="link" onClick={() => setSheet(row.id)}>
                          {row.title}
                        </button>
                      </td>
                      <td>{row.full}</td>
                      <td>{row.points ?? ''}</td>
                      <td>{row.vetoes}</td>
                      <td>{row.items}</td>
                      <td>
                        <ShareBar of={row} />
                      </td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
            <label class={style.pick}>
              {text.diff}
              <select value={other()} onChange={(event) => setOther(event.currentTarget.value)}>
                <option value="">{text.diffNone}</option>
                <For each={props.all.filter((each) => `${each.id}@${each.edition}` !== key())}>
                  {(each) => (
                    <option value={`${each.id}@${each.edition}`}>
                      {each.title}　{text.edition(each.edition)}
                    </option>
                  )}
                </For>
              </select>
            </label>
            <Show
              when={other() !== ''}
              fallback={
                <table class={style.table}>
                  <thead>
                    <tr>
                      <th scope="col">{text.items}</th>
                      <th scope="col" />
                      <th scope="col">{text.price}</th>
                      <th scope="col">{text.by}</th>
                    </tr>
                  </thead>
                  <For each={sections()}>
                    {(section) => (
                      <tbody>
                        <tr class={style.section}>
                          <td colSpan={4}>{section}</td>
                        </tr>
                        <For each={items().filter((item) => item.section === section)}>
                          {(item) => (
                            <tr>
                              <td>{item.id}</td>
                              <td>
                                {item.title}
                                <Show when={item.question}>{(ask) => <small>{ask()}</small>}</Show>
                              </td>
                              <td>{item.price}</td>
                              <td>
                                <span class={`tag ${tones[item.mode]}`}>{text.modes[item.mode]}</span>
                                <small>{item.rules.join('、')}</small>
                              </td>
                            </tr>
                          )}
                        </For>
                      </tbody>
                    )}
                  </For>
                </table>
              }
            >
              <DiffTable from={other()} to={key()} />
            </Show>
          </article>
        );
      }}
    </Show>
  );
}

const tones = { automatic: 'yes', assisted: 'ask', 'by-hand': 'explain' } as const;
