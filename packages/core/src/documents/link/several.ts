import { foldName } from '../../kernel/names.ts';
import type { ListItem, Notice } from '../../record/types.ts';
import { isMisreading } from '../scan/misread.ts';
import type { ExtractedDocument } from '../types.ts';

const decisions: ReadonlySet<string> = new Set(['penalty-decision', 'summary-decision', 'no-penalty-decision']);
const sureEnough = 0.75;
/** Decisions of one case against several parties are numbered one behind the other. */
const nearest = 10;

/**
 * Decisions in the file besides the first that were made against somebody else under a number of their own: against a firm and its manager, say, or
 * of cases that got into one file. What they state contradicts nobody.
 */
export function otherDecisions(documents: readonly ExtractedDocument[]): readonly ExtractedDocument[] {
  const [first, ...rest] = documents.filter(({ kind, facts }) => decisions.has(kind) && 'decision.number' in facts);
  return first === undefined
    ? []
    : rest.filter((one) => differ(first, one, 'decision.number') && differ(first, one, 'party.name'));
}

/** Whom the penalties of one decision or notice fall on, where they fall on several. */
export function partiesOf(documents: readonly ExtractedDocument[]): readonly string[] {
  for (const { facts } of documents) {
    const items = facts['decision.penalties[]']?.value ?? facts['notice.penalties[]']?.value;
    const named = (Array.isArray(items) ? (items as readonly ListItem[]) : []).map(({ party }) => party);
    const names = [...new Set(named.filter((name) => typeof name === 'string'))];
    if (names.length > 1) return names;
  }
  return [];
}

/** Says of a decision against several parties by whose particulars the case is checked. */
function tellSeveral(documents: readonly ExtractedDocument[]): readonly Notice[] {
  const decision = documents.find(({ kind }) => decisions.has(kind));
  const names = decision === undefined ? [] : partiesOf([decision]);
  const first = decision?.facts['party.name']?.value;
  if (decision === undefined || names.length === 0) return [];
  const whose = typeof first === 'string' ? `当事人的信息按“${first}”核对，` : '';
  const shown = names.slice(0, 5).join('、') + (names.length > 5 ? `等 ${names.length} 个` : '');
  return [
    {
      file: decision.file,
      page: decision.pages[0],
      kind: 'other',
      message: `这份处罚决定同时处罚多个当事人（${shown}）：${whose}处罚种类和罚款按每个当事人分别列出，其他当事人的身份信息没有逐项检查`,
    },
  ];
}

/** Says of each such decision that the case was checked by the first, and of a decision against several parties who they are. */
export function tellOthers(documents: readonly ExtractedDocument[]): readonly Notice[] {
  const first = documents.find(({ kind, facts }) => decisions.has(kind) && 'decision.number' in facts);
  const others = otherDecisions(documents).map(
    ({ file, pages, facts }): Notice => ({
      file,
      page: pages[0],
      kind: 'other',
      message: `对“${String(facts['party.name']?.value)}”另有处罚决定（${String(facts['decision.number']?.value)}）：本次按 ${String(first?.facts['decision.number']?.value)} 检查，这一份没有逐项检查；不属于同一案件的，请分开放入`,
    }),
  );
  return [...tellSeveral(documents), ...others];
}

/** Says that the papers are of several people's cases, and whose were checked (`own`). */
export function tellMixed(documents: readonly ExtractedDocument[], own: readonly ExtractedDocument[]): Notice {
  const names = documents.flatMap(({ facts }) => String(facts['party.name']?.value ?? '') || []);
  const others = [...new Set(names)];
  const [first] = own;
  const checked = String(first?.facts['party.name']?.value ?? '');
  return {
    file: first?.file ?? documents[0]?.file ?? '',
    page: null,
    kind: 'other',
    message: `各份文书写的当事人不同（${others.slice(0, 4).join('、')}${others.length > 4 ? '等' : ''}），像是几个案件的文书：本次只检查写明“${checked}”的文书，其余没有比对；请把不同案件分开放入`,
  };
}

function differ(a: ExtractedDocument, b: ExtractedDocument, path: string): boolean {
  const [left, right] = [a.facts[path], b.facts[path]];
  if (typeof left?.value !== 'string' || typeof right?.value !== 'string') return false;
  if (Math.min(left.confidence ?? 1, right.confidence ?? 1) < sureEnough) return false;
  const [one, other] = [foldName(left.value), foldName(right.value)];
  // Numbers differ by a figure, names by more than a misread or a shortened one does.
  return path === 'party.name'
    ? !one.includes(other) && !other.includes(one) && !isMisreading(one, other)
    : one !== other;
}

/** Number of cases the decisions belong to, by their numbers; null where two of them may belong to one. */
export function casesOf(documents: readonly ExtractedDocument[]): number | null {
  const numbers = new Set(
    documents
      .filter(({ kind }) => kind === 'penalty-decision' || kind === 'no-penalty-decision')
      .flatMap(({ facts }) =>
        typeof facts['decision.number']?.value === 'string' ? [facts['decision.number'].value] : [],
      ),
  );
  const all = [...numbers].map((number) => {
    const found = /^(.*?)(\d{4})\D+?(\d+)\D*$/u.exec(foldName(number));
    return found === null ? null : { series: `${found[1]}${found[2]}`, at: Number(found[3]) };
  });
  const mayBeOne = all.some((one, index) =>
    all
      .slice(index + 1)
      .some((other) => one?.series === other?.series && Math.abs((one?.at ?? 0) - (other?.at ?? 0)) <= nearest),
  );
  return numbers.size === 0 || mayBeOne ? null : numbers.size;
}
