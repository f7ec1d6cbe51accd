import { A, useParams } from '@solidjs/router';
import { createMemo, createResource, createSignal, For, Show } from 'solid-js';
import type { CaseDetail } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';
import { Top } from '../../parts/Top.tsx';
import { sheet } from '../../text/sheet.ts';
import { words } from '../../text/words.ts';
import style from './Sheet.module.css';

type Item = NonNullable<CaseDetail['score']>['items'][number];

/** The printable score sheet of one file, a row an item. */
export default function SheetPage() {
  const params = useParams<{ id: string }>();
  const [detail] = createResource(
    () => params.id,
    (id) => ask<CaseDetail>('GET', `/cases/${segment(id)}`),
  );
  const [all, setAll] = createSignal(true);
  const sections = createMemo(() => {
    const groups = new Map<string, Item[]>();
    for (const item of detail()?.score?.items ?? []) {
      if (!all() && item.deducted === 0 && item.state !== 'pending') continue;
      groups.set(item.section, [...(groups.get(item.section) ?? []), item]);
    }
    return [...groups];
  });
  const pagesOf = (item: Item): string => {
    const findings = (detail()?.findings ?? []).filter((finding) => item.findings.includes(finding.key));
    const places = findings.flatMap((finding) =>
      finding.anchors.map(
        (anchor) => `${(detail()?.files.length ?? 0) > 1 ? `${anchor.file} ` : ''}${sheet.place(anchor.page)}`,
      ),
    );
    return [...new Set(places)].slice(0, 4).join('、');
  };
  return (
    <div class={style.page}>
      <Top crumb={<b>{sheet.title}</b>}>
        <label class={style.toggle}>
          <input type="checkbox" checked={!all()} onChange={(event) => setAll(!event.currentTarget.checked)} />
          {sheet.onlyCharged}
        </label>
        <A href={`/cases/${params.id}`}>{sheet.back}</A>
        <button type="button" class="primary" onClick={() => window.print()}>
          {sheet.print}
        </button>
      </Top>
      <Show
        when={detail()}
        fallback={<p class={style.paper}>{detail.error ? String(detail.error.message) : words.loading}</p>}
      >
        {(room) => (
          <main class={style.paper}>
            <h1>{sheet.title}</h1>
            <p class={style.sub}>{sheet.subtitle}</p>
            <table class={style.head}>
              <tbody>
                <tr>
                  <th>{sheet.caseName}</th>
                  <td colSpan={3}>{room().summary.name}</td>
                </tr>
                <tr>
                  <th>{sheet.agency}</th>
                  <td>{room().summary.agency ?? ''}</td>
                  <th>{sheet.number}</th>
                  <td>{room().summary.number ?? ''}</td>
                </tr>
                <tr>
                  <th>{sheet.party}</th>
                  <td>{room().summary.party ?? ''}</td>
                  <th>{sheet.pages}</th>
                  <td>{room().summary.pages ?? ''}</td>
                </tr>
                <tr>
                  <th>{sheet.standard}</th>
                  <td colSpan={3}>{room().score?.title ?? room().standard.title}</td>
                </tr>
                <tr>
                  <th>{sheet.total}</th>
                  <td class={style.total}>
                    {room().score?.total ?? '—'} / {room().score?.max ?? ''}
                  </td>
                  <th>{sheet.pending}</th>
                  <td>{room().score?.pending ?? '—'}</td>
                </tr>
              </tbody>
            </table>
            <table class={style.table}>
              <thead>
                <tr>
                  <th>{sheet.item}</th>
                  <th>{sheet.content}</th>
                  <th>{sheet.full}</th>
                  <th>{sheet.deducted}</th>
                  <th>{sheet.reason}</th>
                </tr>
              </thead>
              <For each={sections()}>
                {([section, items]) => (
                  <tbody>
                    <tr>
                      <td class={style.section} colSpan={5}>
                        {section}
                      </td>
                    </tr>
                    <For each={items}>
                      {(item) => (
                        <tr>
                          <td>{item.id}</td>
                          <td>{item.title}</td>
                          <td class={style.mark}>{item.full ?? ''}</td>
                          <td class={style.mark}>
                            <Show
                              when={item.deducted > 0}
                              fallback={
                                item.state === 'pending' ? (
                                  <span class={style.open}>{sheet.openShort}</span>
                                ) : item.state === 'not-applicable' ? (
                                  sheet.notIn
                                ) : (
                                  ''
                                )
                              }
                            >
                              <span class={style.bad}>{item.deducted}</span>
                            </Show>
                          </td>
                          <td>
                            {item.deducted > 0
                              ? [...item.reasons.filter((reason) => !reason.startsWith('待核：')), pagesOf(item)]
                                  .filter((one) => one !== '')
                                  .join(' ')
                              : ''}
                          </td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                )}
              </For>
            </table>
            <div class={style.sign}>
              <span>{sheet.reviewer}：</span>
              <span>{sheet.leader}：</span>
              <span>{sheet.date}：</span>
            </div>
            <p class={style.note}>
              {sheet.basis} {room().pack.id} {room().pack.hash.slice(0, 12)}，{room().asOf ?? ''}
            </p>
          </main>
        )}
      </Show>
    </div>
  );
}
