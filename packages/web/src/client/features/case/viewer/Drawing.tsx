import { createEffect, createResource, For, Match, Show, Switch } from 'solid-js';
import type { DrawingItem, PageDrawing } from '../../../../server/contract/index.ts';
import style from './Viewer.module.css';

interface Props {
  /** Where the drawing is asked for. */
  readonly address: string;
  readonly label: string;
  readonly onFail: () => void;
}

/** A page drawn from data: paths, characters and pictures, never markup of the file itself. */
export function Drawing(props: Props) {
  const [drawing] = createResource(
    () => props.address,
    async (address): Promise<PageDrawing> => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(String(response.status));
      return (await response.json()) as PageDrawing;
    },
  );
  createEffect(() => {
    if (drawing.state === 'errored') props.onFail();
  });
  return (
    <Show when={drawing.state === 'ready' && drawing()}>
      {(page) => (
        <svg
          class={style.picture}
          viewBox={`0 0 ${page().width} ${page().height}`}
          role="img"
          aria-label={props.label}
          preserveAspectRatio="none"
        >
          <For each={page().items}>{(item) => <Item item={item} images={page().images} />}</For>
        </svg>
      )}
    </Show>
  );
}

function Item(props: { readonly item: DrawingItem; readonly images: PageDrawing['images'] }) {
  const matrix = (): string => `matrix(${props.item.matrix.join(' ')})`;
  return (
    <Switch>
      <Match when={props.item.kind === 'path' && props.item}>
        {(path) => (
          <path
            d={path().path}
            transform={matrix()}
            fill={path().fill ?? 'none'}
            stroke={path().stroke ?? 'none'}
            stroke-width={path().lineWidth}
            opacity={path().opacity}
          />
        )}
      </Match>
      <Match when={props.item.kind === 'text' && props.item}>
        {(words) => (
          <g
            transform={matrix()}
            fill={words().fill}
            opacity={words().opacity}
            font-size={String(words().size)}
            font-family={familyOf(words().family)}
            font-weight={words().bold ? 'bold' : 'normal'}
            font-style={words().italic ? 'italic' : 'normal'}
          >
            <For each={words().glyphs}>
              {([character, x, y]) => (
                <text
                  x={words().stretch === 1 ? x : 0}
                  y={words().stretch === 1 ? y : 0}
                  transform={words().stretch === 1 ? undefined : `translate(${x} ${y}) scale(${words().stretch} 1)`}
                >
                  {character}
                </text>
              )}
            </For>
          </g>
        )}
      </Match>
      <Match when={props.item.kind === 'image' && props.item}>
        {(picture) => (
          <image
            href={props.images[picture().image]}
            width="1"
            height="1"
            preserveAspectRatio="none"
            transform={matrix()}
            opacity={picture().opacity}
          />
        )}
      </Match>
    </Switch>
  );
}

/** The font the file names, then the reading room's own of the same kind. */
function familyOf(name: string): string {
  const sans = /黑|hei|arial|helvet|yahei|sans/iu.test(name);
  const own = sans ? '"Noto Sans CJK SC", sans-serif' : '"Noto Serif CJK SC", "SimSun", serif';
  return name === '' ? own : `"${name.replace(/["\\;{}]/gu, '')}", ${own}`;
}
