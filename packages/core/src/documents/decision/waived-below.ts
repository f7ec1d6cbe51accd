import { type Facts, factOf } from '../facts.ts';
import { Gap, type Reader } from '../pages.ts';
import { daysIn, namesIn } from '../papers/blocks.ts';

/** 当事人意见:, or a row that begins with the party itself: 我单位… */
const OPENS =
  /(?:当事人|被告知(?:人|单位)|受送达人|被处罚人)(?:陈述)?(?:的)?(?:意见|答复|表示|回复)(?:\([^()]{0,12}\))?:|(?:我|本人|(?:我|本)(?:单位|公司|店|厂|企业))(?=[^。;,:]{0,8}(?:放弃|不))/gu;
/** 不陈述申辩, 不进行陈述和申辩, 自愿放弃陈述、申辩和听证权利. */
const WAIVES =
  /^[^。;,:□☐☑√]{0,10}?(?:(?<!是否|[如若])不(?:再|需要?)?(?:作|做|进行|提出|提|要求|行使)?(?:书面|口头|任何)?(?:陈述|申辩)|(?:自愿|主动)?放弃[^。;,:□☐]{0,10}(?:陈述|申辩))[^。;:□☐]{0,24}/u;
/** One of the choices printed there is ticked; none of those that are not counts. */
const TICKED = /[☑√✓✔■]/u;
/** How far behind those words the hand and its day may stand. */
const REACH = 44;

/**
 * What the party wrote at the foot of a notice, with hand and day: that it makes no statement is a waiver in writing (行政处罚法 art. 62), and that
 * the notice was in its hands that day. Nothing where nobody signed.
 */
export function waivedBelow(reader: Reader): Facts {
  const text = reader.dense;
  const half = Math.floor(text.length / 2);
  for (const match of text.slice(half).matchAll(OPENS)) {
    const start = half + match.index;
    if (!match[0].endsWith(':') && reader.gapBefore(start) < Gap.line) continue;
    const rest = text.slice(start + match[0].length, start + match[0].length + 60);
    const words = rest.slice(TICKED.exec(rest)?.index ?? 0).replace(TICKED, '');
    const waived = WAIVES.exec(words)?.[0];
    if (waived === undefined || (/[□☐]/u.test(rest) && !TICKED.test(rest))) continue;
    const from = text.indexOf(waived, start);
    const end = Math.min(text.length, from + waived.length + REACH);
    const [name] = namesIn(reader, { from: from + 4, end });
    const day = daysIn(reader, { from, end })[0];
    if (name === undefined || day === undefined || name.end > day.start) continue;
    const fact = (value: string | boolean) => factOf(reader, value, from, from + waived.length, 0.8);
    return {
      'statement.waived-in-writing': fact(true),
      'statement.waived-on': factOf(reader, day.value, day.start, day.end, 0.8),
      ...(/听证/u.test(waived) ? { 'hearing.waived-in-writing': fact(true) } : {}),
    };
  }
  return {};
}
