import { createResource, For, Show } from 'solid-js';
import type { StandardList } from '../../server/contract/index.ts';
import { ask } from '../api.ts';
import { standards as text } from '../text/standards.ts';
import style from './StandardPicker.module.css';

/** Which standards a file is looked at under; excerpts only where they are chosen already. */
export function StandardPicker(props: {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const [list] = createResource(() => ask<StandardList>('GET', '/standards'));
  const offered = () => (list()?.standards ?? []).filter((one) => !one.excerpt || props.chosen.includes(one.id));
  const toggle = (id: string, on: boolean): void =>
    props.onChange(on ? [...props.chosen, id] : props.chosen.filter((one) => one !== id));
  return (
    <fieldset class={style.picker}>
      <legend class="visually-hidden">{text.pick}</legend>
      <For each={offered()}>
        {(one) => (
          <label
            classList={{ [style.on ?? '']: props.chosen.includes(one.id) }}
            title={`${one.title}（${one.issuer}）`}
          >
            <input
              type="checkbox"
              checked={props.chosen.includes(one.id)}
              onChange={(event) => toggle(one.id, event.currentTarget.checked)}
            />
            <span>{one.title}</span>
            <Show when={one.supplement}>
              <em>{text.supplement}</em>
            </Show>
          </label>
        )}
      </For>
    </fieldset>
  );
}
