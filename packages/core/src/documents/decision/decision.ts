import { type Extractor, type Facts, factOf } from '../facts.ts';
import { Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { citationFacts, citationsOf } from './citations.ts';
import { headingAgency, opensAsPaper, ownNumber } from './heading.ts';
import { officerFacts } from './officers.ts';
import { openPaper, type Paper, type Span, within } from './paper.ts';
import { readParties } from './party.ts';
import { penaltyFacts } from './penalties.ts';
import { handedOver } from './receipt.ts';
import { readRemedies } from './remedies.ts';
import { finesOf, operativePart, sanctionsOf } from './sanctions.ts';
import { readSignature, type Signature } from './signature.ts';
import { proposedWords, statesFacts } from './states.ts';
import { agencyInTable, cellInTable, fineInTable } from './table.ts';

/** Reads a penalty decision: number, date, agency, parties, penalties, laws cited, remedies and what it states. */
export const readDecision: Extractor = (reader: Reader): Facts => {
  const paper = openPaper(reader);
  const parties = readParties(reader);
  const signature = readSignature(
    paper,
    parties.all[0]?.span.end ?? (paper.text.includes('。') ? 0 : paper.text.length),
  );
  const facts: Facts = { ...parties.facts };
  const number = ownNumber(paper, parties.from, false);
  if (number !== null)
    facts['decision.number'] = factOf(reader, number.value, number.start, number.end, number.confidence);
  dateFact(paper, signature, Math.max(parties.from, parties.all[0]?.span.end ?? 0), facts);
  const read = operativePart(paper, false);
  // 根据…,本机关拟对你公司作出罚款…的行政处罚: a paper that decides in the words of its notice, and in no others.
  const proposed = proposedWords(paper, read, signature.whole);
  const worded = !read.opened && proposed !== null;
  const part = worded ? { ...read, start: proposed.start, opened: true } : read;
  const imposed = finesOf(paper, part, worded);
  const fines = imposed.length > 0 ? imposed : fineInTable(paper);
  const citations = citationsOf(paper);
  // On a picture number and names may all be misread; a day in it says that somebody filled it in.
  const told = paper.dates.some(({ value }) => value !== null) && (citations.length > 0 || reader.pages.some(isScan));
  const blank =
    !told && number === null && parties.all.length === 0 && facts['decision.date'] === undefined && fines.length === 0;
  // A form nobody filled in states nothing.
  if (blank) return {};
  const heading = headingAgency(paper, parties.from);
  const short = signature.agency !== null && heading !== null && isShort(paper, signature.agency, heading.name);
  const agency = agencyInTable(paper) ?? (short ? heading : (signature.agency ?? heading));
  if (agency !== null)
    facts['decision.agency'] = factOf(
      reader,
      agency.name,
      agency.start,
      agency.end,
      signature.agency?.confidence ?? 0.85,
    );
  const sanctions = sanctionsOf(paper, part);
  const whole = signature.whole && opensAsPaper(paper) && (part.opened || TELLS_REMEDY.test(paper.text));
  Object.assign(
    facts,
    penaltyFacts(paper, part, fines, sanctions, parties.all, 'decision'),
    citationFacts(paper, citations, 'decision.citations[]'),
    officerFacts(paper),
    readRemedies(paper),
  );
  ownReview(paper, facts);
  Object.assign(facts, statesFacts({ paper, part, fines, sanctions, citations, whole, signed: signature.date }, facts));
  procedureFact(paper, facts);
  extensionFact(paper, facts);
  if (signature.seal !== null)
    facts['decision.has-seal'] = factOf(reader, true, signature.seal.start, signature.seal.end);
  const handed = handedOver(paper, signature.date);
  if (handed?.value != null) facts['decision.served-on'] = factOf(reader, handed.value, handed.start, handed.end, 0.85);
  if (proposed !== null) facts['decision.says-proposed'] = factOf(reader, true, proposed.start, proposed.end, 0.85);
  else if (whole) facts['decision.says-proposed'] = factOf(reader, false, part.start, part.start + 12, 0.85);
  return facts;
};

/** 上海证监局 for 中国证券监督管理委员会上海监管局, or a name whose head the margin cut off: the heading gives it in full. */
function isShort({ text }: Paper, { name, start }: Span & { readonly name: string }, heading: string): boolean {
  const head = heading.length - name.length;
  if (head > 0 && heading.endsWith(name) && text.slice(Math.max(0, start - head), start) === heading.slice(0, head))
    return true;
  // 东平湖管理局 for 黄河水利委员会…东平湖管理局: the signature names no place.
  if (head > 3 && heading.endsWith(name) && !/[省市县区州旗盟关]/.test(name)) return true;
  const place = /^(.{2,8}?)(?:证监|银监|保监|银保监)局$/u.exec(name)?.[1];
  return place !== undefined && head > 0 && heading.includes(place) && heading.includes('监督管理委员会');
}

/** 向我部申请行政复议: the agency that decided reviews it itself. */
function ownReview({ reader, text }: Paper, facts: Facts): void {
  const agency = facts['decision.agency'];
  const found = /向([我本](?:部|会|委|局|厅|署|机关))(?:依法)?(?:申请|提出|提起)(?:行政)?复议/.exec(text);
  if (found === null || typeof agency?.value !== 'string' || facts['decision.review-authority'] !== undefined) return;
  const start = found.index + 1;
  const end = start + (found[1]?.length ?? 0);
  facts['decision.review-authority'] = factOf(reader, agency.value, start, end, 0.85);
}

/** A text that neither decides nor tells the remedies breaks off before, whatever day it ends on. */
const TELLS_REMEDY = /申请(?:行政)?复议|提起(?:行政)?诉讼|起诉/;

const DATE_LABELS = /(?:决定日期|决定时间|作出日期|成文日期|处罚日期|处罚决定日期|作出处罚决定日期|处罚时间):$/;
/** The same where a recogniser leaves no room between label and day. */
const GLUED_DATE_LABEL = /(?:处罚决定日期|处罚日期|决定日期|作出日期|处罚时间)$/;

/** The day of the signature; a labelled day of the decision in the head where the end is missing. */
function dateFact(paper: Paper, signature: Signature, headEnd: number, facts: Facts): void {
  const cell = cellInTable(paper.reader, 'date');
  const given = cell === null ? undefined : within(paper.dates, { start: cell.from, end: cell.to })[0];
  if (given?.value != null) {
    facts['decision.date'] = factOf(paper.reader, given.value, given.start, given.end, given.tampered ? 0.4 : 0.9);
    return;
  }
  const signed = signature.date;
  if (signed !== null && signed.value !== null) {
    facts['decision.date'] = factOf(paper.reader, signed.value, signed.start, signed.end, signed.confidence);
    return;
  }
  if (signed !== null) return;
  const labelled = paper.dates.find(
    (date) =>
      date.value !== null &&
      ((date.start < headEnd + 40 && labelsDay(paper, paper.text.slice(Math.max(0, date.start - 12), date.start))) ||
        fillsRow(paper, date)),
  );
  if (labelled === undefined || labelled.value === null) return;
  facts['decision.date'] = factOf(paper.reader, labelled.value, labelled.start, labelled.end, 0.75);
}

function labelsDay(paper: Paper, before: string): boolean {
  return DATE_LABELS.test(before) || (paper.reader.pages.some(isScan) && GLUED_DATE_LABEL.test(before));
}

/** 处罚时间 2024年5月6日: a row of a form, or what white space parts from all else in a copy of one line. */
function fillsRow({ reader, text }: Paper, { start, end }: Span): boolean {
  const label = /(?:处罚决定|处罚|决定|作出)(?:日期|时间):?$/.exec(text.slice(Math.max(0, start - 8), start))?.[0];
  if (label === undefined) return false;
  const apart = (at: number): boolean => at >= text.length || reader.gapBefore(at) >= Gap.space;
  return apart(end) && apart(start - label.length) && (label.endsWith(':') || apart(start));
}

const EXTENDED =
  /(?:批准|同意|决定|审批)[^。;]{0,30}延长[^。;]{0,16}?(?:期限|[三六九]十日|\d{1,3}日)|(?:办案|办理|案件|处理|调查)(?:的)?(?:期限)?[^。;]{0,4}(?:延长|延期)/g;

/** 经批准延长办案期限六十日, as the decision itself tells it; measures, tests and payments are extended too. */
function extensionFact(paper: Paper, facts: Facts): void {
  for (const match of paper.text.matchAll(EXTENDED)) {
    const around = paper.text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 10);
    if (paper.quoted(match.index) || /查封|扣押|强制措施|登记保存|缴纳|冻结|检验|检测|改正|整改|可以延/.test(around))
      continue;
    facts['decision.extension-approved'] = factOf(paper.reader, true, match.index, match.index + match[0].length, 0.8);
    return;
  }
}

function procedureFact(paper: Paper, facts: Facts): void {
  const summary = /适用简易程序|当场作出(?:行政)?处罚/.exec(paper.text);
  const ordinary = /普通程序|一般程序|立案|告知书|调查终结|审理终结/.exec(paper.text);
  const found = summary ?? ordinary;
  if (found === null) return;
  const value = summary === null ? 'ordinary' : 'summary';
  facts['case.procedure'] = factOf(paper.reader, value, found.index, found.index + found[0].length, 0.85);
}
