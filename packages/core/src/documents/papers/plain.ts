import { citationFacts, citationsOf } from '../decision/citations.ts';
import { headingAgency, ownNumber } from '../decision/heading.ts';
import { openPaper, type Paper, type Span } from '../decision/paper.ts';
import { type Parties, readParties } from '../decision/party.ts';
import { readRemedies } from '../decision/remedies.ts';
import { readSignature, type Signature } from '../decision/signature.ts';
import { type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import type { CitationHit } from '../scan/citations.ts';
import { type DateHit, scanDates } from '../scan/dates.ts';
import type { DurationUnit } from '../scan/durations.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { isScan } from '../scan-text.ts';
import { daysIn, FactWriter } from './blocks.ts';

/** A notice or decision of any procedure read as far as all of them are alike: number, day, agency, party, laws, remedies. */
export interface Plain {
  readonly reader: Reader;
  readonly text: string;
  readonly paper: Paper;
  readonly writer: FactWriter;
  readonly signature: Signature;
  /** The day of the signature; the last day of the paper where no signature was made out. */
  readonly day: DateHit | undefined;
  readonly number: ReturnType<typeof ownNumber>;
  readonly parties: Parties;
  readonly citations: readonly CitationHit[];
  /** True for a form nobody filled in: it tells nothing. */
  readonly blank: boolean;
  /** True when the text reaches its end: then what was not found is not there. */
  readonly whole: boolean;
}

/** Names of the party on papers other than penalties. */
const OTHER_PARTIES: readonly string[] = [
  '申请人',
  '申请人(单位)',
  '申请单位',
  '申请人名称',
  '申请人姓名或名称',
  '申请单位(人)',
  '被许可人',
  '许可申请人',
  '被检查单位',
  '被检查人',
  '被检查对象',
  '检查对象',
  '被催告人',
  '被执行人',
  '被申请人',
  '被申请执行人',
  '被强制执行人',
  '义务人',
  '证据持有人',
  '物品持有人',
  '相对人',
];

export function openPlain(reader: Reader): Plain {
  const paper = openPaper(reader);
  const parties = readParties(reader, OTHER_PARTIES);
  const signature = readSignature(paper);
  const number = numberAlone(reader) ?? ownNumber(paper, parties.from, true);
  const signed = signature.date !== null && signature.date.value !== null ? signature.date : undefined;
  const day = signed ?? lastDay(reader);
  const filled =
    parties.all.length > 0 ||
    number !== null ||
    scanDates(reader).some((date) => date.value !== null) ||
    reader.dense.includes('***');
  return {
    reader,
    text: reader.dense,
    paper,
    writer: new FactWriter(reader),
    signature,
    day,
    number,
    parties,
    citations: citationsOf(paper),
    blank: !filled,
    whole: signature.whole || day !== undefined,
  };
}

/** The last day of the paper's second half; on a picture only one that fills its line, since the day of the paper may have been misread there. */
function lastDay(reader: Reader): DateHit | undefined {
  const last = daysIn(reader, { from: Math.floor(reader.dense.length / 2), end: reader.dense.length }).at(-1);
  if (last === undefined || !reader.pages.some(isScan)) return last;
  const line = reader.lines[reader.lineAt(last.start)];
  return line !== undefined && line.start === last.start && line.end - last.end <= 2 ? last : undefined;
}

const HEAD = 500;

/** The number that stands alone in a line of the head, at most with the title beside it; one a sentence mentions is another paper's. */
function numberAlone(reader: Reader): Plain['number'] {
  const found = scanNumbers(reader, 0, Math.min(HEAD, reader.dense.length)).find((hit) => {
    const line = reader.lines[reader.lineAt(hit.start)];
    if (line === undefined) return false;
    const rest =
      reader.dense.slice(line.start, Math.min(hit.start, line.end)) +
      reader.dense.slice(hit.end, Math.max(hit.end, line.end));
    return rest.length <= 24 && !/[。《,]/u.test(rest);
  });
  return found === undefined ? null : { ...found, confidence: 0.92 };
}

/** What the case's last decision says of itself, `decision.*`, and who the party is. */
export function decisionFacts(plain: Plain): Facts {
  const { paper, number, signature, parties, writer } = plain;
  writer.put('decision.number', number?.value, number, number?.confidence);
  if (plain.day !== undefined) writer.day('decision.date', plain.day, signature.date?.confidence ?? 0.7);
  const agency = signature.agency ?? headingAgency(paper, parties.from);
  writer.put('decision.agency', agency?.name, agency, signature.agency?.confidence ?? 0.85);
  if (signature.seal !== null) writer.put('decision.has-seal', true, signature.seal);
  const remedies = readRemedies(paper);
  const told = (path: string): boolean => path in remedies;
  const end = { start: Math.max(0, plain.text.length - 20), end: plain.text.length };
  // A copy that hides the names of authorities denies none of them.
  const masked = /\*{3,}(?:人民)?(?:政府|法院|局|公司|委员会)|\(略\)|(?:。|号|规定|月)\*{3,}\d{4}年/u.test(plain.text);
  // `spoken`: the paper speaks of it without the particulars, or a copy hid them; then nothing is denied.
  const tell = (path: string, yes: boolean, span: Span | null, spoken = false): void => {
    if (yes) writer.put(path, true, span ?? end);
    else if (plain.whole && !spoken) writer.put(path, false, end, 0.85);
  };
  const party = parties.all[0];
  const basis = plain.citations.find((hit) => hit.article !== null) ?? plain.citations[0] ?? null;
  tell('decision.states-party', party !== undefined, party?.span ?? null, masked);
  tell('decision.states-basis', basis !== null, basis);
  tell(
    'decision.states-review',
    told('decision.review-days'),
    null,
    /(?:申请|提起|提出)[^。;]{0,6}复议/u.test(plain.text),
  );
  tell(
    'decision.states-litigation',
    told('decision.litigation-months'),
    null,
    /(?:提起|起|诉)[^。;]{0,6}诉讼|起诉/u.test(plain.text),
  );
  tell('decision.states-agency', agency !== null, agency, masked);
  tell('decision.states-date', signature.date !== null, signature.date, masked);
  const reasons = statesReasons(plain);
  tell('decision.states-reasons', reasons !== null, reasons);
  return {
    ...parties.facts,
    ...writer.facts,
    ...remedies,
    ...citedIn(plain, 'decision.citations[]'),
  };
}

/** The laws a paper cites; an empty list where it was read to its end and cites none. */
export function citedIn({ paper, citations, reader, whole, text }: Plain, path: string): Facts {
  if (citations.length > 0 || !whole) return citationFacts(paper, citations, path);
  return { [path]: factOf(reader, [], Math.max(0, text.length - 20), text.length, 0.85) };
}

/** Where a paper gives its reasons: words that lead to them with something behind, 因为 … 不符合 …. */
export function statesReasons({ text }: Plain): Span | null {
  const found =
    /(?:理由(?:如下|为|是)?|原因(?:如下|为|是)?|事由)[:是为]?[^。;:_]{6,}|(?:由于|因为?|鉴于)[^。;_]{6,}|不符合[^。;_]{4,}|不属于[^。;_]{4,}|(?:依法)?(?:不需要|无需)[^。;_]{4,}|未(?:取得|提交|提供|按|在|达到|通过)[^。;_]{4,}|存在[^。;_]{6,}(?:问题|情形|隐患|行为)|涉嫌[^。;_]{4,}|(?:提交|提供)[^。;_]{0,4}虚假[^。;_]{2,}|隐瞒[^。;_]{4,}|违法事实:?[^。;:_]{8,}|发现[^。;_]{0,6}(?:实施了|有)?以下[^。;_]{0,8}(?:违法)?行为[:为][^。;:_]{6,}|经[^。;,_]{0,10}(?:核查|审查|勘验|审核|评审|评估|检查|踏勘|核实|验收)[,:](?:(?!决定|不予|根据|依据)[^。;_]){2,60}?(?:不(?!予)|未|缺|低于|超出|超过)[^。;_]{2,}/u.exec(
      text,
    );
  if (found !== null) return { start: found.index, end: found.index + Math.min(60, found[0].length) };
  // 经审查,某地距学校21米。依据某规定,…不得设置…: what was found, told before what is decided.
  const examined = /经[^。;,_]{0,12}(?:审查|核查|勘验|审核|评审|评估|检查|踏勘|核实|验收|查)[,:]/u.exec(text);
  const refused = examined === null ? -1 : text.slice(examined.index).search(/(?:决定|现)[^。;]{0,30}(?:不予|不准予)/u);
  if (examined === null || refused < 0) return null;
  const told = text.slice(examined.index + examined[0].length, examined.index + refused);
  const own = told.replace(LAWS_AND_FRAME, '').match(/[一-龥\d]/gu)?.length ?? 0;
  return own < FEWEST_OF_A_REASON ? null : { start: examined.index, end: examined.index + Math.min(60, refused) };
}

/** What every refusal says, and the laws it names, tell no reason. */
const LAWS_AND_FRAME =
  /《[^》]*》(?:第[一二三四五六七八九十百\d条款项之、()]+)?|(?:根据|依据|依照|按照|的规定|本机关|本局|我局|你(?:\(单位\)|单位|公司)?|(?:提出|提交)的[^。,;]{0,30}申请)/gu;
const FEWEST_OF_A_REASON = 14;

/** The first length of time of the unit within reach behind one of the words (期限延长10个工作日), or before it. */
export function lengthAt(plain: Plain, words: RegExp, units: readonly DurationUnit[], reach = 40) {
  for (const match of plain.text.matchAll(words)) {
    const end = match.index + match[0].length;
    const after = plain.paper.durations.find(
      (hit) => units.includes(hit.unit) && hit.start >= end && hit.start - end <= reach,
    );
    if (after !== undefined && !/[。;]/u.test(plain.text.slice(end, after.start))) return after;
  }
  return null;
}

/** The codes of the statements a paper makes, as a fact of texts; nothing where the paper does not reach its end. */
export function states(
  plain: Plain,
  path: string,
  checks: readonly (readonly [code: string, found: Span | RegExp | boolean | null])[],
): void {
  if (!plain.whole) return;
  const codes: string[] = [];
  for (const [code, found] of checks) {
    const yes = found instanceof RegExp ? found.test(plain.text) : found !== null && found !== false;
    if (yes) codes.push(code);
  }
  plain.writer.put(path, codes, { start: 0, end: Math.min(12, plain.text.length) }, 0.8);
}

/** Whether the words are found (true), or not though the paper was read to its end (false). */
export function tell(plain: Plain, path: string, pattern: RegExp): void {
  plain.writer.tell(path, pattern, plain.whole);
}

/** The rank of the highest law among those cited: law, regulation, local-regulation, rule, document, none. */
export function basisRank(citations: readonly CitationHit[]): string {
  const ranks = citations.map(({ law }) => rankOf(law));
  return ORDER.find((rank) => ranks.includes(rank)) ?? 'none';
}

const ORDER = ['law', 'regulation', 'local-regulation', 'rule', 'document'] as const;

function rankOf(law: string): (typeof ORDER)[number] {
  const title = law.replace(/[(（][^()（）]*[)）]$/u, '');
  const local = /^[一-龥]{1,12}?(?:省|自治区|市|州|经济特区|新区)/u.test(title);
  if (/法$/u.test(title) && !/办法$/u.test(title)) return 'law';
  if (/条例$/u.test(title)) return local ? 'local-regulation' : 'regulation';
  if (/^中华人民共和国.*实施(?:条例|细则)$/u.test(title)) return 'regulation';
  if (/(?:办法|规定|规则|细则)$/u.test(title)) return 'rule';
  return 'document';
}
