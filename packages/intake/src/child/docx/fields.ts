import { isOn } from './look.ts';

type Attributes = Readonly<Record<string, string>>;

/** Fields of forms as Word has had them of old: boxes to tick and lists to choose from, whose state is kept beside the text. */
export class FormFields {
  #box: { ticked: boolean } | null = null;
  #list: { chosen: number; readonly entries: string[] } | null = null;

  open(name: string, attributes: Attributes): void {
    switch (name) {
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

  /** What the page shows of the field that closes; null where none does. */
  close(name: string): string | null {
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
