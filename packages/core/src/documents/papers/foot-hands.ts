import type { Reader } from '../pages.ts';
import { namesIn } from './blocks.ts';
import { isSureName } from './sure-names.ts';

/** 被询问人:张三 2030年1月2日 below all that was said: his hand, though no word says so. */
export function handAtFoot(reader: Reader, signers: readonly string[]): true | null {
  const own = reader.lines.slice(Math.floor(reader.lines.length * 0.6)).some(({ start, end }) => {
    const words = reader.dense.slice(start, end);
    const label = signers.find((one) => words.startsWith(`${one}:`));
    return label !== undefined && /^:[一-龥·]{2,4}\d{4}年\d{1,2}月\d{1,2}日/u.test(words.slice(label.length));
  });
  return own ? true : null;
}

/** 见证人(签名):张三 below what was found. */
export function witnessAtFoot(reader: Reader): string | null {
  const mark = /见证人(?:\((?:签名|签字|签章)[^()]{0,6}\)|签名(?:或者?盖章)?|签字|签章):?/u.exec(reader.dense);
  if (mark === null) return null;
  const from = mark.index + mark[0].length;
  const name = namesIn(reader, { from, end: Math.min(reader.dense.length, from + 8) })[0];
  return name?.start === from && isSureName(reader, name) ? name.name : null;
}
