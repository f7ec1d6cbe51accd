import { standards as text } from '../../text/standards.ts';
import style from './Standards.module.css';

/** How much of a standard is decided by rules, by rules and people, by people alone. */
export function ShareBar(props: {
  readonly of: {
    readonly items: number;
    readonly automatic: number;
    readonly assisted: number;
    readonly byHand: number;
  };
}) {
  const share = (count: number): string => `${props.of.items === 0 ? 0 : (100 * count) / props.of.items}%`;
  const words = (): string => text.shares(props.of.automatic, props.of.assisted, props.of.byHand);
  return (
    <span class={style.share}>
      <span class={style.bar} role="img" aria-label={`${text.shareTitle}：${words()}`}>
        <i class={style.automatic} style={{ width: share(props.of.automatic) }} />
        <i class={style.assisted} style={{ width: share(props.of.assisted) }} />
        <i class={style.byHand} style={{ width: share(props.of.byHand) }} />
      </span>
      <span class={style.words}>{words()}</span>
    </span>
  );
}
