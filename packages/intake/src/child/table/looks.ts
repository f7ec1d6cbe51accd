import type { Limits } from '../../limits.ts';
import { child, children, type Element, parseXml } from '../xml.ts';
import { showsDay } from './values.ts';

/** How the cells of a workbook look, by the number of their style. */
export interface Looks {
  /** Styles that show a day. */
  readonly dates: ReadonlySet<number>;
  /** Styles that strike their words out. */
  readonly struck: ReadonlySet<number>;
  /** Styles that show nothing: white on no ground, or a format that leaves all out. */
  readonly unseen: ReadonlySet<number>;
  /** How many styles there are. */
  readonly styles: number;
}

export const noLooks: Looks = { dates: new Set(), struck: new Set(), unseen: new Set(), styles: 0 };

/** How the cell styles of a workbook show what stands in them. */
export function looksOf(content: Buffer | null, limits: Limits): Looks {
  if (content === null) return noLooks;
  const root = parseXml(content, limits, 'XLSX 里存放格式的部分');
  const own = new Map<number, string>();
  for (const { attributes } of children(child(root, 'numFmts'), 'numFmt'))
    own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
  const fonts = children(child(root, 'fonts'), 'font');
  const fills = children(child(root, 'fills'), 'fill');
  const cells = children(child(root, 'cellXfs'), 'xf');
  const [dates, struck, unseen] = [new Set<number>(), new Set<number>(), new Set<number>()];
  cells.forEach(({ attributes }, index) => {
    const format = Number(attributes.numFmtId ?? 0);
    const font = fonts[Number(attributes.fontId ?? 0)];
    if (showsDay(format, own.get(format))) dates.add(index);
    if (isOn(child(font, 'strike'))) struck.add(index);
    const white = /^(?:FF|00)?FFFFFF$/iu.test(child(font, 'color')?.attributes.rgb ?? '');
    const leftOut = /^\s*;;;\s*$/u.test(own.get(format) ?? '');
    if (leftOut || (white && !isFilled(fills[Number(attributes.fillId ?? 0)]))) unseen.add(index);
  });
  return { dates, struck, unseen, styles: cells.length };
}

function isFilled(fill: Element | undefined): boolean {
  const pattern = child(fill, 'patternFill')?.attributes.patternType;
  return child(fill, 'gradientFill') !== undefined || (pattern !== undefined && pattern !== 'none');
}

function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false)$/u.test(element.attributes.val ?? '1');
}

/** Cells that look so, with their rows. */
export class LookedAt {
  readonly #rows = new Set<number>();
  #cells = 0;

  add(row: number): void {
    this.#cells++;
    this.#rows.add(row);
  }

  /** What is told of them, around their number and their rows; nothing where there are none. */
  told(of: string): string[] {
    if (this.#cells === 0) return [];
    const some = [...this.#rows].slice(0, 5).join('、');
    return [`有 ${this.#cells} 个单元格${of}（第 ${some}${this.#rows.size > 5 ? ' 等' : ''} 行），也已读取`];
  }
}
