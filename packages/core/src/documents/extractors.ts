import { readDecision } from './decision/decision.ts';
import { readHearingRight, readNotice } from './decision/notice.ts';
import { retold } from './decision/published.ts';
import type { Extractor } from './facts.ts';
import type { Kinds } from './kinds.ts';
import { readAnnouncement } from './papers/announcement.ts';
import { readDecisionApproval } from './papers/approval.ts';
import { readCaseSuspension } from './papers/case-suspension.ts';
import { readClosing, readCover, readDated, readPayment, readRecordings } from './papers/closing.ts';
import { readDiscussion } from './papers/discussion.ts';
import {
  readAgreement,
  readCourtApplication,
  readEnforcementApproval,
  readRuling,
  readSuspension,
} from './papers/enforcement/after.ts';
import {
  readDemolitionAnnouncement,
  readEnforcementDecision,
  readEnforcementRecord,
  readSubstituteDecision,
  readSubstituteNotice,
  readSubstituteRecord,
} from './papers/enforcement/own.ts';
import { readSubstituteUrging, readSurcharge, readUrging } from './papers/enforcement/urging.ts';
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
import { readTransferList } from './papers/handing-over.ts';
import {
  readHearingNotice,
  readHearingRecord,
  readHearingReport,
  readHearingRequest,
  readStatement,
  readStatementReview,
  readWaiver,
} from './papers/hearing.ts';
import {
  readInspectionApproval,
  readInspectionNotice,
  readInspectionPlan,
  readInspectionRecord,
  readInspectionReport,
  readRandomDraw,
} from './papers/inspecting.ts';
import { readInstalment } from './papers/instalment.ts';
import { readInvestigation } from './papers/investigation.ts';
import {
  readAcceptance,
  readApplication,
  readMaterials,
  readNonAcceptance,
  readSupplement,
} from './papers/licence/application.ts';
import {
  readCertificate,
  readLicenceDecision,
  readLicenceEnding,
  readLicenceRefusal,
} from './papers/licence/decision.ts';
import {
  readExtensionApproval,
  readExtensionNotice,
  readInterested,
  readLicenceApproval,
  readPreliminary,
  readSpecialTime,
  readTesting,
  readVerification,
} from './papers/licence/examination.ts';
import {
  readMeasureApproval,
  readMeasureDecision,
  readMeasureRecord,
  readSeizureList,
} from './papers/measure/decision.ts';
import {
  readAppraisalPeriod,
  readFreezingNotice,
  readGoodsTransferNotice,
  readMeasureEnd,
  readMeasureExtension,
  readMeasureReturn,
} from './papers/measure/end.ts';
import { readPeriodExtension } from './papers/period-extension.ts';
import { readPublication } from './papers/publication.ts';
import { readInquiry } from './papers/records.ts';
import { readLegalReview } from './papers/review.ts';
import { readServiceReceipt } from './papers/service.ts';
import { readFineHandover, readSummary, readSummaryFiling } from './papers/summary.ts';
import {
  readDelegation,
  readGoodsList,
  readJudgment,
  readJurisdiction,
  readNoPenalty,
  readRecusal,
  readTransferApproval,
  readTransferLetter,
  readTransferObjection,
  readTransferReply,
  readTransferReport,
} from './papers/transfer.ts';

/** Kind of rules/kinds.yaml → what reads its facts. One line a kind. */
export function extractorsFor(kinds: Kinds): Readonly<Record<string, Extractor>> {
  return {
    'penalty-decision': readDecision,
    'penalty-notice': readNotice,
    'hearing-notice-of-right': readHearingRight,
    cover: readCover,
    'source-registration': readSource,
    'filing-approval': readFiling,
    'inspection-record': readInspectionRecord,
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
    'period-extension': readPeriodExtension,
    'service-receipt': readServiceReceipt(kinds),
    'service-announcement': readAnnouncement(kinds),
    'publication-record': readPublication,
    'daily-penalty-decision': retold,
    'payment-receipt': readPayment,
    'instalment-request': readDated('', { 'payment.instalment-requested': true }),
    'instalment-approval': readInstalment,
    'confiscation-list': readDated('', { 'confiscation.has-list': true }),
    'confiscation-disposal': readDated('', { 'confiscation.has-disposal-record': true }),
    'closing-approval': readClosing,
    'case-suspension': readCaseSuspension,
    ...procedures,
  };
}

/** Summary penalties, measures, enforcement, inspection, transfer and licences. */
const procedures: Readonly<Record<string, Extractor>> = {
  'no-penalty-decision': readNoPenalty,
  'summary-decision': readSummary,
  'summary-filing': readSummaryFiling,
  'fine-handover': readFineHandover,
  recusal: readRecusal,
  jurisdiction: readJurisdiction,
  'delegation-letter': readDelegation,
  'compulsion-approval': readMeasureApproval,
  'seizure-decision': readMeasureDecision,
  'freezing-decision': readMeasureDecision,
  'power-cut-decision': readMeasureDecision,
  'freezing-notice': readFreezingNotice,
  'seizure-list': readSeizureList,
  'measure-record': readMeasureRecord,
  'appraisal-period-notice': readAppraisalPeriod,
  'measure-extension': readMeasureExtension,
  'measure-extension-approval': readMeasureApproval,
  'measure-handling': readMeasureEnd(false),
  'measure-lifting': readMeasureEnd(true),
  'measure-return': readMeasureReturn,
  'transfer-notice': readGoodsTransferNotice,
  'payment-urging': readUrging,
  'substitute-urging': readSubstituteUrging,
  'surcharge-decision': readSurcharge,
  'enforcement-approval': readEnforcementApproval,
  'enforcement-decision': readEnforcementDecision,
  'demolition-announcement': readDemolitionAnnouncement,
  'enforcement-record': readEnforcementRecord,
  'substitute-decision': readSubstituteDecision,
  'substitute-record': readSubstituteRecord,
  'substitute-notice': readSubstituteNotice,
  'enforcement-suspension': readSuspension,
  'enforcement-termination': readSuspension,
  'enforcement-agreement': readAgreement,
  'enforcement-application': readCourtApplication,
  'court-ruling': readRuling,
  'inspection-plan': readInspectionPlan,
  'inspection-approval': readInspectionApproval,
  'inspection-notice': readInspectionNotice,
  'random-draw': readRandomDraw,
  'inspection-report': readInspectionReport,
  'transfer-report': readTransferReport,
  'transfer-approval': readTransferApproval,
  'crime-transfer': readTransferLetter,
  'case-transfer': readTransferLetter,
  'goods-list': readGoodsList,
  'transfer-list': readTransferList,
  'transfer-reply': readTransferReply,
  'transfer-objection': readTransferObjection,
  'criminal-judgment': readJudgment,
  'licence-application': readApplication,
  'materials-receipt': readMaterials,
  'supplement-notice': readSupplement,
  'licence-acceptance': readAcceptance,
  'licence-non-acceptance': readNonAcceptance,
  'licence-verification': readVerification,
  'licence-preliminary': readPreliminary,
  'licence-review-report': readLicenceApproval,
  'licence-testing': readTesting,
  'interested-notice': readInterested,
  'licence-extension-approval': readExtensionApproval,
  'licence-extension-notice': readExtensionNotice,
  'special-time-notice': readSpecialTime,
  'licence-approval': readLicenceApproval,
  'licence-decision': readLicenceDecision,
  'licence-refusal': readLicenceRefusal,
  'licence-ending': readLicenceEnding,
  'licence-certificate': readCertificate,
};
