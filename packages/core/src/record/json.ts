import { acceptRecord, type RecordProblem } from './accept.ts';
import type { Dictionary } from './dictionary.ts';
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
    return problem(`不是有效的 JSON（${error instanceof Error ? error.message.slice(0, 200) : String(error)}）`);
  }
  return acceptRecord(raw, dictionary);
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
