import { createMemo, For, Show } from 'solid-js';
import { text } from '../../text/gaps.ts';
import type { Case } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import { FileActions } from './FileActions.tsx';
import style from './Gaps.module.css';

type Gap = NonNullable<ReturnType<Case['detail']>>['blocking'][number];

/** What was not read, above the contents: each with its reason, what it means and what can be done. */
export function Gaps(props: { readonly room: Case; readonly desk: Desk }) {
  // Forty files of one trouble are told it once.
  const groups = createMemo(() => {
    const found = new Map<string, Gap[]>();
    for (const gap of props.room.gaps()) found.set(gap.reason, [...(found.get(gap.reason) ?? []), gap]);
    return [...found].map(([reason, gaps]) => ({ reason, gaps }));
  });
  // Of several that may be any paper it is said once what they may hold up.
  const unknown = (): readonly Gap[] => props.room.gaps().filter((gap) => gap.kind === null);
  const heldUp = (): ReadonlySet<string> => new Set(unknown().flatMap((gap) => gap.findings));
  return (
    <Show when={props.room.gaps().length > 0}>
      <section class={style.gaps} aria-label={text.title}>
        <h2>{props.room.lost()}</h2>
        <Show when={unknown().length > 1 && heldUp().size > 0}>
          <button type="button" class={`link ${style.all}`} onClick={() => props.desk.ask(unknown())}>
            {text.blocksUnknown(unknown().length, heldUp().size)}
          </button>
        </Show>
        <ul>
          <For each={groups()}>
            {(group) => (
              <li class={style.gap}>
                <Show when={group.gaps.length > 1}>
                  <p class={style.reason}>{group.reason}</p>
                </Show>
                <For each={group.gaps}>
                  {(gap) => (
                    <Entry
                      gap={gap}
                      reason={group.gaps.length > 1 ? null : group.reason}
                      alone={unknown().length < 2}
                      room={props.room}
                      desk={props.desk}
                    />
                  )}
                </For>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function Entry(props: {
  readonly gap: Gap;
  /** Null where it is told for several together. */
  readonly reason: string | null;
  /** Nothing else is of an unknown kind. */
  readonly alone: boolean;
  readonly room: Case;
  readonly desk: Desk;
}) {
  const label = (): string => (props.gap.kind === null ? '' : props.room.kind(props.gap.kind));
  const go = (): void => props.desk.go(props.gap.file, props.gap.pages?.[0] ?? 1);
  return (
    <div class={style.entry}>
      <button type="button" class={style.place} onClick={go}>
        {props.gap.place}
      </button>
      <Show when={label() !== '' && !props.gap.file.includes(label())}>
        <span class={style.paper}>{text.paper(label())}</span>
      </Show>
      <Show when={props.reason}>{(reason) => <p class={style.reason}>{reason()}</p>}</Show>
      <div class={style.acts}>
        <Show when={props.gap.findings.length > 0 && (props.gap.kind !== null || props.alone)}>
          <button type="button" class="link" onClick={() => props.desk.ask([props.gap])}>
            {props.gap.kind === null
              ? text.blocksUnknown(1, props.gap.findings.length)
              : text.blocks(props.gap.findings.length)}
          </button>
        </Show>
        <FileActions room={props.room} name={props.gap.file} whole={props.gap.pages === null} onUnlock={go} />
      </div>
    </div>
  );
}

/** Under the score, that it is not whole. */
export function Incomplete(props: { readonly room: Case }) {
  const open = (): number => new Set(props.room.gaps().flatMap((gap) => gap.findings)).size;
  return (
    <Show when={props.room.gaps().length > 0}>
      <p class={style.incomplete}>
        <b>{text.incomplete}</b>：{text.means(props.room.lost(), open())}
      </p>
    </Show>
  );
}
