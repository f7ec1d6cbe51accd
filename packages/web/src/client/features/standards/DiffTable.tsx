import { createResource, For, Show } from 'solid-js';
import type { DiffOfStandards } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';
import { standards as text } from '../../text/standards.ts';
import { words } from '../../text/words.ts';
import style from './Standards.module.css';

/** What one edition says otherwise than another: items added, removed, repriced, reworded. */
export function DiffTable(props: { readonly from: string; readonly to: string }) {
  const [found] = createResource(
    () => [props.from, props.to],
    ([from, to]) => ask<DiffOfStandards>('GET', `/standards-diff?from=${segment(from ?? '')}&to=${segment(to ?? '')}`),
  );
  return (
    <Show
      when={found.error === undefined ? found() : undefined}
      fallback={<p class="quiet">{found.error ? String(found.error.message) : words.loading}</p>}
    >
      {(diff) => (
        <>
          <h2>{text.diffTitle(diff().from, diff().to)}</h2>
          <table class={style.table}>
            <For each={diff().sheets}>
              {(sheet) => (
                <tbody>
                  <tr class={style.section}>
                    <td colSpan={3}>
                      {sheet.title}：{text.sheetChanges[sheet.change]}
                    </td>
                  </tr>
                  <For each={sheet.notes}>
                    {(note) => (
                      <tr>
                        <td>{note.what}</td>
                        <td>{note.before || text.nothing}</td>
                        <td>{note.after || text.nothing}</td>
                      </tr>
                    )}
                  </For>
                  <For each={sheet.items}>
                    {(item) => (
                      <For each={item.changes}>
                        {(one, index) => (
                          <tr>
                            <td>
                              <Show when={index() === 0}>
                                <span class="tag explain">{text.changes[item.change]}</span> {item.id} {item.title}
                              </Show>
                            </td>
                            <td>{one.before === '' ? text.nothing : `${one.what}：${one.before}`}</td>
                            <td>{one.after === '' ? text.nothing : `${one.what}：${one.after}`}</td>
                          </tr>
                        )}
                      </For>
                    )}
                  </For>
                </tbody>
              )}
            </For>
          </table>
        </>
      )}
    </Show>
  );
}
