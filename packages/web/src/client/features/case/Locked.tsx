import { createSignal, Show } from 'solid-js';
import { ask, reasonOf, segment } from '../../api.ts';
import { text } from '../../text/case.ts';
import { rememberPassword } from './viewer/pdf.ts';
import style from './viewer/Viewer.module.css';

/** Asks for what opens an encrypted file. It goes to the server's memory only, and the check starts anew. */
export function Locked(props: {
  readonly caseId: string;
  readonly fileId: string;
  readonly name: string;
  readonly why: string;
}) {
  const [password, setPassword] = createSignal('');
  const [problem, setProblem] = createSignal<string | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    try {
      rememberPassword(props.caseId, props.fileId, password());
      await ask('PUT', `/cases/${segment(props.caseId)}/files/${segment(props.fileId)}/password`, {
        password: password(),
      });
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  return (
    <form class={style.locked} onSubmit={(event) => void send(event)}>
      <b>{props.name}</b>
      <p>{props.why}</p>
      <label>
        {text.password}
        <input
          type="password"
          autocomplete="off"
          required
          value={password()}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{text.openFile}</button>
      <p class={style.small}>{text.passwordKept}</p>
      <Show when={problem()}>
        <p role="alert">{problem()}</p>
      </Show>
    </form>
  );
}
