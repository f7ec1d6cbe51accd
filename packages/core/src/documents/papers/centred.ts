import { Gap, type Reader } from '../pages.ts';
import { type Block, daysIn } from './blocks.ts';

/** An opinion is shorter. */
const LONGEST_OPINION = 120;

/**
 * Opinions of a form that was copied as text, its labels in the middle of their cells: what somebody says stands above his label, below the day
 * of the one before him. Each gets his own words; blocks of other forms stay as they are.
 */
export function withWordsAbove(
  reader: Reader,
  blocks: readonly Block[],
  isOpinion: (block: Block) => boolean,
): Block[] {
  const laid = [...blocks];
  for (let index = 1; index < laid.length; index++) {
    const [before, own] = [laid[index - 1], laid[index]];
    if (before === undefined || own === undefined || reader.cells.length > 0) continue;
    if (!isOpinion(before) || !isOpinion(own) || before.end !== own.start) continue;
    const from = saidBelowDay(reader, before);
    if (
      from === null ||
      !/^(?:[(（]?(?:签名|签字|签章)|[一-龥]{0,6}(?:人|负责人|领导|局长):|[一-龥·、]{2,8}\d{4}年|\d{4}年)/u.test(
        reader.dense.slice(own.from, own.from + 16),
      )
    )
      continue;
    laid[index - 1] = { ...before, end: from };
    laid[index] = { ...own, from };
  }
  return laid;
}

/** Where, behind the last day of a block, a new line says something of its own; null where nothing stands there. */
function saidBelowDay(reader: Reader, block: Block): number | null {
  const day = daysIn(reader, block).at(-1);
  if (day === undefined || block.end - day.end < 2 || block.end - day.end > LONGEST_OPINION) return null;
  if (reader.gapBefore(day.end) < Gap.line) return null;
  const words = reader.dense.slice(day.end, block.end);
  return /^(?:拟|建议|同意|不同意|不予|经|请|按|准予|批准|[☑√■✓✔☒□☐]|事实)/u.test(words) &&
    !/签名|签字|\d{4}年/u.test(words)
    ? day.end
    : null;
}
