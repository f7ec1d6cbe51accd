import { readDecision } from './decision/decision.ts';
import { readNotice } from './decision/notice.ts';
import type { Extractor } from './facts.ts';

/** Kind of rules/kinds.yaml → what reads its facts. One line a kind. */
export const extractors: Readonly<Record<string, Extractor>> = {
  'penalty-decision': readDecision,
  'penalty-notice': readNotice,
  'hearing-notice-of-right': readNotice,
};
