import { A, useNavigate, useParams } from '@solidjs/router';
import { createEffect, createSignal, For, Show } from 'solid-js';
import { ask, segment } from '../../api.ts';
import { Top } from '../../parts/Top.tsx';
import { text } from '../../text/batches.ts';
import { words } from '../../text/words.ts';
import style from './Batches.module.css';
import { BatchForm } from './BatchForm.tsx';
import { CaseDrawer } from './CaseDrawer.tsx';
import { createBatch } from './createBatch.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { Classes, Headline, Indicators, Items } from './Figures.tsx';
import { Num } from './Num.tsx';
import { Units } from './Units.tsx';

/** A batch at a glance: scores and grades, units, problems, indicators; every figure opens the files behind it. */
export default function BatchPage() {
  const params = useParams<{ id: string }>();
  const batch = createBatch(() => params.id);
  const go = useNavigate();
  const [writing, setWriting] = createSignal<{ readonly unit: string | null } | null>(null);
  const [changing, setChanging] = createSignal(false);
  const about = () => batch.detail.latest?.batch;
  createEffect(() => {
    document.title = `${about()?.name ?? text.title} · ${words.product}`;
  });
  const remove = async (): Promise<void> => {
    if (!window.confirm(text.removeAsk(about()?.name ?? ''))) return;
    await ask('DELETE', `/batches/${segment(params.id)}`);
    go('/batches');
  };
  return (
    <>
      <Top
        crumb={
          <>
            <A href="/batches">{text.title}</A> / <b>{about()?.name}</b>
          </>
        }
      >
        <button type="button" onClick={() => setChanging(!changing())}>
          {text.change}
        </button>
        <button type="button" onClick={() => void remove()}>
          {text.remove}
        </button>
        <button
          type="button"
          class="primary"
          disabled={batch.model() === null}
          onClick={() => setWriting({ unit: null })}
        >
          {text.export}
        </button>
      </Top>
      <main class={style.main}>
        <Show when={batch.detail.latest} fallback={<p class="quiet">{words.loading}</p>}>
          {(detail) => (
            <>
              <h1>{detail().batch.name}</h1>
              <p class={style.sub}>
                <Show when={batch.model()}>
                  {(model) => (
                    <>
                      <Num batch={batch} figure="units" /> 个单位{'　'}
                      <Num batch={batch} figure="cases" /> 件（
                      <For each={model().types}>
                        {(type, index) => (
                          <>
                            {index() > 0 ? '、' : ''}
                            {type.label} <Num batch={batch} figure={type.count} />
                          </>
                        )}
                      </For>
                      ）{'　'}
                      <Show when={model().groups.length === 1}>
                        {text.standard}：{model().groups[0]?.title}
                      </Show>
                    </>
                  )}
                </Show>
                <Show when={(batch.others()?.length ?? 0) > 0}>
                  <label class={style.compare}>
                    {text.earlier}
                    <select
                      aria-label={text.earlier}
                      value={batch.earlier()}
                      onChange={(event) => batch.setEarlier(event.currentTarget.value)}
                    >
                      <option value="">{text.noEarlier}</option>
                      <For each={batch.others() ?? []}>{(one) => <option value={one.id}>{one.name}</option>}</For>
                    </select>
                  </label>
                </Show>
              </p>
              <Show when={changing()}>
                <BatchForm
                  cases={batch.cases() ?? []}
                  batch={detail().batch}
                  chosen={detail().cases}
                  onDone={() => {
                    setChanging(false);
                    void batch.refetch();
                  }}
                  onCancel={() => setChanging(false)}
                />
              </Show>
              <Show when={detail().refused}>{(reason) => <p class={style.problem}>{reason()}</p>}</Show>
              <Show when={batch.model()}>
                {(model) => (
                  <>
                    <Notes batch={batch} />
                    <Headline batch={batch} />
                    <Indicators batch={batch} />
                    <Show when={model().trend}>
                      {(trend) => (
                        <section class={style.card}>
                          <h2>{text.compared(trend().name)}</h2>
                          <Show
                            when={trend().incomparable === null}
                            fallback={text.incomparable(trend().incomparable ?? '')}
                          >
                            <ul class={style.trend}>
                              <For each={trend().rows}>
                                {(row) => (
                                  <li>
                                    {row.label} <span class="quiet">{row.before} →</span>{' '}
                                    <Num batch={batch} figure={row.figure} /> <b>{row.change}</b>
                                  </li>
                                )}
                              </For>
                            </ul>
                            <Show when={trend().caution}>{(caution) => <p class="quiet">{caution()}。</p>}</Show>
                          </Show>
                        </section>
                      )}
                    </Show>
                    <div class={style.grid}>
                      <Units batch={batch} onOpinion={(unit) => setWriting({ unit })} />
                      <Classes batch={batch} />
                    </div>
                    <Items batch={batch} />
                  </>
                )}
              </Show>
            </>
          )}
        </Show>
      </main>
      <CaseDrawer batch={batch} />
      <Show when={writing()} keyed>
        {(what) => <ExportDialog batch={batch} id={params.id} unit={what.unit} onClose={() => setWriting(null)} />}
      </Show>
    </>
  );
}

/** What the figures do not cover. */
function Notes(props: { readonly batch: ReturnType<typeof createBatch> }) {
  const notes = () => {
    const model = props.batch.model();
    if (model === null) return [];
    return [
      ...model.unchecked.map((one) => `${one.name}：${one.unchecked}，不计入统计。`),
      ...(model.absentUnits.length === 0 ? [] : [`没有案卷的单位：${model.absentUnits.join('、')}。`]),
      ...model.notes,
    ];
  };
  return (
    <Show when={notes().length > 0}>
      <ul class={style.notes}>
        <For each={notes()}>{(note) => <li>{note}</li>}</For>
      </ul>
    </Show>
  );
}
