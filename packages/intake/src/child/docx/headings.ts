import type { Limits } from '../../limits.ts';
import { isOn, stylesWith } from './look.ts';

type Attributes = Readonly<Record<string, string>>;

/** Names in the file of the styles that centre a paragraph, and of those set in bold. */
export interface HeadingStyles {
  readonly centred: ReadonlySet<string>;
  readonly bold: ReadonlySet<string>;
}

export const noHeadings: HeadingStyles = { centred: new Set(), bold: new Set() };

/** From the part that defines the styles. */
export function headingStylesIn(bytes: Buffer, limits: Limits, what: string): HeadingStyles {
  return {
    centred: stylesWith(bytes, limits, what, (name, { val }) => (name === 'jc' ? val === 'center' : null)),
    bold: stylesWith(bytes, limits, what, (name, attributes) => (name === 'b' ? isOn(attributes) : null)),
  };
}

/** Bold words beyond these, or with such marks in them, are no heading of a paper. */
const LONGEST_BOLD = 24;
const SENTENCE = /[,.;:，。；：、？！]|^[一二三四五六七八九十\d]+[、.．]|^第[一二三四五六七八九十\d]+[条项]/u;

interface Paragraph {
  centred: boolean;
  bold: boolean;
  /** Some words are set in bold, some are not. */
  heavy: boolean;
  plain: boolean;
}

/** Which paragraphs stand as headings do: centred, or short and all in bold. */
export class Headings {
  readonly #styles: HeadingStyles;
  readonly #open: Paragraph[] = [];
  #inRun = false;
  #bold = false;
  #follows = false;

  constructor(styles: HeadingStyles) {
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    const paragraph = this.#open.at(-1);
    if (name === 'p') this.#open.push({ centred: false, bold: false, heavy: false, plain: false });
    else if (paragraph === undefined) return;
    else if (name === 'jc') paragraph.centred = attributes.val === 'center';
    else if (name === 'pStyle') {
      paragraph.centred = this.#styles.centred.has(attributes.val ?? '');
      paragraph.bold = this.#styles.bold.has(attributes.val ?? '');
    } else if (name === 'r') {
      this.#inRun = true;
      this.#bold = paragraph.bold;
    } else if (name === 'rStyle') this.#bold ||= this.#styles.bold.has(attributes.val ?? '');
    else if (name === 'b' && this.#inRun) this.#bold = isOn(attributes);
  }

  close(name: string): void {
    if (name === 'r') this.#inRun = false;
  }

  /** Words were written in the run that is open. */
  wrote(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined || text.trim() === '') return;
    if (this.#bold) paragraph.heavy = true;
    else paragraph.plain = true;
  }

  /** Ends the paragraph that is open: whether it stands as a heading does, and does not go on with the heading before it. */
  ends(words: string, inTable: boolean): boolean {
    const paragraph = this.#open.pop();
    const bold =
      paragraph?.heavy === true && !paragraph.plain && words.length <= LONGEST_BOLD && !SENTENCE.test(words.trim());
    const heads = words !== '' && (paragraph?.centred === true || bold);
    const first = heads && !this.#follows && !inTable;
    // What follows a table follows no heading.
    this.#follows = heads && !inTable;
    return first;
  }
}
