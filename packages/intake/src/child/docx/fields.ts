import { drawnBy } from '../word/overlay.ts';
import { isOn } from './look.ts';

type Attributes = Readonly<Record<string, string>>;

const mostOfCode = 1000;

/** Fields of forms as Word has had them of old: boxes to tick and lists to choose from, whose state is kept beside the text. */
export class FormFields {
  #box: { ticked: boolean } | null = null;
  /** Fields that are open: what they say, and whether what they came to follows. */
  readonly #open: { code: string; result: boolean }[] = [];
  #ended: string | null = null;
  #inCode = false;
  #list: { chosen: number; readonly entries: string[] } | null = null;

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'fldChar':
        this.#mark(attributes.fldCharType);
        break;
      case 'instrText':
        this.#inCode = true;
        break;
      case 'checkBox':
        this.#box = { ticked: false };
        break;
      case 'ddList':
        this.#list = { chosen: 0, entries: [] };
        break;
      case 'default':
      case 'result':
        if (this.#box !== null) this.#box.ticked = isOn(attributes);
        if (this.#list !== null) this.#list.chosen = Number(attributes.val) || 0;
        break;
      case 'checked':
        if (this.#box !== null) this.#box.ticked = isOn(attributes);
        break;
      case 'listEntry':
        this.#list?.entries.push(attributes.val ?? '');
        break;
      default:
        break;
    }
  }

  /** Words of the file, of which those are kept that say what a field is. */
  take(text: string): void {
    const field = this.#open.at(-1);
    if (this.#inCode && field !== undefined && field.code.length < mostOfCode) field.code += text;
  }

  #mark(kind: string | undefined): void {
    const field = this.#open.at(-1);
    if (kind === 'begin') this.#open.push({ code: '', result: false });
    else if (kind === 'separate' && field !== undefined) field.result = true;
    else if (kind === 'end' && field !== undefined) {
      this.#open.pop();
      this.#ended = field.result ? null : drawnBy(field.code);
    }
  }

  /** What the page shows of the field that closes; null where none does. */
  close(name: string): string | null {
    if (name === 'instrText') this.#inCode = false;
    if (name === 'fldChar') {
      const shown = this.#ended;
      this.#ended = null;
      return shown;
    }
    if (name === 'checkBox' && this.#box !== null) {
      const { ticked } = this.#box;
      this.#box = null;
      return ticked ? '☑' : '□';
    }
    if (name === 'ddList' && this.#list !== null) {
      const { chosen, entries } = this.#list;
      this.#list = null;
      return entries[chosen] ?? '';
    }
    return null;
  }
}

/** Controls to be filled in: what stands in one that nobody filled asks for words and is none. */
export class Controls {
  readonly #open: { asking: boolean }[] = [];
  #asking = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'sdt') this.#open.push({ asking: false });
    const control = this.#open.at(-1);
    if (control === undefined) return;
    if (name === 'showingPlcHdr') control.asking = isOn(attributes);
    if (name === 'sdtContent' && control.asking) this.#asking++;
  }

  close(name: string): void {
    if (name === 'sdtContent' && this.#open.at(-1)?.asking === true) this.#asking--;
    if (name === 'sdt') this.#open.pop();
  }

  /** What stands here only asks for words. */
  get asks(): boolean {
    return this.#asking > 0;
  }
}
