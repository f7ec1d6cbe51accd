import { Damaged } from '../../foreign.ts';
import { Broken, Declared, type Limits, Unreadable } from '../../limits.ts';
import { besideHands, pictureMark } from '../hands.ts';
import { readXml } from '../xml.ts';
import { Alternatives } from './alternatives.ts';
import { Apart, type KeptApart } from './apart.ts';
import { areaIn, areaOf, leastPaper } from './drawings.ts';
import { Controls, FormFields } from './fields.ts';
import { type HeadingStyles, Headings, noHeadings } from './headings.ts';
import { isOn, Look } from './look.ts';
import { Marks } from './marks.ts';
import { type Lists, noLists } from './numbering.ts';
import { type DocxPage, Pages } from './pages.ts';
import { symbolOf, symbolsOf } from './symbols.ts';

/** Text of one part of a DOCX, page by page, and what was left out of it. */
export interface DocxBody extends KeptApart {
  readonly pages: readonly DocxPage[];
  /** The last words before the part breaks off, where it does. */
  readonly cut?: string;
}

/**
 * Reads a part: paragraphs as lines, the cells of a table row in one line with two spaces between; a cell of several paragraphs goes on
 * in lines of its own. Words nobody sees and tracked deletions are kept apart. Pages follow the breaks that the file records. A part that is
 * asked to be of a `kind` and is of another is damage; one that breaks off behind some words is read to there where `toBreak` asks for that.
 */
export function readBody(
  bytes: Buffer,
  limits: Limits,
  what: string,
  { kind, toBreak = false, hiddenStyles = new Set(), lists = noLists, headings = noHeadings }: Asked = {},
): DocxBody {
  const writer = new Writer(hiddenStyles, lists, headings);
  let root: string | null = null;
  try {
    readXml(bytes, limits, what, {
      open: (name, attributes) => {
        root ??= name;
        if (kind !== undefined && root !== kind) throw new Damaged('DOCX 缺少正文');
        writer.open(name, attributes);
      },
      close: (name) => writer.close(name),
      text: (text) => writer.write(text),
    });
  } catch (error) {
    if (!toBreak || !(error instanceof Broken) || error instanceof Declared) throw error;
    // The paragraph and the row in which it breaks off may be there in part only.
    const body = writer.body();
    const last = body.pages.flatMap(({ lines }) => lines).findLast((line) => line.trim() !== '');
    if (last === undefined) throw error;
    return { ...body, cut: last.trim().slice(-15) };
  }
  return writer.body();
}

interface Asked {
  readonly kind?: string;
  readonly toBreak?: boolean;
  readonly hiddenStyles?: ReadonlySet<string>;
  readonly lists?: Lists;
  readonly headings?: HeadingStyles;
}

class Writer {
  readonly #pages = new Pages();
  readonly #paragraphs: string[] = [];
  readonly #look: Look;
  readonly #fields = new FormFields();
  readonly #controls = new Controls();
  readonly #alternatives = new Alternatives();
  readonly #marks: Marks;
  /** Boxes of text that are open: what is painted in them is not known. */
  #boxes = 0;
  readonly #headings: Headings;
  /** Square centimetres of the drawing that is open. */
  #pictured = 0;
  #skip = 0;
  #deleted = 0;
  #inserted = 0;
  #inText = false;
  readonly #apart = new Apart();

  constructor(hiddenStyles: ReadonlySet<string>, lists: Lists, headings: HeadingStyles) {
    this.#look = new Look(hiddenStyles);
    this.#headings = new Headings(headings);
    this.#marks = new Marks(lists);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#look.open(name, attributes);
    this.#headings.open(name, attributes);
    this.#fields.open(name, attributes);
    this.#controls.open(name, attributes);
    this.#alternatives.open(name, attributes);
    if (!this.#alternatives.repeats) this.#marks.open(name, attributes);
    switch (name) {
      case 'p':
        this.#paragraphs.push('');
        break;
      case 'txbxContent':
        this.#boxes++;
        break;
      case 't':
      case 'delText':
        this.#inText = true;
        break;
      case 'del':
      case 'moveFrom':
        this.#deleted++;
        this.#apart.revised(attributes.author ?? '');
        break;
      case 'ins':
      case 'moveTo':
        this.#inserted++;
        this.#apart.revised(attributes.author ?? '');
        break;
      case 'textpath':
        if (!this.#alternatives.repeats) this.#apart.keep('art', attributes.string ?? '');
        break;
      case 'altChunk':
      case 'subDoc':
        this.#pages.addChunk();
        break;
      case 'instrText':
      case 'rt':
        this.#skip++;
        break;
      case 'drawing':
      case 'pict':
        // A picture of a hand, a seal or a print: that it is there must not be lost, as the place to sign would seem blank.
        if (
          this.#look.inRun &&
          this.#shows() &&
          (this.#pages.inTable || besideHands.test(this.#paragraphs.at(-1) ?? ''))
        )
          this.#append(pictureMark);
        break;
      case 'inline':
      case 'anchor':
        this.#pictured = 0;
        break;
      case 'extent':
        this.#pictured = areaOf(attributes.cx, attributes.cy);
        break;
      case 'shape':
        this.#pictured = areaIn(attributes.style ?? '');
        break;
      case 'blip':
      case 'imagedata':
        if (this.#shows()) this.#pages.addPicture(this.#pictured >= leastPaper);
        this.#pictured = 0;
        break;
      case 'tab':
      case 'ptab':
        if (this.#look.inRun && this.#shows() && this.#paragraphs.at(-1) !== '') this.#append('  ');
        break;
      case 'sym':
        if (this.#shows()) this.#append(symbolOf(attributes.font ?? '', attributes.char ?? ''));
        break;
      case 'noBreakHyphen':
        if (this.#shows()) this.#append('-');
        break;
      case 'br':
      case 'cr':
        if (attributes.type === 'page') this.#turn();
        else if (this.#shows()) this.#append('\n');
        break;
      case 'lastRenderedPageBreak':
      case 'pageBreakBefore':
        if (isOn(attributes)) this.#turn();
        break;
      case 'tbl':
        this.#pages.beginTable();
        break;
      case 'tr':
        this.#pages.beginRow();
        break;
      case 'tc':
        this.#pages.beginCell();
        break;
      case 'gridSpan':
        this.#pages.spanCell(Number(attributes.val) || 1);
        break;
      case 'vMerge':
        if (attributes.val !== 'restart') this.#pages.goOnCell();
        break;
      default:
        break;
    }
  }

  close(name: string): void {
    this.#look.close(name);
    this.#headings.close(name);
    const field = this.#fields.close(name);
    if (field !== null && this.#shows()) this.#append(field);
    this.#controls.close(name);
    const mark = name === 'p' ? this.#marks.take() : '';
    if (!this.#alternatives.repeats) this.#marks.close(name);
    this.#alternatives.close(name);
    switch (name) {
      case 'txbxContent':
        this.#boxes--;
        break;
      case 't':
      case 'delText':
        this.#inText = false;
        break;
      case 'del':
      case 'moveFrom':
        this.#deleted--;
        break;
      case 'ins':
      case 'moveTo':
        this.#inserted--;
        break;
      case 'instrText':
      case 'rt':
        this.#skip--;
        break;
      case 'p': {
        const words = (this.#paragraphs.pop() ?? '') + mark;
        // People see that a heading stands apart from the paper above it: the text says so by an empty line.
        if (this.#headings.ends(words, this.#pages.inTable)) this.#pages.partOff();
        this.#pages.put(words.split('\n'));
        break;
      }
      case 'tr':
        this.#pages.endRow();
        break;
      case 'tbl':
        this.#pages.endTable();
        break;
      default:
        break;
    }
  }

  write(text: string): void {
    this.#fields.take(text);
    if (this.#inText && this.#alternatives.strange) this.#apart.keep('strange', text);
    if (!this.#inText || this.#skip > 0 || this.#alternatives.repeats || this.#controls.asks) return;
    if (this.#deleted > 0 || this.#look.gone) this.#apart.keep('deleted', text);
    else if (this.#isHidden()) this.#apart.keep('hidden', text);
    else if (this.#look.struck) this.#apart.keep('struck', text);
    else {
      if (this.#inserted > 0) this.#apart.keep('inserted', text);
      this.#headings.wrote(text);
      this.#append(this.#look.symbols === '' ? text : symbolsOf(this.#look.symbols, text));
    }
  }

  body(): DocxBody {
    return { pages: this.#pages.all(), ...this.#apart.all() };
  }

  #shows(): boolean {
    const passed = this.#skip > 0 || this.#alternatives.repeats || this.#deleted > 0 || this.#look.gone;
    return !passed && !this.#isHidden() && !this.#controls.asks;
  }

  #isHidden(): boolean {
    return this.#look.isHidden(this.#pages.inTable || this.#boxes > 0);
  }

  #append(text: string): void {
    const last = this.#paragraphs.length - 1;
    if (last < 0) return;
    const before = (this.#paragraphs[last] ?? '') + this.#marks.take();
    if (before.length + text.length > 5_000_000)
      throw new Unreadable('DOCX 有一段超过五百万字，没有读取；请打印成 PDF 后再放入');
    this.#paragraphs[last] = before + text;
  }

  /** A new page begins, unless nothing stands on this one yet. Within a table the row stays whole. */
  #turn(): void {
    if (this.#pages.inTable) return;
    const last = this.#paragraphs.length - 1;
    if (last >= 0 && this.#paragraphs[last] !== '') {
      this.#pages.put([this.#paragraphs[last] ?? '']);
      this.#paragraphs[last] = '';
    }
    this.#pages.turn();
  }
}
