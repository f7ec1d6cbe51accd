import { For } from 'solid-js';
import { list } from '../../text/list.ts';
import type { Unsent } from './createCases.ts';
import style from './ListPage.module.css';

/** Cases some of whose files did not arrive, with the reason of each file and what can be done. */
export function UnsentFiles(props: {
  readonly unsent: readonly Unsent[];
  readonly onAgain: (one: Unsent) => void;
  readonly onWithout: (one: Unsent) => void;
}) {
  return (
    <For each={props.unsent}>
      {(one) => (
        <section class={style.problem} aria-label={list.unsent(one.name, one.files.length, one.of)}>
          <p>{list.unsent(one.name, one.files.length, one.of)}</p>
          <ul class={style.lost}>
            <For each={one.files}>
              {({ picked, why }) => (
                <li>
                  <b>{picked.name}</b>：{why}
                </li>
              )}
            </For>
          </ul>
          <p class={style.again}>
            <button type="button" onClick={() => props.onAgain(one)}>
              {list.sendAgain}
            </button>
            <button type="button" onClick={() => props.onWithout(one)} disabled={one.files.length === one.of}>
              {list.checkWithout}
            </button>
          </p>
        </section>
      )}
    </For>
  );
}
