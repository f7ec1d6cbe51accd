import type { Extractor } from '../facts.ts';
import { blocksOf, daysIn, FactWriter } from './blocks.ts';

/** Form on which a case is given up or rests: what it repeats of the filing. */
export const readCaseSuspension: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const blocks = blocksOf(reader, ['立案日期', '立案时间', '案由', '当事人', '撤案理由', '撤销理由', '承办人意见']);
  const filed = blocks.find(({ label }) => label === '立案日期' || label === '立案时间');
  if (filed !== undefined) writer.day('filing.date', daysIn(reader, filed)[0], 0.85);
  return writer.facts;
};
