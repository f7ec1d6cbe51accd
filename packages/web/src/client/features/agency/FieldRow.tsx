import { For, Match, Show, Switch } from 'solid-js';
import { agency as text } from '../../text/agency.ts';
import style from './Agency.module.css';
import { type Field, isTerms, type Term } from './profile.ts';

interface Props {
  readonly field: Field;
  readonly value: unknown;
  onChange(value: unknown): void;
}

/** A value of the profile, plain or by terms. */
export function FieldRow(props: Props) {
  const terms = () => (isTerms(props.value) ? props.value : null);
  return (
    <div class={style.field} classList={{ [style.wide ?? '']: terms() !== null }}>
      <span class={style.label}>{props.field.label}</span>
      <Show
        when={terms()}
        fallback={
          <span class={style.plain}>
            <Value field={props.field} value={props.value} label={props.field.label} onChange={props.onChange} />
            <Show when={props.field.type !== 'texts' && props.value !== undefined}>
              <button
                type="button"
                class="link"
                onClick={() => props.onChange([{ since: null, until: null, value: props.value }])}
              >
                {text.addTerm}
              </button>
            </Show>
          </span>
        }
      >
        {(known) => <Terms {...props} terms={known()} />}
      </Show>
    </div>
  );
}

function Terms(props: Props & { readonly terms: readonly Term[] }) {
  const change = (index: number, part: Partial<Term>): void =>
    props.onChange(props.terms.map((term, at) => (at === index ? { ...term, ...part } : term)));
  return (
    <div class={style.terms}>
      <For each={props.terms}>
        {(term, index) => (
          <div class={style.term}>
            <label>
              {text.since}
              <input
                type="date"
                value={term.since ?? ''}
                onChange={(event) => change(index(), { since: event.currentTarget.value || null })}
              />
            </label>
            <label>
              {text.until}
              <input
                type="date"
                value={term.until ?? ''}
                onChange={(event) => change(index(), { until: event.currentTarget.value || null })}
              />
            </label>
            <Value
              field={props.field}
              value={term.value}
              label={`${props.field.label} ${text.value}`}
              onChange={(value) => change(index(), { value: value ?? null })}
            />
            <button
              type="button"
              class="link"
              onClick={() => {
                const rest = props.terms.filter((_, at) => at !== index());
                props.onChange(rest.length === 0 ? undefined : rest);
              }}
            >
              {text.removeRow}
            </button>
          </div>
        )}
      </For>
      <button
        type="button"
        class="link"
        onClick={() =>
          props.onChange([...props.terms, { since: props.terms.at(-1)?.until ?? null, until: null, value: null }])
        }
      >
        {text.moreTerm}
      </button>
    </div>
  );
}

function Value(props: Props & { readonly label: string }) {
  const words = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
  return (
    <Switch
      fallback={
        <input
          aria-label={props.label}
          value={words(props.value)}
          onChange={(event) => props.onChange(event.currentTarget.value.trim() || undefined)}
        />
      }
    >
      <Match when={props.field.type === 'boolean'}>
        <select
          aria-label={props.label}
          value={words(props.value)}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            props.onChange(chosen === '' ? undefined : chosen === 'true');
          }}
        >
          <option value="">{text.unknown}</option>
          <option value="true">{text.yes}</option>
          <option value="false">{text.no}</option>
        </select>
      </Match>
      <Match when={props.field.type === 'money' || props.field.type === 'number'}>
        <input
          type="number"
          min="0"
          step="any"
          aria-label={props.label}
          value={words(props.value)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            props.onChange(value === '' ? undefined : Number(value));
          }}
        />
      </Match>
      <Match when={props.field.type === 'texts'}>
        <textarea
          rows="2"
          aria-label={`${props.label}（${text.listed}）`}
          placeholder={text.listed}
          value={(Array.isArray(props.value) ? props.value : []).join('\n')}
          onChange={(event) => {
            const lines = event.currentTarget.value.split('\n').map((line) => line.trim());
            const kept = lines.filter((line) => line !== '');
            props.onChange(kept.length === 0 ? undefined : kept);
          }}
        />
      </Match>
    </Switch>
  );
}
