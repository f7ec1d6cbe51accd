import { readDecision } from './decision/decision.ts';
import { readNotice } from './decision/notice.ts';
import type { Extractor } from './facts.ts';
import type { Kinds } from './kinds.ts';
import { readDecisionApproval } from './papers/approval.ts';
import { readClosing, readCover, readDated, readPayment, readPublication, readRecordings } from './papers/closing.ts';
import {
  readAppraisal,
  readAppraisalNotice,
  readCorrection,
  readEvidence,
  readIdentity,
  readPreservation,
  readPreservationApproval,
  readPreservationHandling,
  readPreservationList,
  readSampling,
} from './papers/evidence.ts';
import { readFiling, readSource } from './papers/filing.ts';
import {
  readHearingNotice,
  readHearingRecord,
  readHearingReport,
  readHearingRequest,
  readStatement,
  readStatementReview,
  readWaiver,
} from './papers/hearing.ts';
import { readInvestigation } from './papers/investigation.ts';
import { readInquiry, readInspection } from './papers/records.ts';
import { readDiscussion, readLegalReview } from './papers/review.ts';
import { readServiceReceipt } from './papers/service.ts';

/** Kind of rules/kinds.yaml → what reads its facts. One line a kind. */
export function extractorsFor(kinds: Kinds): Readonly<Record<string, Extractor>> {
  return {
    'penalty-decision': readDecision,
    'penalty-notice': readNotice,
    'hearing-notice-of-right': readNotice,
    cover: readCover,
    'source-registration': readSource,
    'filing-approval': readFiling,
    'inspection-record': readInspection,
    'inquiry-record': readInquiry,
    'preservation-approval': readPreservationApproval,
    'preservation-notice': readPreservation,
    'preservation-list': readPreservationList,
    'preservation-handling': readPreservationHandling,
    'sampling-record': readSampling,
    'appraisal-report': readAppraisal,
    'appraisal-notice': readAppraisalNotice,
    evidence: readEvidence,
    'identity-proof': readIdentity,
    'audiovisual-index': readRecordings,
    'correction-order': readCorrection,
    'investigation-report': readInvestigation,
    'legal-review': readLegalReview,
    'statement-record': readStatement,
    'statement-waiver': readWaiver,
    'statement-review': readStatementReview,
    'hearing-request': readHearingRequest,
    'hearing-notice': readHearingNotice,
    'hearing-record': readHearingRecord,
    'hearing-report': readHearingReport,
    'discussion-record': readDiscussion,
    'decision-approval': readDecisionApproval,
    'service-receipt': readServiceReceipt(kinds),
    'publication-record': readPublication,
    'payment-receipt': readPayment,
    'instalment-request': readDated('', { 'payment.instalment-requested': true }),
    'instalment-approval': readDated('', { 'payment.instalment-granted': true, 'payment.instalment-approved': true }),
    'confiscation-list': readDated('', { 'confiscation.has-list': true }),
    'confiscation-disposal': readDated('', { 'confiscation.has-disposal-record': true }),
    'payment-urging': readDated('urging.date'),
    'enforcement-application': readDated('enforcement.applied-on'),
    'crime-transfer': readDated('transfer.date'),
    'closing-approval': readClosing,
  };
}
