import { Show } from 'solid-js';
import { text } from '../../../text/case.ts';
import style from './Viewer.module.css';

interface Read {
  readonly text: string;
  readonly unread?: string;
}

/** What is said of a page that was not read, or not whole; null where it was. */
export function unreadWords({ text: words, unread }: Read): string | null {
  return unread === undefined ? null : `${words.trim() === '' ? text.unread : text.partly}：${unread}`;
}

/** That, above what the page looks like. */
export function Unread(props: { readonly page: Read | undefined }) {
  return (
    <Show when={props.page !== undefined && unreadWords(props.page)}>
      {(words) => <p class={style.banner}>{words()}</p>}
    </Show>
  );
}
