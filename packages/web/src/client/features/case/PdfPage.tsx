import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import { pageOf } from '../../text/words.ts';
import type { Anchor } from './createCase.ts';
import { drawPage, openPdf } from './pdf.ts';
import style from './Viewer.module.css';

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

/** One page of a PDF, drawn when it comes into view, with the places of the finding marked on it. */
export function PdfPage(props: Props) {
  const [near, setNear] = createSignal(false);
  const [failed, setFailed] = createSignal<string | null>(null);
  let box: HTMLDivElement | undefined;
  let canvas: HTMLCanvasElement | undefined;
  let layer: HTMLDivElement | undefined;
  const ratio = (): number => (props.size.width > 0 ? props.size.height / props.size.width : a4Ratio);
  const scale = (): number => (props.size.width > 0 ? props.width / props.size.width : 1);

  createEffect(() => {
    if (box === undefined) return;
    const watcher = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '900px 0px',
    });
    watcher.observe(box);
    onCleanup(() => watcher.disconnect());
  });
  createEffect(() => {
    const { width, number, caseId, fileId } = props;
    if (!near() || canvas === undefined || layer === undefined) return;
    const control = new AbortController();
    onCleanup(() => control.abort());
    openPdf(caseId, fileId)
      .then((document) =>
        canvas && layer ? drawPage(document, number, canvas, width, layer, control.signal) : undefined,
      )
      .catch((error: unknown) => setFailed(error instanceof Error ? error.message : String(error)));
  });

  return (
    <div
      ref={box}
      class={style.page}
      classList={{ [style.whole ?? '']: props.marks.some((mark) => mark.box === null) }}
      data-page={props.number}
      role="img"
      aria-label={pageOf(props.number)}
      style={{ width: `${props.width}px`, height: `${props.width * ratio()}px` }}
    >
      <Show when={!failed()} fallback={<p class={style.note}>{failed()}</p>}>
        <canvas ref={canvas} />
        <div ref={layer} class={style.layer} />
        <For each={props.marks}>
          {(mark) => (
            <Show when={mark.box}>
              {(where) => (
                <div
                  class={style.mark}
                  classList={{ [style.calm ?? '']: props.calm }}
                  style={{
                    left: `${where()[0] * scale() - 2}px`,
                    top: `${where()[1] * scale() - 2}px`,
                    width: `${(where()[2] - where()[0]) * scale() + 4}px`,
                    height: `${(where()[3] - where()[1]) * scale() + 4}px`,
                  }}
                />
              )}
            </Show>
          )}
        </For>
      </Show>
    </div>
  );
}
