import { createMemo, For, Show } from 'solid-js';
import type { CaseDetail } from '../../../server/contract/index.ts';
import { text } from '../../text/case.ts';
import { words } from '../../text/words.ts';
import type { Case, Finding } from './createCase.ts';
import type { Desk } from './createDesk.ts';
import { FindingCard } from './FindingCard.tsx';
import style from './Pane.module.css';

/** Findings that are defects, by gravity, each group with the points it costs. */
export function ProblemList(props: { readonly room: Case; readonly desk: Desk }) {
  const groups = createMemo(() =>
    (['invalidating', 'serious', 'minor'] as const)
      .map((severity) => ({
        severity,
        findings: props.room.problems().filter((finding) => finding.severity === severity),
      }))
      .filter((group) => group.findings.length > 0),
  );
  const cost = (findings: readonly Finding[]): number =>
    Math.round(findings.reduce((sum, finding) => sum + (props.room.points().get(finding.key) ?? 0), 0) * 100) / 100;
  const none = (): string => {
    const detail = props.room.detail();
    if (detail === undefined || detail.record === null) return nothingJudged(detail);
    if (detail.documents.length > 0 && detail.documents.every((one) => one.kind === 'unknown')) return text.noPapers;
    if (props.room.passed().length === 0) return text.nothingKnown;
    return props.room.gaps().length > 0 ? text.nothingWrongSoFar : text.nothingWrong;
  };
  return (
    <For each={groups()} fallback={<p class={style.empty}>{none()}</p>}>
      {(group) => (
        <section aria-label={words.severity[group.severity]}>
          <div class={style.group}>
            <span>{words.severity[group.severity]}</span>
            <Show when={cost(group.findings) > 0}>
              <span>{text.groupPoints(cost(group.findings))}</span>
            </Show>
          </div>
          <For each={group.findings}>
            {(finding) => <FindingCard finding={finding} room={props.room} desk={props.desk} />}
          </For>
        </section>
      )}
    </For>
  );
}

/** A ledger is judged row by row, once its columns are confirmed; of any other case without a result nothing was read. */
function nothingJudged(detail: CaseDetail | undefined): string {
  const message = detail?.summary.message ?? null;
  const [only] = detail?.files ?? [];
  if (detail?.summary.state === 'done' && (only?.format === 'xlsx' || only?.format === 'csv')) return text.ledgerFirst;
  if (detail?.summary.state === 'cancelled' || detail?.summary.state === 'failed') return text.noResultYet;
  return detail?.summary.state === 'done' && message !== null ? message : text.nothingRead;
}

export function PassedList(props: { readonly room: Case; readonly desk: Desk }) {
  return (
    <For each={props.room.passed()}>
      {(finding) => <FindingCard finding={finding} room={props.room} desk={props.desk} />}
    </For>
  );
}
