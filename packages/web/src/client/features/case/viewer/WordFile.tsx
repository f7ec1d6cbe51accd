import { renderAsync } from 'docx-preview';
import { createEffect, createSignal, on, Show } from 'solid-js';
import { segment } from '../../../api.ts';
import { text } from '../../../text/case.ts';
import type { Anchor } from '../createCase.ts';
import { whereIn } from '../numbered.ts';
import style from './Viewer.module.css';

interface Props {
  readonly caseId: string;
  readonly fileId: string;
  readonly name: string;
  readonly width: number;
  readonly marks: readonly Anchor[];
  /** Changes each time the reader asks for a place. */
  readonly turn: number | undefined;
  readonly onFail: () => void;
}

const own = `body { margin: 0; background: #fff } .docx-wrapper { padding: 0 !important; background: none !important }
  .docx-wrapper > section.docx { box-shadow: none !important; margin: 0 0 12px !important }
  ::highlight(mark) { background: rgba(214, 60, 48, 0.22); text-decoration: underline 2px #c8161d }`;

/**
 * A DOCX as Word lays it out, in a frame of its own in which nothing runs: scripts are forbidden there, and the page's policy lets it
 * load nothing from outside.
 */
export function WordFile(props: Props) {
  let frame: HTMLIFrameElement | undefined;
  const [height, setHeight] = createSignal(600);
  const [shown, setShown] = createSignal(false);

  const render = async (): Promise<void> => {
    const inside = frame?.contentDocument;
    const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!frame || !inside || !view) return;
    const response = await fetch(`/api/cases/${segment(props.caseId)}/files/${segment(props.fileId)}`);
    if (!response.ok) throw new Error(String(response.status));
    const styles = document.createElement('div');
    const body = document.createElement('div');
    await renderAsync(await response.blob(), body, styles, {
      inWrapper: true,
      ignoreFonts: true,
      useBase64URL: true,
      renderComments: false,
      renderChanges: false,
      renderAltChunks: false,
    });
    for (const link of body.querySelectorAll('a')) link.removeAttribute('href');
    for (const active of body.querySelectorAll('iframe, object, embed, script')) active.remove();
    // The policy of the page forbids style elements; sheets made by script are its own.
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync([...styles.querySelectorAll('style')].map((one) => one.textContent ?? '').join('\n') + own);
    inside.adoptedStyleSheets = [sheet];
    inside.body.replaceChildren(inside.adoptNode(body));
    setShown(true);
  };
  /** Makes the widest sheet as wide as the pane; what Word would lay out on paper keeps its lines. */
  const fit = (): void => {
    const inside = frame?.contentDocument;
    if (!inside || !shown()) return;
    inside.body.style.zoom = '1';
    const widest = Math.max(
      0,
      ...[...inside.querySelectorAll<HTMLElement>('section.docx')].map((one) => one.offsetWidth),
    );
    const scale = widest > 0 ? props.width / widest : 1;
    setHeight(inside.body.offsetHeight * scale + 8);
    inside.body.style.zoom = String(scale);
  };
  createEffect(on([() => props.width, shown], fit));
  const place = (): void => {
    const inside = frame?.contentDocument;
    const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!frame || !inside || !view || !shown()) return;
    const ranges = props.marks.flatMap((mark) => rangeOf(inside, mark.quote) ?? []);
    view.CSS.highlights?.set('mark', new view.Highlight(...ranges));
    const top = ranges[0]?.getBoundingClientRect().top;
    const sheet = frame.closest<HTMLElement>('[role="region"]');
    if (top !== undefined && sheet !== null)
      sheet.scrollTo({ top: frame.offsetTop - sheet.offsetTop + top - sheet.clientHeight / 3 });
  };
  createEffect(on([() => props.turn, () => props.marks, shown], () => requestAnimationFrame(place)));

  return (
    <div class={style.page} data-page={1} style={{ width: `${props.width}px`, height: `${height()}px` }}>
      <Show when={!shown()}>
        <p class={style.note}>{text.opening}</p>
      </Show>
      <iframe
        ref={frame}
        class={style.frame}
        title={props.name}
        sandbox="allow-same-origin"
        onLoad={() => {
          if (!shown()) render().catch(props.onFail);
        }}
      />
    </div>
  );
}

/** The range of a document whose words are those of a quote, white space aside; null when they stand nowhere. */
function rangeOf(inside: Document, quote: string): Range | null {
  const wanted = quote.replace(/[\s…]/gu, '');
  if (wanted === '') return null;
  const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
  const places: { node: Text; at: number }[] = [];
  const begun = new Set<number>();
  let paragraph: Element | null = null;
  let dense = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node as Text;
    const within = words.parentElement?.closest('p') ?? null;
    if (within !== paragraph) begun.add(places.length);
    paragraph = within;
    for (let at = 0; at < words.data.length; at++) {
      if (/\s/u.test(words.data[at] ?? '')) continue;
      dense += words.data[at];
      places.push({ node: words, at });
    }
  }
  const found = whereIn(dense, begun, wanted);
  const from = places[found?.from ?? -1];
  const to = places[found?.to ?? -1];
  if (from === undefined || to === undefined) return null;
  const range = inside.createRange();
  range.setStart(from.node, from.at);
  range.setEnd(to.node, to.at + 1);
  return range;
}
