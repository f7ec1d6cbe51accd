import type { PageText } from '@anjuan/core';
import { createEffect, createResource, For, Show } from 'solid-js';
import { ask, segment } from '../../../api.ts';
import { pageOf } from '../../../text/words.ts';
import type { Anchor } from '../createCase.ts';
import { unreadWords } from './Unread.tsx';
import style from './Viewer.module.css';

interface Props {
  readonly caseId: string;
  readonly fileId: string;
  readonly number: number;
  readonly width: number;
  readonly marks: readonly Anchor[];
  /** Why its words are shown in place of what the page looks like. */
  readonly lead?: string | undefined;
  /** Told once its words stand: only now is it as high as it stays. */
  readonly onRead?: () => void;
}

/** A page of a format without fixed pages: its text, with the places of the finding marked. */
export function TextPage(props: Props) {
  const [page] = createResource(
    () => [props.caseId, props.fileId, props.number] as const,
    ([caseId, fileId, number]) => ask<PageText>('GET', `/cases/${segment(caseId)}/pages/${segment(fileId)}/${number}`),
  );
  createEffect(() => {
    if (page.state === 'ready') props.onRead?.();
  });
  return (
    <div
      class={style.page}
      data-page={props.number}
      role="document"
      aria-label={pageOf(props.number)}
      style={{ width: `${props.width}px` }}
    >
      <Show when={page()}>
        {(read) => (
          <>
            <Show when={aboutPage(read(), props.lead)}>
              {(words) => (
                <p class={read().text.trim() === '' ? style.note : `${style.banner} ${style.above}`}>{words()}</p>
              )}
            </Show>
            <div class={style.text}>
              <For each={pieces(read().text, props.marks)}>
                {(piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text)}
              </For>
            </div>
          </>
        )}
      </Show>
      <span class={style.number}>{props.number}</span>
    </div>
  );
}

/** What is said above the words of a page: why they stand for it, and what of it was not read. */
function aboutPage(page: PageText, lead?: string): string {
  return [lead, unreadWords(page)].filter((words) => words !== undefined && words !== null).join('。');
}

function pieces(all: string, marks: readonly Anchor[]): { text: string; marked: boolean }[] {
  const ranges = marks.flatMap((mark) => (mark.range === null ? [] : [mark.range])).toSorted((a, b) => a[0] - b[0]);
  const found: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (end <= at) continue;
    if (start > at) found.push({ text: all.slice(at, start), marked: false });
    found.push({ text: all.slice(Math.max(at, start), end), marked: true });
    at = end;
  }
  return [...found, { text: all.slice(at), marked: false }];
}
