import { For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import { text as gapText } from '../../text/gaps.ts';
import { Causes } from './Causes.tsx';
import type { Case } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import gaps from './Gaps.module.css';
import { Notices } from './Notices.tsx';
import style from './Pane.module.css';
import { Question } from './Question.tsx';

/** What a person has to look at: what the machine could not tell, and the questions no program can answer. */
export function OpenList(props: { readonly room: Case; readonly desk: Desk }) {
  return (
    <>
      <Show when={props.desk.gap()} fallback={<Notices room={props.room} desk={props.desk} />}>
        {(gap) => (
          <p class={gaps.filter}>
            {gapText.only(gap().place, props.desk.open().length)}
            <button type="button" class="link" onClick={() => props.desk.ask([])}>
              {gapText.all}
            </button>
          </p>
        )}
      </Show>
      <Show when={props.desk.open().length > 0}>
        <div class={style.group}>
          <span>{text.machine}</span>
          <span>{props.desk.open().length}</span>
        </div>
        <Causes findings={props.desk.open()} room={props.room} desk={props.desk} />
      </Show>
      <Show
        when={props.room.questions().length > 0 && props.desk.gap() === null}
        fallback={
          <Show
            when={
              props.desk.gap() === null &&
              props.room.unknown().length === 0 &&
              (props.room.detail()?.record?.notices ?? []).length === 0
            }
          >
            <p class={style.empty}>{text.nothingOpen}</p>
          </Show>
        }
      >
        <div class={style.group}>
          <span>{text.question}</span>
          <span>{props.room.questions().length}</span>
        </div>
        <For each={props.room.questions()}>
          {(item) => <Question item={item} room={props.room} desk={props.desk} />}
        </For>
      </Show>
      <Show when={props.room.elsewhere().length > 0}>
        <details>
          <summary class={style.group}>
            <span>{text.elsewhere}</span>
            <span>{props.room.elsewhere().length}</span>
          </summary>
          <Causes findings={props.room.elsewhere()} room={props.room} desk={props.desk} />
        </details>
      </Show>
    </>
  );
}
