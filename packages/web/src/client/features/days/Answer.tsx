import { For, Show } from 'solid-js';
import type { DaysReply, LawSummary } from '../../../server/contract/index.ts';
import { Article } from '../../parts/Article.tsx';
import { daysWords as text } from '../../text/law.ts';
import { cited } from '../../text/words.ts';
import style from './Days.module.css';
import { type Cell, monthsOf } from './months.ts';

/** The last day, why, under which articles, and the count on a calendar. */
export function Answer(props: {
  readonly answer: DaysReply;
  readonly back: boolean;
  readonly laws: readonly LawSummary[];
}) {
  const drawn = () => monthsOf(props.answer.days);
  const first = (): string | null => props.answer.days[0]?.day ?? null;
  return (
    <>
      <p class={style.head}>
        <span>{props.back ? text.latest : text.due}</span>
        <b>{props.answer.due.replace('T', ' ')}</b>
        <Show when={props.answer.rolledFrom}>{(from) => <span>{text.rolled(from())}</span>}</Show>
        <Show when={props.answer.counted.length > 0}>
          <span class="quiet">{text.counted(props.answer.counted.length)}</span>
        </Show>
      </p>
      <h2>{text.why}</h2>
      <p>{props.answer.why}</p>
      <For each={props.answer.warnings}>{(one) => <p class={style.warning}>{one}</p>}</For>
      <h2>{text.basis}</h2>
      <ul class={style.basis}>
        <For each={props.answer.basis}>
          {(one) => (
            <li>
              <span class={style.decides}>{text.decides[one.decides]}</span>
              {cited({ ...one, item: null })}
              <span class={style.says}>{one.says}</span>
              <Article law={one.law} article={one.article} paragraph={one.paragraph} item={null} on={first()} />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.answer.days.length > 0}>
        <h2>{text.calendar}</h2>
        <p class={style.legend}>
          <For each={['start', 'counted', 'off', 'suspended', 'over', 'due'] as const}>
            {(role) => (
              <Show when={props.answer.days.some((one) => one.role === role)}>
                <span>
                  <i class={`${style.swatch} ${style[role]}`} aria-hidden="true" />
                  {role === 'start' && props.back ? text.eventRole : text.roles[role]}
                </span>
              </Show>
            )}
          </For>
        </p>
        <Show when={drawn().cut}>
          <p class="quiet">{text.tooLong}</p>
        </Show>
        <div class={style.months}>
          <For each={drawn().months}>
            {(month) => (
              <table class={style.month}>
                <caption>{text.month(month.year, month.month)}</caption>
                <thead>
                  <tr>
                    <For each={text.weekdays}>{(day) => <th scope="col">{day}</th>}</For>
                  </tr>
                </thead>
                <tbody>
                  <For each={month.weeks}>
                    {(week) => (
                      <tr>
                        <For each={week}>
                          {(cell, column) => (
                            <Square cell={cell} weekend={column() > 4} due={props.answer.due} back={props.back} />
                          )}
                        </For>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            )}
          </For>
        </div>
      </Show>
    </>
  );
}

function Square(props: {
  readonly cell: Cell | null;
  readonly weekend: boolean;
  readonly due: string;
  readonly back: boolean;
}) {
  const counted = () => props.cell?.counted ?? null;
  const role = (): string => counted()?.role ?? '';
  const last = (): boolean => props.cell !== null && props.cell.text === props.due;
  const label = (): string | undefined => {
    const one = counted();
    if (one === null) return undefined;
    const what = one.role === 'start' && props.back ? text.eventRole : text.roles[one.role];
    return one.number === null ? what : `${what} ${one.number}`;
  };
  return (
    <td
      class={role() === '' ? style.outside : style[role()]}
      classList={{ [style.last ?? '']: last() }}
      title={label()}
    >
      <Show when={props.cell}>
        {(cell) => (
          <>
            <span class={style.date}>
              {cell().date}
              <Show when={counted()?.works === true && props.weekend}>
                <sup>{text.makeUp}</sup>
              </Show>
              <Show when={counted()?.works === false && !props.weekend}>
                <sup>{text.holiday}</sup>
              </Show>
            </span>
            <span class={style.ordinal}>{counted()?.number ?? ''}</span>
          </>
        )}
      </Show>
    </td>
  );
}
