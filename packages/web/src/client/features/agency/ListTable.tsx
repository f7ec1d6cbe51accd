import { createMemo, createSignal, For, Show } from 'solid-js';
import { agency as text } from '../../text/agency.ts';
import style from './Agency.module.css';
import type { Field } from './profile.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows drawn at once; the rest is reached by looking for it. */
const most = 100;

/** A list of the profile, such as the roster: each cell can be changed in place. */
export function ListTable(props: {
  readonly field: Field;
  readonly rows: unknown;
  onChange(rows: readonly Row[] | undefined): void;
}) {
  const [query, setQuery] = createSignal('');
  const rows = (): readonly Row[] => (Array.isArray(props.rows) ? (props.rows as readonly Row[]) : []);
  const found = createMemo(() => {
    const wanted = query().trim();
    return rows()
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => wanted === '' || Object.values(row).some((cell) => String(cell).includes(wanted)));
  });
  const change = (index: number, name: string, value: unknown): void => {
    const { [name]: _old, ...rest } = rows()[index] ?? {};
    const fresh = value === undefined ? rest : { ...rest, [name]: value };
    props.onChange(rows().map((row, at) => (at === index ? fresh : row)));
  };
  return (
    <section class={style.list} aria-label={props.field.label}>
      <div class={style.head}>
        <h2>{props.field.label}</h2>
        <span class="quiet">{text.shown(Math.min(found().length, most), rows().length)}</span>
        <Show when={rows().length > 8}>
          <input
            type="search"
            placeholder={text.filter}
            aria-label={`${props.field.label}：${text.filter}`}
            value={query()}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </Show>
        <button type="button" onClick={() => props.onChange([...rows(), {}])}>
          {text.addRow}
        </button>
      </div>
      <Show when={rows().length > 0}>
        <div class={style.scroll}>
          <table>
            <thead>
              <tr>
                <For each={props.field.fields}>{(one) => <th scope="col">{one.label}</th>}</For>
                <th scope="col">
                  <span class="visually-hidden">{text.removeRow}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={found().slice(0, most)}>
                {({ row, index }) => (
                  <tr>
                    <For each={props.field.fields}>
                      {(one) => (
                        <td>
                          <Cell
                            label={`${one.label} ${index + 1}`}
                            value={row[one.name]}
                            onChange={(value) => change(index, one.name, value)}
                          />
                        </td>
                      )}
                    </For>
                    <td>
                      <button
                        type="button"
                        class="link"
                        onClick={() => {
                          const rest = rows().filter((_, at) => at !== index);
                          props.onChange(rest.length === 0 ? undefined : rest);
                        }}
                      >
                        {text.removeRow}
                      </button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}

/** A cell keeps the kind of value it had: a yes or no, a number, else words. */
function Cell(props: { readonly label: string; readonly value: unknown; onChange(value: unknown): void }) {
  const typed = (raw: string): unknown => {
    const words = raw.trim();
    if (words === '') return undefined;
    if (words === text.yes) return true;
    if (words === text.no) return false;
    return typeof props.value === 'number' && Number.isFinite(Number(words)) ? Number(words) : words;
  };
  const shown = (): string =>
    props.value === true
      ? text.yes
      : props.value === false
        ? text.no
        : props.value === undefined || props.value === null
          ? ''
          : String(props.value);
  return (
    <input
      aria-label={props.label}
      value={shown()}
      title={shown()}
      onChange={(event) => props.onChange(typed(event.currentTarget.value))}
    />
  );
}
