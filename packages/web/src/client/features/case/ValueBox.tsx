import { For, Match, Switch } from 'solid-js';
import { text } from '../../text/case.ts';
import type { Case } from './createCase.ts';
import { entryHints } from './entry.ts';

/** Where a person enters a value of the dictionary: one of its codes, yes or no, a day, or what is typed. */
export function ValueBox(props: {
  readonly room: Case;
  readonly path: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly label?: string;
}) {
  const type = (): string => props.room.type(props.path);
  const choices = (): readonly string[] => {
    if (type() === 'boolean') return [text.yes, text.no];
    return type() === 'text' ? Object.values(props.room.codes(props.path, null)) : [];
  };
  return (
    <Switch
      fallback={
        <input
          type={type() === 'day' ? 'date' : 'text'}
          aria-label={props.label}
          placeholder={entryHints[type()] ?? ''}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      }
    >
      <Match when={choices().length > 0}>
        <select
          aria-label={props.label}
          value={props.value}
          onChange={(event) => props.onValue(event.currentTarget.value)}
        >
          <option value="">{text.unknown}</option>
          <For each={choices()}>{(one) => <option selected={one === props.value}>{one}</option>}</For>
        </select>
      </Match>
    </Switch>
  );
}
