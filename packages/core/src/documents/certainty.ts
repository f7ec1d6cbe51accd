import type { Anchor, Fact, ListItem } from '../record/types.ts';
import type { Facts } from './facts.ts';
import { mendAcross } from './mending/across.ts';
import { settleTitles } from './mending/law-titles.ts';
import { certaintyOfHead } from './mending/number-words.ts';
import { isContested, isNoCounty, othersLike, placeAtHead } from './mending/places.ts';
import { DROPPED, mendRow } from './mending/row.ts';
import { canBePerson, isNobody, isShortName, readOtherwise } from './mending/surnames.ts';
import { fold } from './normalise.ts';
import { readerOf } from './plain-text.ts';
import { scanAmounts } from './scan/amounts.ts';
import { isCreditCode, isIdNumber } from './scan/codes.ts';
import { certaintyAt, isAgreed, readTogether, type Within } from './scan-text.ts';
import type { PageText } from './types.ts';

/** Words read with this certainty or more are as good as printed ones. */
const sure = 0.88;
/** Values whose least certain word is below this are not known: rules cannot tell, and a person is asked. */
export const doubtful = 0.6;

/** Lists whose readers leave out the single fields they are unsure of. */
const weighedOnReading: ReadonlySet<string> = new Set(['inspections[]', 'inquiries[]', 'services[]']);

const NO_LAWS: ReadonlySet<string> = new Set();

/** Facts of pages that were recognised on a picture, less sure where their words are. Facts of other pages stay as they are. `laws`: titles that are known. */
export function weighByScan(facts: Facts, pages: readonly PageText[], laws = NO_LAWS): Facts {
  const scans = new Map(pages.filter((page) => page.source === 'scan').map((page) => [page.number, page]));
  if (scans.size === 0) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([path, fact]) => {
      if (weighedOnReading.has(path)) return [path, fact];
      if (isUnsaid(path, fact, scans)) return [path, { ...fact, confidence: toBeLookedAt }];
      return [path, isNumber(path, fact) ? weighNumber(path, fact, scans) : weigh(path, fact, scans, laws)];
    }),
  );
}

/** What a paper does not say, where the words for it may only have been misread; a paper that says no has a word for it. */
const unsaid = /\.(?:states|tells|told|has|shows|asks|names|signed)(?:-|$)|-(?:signed|told)$/u;
const denial = /[不未无没否非]|拒绝|放弃|免予/u;
/** Facts that name a party or a person. */
const names = /^party\.(?:name|representative)$/u;
/** Facts that begin with the name of a place. */
const placed = /^party\.(?:name|address)$|\.(?:agency|court|review-authority)$/u;
/** Facts that name those who act for the agency, or several. */
const persons =
  /\.(?:host|recorder|approver|handlers|reviewers|participants|attendants|officers|investigators|inspectors|witness)$/u;
const named = /^party\.(?:name|address|representative)$|\.(?:agency|number)$/u;
/** Names and addresses, which may hold any character. */
const particulars = /^party\.(?:name|address|representative)$/u;
/** Below the threshold of what is known: a person has to look. */
const toBeLookedAt = 0.45;

function isUnsaid(path: string, { value, anchors = [] }: Fact, scans: ReadonlyMap<number, PageText>): boolean {
  if (value !== false || !unsaid.test(path) || !anchors.some(({ page }) => scans.has(page))) return false;
  if (path.includes('.states-')) return true;
  // What stands at either end of a page is shown where nothing was found: it denies nothing.
  return !anchors.some(({ quote, range, page }) => denial.test(quote) && !isEdge(range, scans.get(page)?.text ?? ''));
}

function isEdge(range: Anchor['range'], text: string): boolean {
  return range === null || text.slice(0, range[0]).trim() === '' || text.slice(range[1]).trim() === '';
}

function weigh(
  path: string,
  fact: Fact,
  scans: ReadonlyMap<number, PageText>,
  laws: ReadonlySet<string> = NO_LAWS,
): Fact {
  if (path === 'party.kind') return weighKind(fact, scans);
  if (Array.isArray(fact.value) && fact.value.some((one) => typeof one === 'object')) {
    const list = fact.value as readonly ListItem[];
    const items = settleTitles(list, scans, laws).map(({ item, certainty, from }) => {
      const [first, ...more] = item.anchors ?? [];
      const place = first?.range == null || typeof item.law !== 'string' ? first : behind(first, from);
      const read = certaintyOf(place === undefined ? more : [place, ...more], scans, true);
      const title = typeof item.law === 'string' ? certainty : 1;
      if (typeof item.law === 'string' && (goesOn(item, scans) || hasStroke(item)))
        return { ...item, confidence: toBeLookedAt };
      if (typeof item.amount === 'number' && saidTwice(item.amount, item.anchors ?? [])) return item;
      // 警告: a word of the law was found as it is written.
      const said = path.endsWith('penalties[]') && item.amount === undefined;
      return {
        ...item,
        confidence: Math.min(item.confidence ?? 1, worth(said ? Math.max(read, found) : Math.min(read, title))),
      };
    });
    return { ...fact, value: items };
  }
  if (lostFigure(path, fact, scans)) return { ...fact, confidence: Math.min(fact.confidence ?? 1, toBeLookedAt) };
  // 〔2024〕7号 without the words before it: they were lost.
  if (path.endsWith('.number') && String(fact.value).startsWith('〔')) return { ...fact, confidence: toBeLookedAt };
  if (named.test(path) && typeof fact.value === 'string' && isTorn(fact.value))
    return { ...fact, confidence: Math.min(fact.confidence ?? 1, toBeLookedAt) };
  if (namesNobody(path, fact, scans)) return { ...fact, confidence: Math.min(fact.confidence ?? 1, toBeLookedAt) };
  // A code whose check character agrees was read right.
  if (typeof fact.value === 'string' && (isCreditCode(fact.value) || isIdNumber(fact.value))) return fact;
  // One that fails the check was as likely misread as misprinted.
  if (typeof fact.value === 'string' && /^[0-9A-Z]{18}$/u.test(fact.value)) return { ...fact, confidence: 0.45 };
  if (isContestedHead(path, fact, scans)) return { ...fact, confidence: Math.min(fact.confidence ?? 1, toBeLookedAt) };
  if (typeof fact.value === 'number' && saidTwice(fact.value, fact.anchors ?? [])) return fact;
  const within = withinOf(path, fact.value);
  const there = certaintyOf(fact.anchors ?? [], scans, isPrinted(fact.value), placeOf(fact.value), within);
  const read = names.test(path) || persons.test(path) ? Math.max(there, leastOfBest(fact.value, scans, within)) : there;
  const certainty = fact.value === true && path.includes('.states-') ? Math.max(read, found) : read;
  return certainty === 1 ? fact : { ...fact, confidence: Math.min(fact.confidence ?? 1, worth(certainty)) };
}

/** 句城县人民法院, on a page that has 刨城县 too: a place that is none, read so by one model and otherwise elsewhere. */
function isContestedHead(path: string, { value, anchors = [] }: Fact, scans: ReadonlyMap<number, PageText>): boolean {
  const [anchor] = anchors;
  const page = scans.get(anchor?.page ?? -1);
  if (!placed.test(path) || typeof value !== 'string' || page === undefined || anchor?.range == null) return false;
  if (isNoCounty(value)) return true;
  const [, name = '', end = ''] = /^(\p{Script=Han}{2})([县市区旗])/u.exec(value) ?? [];
  const at = page.text.indexOf(name, anchor.range[0]);
  if (name === '' || at < 0 || at >= anchor.range[1] || (isAgreed(page, at) && isAgreed(page, at + 1))) return false;
  const text = page.text.replace(/\s+/gu, '');
  // 沈阳县, 泸阳县 and 汪阳县 are 沭阳县: a place that there is, and two more readings.
  return placeAtHead(value) > 0 ? othersLike(text, name, end).size > 1 : isContested(text, name, end);
}

/** Of several names the one read least surely, each where the paper has it read best: what stands between them, as their posts, says nothing of them. */
function leastOfBest(value: Fact['value'], scans: ReadonlyMap<number, PageText>, within: Within): number {
  const all = Array.isArray(value) ? value : [value];
  return Math.min(...all.map((one) => (typeof one === 'string' ? readBest(one, scans, within) : 0)));
}

/** 2022年1月25日 on a page that has 2022年11月25日 too: of a month of two figures both readers may see one. */
function lostFigure(path: string, { value, anchors = [] }: Fact, scans: ReadonlyMap<number, PageText>): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-0([12])-(\d\d)$/u.exec(String(value)) ?? [];
  const page = scans.get(anchors[0]?.page ?? -1);
  if (year === '' || page === undefined || !/\.date$|-on$/u.test(path)) return false;
  const text = page.text.replace(/\s+/gu, '');
  return ['10', '11', '12'].some(
    (other) => other.includes(month) && text.includes(`${year}年${other}月${Number(day)}日`),
  );
}

/** How surely a name was read where the paper has it read best: read well once is read well. */
function readBest(value: Fact['value'], scans: ReadonlyMap<number, PageText>, within: Within): number {
  return typeof value === 'string' && value.length > 1 ? readTogether(scans.values(), value, within) : 0;
}

function withinOf(path: string, value: Fact['value']): Within {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value)) return 'day';
  if (persons.test(path)) return 'name';
  if (!names.test(path)) return particulars.test(path) ? 'address' : null;
  return typeof value === 'string' && isShortName(value) ? 'person' : 'name';
}

/** A person whose name none can be, or that the page also reads otherwise, no less surely. */
function namesNobody(path: string, { value, anchors = [] }: Fact, scans: ReadonlyMap<number, PageText>): boolean {
  if (!names.test(path) && !persons.test(path)) return false;
  const page = scans.get(anchors[0]?.page ?? -1);
  return (Array.isArray(value) ? value : [value]).some((name) => {
    if (typeof name !== 'string') return false;
    if (isNobody(name)) return true;
    return page !== undefined && isContestedName(page, name, anchors[0]?.range?.[0] ?? 0);
  });
}

/** Whether the page reads a name that stands behind the offset otherwise elsewhere, no less surely. */
export function isContestedName(page: PageText, name: string, from: number): boolean {
  const other = readOtherwise(page.text, name);
  if (other === null) return false;
  const own = page.text.indexOf(name, from);
  const believed = own >= 0 && isAgreed(page, own + other.at) && !isAgreed(page, other.place);
  return !believed && certaintyAt(page, [other.place, other.place + 1], true) >= doubtful;
}

/** 第六条人第(八项: behind a place in a law stands a paragraph or an item that could not be made out. */
function goesOn({ article, anchors = [] }: ListItem, scans: ReadonlyMap<number, PageText>): boolean {
  const last = anchors.at(-1);
  const page = last === undefined ? undefined : scans.get(last.page);
  if (article === undefined || article === null || page === undefined || last?.range == null) return false;
  const after = page.text.slice(last.range[1], last.range[1] + 24).replace(/\s+/gu, '');
  return /^[^第条和及与或至并,，。;；:：、《》“”()（）]{1,3}第[^条,，。;；、]{1,7}[款项]/u.test(after);
}

/** 《中华人民共和|诉讼法》: a stroke within the title stands for what was not read. */
function hasStroke({ anchors = [] }: ListItem): boolean {
  return anchors.some(({ quote }) => /《[^》]*[|丨][^》]*》/u.test(quote));
}

/** 7排?号, 4楼(, 张三性别男: a mark that no name or address has stands for what could not be read, what a bracket opens was lost, and a card ran into one row. */
function isTorn(value: string): boolean {
  const brackets = (one: string): number => value.split(one).length;
  return (
    /[?!~^_=<>《》。]|\d{9}|\p{Script=Han}—$|性别[男女]|身份证/u.test(value) ||
    brackets('(') + brackets('（') > brackets(')') + brackets('）')
  );
}

function isNumber(path: string, { value, anchors = [] }: Fact): boolean {
  return path.endsWith('.number') && typeof value === 'string' && /.〔\d{4}〕/u.test(value) && anchors.length === 1;
}

/** The number of a paper: the words at its head by what such words may be, the rest as any other value. */
function weighNumber(path: string, fact: Fact, scans: ReadonlyMap<number, PageText>): Fact {
  const [anchor] = fact.anchors ?? [];
  const page = anchor === undefined ? undefined : scans.get(anchor.page);
  if (anchor === undefined || page === undefined || anchor.range === null) return fact;
  // ()罚〔2024〕7号: what the bracket held was lost.
  if (/\(\)|[?!~^_=<>]/u.test(String(fact.value)))
    return { ...fact, confidence: Math.min(fact.confidence ?? 1, toBeLookedAt) };
  const [start, end] = anchor.range;
  const year = page.text.slice(start, end).search(/(?:19|20)\d\d/u);
  if (year < 1) return weigh(path, fact, scans);
  const rest = certaintyOf([{ ...anchor, range: [start + year, end] }], scans, true);
  const certainty = Math.min(rest, certaintyOfHead(page, [start, start + year], scans.values()));
  return certainty === 1 ? fact : { ...fact, confidence: Math.min(fact.confidence ?? 1, worth(certainty)) };
}

/** What sort of party it is, its name's last character tells: 厂, 司, or none that a business ends with. */
function weighKind(fact: Fact, scans: ReadonlyMap<number, PageText>): Fact {
  const last = fact.anchors?.at(-1);
  if (last?.range == null) return fact;
  const name = (fact.anchors ?? []).map(({ quote }) => quote.replace(/\s+/gu, '')).join('');
  if (fact.value === 'natural-person' && isShortName(name) && !canBePerson(name))
    return { ...fact, confidence: toBeLookedAt };
  const certainty = certaintyOf([behind(last, last.range[1] - 1)], scans, true);
  return certainty === 1 ? fact : { ...fact, confidence: Math.min(fact.confidence ?? 1, worth(certainty)) };
}

/** What of an anchor lies behind the offset. */
function behind(anchor: Anchor, from: number): Anchor {
  const [start, end] = anchor.range ?? [0, 0];
  return { ...anchor, range: [Math.min(Math.max(start, from), end), end] };
}

/** What is told by words that were found as they are written, however the engine doubts them. */
const found = 0.65;

/** A name of a place that there is was read right, or put right, whatever the engine thinks of its characters. */
const listedPlace = 0.75;

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
  within: Within = null,
): number {
  let least = 1;
  for (const { page, range } of anchors) {
    const scan = scans.get(page);
    if (scan === undefined || range === null) continue;
    const [start, end] = range;
    const at = place === 0 ? -1 : scan.text.slice(start, Math.min(end, start + place + 2)).search(/[县市区旗州]/u);
    if (at < 1) least = Math.min(least, certaintyAt(scan, range, strict, within));
    else {
      const whole = certaintyAt(scan, range, strict, within);
      const rest = start + at + 1 < end ? certaintyAt(scan, [start + at + 1, end], strict, within) : 1;
      // One place may be read for another (湛江 as 洪江): where the page has both, or what no place is called, neither is believed.
      const name = scan.text.slice(start, start + at);
      const contested = isContested(scan.text.replace(/\s+/gu, ''), name, scan.text[start + at] ?? '');
      const listed = contested ? 0 : listedPlace;
      least = Math.min(least, Math.max(whole, Math.min(rest, listed)));
    }
  }
  return least;
}
