import type { UnitSummary } from '@anjuan/core';
import { For, Show } from 'solid-js';
import { text } from '../../text/batches.ts';
import shared from './Batches.module.css';
import type { Batch } from './createBatch.ts';
import { gradeColour } from './grades.ts';
import { Num } from './Num.tsx';
import table from './Table.module.css';
import style from './Units.module.css';

const width = 220;
const bars = 150;

/** Units compared: a dot a file, the average, the grades. */
export function Units(props: { readonly batch: Batch; readonly onOpinion: (unit: string) => void }) {
  const model = () => props.batch.model();
  const max = () => (model()?.groups[0]?.max ?? 10_000) / 100;
  const least = () => {
    const lows = (model()?.units ?? []).flatMap((unit) => unit.dots.map((dot) => dot.low));
    return Math.max(0, Math.floor(Math.min(max() * 50, ...lows) / 1000) * 10);
  };
  const names = () => model()?.groups[0]?.grades.map((grade) => grade.grade) ?? [];
  const x = (points: number) => ((points / 100 - least()) / Math.max(1, max() - least())) * (width - 8) + 4;
  const mean = (unit: UnitSummary): number | null => {
    const average = unit.groups[0]?.average;
    const value = average == null ? undefined : props.batch.figure(average.low);
    return value === undefined ? null : Number(value.text) * 100;
  };
  return (
    <section class={shared.card} aria-label={text.allUnits}>
      <h2 title={text.changeDots}>{text.allUnits}</h2>
      <div class={style.scroll}>
        <table class={table.units}>
          <thead>
            <tr>
              <th>{text.unit}</th>
              <th class={table.right}>{text.caseCount}</th>
              <th class={table.right}>{text.mean}</th>
              <th>{text.dots(least(), max())}</th>
              <th>{text.grades}</th>
              <th class={table.right}>{text.perCase}</th>
              <th>
                <span class="visually-hidden">{text.opinion}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={model()?.units ?? []}>
              {(unit) => (
                <tr>
                  <td class={style.unit}>{unit.name}</td>
                  <td class={table.right}>
                    <Num batch={props.batch} figure={unit.count} />
                  </td>
                  <td class={table.right}>
                    <Show when={unit.groups[0]?.average} fallback="—">
                      {(average) => (
                        <span class={table.strong}>
                          <Num batch={props.batch} figure={average().low} />
                          <Show when={!average().settled}>
                            –<Num batch={props.batch} figure={average().high} />
                          </Show>
                        </span>
                      )}
                    </Show>
                  </td>
                  <td>
                    <svg width={width} height="20" role="img" aria-label={`${unit.name} ${text.dots(least(), max())}`}>
                      <line x1="0" x2={width} y1="10" y2="10" class={style.axis} />
                      <For each={unit.dots}>
                        {(dot, index) =>
                          dot.low === dot.high ? (
                            <circle cx={x(dot.low)} cy={8 + ((index() * 7) % 5)} r="2.6" class={style.dot} />
                          ) : (
                            <line
                              x1={x(dot.low)}
                              x2={x(dot.high)}
                              y1={7 + ((index() * 7) % 7)}
                              y2={7 + ((index() * 7) % 7)}
                              class={style.span}
                            />
                          )
                        }
                      </For>
                      <Show when={mean(unit)}>
                        {(value) => <rect x={x(value()) - 1.5} y="1" width="3" height="18" class={style.mean} />}
                      </Show>
                    </svg>
                  </td>
                  <td>
                    <GradeBar batch={props.batch} unit={unit} names={names()} />
                  </td>
                  <td class={table.right}>
                    <Num batch={props.batch} figure={unit.perCase} />
                  </td>
                  <td class={table.right}>
                    <button type="button" class="link" onClick={() => props.onOpinion(unit.name)}>
                      {text.opinion} ›
                    </button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function GradeBar(props: { readonly batch: Batch; readonly unit: UnitSummary; readonly names: readonly string[] }) {
  const group = () => props.unit.groups[0];
  const parts = () => {
    const all = group()?.cases.length ?? 0;
    const each = [
      ...(group()?.grades ?? []).map((grade) => ({
        figure: grade.count,
        number: grade.number,
        colour: gradeColour(grade.grade, props.names),
      })),
      ...(group()?.undecided == null
        ? []
        : [
            {
              figure: group()?.undecided?.count ?? '',
              number: Number(props.batch.figure(group()?.undecided?.count)?.text ?? 0),
              colour: 'var(--undecided)',
            },
          ]),
    ];
    let at = 0;
    return each.map((part) => {
      const from = at;
      at += all === 0 ? 0 : (part.number / all) * bars;
      return { ...part, from, wide: Math.max(2, at - from - 1.5) };
    });
  };
  const said = () =>
    parts()
      .map((part) => `${props.batch.figure(part.figure)?.label} ${part.number}`)
      .join('，');
  return (
    <svg width={bars} height="20" role="img" aria-label={said()}>
      <For each={parts()}>
        {(part) => (
          <rect
            x={part.from}
            y="4"
            width={part.wide}
            height="12"
            rx="1.5"
            fill={part.colour}
            class={style.part}
            onClick={() => props.batch.show(part.figure)}
          >
            <title>{`${props.batch.figure(part.figure)?.label} ${part.number}`}</title>
          </rect>
        )}
      </For>
    </svg>
  );
}
