import { A, useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createResource, createSignal, For, Show } from 'solid-js';
import type { CaseDetail, ScoreSheets } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';
import { StandardPicker } from '../../parts/StandardPicker.tsx';
import { Top } from '../../parts/Top.tsx';
import { sheet } from '../../text/sheet.ts';
import { standards } from '../../text/standards.ts';
import { words } from '../../text/words.ts';
import style from './Sheet.module.css';
import { SheetTable } from './SheetTable.tsx';

/** The score sheets of one file as they are printed, under one standard or several. */
export default function SheetPage() {
  const params = useParams<{ id: string }>();
  const [search, setSearch] = useSearchParams<{ standards?: string }>();
  const [onlyCharged, setOnlyCharged] = createSignal(false);
  const [detail] = createResource(
    () => params.id,
    (id) => ask<CaseDetail>('GET', `/cases/${segment(id)}`),
  );
  const chosen = (): readonly string[] => {
    const asked = search.standards;
    if (asked !== undefined) return asked.split(',').filter((one) => one !== '');
    const own = detail()?.standard;
    return own === undefined ? [] : [own.id];
  };
  const query = (): string => `?standards=${segment(chosen().join(','))}`;
  const [sheets] = createResource(
    () => (chosen().length > 0 ? [params.id, query()] : null),
    ([id, wanted]) => ask<ScoreSheets>('GET', `/cases/${segment(id ?? '')}/sheets${wanted}`),
  );
  createEffect(() => {
    document.title = `${sheet.title} · ${detail()?.summary.name ?? ''}`;
  });
  const file = (ending: string): string => `/api/cases/${segment(params.id)}/sheets.${ending}${query()}`;
  return (
    <div class={style.page}>
      <Top crumb={<b>{sheet.title}</b>}>
        <label class={style.toggle}>
          <input
            type="checkbox"
            checked={onlyCharged()}
            onChange={(event) => setOnlyCharged(event.currentTarget.checked)}
          />
          {sheet.onlyCharged}
        </label>
        <A href={`/cases/${params.id}`}>{sheet.back}</A>
        <A href={`/cases/${params.id}/compare`}>{standards.compare}</A>
        <a href={file('docx')} download="">
          {standards.word}
        </a>
        <a href={file('xlsx')} download="">
          {standards.excel}
        </a>
        <button type="button" class="primary" onClick={() => window.print()}>
          {sheet.print}
        </button>
      </Top>
      <div class={style.picker}>
        <StandardPicker chosen={chosen()} onChange={(list) => setSearch({ standards: list.join(',') })} />
      </div>
      <main>
        <Show
          when={sheets.error === undefined ? sheets() : undefined}
          fallback={<p class={style.paper}>{sheets.error ? String(sheets.error.message) : words.loading}</p>}
        >
          {(found) => (
            <For each={found().sheets}>
              {(one) => <SheetTable sheet={one} pages={detail()?.summary.pages ?? null} onlyCharged={onlyCharged()} />}
            </For>
          )}
        </Show>
      </main>
    </div>
  );
}
