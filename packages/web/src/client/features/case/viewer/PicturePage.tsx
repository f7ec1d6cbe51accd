import { createSignal, Show } from 'solid-js';
import { segment } from '../../../api.ts';
import { text } from '../../../text/case.ts';
import { pageOf } from '../../../text/words.ts';
import type { Anchor } from '../createCase.ts';
import { createPage } from './createPage.ts';
import { Drawing } from './Drawing.tsx';
import { Marks } from './Marks.tsx';
import { Unread } from './Unread.tsx';
import style from './Viewer.module.css';
import { WordLayer } from './WordLayer.tsx';

interface Props {
  readonly caseId: string;
  readonly fileId: string;
  readonly number: number;
  /** `ofd` pages are drawn from their objects, others shown as the server's picture. */
  readonly format: 'ofd' | 'image';
  readonly width: number;
  readonly marks: readonly Anchor[];
  readonly calm: boolean;
}

/** Height by width of A4, until the size is known. */
const a4Ratio = 297 / 210;

/** A page that is a picture, or of a format no browser shows, with the words read from it over it. */
export function PicturePage(props: Props) {
  const [box, setBox] = createSignal<HTMLDivElement>();
  const [failed, setFailed] = createSignal(false);
  const { near, page } = createPage(props, box);
  const [natural, setNatural] = createSignal<number | null>(null);
  const ratio = (): number => {
    const read = page();
    return read !== undefined && read.width > 0 ? read.height / read.width : (natural() ?? a4Ratio);
  };
  const scale = (): number => {
    const read = page();
    return read !== undefined && read.width > 0 ? props.width / read.width : 1;
  };
  const address = (kind: string): string =>
    `/api/cases/${segment(props.caseId)}/${kind}/${segment(props.fileId)}/${props.number}`;
  return (
    <div
      ref={setBox}
      class={style.page}
      classList={{ [style.whole ?? '']: props.marks.some((mark) => mark.box === null) }}
      data-page={props.number}
      role="document"
      aria-label={pageOf(props.number)}
      style={{ width: `${props.width}px`, height: `${props.width * ratio()}px` }}
    >
      <Unread page={page()} />
      <Show when={near() && (page.state === 'ready' || page.state === 'errored')}>
        <Show when={!failed()} fallback={<p class={style.note}>{text.noPicture}</p>}>
          <Show
            when={props.format === 'image'}
            fallback={
              <Drawing address={address('drawings')} label={pageOf(props.number)} onFail={() => setFailed(true)} />
            }
          >
            <img
              class={style.picture}
              src={address('pictures')}
              alt={pageOf(props.number)}
              onLoad={(event) => setNatural(event.currentTarget.naturalHeight / event.currentTarget.naturalWidth)}
              onError={() => setFailed(true)}
            />
          </Show>
        </Show>
      </Show>
      <WordLayer page={page.error === undefined ? page() : undefined} scale={scale()} />
      <Marks marks={props.marks} scale={scale()} calm={props.calm} />
    </div>
  );
}
