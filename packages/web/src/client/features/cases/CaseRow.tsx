import { A } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import type { CaseSummary } from '../../../server/contract/index.ts';
import { isProvisional, Points } from '../../parts/Points.tsx';
import { list } from '../../text/list.ts';
import { words } from '../../text/words.ts';
import type { Picked } from './drop.ts';
import style from './ListPage.module.css';

/** One case of the list. */
export function CaseRow(props: {
  readonly case: CaseSummary;
  readonly onCancel: () => void;
  readonly onCheck: () => void;
  readonly onRemove: () => void;
  /** Its files are on their way from this page. */
  readonly sending: boolean;
  readonly onComplete: (files: readonly Picked[]) => void;
}) {
  /** A ledger, or an archive of many: what it holds is judged, not it. */
  const unjudged = (): boolean =>
    props.case.state === 'done' && props.case.defects === null && props.case.pages === null;
  const waiting = (): boolean => props.case.state === 'waiting';
  const message = (): string | null =>
    !waiting() ? props.case.message : props.sending ? null : list.waits(props.case.files, props.case.missing);
  const busy = (): boolean => ['queued', 'reading', 'checking'].includes(props.case.state);
  const about = (): string => [props.case.party, props.case.agency].filter((text) => text !== null).join(' · ');
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
          when={['done', 'unreadable', 'failed', 'cancelled'].includes(props.case.state)}
          fallback={<span class={style.name}>{props.case.name}</span>}
        >
          <A class={style.name} href={`/cases/${props.case.id}`}>
            {props.case.name}
          </A>
        </Show>
        <div class={style.sub}>
          {about()}
          <Show when={props.case.number}>
            {(number) => <span class={style.narrow}>{`${about() === '' ? '' : ' · '}${number()}`}</span>}
          </Show>
        </div>
        <Show when={message()}>{(words) => <div class={style.message}>{words()}</div>}</Show>
        <Show when={busy() ? null : props.case.noticed}>{(words) => <div class={style.message}>{words()}</div>}</Show>
      </td>
      <td class={`${style.sub} ${style.wide}`}>{props.case.number ?? '—'}</td>
      <td class={style.state}>
        {props.sending ? list.receiving : unjudged() ? list.seeNote : words.state[props.case.state]}
        <Show when={busy()}>
          <div>
            <progress
              class={style.progress}
              aria-label={props.case.progress.step || words.state[props.case.state]}
              max={Math.max(1, props.case.progress.total)}
              value={props.case.progress.done}
            />
          </div>
          <div class={style.sub}>
            {props.case.progress.step}
            <Show when={props.case.progress.total > 1}>
              {` ${props.case.progress.done} / ${props.case.progress.total}`}
            </Show>
          </div>
        </Show>
      </td>
      <td class={style.number}>
        <Show when={props.case.score} fallback="—">
          {(score) => (
            <>
              <span class={style.score}>
                <Points score={score()} />
              </span>
              <Show when={!isProvisional(score())} fallback={<span class={style.partly}>{list.provisional}</span>}>
                <Show when={score().grade}>{(grade) => <span class={style.sub}> {grade()}</span>}</Show>
              </Show>
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
            <span class={`quiet ${style.defects}`}>{list.noDefects}</span>
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
      <td class={`${style.sub} ${style.when}`}>{localTime(props.case.received)}</td>
      <td class={style.acts}>
        <Switch>
          <Match when={waiting()}>
            <Show when={!props.sending}>
              <Complete name={props.case.name} onComplete={props.onComplete} />
              <Show when={props.case.files > 0}>
                <button type="button" class="link" onClick={() => props.onCheck()}>
                  {props.case.missing.length > 0 ? list.beginWithout : list.begin}
                </button>
              </Show>
            </Show>
          </Match>
          <Match when={busy()}>
            <button type="button" class="link" onClick={() => props.onCancel()}>
              {words.cancel}
            </button>
          </Match>
          <Match when={true}>
            <button type="button" class="link" onClick={() => props.onCheck()}>
              {list.recheck}
            </button>
          </Match>
        </Switch>
        <button type="button" class="link" onClick={remove}>
          {list.remove}
        </button>
      </td>
    </tr>
  );
}

/** Files for a case that waits for them. */
function Complete(props: { readonly name: string; readonly onComplete: (files: readonly Picked[]) => void }) {
  let input: HTMLInputElement | undefined;
  return (
    <>
      <button type="button" class="link" onClick={() => input?.click()}>
        {list.complete}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={list.completeLabel(props.name)}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].map((file) => ({ name: file.name, file }));
          event.currentTarget.value = '';
          if (files.length > 0) props.onComplete(files);
        }}
      />
    </>
  );
}

function localTime(moment: string): string {
  const time = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
