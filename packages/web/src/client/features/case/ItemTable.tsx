import { createMemo, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import type { Case, ItemResult } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import style from './ItemTable.module.css';
import pane from './Pane.module.css';

/** The sheet item by item: full marks, what was taken off, what is still open. */
export function ItemTable(props: { readonly room: Case; readonly desk: Desk }) {
  const sections = createMemo(() => {
    const groups = new Map<string, readonly ItemResult[]>();
    for (const item of props.room.detail()?.score?.items ?? []) {
      if (item.state === 'not-applicable') continue;
      groups.set(item.section, [...(groups.get(item.section) ?? []), item]);
    }
    return [...groups];
  });
  const open = (findings: readonly string[]): void => {
    const finding = props.room.detail()?.findings.find((one) => findings.includes(one.key));
    if (finding === undefined) return;
    props.desk.setTab(finding.outcome === 'fail' ? 'problems' : 'open');
    props.desk.choose(finding);
  };
  return (
    <table class={style.items}>
      <For each={sections()}>
        {([section, items]) => (
          <tbody>
            <tr>
              <th colSpan={3}>{section}</th>
            </tr>
            <For each={items}>
              {(item) => (
                <tr>
                  <td>{item.id}</td>
                  <td>
                    <Show when={item.findings.length > 0} fallback={item.title}>
                      <button type="button" class="link" onClick={() => open(item.findings)}>
                        {item.title}
                      </button>
                    </Show>
                    <Show when={item.state === 'pending'}>
                      {' '}
                      <span class="tag ask">{text.state.pending}</span>
                    </Show>
                  </td>
                  <td>
                    <Show when={item.deducted > 0}>
                      <span class={pane.points}>{text.points(item.deducted)} </span>
                    </Show>
                    <span class="quiet">{item.full === null ? '' : `/ ${item.full}`}</span>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        )}
      </For>
    </table>
  );
}
