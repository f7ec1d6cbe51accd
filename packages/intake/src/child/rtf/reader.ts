import { Unreadable } from '../../limits.ts';
import { WordWriter } from '../word/writer.ts';
import { Rows } from './rows.ts';
import { fateOf, follow, type State, stateFor } from './state.ts';
import { Words } from './words.ts';

const deepest = 2000;
/** Parts that stand beside the text, by the word that begins them. */
const beside = new Map([
  ...['header', 'headerl', 'headerr', 'headerf'].map((word) => [word, 'header'] as const),
  ...['footer', 'footerl', 'footerr', 'footerf'].map((word) => [word, 'footer'] as const),
  ...['shptxt', 'dptxbxtext'].map((word) => [word, 'box'] as const),
  ['footnote', 'note'],
]);
/** Groups that programs may pass over, and that are read all the same. */
const known = new Set('fldinst formfield shppict shpinst do nesttableprops ud revtbl ffl listtext pntext'.split(' '));
/** Groups whose words are no text; with `all` their pictures are none either. */
const passed = new Map<string, 'words' | 'all'>([
  ...['fldinst', 'sp', 'pict', 'object', 'upr'].map((word) => [word, 'words'] as const),
  ...'stylesheet info nonshppict shprslt nonesttables datafield ftnsep ftnsepc aftnsep aftnsepc xe tc rxe private1 listtable listoverridetable filetbl annotation template generator'
    .split(' ')
    .map((word) => [word, 'all'] as const),
]);
const lists = new Map<string, State['within']>([
  ['fonttbl', 'fonttbl'],
  ['colortbl', 'colortbl'],
  ['revtbl', 'revtbl'],
  ['listtext', 'mark'],
  ['pntext', 'mark'],
  ['ffl', 'entry'],
]);
/** Words that stand for a character. */
const characters: Readonly<Record<string, string>> = {
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
  line: '\n',
  lbr: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};
const twipsEach = 1440 / 2.54;

/** Follows the groups and words of an RTF and puts its parts together. */
export class Reader {
  readonly body = new WordWriter();
  readonly parts = new Map<string, WordWriter[]>();
  objects = 0;
  remarks = 0;
  pictures = 0;
  readonly #states: State[] = [];
  #state: State = stateFor(this.body);
  readonly #words = new Words();
  readonly #rows = new Rows();
  #first = false;
  #starred = false;

  /** Its groups do not fit each other, or bytes stand in it that are of no text. */
  broken = false;

  /** Groups that are open. */
  get depth(): number {
    return this.#states.length;
  }

  open(): void {
    this.#words.flush(this.#state);
    if (this.#states.length >= deepest)
      throw new Unreadable(
        `文件嵌套超过 ${deepest} 层，不是正常的文件，没有读取；请用 Word 或者 WPS 打开后另存为 DOCX，再放入`,
      );
    this.#states.push(this.#state);
    this.#state = { ...this.#state };
    this.#first = true;
    this.#starred = false;
  }

  close(): void {
    this.#words.flush(this.#state);
    const { picture, field, within } = this.#state;
    const before = this.#states.pop();
    if (before === undefined) return;
    this.#state = before;
    this.#first = false;
    if (within === 'entry' && before.within !== 'entry') field?.entries.push(this.#words.takeEntry());
    if (picture !== null && before.picture === null) this.#picture(picture);
    if (field !== null && before.field === null) this.#field(field);
  }

  bytes(bytes: Buffer): void {
    this.#first = false;
    if (this.#states.length > 0) {
      if (this.#state.skip === 'none' && bytes.some((byte) => byte < 9)) this.broken = true;
      this.#words.take(bytes, this.#state);
    } else if (bytes.some((byte) => byte > 32)) this.broken = true;
  }

  word(word: string, value: number | null): void {
    if (word === '*') {
      this.#starred = true;
      return;
    }
    const first = this.#first;
    this.#first = false;
    if (word === 'u') {
      this.#words.character(value ?? 0, this.#state);
      return;
    }
    this.#words.flush(this.#state);
    if (first) this.#begin(word);
    this.#starred = false;
    this.#act(word, value);
  }

  /** The first word of a group says what it is. */
  #begin(word: string): void {
    const state = this.#state;
    if (state.until !== '' && word === state.until) Object.assign(state, { skip: 'none', until: '' });
    if (word === 'pict' && state.skip !== 'all') state.picture = { width: 0, height: 0, across: 100, up: 100 };
    if (word === 'formfield') state.field = { kind: 0, chosen: 25, usual: 0, entries: [] };
    const part = beside.get(word);
    const list = lists.get(word);
    const skip = passed.get(word);
    if (state.skip === 'all') return;
    if (list !== undefined) state.within = list;
    else if (part !== undefined) this.#part(part);
    else if (skip !== undefined || (this.#starred && !known.has(word))) {
      if (word === 'object') this.objects++;
      if (word === 'annotation') this.remarks++;
      state.skip = skip ?? 'all';
      // What is shown of an object, and what programs that know Unicode show, is of the text.
      state.until = word === 'object' ? 'result' : word === 'upr' ? 'ud' : '';
    }
  }

  #part(part: string): void {
    const writer = new WordWriter();
    this.parts.set(part, [...(this.parts.get(part) ?? []), writer]);
    this.#state = { ...stateFor(writer), fallback: this.#state.fallback, font: this.#state.font };
  }

  #picture({ width, height, across, up }: NonNullable<State['picture']>): void {
    this.pictures++;
    const { writer, depth } = this.#state;
    if (!['shown', 'inserted'].includes(fateOf(this.#state, false))) return;
    const area = (width / twipsEach) * (height / twipsEach) * (across / 100) * (up / 100);
    writer.picture(area, depth > 0);
  }

  #field({ kind, chosen, usual, entries }: NonNullable<State['field']>): void {
    const state = chosen === 25 ? usual : chosen;
    const shown = kind === 1 ? (state === 1 ? '☑' : '□') : kind === 2 ? (entries[state] ?? '') : '';
    if (shown !== '') this.#words.put(shown, { ...this.#state, skip: 'none', within: '' });
  }

  #act(word: string, value: number | null): void {
    const state = this.#state;
    const number = value ?? 0;
    if (word === 'ansicpg') this.#words.tables.page(number);
    if (state.picture !== null) this.#size(state.picture, word, number);
    if (state.field !== null) {
      if (word === 'fftype') state.field.kind = number;
      if (word === 'ffres') state.field.chosen = number;
      if (word === 'ffdefres') state.field.usual = number;
    }
    if (state.within === 'mark' || state.within === 'entry') {
      follow(state, word, value);
      return;
    }
    if (state.within !== '') {
      this.#words.list(word, number, state);
      return;
    }
    if (state.skip !== 'none') return;
    const said = characters[word];
    if (said !== undefined) this.#words.put(said, state);
    else if (word === 'tab' && state.writer.open !== '') this.#words.put('  ', state);
    else if (!this.#break(word, value)) {
      this.#rows.follow(word, number);
      follow(state, word, value);
    }
  }

  #size(picture: NonNullable<State['picture']>, word: string, number: number): void {
    if (word === 'picwgoal') picture.width = number;
    if (word === 'pichgoal') picture.height = number;
    if (word === 'picscalex') picture.across = number;
    if (word === 'picscaley') picture.up = number;
  }

  /** Ends of paragraphs, cells, rows and pages. */
  #break(word: string, value: number | null): boolean {
    const { writer, depth, centred } = this.#state;
    switch (word) {
      case '\n':
      case '\r':
      case 'par':
      case 'sect':
        writer.endParagraph(depth, { centred, mark: this.#mark() });
        return true;
      case 'page':
        if (depth === 0) writer.turn();
        return true;
      case 'pagebb':
        if (value !== 0 && depth === 0) writer.turn();
        return true;
      case 'cell':
        writer.endCell(1, this.#mark());
        return true;
      case 'nestcell':
        writer.endCell(Math.max(2, depth), this.#mark());
        return true;
      case 'row':
        writer.endRow(1, this.#rows.shape());
        return true;
      case 'nestrow':
        writer.endRow(Math.max(2, depth), this.#rows.shape());
        return true;
      default:
        return false;
    }
  }

  /** The number before a paragraph; dots and squares only lead the eye. */
  #mark(): string {
    const mark = this.#words.mark.trim();
    this.#words.mark = '';
    if (mark === '' || /^[^\p{L}\p{N}□☐☑☒√✓✗]*$/u.test(mark)) return '';
    return /[、，。：；）】〕》]$/u.test(mark) ? mark : `${mark} `;
  }
}
