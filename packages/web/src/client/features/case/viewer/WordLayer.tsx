import type { PageText } from '@anjuan/core';
import { For, Show } from 'solid-js';
import { text } from '../../../text/case.ts';
import style from './Viewer.module.css';

interface Props {
  readonly page: PageText | undefined;
  /** CSS pixels a point. */
  readonly scale: number;
}

/** Below this the reader is shown that a word was not read for certain. */
const doubtful = 0.7;

/** The words read from a page over its picture: unseen, but to be selected and searched; doubtful ones are underlined. */
export function WordLayer(props: Props) {
  return (
    <div class={style.words}>
      <Show when={props.page}>
        {(page) => (
          <>
            <For each={page().lines}>
              {(line) => (
                <>
                  <For each={line.runs}>
                    {(run) => (
                      <span
                        classList={{ [style.doubtful ?? '']: (run.confidence ?? 1) < doubtful }}
                        title={
                          run.confidence === undefined || run.confidence >= doubtful
                            ? undefined
                            : text.readAs(run.text, run.confidence)
                        }
                        style={{
                          left: `${run.x * props.scale}px`,
                          top: `${run.y * props.scale}px`,
                          width: `${run.width * props.scale}px`,
                          height: `${run.height * props.scale}px`,
                          'font-size': `${fontSize(run) * props.scale}px`,
                        }}
                      >
                        {run.text}
                      </span>
                    )}
                  </For>
                  {'\n'}
                </>
              )}
            </For>
            <For each={page().seals ?? []}>
              {(seal) => (
                <i
                  class={style.seal}
                  title={text.seal}
                  style={{
                    left: `${seal.box[0] * props.scale}px`,
                    top: `${seal.box[1] * props.scale}px`,
                    width: `${(seal.box[2] - seal.box[0]) * props.scale}px`,
                    height: `${(seal.box[3] - seal.box[1]) * props.scale}px`,
                  }}
                />
              )}
            </For>
          </>
        )}
      </Show>
    </div>
  );
}

/** Chinese characters are as wide as high: the size at which the words fill their box. */
function fontSize(run: { readonly text: string; readonly width: number; readonly height: number }): number {
  let ems = 0;
  for (const character of run.text) ems += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1;
  return Math.max(1, Math.min(run.height, run.width / Math.max(0.5, ems)));
}
