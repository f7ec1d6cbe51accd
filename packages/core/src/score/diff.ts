import { fromPoints } from '../kernel/points.ts';
import { modeOf } from './item.ts';
import type { Grade, Item, Sheet, Standard } from './types.ts';
import { priceInWords } from './words.ts';

/** What one edition of a standard says otherwise than another. */
export interface StandardDiff {
  readonly from: string;
  readonly to: string;
  readonly sheets: readonly SheetDiff[];
}

export interface SheetDiff {
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  /** Of the sheet itself: full marks, grades, how the total is made. */
  readonly notes: readonly Change[];
  readonly items: readonly ItemDiff[];
}

export interface ItemDiff {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'repriced' | 'reworded' | 'rebound';
  readonly changes: readonly Change[];
}

/** One property in words, before and after. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Items added, removed, repriced, reworded or bound to other rules; sheets are matched by id, items by id. */
export function diffStandards(before: Standard, after: Standard): StandardDiff {
  const ids = [...new Set([...after.sheets, ...before.sheets].map((sheet) => sheet.id))];
  const name = (one: Standard): string => `${one.id}@${one.edition}`;
  return {
    from: name(before),
    to: name(after),
    sheets: ids.map((id) => {
      const old = before.sheets.find((sheet) => sheet.id === id);
      const fresh = after.sheets.find((sheet) => sheet.id === id);
      return diffSheets(id, old ?? null, fresh ?? null);
    }),
  };
}

interface Placed {
  readonly item: Item;
  readonly section: string;
}

function diffSheets(id: string, before: Sheet | null, after: Sheet | null): SheetDiff {
  const old = placed(before);
  const fresh = placed(after);
  const items = [...new Set([...fresh.keys(), ...old.keys()])].flatMap((item) =>
    diffItems(old.get(item) ?? null, fresh.get(item) ?? null),
  );
  const notes = before === null || after === null ? [] : sheetChanges(before, after);
  const change =
    before === null ? 'added' : after === null ? 'removed' : items.length + notes.length > 0 ? 'changed' : 'same';
  return { id, title: (after ?? before)?.title ?? id, change, notes, items };
}

function placed(sheet: Sheet | null): ReadonlyMap<string, Placed> {
  const entries = (sheet?.sections ?? []).flatMap((section) =>
    section.items.map((item) => [item.id, { item, section: section.title }] as const),
  );
  return new Map(entries);
}

function diffItems(before: Placed | null, after: Placed | null): readonly ItemDiff[] {
  const one = after ?? before;
  if (one === null) return [];
  const head = { id: one.item.id, section: one.section, title: one.item.title };
  if (before === null)
    return [{ ...head, change: 'added', changes: [{ what: '计分', before: '', after: priceInWords(one.item) }] }];
  if (after === null)
    return [{ ...head, change: 'removed', changes: [{ what: '计分', before: priceInWords(one.item), after: '' }] }];
  const price = changesOf('计分', priceInWords(before.item), priceInWords(after.item));
  const words = [
    ...changesOf('项目', before.item.title, after.item.title),
    ...changesOf('问题', before.item.question?.ask ?? '', after.item.question?.ask ?? ''),
    ...changesOf('部分', before.section, after.section),
  ];
  const rules = changesOf('规则', rulesInWords(before.item), rulesInWords(after.item));
  const changes = [...price, ...words, ...rules];
  if (changes.length === 0) return [];
  return [{ ...head, change: price.length > 0 ? 'repriced' : words.length > 0 ? 'reworded' : 'rebound', changes }];
}

function sheetChanges(before: Sheet, after: Sheet): readonly Change[] {
  const total = (sheet: Sheet): string => JSON.stringify(sheet.total);
  return [
    ...changesOf('满分', String(fromPoints(before.full)), String(fromPoints(after.full))),
    ...changesOf('等级', gradesInWords(before.grades), gradesInWords(after.grades)),
    ...(total(before) === total(after) ? [] : [{ what: '总分的算法', before: '原算法', after: '新算法' }]),
  ];
}

function changesOf(what: string, before: string, after: string): readonly Change[] {
  return before === after ? [] : [{ what, before, after }];
}

function gradesInWords(grades: readonly Grade[]): string {
  return grades.map((grade) => `${grade.name} ${fromPoints(grade.from)} 分起`).join('、');
}

function rulesInWords(item: Item): string {
  const rules = [...new Set(item.charges.flatMap((charge) => charge.rules))];
  return rules.length === 0 ? '人工判断' : `${rules.join('、')}${modeOf(item) === 'assisted' ? '，并由人工判断' : ''}`;
}
