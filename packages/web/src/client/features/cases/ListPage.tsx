import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { CaseSummary } from '../../../server/contract/index.ts';
import { Top } from '../../parts/Top.tsx';
import { list } from '../../text/list.ts';
import { words } from '../../text/words.ts';
import { CaseRow } from './CaseRow.tsx';
import { createCases } from './createCases.ts';
import { type Picked, pickDropped, pickFolder } from './drop.ts';
import style from './ListPage.module.css';
import { UnsentFiles } from './UnsentFiles.tsx';

type Order = 'received' | 'name' | 'score' | 'pending' | 'defects';

const values: Readonly<Record<Order, (one: CaseSummary) => number | string>> = {
  received: (one) => one.received,
  name: (one) => one.name,
  score: (one) => one.score?.total ?? -1,
  pending: (one) => one.pendingItems ?? -1,
  defects: (one) =>
    one.defects === null ? -1 : one.defects.invalidating * 10_000 + one.defects.serious * 100 + one.defects.minor,
};

/** The list of case files: drop files in, watch them being read and checked, open one. */
export default function ListPage() {
  const shelf = createCases();
  const [over, setOver] = createSignal(false);
  const [loose, setLoose] = createSignal<readonly Picked[]>([]);
  const [query, setQuery] = createSignal('');
  const [order, setOrder] = createSignal<{ by: Order; down: boolean }>({ by: 'received', down: true });
  document.title = words.product;

  const shown = createMemo(() => {
    const { by, down } = order();
    const wanted = query().trim();
    const of = values[by];
    return (shelf.cases() ?? [])
      .filter(
        (one) => wanted === '' || [one.name, one.party, one.number, one.agency].some((text) => text?.includes(wanted)),
      )
      .toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0) * (down ? -1 : 1));
  });
  const sortBy = (by: Order): void => {
    setOrder((now) => ({ by, down: now.by === by ? !now.down : by !== 'name' }));
  };
  const takeLoose = (files: readonly Picked[]): void => {
    const [only] = files;
    if (files.length === 1 && only !== undefined) void shelf.add([{ name: only.name, files }]);
    else setLoose(files);
  };
  const onDrop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer === null) return;
    const { folders, loose: single, lost } = await pickDropped(event.dataTransfer);
    if (single.length > 0) takeLoose(single);
    if (folders.length > 0) await shelf.add(folders);
    if (lost.length > 0) shelf.tell(list.notPicked(lost));
  };
  const settleLoose = (asOne: boolean): void => {
    const files = loose();
    setLoose([]);
    const first = files[0]?.name ?? '';
    void shelf.add(
      asOne
        ? [{ name: `${first} 等 ${files.length} 个文件`, files }]
        : files.map((one) => ({ name: one.name, files: [one] })),
    );
  };
  const chosen = (input: HTMLInputElement): File[] => {
    const files = [...(input.files ?? [])];
    input.value = '';
    return files;
  };
  let fileInput: HTMLInputElement | undefined;
  let folderInput: HTMLInputElement | undefined;

  const Heading = (props: { readonly by: Order; readonly label: string; readonly class?: string | undefined }) => (
    <th class={props.class} aria-sort={order().by === props.by ? (order().down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => sortBy(props.by)}>
        {props.label}
        {order().by === props.by ? (order().down ? ' ↓' : ' ↑') : ''}
      </button>
    </th>
  );

  return (
    <div
      class={style.page}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void onDrop(event)}
    >
      <Top crumb={<b>{list.title}</b>}>
        <A href="/standards">{list.standards}</A>
        <A href="/batches">{list.batches}</A>
        <A href="/agencies">{list.agencies}</A>
        <A href="/rules">{list.rules}</A>
      </Top>
      <main class={style.main}>
        <section class={style.drop} classList={{ [style.over ?? '']: over() }}>
          <div>
            <h1>{list.dropTitle}</h1>
            <p>{list.dropHint}</p>
          </div>
          <div class={style.buttons}>
            <button type="button" class="primary" onClick={() => fileInput?.click()}>
              {list.choose}
            </button>
            <button type="button" onClick={() => folderInput?.click()}>
              {list.chooseFolder}
            </button>
            <input
              ref={fileInput}
              type="file"
              multiple
              hidden
              aria-label={list.choose}
              onChange={(event) => takeLoose(chosen(event.currentTarget).map((file) => ({ name: file.name, file })))}
            />
            <input
              ref={(element) => {
                element.setAttribute('webkitdirectory', '');
                folderInput = element;
              }}
              type="file"
              hidden
              aria-label={list.chooseFolder}
              onChange={(event) => void shelf.add(pickFolder(chosen(event.currentTarget)))}
            />
          </div>
        </section>
        <Show when={loose().length > 0}>
          <div class={style.ask} role="dialog" aria-label={list.several(loose().length)}>
            <span>{list.several(loose().length)}</span>
            <button type="button" class="primary" onClick={() => settleLoose(true)}>
              {list.asOne}
            </button>
            <button type="button" onClick={() => settleLoose(false)}>
              {list.asMany}
            </button>
            <button type="button" class="link" onClick={() => setLoose([])}>
              {words.cancel}
            </button>
          </div>
        </Show>
        <div aria-live="polite">
          <Show when={shelf.notice()}>
            {(text) => (
              <p class={style.notice}>
                {text()}{' '}
                <button type="button" class="link" onClick={() => shelf.stop()}>
                  {list.stop}
                </button>
              </p>
            )}
          </Show>
          <Show when={!shelf.online()}>
            <p class={style.problem}>{words.gone}</p>
          </Show>
          <UnsentFiles
            unsent={shelf.unsent()}
            onAgain={(some) => void shelf.sendAgain(some)}
            onWithout={(id) => void shelf.check(id)}
          />
          <Show when={shelf.problem()}>{(text) => <p class={style.problem}>{text()}</p>}</Show>
        </div>
        <Show when={(shelf.cases()?.length ?? 0) > 0}>
          <div class={style.tools}>
            <input
              type="search"
              placeholder={list.search}
              aria-label={list.search}
              value={query()}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
            <span class="quiet">{list.count(shown().length)}</span>
          </div>
          <table class={style.table}>
            <thead>
              <tr>
                <Heading by="name" label={list.name} />
                <th class={style.wide}>{list.number}</th>
                <th>{list.state}</th>
                <Heading by="score" label={list.score} class={style.number} />
                <Heading by="pending" label={list.pending} class={style.number} />
                <Heading by="defects" label={list.defects} />
                <Heading by="received" label={list.received} />
                <th>
                  <span class="visually-hidden">{list.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For
                each={shown()}
                fallback={
                  <tr>
                    <td colSpan={8}>{list.none}</td>
                  </tr>
                }
              >
                {(one) => (
                  <CaseRow
                    case={one}
                    onCancel={() => void shelf.cancel(one.id)}
                    onCheck={() => void shelf.check(one.id)}
                    sending={shelf.sending() === one.id}
                    onComplete={(files) => void shelf.complete(one, files)}
                    onRemove={() => void shelf.remove(one.id)}
                  />
                )}
              </For>
            </tbody>
          </table>
        </Show>
        <Show when={shelf.cases()?.length === 0 && shelf.samples().length > 0}>
          <section class={style.samples}>
            <div class={style.head}>
              <h2>{list.samplesTitle}</h2>
              <span class="quiet">{list.samplesHint}</span>
              <button type="button" onClick={() => void shelf.addSample(null)}>
                {list.addAll}
              </button>
            </div>
            <ul>
              <For each={shelf.samples()}>
                {(sample) => (
                  <li>
                    <b>{sample.title}</b>
                    <span class="quiet">{sample.about}</span>
                    <span class="quiet">{list.pages(sample.pages)}</span>
                    <span>{list.planted(sample.planted)}</span>
                    <button
                      type="button"
                      aria-label={`${list.addSample} ${sample.title}`}
                      onClick={() => void shelf.addSample(sample.id)}
                    >
                      {list.addSample}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
      </main>
    </div>
  );
}
