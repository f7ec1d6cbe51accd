import type { FileNotice, PageText } from '@anjuan/core';
import { describe, expect, test } from 'vitest';
import type { Sink } from '../child/main.ts';
import { readOld } from '../child/old.ts';
import { detect } from '../detect.ts';
import { defaultLimits } from '../limits.ts';
import { compoundOf, docOf } from './fixtures-old.ts';

function read(bytes: Buffer): { readonly pages: PageText[]; readonly notices: FileNotice[] } {
  const pages: PageText[] = [];
  const notices: FileNotice[] = [];
  const sink: Sink = {
    page: (page) => void pages.push(page),
    notice: (notice) => void notices.push(notice),
    signature: () => undefined,
    sheet: () => undefined,
    room: () => Promise.resolve(),
  };
  const content = detect(bytes);
  readOld(content === 'rtf' || content === 'html' ? content : 'doc', bytes, defaultLimits, sink);
  return { pages, notices };
}

const textOf = (bytes: Buffer): string =>
  read(bytes)
    .pages.map((page) => page.text)
    .join('\f');
const told = (bytes: Buffer): string[] =>
  read(bytes).notices.map(({ kind, message, quote = '' }) => `${kind} ${message} ${quote}`.trim());
const rtf = (body: string): Buffer =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset2 Wingdings;}}{\\colortbl;\\red255\\green255\\blue255;}${body}}`,
    'latin1',
  );

/** A row of two cells, the second as broad as two where it has another below. */
const row = (edges: readonly number[]): string => {
  const value = Buffer.alloc(1 + edges.length * 2);
  value[0] = edges.length - 1;
  edges.forEach((edge, index) => void value.writeInt16LE(edge, 1 + index * 2));
  const size = Buffer.alloc(2);
  size.writeUInt16LE(value.length + 1);
  return `1624011724 01 08d6${size.toString('hex')}${value.toString('hex')}`.replaceAll(' ', '');
};
const inTable = '162401';

describe('papers of Word 97 and of WPS (.doc, .wps)', () => {
  test('are read page by page; what nobody sees or a revision takes away is told and not read', () => {
    const bytes = docOf([
      '行政处罚决定书\r罚款',
      ['五千元', '000801'],
      ['五万元', '010801'],
      '。',
      ['暗字', '3c0801'],
      ['白字', '422a08'],
      ['划去', '370801'],
      '完\r\f第二页\r',
    ]);
    expect(textOf(bytes)).toBe('行政处罚决定书\n罚款五万元。完\f第二页');
    expect(told(bytes)).toEqual([
      'hidden 文件含有看不见的文字（设为隐藏、与底色相同、小得看不出，或者在纸面之外），没有采信 暗字白字',
      'tracked 文件里有用删除线划去的文字，没有采信，请对照原件 划去',
      'tracked 文件留有 2 处未接受的修订：删去“五千元”，加入“五万元”；按接受修订后的内容检查 五千元',
    ]);
  });
  test('have the cells of their tables, and fields show what they came to', () => {
    const bytes = docOf(
      ['姓名\x07张三\x07\x07意见\x07同意\x07立案\x07\x07', '\x13 DATE \x142025年3月5日\x15\x13eq \\o\\ac(□,√)\x15\r'],
      {
        paragraphs: [inTable, inTable, row([0, 100, 900]), inTable, inTable, inTable, row([0, 100, 500, 900]), ''],
      },
    );
    const [page] = read(bytes).pages;
    expect(page?.text).toBe('姓名  张三\n意见  同意  立案\n2025年3月5日☑');
    expect(page?.tables?.[0]?.cells.map(({ row: at, column, columns }) => [at, column, columns])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
    ]);
  });
  test('tell remarks, macros and what is put in; notes and boxes are read', () => {
    const bytes = docOf(['正文\r'], {
      behind: ['脚注\r', '', '', '请核对\r', '', '框里的字\r'],
      more: { Macros: Buffer.from('x') },
    });
    expect(textOf(bytes)).toBe('正文\n框里的字\n脚注');
    expect(told(bytes)).toEqual([
      'script 文件含有宏，没有执行',
      'beside 文件带有批注，批注没有作为正文读取，请打开原件查看',
    ]);
  });
  test('that are cut off say how much was not read', () => {
    const whole = docOf([`${'当事人甲，'.repeat(1500)}\r`]);
    expect(told(shortened(whole)).join()).toMatch(/other 文件不完整，正文里有 \d+ 个字没有读到；请重新复制/u);
  });
  test('whose list of formats is lost say that hidden words may stand among the others', () => {
    const bytes = docOf(['正文', ['暗字', '3c0801'], '\r']);
    // The place of the page of formats, in the list of them.
    const at = bytes.indexOf(Buffer.from([0x0a, 0x08, 0, 0, 5, 0, 0, 0]));
    expect(at).toBeGreaterThan(0);
    bytes.writeUInt32LE(0x1000, at + 4);
    expect(told(bytes)).toEqual([
      'other 文件里记录格式的部分已损坏，表格可能排错，隐藏的或者已删去的文字可能没有分辨出来，请对照原件',
    ]);
  });
  test('that have a password or are older say so, with what to do', () => {
    expect(() => read(docOf(['x\r'], { flags: 0x0100 }))).toThrow('加了密码的旧版 Word');
    const older = docOf(['x\r']);
    const at = older.indexOf(Buffer.from([0xec, 0xa5, 193, 0]));
    older.writeUInt16LE(104, at + 2);
    expect(() => read(older)).toThrow('是 Word 95 或者更早的文件，读不出；请用 Word 或者 WPS 打开');
    expect(() => read(compoundOf({ 'PowerPoint Document': Buffer.from('x') }))).toThrow('是旧版演示文稿');
  });
});

/** Without the end of the stream of text, of which the list of sectors ends early. */
function shortened(bytes: Buffer): Buffer {
  const cut = Buffer.from(bytes);
  cut.writeUInt32LE(0xfffffffe, 512 + 12 * 4);
  return cut;
}

describe('RTF', () => {
  test('is read in its page of codes and in Unicode, with marks, tables and pages', () => {
    const bytes = rtf(
      "\\pard\\qc \\'d0\\'d0\\'d5\\'fe\\par\\pard\\uc1\\u22788?\\u32602?{\\f1 \\'fe}\\page\\trowd\\cellx100\\cellx900\\intbl A\\cell B\\cell\\row\\pard\\{C\\}\\par",
    );
    expect(textOf(bytes)).toBe('行政\n处罚☑\fA  B\n{C}');
    expect(told(bytes)).toEqual([]);
  });
  test('keeps apart what nobody sees, what a revision takes away, and parts that are no text', () => {
    const bytes = rtf(
      '{\\*\\revtbl{Unknown;}{Wang;}}A{\\v B}{\\cf1 C}{\\deleted\\revauthdel1 D}{\\strike E}{\\*\\annotation F}{\\field{\\*\\fldinst DATE}{\\fldrslt G}}{\\object{\\*\\objdata 00}{\\result H}}{\\upr{I}{\\*\\ud J}}\\par',
    );
    expect(textOf(bytes)).toBe('AGHJ');
    expect(told(bytes)).toEqual([
      'hidden 文件含有看不见的文字（设为隐藏、与底色相同、小得看不出，或者在纸面之外），没有采信 BC',
      'tracked 文件里有用删除线划去的文字，没有采信，请对照原件 E',
      'tracked 文件留有 1 处未接受的修订（修订人：Wang）：删去“D”；按接受修订后的内容检查 D',
      'attachment 文件里嵌有 1 个对象（可能是别的文书或者表格），没有读取；请打开原件查看，是文书的另存出来单独放入',
      'beside 文件带有批注，批注没有作为正文读取，请打开原件查看',
    ]);
  });
  test('shows numbers before paragraphs and boxes to tick', () => {
    const bytes = rtf(
      "{\\listtext\\u19968?\\u12289?\\tab}A\\par{\\listtext\\f1 \\'6c\\tab}B\\par{\\field{\\*\\fldinst FORMCHECKBOX{\\*\\formfield{\\fftype1\\ffres25\\ffdefres1}}}{\\fldrslt}}C\\par",
    );
    expect(textOf(bytes)).toBe('一、A\nB\n☑C');
  });
  test('that breaks off says so; one without words is not read', () => {
    expect(told(rtf('A\\par{B').subarray(0, -1))).toEqual([
      'other 文件不完整，后面可能还有内容没有读到；请重新复制或者从办案系统重新导出，再放入',
    ]);
    expect(() => read(rtf('\\par'))).toThrow('文件里没有文字');
  });
});
