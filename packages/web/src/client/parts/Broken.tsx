import { reasonOf } from '../api.ts';
import { words } from '../text/words.ts';

/** What is shown in place of a part that failed. */
export function Broken(props: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <div role="alert" class="broken">
      <h2>{words.broken}</h2>
      <p>{reasonOf(props.error)}</p>
      <button type="button" onClick={() => props.reset()}>
        {words.retry}
      </button>
    </div>
  );
}
