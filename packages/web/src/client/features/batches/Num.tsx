import type { JSX } from 'solid-js';
import type { Batch, Behind } from './createBatch.ts';
import style from './Num.module.css';

/** A figure as a button that opens the list behind it. */
export function Num(props: {
  readonly batch: Batch;
  readonly figure: string | null | undefined;
  readonly filter?: Behind['filter'];
  readonly class?: string | undefined;
  readonly children?: JSX.Element;
}) {
  const found = () => props.batch.figure(props.figure);
  // Words of its own are its name; a bare number says what it is.
  const said = () =>
    props.children === undefined ? `${found()?.label ?? ''} ${found()?.text ?? ''}${found()?.unit ?? ''}` : undefined;
  return (
    <button
      type="button"
      class={`${style.num} ${props.class ?? ''}`}
      title={found()?.label}
      aria-label={said()}
      onClick={() => props.batch.show(props.figure, props.filter ?? null)}
    >
      {props.children ?? found()?.text ?? '—'}
    </button>
  );
}
