import { For, Show } from 'solid-js';
import { text } from '../../text/batches.ts';
import shared from './Batches.module.css';
import type { Batch } from './createBatch.ts';
import style from './Figures.module.css';
import { gradeColour } from './grades.ts';
import { Num } from './Num.tsx';
import table from './Table.module.css';

/** The average and the grades in large figures; a line for each standard where there are several. */
export function Headline(props: { readonly batch: Batch }) {
  const groups = () => props.batch.model()?.groups ?? [];
  return (
    <For each={groups()}>
      {(group) => (
        <div class={style.headline}>
          <Show when={groups().length > 1}>
            <p class={style.standard}>{group.title}</p>
          </Show>
          <Show when={group.average}>
            {(average) => (
              <div class={style.big}>
                <b>
                  <Num batch={props.batch} figure={average().low} />
                  <Show when={!average().settled}>
                    <small>–</small>
                    <Num batch={props.batch} figure={average().high} />
                  </Show>
                </b>
                <span>
                  {text.average}
                  {'　'}
                  <Show when={group.median}>
                    {(median) =>
                      text.median(
                        [...new Set([median().low, median().high])].map((id) => props.batch.figure(id)?.text).join('–'),
                      )
                    }
                  </Show>
                </span>
              </div>
            )}
          </Show>
          <For each={group.grades}>
            {(grade) => (
              <div class={style.big}>
                <b>
                  <i
                    class={style.key}
                    style={{
                      background: gradeColour(
                        grade.grade,
                        group.grades.map((one) => one.grade),
                      ),
                    }}
                  />
                  <Num batch={props.batch} figure={grade.count} />
                </b>
                <span>
                  {grade.grade} {props.batch.figure(grade.share)?.text}
                </span>
              </div>
            )}
          </For>
          <Show when={group.undecided}>
            {(undecided) => (
              <div class={style.big}>
                <b>
                  <i class={`${style.key} ${style.undecided}`} />
                  <Num batch={props.batch} figure={undecided().count} />
                </b>
                <span>
                  {text.undecided} {props.batch.figure(undecided().share)?.text}
                </span>
              </div>
            )}
          </Show>
        </div>
      )}
    </For>
  );
}

/** Indicators with numerator and denominator, and how they moved. */
export function Indicators(props: { readonly batch: Batch }) {
  const change = (id: string | null) =>
    props.batch.model()?.trend?.rows.find((row) => row.figure === id)?.change ?? null;
  return (
    <div class={style.indicators}>
      <For each={props.batch.model()?.indicators ?? []}>
        {(one) => (
          <div class={style.indicator}>
            <span title={one.note ?? undefined}>{one.title}</span>
            <b>
              <Show
                when={one.kind !== 'count' && one.share === null}
                fallback={<Num batch={props.batch} figure={one.share ?? one.number} />}
              >
                {text.untold}
              </Show>
            </b>
            <em>
              <Show when={one.all}>
                {(all) => (
                  <>
                    <Num batch={props.batch} figure={one.number} /> / <Num batch={props.batch} figure={all()} />
                  </>
                )}
              </Show>
              <Show when={one.unknown}>
                {(unknown) => (
                  <>
                    {one.all === null ? '' : ' · '}
                    <Num batch={props.batch} figure={unknown()}>
                      {text.unknown(
                        props.batch.figure(unknown())?.text ?? '',
                        props.batch.figure(unknown())?.unit ?? '',
                      )}
                    </Num>
                  </>
                )}
              </Show>{' '}
              <Show when={change(one.share ?? one.number)}>{(moved) => <strong>{moved()}</strong>}</Show>
            </em>
          </div>
        )}
      </For>
    </div>
  );
}

/** Problems by class, most first, with the themes they are of. */
export function Classes(props: { readonly batch: Batch }) {
  const model = () => props.batch.model();
  const most = () => Math.max(1, ...(model()?.classes.map((one) => one.number) ?? []));
  return (
    <section class={shared.card}>
      <h2>{text.classes(model()?.problemNumber ?? 0)}</h2>
      <Show when={model()?.classes.length === 0}>
        <p class="quiet">{text.noProblems}</p>
      </Show>
      <For each={model()?.classes ?? []}>
        {(one, index) => (
          <div class={style.class}>
            <span>{one.title}</span>
            <span class={style.bar}>
              <i
                classList={{ [style.first ?? '']: index() === 0 }}
                style={{ width: `${(one.number / most()) * 100}%` }}
              />
            </span>
            <Num
              batch={props.batch}
              figure={one.count}
              filter={(problem) => problem.class === one.id}
              class={table.strong}
            />
            <em>
              <For each={one.themes.slice(0, 4)}>
                {(theme, place) => (
                  <>
                    {place() > 0 ? ' · ' : ''}
                    {theme.title}{' '}
                    <Num
                      batch={props.batch}
                      figure={theme.count}
                      filter={(problem) => problem.class === one.id && problem.theme === theme.title}
                    />
                  </>
                )}
              </For>
            </em>
          </div>
        )}
      </For>
    </section>
  );
}

/** The ten items most files miss, with examples that open at their page. */
export function Items(props: { readonly batch: Batch }) {
  const names = (id: string) => {
    const one = props.batch.model()?.cases.find((each) => each.id === id);
    return one?.number ?? one?.name ?? '';
  };
  return (
    <Show when={(props.batch.model()?.items.length ?? 0) > 0}>
      <section class={shared.card}>
        <h2>{text.items}</h2>
        <table class={table.items}>
          <thead>
            <tr>
              <th>{text.problems}</th>
              <th class={table.right}>{text.itemCases}</th>
              <th>{text.examples}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.batch.model()?.items ?? []}>
              {(item) => (
                <tr>
                  <td>{item.title}</td>
                  <td class={table.right}>
                    <Num batch={props.batch} figure={item.count} filter={(problem) => problem.rule === item.rule} />{' '}
                    <span class="quiet">{props.batch.figure(item.share)?.text}</span>
                  </td>
                  <td class={style.examples}>
                    <For each={item.examples}>
                      {(example) => (
                        <a
                          href={`/cases/${encodeURIComponent(example.case)}#${encodeURIComponent(example.problem.key)}`}
                          title={example.problem.message}
                        >
                          {names(example.case)}
                        </a>
                      )}
                    </For>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
}
