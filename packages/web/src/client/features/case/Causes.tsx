import { createMemo, For, Show } from 'solid-js';
import { text } from '../../text/gaps.ts';
import { byCause, type Case, type Finding } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import { FindingCard } from './FindingCard.tsx';
import gaps from './Gaps.module.css';
import { MissingFacts, missingOf } from './MissingFacts.tsx';

/** What could not be told, by cause: fifty rules that wait for one day are told once, with the place to enter it, and lie behind it. */
export function Causes(props: { readonly findings: readonly Finding[]; readonly room: Case; readonly desk: Desk }) {
  const groups = createMemo(() => byCause(props.findings));
  return (
    <For each={groups()}>
      {(findings) => (
        <Show
          when={findings.length > 1}
          fallback={
            <For each={findings}>{(one) => <FindingCard finding={one} room={props.room} desk={props.desk} />}</For>
          }
        >
          <section class={gaps.cause} aria-label={findings[0]?.message}>
            <p>{findings[0]?.message}</p>
            <MissingFacts missing={common(findings)} room={props.room} />
            <details open={findings.some((one) => one.key === props.desk.chosen())}>
              <summary class={gaps.rules}>{text.heldUp(findings.length)}</summary>
              <For each={findings}>{(one) => <FindingCard finding={one} room={props.room} desk={props.desk} />}</For>
            </details>
          </section>
        </Show>
      )}
    </For>
  );
}

/** The facts all of them lack. */
function common(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const [first, ...others] = findings.map(missingOf);
  return new Map([...(first ?? [])].filter(([path]) => others.every((other) => other.has(path))));
}
