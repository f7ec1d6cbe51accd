import { fromPoints } from '../kernel/points.ts';
import { modeOf } from './item.ts';
import type { Effect, Grade, Item, Sheet, Standard } from './types.ts';

/** What one edition of a standard says otherwise than another. */
export interface StandardDiff {
  readonly from: string;
  readonly to: string;
  readonly sheets: readonly SheetDiff[];
}

export interface SheetDiff {
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  /** Of the sheet itself: full marks, grades, how the total is made. */
  readonly notes: readonly Change[];
  readonly items: readonly ItemDiff[];
}

export interface ItemDiff {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'repriced' | 'reworded' | 'rebound';
  readonly changes: readonly Change[];
}

/** One property in words, before and after. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Items added, removed, repriced, reworded or bound to other rules; sheets are matched by id, items by id. */
export function diffStandards(before: Standard, after: Standard): StandardDiff {
  const ids = [...new Set([...after.sheets, ...before.sheets].map((sheet) => sheet.id))];
  const name = (one: Standard): string => `${one.id}@${one.edition}`;
  return {
    from: name(before),
    to: name(after),
    sheets: ids.map((id) => {
      const old = before.sheets.find((sheet) => sheet.id === id);
      const fresh = after.sheets.find((sheet) => sheet.id === id);
      return diffSheets(id, old ?? null, fresh ?? null);
    }),
  };
}

interface Placed {
  readonly item: Item;
  readonly section: string;
}

function diffSheets(id: string, before: Sheet | null, after: Sheet | null): SheetDiff {
  const old = placed(before);
  const fresh = placed(after);
  const items = [...new Set([...fresh.keys(), ...old.keys()])].flatMap((item) =>
    diffItems(old.get(item) ?? null, fresh.get(item) ?? null),
  );
  const notes = before === null || after === null ? [] : sheetChanges(before, after);
  const change =
    before === null ? 'added' : after === null ? 'removed' : items.length + notes.length > 0 ? 'changed' : 'same';
  return { id, title: (after ?? before)?.title ?? id, change, notes, items };
}

function placed(sheet: Sheet | null): ReadonlyMap<string, Placed> {
  const entries = (sheet?.sections ?? []).flatMap((section) =>
    section.items.map((item) => [item.id, { item, section: section.title }] as const),
  );
  return new Map(entries);
}

function diffItems(before: Placed | null, after: Placed | null): readonly ItemDiff[] {
  const one = after ?? before;
  if (one === null) return [];
  const head = { id: one.item.id, section: one.section, title: one.item.title };
  if (before === null)
    return [{ ...head, change: 'added', changes: [{ what: '计分', before: '', after: priceInWords(one.item) }] }];
  if (after === null)
    return [{ ...head, change: 'removed', changes: [{ what: '计分', before: priceInWords(one.item), after: '' }] }];
  const price = changesOf('计分', priceInWords(before.item), priceInWords(after.item));
  const words = [
    ...changesOf('项目', before.item.title, after.item.title),
    ...changesOf('问题', before.item.question?.ask ?? '', after.item.question?.ask ?? ''),
    ...changesOf('部分', before.section, after.section),
  ];
  const rules = changesOf('规则', rulesInWords(before.item), rulesInWords(after.item));
  const changes = [...price, ...words, ...rules];
  if (changes.length === 0) return [];
  return [{ ...head, change: price.length > 0 ? 'repriced' : words.length > 0 ? 'reworded' : 'rebound', changes }];
}

function sheetChanges(before: Sheet, after: Sheet): readonly Change[] {
  const total = (sheet: Sheet): string => JSON.stringify(sheet.total);
  return [
    ...changesOf('满分', String(fromPoints(before.full)), String(fromPoints(after.full))),
    ...changesOf('等级', gradesInWords(before.grades), gradesInWords(after.grades)),
    ...(total(before) === total(after) ? [] : [{ what: '总分的算法', before: '原算法', after: '新算法' }]),
  ];
}

function changesOf(what: string, before: string, after: string): readonly Change[] {
  return before === after ? [] : [{ what, before, after }];
}

function gradesInWords(grades: readonly Grade[]): string {
  return grades.map((grade) => `${grade.name} ${fromPoints(grade.from)} 分起`).join('、');
}

function rulesInWords(item: Item): string {
  const rules = [...new Set(item.charges.flatMap((charge) => charge.rules))];
  return rules.length === 0 ? '人工判断' : `${rules.join('、')}${modeOf(item) === 'assisted' ? '，并由人工判断' : ''}`;
}

const kinds = { deduct: '扣分', award: '得分', veto: '否决', bonus: '加分', record: '只记录' } as const;

/** What an item costs or brings, in words; the same words mean the same price. */
export function priceInWords(item: Item): string {
  const words: string[] = [kinds[item.kind]];
  if (item.full !== null) words.push(`${fromPoints(item.full)} 分`);
  if (item.most !== null) words.push(`至多 ${fromPoints(item.most)} 分`);
  if (item.effect !== null) words.push(effectInWords(item.effect));
  for (const part of item.parts)
    words.push(`${part.title} ${fromPoints(part.full)} 分${part.allOrNothing ? '（缺一全扣）' : ''}`);
  for (const charge of item.charges) words.push(oneInWords('', charge));
  for (const answer of item.question?.answers ?? []) words.push(oneInWords(`${answer.label} `, answer));
  const { question } = item;
  if (question?.range != null)
    words.push(`${fromPoints(question.range[0])}～${fromPoints(question.range[1])} 分由评查人员定`);
  if (question?.per != null) words.push(`${unitWords[question.unit]} ${fromPoints(question.per)} 分`);
  if (item.allOrNothing) words.push('缺一全扣');
  if (item.together === 'worst' && item.kind !== 'veto') words.push('取最重一种');
  return [...new Set(words)].join('，');
}

function oneInWords(
  label: string,
  price: Item['charges'][number] | NonNullable<Item['question']>['answers'][number],
): string {
  const points =
    price.upTo === null ? `${fromPoints(price.points)}` : `${fromPoints(price.points)}～${fromPoints(price.upTo)}`;
  const steps = price.tiers.map((tier) => `达 ${tier.from} 个 ${fromPoints(tier.points)} 分`);
  const priced = steps.length > 0 ? steps.join('、') : `${unitWords[price.unit]} ${points} 分`;
  const most = price.most === null ? '' : `至多 ${fromPoints(price.most)} 分`;
  const moved = price.escalateTo === null ? '' : `转 ${price.escalateTo}`;
  return [`${label}${priced}`, most, moved].filter((one) => one !== '').join(' ');
}

export const unitWords: Readonly<Record<string, string>> = {
  once: '一次',
  'per-rule': '每项',
  'per-item': '每项',
  'per-place': '每处',
  'per-page': '每页',
  'per-document': '每份',
  'per-person': '每人',
  'per-day': '每日',
  'per-time': '每次',
};

/** What a veto does, in words. */
export function effectInWords(effect: Effect): string {
  switch (effect.is) {
    case 'points':
      return `扣 ${fromPoints(effect.points)} 分`;
    case 'zero':
      return '整卷 0 分';
    case 'unscored':
      return effect.grade === null ? '不再打分' : `不再打分，定为${effect.grade}`;
    case 'cap':
      return `不得高于${effect.grade}`;
    case 'lower':
      return `降 ${effect.by} 个等级`;
    case 'limit':
      return `总分不高于 ${fromPoints(effect.points)} 分`;
    case 'share':
      return `总分按 ${fromPoints(effect.share)}% 计`;
    default:
      return effect satisfies never;
  }
}
