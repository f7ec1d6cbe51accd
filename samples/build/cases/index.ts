import type { CaseData } from '../model.ts';
import { cleanMarket } from './clean-market.ts';

/** Every invented case, in the order of the list. */
export const cases: readonly CaseData[] = [cleanMarket];
