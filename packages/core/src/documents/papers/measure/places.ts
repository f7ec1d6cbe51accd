import type { Anchor, ListItem } from '../../../record/types.ts';

/** Where on the page an item of a list has a value: the place that names it first, or, of days and times, that of the time. */
export function placeIn({ anchors = [] }: ListItem, path: string, value: ListItem[string]): Anchor | undefined {
  const [first] = Array.isArray(value) ? value : [value];
  const named = anchors.find(({ quote }) => typeof first === 'string' && quote.replace(/\s/gu, '').includes(first));
  return named ?? (/\.(?:date|started)$/u.test(path) ? anchors[0] : undefined);
}
