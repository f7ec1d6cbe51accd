import { createEffect, createSignal, onCleanup, Show } from 'solid-js';
import { text } from '../../../text/case.ts';
import { pageOf } from '../../../text/words.ts';
import type { Anchor } from '../createCase.ts';
import { createPage } from './createPage.ts';
import { Marks } from './Marks.tsx';
import { drawPage, openPdf, Sealed, typed } from './pdf.ts';
import { TextPage } from './TextPage.tsx';
import { Unread } from './Unread.tsx';
import { Unseal } from './Unseal.tsx';
import style from './Viewer.module.css';
import { WordLayer } from './WordLayer.tsx';

interface Props {
  readonly caseId: string;
  readonly fileId: string;
  readonly number: number;
  /** Points, from what intake read; 0 where it could not. */
  readonly size: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly marks: readonly Anchor[];
  readonly calm: boolean;
}

/** Height by width of A4, until the size is known. */
const a4Ratio = 297 / 210;

/** One page of a PDF, drawn when it comes into view, with the places of the finding marked on it; scans with the words read from them. */
export function PdfPage(props: Props) {
  const [failed, setFailed] = createSignal<string | null>(null);
  const [sealed, setSealed] = createSignal<string | null>(null);
  const [box, setBox] = createSignal<HTMLDivElement>();
  let canvas: HTMLCanvasElement | undefined;
  let layer: HTMLDivElement | undefined;
  const { near, page } = createPage(props, box);
  const known = () => (page.error === undefined ? page() : undefined);
  const size = () => {
    const read = known();
    return read !== undefined && read.width > 0 ? read : props.size;
  };
  const ratio = (): number => (size().width > 0 ? size().height / size().width : a4Ratio);
  const scale = (): number => (size().width > 0 ? props.width / size().width : 1);

  createEffect(() => {
    const { width, number, caseId, fileId } = props;
    typed();
    setSealed(null);
    if (!near() || page.loading || canvas === undefined || layer === undefined) return;
    const read = known();
    const control = new AbortController();
    onCleanup(() => control.abort());
    openPdf(caseId, fileId)
      .then((document) =>
        canvas && layer
          ? drawPage(document, number, canvas, width, {
              turn: read?.turn ?? 0,
              words: read?.source === 'scan' ? null : layer,
              signal: control.signal,
            })
          : undefined,
      )
      .catch((error: unknown) => {
        // The words of pdf.js are English, and for programmers.
        if (error instanceof Sealed) setSealed(error.message);
        else setFailed(text.noPicture);
      });
  });

  // Of a file that only its remains were read from no browser shows a page: its words are shown instead.
  const wordsOnly = (): string | null => (failed() !== null && known()?.text.trim() !== '' ? failed() : null);
  return (
    <Show
      when={wordsOnly() === null}
      fallback={
        <TextPage
          caseId={props.caseId}
          fileId={props.fileId}
          number={props.number}
          width={props.width}
          marks={props.marks}
          lead={`${wordsOnly()}${text.wordsInstead}`}
        />
      }
    >
      <div
        ref={setBox}
        class={style.page}
        classList={{ [style.whole ?? '']: props.marks.some((mark) => mark.box === null) }}
        data-page={props.number}
        role="document"
        aria-label={pageOf(props.number)}
        style={{ width: `${props.width}px`, height: `${props.width * ratio()}px` }}
      >
        <Show
          when={!failed()}
          fallback={
            <>
              <Unread page={known()} />
              <p class={style.note}>{failed()}</p>
            </>
          }
        >
          <Show when={sealed()}>{(why) => <Unseal caseId={props.caseId} fileId={props.fileId} why={why()} />}</Show>
          <canvas ref={canvas} />
          <div ref={layer} class={style.layer} />
          <Unread page={known()} />
          <Show when={known()?.source === 'scan'}>
            <WordLayer page={known()} scale={scale()} />
          </Show>
          <Marks marks={props.marks} scale={scale()} calm={props.calm} />
        </Show>
      </div>
    </Show>
  );
}
