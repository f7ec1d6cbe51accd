import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { Timeline as TimelineModel } from '../../server/contract/index.ts';
import { text } from '../text/case.ts';
import style from './Timeline.module.css';

type Step = TimelineModel['steps'][number];
type Period = TimelineModel['periods'][number];

const dayOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const textWidth = (words: string): number =>
  [...words].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x100 ? 6.6 : 11.8), 0);

/** The steps of the procedure on a date axis, each statutory period a bar, lateness in the accent colour, missing steps dashed. */
export function Timeline(props: {
  readonly model: TimelineModel;
  readonly onStep: (step: Step) => void;
  readonly onPeriod: (period: Period) => void;
}) {
  const [width, setWidth] = createSignal(1200);
  let frame: HTMLDivElement | undefined;
  onMount(() => {
    if (frame === undefined) return;
    const watcher = new ResizeObserver(() => setWidth(Math.max(600, frame?.clientWidth ?? 1200)));
    watcher.observe(frame);
    onCleanup(() => watcher.disconnect());
  });
  const scale = createMemo(() => {
    const from = dayOf(props.model.from ?? '2026-01-01');
    const to = Math.max(from + 20, dayOf(props.model.to ?? '2026-12-31'));
    const left = 26;
    const right = width() - 60;
    return { x: (day: string): number => left + ((dayOf(day) - from) * (right - left)) / (to - from), from, to };
  });
  const periods = createMemo(() => layPeriods(props.model.periods, scale().x, width()));
  const rows = (): number => Math.max(1, ...periods().map((one) => one.row + 1));
  const steps = createMemo(() => laySteps(props.model.steps, scale().x, width()));
  /** Lines of labels beside the first, on either side of the axis. */
  const further = (above: boolean): number =>
    Math.max(1, ...steps().map((one) => (one.above === above ? one.level : 0)));
  const axis = (): number => 6 + rows() * 25 + 22 + 14 * further(true);
  const foot = (): number => axis() + 20 + 14 * further(false);
  return (
    <div ref={frame}>
      <svg
        class={style.chart}
        viewBox={`0 0 ${width()} ${foot() + 17}`}
        height={foot() + 17}
        role="group"
        aria-label={text.timeline}
      >
        <For each={months(scale().from, scale().to)}>
          {(month) => (
            <>
              <line class={style.grid} x1={scale().x(month.day)} x2={scale().x(month.day)} y1={4} y2={foot()} />
              <text class={style.month} x={scale().x(month.day) + 4} y={foot() + 13}>
                {month.label}
              </text>
            </>
          )}
        </For>
        <line class={style.axis} x1={0} x2={width()} y1={axis()} y2={axis()} />
        <For each={periods()}>
          {(one) => (
            <g class={style.step} onClick={() => props.onPeriod(one.period)}>
              <title>{`${one.period.label}：${one.period.from} → ${one.period.due}${one.period.act === null ? '' : `（${one.period.act}）`}`}</title>
              <rect
                class={one.period.id === 'decision' ? style.long : style.period}
                x={one.x}
                y={20 + one.row * 25}
                width={Math.max(3, one.due - one.x)}
                height={7}
                rx={3.5}
              />
              <Show when={one.period.over > 0 && one.act !== null}>
                <rect
                  class={style.over}
                  x={one.due}
                  y={20 + one.row * 25}
                  width={Math.max(3, (one.act ?? one.due) - one.due)}
                  height={7}
                />
              </Show>
              <text class={one.period.over > 0 ? style.late : style.strong} x={one.labelX} y={15 + one.row * 25}>
                {one.label}
              </text>
            </g>
          )}
        </For>
        <For each={steps()}>
          {(one) => (
            <g
              class={style.step}
              role="button"
              tabIndex={0}
              aria-label={`${one.step.label} ${one.step.day ?? text.missing}`}
              onClick={() => props.onStep(one.step)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') props.onStep(one.step);
              }}
            >
              <title>{`${one.step.label} ${one.step.day ?? text.missing}`}</title>
              <circle
                class={
                  one.step.state === 'missing' ? style.missing : one.step.state === 'late' ? style.lateDot : style.done
                }
                cx={one.x}
                cy={axis()}
                r={one.step.state === 'late' ? 6 : 5}
              />
              <text
                class={one.step.state === 'done' ? style.strong : style.late}
                text-anchor="middle"
                x={one.textX}
                y={one.above ? axis() - 10 - one.level * 14 : axis() + 19 + one.level * 14}
              >
                {one.step.state === 'missing' ? `${one.step.label}？` : one.step.label}
              </text>
            </g>
          )}
        </For>
      </svg>
    </div>
  );
}

interface LaidPeriod {
  readonly period: Period;
  readonly row: number;
  readonly x: number;
  readonly due: number;
  readonly act: number | null;
  readonly label: string;
  readonly labelX: number;
}

/** Puts each period on the first row where neither its bar nor its label meets another. */
function layPeriods(periods: readonly Period[], x: (day: string) => number, width: number): LaidPeriod[] {
  const taken: number[] = [];
  return periods.map((period) => {
    const start = x(period.from);
    const due = x(period.due);
    const act = period.act === null ? null : x(period.act);
    const label =
      period.over > 0
        ? `${period.label} · ${period.label.includes('工作日') ? text.overWorking(period.over) : text.over(period.over)}`
        : period.label;
    const labelX = Math.max(0, Math.min(start, width - textWidth(label) - 4));
    const end = Math.max(due, period.over > 0 ? (act ?? due) : due, labelX + textWidth(label)) + 10;
    let row = taken.findIndex((until) => until <= Math.min(start, labelX));
    if (row < 0) row = taken.length;
    taken[row] = end;
    return { period, row, x: start, due, act, label, labelX };
  });
}

interface LaidStep {
  readonly step: Step;
  readonly x: number;
  readonly textX: number;
  readonly above: boolean;
  readonly level: number;
}

/** Labels stand above the axis and below it in turn: never on one another. Missing steps stand between their neighbours. */
function laySteps(steps: readonly Step[], x: (day: string) => number, width: number): LaidStep[] {
  const known = steps.map((step) => (step.day === null ? null : x(step.day)));
  const placed = steps.map((step, index) => {
    const before = known.slice(0, index).findLast((at) => at !== null) ?? 20;
    const after = known.slice(index + 1).find((at) => at !== null) ?? width - 40;
    return { step, x: known[index] ?? (before + after) / 2 };
  });
  // 0 above the axis, 1 below it, then in turn one line further out; as many as there are steps within few days.
  const lanes: number[] = [];
  return placed
    .toSorted((a, b) => a.x - b.x)
    .map(({ step, x: at }) => {
      const half = textWidth(step.state === 'missing' ? `${step.label}？` : step.label) / 2 + 3;
      const textX = Math.max(half, Math.min(width - half, at));
      const free = lanes.findIndex((until) => until <= textX - half);
      const lane = free < 0 ? lanes.length : free;
      lanes[lane] = textX + half;
      return { step, x: at, textX, above: lane % 2 === 0, level: Math.floor(lane / 2) };
    });
}

/** First days of months in the span, thinned out when there are many. */
function months(from: number, to: number): { day: string; label: string }[] {
  const list: { day: string; label: string }[] = [];
  const first = new Date(from * 86_400_000);
  let year = first.getUTCFullYear();
  let month = first.getUTCMonth() + 1;
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (dayOf(day) > to) break;
    if (dayOf(day) >= from)
      list.push({ day, label: month === 1 || list.length === 0 ? `${year}年${month}月` : `${month}月` });
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
  }
  const every = Math.ceil(list.length / 14);
  return list.filter((_, index) => index % every === 0);
}
