import type { Limits } from '../../limits.ts';
import { readXml } from '../xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** Whether a property that may be switched off is on. */
export function isOn({ val }: Attributes): boolean {
  return val !== 'false' && val !== '0' && val !== 'off';
}

/** Styles based on each other at most. */
const deepest = 20;
/** Half points of type that nobody can read. */
const unreadablySmall = 2;

/** How the words of the run that is open look, as far as it says whether anybody sees them. */
export class Look {
  readonly #hiddenStyles: ReadonlySet<string>;
  #inRun = false;
  /** Inside what a tracked change of formatting keeps of the look before. */
  #before = 0;
  /** Whether the run itself says that it is hidden; null where it leaves that to its styles. */
  #hidden: boolean | null = null;
  #styled = false;
  #small = false;
  #white = false;
  #shaded = false;
  #paragraph = { hidden: false, shaded: false };

  constructor(hiddenStyles: ReadonlySet<string>) {
    this.#hiddenStyles = hiddenStyles;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'rPrChange' || name === 'pPrChange') this.#before++;
    if (this.#before > 0) return;
    switch (name) {
      case 'p':
        this.#paragraph = { hidden: false, shaded: false };
        break;
      case 'r':
        this.#inRun = true;
        this.#hidden = null;
        this.#styled = false;
        this.#small = false;
        this.#white = false;
        this.#shaded = false;
        break;
      case 'vanish':
      case 'webHidden':
        if (this.#inRun) this.#hidden = this.#hidden === true || isOn(attributes);
        break;
      case 'sz':
        if (this.#inRun) this.#small = Number(attributes.val) <= unreadablySmall;
        break;
      case 'rStyle':
        if (this.#inRun) this.#styled = this.#hiddenStyles.has(attributes.val ?? '');
        break;
      case 'pStyle':
        this.#paragraph.hidden = this.#hiddenStyles.has(attributes.val ?? '');
        break;
      case 'color':
        if (this.#inRun) this.#white = /^f[4-f]f[4-f]f[4-f]$/iu.test(attributes.val ?? '');
        break;
      case 'highlight':
        this.#shaded ||= attributes.val !== 'none' && attributes.val !== 'white';
        break;
      case 'shd': {
        const shaded = !/^(?:auto|ffffff)?$/iu.test(attributes.fill ?? '') || attributes.themeFill !== undefined;
        if (this.#inRun) this.#shaded ||= shaded;
        else this.#paragraph.shaded ||= shaded;
        break;
      }
      default:
        break;
    }
  }

  close(name: string): void {
    if (name === 'rPrChange' || name === 'pPrChange') this.#before--;
    else if (name === 'r') this.#inRun = false;
  }

  get inRun(): boolean {
    return this.#inRun;
  }

  /** Nobody sees the words: they are marked so, too small, or white where nothing is known to be `painted` behind them. */
  isHidden(painted: boolean): boolean {
    if (this.#small || (this.#hidden ?? (this.#styled || this.#paragraph.hidden))) return true;
    return this.#white && !painted && !this.#shaded && !this.#paragraph.shaded;
  }
}

/** Styles whose words nobody sees, by their names in the file, from the part that defines them. */
export function hiddenStylesIn(bytes: Buffer, limits: Limits, what: string): ReadonlySet<string> {
  const said = new Map<string, boolean>();
  const basedOn = new Map<string, string>();
  let style = '';
  readXml(bytes, limits, what, {
    open: (name, attributes) => {
      if (name === 'style') style = attributes.styleId ?? '';
      else if (name === 'basedOn') basedOn.set(style, attributes.val ?? '');
      else if (name === 'vanish') said.set(style, isOn(attributes));
    },
    close: (name) => {
      if (name === 'style') style = '';
    },
    text: () => undefined,
  });
  const isHidden = (name: string, depth = 0): boolean =>
    said.get(name) ?? (depth < deepest && basedOn.has(name) && isHidden(basedOn.get(name) ?? '', depth + 1));
  return new Set([...basedOn.keys(), ...said.keys()].filter((name) => name !== '' && isHidden(name)));
}
