import { fromPoints } from '../kernel/points.ts';
import { modeOf } from './item.ts';
import type { Mode } from './results.ts';
import type { Item, Sheet, Standard } from './types.ts';

/** How many items of each mode, and what share of the points they carry; items without points of their own count as items only. */
export interface Shares {
  readonly items: number;
  readonly automatic: number;
  readonly assisted: number;
  readonly byHand: number;
}

export interface SheetSummary extends Shares {
  readonly id: string;
  readonly title: string;
  /** The highest total without bonus. */
  readonly full: number;
  /** What the items are worth together as printed; a total may be made of it by another scale. Null where items have no points of their own. */
  readonly points: number | null;
  readonly vetoes: number;
}

/** A standard as lists show it. */
export interface StandardCard
  extends Shares,
    Pick<
      Standard,
      'id' | 'edition' | 'title' | 'issuer' | 'year' | 'from' | 'to' | 'note' | 'excerpt' | 'supplement' | 'hash'
    > {
  readonly sheets: readonly SheetSummary[];
}

export function sharesOf(items: readonly Item[]): Shares {
  const of = (mode: Mode): number => items.filter((item) => modeOf(item) === mode).length;
  return { items: items.length, automatic: of('automatic'), assisted: of('assisted'), byHand: of('by-hand') };
}

export function sheetSummary(sheet: Sheet): SheetSummary {
  const items = itemsOf(sheet);
  const worth = sheet.sections.reduce((sum, section) => sum + (section.full ?? 0), 0);
  return {
    id: sheet.id,
    title: sheet.title,
    full: fromPoints(sheet.full),
    points: worth === 0 ? null : fromPoints(worth),
    vetoes: items.filter((item) => item.kind === 'veto').length,
    ...sharesOf(items),
  };
}

export function standardCard(standard: Standard): StandardCard {
  const { id, edition, title, issuer, year, from, to, note, excerpt, supplement, hash, sheets } = standard;
  const all = sharesOf(sheets.flatMap(itemsOf));
  const head = { id, edition, title, issuer, year, from, to, note, excerpt, supplement, hash };
  return { ...head, ...all, sheets: sheets.map(sheetSummary) };
}

export function itemsOf(sheet: Sheet): readonly Item[] {
  return sheet.sections.flatMap((section) => section.items);
}
