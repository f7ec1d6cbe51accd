import type { CaseData } from '../model.ts';
import { cleanHearing } from './clean-hearing.ts';
import { cleanMarket } from './clean-market.ts';
import { contradictions } from './contradictions.ts';
import { docxFiles } from './docx-files.ts';
import { individualBusiness } from './individual-business.ts';
import { oneDefect } from './one-defect.ts';
import { separatePdfs } from './separate-pdfs.ts';
import { straddle2021 } from './straddle-2021.ts';
import { tenDefects } from './ten-defects.ts';
import { threeDefects } from './three-defects.ts';

/** Every invented case, in the order of the list. */
export const cases: readonly CaseData[] = [
  cleanMarket,
  cleanHearing,
  oneDefect,
  threeDefects,
  tenDefects,
  straddle2021,
  contradictions,
  docxFiles,
  separatePdfs,
  individualBusiness,
];
