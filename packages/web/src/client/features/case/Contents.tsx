import { createMemo, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import { text as corrections } from '../../text/corrections.ts';
import { filesOf, pagesOf, sheetsOf } from '../../text/words.ts';
import style from './Contents.module.css';
import hand from './Corrections.module.css';
import type { Case } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import { Gaps } from './Gaps.tsx';
import { SetAside } from './PageControl.tsx';
import pane from './Pane.module.css';

/** Contents of the file as recognised; what is missing stands in red where it belongs, what nobody could read above it. */
export function Contents(props: { readonly room: Case; readonly desk: Desk }) {
  const documents = () => props.room.detail()?.documents ?? [];
  const files = () => props.room.detail()?.files ?? [];
  const pages = (): number => files().reduce((sum, file) => sum + (file.pages ?? 0), 0);
  const several = (): boolean => files().length > 1;
  const counts = createMemo(() => {
    const found = new Map<string, number>();
    for (const finding of props.room.problems()) {
      for (const id of new Set(finding.anchors.map((anchor) => anchor.document)))
        found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  });
  const byHand = (file: string, page: number): boolean =>
    (props.room.detail()?.marks ?? []).some((mark) => mark.file === file && mark.page === page);
  const missing = createMemo(() => {
    const names = props.room.problems().flatMap(({ trace }) => (ranOver(trace) ? [] : missingPapers(trace)));
    return [...new Set(names)];
  });
  return (
    <nav class={`${pane.pane} ${style.left}`} aria-label={text.contents}>
      <Gaps room={props.room} desk={props.desk} />
      <h2>
        {text.contents} · {text.count(documents().length, pages())}
      </h2>
      <ol class={style.toc}>
        <For each={documents()}>
          {(document, index) => (
            <>
              <Show when={several() && documents()[index() - 1]?.file !== document.file}>
                <li class={style.file}>{filesOf(document.file, document.also?.at(-1)?.file)}</li>
              </Show>
              <li classList={{ [style.on ?? '']: props.desk.document()?.id === document.id }}>
                <button
                  type="button"
                  onClick={() => props.desk.go(document.file, document.pages[0])}
                  aria-current={props.desk.document()?.id === document.id ? 'page' : undefined}
                >
                  <span class={style.n}>{index() + 1}</span>
                  <span>
                    {document.title || props.room.kind(document.kind)}
                    <Show when={byHand(document.file, document.pages[0])}>
                      <span class={hand.hand}>{corrections.byHand}</span>
                    </Show>
                    <Show when={counts().get(document.id)}>{(count) => <i class={style.dot}>{count()}</i>}</Show>
                  </span>
                  <span class={style.p}>
                    {document.also === undefined
                      ? pagesOf(document.pages[0], document.pages[1])
                      : sheetsOf(document.also.length + 1)}
                  </span>
                </button>
              </li>
            </>
          )}
        </For>
        <For each={missing()}>
          {(name) => (
            <li class={style.miss}>
              <span>–</span>
              <span>
                {name} {text.missing}
              </span>
            </li>
          )}
        </For>
      </ol>
      <SetAside room={props.room} desk={props.desk} />
    </nav>
  );
}

type Trace = NonNullable<ReturnType<Case['problems']>[number]['trace']>;

/** Whether a finding is about a period; the papers it misses would only have prolonged it. */
function ranOver(trace: Trace | null): boolean {
  return trace !== null && ('due' in trace.figures || trace.children.some(ranOver));
}

/** Papers whose absence decided a finding. */
function missingPapers(trace: Trace | null): string[] {
  if (trace === null) return [];
  const own =
    trace.operator === 'document' && trace.result === false ? String(trace.figures.missing ?? '').split('或者') : [];
  return [...own.slice(0, 1).filter((name) => name !== ''), ...trace.children.flatMap(missingPapers)];
}
