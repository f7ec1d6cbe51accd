import { createSignal, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import style from './Case.module.css';
import type { Case, Finding } from './createCase.ts';
import { enteredValue, entryHints } from './entry.ts';

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
  const type = (): string => props.room.type(props.path);
  const value = () => (typed().trim() === '' ? null : enteredValue(type(), typed()));
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
      <label>
        <span>{props.label}</span>
        <Show
          when={type() === 'boolean'}
          fallback={
            <input
              type={type() === 'day' ? 'date' : 'text'}
              placeholder={entryHints[type()] ?? ''}
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          }
        >
          <select value={typed()} onChange={(event) => setTyped(event.currentTarget.value)}>
            <option value="">{text.unknown}</option>
            <option>{text.yes}</option>
            <option>{text.no}</option>
          </select>
        </Show>
      </label>
      <button type="submit" disabled={value() === null}>
        {text.enter}
      </button>
    </form>
  );
}
