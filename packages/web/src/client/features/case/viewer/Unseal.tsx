import { createSignal } from 'solid-js';
import { text } from '../../../text/case.ts';
import { rememberPassword } from './pdf.ts';
import style from './Viewer.module.css';

/** Asks for the password of a PDF that was read before, only to show it: nothing is checked anew. */
export function Unseal(props: { readonly caseId: string; readonly fileId: string; readonly why: string }) {
  const [password, setPassword] = createSignal('');
  return (
    <form
      class={style.unseal}
      onSubmit={(event) => {
        event.preventDefault();
        rememberPassword(props.caseId, props.fileId, password());
      }}
    >
      <p>{props.why}</p>
      <input
        type="password"
        autocomplete="off"
        required
        aria-label={text.password}
        value={password()}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <button type="submit">{text.show}</button>
    </form>
  );
}
