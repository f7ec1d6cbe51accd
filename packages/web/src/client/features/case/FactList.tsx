import { createMemo, createSignal, For, Show } from 'solid-js';
import { text } from '../../text/case.ts';
import { text as corrections } from '../../text/corrections.ts';
import { pageOf, valueInWords, words } from '../../text/words.ts';
import type { Anchor, Case } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import { enteredValue } from './entry.ts';
import style from './FactList.module.css';
import pane from './Pane.module.css';
import { ValueBox } from './ValueBox.tsx';

/** A value less sure than this counts as not read: rules cannot tell by it. */
const leastSure = 0.5;

interface Shown {
  readonly path: string;
  readonly value: unknown;
  readonly anchors: readonly Anchor[];
  readonly confidence: number | null;
  readonly others: readonly { readonly value: unknown; readonly anchors: readonly Anchor[] }[];
}

/** Everything that was read, by subject; a person can confirm or correct it, and the check runs again at once. */
export function FactList(props: { readonly room: Case; readonly desk: Desk }) {
  const groups = createMemo(() => {
    const found = new Map<string, Shown[]>();
    for (const [path, raw] of Object.entries(props.room.detail()?.record?.facts ?? {})) {
      if (raw === null) continue;
      const fact = typeof raw === 'object' && !Array.isArray(raw) && 'value' in raw ? raw : null;
      const shown: Shown = {
        path,
        value: fact === null ? raw : fact.value,
        anchors: fact?.anchors ?? [],
        confidence: fact?.confidence ?? null,
        others: fact?.alternatives ?? [],
      };
      const group = path.split(/[.[]/u)[0] ?? path;
      found.set(group, [...(found.get(group) ?? []), shown]);
    }
    const order = Object.keys(text.groups);
    return [...found].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  });
  return (
    <For each={groups()}>
      {([group, facts]) => (
        <section aria-label={text.groups[group] ?? group}>
          <div class={pane.group}>
            <span>{text.groups[group] ?? group}</span>
          </div>
          <For each={facts}>{(fact) => <FactRow fact={fact} room={props.room} desk={props.desk} />}</For>
        </section>
      )}
    </For>
  );
}

function FactRow(props: { readonly fact: Shown; readonly room: Case; readonly desk: Desk }) {
  const [editing, setEditing] = createSignal(false);
  const [value, setValue] = createSignal('');
  const [reason, setReason] = createSignal('');
  const correction = () => props.room.correctionOf(props.fact.path);
  const inWords = (given: unknown): string => valueInWords(given, (field) => props.room.codes(props.fact.path, field));
  const list = (): boolean => props.fact.path.endsWith('[]');
  const send = async (confirm: boolean): Promise<void> => {
    const entered = confirm
      ? props.fact.value
      : enteredValue(props.room.type(props.fact.path), value(), props.room.codes(props.fact.path, null));
    if (entered === null) return;
    const done = await props.room.enterFact(props.fact.path, {
      value: entered as string,
      reason: reason().trim() || text.factConfirm,
      ...(confirm ? { confirm: true } : {}),
    });
    if (done) setEditing(false);
  };
  const start = (): void => {
    const { value: read } = props.fact;
    const named = typeof read === 'string' || typeof read === 'boolean' || (Array.isArray(read) && read.length > 0);
    setValue(named ? inWords(read) : Array.isArray(read) ? '' : String(read));
    setEditing(!editing());
  };
  return (
    <div class={style.fact} data-fact={props.fact.path}>
      <span>{props.room.label(props.fact.path)}</span>
      <span>
        <Show when={props.fact.anchors.length > 0} fallback={inWords(props.fact.value)}>
          <button
            type="button"
            class="link"
            title={pageOf(props.fact.anchors[0]?.page ?? 1)}
            onClick={() => props.desk.show(props.fact.anchors)}
          >
            {inWords(props.fact.value)}
          </button>
        </Show>
        <Show when={(props.fact.confidence ?? 1) < 0.8 && !correction()}>
          {' '}
          <span class="quiet">{text.sure(props.fact.confidence ?? 1)}</span>
          <Show when={(props.fact.confidence ?? 1) < leastSure}>
            {' '}
            <span class="tag ask">{corrections.doubtful}</span>
          </Show>
        </Show>
        <For each={props.fact.others}>
          {(other) => (
            <div class={style.warn}>
              {text.conflict}：
              <button
                type="button"
                class="link"
                onClick={() => props.desk.show([...other.anchors, ...props.fact.anchors])}
              >
                {inWords(other.value)}
              </button>
              <Show when={other.anchors[0] !== undefined && props.fact.anchors[0] !== undefined}>
                {' '}
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    const [left] = props.fact.anchors;
                    const [right] = other.anchors;
                    if (left !== undefined && right !== undefined) props.desk.setPair([left, right]);
                  }}
                >
                  {corrections.compare}
                </button>
              </Show>
            </div>
          )}
        </For>
        <Show when={correction()}>
          {(given) => (
            <div class="quiet">
              {given().origin === 'confirmed' ? text.confirmed : text.entered}（{given().by}：{given().reason}）
              <Show when={given().was !== null && given().origin === 'entered'}>
                {' '}
                {text.wasRead(inWords(given().was))}
              </Show>
            </div>
          )}
        </Show>
      </span>
      <Show when={!list()}>
        <Show
          when={correction()}
          fallback={
            <button type="button" class="link" aria-expanded={editing()} onClick={start}>
              {text.factCorrect}
            </button>
          }
        >
          <button type="button" class="link" onClick={() => void props.room.withdrawFact(props.fact.path)}>
            {text.undo}
          </button>
        </Show>
      </Show>
      <Show when={editing() && !correction()}>
        <div class={style.edit}>
          <ValueBox room={props.room} path={props.fact.path} value={value()} onValue={setValue} label={text.newValue} />
          <input
            aria-label={text.factReason}
            placeholder={text.factReason}
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <button type="button" class="primary" disabled={reason().trim() === ''} onClick={() => void send(false)}>
            {text.factCorrect}
          </button>
          <button type="button" onClick={() => void send(true)}>
            {text.factConfirm}
          </button>
          <button type="button" class="link" onClick={() => setEditing(false)}>
            {words.cancel}
          </button>
        </div>
      </Show>
    </div>
  );
}
