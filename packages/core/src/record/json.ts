import { acceptRecord, type RecordProblem } from './accept.ts';
import { type Dictionary, plainLabel } from './dictionary.ts';
import type { CaseRecord } from './types.ts';

const longest = 10 * 2 ** 20;
const deepest = 64;

/** A record from its JSON text: bounded in length (10 million characters) and depth (64), then as {@link acceptRecord} says. */
export function readRecord(
  text: string,
  dictionary: Dictionary,
): { readonly record: CaseRecord } | { readonly problems: readonly RecordProblem[] } {
  const problem = (message: string) => ({ problems: [{ field: '（记录）', message }] });
  if (text.length > longest) return problem('超过 10 MB');
  if (depthOf(text) > deepest) return problem(`嵌套超过 ${deepest} 层`);
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    return problem(notJson(error));
  }
  return acceptRecord(raw, dictionary);
}

/** A mistake as people read it: a fact by its name, with the path a programmer looks for. */
export function recordProblemLine({ field, message }: RecordProblem, dictionary: Dictionary): string {
  const path = field.startsWith('facts.') ? field.slice('facts.'.length) : '';
  const label = dictionary.get(path)?.label;
  return label === undefined ? `${field}：${message}` : `“${plainLabel(label)}”（${field}）${message}`;
}

/** Where the text stops being JSON; the engine's own words are English. */
function notJson(error: unknown): string {
  const words = error instanceof Error ? error.message : '';
  const place = /line (\d+) column (\d+)/u.exec(words);
  if (/end of JSON/u.test(words)) return '不是完整的 JSON：到结尾还没有写完，可能没有复制或者导出完整';
  if (place === null) return '不是有效的 JSON，请核对引号、逗号和括号';
  return `不是有效的 JSON：第 ${place[1]} 行第 ${place[2]} 列附近写法有误，请核对引号、逗号和括号`;
}

/** How deep brackets nest, those within strings aside. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
}
