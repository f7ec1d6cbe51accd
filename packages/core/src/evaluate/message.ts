import type { Frame } from '../operators/frame.ts';
import type { Plan, PlannedRule } from '../packs/compile.ts';
import { leastConfidence } from '../record/confidence.ts';
import { codesIn, type Dictionary, labelOf } from '../record/dictionary.ts';
import { lostInWords } from '../record/unread.ts';
import { inWords } from './explain.ts';
import type { Judgement } from './judge.ts';
import type { TraceNode } from './types.ts';

const templates = new Map<string, readonly (string | { readonly key: string })[]>();

/**
 * Fills a rule's message: `{path}` with facts, `{item.field}` with the element's, `{elapsed}` and the like with figures
 * of the deciding steps.
 */
export function fillMessage(
  template: string,
  deciding: readonly TraceNode[],
  frame: Frame,
  dictionary: Dictionary,
): string {
  let parts = templates.get(template);
  if (parts === undefined) {
    parts = template.split(/(\{[^{}]+\})/u).map((part) => (part.startsWith('{') ? { key: part.slice(1, -1) } : part));
    templates.set(template, parts);
  }
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : filled(part.key, deciding, frame, dictionary);
  return text;
}

function filled(key: string, deciding: readonly TraceNode[], frame: Frame, dictionary: Dictionary): string {
  for (const node of deciding) {
    const figure = node.figures[key];
    if (figure !== undefined) return inWords(figure);
  }
  if (key.startsWith('item.')) return inWords((frame.item?.[key.slice(5)] as string | undefined) ?? null);
  return inWords(frame.fact(key)?.value, codesIn(dictionary.get(key)?.label ?? ''));
}

/** Why nothing can be said, in one Chinese sentence or two. */
export function whyUnknown(
  plan: Plan,
  rule: PlannedRule,
  judgement: Judgement,
  deciding: readonly TraceNode[],
  frame: Frame,
): string {
  const { dictionary } = plan.pack;
  const first = rule.versions[0];
  const dated =
    first === undefined
      ? ''
      : first.field === null
        ? (plan.paths[first.slot] ?? '')
        : `${rule.rule.for.each}.${first.field}`;
  switch (judgement.reason) {
    case 'type':
      return '案件类型或者适用程序未载明，不能确定本项是否适用。';
    case 'undated':
      return `缺少${inCase(labelOf(dictionary, dated), frame)}，不能确定适用哪一版本的规定。`;
    case 'too-early':
    case 'between-versions':
      return `该日有效的条文未收录（${inCase(labelOf(dictionary, dated), frame)} ${inWords(dayValue(frame, rule, dated))}），不以之后的规定判断之前的行为。`;
    case 'displaced':
      return '本案适用专门规定。';
    case 'no-list':
      return `${labelOf(dictionary, rule.rule.for.each ?? '')}未能读出，无法逐项判断。`;
    case 'papers-disagree':
      return `卷内文书对${disagreeing(plan, rule, frame)}的记载不一致，按不同记载得出的结论不同，需人工核实。`;
    case 'condition':
      return deciding.length === 0 ? '缺少判断所需的事实。' : missing(deciding, frame, dictionary);
    default:
      return judgement.reason satisfies never;
  }
}

/** The dictionary calls a decision by its commonest kind; in a file on a licence or a measure it is no penalty. */
function inCase(label: string, { record }: Frame): string {
  const other = ['licence', 'compulsory-measure', 'inspection'].includes(record.caseType ?? '');
  return other ? label.replace(/^处罚决定日期/u, '决定日期').replace(/^处罚机关/u, '决定机关') : label;
}

function missing(unknown: readonly TraceNode[], frame: Frame, dictionary: Dictionary): string {
  // Facts of these steps alone: what is missing beneath a step that came out all the same was not needed.
  const cited = unknown.flatMap((node) => unfiledLaw(node) ?? []);
  const facts = unknown
    .filter((node) => unfiledLaw(node) === null)
    .flatMap((node) => node.facts)
    .filter((fact) => fact.value === null);
  // What was read, but not clearly enough to be told.
  const isUnclear = ({ path }: { readonly path: string }): boolean =>
    (frame.fact(path)?.confidence ?? 1) < leastConfidence;
  const labelled = (wanted: boolean): string[] => [
    ...new Set(
      facts
        .filter((fact) => !isUnclear(fact) && isYesNo(fact.path, dictionary) === wanted)
        .map((fact) => inCase(fact.label, frame)),
    ),
  ];
  const [labels, open] = [labelled(false), labelled(true)];
  const unclear = [...new Set(facts.filter(isUnclear).map((fact) => inCase(fact.label, frame)))];
  const papers = unknown
    .filter((node) => node.operator === 'document')
    .map((node) => String(node.figures.missing ?? ''));
  const parts: string[] = [];
  if (cited.length > 0) parts.push(`规则库没有收录${[...new Set(cited)].join('、')}的条文，请对照条文核对。`);
  if (labels.length > 0) parts.push(`缺少：${labels.join('、')}，无法判断。`);
  if (open.length > 0) parts.push(`没有读出是否“${open.join('”“')}”，请对照原件核对。`);
  if (unclear.length > 0) parts.push(`读得不够清楚，不能断定：${unclear.join('、')}，请对照原件核对。`);
  for (const node of unknown) if (node.operator === 'agrees') parts.push(...unlike(node, frame));
  if (papers.length > 0) {
    const unread = lostInWords(frame.record.unread ?? []);
    const unnamed = frame.record.documents.some(({ kind, mayBe }) => kind === 'unknown' && mayBe?.length !== 0);
    const why =
      unread !== ''
        ? `有 ${unread}`
        : frame.record.complete
          ? `有文书没有认出${unnamedIn(frame)}`
          : `所给材料不是全卷${unnamed ? '，或者有文书没有认出' : ''}`;
    parts.push(`${why}，不能断定卷内没有${[...new Set(papers)].join('、')}。`);
  }
  return parts.join('') || '读出的内容不足以判断，需人工核查。';
}

/** Whether a fact is one that is so or not; of the agency nothing is read in the file, its profile lacks it. */
function isYesNo(path: string, dictionary: Dictionary): boolean {
  const [list = '', field] = path.split('[].');
  const type = field === undefined ? dictionary.get(path)?.type : dictionary.get(`${list}[]`)?.fields[field]?.type;
  return type === 'boolean' && !path.startsWith('agency.');
}

const mostNamed = 3;

/** The headings of the papers nobody could name: （某表、某书）. */
function unnamedIn(frame: Frame): string {
  const papers = frame.record.documents.filter(({ kind, mayBe }) => kind === 'unknown' && mayBe?.length !== 0);
  const titles = [...new Set(papers.map(({ title }) => title ?? '').filter((title) => title !== ''))];
  const shown = titles.slice(0, mostNamed).join('、');
  return titles.length === 0 ? '' : `（${shown}${titles.length > mostNamed ? '等' : ''}）`;
}

/** The place cited, where it was read and the day is known, so that only the register of laws lacks it: 《某条例》第六十三条. */
function unfiledLaw(node: TraceNode): string | null {
  if (node.operator !== 'citation') return null;
  const [law, article, , , on] = node.facts;
  if (typeof law?.value !== 'string' || (on?.value ?? null) === null) return null;
  const place = article?.value == null ? '' : `第${String(article.value).replace('-', '条之')}条`;
  return `《${law.value}》${place}`;
}

/** Papers whose readings differ by what may have been misread. */
function unlike(node: TraceNode, frame: Frame): string[] {
  return node.facts.flatMap(({ path, label }) => {
    const fact = frame.fact(path);
    const others = (fact?.alternatives ?? []).map(({ value }) => String(value));
    if (fact === null || others.length === 0) return [];
    return [
      `${label}在各文书中读出的不同（${String(fact.value)}；另有 ${others.join('、')}），可能是识别有误，请对照原件核对。`,
    ];
  });
}

function dayValue(frame: Frame, rule: PlannedRule, path: string): string | null {
  const field = rule.versions[0]?.field ?? null;
  const value = field === null ? frame.fact(path)?.value : frame.item?.[field];
  return typeof value === 'string' ? value : null;
}

function disagreeing(plan: Plan, rule: PlannedRule, frame: Frame): string {
  const labels = [...rule.slots]
    .map((slot) => plan.paths[slot] ?? '')
    .filter((path) => (frame.fact(path)?.alternatives?.length ?? 0) > 0)
    .map((path) => labelOf(plan.pack.dictionary, path));
  return [...new Set(labels)].join('、');
}
