import { createSignal, For, Show } from 'solid-js';
import { Article } from '../../parts/Article.tsx';
import { text } from '../../text/case.ts';
import { text as corrections } from '../../text/corrections.ts';
import { cited, inForce, pageOf, valueInWords, words } from '../../text/words.ts';
import type { Anchor, Case, Finding } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import style from './Finding.module.css';
import { MissingFacts, missingOf } from './MissingFacts.tsx';
import pane from './Pane.module.css';

/** One finding: what is wrong, under which law, where, and what people say to it. */
export function FindingCard(props: { readonly finding: Finding; readonly room: Case; readonly desk: Desk }) {
  const [rejecting, setRejecting] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const on = (): boolean => props.desk.chosen() === props.finding.key;
  const failed = (): boolean => props.finding.outcome === 'fail';
  const ruling = () => props.room.rulingOn(props.finding);
  const points = (): number => props.room.points().get(props.finding.key) ?? 0;
  const reject = async (): Promise<void> => {
    const given = reason().trim();
    if (given === '') return;
    const done = await props.room.rule(props.room.itemOf(props.finding), {
      finding: props.finding.key,
      verdict: 'overruled',
      reason: given,
    });
    if (done) setRejecting(false);
  };
  const accept = (): void => {
    void props.room.rule(props.room.itemOf(props.finding), {
      finding: props.finding.key,
      verdict: 'upheld',
      reason: text.accept,
    });
  };
  return (
    <article
      class={style.finding}
      classList={{
        [style.on ?? '']: on(),
        [style.calm ?? '']: !failed(),
        [style.dropped ?? '']: ruling()?.verdict === 'overruled',
      }}
      data-finding={props.finding.key}
      aria-current={on() ? 'true' : undefined}
      onClick={() => {
        if (!on()) props.desk.choose(props.finding);
      }}
    >
      <div class={style.head}>
        <b>{props.finding.title}</b>
        <Show when={failed()}>
          <span class={`tag ${props.finding.curable}`}>{words.curable[props.finding.curable]}</span>
        </Show>
        <Show when={props.finding.outcome === 'cannot-tell' || props.finding.outcome === 'error'}>
          <span class="tag ask">{words.outcome[props.finding.outcome]}</span>
        </Show>
        <Show when={points() > 0}>
          <span class={pane.points}>{text.points(points())}</span>
        </Show>
      </div>
      <Show when={props.finding.subject}>{(subject) => <p>{subject()}</p>}</Show>
      <p>{props.finding.message}</p>
      <Law finding={props.finding} open={on()} />
      <Show when={on()}>
        <Show when={failed()}>
          <p>
            {text.advice}：{props.finding.advice}
          </p>
        </Show>
        <Values finding={props.finding} room={props.room} />
        <Show when={props.finding.outcome === 'cannot-tell'}>
          <MissingFacts missing={missingOf(props.finding)} room={props.room} />
        </Show>
      </Show>
      <Places finding={props.finding} room={props.room} desk={props.desk} />
      <Show when={(on() || ruling()) && failed()}>
        <div class={style.acts}>
          <Show
            when={ruling()}
            fallback={
              <>
                <button type="button" onClick={accept}>
                  {text.accept}
                </button>
                <button type="button" onClick={() => setRejecting(!rejecting())} aria-expanded={rejecting()}>
                  {text.reject}
                </button>
              </>
            }
          >
            {(given) => (
              <>
                <span>
                  {given().verdict === 'overruled'
                    ? text.rejectedBy(given().by, given().reason)
                    : text.acceptedBy(given().by)}
                </span>
                <button type="button" onClick={() => void props.room.withdrawRuling(given().item, props.finding.key)}>
                  {text.undo}
                </button>
              </>
            )}
          </Show>
          <Show when={rejecting() && !ruling()}>
            <textarea
              rows={2}
              aria-label={text.reason}
              placeholder={text.reasonNeeded}
              value={reason()}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
            <button type="button" class="primary" disabled={reason().trim() === ''} onClick={() => void reject()}>
              {text.confirmReject}
            </button>
          </Show>
        </div>
      </Show>
    </article>
  );
}

/** The law it rests on; on the chosen card each place unfolds to our wording and to its text on the day that dates the rule. */
function Law(props: { readonly finding: Finding; readonly open: boolean }) {
  const rule = (): string => `/rules/${encodeURIComponent(props.finding.rule)}`;
  return (
    <Show
      when={props.open}
      fallback={
        <p class={style.law}>
          <a href={rule()}>{props.finding.basis.map(cited).join('；')}</a>
        </p>
      }
    >
      <For each={props.finding.basis}>
        {(basis) => (
          <p class={style.law}>
            <a href={rule()}>{cited(basis)}</a>
            <Show when={props.finding.on}>
              {(day) => (
                <Article
                  law={basis.law}
                  article={basis.article}
                  paragraph={basis.paragraph}
                  item={basis.item}
                  on={day()}
                  says={basis.says}
                />
              )}
            </Show>
          </p>
        )}
      </For>
      <Show when={props.finding.version}>
        {(version) => (
          <p>
            {props.finding.on === undefined ? '' : text.datedOn(props.finding.on)} {inForce(version())}
          </p>
        )}
      </Show>
    </Show>
  );
}

function Places(props: { readonly finding: Finding; readonly room: Case; readonly desk: Desk }) {
  const several = (): boolean => (props.room.detail()?.files.length ?? 0) > 1;
  const titleOf = (document: string, file: string): string => {
    const found = props.room.detail()?.documents.find((one) => one.id === document);
    return found === undefined ? file : found.title || props.room.kind(found.kind);
  };
  return (
    <Show when={props.finding.anchors.length > 0}>
      <div class={style.places}>
        <For each={distinct(props.finding.anchors)}>
          {([anchor, index]) => (
            <button
              type="button"
              class="link"
              title={anchor.quote}
              onClick={(event) => {
                event.stopPropagation();
                props.desk.choose(props.finding);
                props.desk.show(props.finding.anchors, index);
              }}
            >
              {titleOf(anchor.document, anchor.file)} {several() ? '' : pageOf(anchor.page)}
            </button>
          )}
        </For>
        <Show when={twoPlaces(props.finding.anchors)}>
          {(places) => (
            <button
              type="button"
              class="link"
              onClick={(event) => {
                event.stopPropagation();
                props.desk.choose(props.finding);
                props.desk.setPair(places());
              }}
            >
              {corrections.compare}
            </button>
          )}
        </Show>
      </div>
    </Show>
  );
}

/** The first two places on different pages; null where there are none. */
function twoPlaces(anchors: readonly Anchor[]): readonly [Anchor, Anchor] | null {
  const [first] = anchors;
  const other = anchors.find((one) => first !== undefined && (one.page !== first.page || one.file !== first.file));
  return first === undefined || other === undefined ? null : [first, other];
}

/** The first place on each page; the others are marked on it too. */
function distinct(anchors: readonly Anchor[]): readonly (readonly [Anchor, number])[] {
  const first = new Map<string, readonly [Anchor, number]>();
  anchors.forEach((anchor, index) => {
    const key = `${anchor.file} ${anchor.page}`;
    if (!first.has(key)) first.set(key, [anchor, index]);
  });
  return [...first.values()];
}

type Trace = NonNullable<Finding['trace']>;

/** What was compared: every fact the reasoning read, once. */
function Values(props: { readonly finding: Finding; readonly room: Case }) {
  const read = (): Map<string, string> => {
    const found = new Map<string, string>();
    const visit = (node: Trace | null): void => {
      if (node === null) return;
      for (const { path, label, value } of node.facts)
        if (!path.endsWith('[]'))
          found.set(
            label,
            valueInWords(value, () => props.room.codes(path, null)),
          );
      node.children.forEach(visit);
    };
    visit(props.finding.trace);
    return found;
  };
  return (
    <Show when={read().size > 0}>
      <dl class={style.values}>
        <For each={[...read()].slice(0, 8)}>
          {([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          )}
        </For>
      </dl>
    </Show>
  );
}
