import type { PageText } from '@anjuan/core';
import { decodeWide, isSound, wideEncoding } from '../encoding.ts';
import { notWhole } from '../foreign.ts';
import { Unreadable } from '../limits.ts';
import { garbledFrom, isGarbled, isLost } from './garbled.ts';
import { plainPage } from './layout.ts';
import type { Sink } from './main.ts';

const mostLines = 500_000;

/** Pages of a plain text: UTF-8, UTF-16, UTF-32, GB 18030 or Big5; a form feed begins a new page. */
export function readText(bytes: Uint8Array): PageText[] {
  const text = soundText(bytes).replace(/\r\n?/gu, '\n');
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines > mostLines) throw new Unreadable(`文本超过 ${mostLines / 10_000} 万行，没有读取；请分成几个文件`);
  return text
    .split('\f')
    .map((page) => page.replace(/\n+$/u, ''))
    .map((page, index) => plainPage(index + 1, page.split('\n')));
}

/** What stands for bytes that are no character. */
export const lost = '\ufffd';
/** Characters beside one that is lost, for a text to be of an encoding all the same. */
const soundForLost = 10;

/** The text of a file whose encoding nothing but its bytes tells. Where a few bytes are no characters of it, they show as U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  const text = wide === null ? narrowText(bytes) : decodeWide(bytes, wide);
  // Where a disk lost power the file holds nothing, in place of what was to be written.
  return text.replace(/\0+/gu, lost);
}

function narrowText(bytes: Uint8Array): string {
  const strictly = (encoding: string): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  };
  const sound = strictly('utf-8');
  if (sound !== null) return sound;
  const cut = cutUtf8(bytes);
  if (cut !== null) return cut;
  const mixed = byLine(bytes);
  if (mixed !== null) return mixed;
  // Damaged UTF-8 is as a rule valid GB 18030, of other characters.
  const text = nearly(bytes, 'utf-8') ?? strictly('gb18030') ?? nearly(bytes, 'gb18030');
  if (text !== null && !isGarbled(text)) return text;
  // Papers from Hong Kong, Macao and Taiwan may be in Big5, most of which is valid GB 18030 of other characters.
  const other = strictly('big5');
  return (other !== null && /\p{Script=Han}/u.test(other) && !isGarbled(other) ? other : text) ?? unknown();
}

/** The text of UTF-8 that ends within a character, as one that was cut off does; null for any other. */
function cutUtf8(bytes: Uint8Array): string | null {
  if (!isSound(bytes, 'utf-8')) return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  return /\p{Script=Han}/u.test(text) ? text : null;
}

/** The same, where it is a text people can read; throws {@link Unreadable} for one of another encoding. */
export function soundText(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (isLost(text))
    throw new Unreadable(
      '文字大半是问号或者方框，原来的汉字在导出时已经丢失，没有读取；请从办案系统重新导出（编码选 UTF-8），再放入',
    );
  if (isGarbled(text))
    throw new Unreadable(
      '文字是乱码，多半是保存时用了别的编码，没有读取；请用原来的软件打开，另存为 UTF-8 编码（记事本“另存为”的对话框里可选）后再放入',
    );
  return text;
}

/** The text in an encoding of which all but a few bytes are; null where more are not. */
function nearly(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const foreign = text.match(/[\u0080-\uffff]/gu)?.length ?? 0;
  const bad = lostIn(text);
  return foreign - bad >= bad * soundForLost ? text : null;
}

/** Chinese characters that must stand in lines of UTF-8, for a text in GB 18030 to have such lines. */
const fewestWide = 6;

/** The text of a file whose lines are some of UTF-8 and some of GB 18030, as one that was put together of two; null for any other. */
function byLine(bytes: Uint8Array): string | null {
  const strict = { utf8: new TextDecoder('utf-8', { fatal: true }), gb: new TextDecoder('gb18030', { fatal: true }) };
  const whole = (decoder: TextDecoder, line: Uint8Array): string | null => {
    try {
      return decoder.decode(line);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  };
  const lines: string[] = [];
  let [ofUtf8, ofGb] = ['', ''];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at) + 1 || bytes.length;
    const line = bytes.subarray(at, end);
    at = end;
    const utf8 = whole(strict.utf8, line);
    const text = utf8 ?? whole(strict.gb, line);
    if (text === null) return null;
    // A line of UTF-8 that is damaged loses few of its characters when it is read as that, one of GB 18030 nearly all.
    if (utf8 === null && nearly(line, 'utf-8') !== null) return null;
    if (utf8 === null) ofGb += text;
    else ofUtf8 += text;
    lines.push(text);
  }
  const chinese = ofUtf8.match(/\p{Script=Han}/gu)?.length ?? 0;
  return ofGb !== '' && chinese >= fewestWide && !isGarbled(ofGb) && !isGarbled(ofUtf8) ? lines.join('') : null;
}

function lostIn(text: string): number {
  return text.split(lost).length - 1;
}

/** Tells of bytes that were no characters. */
export function tellLost(text: string, sink: Pick<Sink, 'notice'>): void {
  const count = lostIn(text);
  if (count > 0)
    sink.notice({
      kind: 'other',
      message: `文字里有 ${count} 处字节认不出（显示为“${lost}”），文件可能已损坏，请对照原件`,
    });
}

/** A page that goes on in another encoding, or whose bytes are shifted from some place on, with what is lost of it. */
export function withRubbish(page: PageText): PageText {
  const line = garbledFrom(page.text);
  return line === null
    ? page
    : { ...page, unread: `此页第 ${line} 行起的文字是乱码（编码与前面不同，或者文件已损坏），没有读出；${notWhole}` };
}

function unknown(): never {
  throw new Unreadable(
    '文字的编码认不出（既不是 UTF-8，也不是 GB18030）；请用记事本或者 Excel 打开，另存为 UTF-8 编码后再放入',
  );
}
