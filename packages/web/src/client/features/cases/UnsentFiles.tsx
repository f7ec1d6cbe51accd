import { createMemo, For, Show } from 'solid-js';
import { list } from '../../text/list.ts';
import type { Unsent } from './createUploads.ts';
import style from './ListPage.module.css';

/** From how many cases on they are told together. */
const many = 4;

/** Cases some of whose files did not arrive, with the reason of each file and what can be done. */
export function UnsentFiles(props: {
  readonly unsent: readonly Unsent[];
  readonly onAgain: (some: readonly Unsent[]) => void;
  /** Absent where nothing of the case arrived. */
  readonly onWithout: (id: string) => void;
}) {
  return (
    <Show
      when={props.unsent.length >= many}
      fallback={
        <For each={props.unsent}>
          {(one) => <One one={one} onAgain={() => props.onAgain([one])} onWithout={props.onWithout} />}
        </For>
      }
    >
      <section class={style.problem} aria-label={list.unsentMany(props.unsent.length)}>
        <p>{list.unsentMany(props.unsent.length)}</p>
        <p class={style.again}>
          <button type="button" onClick={() => props.onAgain(props.unsent)}>
            {list.sendAllAgain}
          </button>
        </p>
        <details>
          <summary>{list.each}</summary>
          <For each={props.unsent}>
            {(one) => <One one={one} onAgain={() => props.onAgain([one])} onWithout={props.onWithout} />}
          </For>
        </details>
      </section>
    </Show>
  );
}

function One(props: { readonly one: Unsent; readonly onAgain: () => void; readonly onWithout: (id: string) => void }) {
  const title = (): string => list.unsent(props.one.name, props.one.files.length, props.one.of);
  // A hundred files of one reason are told it once.
  const reasons = createMemo(() => [...Map.groupBy(props.one.files, (file) => file.why)]);
  const part = (): string | null => (props.one.files.length < props.one.of ? props.one.id : null);
  return (
    <section class={style.problem} aria-label={title()}>
      <p>{title()}</p>
      <ul class={style.lost}>
        <For each={reasons()}>
          {([why, files]) => (
            <li>
              <b>{files.map(({ picked }) => picked.name).join('、')}</b>：{why}
            </li>
          )}
        </For>
      </ul>
      <p class={style.again}>
        <button type="button" onClick={() => props.onAgain()}>
          {list.sendAgain}
        </button>
        <Show when={part()}>
          {(id) => (
            <button type="button" onClick={() => props.onWithout(id())}>
              {list.checkWithout}
            </button>
          )}
        </Show>
      </p>
    </section>
  );
}
