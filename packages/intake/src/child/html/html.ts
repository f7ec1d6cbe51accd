import { markup } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import type { DocxBody } from '../docx/body.ts';
import type { Sink } from '../main.ts';
import { decodeText } from '../text.ts';
import { tellWord } from '../word/told.ts';
import { type Fate, WordWriter } from '../word/writer.ts';
import { Grid } from './grid.ts';
import { Classes, fateIn } from './look.ts';
import { tokensIn } from './tokens.ts';

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre center form fieldset section article header footer caption hr body table'.split(
    ' ',
  ),
);
const alone = new Set('br hr img input meta link col area base wbr embed source'.split(' '));
const mostOpen = 5000;

/** Pages of a paper that a system or a program stored as a page of the web, as Word opens it. */
export function readHtml(bytes: Buffer, sink: Sink): void {
  const body = bodyOf(bytes);
  const blank = body.pages.every(({ lines, pictures }) => pictures === 0 && lines.every((line) => line.trim() === ''));
  if (blank && body.hidden === '') throw new Unreadable(markup(bytes));
  tellWord(body, {}, sink);
}

/** The rows of the tables of such a page, as Excel opens it. */
export function rowsOf(bytes: Buffer): string[][] {
  const rows: string[][] = [];
  for (const { tables, lines } of bodyOf(bytes).pages) {
    const text = lines.join('\n');
    for (const { cells } of tables) {
      const first = rows.length;
      for (const { row, column, start, end } of cells) {
        const own = rows[first + row] ?? [];
        rows[first + row] = own;
        while (own.length <= column) own.push('');
        own[column] = text.slice(start, end).replace(/\s+/gu, ' ').trim();
      }
    }
  }
  for (let at = 0; at < rows.length; at++) rows[at] ??= [];
  if (rows.length === 0) throw new Unreadable(markup(bytes));
  return rows;
}

interface Open {
  readonly name: string;
  readonly fate: Fate;
  readonly shaded: boolean;
  readonly centred: boolean;
}

function bodyOf(bytes: Buffer): DocxBody {
  const reader = new Reader();
  for (const token of tokensIn(pageIn(bytes), (rules) => reader.classes.take(rules))) {
    if (token.kind === 'text') reader.text(token.text);
    else if (token.kind === 'open') reader.open(token.name, token.attribute);
    else reader.close(token.name);
  }
  return reader.body();
}

/** The page in the encoding it says; where its bytes are none of that, in the one they are of. */
function pageIn(bytes: Buffer): string {
  const said = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? '';
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0xef;
  if (!marked && /^(?:gb2312|gbk|gb18030|x-gbk)$/iu.test(said)) return new TextDecoder('gb18030').decode(bytes);
  return decodeText(bytes);
}

class Reader {
  readonly classes = new Classes();
  readonly #writer = new WordWriter();
  readonly #open: Open[] = [];
  readonly #grids: Grid[] = [];
  /** What was written last ends in a blank: asking the whole paragraph each time takes too long. */
  #blank = false;

  get #here(): Open {
    return this.#open.at(-1) ?? { name: '', fate: 'shown', shaded: false, centred: false };
  }

  text(text: string): void {
    // Between Chinese characters a line that breaks in the file is none of the text.
    const words = text
      .replace(/(\p{Script=Han}|[，。；：、）》”])[ \t]*\r?\n\s*(?=\p{Script=Han}|[（《“])/gu, '$1')
      .replace(/[ \t\r\n\f]+/gu, ' ')
      .replaceAll('\u00a0', ' ');
    const own = this.#writer.open === '' || this.#blank ? words.replace(/^ +/u, '') : words;
    if (own === '') return;
    this.#writer.write(own, this.#here.fate);
    this.#blank = own.endsWith(' ');
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'br') {
      if (/page-break-before\s*:\s*always/iu.test(attribute('style') ?? '') && this.#grids.length === 0)
        this.#writer.turn();
      else if (this.#here.fate === 'shown') this.#writer.write('\n', 'shown');
      this.#blank = true;
      return;
    }
    if (name === 'img') {
      if (this.#here.fate === 'shown') this.#writer.picture(0, this.#grids.length > 0);
      return;
    }
    const look = `${this.classes.of(attribute('class'))};${attribute('style') ?? ''}${attribute('hidden') === undefined ? '' : ';display:none'}`;
    if (blocks.has(name)) this.#endParagraph();
    if (name === 'table') this.#grids.push(new Grid(this.#writer, this.#grids.length + 1));
    const grid = this.#grids.at(-1);
    if (name === 'tr') grid?.beginRow();
    if (name === 'td' || name === 'th')
      grid?.beginCell(Number(attribute('colspan') ?? 1), Number(attribute('rowspan') ?? 1));
    if (/page-break-before\s*:\s*always/iu.test(look) && this.#grids.length === 0) this.#writer.turn();
    if (alone.has(name)) return;
    if (this.#open.length >= mostOpen)
      throw new Unreadable('文件嵌套得太深，不是正常的文件，没有读取；请用 Word 或者 WPS 打开后另存为 DOCX，再放入');
    const { fate, shaded } = fateIn(this.#here, name, look);
    const coloured = shaded || attribute('bgcolor') !== undefined;
    const centred = name === 'center' || /text-align\s*:\s*center/iu.test(look) || attribute('align') === 'center';
    // A new cell or paragraph ends the one before, whose end need not be written.
    if (['td', 'th', 'tr', 'p', 'li'].includes(name)) this.#drop(name);
    this.#open.push({ name, fate, shaded: coloured, centred });
  }

  close(name: string): void {
    if (blocks.has(name) && name !== 'table') this.#endParagraph();
    const grid = this.#grids.at(-1);
    if (name === 'tr' || name === 'table') grid?.endRow();
    if (name === 'table' && this.#grids.length > 0) {
      this.#grids.pop();
      this.#writer.closeTables(this.#grids.length);
    }
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at >= 0) this.#open.length = at;
  }

  body(): DocxBody {
    while (this.#grids.length > 0) this.#grids.pop()?.endRow();
    this.#endParagraph();
    return this.#writer.body();
  }

  #drop(name: string): void {
    const at = this.#open.findLastIndex((one) => one.name === name || one.name === 'table');
    if (at >= 0 && this.#open[at]?.name === name) this.#open.length = at;
  }

  #endParagraph(): void {
    if (this.#writer.open === '' || this.#writer.open.trim() === '') return;
    this.#writer.endParagraph(this.#grids.length, { centred: this.#here.centred });
  }
}
