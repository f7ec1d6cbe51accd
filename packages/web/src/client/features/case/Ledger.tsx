import { A } from '@solidjs/router';
import { createResource, createSignal, For, Show } from 'solid-js';
import type { LedgerMade, LedgerView, NameBook } from '../../../server/contract/index.ts';
import { ask, listen, reasonOf, segment } from '../../api.ts';
import { text } from '../../text/case.ts';
import style from './Ledger.module.css';

/** A table that is a ledger: what its columns were taken for, to be confirmed; then a case is made of each row. */
export function Ledger(props: { readonly caseId: string; readonly fileId: string }) {
  const address = (): string => `/cases/${segment(props.caseId)}/ledger/${segment(props.fileId)}`;
  const [view] = createResource(address, (at) => ask<LedgerView>('GET', at).catch(() => null));
  const [names] = createResource(() => ask<NameBook>('GET', '/dictionary'));
  const [said, setSaid] = createSignal<Readonly<Record<string, string | null>>>({});
  const [made, setMade] = createSignal<LedgerMade | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  /** Cases made so far. */
  const [now, setNow] = createSignal(0);
  const facts = () => (names()?.facts ?? []).filter((fact) => !fact.path.endsWith('[]'));
  const confirm = async (columns: LedgerView['columns']): Promise<void> => {
    setBusy(true);
    // Each case that is made is told to whoever watches the list.
    const seen = new Set<string>();
    const stop = listen(
      (summary) => setNow(seen.add(summary.id).size),
      () => {},
    );
    setProblem(null);
    try {
      const mapping = Object.fromEntries(columns.map((column) => [column.heading, column.path]));
      setMade(await ask<LedgerMade>('PUT', address(), { mapping: { ...mapping, ...said() } }));
    } catch (error) {
      setProblem(reasonOf(error));
    } finally {
      stop();
      setBusy(false);
    }
  };
  return (
    <Show when={view()}>
      {(ledger) => (
        <section class={style.ledger}>
          <h2>{ledger().known ? text.ledger(ledger().cases) : text.ledgerUnknown}</h2>
          <p>{ledger().known ? text.ledgerAbout(ledger().row) : text.ledgerSay(ledger().row)}</p>
          <table>
            <thead>
              <tr>
                <th>{text.ledgerHeading}</th>
                <th>{text.ledgerExample}</th>
                <th>{text.ledgerFact}</th>
              </tr>
            </thead>
            <tbody>
              <For each={ledger().columns.filter((column) => column.heading.trim() !== '')}>
                {(column) => (
                  <tr
                    classList={{
                      [style.unsure ?? '']: column.by === 'alike' && !Object.hasOwn(said(), column.heading),
                    }}
                  >
                    <td>{column.heading}</td>
                    <td>{column.example}</td>
                    <td>
                      <select
                        aria-label={text.ledgerPick(column.heading)}
                        onChange={(event) =>
                          setSaid({ ...said(), [column.heading]: event.currentTarget.value || null })
                        }
                      >
                        <option value="" selected={column.path === null}>
                          {text.ledgerUnused}
                        </option>
                        <option value="id" selected={column.path === 'id'}>
                          {text.ledgerId}
                        </option>
                        <For each={facts()}>
                          {(fact) => (
                            <option value={fact.path} selected={column.path === fact.path}>
                              {fact.label}
                            </option>
                          )}
                        </For>
                      </select>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <For each={[...ledger().told, ...ledger().problems]}>{(one) => <p class={style.problem}>{one}</p>}</For>
          <For each={ledger().passed}>{(one) => <p>{one}</p>}</For>
          <Show
            when={made()}
            fallback={
              <button
                type="button"
                disabled={busy() || !(ledger().known || Object.values(said()).some((path) => path !== null))}
                onClick={() => void confirm(ledger().columns)}
              >
                {busy()
                  ? text.ledgerMaking(now(), ledger().cases)
                  : ledger().known
                    ? text.ledgerConfirm(ledger().cases)
                    : text.ledgerConfirmSaid}
              </button>
            }
          >
            {(done) => (
              <p role="status">
                {text.ledgerMade(done().made, done().cases)} <A href="/">{text.ledgerList}</A>
              </p>
            )}
          </Show>
          <Show when={problem()}>
            <p role="alert" class={style.problem}>
              {problem()}
            </p>
          </Show>
        </section>
      )}
    </Show>
  );
}
