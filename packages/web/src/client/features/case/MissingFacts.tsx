import { createSignal, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import type { Case, Finding } from './createCase.ts';
import { enteredValue } from './entry.ts';
import style from './Finding.module.css';
import { ValueBox } from './ValueBox.tsx';

type Trace = NonNullable<Finding['trace']>;

const mostAsked = 6;

/** The facts a finding lacks, by path, with their labels. */
export function missingOf(finding: Finding): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Trace | null): void => {
    if (node === null) return;
    for (const fact of node.facts)
      if (fact.value === null && !fact.path.includes('[]')) found.set(fact.path, fact.label);
    node.children.forEach(visit);
  };
  visit(finding.trace);
  return found;
}

/** What the machine would have to know to decide: a person who sees it on the paper enters it here, and the rule is asked again. */
export function MissingFacts(props: { readonly missing: ReadonlyMap<string, string>; readonly room: Case }) {
  const asked = (): readonly (readonly [string, string])[] => [...props.missing].slice(0, mostAsked);
  return (
    <Show when={asked().length > 0}>
      <p class={style.lead}>{text.missingFacts}</p>
      <For each={asked()}>{([path, label]) => <Entry path={path} label={label} room={props.room} />}</For>
    </Show>
  );
}

function Entry(props: { readonly path: string; readonly label: string; readonly room: Case }) {
  const [typed, setTyped] = createSignal('');
  const value = () =>
    typed().trim() === ''
      ? null
      : enteredValue(props.room.type(props.path), typed(), props.room.codes(props.path, null));
  const send = (): void => {
    const entered = value();
    if (entered !== null) void props.room.enterFact(props.path, { value: entered as string, reason: text.seenOnPaper });
  };
  return (
    <form
      class={style.entry}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class={style.asked}>
        <span>{props.label}</span>
        <ValueBox room={props.room} path={props.path} value={typed()} onValue={setTyped} label={props.label} />
      </div>
      <button type="submit" disabled={value() === null}>
        {text.enter}
      </button>
    </form>
  );
}
