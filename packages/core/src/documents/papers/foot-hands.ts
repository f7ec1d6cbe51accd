import type { Reader } from '../pages.ts';
import { namesIn } from './blocks.ts';
import { isSureName } from './sure-names.ts';

/** Hands stand below all that was said or found. */
const FOOT = 0.6;
const DAY = String.raw`(?:,?(?:签名)?(?:时间|日期):?)?\d{4}年\d{1,2}月\d{1,2}日`;
/** 以上情况属实。张三: a hand with words of its own before it. */
const AGREES = `(?:[^。:问答]{0,24}(?:属实|无误|看过|一致|一样|相符)[^。:]{0,4}[。,]?)?`;
const HAND = new RegExp(`^:${AGREES}[一-龥·]{2,4}${DAY}`, 'u');
const HANDS = new RegExp(`^:[一-龥·、,]{2,16}${DAY}`, 'u');
/** 情况属实。张三2030年1月2日: no label at all. */
const UNLABELLED = new RegExp(`(?:属实|无误|看过|一致|一样|相符)[。,]?(?:签名:)?[一-龥·]{2,4}${DAY}$`, 'u');

function* footRows({ lines, dense }: Reader): Generator<string> {
  for (const { start, end } of lines.slice(Math.floor(lines.length * FOOT))) yield dense.slice(start, end);
}

function isSignedBy(words: string, label: string, hand: RegExp): boolean {
  const at = words.indexOf(`${label}:`);
  if (at < 0 || /[一-龥]/u.test(words[at - 1] ?? '')) return false;
  return hand.test(words.slice(at + label.length));
}

/** 被询问人:张三 2030年1月2日 below all that was said, or what he wrote of its truth: his hand, though no word says so. */
export function handAtFoot(reader: Reader, signers: readonly string[]): true | null {
  for (const words of footRows(reader))
    if (UNLABELLED.test(words) || signers.some((label) => isSignedBy(words, label, HAND))) return true;
  return null;
}

/** 检查人:张三 李四 2030年1月2日 at the foot: the hands of those who act for the agency. */
export function handsAtFoot(reader: Reader, labels: readonly string[]): true | null {
  for (const words of footRows(reader)) if (labels.some((label) => isSignedBy(words, label, HANDS))) return true;
  return null;
}

/** 见证人(签名):张三 below what was found. */
export function witnessAtFoot(reader: Reader): string | null {
  const mark = /见证人(?:\((?:签名|签字|签章)[^()]{0,6}\)|签名(?:或者?盖章)?|签字|签章):?/u.exec(reader.dense);
  if (mark === null) return null;
  const from = mark.index + mark[0].length;
  const name = namesIn(reader, { from, end: Math.min(reader.dense.length, from + 8) })[0];
  return name?.start === from && isSureName(reader, name) ? name.name : null;
}
