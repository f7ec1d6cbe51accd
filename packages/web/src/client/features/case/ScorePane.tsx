import { For, Match, Show, Switch } from 'solid-js';
import { isProvisional, Points } from '../../parts/Points.tsx';
import { Waterfall } from '../../parts/Waterfall.tsx';
import { text } from '../../text/case.ts';
import type { Case } from './createCase.ts';
import { type Desk, type Tab, tabs } from './createDesk.ts';
import { FactList } from './FactList.tsx';
import { PassedList, ProblemList } from './FindingList.tsx';
import { Incomplete } from './Gaps.tsx';
import { ItemTable } from './ItemTable.tsx';
import { OpenList } from './OpenList.tsx';
import pane from './Pane.module.css';
import style from './ScorePane.module.css';

/** The packs of rules the case was judged by, from the widest, and on asking why these. */
function PackLine(props: { readonly room: Case }) {
  const pack = () => props.room.detail()?.pack;
  return (
    <Show when={(pack()?.chain.length ?? 0) > 0}>
      <details class={style.packs}>
        <summary>
          {text.packs}
          {pack()
            ?.chain.map((one) => one.title)
            .join(' → ')}
        </summary>
        <p>{pack()?.why}</p>
      </details>
    </Show>
  );
}

/** The score with what rests on people, and below it the findings, questions, items and facts. */
export function ScorePane(props: { readonly room: Case; readonly desk: Desk }) {
  const score = () => props.room.detail()?.score ?? null;
  const count = (tab: Tab): number => {
    switch (tab) {
      case 'problems':
        return props.room.problems().length;
      case 'open':
        return (
          (props.room.detail()?.record?.notices?.length ?? 0) +
          props.room.unknown().length +
          props.room.questions().filter((item) => item.state === 'pending').length
        );
      case 'items':
        return score()?.items.filter((item) => item.state !== 'not-applicable').length ?? 0;
      case 'facts':
        return Object.keys(props.room.detail()?.record?.facts ?? {}).length;
      case 'passed':
        return props.room.passed().length;
      default:
        return tab satisfies never;
    }
  };
  const openItem = (id: string): void => {
    const item = score()?.items.find((one) => one.id === id);
    const finding = props.room.problems().find((one) => item?.findings.includes(one.key));
    if (finding === undefined) return;
    props.desk.setTab('problems');
    props.desk.choose(finding);
  };
  return (
    <aside class={`${pane.pane} ${style.right}`} aria-label={text.sheet}>
      <Show when={score()}>
        {(now) => (
          <section class={style.score}>
            <div class={style.top}>
              <span class={style.num} classList={{ [style.ranged ?? '']: isProvisional(now()) }}>
                <Points score={now()} />
                <small>{text.of(now().max)}</small>
              </span>
              <Show
                when={!isProvisional(now())}
                fallback={<span class={`${style.grade} ${style.open}`}>{text.provisional}</span>}
              >
                <Show when={now().grade}>{(grade) => <span class={style.grade}>{grade()}</span>}</Show>
              </Show>
              <span class={style.pend}>
                <Show
                  when={now().pending > 0}
                  fallback={count('open') > 0 ? text.pendingItems(count('open')) : text.settled}
                >
                  {text.pending(now().pending)}
                  <br />
                  {isProvisional(now()) ? text.mostOpen : text.range(now().low, now().high)}
                </Show>
              </span>
            </div>
            <Incomplete room={props.room} />
            <Waterfall steps={now().waterfall} onItem={openItem} />
            <p class={style.standard}>{now().title}</p>
            <PackLine room={props.room} />
          </section>
        )}
      </Show>
      <div class={style.tabs} role="tablist" aria-label={text.sheet}>
        <For each={tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              aria-selected={props.desk.tab() === tab}
              onClick={() => props.desk.setTab(tab)}
            >
              {text.tabs[tab]} {count(tab)}
            </button>
          )}
        </For>
      </div>
      <div role="tabpanel" aria-label={text.tabs[props.desk.tab()]}>
        <Switch>
          <Match when={props.desk.tab() === 'problems'}>
            <ProblemList room={props.room} desk={props.desk} />
          </Match>
          <Match when={props.desk.tab() === 'open'}>
            <OpenList room={props.room} desk={props.desk} />
          </Match>
          <Match when={props.desk.tab() === 'items'}>
            <ItemTable room={props.room} desk={props.desk} />
          </Match>
          <Match when={props.desk.tab() === 'facts'}>
            <FactList room={props.room} desk={props.desk} />
          </Match>
          <Match when={props.desk.tab() === 'passed'}>
            <PassedList room={props.room} desk={props.desk} />
          </Match>
        </Switch>
      </div>
    </aside>
  );
}
