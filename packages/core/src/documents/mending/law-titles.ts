import type { ListItem } from '../../record/types.ts';
import { isBlank } from '../normalise.ts';
import { certaintyAt } from '../scan-text.ts';
import type { PageText } from '../types.ts';

/** A title that is known is as sure as this, whatever the engine thinks of its characters. */
const known = 0.8;
/** A character read less surely than this may be another one. */
const doubtful = 0.6;
const clear = 0.85;
const shortest = 6;
const longSubject = 5;
/** A title that may be another is no surer than this. */
const unsettled = 0.55;
const STATE = '中华人民共和国';

/** A citation with the title it means and how surely that title was read (1 where it does not stand at this place). */
export interface TitleRead {
  readonly item: ListItem;
  readonly certainty: number;
  /** Where in the page's text the place in the law begins, behind its title. */
  readonly from: number;
}

interface Title {
  readonly law: string;
  readonly page: PageText | undefined;
  /** Offset of each of its characters in the text of the page; empty where the title does not stand at this place. */
  readonly places: readonly number[];
  readonly end: number;
}

/**
 * The citations of one paper read from pictures, their titles compared with those that are known (`laws`) and with each other: a title that
 * differs by one doubtful character from a known one, or from another of the paper read better, is that one. Such a character is never one of
 * the first two, which tell the subject: 农药管理条例, 兽药管理条例.
 */
export function settleTitles(
  items: readonly ListItem[],
  scans: ReadonlyMap<number, PageText>,
  laws: ReadonlySet<string>,
): TitleRead[] {
  const titles = items.map((item) => titleOf(item, scans));
  const best = new Map<string, number>();
  for (const title of titles)
    if (title.places.length > 0) best.set(title.law, Math.max(best.get(title.law) ?? 0, certaintyOf(title, laws)));
  const meant = new Map<string, { readonly law: string; readonly certainty: number }>();
  for (const title of titles) {
    const before = meant.get(title.law);
    if (title.places.length === 0 || laws.has(title.law) || (before !== undefined && before.law !== title.law))
      continue;
    const other = otherThan(title, best, laws);
    if (other !== null) meant.set(title.law, other);
  }
  return items.map((item, index) => {
    const title = titles[index] as Title;
    const other = meant.get(title.law);
    const law = withState(other?.law ?? title.law);
    return {
      item: law === item.law || typeof item.law !== 'string' || law === '' ? item : { ...item, law },
      certainty: other?.certainty ?? best.get(title.law) ?? 1,
      from: title.end,
    };
  });
}

/** 中华人民共和药品管理法: the name of the state is known. */
function withState(law: string): string {
  return law.replace(/^中华人民共和(?!国)/u, STATE);
}

function titleOf({ law, anchors = [] }: ListItem, scans: ReadonlyMap<number, PageText>): Title {
  const [first] = anchors;
  const page = first === undefined ? undefined : scans.get(first.page);
  if (typeof law !== 'string' || first?.range == null || page === undefined)
    return { law: '', page, places: [], end: 0 };
  const [start, end] = first.range;
  const places: number[] = [];
  let at = start;
  if (!'《〈<'.includes(page.text[start] ?? ' ')) return { law, page, places, end: start };
  for (at++; at < end && !'》〉>'.includes(page.text[at] ?? ' '); at++)
    if (!isBlank(page.text.charCodeAt(at))) places.push(at);
  // A short title stands for the law (以下简称).
  return places.length === law.length ? { law, page, places, end: at } : { law, page, places: [], end: start };
}

function certaintyOf({ law, page, places, end }: Title, laws: ReadonlySet<string>): number {
  const [first] = places;
  if (page === undefined || first === undefined) return 0;
  const read = certaintyAt(page, [first, end], true);
  return laws.has(law) ? Math.max(read, known) : read;
}

/** The title it is a misreading of, or the same one doubted; null where nothing speaks against it. */
function otherThan(
  title: Title,
  best: ReadonlyMap<string, number>,
  laws: ReadonlySet<string>,
): { readonly law: string; readonly certainty: number } | null {
  if (title.law.length < shortest) return null;
  const near = [...new Set([...best.keys(), ...laws])].flatMap((law) => {
    const at = differsAt(title.law, law);
    return at === null ? [] : [{ law, at }];
  });
  const better = [...best].filter(([, read]) => read >= (best.get(title.law) ?? 0)).map(([law]) => law);
  if (near.length === 0 && [...laws, ...better].some((law) => differsInSubject(title.law, law)))
    return { law: title.law, certainty: unsettled };
  const [other, ...more] = near;
  if (other === undefined || more.length > 0 || title.page === undefined) return null;
  const place = title.places[other.at];
  const own = place === undefined ? 1 : certaintyAt(title.page, [place, place + 1], true);
  const sure = laws.has(other.law) ? known : (best.get(other.law) ?? 0);
  if (own >= clear || sure <= own) return null;
  if (own < doubtful && sure >= known) return { law: other.law, certainty: known };
  return { law: title.law, certainty: Math.min(own, unsettled) };
}

/** 天气污染防治法 beside 大气污染防治法: whether the long titles of two national laws differ by one of the first two characters of their subject alone. */
function differsInSubject(a: string, b: string): boolean {
  const [one, other] = [a, b].map((law) => (law.startsWith(STATE) ? law.slice(STATE.length) : ''));
  if (one === undefined || other === undefined || one.length < longSubject || one.length !== other.length) return false;
  return one.slice(2) === other.slice(2) && (one[0] === other[0]) !== (one[1] === other[1]);
}

/** Where alone two titles of one length differ, behind the first two characters of their subject; null for any others. */
function differsAt(a: string, b: string): number | null {
  if (a.length !== b.length || a === b) return null;
  const subject = a.startsWith(STATE) && b.startsWith(STATE) ? STATE.length : 0;
  let found: number | null = null;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (found !== null || at < subject + 2) return null;
    found = at;
  }
  return found;
}
