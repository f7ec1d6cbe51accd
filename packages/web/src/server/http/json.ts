import { Refusal } from '../problems.ts';

const deepest = 64;

/**
 * Parses JSON as strictly as both database engines need it: valid UTF-8, no key twice in one object, no NUL and no half of a surrogate
 * pair in a text, at most 64 levels. Throws a 400 that says where.
 */
export function readJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'not-utf8', '请求不是有效的 UTF-8 文本。');
  }
  let value: unknown;
  refuseDeepAndTwice(text);
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad-json', '请求不是有效的 JSON。');
  }
  refuseUnstorable(value, '');
  return value;
}

/** One pass over the text: JSON.parse would recurse without end, and would keep the last of two equal keys without a word. */
function refuseDeepAndTwice(text: string): void {
  const open: (Set<string> | null)[] = []; // keys seen in each object; null for an array
  // A string that is never closed goes on to the end: else each quote in it would be tried again.
  const tokens = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:,]/gsu;
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > deepest) throw new Refusal(400, 'too-deep', `请求嵌套超过 ${deepest} 层。`);
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const keys = open.at(-1);
      const key = keyOf(last);
      if (keys?.has(key)) throw new Refusal(400, 'key-twice', `请求中字段“${key}”出现了两次。`, key);
      keys?.add(key);
    }
    last = token;
  }
}

function keyOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token; // not JSON: the parser will say so
  }
}

function refuseUnstorable(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) {
      throw new Refusal(400, 'bad-text', `字段“${field}”含有无法保存的字符。`, field);
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      refuseUnstorable(item, field === '' ? String(index) : `${field}.${index}`);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const here = field === '' ? key : `${field}.${key}`;
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        throw new Refusal(400, 'unknown-field', `请求中有不认识的字段“${here}”。`, here);
      }
      refuseUnstorable(key, here);
      refuseUnstorable(inner, here);
    }
  }
}
