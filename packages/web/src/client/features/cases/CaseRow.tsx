import { A } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import type { CaseSummary } from '../../../server/contract/index.ts';
import { list } from '../../text/list.ts';
import { words } from '../../text/words.ts';
import style from './ListPage.module.css';

/** One case of the list. */
export function CaseRow(props: {
  readonly case: CaseSummary;
  readonly onCancel: () => void;
  readonly onCheck: () => void;
  readonly onRemove: () => void;
}) {
  const busy = (): boolean => ['queued', 'reading', 'checking'].includes(props.case.state);
  const total = (): number => {
    const found = props.case.defects;
    return found === null ? 0 : found.invalidating + found.serious + found.minor;
  };
  const remove = (): void => {
    if (window.confirm(list.removeAsk(props.case.name))) props.onRemove();
  };
  return (
    <tr>
      <td>
        <Show
          when={['done', 'unreadable'].includes(props.case.state)}
          fallback={<span class={style.name}>{props.case.name}</span>}
        >
          <A class={style.name} href={`/cases/${props.case.id}`}>
            {props.case.name}
          </A>
        </Show>
        <div class={style.sub}>{[props.case.party, props.case.agency].filter((text) => text !== null).join(' · ')}</div>
        <Show when={props.case.message}>{(message) => <div class={style.message}>{message()}</div>}</Show>
      </td>
      <td class={style.sub}>{props.case.number ?? '—'}</td>
      <td>
        {words.state[props.case.state]}
        <Show when={busy()}>
          <div>
            <progress
              class={style.progress}
              aria-label={props.case.progress.step || words.state[props.case.state]}
              max={Math.max(1, props.case.progress.total)}
              value={props.case.progress.done}
            />
          </div>
          <div class={style.sub}>{props.case.progress.step}</div>
        </Show>
      </td>
      <td class={style.number}>
        <Show when={props.case.score} fallback="—">
          {(score) => (
            <>
              <span class={style.score}>{score().total}</span>
              <Show when={score().grade}>{(grade) => <span class={style.sub}> {grade()}</span>}</Show>
              <Show when={props.case.message}>
                <span class={style.partly}>{list.incomplete}</span>
              </Show>
            </>
          )}
        </Show>
      </td>
      <td class={style.number}>{props.case.pendingItems ?? '—'}</td>
      <td>
        <Switch fallback="—">
          <Match when={props.case.defects !== null && total() === 0}>
            <span class="quiet">{list.noDefects}</span>
          </Match>
          <Match when={props.case.defects}>
            {(found) => (
              <span class={style.defects}>
                <Show when={found().invalidating > 0}>
                  <span class={style.bad}>
                    {words.severity.invalidating} {found().invalidating}
                  </span>
                </Show>
                <Show when={found().serious > 0}>
                  <span>
                    {words.severity.serious} {found().serious}
                  </span>
                </Show>
                <Show when={found().minor > 0}>
                  <span class="quiet">
                    {words.severity.minor} {found().minor}
                  </span>
                </Show>
              </span>
            )}
          </Match>
        </Switch>
      </td>
      <td class={style.sub}>{localTime(props.case.received)}</td>
      <td class={style.acts}>
        <Show
          when={busy()}
          fallback={
            <button type="button" class="link" onClick={() => props.onCheck()}>
              {list.recheck}
            </button>
          }
        >
          <button type="button" class="link" onClick={() => props.onCancel()}>
            {words.cancel}
          </button>
        </Show>
        <button type="button" class="link" onClick={remove}>
          {list.remove}
        </button>
      </td>
    </tr>
  );
}

function localTime(moment: string): string {
  const time = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
