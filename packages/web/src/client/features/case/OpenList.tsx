import { createSignal, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import style from './Case.module.css';
import type { Case, ItemResult } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import { FindingCard } from './FindingCard.tsx';

/** What a person has to look at: what the machine could not tell, and the questions no program can answer. */
export function OpenList(props: { readonly room: Case; readonly desk: Desk }) {
  return (
    <>
      <Show when={props.room.unknown().length > 0}>
        <div class={style.group}>
          <span>{text.machine}</span>
          <span>{props.room.unknown().length}</span>
        </div>
        <For each={props.room.unknown()}>
          {(finding) => <FindingCard finding={finding} room={props.room} desk={props.desk} />}
        </For>
      </Show>
      <Show
        when={props.room.questions().length > 0}
        fallback={
          <Show when={props.room.unknown().length === 0}>
            <p class={style.empty}>{text.nothingOpen}</p>
          </Show>
        }
      >
        <div class={style.group}>
          <span>{text.question}</span>
          <span>{props.room.questions().length}</span>
        </div>
        <For each={props.room.questions()}>
          {(item) => <Question item={item} room={props.room} desk={props.desk} />}
        </For>
      </Show>
    </>
  );
}

function Question(props: { readonly item: ItemResult; readonly room: Case; readonly desk: Desk }) {
  const [points, setPoints] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [open, setOpen] = createSignal(false);
  const answer = () => props.room.answerTo(props.item.id);
  const papers = () =>
    (props.room.detail()?.documents ?? []).filter((document) => props.item.look.includes(document.kind));
  const settle = async (verdict: 'no-deduction' | 'deduct' | 'not-applicable'): Promise<void> => {
    const given = reason().trim();
    if (given === '') return;
    await props.room.rule(props.item.id, {
      verdict,
      reason: given,
      ...(verdict === 'deduct' ? { points: Number(points()) } : {}),
    });
    setOpen(false);
  };
  const deductible = (): boolean => Number(points()) > 0;
  return (
    <article class={style.finding}>
      <div class={style.head}>
        <b>
          {props.item.id} {props.item.title}
        </b>
        <span class="tag ask">{answer() ? text.answered(answer()?.by ?? '') : text.stake(props.item.atStake)}</span>
      </div>
      <p>{props.item.question}</p>
      <Show when={papers().length > 0}>
        <div class={style.places}>
          <For each={papers().slice(0, 6)}>
            {(document) => (
              <button type="button" class="link" onClick={() => props.desk.go(document.file, document.pages[0])}>
                {document.title} {document.pages[0]}
              </button>
            )}
          </For>
        </div>
      </Show>
      <div class={style.acts}>
        <Show
          when={answer()}
          fallback={
            <button type="button" aria-expanded={open()} onClick={() => setOpen(!open())}>
              {text.submit}…
            </button>
          }
        >
          {(given) => (
            <>
              <span class="quiet">{given().reason}</span>
              <button type="button" onClick={() => void props.room.withdrawRuling(props.item.id)}>
                {text.undo}
              </button>
            </>
          )}
        </Show>
        <Show when={open() && !answer()}>
          <input
            aria-label={text.reason}
            placeholder={text.reason}
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <button type="button" disabled={reason().trim() === ''} onClick={() => void settle('no-deduction')}>
            {text.noDeduct}
          </button>
          <input
            class={style.small}
            type="number"
            min="0"
            step="0.05"
            aria-label={text.deduct}
            placeholder={text.deduct}
            value={points()}
            onInput={(event) => setPoints(event.currentTarget.value)}
          />
          <button
            type="button"
            disabled={reason().trim() === '' || !deductible()}
            onClick={() => void settle('deduct')}
          >
            {text.deduct}
          </button>
          <button type="button" disabled={reason().trim() === ''} onClick={() => void settle('not-applicable')}>
            {text.notApplicable}
          </button>
        </Show>
      </div>
    </article>
  );
}
