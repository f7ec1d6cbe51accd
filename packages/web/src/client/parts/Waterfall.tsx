import { createMemo, For } from 'solid-js';
import type { WaterfallStep } from '../../server/contract/index.ts';
import { text } from '../text/case.ts';
import style from './Waterfall.module.css';

const width = 404;
const most = 6;

interface Bar {
  readonly step: WaterfallStep;
  readonly x: number;
  readonly width: number;
}

/** From full marks down to the total: each deduction a visible block, what nobody has judged yet behind them. */
export function Waterfall(props: {
  readonly steps: readonly WaterfallStep[];
  readonly onItem: (item: string) => void;
}) {
  const bars = createMemo((): Bar[] => {
    const falls = props.steps.filter((step) => step.kind !== 'full' && step.kind !== 'total' && step.points !== 0);
    const kept = falls.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
    const shown = new Set(kept.slice(0, most));
    const list = falls.filter((step) => shown.has(step) || step.kind === 'pending');
    const total = props.steps.find((step) => step.kind === 'total');
    const all = list.reduce((sum, step) => sum + Math.abs(step.points), 0) || 1;
    const base = 74;
    const free = width - base - list.length * 4;
    let x = base + 4;
    const placed = list.map((step): Bar => {
      // Small deductions stay visible: each block has a least width, the rest is shared by points.
      const least = Math.min(46, free / Math.max(1, list.length));
      const share = least + ((free - least * list.length) * Math.abs(step.points)) / all;
      const bar = { step, x, width: share };
      x += share + 4;
      return bar;
    });
    const first: Bar = {
      step: total ?? { label: '', item: '', points: 0, running: 0, kind: 'total' },
      x: 0,
      width: list.length === 0 ? width : base,
    };
    return [first, ...placed];
  });
  return (
    <svg class={style.chart} viewBox={`0 0 ${width} 52`} role="img" aria-label={text.waterfall}>
      <For each={bars()}>
        {(bar) => (
          <g
            class={bar.step.item === '' ? '' : style.open}
            onClick={() => {
              if (bar.step.item !== '') props.onItem(bar.step.item);
            }}
          >
            <title>{`${bar.step.label} ${bar.step.points}`}</title>
            <rect
              class={style[bar.step.kind === 'total' ? 'full' : bar.step.kind]}
              x={bar.x}
              y={4}
              width={bar.width}
              height={22}
              rx={3}
            />
            <text class={bar.step.kind === 'veto' ? style.late : ''} x={bar.x + 1} y={40}>
              {caption(bar)}
            </text>
          </g>
        )}
      </For>
    </svg>
  );
}

/** As much of the label as the block is wide, then the points. */
function caption(bar: Bar): string {
  const { step } = bar;
  const points =
    step.kind === 'total' ? `得分 ${step.points}` : `${step.points > 0 ? '+' : '−'}${Math.abs(step.points)}`;
  if (step.kind === 'total') return points;
  const room = Math.floor((bar.width - points.length * 6.5) / 11.5);
  const label = step.kind === 'pending' ? '待核' : step.label;
  return `${label.slice(0, Math.max(0, room))}${room > 0 ? ' ' : ''}${points}`;
}
