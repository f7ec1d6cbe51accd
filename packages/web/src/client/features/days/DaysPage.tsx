import { For, Show } from 'solid-js';
import { LawNav } from '../../parts/LawNav.tsx';
import { Top } from '../../parts/Top.tsx';
import { daysWords as text } from '../../text/law.ts';
import { words } from '../../text/words.ts';
import { Answer } from './Answer.tsx';
import { createDays, type Unit } from './createDays.ts';
import style from './Days.module.css';

/** The period calculator: a question of a few fields, the last day, and every day of the count on a calendar. */
export default function DaysPage() {
  const room = createDays();
  const { form, setForm } = room;
  document.title = `${text.title} · ${words.product}`;
  const submit = (event: Event): void => {
    event.preventDefault();
    void room.count();
  };
  return (
    <div class={style.page}>
      <Top crumb={<b>{text.title}</b>}>
        <LawNav />
      </Top>
      <main class={style.desk}>
        <form class={style.form} onSubmit={submit} aria-label={text.title}>
          <p class={style.lead}>{text.lead}</p>
          <label>
            {form.back ? text.event : text.from}
            <input
              type="date"
              required
              value={form.from}
              onInput={(event) => setForm('from', event.currentTarget.value)}
            />
          </label>
          <Show when={form.unit === 'hours'}>
            <label>
              {text.time}
              <input type="time" value={form.time} onInput={(event) => setForm('time', event.currentTarget.value)} />
            </label>
          </Show>
          <div class={style.pair}>
            <label>
              {text.limit}
              <input
                type="number"
                min="0"
                required
                value={form.limit}
                onInput={(event) => setForm('limit', event.currentTarget.value)}
              />
            </label>
            <label>
              {text.unit}
              <select value={form.unit} onChange={(event) => setForm('unit', event.currentTarget.value as Unit)}>
                <For each={Object.entries(text.units)}>{([key, label]) => <option value={key}>{label}</option>}</For>
              </select>
            </label>
          </div>
          <div class={style.pair}>
            <label>
              {text.law}
              <select value={form.law} onChange={(event) => setForm('law', event.currentTarget.value)}>
                <option value="">{text.noLaw}</option>
                <For each={(room.laws()?.laws ?? []).filter((one) => one.counts)}>
                  {(one) => (
                    <option value={one.id} selected={one.id === form.law}>
                      {one.short}
                    </option>
                  )}
                </For>
              </select>
            </label>
            <label class={style.short}>
              {text.article}
              <input
                type="number"
                min="1"
                disabled={form.law === ''}
                value={form.article}
                onInput={(event) => setForm('article', event.currentTarget.value)}
              />
            </label>
          </div>
          <fieldset>
            <legend>{text.suspend}</legend>
            <For each={form.spans}>
              {(span, index) => (
                <div class={style.span}>
                  <input
                    type="date"
                    aria-label={`${text.suspend} ${index() + 1}`}
                    value={span.first}
                    onInput={(event) => setForm('spans', index(), 'first', event.currentTarget.value)}
                  />
                  <span>{text.to}</span>
                  <input
                    type="date"
                    aria-label={`${text.suspend} ${index() + 1} ${text.to}`}
                    value={span.last}
                    onInput={(event) => setForm('spans', index(), 'last', event.currentTarget.value)}
                  />
                  <button
                    type="button"
                    onClick={() =>
                      setForm(
                        'spans',
                        form.spans.filter((_, other) => other !== index()),
                      )
                    }
                  >
                    {text.removeSpan}
                  </button>
                </div>
              )}
            </For>
            <button type="button" onClick={() => setForm('spans', form.spans.length, { first: '', last: '' })}>
              {text.addSpan}
            </button>
          </fieldset>
          <label class={style.check}>
            <input
              type="checkbox"
              checked={form.back}
              onChange={(event) => setForm('back', event.currentTarget.checked)}
            />
            {text.back}
          </label>
          <Show when={form.law === '' && !form.back}>
            <label class={style.check}>
              <input
                type="checkbox"
                checked={form.roll}
                onChange={(event) => setForm('roll', event.currentTarget.checked)}
              />
              {text.roll}
            </label>
          </Show>
          <button type="submit" class={style.submit}>
            {text.count}
          </button>
        </form>
        <section class={style.result} aria-live="polite" aria-label={text.due}>
          <Show when={room.mistake()}>{(message) => <p class={style.mistake}>{message()}</p>}</Show>
          <Show when={room.answer()}>
            {(answer) => <Answer answer={answer()} back={room.countedBack()} laws={room.laws()?.laws ?? []} />}
          </Show>
        </section>
      </main>
    </div>
  );
}
