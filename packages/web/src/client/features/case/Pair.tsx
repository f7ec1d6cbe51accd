import type { PageText } from '@anjuan/core';
import { createEffect, createResource, createSignal, onCleanup, onMount, Show } from 'solid-js';
import { ask, segment } from '../../api.ts';
import { text } from '../../text/corrections.ts';
import { pageOf } from '../../text/words.ts';
import style from './Corrections.module.css';
import type { Anchor, Case } from './createCase.ts';
import { SheetPage } from './SheetPage.tsx';

/** Two places of the file side by side: what one paper says and what the other says. */
export function Pair(props: { readonly room: Case; readonly places: readonly [Anchor, Anchor] }) {
  return (
    <section class={style.pair} aria-label={text.pair}>
      <Side room={props.room} anchor={props.places[0]} />
      <Side room={props.room} anchor={props.places[1]} />
    </section>
  );
}

function Side(props: { readonly room: Case; readonly anchor: Anchor }) {
  const [room, setRoom] = createSignal(400);
  let scroll: HTMLDivElement | undefined;
  const file = () => props.room.detail()?.files.find((one) => one.name === props.anchor.file);
  const width = (): number => Math.max(200, room() - 24);
  const title = (): string => {
    const document = props.room.detail()?.documents.find((one) => one.id === props.anchor.document);
    return document === undefined ? props.anchor.file : document.title || props.room.kind(document.kind);
  };
  const [page] = createResource(
    () => {
      const id = props.room.detail()?.summary.id;
      const current = file();
      return id === undefined || current === undefined ? null : ([id, current.id, props.anchor.page] as const);
    },
    ([id, fileId, number]) => ask<PageText>('GET', `/cases/${segment(id)}/pages/${segment(fileId)}/${number}`),
  );
  onMount(() => {
    if (scroll === undefined) return;
    const watcher = new ResizeObserver(() => setRoom(scroll?.clientWidth ?? 400));
    watcher.observe(scroll);
    onCleanup(() => watcher.disconnect());
  });
  // The marked place stands a third down the pane.
  createEffect(() => {
    const read = page.state === 'ready' ? page() : undefined;
    const scale = read !== undefined && read.width > 0 ? width() / read.width : 0;
    const top = props.anchor.box === null ? 0 : props.anchor.box[1] * scale;
    requestAnimationFrame(() => turnTo(top));
  });
  const turnTo = (top: number): void => scroll?.scrollTo({ top: Math.max(0, top - scroll.clientHeight / 3) });
  // A page of text has no boxes: its marks tell the place once they stand.
  const turnToWord = (): void => {
    requestAnimationFrame(() => {
      const word = scroll?.querySelector('mark');
      if (scroll && word)
        turnTo(word.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop);
    });
  };
  return (
    <div class={style.side}>
      <h3>
        {title()} · {pageOf(props.anchor.page)}
      </h3>
      <div class={style.scroll} ref={scroll} tabIndex={0} role="region" aria-label={title()}>
        <Show when={props.anchor.quote}>{(quote) => <p class={style.quote}>{quote()}</p>}</Show>
        <Show when={file()} keyed>
          {(current) => (
            <SheetPage
              caseId={props.room.detail()?.summary.id ?? ''}
              file={current}
              number={props.anchor.page}
              size={{ width: page()?.width ?? 0, height: page()?.height ?? 0 }}
              width={width()}
              marks={[props.anchor]}
              calm={false}
              onRead={turnToWord}
            />
          )}
        </Show>
      </div>
    </div>
  );
}
