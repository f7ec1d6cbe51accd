/*
 * Names of files are words for people: stored, shown, put into a header, never used as a path. What would mislead the eye or
 * break a line is taken out when they come in.
 */

const longest = 255;

/** Controls and line breaks; marks that turn the direction of writing (Unicode TR 36); zero-width characters; lone surrogates. */
const misleading = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

/** A name as it came in, made fit to show: folders are kept as words before it, steps up and drive letters are not. */
export function cleanName(raw: string): string {
  const parts = raw
    .normalize('NFC')
    .replace(misleading, '')
    .split(/[/\\]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/iu.test(part));
  return shortened(parts.join('/')) || '未命名';
}

/** The name, or with a number before its ending when it is taken: 决定书.pdf, 决定书（2）.pdf. */
export function distinctName(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number += 1) {
    const { stem, ending } = split(name);
    const mark = `（${number}）`;
    candidate = `${[...stem].slice(0, longest - ending.length - mark.length).join('')}${mark}${ending}`;
  }
  return candidate;
}

/** `Content-Disposition` for a name in any script (RFC 6266, RFC 8187): an ASCII stand-in and the name itself, percent-encoded. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const last = name.split('/').at(-1) ?? name;
  const plain = last.replace(/[^\w.-]/gu, '_');
  const encoded = encodeURIComponent(last).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const { ending } = split(name);
  return `${letters.slice(0, longest - ending.length).join('')}${ending}`;
}

function split(name: string): { stem: string; ending: string } {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}
