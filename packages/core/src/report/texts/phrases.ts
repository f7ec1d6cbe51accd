import { nearest } from '../../kernel/nearest.ts';
import type { Problem, Source } from '../../packs/source.ts';
import type { Span, Text } from '../official.ts';

/** Fixed words of the documents by name; `{…}` stands for what the batch fills in. A bureau may change any of them. */
export type Phrases = Readonly<Record<string, string>>;

const slot = /\{([a-z-]+)\}/gu;

/** Names of the slots of a phrase. */
function slotsOf(phrase: string): readonly string[] {
  return [...phrase.matchAll(slot)].map((match) => match[1] ?? '');
}

/**
 * The phrases of the project with a bureau's own in their place. A bureau's phrase may only use the slots of the one it replaces; an empty one
 * leaves the sentence out. Null with every mistake listed.
 */
export function loadPhrases(source: Source, own: Source | null, problems: Problem[]): Phrases | null {
  const before = problems.length;
  const standing = textsOf(source, problems);
  if (own === null) return problems.length > before ? null : standing;
  problems.push(...own.problems);
  if (own.problems.length > 0) return null;
  const changed = textsOf(own, problems);
  for (const [name, phrase] of Object.entries(changed)) {
    const original = standing[name];
    if (original === undefined) {
      problems.push(own.problem([name], `没有名为“${name}”的文字`, nearest(name, Object.keys(standing))));
      continue;
    }
    const known = slotsOf(original);
    for (const used of slotsOf(phrase)) {
      if (!known.includes(used))
        problems.push(
          own.problem(
            [name],
            `“${name}”里不能用 {${used}}；可用：${known.map((one) => `{${one}}`).join('、') || '（无）'}`,
          ),
        );
    }
    const rest = phrase.replace(slot, '');
    if (/[{}]/u.test(rest)) problems.push(own.problem([name], `“${name}”的花括号没有成对，或者名称写法有误`));
  }
  return problems.length > before ? null : { ...standing, ...changed };
}

function textsOf(source: Source, problems: Problem[]): Record<string, string> {
  const { value } = source;
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.push(source.problem([], '应是“名称: 文字”的列表'));
    return {};
  }
  const texts: Record<string, string> = {};
  for (const [name, text] of Object.entries(value)) {
    if (typeof text === 'string') texts[name] = text;
    else if (text === null) texts[name] = '';
    else problems.push(source.problem([name], `“${name}”应是一段文字；数字请加引号`));
  }
  return texts;
}

/** A phrase with its slots filled; a slot without a value is a mistake of ours and throws. */
export function fill(phrases: Phrases, name: string, values: Readonly<Record<string, Text>> = {}): (string | Span)[] {
  const phrase = phrases[name];
  if (phrase === undefined) throw new Error(`no phrase named ${name}`);
  const parts: (string | Span)[] = [];
  let at = 0;
  for (const match of phrase.matchAll(slot)) {
    const value = values[match[1] ?? ''];
    if (value === undefined) throw new Error(`phrase ${name}: nothing for {${match[1]}}`);
    if (match.index > at) parts.push(phrase.slice(at, match.index));
    parts.push(...(typeof value === 'string' ? [value] : value));
    at = match.index + match[0].length;
  }
  if (at < phrase.length) parts.push(phrase.slice(at));
  return parts;
}
