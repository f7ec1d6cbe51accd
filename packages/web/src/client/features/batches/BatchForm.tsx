import { createMemo, createSignal, For, Show } from 'solid-js';
import type { BatchSummary, CaseSummary, NewBatch, OneBatch } from '../../../server/contract/index.ts';
import { ask, reasonOf, segment } from '../../api.ts';
import { text } from '../../text/batches.ts';
import { words } from '../../text/words.ts';
import shared from './Batches.module.css';
import style from './BatchForm.module.css';

interface Props {
  readonly cases: readonly CaseSummary[];
  /** The batch to change; a new one without it. */
  readonly batch?: BatchSummary;
  readonly chosen?: readonly string[];
  readonly onDone: (batch: BatchSummary) => void;
  readonly onCancel: () => void;
}

/** What a batch is called, of when, and which cases it has. */
export function BatchForm(props: Props) {
  const [fields, setFields] = createSignal({
    name: props.batch?.name ?? '',
    organ: props.batch?.organ ?? '',
    number: props.batch?.number ?? '',
    day: props.batch?.day ?? '',
    from: props.batch?.period?.from ?? '',
    to: props.batch?.period?.to ?? '',
    units: props.batch?.units.join('\n') ?? '',
  });
  const done = () => props.cases.filter((one) => one.state === 'done');
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set(props.chosen ?? done().map((one) => one.id)));
  const [query, setQuery] = createSignal('');
  const [problem, setProblem] = createSignal<string | null>(null);
  const shown = createMemo(() =>
    props.cases.filter((one) => [one.name, one.agency, one.number].some((part) => part?.includes(query().trim()))),
  );
  const set = (field: keyof ReturnType<typeof fields>) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields(), [field]: event.currentTarget.value });
  const toggle = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen());
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, organ, number, day, from, to, units } = fields();
    if (name.trim().length < 2) return void setProblem(text.needName);
    if (chosen().size === 0) return void setProblem(text.needCases);
    const body: NewBatch = {
      name: name.trim(),
      ...(organ.trim() === '' ? {} : { organ: organ.trim() }),
      ...(number.trim() === '' ? {} : { number: number.trim() }),
      ...(day === '' ? {} : { day }),
      ...(from === '' || to === '' ? {} : { period: { from, to } }),
      units: units
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one.length > 1),
      cases: [...chosen()],
    };
    try {
      const answer =
        props.batch === undefined
          ? await ask<OneBatch>('POST', '/batches', body)
          : await ask<OneBatch>('PUT', `/batches/${segment(props.batch.id)}`, body);
      props.onDone(answer.batch);
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };

  return (
    <form
      class={style.form}
      onSubmit={(event) => void submit(event)}
      aria-label={props.batch === undefined ? text.create : text.change}
    >
      <div class={style.fields}>
        <label class={style.broad}>
          <span>{text.name}</span>
          <input value={fields().name} onInput={set('name')} placeholder={text.nameHint} maxLength={100} />
        </label>
        <label>
          <span>{text.organ}</span>
          <input value={fields().organ} onInput={set('organ')} placeholder={text.organHint} maxLength={100} />
        </label>
        <label>
          <span>{text.number}</span>
          <input value={fields().number} onInput={set('number')} maxLength={60} />
        </label>
        <label>
          <span>{text.period}</span>
          <span class={style.period}>
            <input type="date" aria-label={text.period} value={fields().from} onInput={set('from')} />
            {text.to}
            <input type="date" aria-label={`${text.period}${text.to}`} value={fields().to} onInput={set('to')} />
          </span>
        </label>
        <label>
          <span>{text.day}</span>
          <input type="date" value={fields().day} onInput={set('day')} />
        </label>
        <label class={style.broad}>
          <span>{text.units}</span>
          <textarea rows={2} value={fields().units} onInput={set('units')} placeholder={text.unitsHint} />
        </label>
      </div>
      <div class={style.pick}>
        <div class={style.tools}>
          <input
            type="search"
            placeholder={text.search}
            aria-label={text.search}
            value={query()}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <button
            type="button"
            onClick={() =>
              toggle(
                shown().map((one) => one.id),
                true,
              )
            }
          >
            {text.all}
          </button>
          <button type="button" onClick={() => setChosen(new Set<string>())}>
            {text.nobody}
          </button>
          <span class="quiet">{text.chosen(chosen().size)}</span>
        </div>
        <ul class={style.cases}>
          <For each={shown()}>
            {(one) => (
              <li>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen().has(one.id)}
                    onChange={(event) => toggle([one.id], event.currentTarget.checked)}
                  />
                  <span>{one.number ?? one.name}</span>
                  <span class="quiet">{one.agency ?? ''}</span>
                  <span class="quiet">{one.state === 'done' ? '' : words.state[one.state]}</span>
                </label>
              </li>
            )}
          </For>
        </ul>
      </div>
      <Show when={problem()}>
        {(message) => (
          <p class={shared.problem} role="alert">
            {message()}
          </p>
        )}
      </Show>
      <div class={shared.buttons}>
        <button type="submit" class="primary">
          {props.batch === undefined ? text.make : text.save}
        </button>
        <button type="button" onClick={() => props.onCancel()}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
