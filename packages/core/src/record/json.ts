import { acceptRecord, type RecordProblem } from './accept.ts';
import { type Dictionary, plainLabel } from './dictionary.ts';
import { jsonFault } from './json-fault.ts';
import { nameTwice } from './json-names.ts';
import type { CaseRecord } from './types.ts';

const longest = 10 * 2 ** 20;
const deepest = 64;
/** In place of a field, where the record is no record at all. */
const whole = '（记录）';

/** What is said of a record that is longer than any. */
export const tooLong = '超过 10 MB，不是一个案卷的记录，没有读取；多个案卷请每行写一个，文件名以 .ndjson 结尾，再放入';

/** A record from its JSON text: bounded in length (10 million characters) and depth (64), then as {@link acceptRecord} says. */
export function readRecord(
  text: string,
  dictionary: Dictionary,
): { readonly record: CaseRecord } | { readonly problems: readonly RecordProblem[] } {
  const problem = (message: string) => ({ problems: [{ field: whole, message }] });
  if (text.length > longest) return problem(tooLong);
  if (depthOf(text) > deepest)
    return problem(`嵌套超过 ${deepest} 层，不是案卷记录的写法，没有读取；请从办案系统重新导出，再放入`);
  if (text.includes('\ufffd')) return problem('有的字读不出，文件的编码不是 UTF-8；请另存为 UTF-8 编码后再放入');
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return problem(notJson(text));
  }
  const foreign = noRecord(raw);
  if (foreign !== null) return problem(foreign);
  const twice = nameTwice(text);
  if (twice === null) return acceptRecord(raw, dictionary);
  const [first, second] = twice.lines;
  const where = first === second ? '' : `（第 ${first} 行和第 ${second} 行）`;
  return {
    problems: [
      { field: twice.path, message: `写了两次${where}，不能断定以哪一个为准，没有读取；请删去错的一个，再放入` },
    ],
  };
}

/** A mistake as people read it: a fact by its name, with the path a programmer looks for. */
export function recordProblemLine({ field, message }: RecordProblem, dictionary: Dictionary): string {
  if (field === whole) return message;
  const path = field.startsWith('facts.') ? field.slice('facts.'.length) : '';
  const label = dictionary.get(path)?.label;
  return label === undefined ? `${field}：${message}` : `“${plainLabel(label)}”（${field}）${message}`;
}

/** What is said of sound JSON that is no record at all: a list of every field it lacks would help nobody. */
function noRecord(raw: unknown): string | null {
  if (Array.isArray(raw)) return '是一组记录，不是一个；请改为每行一个记录，文件名以 .ndjson 结尾，再放入';
  const named = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  return named.includes('facts') || named.includes('id')
    ? null
    : '不是案卷记录：没有编号（id）和事实（facts）；请按 anjuan schema 给出的格式从办案系统导出，再放入';
}

function notJson(text: string): string {
  const fault = jsonFault(text);
  if (fault?.cut === true) return '不是完整的 JSON：到结尾还没有写完，可能没有复制或者导出完整，请重新导出';
  // A record that is one line of a file is called by that line already.
  const line = text.trim().includes('\n') ? `第 ${fault?.line} 行` : '';
  const place = fault === null ? '' : `${line}第 ${fault.column} 个字附近写法有误，`;
  return `不是有效的 JSON：${place}请核对那里的引号、逗号和括号，或者从办案系统重新导出`;
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
