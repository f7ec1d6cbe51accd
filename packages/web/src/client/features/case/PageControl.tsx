import { createEffect, createSignal, For, on, Show } from 'solid-js';
import { text } from '../../text/corrections.ts';
import { pageOf } from '../../text/words.ts';
import style from './Corrections.module.css';
import type { Case } from './createCase.ts';
import type { Desk } from './createDesk.ts';

const asides = ['blank', 'unrelated', 'attachment'] as const;

/** What a person can say of the page in view: a paper begins here and is of this kind, it goes on, or the page is set aside. */
export function PageControl(props: { readonly room: Case; readonly desk: Desk }) {
  const [open, setOpen] = createSignal(false);
  const [kind, setKind] = createSignal('');
  let box: HTMLDivElement | undefined;
  const place = () => props.desk.seen();
  const said = () =>
    props.room.detail()?.marks.find((mark) => mark.file === place()?.file && mark.page === place()?.page);
  const busy = (): boolean => props.room.detail()?.summary.state !== 'done';
  createEffect(
    on(
      () => [open(), place()?.file, place()?.page] as const,
      () => setKind(props.desk.document()?.kind ?? ''),
    ),
  );
  const send = (as: 'begins' | 'continues' | (typeof asides)[number]): void => {
    const now = place();
    if (now === null) return;
    void props.room.markPage({ ...now, as, ...(as === 'begins' && kind() !== '' ? { kind: kind() } : {}) });
  };
  const takeBack = (): void => {
    const now = place();
    if (now !== null) void props.room.unmarkPage(now.file, now.page);
  };
  return (
    <div
      class={style.control}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <button type="button" aria-expanded={open()} aria-haspopup="dialog" onClick={() => setOpen(!open())}>
        {text.open}
        <Show when={said()}>
          <i class={style.said} title={text.saidHere} />
        </Show>
      </button>
      <Show when={open()}>
        <div class={style.panel} role="dialog" aria-label={text.open}>
          <p class={style.where}>
            {pageOf(place()?.page ?? 1)} · {props.desk.document()?.title ?? text.inNone}
          </p>
          <label>
            {text.begins}
            <select value={kind()} onChange={(event) => setKind(event.currentTarget.value)} disabled={busy()}>
              <Show when={!props.room.kinds().some((one) => one.id === kind())}>
                <option value="">{text.choose}</option>
              </Show>
              <For each={props.room.kinds()}>
                {(one) => (
                  <option value={one.id} selected={one.id === kind()}>
                    {one.label}
                  </option>
                )}
              </For>
            </select>
          </label>
          <div class={style.row}>
            <button
              type="button"
              class="primary"
              disabled={busy() || kind() === '' || kind() === 'unknown'}
              onClick={() => send('begins')}
            >
              {text.beginHere}
            </button>
            <button type="button" disabled={busy()} onClick={() => send('continues')}>
              {text.continues}
            </button>
          </div>
          <p class={style.quiet}>{text.aside}</p>
          <div class={style.row}>
            <For each={asides}>
              {(as) => (
                <button type="button" disabled={busy()} onClick={() => send(as)}>
                  {text.as[as]}
                </button>
              )}
            </For>
          </div>
          <Show when={said()}>
            {(mark) => (
              <p class={style.given}>
                {text.given(text.as[mark().as], mark().kind === undefined ? '' : props.room.kind(mark().kind ?? ''))}（
                {mark().by}）
                <button type="button" class="link" disabled={busy()} onClick={takeBack}>
                  {text.undo}
                </button>
              </p>
            )}
          </Show>
          <p class={style.quiet} aria-live="polite">
            {busy() ? text.again : ''}
          </p>
        </div>
      </Show>
    </div>
  );
}

/** Pages set aside by people, below the contents: each can be put back. */
export function SetAside(props: { readonly room: Case; readonly desk: Desk }) {
  const marks = () => (props.room.detail()?.marks ?? []).filter((mark) => asides.some((one) => one === mark.as));
  return (
    <Show when={marks().length > 0}>
      <h2>{text.setAside}</h2>
      <ul class={style.asides}>
        <For each={marks()}>
          {(mark) => (
            <li>
              <button type="button" class="link" onClick={() => props.desk.go(mark.file, mark.page)}>
                {pageOf(mark.page)} {text.as[mark.as]}
              </button>
              <button type="button" class="link" onClick={() => void props.room.unmarkPage(mark.file, mark.page)}>
                {text.undo}
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
