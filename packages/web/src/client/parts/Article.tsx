import { createResource, createSignal, For, Show } from 'solid-js';
import type { ArticleText } from '../../server/contract/index.ts';
import { ask, segment } from '../api.ts';
import { articleWords } from '../text/law.ts';
import style from './Article.module.css';

/** The imported text of a cited article in the version of a day; fetched when it is opened. The cited paragraph and item are marked. */
export function Article(props: {
  readonly law: string;
  readonly article: number | string;
  readonly paragraph: number | null;
  readonly item: number | null;
  /** Day of the act, or of the version; the newest version without one. */
  readonly on?: string | null;
  /** Our wording, where it does not stand beside the button already. */
  readonly says?: string;
}) {
  const [open, setOpen] = createSignal(false);
  const address = () => {
    if (!open()) return false;
    const day = props.on == null ? '' : `?on=${segment(props.on)}`;
    return `/laws/${segment(props.law)}/articles/${segment(String(props.article))}${day}`;
  };
  const [found] = createResource(address, (path) => ask<ArticleText>('GET', path));
  return (
    <span class={style.place}>
      <button
        type="button"
        class={style.button}
        aria-expanded={open()}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!open());
        }}
      >
        {open() ? articleWords.hide : articleWords.show}
      </button>
      <Show when={open() && props.says}>{(says) => <span class={style.none}>{articleWords.says(says())}</span>}</Show>
      <Show when={open() && !found.loading}>
        <Show
          when={found.error === undefined && found()?.article}
          fallback={<span class={style.none}>{found.error ? String(found.error.message) : articleWords.none}</span>}
        >
          {(text) => (
            <blockquote class={style.text}>
              <span class={style.head}>
                《{text().title}》{text().place}　{articleWords.version(text().from, text().to)}
              </span>
              <For each={text().paragraphs}>
                {(paragraph, index) => (
                  <span
                    class={style.paragraph}
                    classList={{ [style.cited ?? '']: props.paragraph === index() + 1 && props.item === null }}
                  >
                    <span class={style.line}>{paragraph.text}</span>
                    <For each={paragraph.items}>
                      {(item, position) => (
                        <span
                          class={style.line}
                          classList={{
                            [style.cited ?? '']:
                              props.item === position() + 1 && (props.paragraph ?? 1) === index() + 1,
                          }}
                        >
                          {item}
                        </span>
                      )}
                    </For>
                  </span>
                )}
              </For>
            </blockquote>
          )}
        </Show>
      </Show>
    </span>
  );
}
