import { createSignal, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import { words } from '../../text/words.ts';
import { AnswerMarks } from './AnswerMarks.tsx';
import type { Case, ItemResult } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import style from './Finding.module.css';

const hundredth = (points: number): number => Math.round(points * 100) / 100;

/** A question of the sheet that no program can answer: the papers to look at, the answers the standard permits, and the reason. */
export function Question(props: { readonly item: ItemResult; readonly room: Case; readonly desk: Desk }) {
  const [points, setPoints] = createSignal('');
  const [count, setCount] = createSignal('1');
  const [reason, setReason] = createSignal('');
  const [open, setOpen] = createSignal(false);
  const answer = () => props.room.answerTo(props.item.id);
  const papers = () =>
    (props.room.detail()?.documents ?? []).filter((document) => props.item.look.includes(document.kind));
  const veto = (): boolean => props.item.kind === 'veto';
  const permitted = () => props.item.permitted;
  const times = (): number => (permitted()?.unit === 'once' ? 1 : Math.max(1, Math.round(Number(count())) || 1));
  const most = (): number => permitted()?.range?.[1] ?? props.item.full ?? Number.POSITIVE_INFINITY;
  const settle = async (verdict: 'no-deduction' | 'deduct' | 'not-applicable', given?: number): Promise<void> => {
    const why = reason().trim();
    if (why === '') return;
    const done = await props.room.rule(props.item.id, {
      verdict,
      reason: why,
      ...(given === undefined ? {} : { points: Math.min(most(), hundredth(given)) }),
    });
    if (done) setOpen(false);
  };
  const several = (): boolean => permitted()?.choose === 'several' && (permitted()?.answers.length ?? 0) > 0;
  const mark = async (marks: { readonly answer: string; readonly count: number }[]): Promise<void> => {
    const why = reason().trim();
    if (why === '') return;
    if (await props.room.rule(props.item.id, { verdict: 'deduct', reason: why, marks })) setOpen(false);
  };
  const free = (): boolean =>
    (permitted()?.answers.length ?? 0) === 0 && permitted()?.per == null && (!veto() || permitted()?.range !== null);
  const perUnit = (): string => words.unit[permitted()?.unit ?? ''] ?? text.times;
  const silent = (): boolean => reason().trim() === '';
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
            placeholder={text.reasonNeeded}
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <Show when={(permitted()?.unit ?? 'once') !== 'once'}>
            <label>
              {perUnit()}{' '}
              <input
                class={style.small}
                type="number"
                min="1"
                step="1"
                value={count()}
                onInput={(event) => setCount(event.currentTarget.value)}
              />
            </label>
          </Show>
          <div class={style.answers}>
            <button type="button" disabled={silent()} onClick={() => void settle('no-deduction')}>
              {text.noDeduct}
            </button>
            <Show when={several()}>
              <AnswerMarks
                answers={permitted()?.answers ?? []}
                disabled={silent()}
                onMark={(marks) => void mark(marks)}
              />
            </Show>
            <For each={several() ? [] : (permitted()?.answers ?? [])}>
              {(one) => (
                <button type="button" disabled={silent()} onClick={() => void settle('deduct', one.points * times())}>
                  {one.label} {text.points(hundredth(one.points * times()))}
                </button>
              )}
            </For>
            <Show when={permitted()?.answers.length === 0 && permitted()?.per}>
              {(per) => (
                <button type="button" disabled={silent()} onClick={() => void settle('deduct', per() * times())}>
                  {text.deduct} {text.points(hundredth(Math.min(most(), per() * times())))}
                </button>
              )}
            </Show>
            <Show when={veto() && permitted()?.answers.length === 0 && permitted()?.range === null}>
              <button type="button" disabled={silent()} onClick={() => void settle('deduct')}>
                {text.vetoed}
              </button>
            </Show>
            <button type="button" disabled={silent()} onClick={() => void settle('not-applicable')}>
              {text.notApplicable}
            </button>
          </div>
          <Show when={free()}>
            <input
              class={style.small}
              type="number"
              min={permitted()?.range?.[0] ?? 0}
              max={Number.isFinite(most()) ? most() : undefined}
              step="0.05"
              aria-label={text.deduct}
              placeholder={text.deduct}
              value={points()}
              onInput={(event) => setPoints(event.currentTarget.value)}
            />
            <button
              type="button"
              disabled={silent() || !(Number(points()) > 0)}
              onClick={() => void settle('deduct', Number(points()))}
            >
              {text.deduct}
            </button>
          </Show>
        </Show>
      </div>
    </article>
  );
}
