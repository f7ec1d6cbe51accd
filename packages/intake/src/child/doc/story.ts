import type { DocxBody } from '../docx/body.ts';
import { type Lists, Numbers } from '../docx/numbering.ts';
import { isSymbolFont, symbolOf, symbolsOf } from '../docx/symbols.ts';
import { lost } from '../text.ts';
import { drawnBy } from '../word/overlay.ts';
import { type Fate, WordWriter } from '../word/writer.ts';
import { areaAt, shownBy } from './fields.ts';
import type { Piece } from './header.ts';
import { type Look, lookOver, type Standing, standingOver } from './properties.ts';
import type { Runs } from './runs.ts';
import { namedStyle, type Style } from './styles.ts';

/** A paper taken apart. */
export interface Paper {
  readonly text: Buffer;
  readonly data: Buffer;
  readonly pieces: readonly Piece[];
  readonly characters: Runs;
  readonly paragraphs: Runs;
  readonly styles: (style: number) => Style;
  readonly fonts: readonly string[];
  readonly authors: readonly string[];
  readonly lists: Lists;
  /** Told of a paragraph whose number is not in the lists. */
  readonly unnumbered: () => void;
}

/** Reads the characters from one place to before another: a part of the paper that stands by itself. */
export function readStory(paper: Paper, from: number, to: number): DocxBody {
  const story = new Story(paper);
  for (const piece of paper.pieces) {
    const [first, last] = [Math.max(from, piece.from), Math.min(to, piece.to)];
    if (first < last) story.read(piece, first, last);
  }
  return story.body();
}

/** Characters that stand for something else ([MS-DOC] 2.4.1, 2.8.25). */
const marks = {
  picture: 1,
  cell: 7,
  shape: 8,
  line: 11,
  page: 12,
  paragraph: 13,
  column: 14,
  field: 19,
  result: 20,
  fieldEnd: 21,
  hyphen: 30,
} as const;

/** Marks of notes and of hyphens that are seen only at the end of a line. */
const silent = new Set([2, 3, 4, 5, 9, 31]);
const mostOfCode = 1000;

class Story {
  readonly #paper: Paper;
  readonly #writer = new WordWriter();
  readonly #numbers: Numbers;
  /** Of each field that is open, whether its result is reached. */
  readonly #fields: boolean[] = [];
  /** What the innermost field says. */
  #code = '';
  #fresh = true;

  constructor(paper: Paper) {
    this.#paper = paper;
    this.#numbers = new Numbers(paper.lists);
  }

  body(): DocxBody {
    return this.#writer.body();
  }

  read(piece: Piece, from: number, to: number): void {
    const each = piece.wide ? 2 : 1;
    const placeOf = (character: number): number => piece.at + (character - piece.from) * each;
    const { text, characters, paragraphs } = this.#paper;
    const end = placeOf(to);
    for (let at = placeOf(from); at < end; ) {
      const run = characters.at(at);
      const paragraph = paragraphs.at(at);
      const next = Math.min(end, run.to, paragraph.to);
      // A stretch may end within a character where the lists are damaged.
      const stop = Math.min(end, at + Math.max(each, next - at - ((next - at) % each)));
      const style = this.#paper.styles(paragraph.style);
      const standing = standingOver(style.standing, paragraph.properties, this.#paper.data);
      const look = this.#lookOf(style.look, run.properties, piece.over);
      const words = piece.wide ? text.toString('utf16le', at, stop) : plainText.decode(text.subarray(at, stop));
      this.#take(words, look, standing);
      at = stop;
    }
  }

  #lookOf(style: Look, own: Buffer, over: Buffer): Look {
    const named = namedStyle(own);
    const base = named < 0 ? style : lookOfBoth(style, this.#paper.styles(named).look);
    const look = lookOver(base, own);
    return over.length === 0 ? look : lookOver(look, over);
  }

  #take(words: string, look: Look, standing: Standing): void {
    let from = 0;
    for (let at = 0; at < words.length; at++) {
      const code = words.charCodeAt(at);
      if (code >= 32 && !(look.special && code === 40 && look.symbol !== null)) continue;
      this.#write(words.slice(from, at), look, standing);
      from = at + 1;
      this.#mark(code, look, standing);
    }
    this.#write(words.slice(from), look, standing);
  }

  get #inCode(): boolean {
    return this.#fields.includes(false);
  }

  #write(words: string, look: Look, standing: Standing): void {
    if (words === '') return;
    this.#begin(standing);
    if (this.#inCode) {
      if (this.#code.length < mostOfCode) this.#code += words;
      return;
    }
    const font = this.#paper.fonts[look.font] ?? '';
    this.#writer.write(isSymbolFont(font) ? symbolsOf(font, words) : words, fateOf(look, standing), this.#author(look));
  }

  #author(look: Look): string {
    return look.inserted || look.deleted ? (this.#paper.authors[look.author] ?? '') : '';
  }

  /** The first character of a paragraph is met. */
  #begin(standing: Standing): void {
    if (!this.#fresh) return;
    this.#fresh = false;
    if (standing.breakBefore && standing.depth === 0) this.#writer.turn();
  }

  #mark(code: number, look: Look, standing: Standing): void {
    switch (code) {
      case marks.field:
        this.#begin(standing);
        this.#fields.push(false);
        this.#code = '';
        break;
      case marks.result:
        if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
        break;
      case marks.fieldEnd:
        this.#endField(look, standing);
        break;
      case marks.paragraph:
        this.#endParagraph(standing);
        break;
      case marks.cell:
        if (standing.endsRow) this.#endRow(standing);
        else this.#writer.endCell(standing.depth, this.#numberOf(standing));
        this.#fresh = true;
        break;
      case marks.page:
        if (this.#writer.open !== '') this.#writer.endParagraph(standing.depth, { mark: this.#numberOf(standing) });
        if (standing.depth === 0) this.#writer.turn();
        this.#fresh = true;
        break;
      default:
        this.#small(code, look, standing);
        break;
    }
  }

  /** Some fields draw what they show, and keep nothing that they came to. */
  #endField(look: Look, standing: Standing): void {
    const reached = this.#fields.pop() ?? true;
    const shown = reached || this.#inCode ? null : drawnBy(this.#code);
    this.#code = '';
    if (shown !== null) this.#writer.write(shown, fateOf(look, standing), this.#author(look));
  }

  #small(code: number, look: Look, standing: Standing): void {
    const field = code === marks.picture && look.field ? shownBy(this.#paper.data, look.place) : null;
    // What a field of a form shows is kept within its code.
    if (field !== null) this.#writer.write(field, fateOf(look, standing), this.#author(look));
    if (this.#inCode) return;
    const write = (words: string): void => this.#writer.write(words, fateOf(look, standing), this.#author(look));
    if (code === 40 && look.symbol !== null)
      write(symbolOf(this.#paper.fonts[look.symbol.font] ?? '', look.symbol.code.toString(16)));
    else if (code === 9 && this.#writer.open !== '') write('  ');
    else if (code === marks.line || code === marks.column) write('\n');
    else if (code === marks.hyphen) write('-');
    else if ((code === marks.picture && !look.field) || code === marks.shape) {
      this.#begin(standing);
      const seen = ['shown', 'inserted'].includes(fateOf(look, standing));
      if (seen)
        this.#writer.picture(code === marks.picture ? areaAt(this.#paper.data, look.place) : 0, standing.depth > 0);
    } else if (!look.special && !silent.has(code)) write(lost);
  }

  #endParagraph(standing: Standing): void {
    this.#begin(standing);
    if (standing.depth > 1 && standing.endsRow) this.#endRow(standing);
    else if (standing.endsInnerCell) this.#writer.endCell(standing.depth, this.#numberOf(standing));
    else this.#writer.endParagraph(standing.depth, { centred: standing.centred, mark: this.#numberOf(standing) });
    this.#fresh = true;
  }

  #endRow({ depth, edges, continued }: Standing): void {
    const [left, ...others] = edges ?? [];
    this.#writer.endRow(depth, left === undefined ? null : { left, edges: others, continued });
  }

  #numberOf({ list, level }: Standing): string {
    if (list === null || list <= 0 || this.#writer.open === '') return '';
    if (!this.#paper.lists.lists.has(String(list))) this.#paper.unnumbered();
    return this.#numbers.next({ list: String(list), depth: level ?? 0 }, null);
  }
}

const plainText = new TextDecoder('windows-1252');

/** What a style of characters says over that of the paragraph. */
function lookOfBoth(paragraph: Look, characters: Look): Look {
  return {
    ...characters,
    hidden: paragraph.hidden || characters.hidden,
    struck: paragraph.struck || characters.struck,
    font: characters.font < 0 ? paragraph.font : characters.font,
  };
}

function fateOf(look: Look, standing: Standing): Fate {
  if (look.deleted) return 'deleted';
  const white = look.white && !look.shaded && !standing.shaded && standing.depth === 0;
  if (look.hidden || look.small || white) return 'hidden';
  if (look.struck) return 'struck';
  return look.inserted ? 'inserted' : 'shown';
}
