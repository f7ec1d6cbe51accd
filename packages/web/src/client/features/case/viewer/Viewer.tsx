import type { PageText } from '@anjuan/core';
import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  For,
  lazy,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js';
import type { CaseDetail } from '../../../../server/contract/index.ts';
import { ask, segment } from '../../../api.ts';
import { text as gapText } from '../../../text/gaps.ts';
import type { Case } from '../createCase.ts';
import type { Desk } from '../createDesk.ts';
import { FileActions } from '../FileActions.tsx';
import gaps from '../Gaps.module.css';
import { Ledger } from '../Ledger.tsx';
import { Locked } from '../Locked.tsx';
import { PdfPage } from './PdfPage.tsx';
import { PicturePage } from './PicturePage.tsx';
import { TextPage } from './TextPage.tsx';
import style from './Viewer.module.css';

/** Loaded only for a DOCX. */
const WordFile = lazy(() => import('./WordFile.tsx').then(({ WordFile: component }) => ({ default: component })));

const widest = 860;

type PaperFile = CaseDetail['files'][number];

const isPicture = (file: PaperFile): boolean => file.format === 'image' && file.unreadable === null && !file.locked;

/** What of files decides how they are shown. */
const stateOf = (files: readonly PaperFile[]): string =>
  JSON.stringify(files.map(({ id, format, pages, locked, unreadable }) => [id, format, pages, locked, unreadable]));

const byNumber = new Intl.Collator('zh', { numeric: true });

/** The papers themselves: all pages of the file on the desk, turned to the place the reader asked for. */
export function Viewer(props: { readonly case: CaseDetail; readonly room: Case; readonly desk: Desk }) {
  const [room, setRoom] = createSignal(600);
  /** Files whose layout could not be shown: their words are. */
  const [plain, setPlain] = createSignal<ReadonlySet<string>>(new Set());
  let sheet: HTMLDivElement | undefined;
  // An archive that was opened has its papers in its place.
  const papers = () => props.case.files.filter((one) => one.format !== 'archive');
  const file = () => papers().find((one) => one.name === props.desk.seen()?.file) ?? papers()[0];
  /** What lies on the desk together: pictures of pages that are a file each make one pile, any other file lies alone. */
  const pile = createMemo(
    () => {
      const now = file();
      if (now === undefined || !isPicture(now)) return now === undefined ? [] : [now];
      return papers()
        .filter(isPicture)
        .sort((a, b) => byNumber.compare(a.name, b.name));
    },
    undefined,
    { equals: (a, b) => stateOf(a) === stateOf(b) },
  );
  const width = (): number => Math.min(widest, room() - 44) * props.desk.zoom();
  // Sizes of pages are asked once for the file; they keep the places of pages not yet drawn.
  const [size] = createResource(
    () => {
      const now = file();
      // A file that is locked or damaged has no first page to ask for; once it is opened, it has.
      return now === undefined || now.format !== 'pdf' || (now.pages ?? 0) === 0
        ? null
        : ([props.case.summary.id, now.id] as const);
    },
    ([id, fileId]) => ask<PageText>('GET', `/cases/${segment(id)}/pages/${segment(fileId)}/1`),
  );
  onMount(() => {
    if (sheet === undefined) return;
    const watcher = new ResizeObserver(() => setRoom(sheet?.clientWidth ?? 600));
    watcher.observe(sheet);
    onCleanup(() => watcher.disconnect());
  });
  // Asked for a place, or the size of its pages became known: turn to it. Widened or zoomed: stay with the page in view.
  createEffect(
    on(
      () => [props.desk.asked()?.turn, pile()[0]?.id, size.state] as const,
      () => {
        moved = false;
        const place = props.desk.asked();
        if (place !== null) afterLayout(() => turnTo(place, true));
      },
    ),
  );
  // Pages of text grow when their words come in, and push down what was turned to.
  const turnAgain = (number: number): void => {
    const place = props.desk.asked();
    if (place !== null && !moved && number <= place.page) afterLayout(() => turnTo(place, true));
  };
  createEffect(
    on(
      width,
      () => {
        const place = props.desk.seen();
        if (place !== null) afterLayout(() => turnTo(place, false));
      },
      { defer: true },
    ),
  );
  // What we scroll to ourselves is no reading on: it must not count as the page the reader chose.
  let turning = 0;
  /** The reader scrolled on since the place was asked for. */
  let moved = false;
  const afterLayout = (work: () => void): void => {
    turning++;
    requestAnimationFrame(() => {
      work();
      setTimeout(() => turning--, 120);
    });
  };
  const turnTo = (place: { readonly file: string; readonly page: number }, toMark: boolean): void => {
    const { page } = place;
    const own = pile().length > 1 ? pile().find((one) => one.name === place.file) : undefined;
    const within = own === undefined ? '' : `[data-file="${own.id}"] `;
    const target = sheet?.querySelector<HTMLElement>(`${within}[data-page="${page}"]`);
    if (!sheet || !target) return;
    const mark = !toMark
      ? undefined
      : props.desk.marks().find((one) => one.page === page && one.file === place.file && one.box !== null);
    const scale = (size()?.width ?? 0) > 0 ? width() / (size()?.width ?? 1) : 1;
    const word = toMark ? target.querySelector('mark') : null;
    const top = mark?.box ? mark.box[1] * scale : (word?.offsetTop ?? 0);
    const inside = Math.max(0, top - sheet.clientHeight / 3);
    sheet.scrollTo({ top: target.offsetTop - sheet.offsetTop - 12 + inside });
  };
  const noteScroll = (): void => {
    const current = file();
    if (!sheet || current === undefined || turning > 0) return;
    moved = true;
    const middle = sheet.scrollTop + sheet.clientHeight / 3;
    const pages = [...sheet.querySelectorAll<HTMLElement>('[data-page]')];
    const shown = pages.findLast((page) => page.offsetTop - (sheet?.offsetTop ?? 0) <= middle) ?? pages[0];
    const own = shown?.closest<HTMLElement>('[data-file]')?.dataset.file;
    const name = pile().find((one) => one.id === own)?.name ?? current.name;
    if (shown !== undefined) props.desk.note(name, Number(shown.dataset.page));
  };
  const Page = (one: { readonly file: PaperFile; readonly number: number }) => {
    const marksOn = (page: number) =>
      props.desk.marks().filter((mark) => mark.file === one.file.name && mark.page === page);
    const shared = { caseId: props.case.summary.id, fileId: one.file.id, number: one.number };
    switch (one.file.format) {
      case 'pdf':
        return (
          <PdfPage
            {...shared}
            size={{ width: size()?.width ?? 0, height: size()?.height ?? 0 }}
            width={width()}
            marks={marksOn(one.number)}
            calm={props.desk.tab() !== 'problems'}
          />
        );
      case 'ofd':
      case 'image':
        return (
          <PicturePage
            {...shared}
            format={one.file.format}
            width={width()}
            marks={marksOn(one.number)}
            calm={props.desk.tab() !== 'problems'}
          />
        );
      default:
        return (
          <TextPage
            {...shared}
            width={Math.min(width(), 720)}
            marks={marksOn(one.number)}
            onRead={() => turnAgain(one.number)}
          />
        );
    }
  };

  return (
    <div
      ref={sheet}
      class={style.sheet}
      tabIndex={0}
      role="region"
      aria-label={file()?.name ?? ''}
      onScroll={noteScroll}
    >
      <For each={pile()}>
        {(current) => (
          <Switch
            fallback={
              <>
                <Show when={current.format === 'xlsx' || current.format === 'csv'}>
                  <Ledger caseId={props.case.summary.id} fileId={current.id} />
                </Show>
                <div class={style.file} data-file={current.id}>
                  <For each={Array.from({ length: current.pages ?? 0 }, (_, index) => index + 1)}>
                    {(number) => <Page file={current} number={number} />}
                  </For>
                </div>
              </>
            }
          >
            <Match when={current.locked}>
              <Locked
                caseId={props.case.summary.id}
                fileId={current.id}
                name={current.name}
                why={current.unreadable ?? ''}
              />
            </Match>
            <Match when={current.unreadable !== null}>
              <section class={gaps.why} aria-label={gapText.title}>
                <b>{current.name}</b>
                <p>
                  {gapText.title}：{current.unreadable}。
                </p>
                <div class={gaps.acts}>
                  <FileActions room={props.room} name={current.name} whole />
                </div>
              </section>
            </Match>
            <Match when={current.format === 'docx' && !plain().has(current.id)}>
              <WordFile
                caseId={props.case.summary.id}
                fileId={current.id}
                name={current.name}
                width={width()}
                marks={props.desk.marks().filter((mark) => mark.file === current.name)}
                turn={props.desk.asked()?.turn}
                onFail={() => setPlain(new Set([...plain(), current.id]))}
              />
            </Match>
          </Switch>
        )}
      </For>
    </div>
  );
}
