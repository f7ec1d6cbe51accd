import { For, Show } from 'solid-js';
import type { Anchor } from '../createCase.ts';
import style from './Viewer.module.css';

/** The places of a finding marked on a page; `scale` is CSS pixels a point. */
export function Marks(props: { readonly marks: readonly Anchor[]; readonly scale: number; readonly calm: boolean }) {
  return (
    <For each={props.marks}>
      {(mark) => (
        <Show when={mark.box}>
          {(where) => (
            <div
              class={style.mark}
              classList={{ [style.calm ?? '']: props.calm }}
              style={{
                left: `${where()[0] * props.scale - 2}px`,
                top: `${where()[1] * props.scale - 2}px`,
                width: `${(where()[2] - where()[0]) * props.scale + 4}px`,
                height: `${(where()[3] - where()[1]) * props.scale + 4}px`,
              }}
            />
          )}
        </Show>
      )}
    </For>
  );
}
