import { isSymbolFont, symbolsOf } from '../docx/symbols.ts';
import { Tables } from './fonts.ts';
import { fateOf, type State } from './state.ts';

/** Puts bytes and characters together to words, and gives them to what they are for. */
export class Words {
  readonly tables = new Tables();
  readonly authors: string[] = [];
  /** The number that a program has put before the paragraph. */
  mark = '';
  #bytes: Buffer[] = [];
  #characters = '';
  /** Bytes that only stand for a character of Unicode before them. */
  #instead = 0;
  #font = 0;
  #entry = '';

  take(bytes: Buffer, state: State): void {
    const passed = Math.min(this.#instead, bytes.length);
    this.#instead -= passed;
    if (passed === bytes.length) return;
    if (this.#characters !== '') this.#give(state);
    this.#bytes.push(bytes.subarray(passed));
  }

  character(code: number, state: State): void {
    if (this.#bytes.length > 0) this.#give(state);
    this.#characters += String.fromCharCode(code & 0xffff);
    this.#instead = state.fallback;
  }

  /** Plain words, such as a mark stands for. */
  put(words: string, state: State): void {
    this.flush(state);
    this.#say(words, state);
  }

  /** What was put together so far is all that looks so. */
  flush(state: State): void {
    this.#instead = 0;
    this.#give(state);
  }

  /** A word within the list of fonts or of colours. */
  list(word: string, value: number, state: State): void {
    if (state.within === 'colortbl') this.tables.colourWord(word, value);
    if (state.within !== 'fonttbl') return;
    if (word === 'f') this.#font = value;
    this.tables.fontWord(this.#font, word, value);
  }

  /** One of the words to choose from has ended. */
  takeEntry(): string {
    const entry = this.#entry;
    this.#entry = '';
    return entry;
  }

  #give(state: State): void {
    if (this.#bytes.length === 0 && this.#characters === '') return;
    const bytes = Buffer.concat(this.#bytes);
    const isSymbols = isSymbolFont(this.tables.nameOf(state.font));
    const codes = isSymbols
      ? 'latin1'
      : state.within.endsWith('tbl')
        ? this.tables.usual
        : this.tables.codesOf(state.font);
    const words = this.#characters + (isSymbols ? bytes.toString('latin1') : new TextDecoder(codes).decode(bytes));
    this.#bytes = [];
    this.#characters = '';
    this.#say(words, state);
  }

  #say(words: string, state: State): void {
    switch (state.within) {
      case 'fonttbl':
        if (state.skip === 'none') this.tables.fontName(this.#font, words);
        break;
      case 'colortbl':
        for (const character of words) if (character === ';') this.tables.endColour();
        break;
      case 'revtbl':
        if (this.authors.length < 1000) this.authors.push(words.replace(/;$/u, ''));
        break;
      case 'mark':
        this.mark = (this.mark + this.#shown(words, state)).slice(0, 100);
        break;
      case 'entry':
        this.#entry = (this.#entry + words).slice(0, 1000);
        break;
      default:
        this.#write(words, state);
    }
  }

  #write(words: string, state: State): void {
    if (state.skip !== 'none' || words === '') return;
    const author = state.inserted || state.deleted ? (this.authors[state.author] ?? '') : '';
    state.writer.write(this.#shown(words, state), fateOf(state, this.tables.isWhite(state.colour)), author);
  }

  #shown(words: string, state: State): string {
    const font = this.tables.nameOf(state.font);
    return isSymbolFont(font) ? symbolsOf(font, words) : words;
  }
}
