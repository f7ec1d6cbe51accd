export { extract } from './extract.ts';
export { extractorsFor } from './extractors.ts';
export { type Extractor, type Facts, factOf } from './facts.ts';
export type { Kind, Kinds } from './kinds.ts';
export type { LedgerColumn, LedgerHead } from './ledger/columns.ts';
export type { LedgerRecord } from './ledger/records.ts';
export { type Ledger, ledgerIn, mappedLedger, rowsOfLedger, rowsPassedOver } from './ledger/tables.ts';
export { type PageMark, type PageMarkKind, pageMarkKinds } from './marks.ts';
export { type Reader, readPages } from './pages.ts';
export { unifyRadicals } from './radicals.ts';
export { type RecognisedDocument, type Recognition, recognise } from './recognise.ts';
export { isCreditCode } from './scan/codes.ts';
export type {
  ExtractedDocument,
  Extraction,
  FileNotice,
  FileSheet,
  FileSignature,
  FileText,
  NoticeKind,
  PageCell,
  PageLine,
  PageSeal,
  PageTable,
  PageText,
  TextRun,
} from './types.ts';
