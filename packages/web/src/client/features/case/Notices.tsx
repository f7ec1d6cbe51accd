import { For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import { pageOf } from '../../text/words.ts';
import type { Case } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import style from './Notices.module.css';
import pane from './Pane.module.css';

/** What is unusual about the files themselves: hidden words, changes after the first save, scripts. A person must look. */
export function Notices(props: { readonly room: Case; readonly desk: Desk }) {
  const notices = () => props.room.detail()?.record?.notices ?? [];
  return (
    <Show when={notices().length > 0}>
      <div class={pane.group}>
        <span>{text.fileNotices}</span>
        <span>{notices().length}</span>
      </div>
      <For each={notices()}>
        {(notice) => (
          <article class={style.notice}>
            <p>{notice.message}</p>
            <Show when={notice.quote}>
              <blockquote>{notice.quote}</blockquote>
            </Show>
            <button type="button" onClick={() => props.desk.go(notice.file, notice.page ?? 1)}>
              {notice.file}
              <Show when={notice.page}>{(page) => ` ${pageOf(page())}`}</Show>
            </button>
          </article>
        )}
      </For>
    </Show>
  );
}
