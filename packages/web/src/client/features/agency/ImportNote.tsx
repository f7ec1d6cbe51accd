import { For, Show } from 'solid-js';
import type { AgencyImport } from '../../../server/contract/index.ts';
import { agency as text } from '../../text/agency.ts';
import style from './Agency.module.css';
import type { Field } from './profile.ts';

const lists = { roster: 'roster', major: 'major-decisions', powers: 'powers' } as const;

/** How the lists just read were understood, and what was left out and why. */
export function ImportNote(props: { readonly imports: readonly AgencyImport[]; readonly fields: readonly Field[] }) {
  const labelOf = (kind: keyof typeof lists, field: string): string =>
    props.fields.find((one) => one.key === lists[kind])?.fields.find((one) => one.name === field)?.label ?? field;
  return (
    <For each={props.imports}>
      {(read) => (
        <section class={style.note} aria-label={text.mapping}>
          <For each={read.mapping}>
            {(one) => (
              <p>
                <b>{one.file}</b>
                {one.sheet === '' ? '' : ` · ${one.sheet}`}：
                <Show when={one.kind} fallback={text.notTable}>
                  {(kind) => (
                    <>
                      {text.kinds[kind()]}，{text.headingAt(one.heading ?? 1)}，{text.taken(one.taken)}
                      <span class={style.map}>
                        <For each={one.columns}>
                          {(column) => (
                            <span>
                              {column.heading || '—'} →{' '}
                              {column.field === null ? text.unused : labelOf(kind(), column.field)}
                            </span>
                          )}
                        </For>
                      </span>
                    </>
                  )}
                </Show>
              </p>
            )}
          </For>
          <Show when={read.problems.length > 0}>
            <p class={style.wrong}>{text.problems(read.problems.length)}</p>
            <ul>
              <For each={read.problems}>{(problem) => <li>{problem}</li>}</For>
            </ul>
          </Show>
          <p class="quiet">{text.merged}</p>
        </section>
      )}
    </For>
  );
}
