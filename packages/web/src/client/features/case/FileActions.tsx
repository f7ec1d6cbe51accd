import { createSignal, Show } from 'solid-js';
import { text } from '../../text/gaps.ts';
import type { Case } from './createCase.ts';

/** What can be done about a file that was not read: its password, another file in its place, out with it, or read it again. */
export function FileActions(props: {
  readonly room: Case;
  readonly name: string;
  /** Nothing of the file was read: it may be taken out. */
  readonly whole: boolean;
  readonly onUnlock?: () => void;
}) {
  const [sending, setSending] = createSignal<string | null>(null);
  let input: HTMLInputElement | undefined;
  const file = () => props.room.detail()?.files.find((one) => one.name === props.name);
  const alone = (): boolean => (props.room.detail()?.files.length ?? 0) < 2;
  const replace = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return;
    await props.room.replaceFile(props.name, picked, (share) => setSending(text.uploading(picked.name, share)));
    setSending(null);
  };
  const takeOut = (): void => {
    if (window.confirm(text.takeOutAsk(props.name))) void props.room.takeOut(props.name);
  };
  return (
    <Show when={props.room.busy() === null}>
      <Show when={file()?.locked && props.onUnlock}>
        {(unlock) => (
          <button type="button" class="link" onClick={() => unlock()()}>
            {text.unlock}
          </button>
        )}
      </Show>
      <button type="button" class="link" aria-label={text.againLabel(props.name)} onClick={() => input?.click()}>
        {sending() ?? text.again}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.againLabel(props.name)}
        onChange={(event) => {
          const picked = event.currentTarget.files?.[0];
          void replace(picked);
          event.currentTarget.value = '';
        }}
      />
      <Show when={props.whole && !alone()}>
        <button type="button" class="link" onClick={takeOut}>
          {text.takeOut}
        </button>
      </Show>
      <Show when={!props.whole}>
        <button type="button" class="link" onClick={() => void props.room.recheck()}>
          {text.recheck}
        </button>
      </Show>
    </Show>
  );
}
