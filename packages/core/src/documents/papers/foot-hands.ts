import type { Reader } from '../pages.ts';
import type { Field } from '../scan/labels.ts';
import { isScan } from '../scan-text.ts';
import { namesIn } from './blocks.ts';
import { isSureName } from './sure-names.ts';

/** Hands stand below all that was said or found. */
const FOOT = 0.6;
const DAY = String.raw`(?:,?(?:签名)?(?:时间|日期):?)?\d{4}年\d{1,2}月\d{1,2}日`;
/** 以上情况属实。张三: a hand with words of its own before it. */
const AGREES = `(?:[^。:问答]{0,24}(?:属实|无误|看过|一致|一样|相符)[^。:]{0,4}[。,]?)?`;
const HAND = new RegExp(`^:${AGREES}[一-龥·]{2,4}${DAY}`, 'u');
const HANDS = new RegExp(`^:[一-龥·、,]{2,16}(?:[一-龥]{3,4}:[一-龥·]{2,4})?${DAY}`, 'u');
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
function handAtFoot(reader: Reader, signers: readonly string[]): true | null {
  for (const words of footRows(reader))
    if (UNLABELLED.test(words) || signers.some((label) => isSignedBy(words, label, HAND))) return true;
  return null;
}

/** Whether whoever was asked or inspected signed, where no place to sign has a word for it; null where no hand is seen. */
export function handWithoutMark(reader: Reader, signers: readonly string[], name: string | undefined): true | null {
  return handAtFoot(reader, signers) ?? handBehindWords(reader, name) ?? handBehindOpinion(reader);
}

/** 以上笔录我看过,和我说的一样。张三 2030年1月2日: whoever was asked signs behind his own words. */
function handBehindWords(reader: Reader, person: string | undefined): true | null {
  if (person === undefined || !/^[一-龥·]{2,8}$/u.test(person)) return null;
  const half = Math.floor(reader.dense.length * 0.6);
  return reader.lines.some(({ end }) => {
    const line = end > half ? reader.dense.slice(Math.max(half, end - LONGEST_WORDS), end) : '';
    const at = line.lastIndexOf(person);
    return (
      at > 0 &&
      CONFIRMED.test(line.slice(0, at)) &&
      /^(?:\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?)?$/u.test(line.slice(at + person.length))
    );
  })
    ? true
    : null;
}

/** Characters of a line that confirms a record and bears the hand. */
const LONGEST_WORDS = 60;
const CONFIRMED = /(?:看过|核对|已阅|阅过|听过|宣读)[^。?]{0,24}(?:一样|无误|属实|相符|一致|相同)[。,;]?$/u;

/** 被检查单位现场负责人意见:情况属实 签名:张三: whoever was inspected signs behind his opinion. */
function handBehindOpinion(reader: Reader): true | null {
  const found =
    /(?:被(?:检查|勘察|勘验|调查)(?:单位|人)|现场负责人|当事人)[一-龥()]{0,8}意见:?[^:。]{0,30}[。,]?(?:签名|签字|签章)(?:\([^()]{1,6}\))?:?/u.exec(
      reader.dense,
    );
  if (found === null) return null;
  const from = found.index + found[0].length;
  return namesIn(reader, { from, end: Math.min(reader.dense.length, from + 14) })[0]?.start === from ? true : null;
}

/** 调查人员:张三 李四 with the day, below all that was written: their hands, though no word says so. */
export function handsAtFoot(reader: Reader, who: readonly string[]): true | null {
  const lines = reader.lines.slice(-3);
  const own = lines.some(({ start, end }, index) => {
    const words = reader.dense.slice(start, end);
    const label = who.find((one) => words.startsWith(`${one}:`));
    if (label === undefined) return false;
    const names = namesIn(reader, { from: start + label.length + 1, end });
    const rest = names.reduce((left, { name }) => left.replace(name, ''), words.slice(label.length + 1));
    const below = lines[index + 1];
    const next = below === undefined ? '' : reader.dense.slice(below.start, below.end);
    // Named at the head, and again at the foot.
    const again = reader.dense.slice(0, start).includes(`${label}:`);
    return names.length > 0 && (again || DAY_ALONE.test(rest + next)) && /^[、,]*(?:\d{4}[年./-].*)?$/u.test(rest);
  });
  return own || signedBelow(reader, who) ? true : null;
}

/** A row of the foot with the label, the hands and the day. */
function signedBelow(reader: Reader, who: readonly string[]): boolean {
  for (const words of footRows(reader)) if (who.some((label) => isSignedBy(words, label, HANDS))) return true;
  return false;
}

const DAY_ALONE = /^[、,]*\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?$/u;

/** 见证人(签名):张三 below what was found; not where the head of a picture names one who was not read, of whom this may be half. */
export function witnessAtFoot(reader: Reader, head: Field | undefined): string | null {
  if (head !== undefined && /\p{Script=Han}{2}/u.test(head.text) && reader.pages.some(isScan)) return null;
  const mark = /见证人(?:\((?:签名|签字|签章)[^()]{0,6}\)|签名(?:或者?盖章)?|签字|签章):?/u.exec(reader.dense);
  if (mark === null) return null;
  const from = mark.index + mark[0].length;
  const name = namesIn(reader, { from, end: Math.min(reader.dense.length, from + 8) })[0];
  return name?.start === from && isSureName(reader, name) ? name.name : null;
}
