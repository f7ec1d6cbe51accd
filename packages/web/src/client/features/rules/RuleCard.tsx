import { createResource, For, Show } from 'solid-js';
import type { Phrase, RuleDetail } from '../../../server/contract/index.ts';
import { ask, segment } from '../../api.ts';
import { Article } from '../../parts/Article.tsx';
import { rules } from '../../text/sheet.ts';
import { cited, inForce, words } from '../../text/words.ts';
import style from './Rules.module.css';

/** One rule as a lawyer reads it. */
export function RuleCard(props: { readonly id: string }) {
  const [detail] = createResource(
    () => props.id,
    (id) => ask<RuleDetail>('GET', `/rules/${segment(id)}`),
  );
  return (
    <Show when={detail()} fallback={<p class="quiet">{detail.error ? String(detail.error.message) : words.loading}</p>}>
      {(found) => (
        <article>
          <span class={style.id}>{found().rule.id}</span>{' '}
          <span class={`tag ${found().rule.curable}`}>{words.curable[found().rule.curable]}</span>{' '}
          <span class="quiet">
            {words.severity[found().rule.severity]}
            <For each={found().rule.types}>{(type) => <> · {rules.types[type] ?? type}</>}</For>
            <For each={found().rule.procedures}>{(one) => <> · {rules.procedures[one] ?? one}</>}</For>
          </span>
          <Show when={found().rule.status === 'draft'}>
            {' '}
            <span class="tag ask">{rules.draft}</span>
          </Show>
          <h1>{found().rule.title}</h1>
          <h2>{rules.basis}</h2>
          <For each={found().rule.basis}>
            {(basis) => (
              <p>
                {cited(basis)}
                <span class={style.says}>{basis.says}</span>
                <Article
                  law={basis.law}
                  article={basis.article}
                  paragraph={basis.paragraph}
                  item={basis.item}
                  on={shownOn(basis, found().rule.versions)}
                />
              </p>
            )}
          </For>
          <For each={found().condition}>
            {(condition, index) => (
              <>
                <h2>
                  {rules.version} {inForce(found().rule.versions[index()] ?? null)}{' '}
                  {rules.datedBy(found().rule.datedBy[index()] ?? '')}
                </h2>
                <Show when={condition.when}>
                  {(when) => (
                    <p>
                      {rules.applies}：<Clause phrase={when()} />
                    </p>
                  )}
                </Show>
                <p>
                  {rules.requires}：<Clause phrase={condition.require} />
                </p>
              </>
            )}
          </For>
          <h2>{rules.message}</h2>
          <p>{found().rule.message}</p>
          <h2>{rules.advice}</h2>
          <p>{found().rule.advice}</p>
          <h2>
            {rules.cases} {found().cases.length}
          </h2>
          <table class={style.cases}>
            <tbody>
              <For each={found().cases}>
                {(one) => (
                  <tr>
                    <td>{one.name}</td>
                    <td>{words.outcome[one.expect]}</td>
                    <td class={one.got === one.expect ? style.ok : style.bad}>
                      {one.got === one.expect ? '✓' : words.outcome[one.got]}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <h2>{rules.requirement}</h2>
          <For
            each={found().requirements}
            fallback={<p class="quiet">{found().rule.requirement.join('、') || rules.noRequirement}</p>}
          >
            {(one) => (
              <div class={style.demand}>
                <span class={style.id}>{one.id}</span>
                <p>
                  {one.says}
                  <span class={style.says}>{one.place}</span>
                </p>
                <For each={one.questions}>
                  {(question) => (
                    <p class={style.question}>
                      {rules.question}：{question}
                    </p>
                  )}
                </For>
              </div>
            )}
          </For>
        </article>
      )}
    </Show>
  );
}

/** The day to show an article on: of one that the rule rests on no longer, the first day it did; else the beginning of the newest version. */
function shownOn(basis: RuleDetail['rule']['basis'][number], versions: RuleDetail['rule']['versions']): string | null {
  if (basis.to !== undefined) return basis.from ?? versions[0]?.from ?? null;
  const last = versions.at(-1);
  return last === undefined || last.to === null ? null : last.from;
}

function Clause(props: { readonly phrase: Phrase }) {
  return (
    <>
      {props.phrase.text}
      <Show when={props.phrase.children.length > 0}>
        <ul class={style.phrase}>
          <For each={props.phrase.children}>
            {(child) => (
              <li>
                <Clause phrase={child} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
