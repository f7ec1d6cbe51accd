import { fromPoints } from '../kernel/points.ts';
import type { Effect, Item } from './types.ts';

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
