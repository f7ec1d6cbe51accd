import { A, useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { Top } from '../../parts/Top.tsx';
import { agency as text } from '../../text/agency.ts';
import { words } from '../../text/words.ts';
import style from './Agency.module.css';
import { createAgency } from './createAgencies.ts';
import { FieldRow } from './FieldRow.tsx';
import { ImportNote } from './ImportNote.tsx';
import { ListTable } from './ListTable.tsx';
import { type Group, groupOf } from './profile.ts';

/** One agency's profile: to look at, to change, to fill from the lists it keeps. */
export default function AgencyPage() {
  const params = useParams<{ id: string }>();
  const id = () => (params.id === 'new' ? null : params.id);
  const room = createAgency(id);
  const go = useNavigate();
  const [sure, setSure] = createSignal(false);
  let picker: HTMLInputElement | undefined;
  document.title = `${text.one} · ${words.product}`;
  const plain = createMemo(() => room.fields().filter((field) => field.type !== 'list'));
  const lists = createMemo(() => room.fields().filter((field) => field.type === 'list'));
  const save = () => void room.save((kept) => go(`/agencies/${encodeURIComponent(kept)}`, { replace: true }));
  return (
    <div class={style.page}>
      <Top
        crumb={
          <>
            <A href="/agencies">{text.title}</A> / <b>{String(room.profile().name ?? text.one)}</b>
          </>
        }
      >
        <span class="quiet" aria-live="polite">
          {room.state() === 'saved' ? text.saved : room.state() === 'changed' ? text.unsaved : ''}
          {room.state() === 'busy' ? text.reading : ''}
        </span>
        <input
          ref={picker}
          type="file"
          multiple
          accept=".xlsx,.csv,.txt"
          class="visually-hidden"
          aria-label={text.importing}
          onChange={(event) => {
            void room.take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <button type="button" disabled={room.state() === 'busy'} onClick={() => picker?.click()}>
          {text.importing}
        </button>
        <button type="button" class="primary" disabled={room.state() === 'busy'} onClick={save}>
          {text.save}
        </button>
      </Top>
      <main class={style.desk}>
        <Show when={room.problem() ?? (room.loaded.error ? String(room.loaded.error.message) : null)}>
          {(problem) => (
            <p class={style.problem} role="alert">
              {problem()}
            </p>
          )}
        </Show>
        <ImportNote imports={room.imports()} fields={room.fields()} />
        <div class={style.columns}>
          <For each={Object.entries(text.groups)}>
            {([group, title]) => (
              <section class={style.group} aria-label={title}>
                <h2>{title}</h2>
                <For each={plain().filter((field) => groupOf(field.key) === (group as Group))}>
                  {(field) => (
                    <FieldRow
                      field={field}
                      value={room.profile()[field.key]}
                      onChange={(value) => room.change(field.key, value)}
                    />
                  )}
                </For>
              </section>
            )}
          </For>
        </div>
        <For each={lists()}>
          {(field) => (
            <ListTable
              field={field}
              rows={room.profile()[field.key]}
              onChange={(rows) => room.change(field.key, rows)}
            />
          )}
        </For>
        <Show when={id() !== null}>
          <p class={style.foot}>
            <button
              type="button"
              onClick={() => (sure() ? void room.remove(() => go('/agencies')) : setSure(true))}
              onBlur={() => setSure(false)}
            >
              {sure() ? text.sure : text.remove}
            </button>
          </p>
        </Show>
      </main>
    </div>
  );
}
