import { Show } from 'solid-js';
import { words } from '../text/words.ts';

interface Score {
  readonly total: number;
  readonly max: number;
  readonly pending: number;
  readonly low: number;
  readonly high: number;
}

/** Whether most points still wait for people: the total then says nothing of the file, and its range is shown in its place. */
export function isProvisional(score: Score): boolean {
  return score.pending * 2 > score.max;
}

/** The points of a file, or their range while most of them are open; what a bonus nobody has given may add is left out of it. */
export function Points(props: { readonly score: Score }) {
  return (
    <Show when={isProvisional(props.score)} fallback={props.score.total}>
      {words.between(props.score.low, Math.min(props.score.high, props.score.max))}
    </Show>
  );
}
