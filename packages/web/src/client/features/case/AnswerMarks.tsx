import { createSignal, For } from 'solid-js';
import { text } from '../../text/case.ts';
import { words } from '../../text/words.ts';
import type { ItemResult } from './createCase.ts';
import style from './Finding.module.css';

type Answers = NonNullable<ItemResult['permitted']>['answers'];

/** Several answers of a sheet, each with how often it was found. */
export function AnswerMarks(props: {
  readonly answers: Answers;
  readonly disabled: boolean;
  readonly onMark: (marks: { readonly answer: string; readonly count: number }[]) => void;
}) {
  const [counts, setCounts] = createSignal<Readonly<Record<string, number>>>({});
  const marks = () =>
    props.answers.flatMap(({ label }) => {
      const count = counts()[label] ?? 0;
      return count > 0 ? [{ answer: label, count }] : [];
    });
  return (
    <>
      <For each={props.answers}>
        {(one) => (
          <label>
            {one.label}（{words.unit[one.unit] ?? text.times} {text.points(one.points)}）{' '}
            <input
              class={style.small}
              type="number"
              min="0"
              max={one.unit === 'once' ? 1 : undefined}
              step="1"
              value={counts()[one.label] ?? 0}
              onInput={(event) => {
                const count = Math.max(0, Math.round(Number(event.currentTarget.value)) || 0);
                setCounts({ ...counts(), [one.label]: count });
              }}
            />
          </label>
        )}
      </For>
      <button type="button" disabled={props.disabled || marks().length === 0} onClick={() => props.onMark(marks())}>
        {text.deduct}
      </button>
    </>
  );
}
