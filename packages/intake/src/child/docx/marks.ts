import { isOn } from './look.ts';
import { type Lists, Numbers } from './numbering.ts';

type Attributes = Readonly<Record<string, string>>;

interface Paragraph {
  list: string | null;
  depth: number | null;
  style: string | null;
  /** Its end is hidden or taken away by a revision: it is none of its own. */
  unseen: boolean;
  counted: boolean;
  /** What is yet to be put before its words. */
  mark: string;
}

/** Follows what each paragraph says of its place in a list, and gives the mark that the program of word processing shows before it. */
export class Marks {
  readonly #numbers: Numbers;
  readonly #open: Paragraph[] = [];
  /** Inside what a tracked change keeps of the properties before. */
  #before = 0;
  #inProperties = false;

  constructor(lists: Lists) {
    this.#numbers = new Numbers(lists);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'pPrChange' || name === 'rPrChange') this.#before++;
    if (this.#before > 0) return;
    if (name === 'p') {
      this.#inProperties = false;
      this.#open.push({ list: null, depth: null, style: null, unseen: false, counted: false, mark: '' });
      return;
    }
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined) return;
    if (name === 'pPr') this.#inProperties = true;
    else if (name === 'r') this.#settle(paragraph);
    if (!this.#inProperties) return;
    switch (name) {
      case 'pStyle':
        paragraph.style = attributes.val ?? null;
        break;
      case 'numId':
        paragraph.list = attributes.val ?? null;
        break;
      case 'ilvl':
        paragraph.depth = Number(attributes.val) || 0;
        break;
      case 'del':
      case 'moveFrom':
        paragraph.unseen = true;
        break;
      case 'vanish':
        paragraph.unseen ||= isOn(attributes);
        break;
      default:
        break;
    }
  }

  close(name: string): void {
    if (name === 'pPrChange' || name === 'rPrChange') this.#before--;
    if (this.#before > 0) return;
    const paragraph = this.#open.at(-1);
    if (name === 'pPr') {
      this.#inProperties = false;
      if (paragraph !== undefined) this.#settle(paragraph);
    } else if (name === 'p') this.#open.pop();
  }

  /** The mark of the innermost open paragraph, once. */
  take(): string {
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined) return '';
    this.#settle(paragraph);
    const { mark } = paragraph;
    paragraph.mark = '';
    return mark;
  }

  #settle(paragraph: Paragraph): void {
    if (paragraph.counted) return;
    paragraph.counted = true;
    if (!paragraph.unseen) paragraph.mark = this.#numbers.next(paragraph, paragraph.style);
  }
}
