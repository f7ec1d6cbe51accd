import { For, Show } from 'solid-js';
import type { ScoreSheets } from '../../../server/contract/index.ts';
import { sheet as text } from '../../text/sheet.ts';
import style from './Sheet.module.css';

type Sheet = ScoreSheets['sheets'][number];
type Row = Sheet['sections'][number]['rows'][number];

/** One sheet as a printed page: what it is about, a row an item, places for signatures. */
export function SheetTable(props: {
  readonly sheet: Sheet;
  readonly pages: number | null;
  readonly onlyCharged: boolean;
}) {
  const shown = (row: Row): boolean =>
    !props.onlyCharged || row.state === 'deducted' || row.state === 'veto' || row.state === 'pending';
  const sections = () =>
    props.sheet.sections
      .map((section) => ({ ...section, rows: section.rows.filter(shown) }))
      .filter((section) => section.rows.length > 0);
  const pairs = () => {
    const about = props.sheet.about;
    return Array.from({ length: Math.ceil(about.length / 2) }, (_, index) => about.slice(2 * index, 2 * index + 2));
  };
  return (
    <section class={style.paper} aria-label={props.sheet.title}>
      <h1>{text.title}</h1>
      <p class={style.sub}>{text.subtitle}</p>
      <table class={style.head}>
        <tbody>
          <For each={pairs()}>
            {(pair) => (
              <tr>
                <For each={pair}>
                  {([label, value]) => (
                    <>
                      <th scope="row">{label}</th>
                      <td colSpan={pair.length === 1 ? 3 : 1}>{value}</td>
                    </>
                  )}
                </For>
              </tr>
            )}
          </For>
          <tr>
            <th scope="row">{text.standard}</th>
            <td colSpan={3}>
              {props.sheet.title}　{props.sheet.sheet}
            </td>
          </tr>
          <tr>
            <th scope="row">{text.total}</th>
            <td colSpan={props.pages === null ? 3 : 1} class={style.total}>
              {props.sheet.result}
            </td>
            <Show when={props.pages}>
              {(pages) => (
                <>
                  <th scope="row">{text.pages}</th>
                  <td>{pages()}</td>
                </>
              )}
            </Show>
          </tr>
        </tbody>
      </table>
      <table class={style.table}>
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            <th scope="col">{text.content}</th>
            <th scope="col">{text.full}</th>
            <th scope="col">{text.deducted}</th>
            <th scope="col">{text.reason}</th>
          </tr>
        </thead>
        <For each={sections()}>
          {(section) => (
            <tbody>
              <tr class={style.section}>
                <td colSpan={2}>{section.title}</td>
                <td class={style.mark}>{section.full ?? ''}</td>
                <td class={style.mark}>{section.deducted === 0 ? '' : `−${section.deducted}`}</td>
                <td />
              </tr>
              <For each={section.rows}>{(row) => <SheetRow row={row} />}</For>
            </tbody>
          )}
        </For>
      </table>
      <div class={style.sign}>
        <span>{text.reviewer}：</span>
        <span>{text.leader}：</span>
        <span>{text.date}：</span>
      </div>
      <p class={style.note}>
        {text.basis} {props.sheet.standard}@{props.sheet.edition} {props.sheet.hash.slice(0, 12)}
      </p>
    </section>
  );
}

function SheetRow(props: { readonly row: Row }) {
  const tone = (): string => {
    if (props.row.state === 'pending') return style.open ?? '';
    if (props.row.state === 'deducted' || props.row.state === 'veto') return style.bad ?? '';
    return props.row.state === 'not-applicable' || props.row.mark === '0' || props.row.mark === '无'
      ? (style.faint ?? '')
      : '';
  };
  const said = (): boolean => props.row.state !== 'full' || props.row.kind === 'bonus';
  return (
    <tr>
      <td>{props.row.id}</td>
      <td>{props.row.title}</td>
      <td class={style.mark}>{props.row.full ?? ''}</td>
      <td class={`${style.mark} ${tone()}`}>{props.row.mark}</td>
      <td>
        <Show when={said()}>
          <For each={props.row.reasons}>{(reason) => <p>{reason}</p>}</For>
          <Show when={props.row.places.length > 0}>
            <p class={style.places}>{props.row.places.join('、')}</p>
          </Show>
        </Show>
      </td>
    </tr>
  );
}
