import type { Page, Paper } from './blocks.ts';
import type { CaseData } from './model.ts';
import { longDate } from './numbers.ts';
import { paginate } from './paginate.ts';
import { closingApproval, paymentReceipt, publicationRecord } from './papers/closing.ts';
import { confiscationPapers } from './papers/confiscation.ts';
import { archiveNote, cover, fileIndex } from './papers/cover.ts';
import { penaltyDecision } from './papers/decision.ts';
import { audiovisualIndex, evidenceSheet, identityProof } from './papers/evidence.ts';
import { filingApproval, sourceRegistration } from './papers/filing.ts';
import { hearingPapers } from './papers/hearing.ts';
import { decisionApproval, investigationReport } from './papers/investigation.ts';
import { correctionOrder, defencePapers, penaltyNotice } from './papers/notice.ts';
import { appraisalPapers, preservationPapers } from './papers/preservation.ts';
import { inquiryRecord, inspectionRecord } from './papers/records.ts';
import { discussionRecord, legalReview } from './papers/review.ts';
import { serviceAddress, serviceReceipt } from './papers/service.ts';
import { type Kind, numberOf, titleOf } from './papers/wording.ts';
import type { ProcedureCase } from './procedures/sheets.ts';

/** The whole file of a case in order, laid on pages: `pages[i]` is page i + 1 of the one-PDF form. */
export interface CaseFile {
  readonly data: CaseData;
  /** Each paper with its first page, 1-based, within the whole file. */
  readonly papers: readonly { readonly paper: Paper; readonly first: number; readonly pages: readonly Page[] }[];
}

function papersOf(data: CaseData): Paper[] {
  const served = (kind: Kind, date: string, time?: string): Paper =>
    serviceReceipt(data, {
      title: titleOf(data.agency, kind),
      number: numberOf(data, kind),
      date,
      ...(time === undefined ? {} : { time }),
    });
  const review = legalReview(data);
  // Monitoring of a stack takes samples into the report itself; goods are sampled with a slip of their own.
  const sampled = data.preservation !== undefined;
  const late = data.review?.afterHearing === true;
  const list: (Paper | null)[] = [
    sourceRegistration(data),
    filingApproval(data),
    inspectionRecord(data),
    ...data.inquiries.map((one, index) => inquiryRecord(data, one, index)),
    ...(data.preservation === undefined ? [] : preservationPapers(data, data.preservation)),
    ...(data.appraisal === undefined
      ? []
      : appraisalPapers(data, data.appraisal).filter((paper) => sampled || paper.kind !== 'sampling-record')),
    identityProof(data),
    ...data.evidence.map((one, index) => evidenceSheet(data, one, index)),
    serviceAddress(data),
    correctionOrder(data),
    served('correction-order', data.correction.date, '16时30分'),
    investigationReport(data),
    late ? null : review,
    penaltyNotice(data),
    served('penalty-notice', data.notice.servedOn),
    ...(data.hearing === undefined
      ? defencePapers(data)
      : hearingPapers(data, data.hearing).flatMap((paper) =>
          paper.kind === 'hearing-notice'
            ? [paper, served('hearing-notice', data.hearing?.noticeServedOn ?? '')]
            : [paper],
        )),
    late ? review : null,
    discussionRecord(data),
    decisionApproval(data),
    penaltyDecision(data),
    served('penalty-decision', data.decision.servedOn, '15时05分'),
    ...confiscationPapers(data),
    publicationRecord(data),
    paymentReceipt(data),
    audiovisualIndex(data),
    closingApproval(data),
  ];
  return list.filter((paper) => paper !== null);
}

export function assemble(data: CaseData): CaseFile {
  let stamp = 1;
  const listed = papersOf(data).map((paper) => {
    const pages = paginate(paper, stamp);
    const from = stamp;
    stamp += pages.length;
    return { paper, pages, from, to: stamp - 1 };
  });
  const total = stamp - 1;
  const rows = listed.map(({ paper, from, to }) => ({
    number: paper.number ?? '',
    title: paper.title,
    date:
      paper.date === undefined
        ? ''
        : longDate(paper.date)
            .replace(/[年月]/g, '.')
            .replace('日', ''),
    page: from === to ? String(from) : `${from}-${to}`,
  }));
  const around = [cover(data, total), fileIndex(data, rows)].map((paper) => ({ paper, pages: paginate(paper, null) }));
  const note = archiveNote(data, total);
  let next = 1;
  const papers = [...around, ...listed, { paper: note, pages: paginate(note, null) }].map(({ paper, pages }) => {
    const first = next;
    next += pages.length;
    return { paper, first, pages };
  });
  return { data, papers };
}

/** The papers of a file of another case type, without cover and index, every page stamped. */
export function assembleProcedure(data: ProcedureCase): ProcedureFile {
  let stamp = 1;
  const papers = data.papers.map((paper) => {
    const pages = paginate(paper, stamp);
    const first = stamp;
    stamp += pages.length;
    return { paper, first, pages };
  });
  return { data, papers };
}

export interface ProcedureFile {
  readonly data: ProcedureCase;
  readonly papers: CaseFile['papers'];
}

/** What case.json says of a case: what is planted, on which page, and the truth extraction is held against. */
export function describe(file: CaseFile): object {
  return described(file, truth(file.data));
}

export function describeProcedure(file: ProcedureFile): object {
  return described(file, file.data.facts);
}

function described({ data, papers: laid }: CaseFile | ProcedureFile, facts: object): object {
  const planted = data.planted.map((one) => {
    const papers = laid.filter(({ paper }) => paper.kind === one.kind);
    const place = one.nth === 0 ? undefined : papers[(one.nth ?? 1) - 1];
    if (one.nth !== 0 && place === undefined) throw new Error(`${data.id}: no ${one.kind} to plant in`);
    if (one.nth === 0 && papers.length > 0) throw new Error(`${data.id}: ${one.kind} should be absent`);
    const page = place === undefined ? null : place.first + (one.page ?? place.pages.length) - 1;
    return { what: one.what, document: one.kind, title: place?.paper.title ?? null, page, law: one.law };
  });
  return {
    id: data.id,
    title: data.title,
    about: data.about,
    agency: `samples/agencies/${data.agency.id}.yaml`,
    pages: laid.reduce((sum, { pages }) => sum + pages.length, 0),
    documents: laid.map(({ paper, first, pages }) => ({
      kind: paper.kind,
      title: paper.title,
      pages: [first, first + pages.length - 1],
    })),
    planted,
    facts,
  };
}

type Truth = string | number | readonly string[];

function truth(data: CaseData): Record<string, Truth> {
  const { party, agency, decision } = data;
  const all: Record<string, Truth | undefined> = {
    'case.cause': data.cause,
    'party.name': party.name,
    'party.kind': party.kind,
    'party.code': party.code,
    'party.id-number': party.kind === 'natural-person' ? party.idNumber : undefined,
    'party.address': party.address,
    'party.representative': party.representative,
    'filing.date': data.filing.approvedOn,
    'filing.proposed-on': data.filing.proposedOn,
    'filing.approver': agency.deputy.name,
    'officers[].name': data.handlers.map((one) => one.name),
    'officers[].certificate': data.handlers.map((one) => one.certificate),
    'inspections[].date': [data.inspection.date],
    'inquiries[].date': data.inquiries.map((one) => one.date),
    'correction.date': data.correction.date,
    'investigation.report-date': data.investigation.date,
    'legal-review.submitted-on': data.review?.submittedOn,
    'legal-review.date': data.review?.date,
    'legal-review.reviewers': data.review?.reviewers,
    'notice.number': numberOf(data, 'penalty-notice'),
    'notice.date': data.notice.date,
    'notice.served-on': data.notice.servedOn,
    'notice.fine': data.notice.fine ?? data.fine,
    'notice.statement-days': data.notice.days === '三日' ? 3 : 5,
    'notice.hearing-days': data.notice.hearing ? (data.notice.days === '三日' ? 3 : 5) : undefined,
    'statement.made-on': data.response.kind === 'statement' ? data.response.date : undefined,
    'statement.waived-on': data.response.kind === 'waiver' ? data.response.date : undefined,
    'preservation.date': data.preservation?.date,
    'preservation.handled-on': data.preservation?.handledOn,
    'hearing.requested-on': data.hearing?.requestedOn,
    'hearing.notified-on': data.hearing?.noticeServedOn,
    'hearing.held-on': data.hearing?.heldOn,
    'hearing.host': data.hearing?.host.name,
    'hearing.report-date': data.hearing?.reportOn,
    'discussion.date': data.discussion?.date,
    'discussion.participants': data.discussion?.participants.map((one) => one.name),
    'approval.date': data.approval.date,
    'decision.number': numberOf(data, 'penalty-decision'),
    'decision.date': decision.date,
    'decision.agency': agency.name,
    'decision.fine': data.fine,
    'decision.confiscated-gains': data.gains,
    'decision.review-days': decision.withoutReview ? undefined : 60,
    'decision.review-authority': decision.withoutReview ? undefined : agency.reviewAuthority,
    'decision.litigation-months': decision.litigation === '三个月' ? 3 : 6,
    'decision.court': agency.court,
    'decision.payment-days': 15,
    'decision.served-on': decision.servedOn,
    'publication.date': data.publication?.date,
    'payment.date': data.payment?.date,
    'payment.receipt-number': data.payment?.receipt,
    'payment.amount': data.payment === undefined ? undefined : data.fine + (data.gains ?? 0),
    'closing.date': data.closing.date,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Truth] => entry[1] !== undefined));
}
