import type { Anchor, Fact, ListItem } from '../record/types.ts';
import type { Facts } from './facts.ts';
import { mendAcross } from './mending/across.ts';
import { placeAtHead } from './mending/places.ts';
import { DROPPED, mendRow } from './mending/row.ts';
import { fold } from './normalise.ts';
import { readerOf } from './plain-text.ts';
import { scanAmounts } from './scan/amounts.ts';
import { isCreditCode, isIdNumber } from './scan/codes.ts';
import { certaintyAt } from './scan-text.ts';
import type { PageText } from './types.ts';

/** Words read with this certainty or more are as good as printed ones. */
const sure = 0.88;
/** Values whose least certain word is below this are not known: rules cannot tell, and a person is asked. */
export const doubtful = 0.6;

/** Lists whose readers leave out the single fields they are unsure of. */
const weighedOnReading: ReadonlySet<string> = new Set(['inspections[]', 'inquiries[]', 'services[]']);

/** Facts of pages that were recognised on a picture, less sure where their words are. Facts of other pages stay as they are. */
export function weighByScan(facts: Facts, pages: readonly PageText[]): Facts {
  const scans = new Map(pages.filter((page) => page.source === 'scan').map((page) => [page.number, page]));
  if (scans.size === 0) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([path, fact]) => {
      if (weighedOnReading.has(path)) return [path, fact];
      if (isUnsaid(path, fact, scans)) return [path, { ...fact, confidence: toBeLookedAt }];
      return [path, weigh(fact, scans)];
    }),
  );
}

/** What a paper does not say, where the words for it may only have been misread; a paper that says no has a word for it. */
const unsaid = /\.(?:states|tells|told|has|shows|asks|names|signed)(?:-|$)|-(?:signed|told)$/u;
const denial = /[不未无没否非]|拒绝|放弃|免予/u;
/** Below the threshold of what is known: a person has to look. */
const toBeLookedAt = 0.45;

function isUnsaid(path: string, { value, anchors = [] }: Fact, scans: ReadonlyMap<number, PageText>): boolean {
  if (value !== false || !unsaid.test(path) || !anchors.some(({ page }) => scans.has(page))) return false;
  return path.includes('.states-') || !anchors.some(({ quote }) => denial.test(quote));
}

function weigh(fact: Fact, scans: ReadonlyMap<number, PageText>): Fact {
  if (Array.isArray(fact.value) && fact.value.some((one) => typeof one === 'object')) {
    const list = fact.value as readonly ListItem[];
    const titles = titlesRead(list, scans);
    const items = list.map((item) => {
      const certainty = certaintyOf(item.anchors ?? [], scans, true);
      const title = typeof item.law === 'string' ? (titles.get(item.law) ?? 1) : 1;
      return { ...item, confidence: Math.min(item.confidence ?? 1, worth(Math.min(certainty, title))) };
    });
    return { ...fact, value: items };
  }
  // A code whose check character agrees was read right.
  if (typeof fact.value === 'string' && (isCreditCode(fact.value) || isIdNumber(fact.value))) return fact;
  // One that fails the check was as likely misread as misprinted.
  if (typeof fact.value === 'string' && /^[0-9A-Z]{18}$/u.test(fact.value)) return { ...fact, confidence: 0.45 };
  if (typeof fact.value === 'number' && saidTwice(fact.value, fact.anchors ?? [])) return fact;
  const certainty = certaintyOf(fact.anchors ?? [], scans, isPrinted(fact.value), placeOf(fact.value));
  return certainty === 1 ? fact : { ...fact, confidence: Math.min(fact.confidence ?? 1, worth(certainty)) };
}

/** How surely the title of each law was read, where it was read best; articles further down its row of places stand without it. */
function titlesRead(list: readonly ListItem[], scans: ReadonlyMap<number, PageText>): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const { law, anchors = [] } of list) {
    const [first] = anchors;
    if (typeof law !== 'string' || first?.range == null || !first.quote.includes(law.slice(0, 4))) continue;
    const [start, end] = first.range;
    const name: [number, number] = [start, Math.min(end, start + law.length + 2)];
    read.set(law, Math.max(read.get(law) ?? 0, certaintyOf([{ ...first, range: name }], scans, true)));
  }
  return read;
}

/** A name of a place that there is was read right, or put right, whatever the engine thinks of its characters. */
const listedPlace = 0.75;
const rejectedPlace = 0.4;

function placeOf(value: Fact['value']): number {
  return typeof value === 'string' ? placeAtHead(value) : 0;
}

/** Whether the value is made of characters of the page; a yes or no and a word of the dictionary (sealing) are told by a whole phrase. */
function isPrinted(value: Fact['value']): boolean {
  return typeof value !== 'boolean' && !(typeof value === 'string' && /^[a-z][a-z-]*$/u.test(value));
}

/** A sum that stands in figures and in words, and both are the one read. */
function saidTwice(value: number, anchors: readonly Anchor[]): boolean {
  return anchors.some(({ quote }) => {
    if (!/\d/u.test(quote) || !/[壹贰叁参肆伍陆柒捌玖拾佰仟什]/u.test(quote)) return false;
    const text = mendAcross(mendRow(fold(quote))).replaceAll(DROPPED, '');
    const [sum, ...more] = scanAmounts(readerOf(text));
    return sum !== undefined && more.length === 0 && !sum.contradicts && sum.yuan === value && sum.end - sum.start > 6;
  });
}

/** What a value read with the certainty is worth: 0.5, the threshold below which it is not known, at `doubtful`. */
function worth(certainty: number): number {
  if (certainty >= sure) return 1;
  if (certainty < doubtful) return 0.49 * (certainty / doubtful);
  return Math.round((0.5 + ((certainty - doubtful) / (sure - doubtful)) * 0.45) * 1000) / 1000;
}

/** The least certainty over all places; 1 where nothing was recognised. The so many characters at the head that name a place are as sure as the list of places. */
function certaintyOf(
  anchors: readonly Anchor[],
  scans: ReadonlyMap<number, PageText>,
  strict: boolean,
  place = 0,
): number {
  let least = 1;
  for (const { page, range } of anchors) {
    const scan = scans.get(page);
    if (scan === undefined || range === null) continue;
    const [start, end] = range;
    const found = place === 0 ? -1 : scan.text.slice(start, Math.min(end, start + place + 2)).search(/[县市区旗州]/u);
    if (found < 1) least = Math.min(least, certaintyAt(scan, range, strict));
    else {
      const whole = certaintyAt(scan, range, strict);
      const rest = start + found + 1 < end ? certaintyAt(scan, [start + found + 1, end], strict) : 1;
      // One place may be read for another (湛江 as 洪江): what the engine rejects is not believed though it is listed.
      const listed = certaintyAt(scan, [start, start + found + 1], true) < rejectedPlace ? 0 : listedPlace;
      least = Math.min(least, Math.max(whole, Math.min(rest, listed)));
    }
  }
  return least;
}
