import { notWhole } from '../../foreign.ts';
import { Broken, type Limits } from '../../limits.ts';
import { readXml } from '../xml.ts';
import { isSymbolFont } from './symbols.ts';

type Attributes = Readonly<Record<string, string>>;

/** Whether a property that may be switched off is on. */
export function isOn({ val }: Attributes): boolean {
  return val !== 'false' && val !== '0' && val !== 'off';
}

/** Styles based on each other at most. */
const deepest = 20;
/** Half points of type that nobody can read. */
const unreadablySmall = 2;
/** Per cent of their breadth that characters may be pressed to, for nobody to read them. */
const unreadablyThin = 5;
/** Half points that words may be moved up or down, and twentieths of a point of an indent, beyond any paper. */
const offPaper = { moved: 1000, indented: 25_000 };
/** Twentieths of a point of a line or row in which nothing can be seen. */
const unreadablyFlat = 20;
const flat = ({ rule, size }: { rule: string | undefined; size: string | undefined }): boolean =>
  rule === 'exact' && Number(size) > 0 && Number(size) <= unreadablyFlat;

/** The colours that text can be marked with, by name. */
const markers: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000ff',
  cyan: '00ffff',
  darkBlue: '00008b',
  darkCyan: '008b8b',
  darkGray: 'a9a9a9',
  darkGreen: '006400',
  darkMagenta: '800080',
  darkRed: '8b0000',
  darkYellow: '808000',
  green: '00ff00',
  lightGray: 'd3d3d3',
  magenta: 'ff00ff',
  red: 'ff0000',
  white: 'ffffff',
  yellow: 'ffff00',
};

/** Rows and cells of tables that are open: not shown, or taken away by a revision. */
interface Place {
  hidden: boolean;
  gone: boolean;
}

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
  #inRowProperties = false;
  #struck = false;
  #symbols = '';
  /** The colour of the words, and of what lies behind them, where they say one. */
  #colour = '';
  #ground = '';
  #paragraph = { hidden: false, shaded: false };
  readonly #places: Place[] = [];

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
        this.#struck = false;
        this.#symbols = '';
        this.#colour = '';
        this.#ground = '';
        break;
      case 'tr':
      case 'tc':
        this.#places.push({ hidden: false, gone: false });
        break;
      case 'trHeight':
        if (flat({ rule: attributes.hRule, size: attributes.val })) this.#here({ hidden: true });
        break;
      case 'hidden':
        if (isOn(attributes)) this.#here({ hidden: true });
        break;
      case 'cellDel':
        this.#here({ gone: true });
        break;
      case 'trPr':
        this.#inRowProperties = true;
        break;
      case 'del':
        if (this.#inRowProperties) this.#here({ gone: true });
        break;
      case 'spacing':
        if (!this.#inRun) this.#paragraph.hidden ||= flat({ rule: attributes.lineRule, size: attributes.line });
        break;
      case 'ind':
        this.#paragraph.hidden ||= Number(attributes.left ?? attributes.start ?? 0) >= offPaper.indented;
        break;
      case 'w':
        if (this.#inRun) this.#small ||= Number.parseInt(attributes.val ?? '100', 10) <= unreadablyThin;
        break;
      case 'position':
        if (this.#inRun) this.#small ||= Math.abs(Number(attributes.val)) >= offPaper.moved;
        break;
      case 'strike':
      case 'dstrike':
        if (this.#inRun) this.#struck ||= isOn(attributes);
        break;
      case 'rFonts':
        if (this.#inRun && isSymbolFont(attributes.ascii ?? '')) this.#symbols = attributes.ascii ?? '';
        break;
      case 'vanish':
      case 'webHidden':
        if (this.#inRun) this.#hidden = this.#hidden === true || isOn(attributes);
        break;
      case 'sz':
        if (this.#inRun) this.#small ||= Number(attributes.val) <= unreadablySmall;
        break;
      case 'rStyle':
        if (this.#inRun) this.#styled = this.#hiddenStyles.has(attributes.val ?? '');
        break;
      case 'pStyle':
        this.#paragraph.hidden = this.#hiddenStyles.has(attributes.val ?? '');
        break;
      case 'color':
        if (this.#inRun) {
          this.#white = /^f[4-f]f[4-f]f[4-f]$/iu.test(attributes.val ?? '');
          this.#colour = (attributes.val ?? '').toLowerCase();
        }
        break;
      case 'highlight':
        this.#shaded ||= attributes.val !== 'none' && attributes.val !== 'white';
        if (this.#inRun) this.#ground = markers[attributes.val ?? ''] ?? '';
        break;
      case 'shd': {
        const shaded = !/^(?:auto|ffffff)?$/iu.test(attributes.fill ?? '') || attributes.themeFill !== undefined;
        if (this.#inRun) {
          this.#shaded ||= shaded;
          this.#ground ||= (attributes.fill ?? '').toLowerCase();
        } else this.#paragraph.shaded ||= shaded;
        break;
      }
      default:
        break;
    }
  }

  close(name: string): void {
    if (name === 'rPrChange' || name === 'pPrChange') this.#before--;
    else if (name === 'r') this.#inRun = false;
    else if (name === 'trPr') this.#inRowProperties = false;
    else if (name === 'tr' || name === 'tc') this.#places.pop();
  }

  #here(what: Partial<Place>): void {
    Object.assign(this.#places.at(-1) ?? {}, what);
  }

  /** The row or cell that is open was taken away by a revision. */
  get gone(): boolean {
    return this.#places.some((place) => place.gone);
  }

  /** A line runs through the words: they are crossed out. */
  get struck(): boolean {
    return this.#struck;
  }

  /** The symbol font the run is written in; '' for any other. */
  get symbols(): string {
    return this.#symbols;
  }

  get inRun(): boolean {
    return this.#inRun;
  }

  /** Nobody sees the words: they are marked so, too small, or white where nothing is known to be `painted` behind them. */
  isHidden(painted: boolean): boolean {
    if (this.#places.some((place) => place.hidden)) return true;
    if (this.#ground !== '' && this.#ground === this.#colour && this.#ground !== 'auto') return true;
    if (this.#small || (this.#hidden ?? (this.#styled || this.#paragraph.hidden))) return true;
    return this.#white && !painted && !this.#shaded && !this.#paragraph.shaded;
  }
}

/** Styles whose words nobody sees, by their names in the file, from the part that defines them. */
export function hiddenStylesIn(bytes: Buffer, limits: Limits, what: string): ReadonlySet<string> {
  return stylesWith(bytes, limits, what, (name, attributes) => (name === 'vanish' ? isOn(attributes) : null));
}

/** Styles that have a property, of themselves or of those they are based on; `says` is null for what says nothing of it. Those of tables count for none. */
export function stylesWith(
  bytes: Buffer,
  limits: Limits,
  what: string,
  says: (name: string, attributes: Attributes) => boolean | null,
): ReadonlySet<string> {
  const said = new Map<string, boolean>();
  const basedOn = new Map<string, string>();
  let style = '';
  let root = '';
  let ofTable = false;
  readXml(bytes, limits, what, {
    open: (name, attributes) => {
      if (root === '' && name !== 'styles') throw new Broken(`${what}已损坏，内容不是应有的；${notWhole}`);
      root ||= name;
      if (name === 'style') {
        style = attributes.styleId ?? '';
        ofTable = attributes.type === 'table';
      } else if (name === 'basedOn') basedOn.set(style, attributes.val ?? '');
      else if (!ofTable) {
        const one = says(name, attributes);
        if (one !== null) said.set(style, one);
      }
    },
    close: (name) => {
      if (name === 'style') {
        style = '';
        ofTable = false;
      }
    },
    text: () => undefined,
  });
  const has = (name: string, depth = 0): boolean =>
    said.get(name) ?? (depth < deepest && basedOn.has(name) && has(basedOn.get(name) ?? '', depth + 1));
  return new Set([...basedOn.keys(), ...said.keys()].filter((name) => name !== '' && has(name)));
}
