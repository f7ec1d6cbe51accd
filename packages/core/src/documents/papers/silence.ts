import { type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';

/** Papers that look back on what the party said of the notice. */
const TELLING: ReadonlySet<string> = new Set([
  'penalty-decision',
  'no-penalty-decision',
  'decision-approval',
  'discussion-record',
  'closing-approval',
  'case-review',
]);

const OF = String.raw`(?:对[^。;,]{1,24})?(?:在[^。;,]{2,24}(?:内|间|中|前))?(?:向[^。;,]{2,20})?`;
/** 未在法定期限内提出陈述、申辩, 既未要求听证,也未提出陈述申辩意见; 放弃陈述申辩权利. */
const SILENT = new RegExp(
  String.raw`(?:未|没有|不)${OF}(?:书面|口头|依法)?(?:提出|提交|提起|作出?|做出?|进行|要求|行使|申请)(?:过|了)?(?:任何|相关|书面|口头|听证(?:申请|要求)?|异议|、|和|或者?|及|的|进行|其)*(?:陈述|申辩)|(?:自愿|主动|明确|书面|口头|已|均)?(?:表示|承诺|声明)?放弃(?:了|其)?(?:行使|提出|进行|要求)?(?:书面|口头|上述|相关|听证|、|和|或者?|及|的)*(?:陈述|申辩)`,
  'gu',
);
/** A condition tells what would be, not what was: 如…, 逾期未提出的,视为放弃. */
const IF = /[如若]|倘|视[为同]|可以?|有权|权利?(?:提|要)|是否/u;
/** What an answer or an account of what was said looks like: then somebody spoke. */
const SPOKE =
  /复核|(?:不予?|予以|部分|未予?)采纳|申辩(?:称|认为|提出|如下|(?:意见|理由)(?:为|是|如下|:|称))|(?<![未没不可][一-龥]{0,12})(?:提出|提交|递交|作)了?[^。;,未没不权]{0,8}(?:陈述|申辩)(?:意见|材料|书)/u;

/**
 * That the party said nothing of the notice, where a paper says so in so many words (行政处罚法 art. 45). Nothing where the paper also tells of
 * something said: of several parties, or of several notices, one may have spoken.
 */
export function silentFacts(kind: string, reader: Reader): Facts {
  if (!TELLING.has(kind)) return {};
  const text = reader.dense;
  for (const match of text.matchAll(SILENT)) {
    const end = match.index + match[0].length;
    const before =
      text
        .slice(Math.max(0, match.index - 40), match.index)
        .split(/[。;:]/u)
        .at(-1) ?? '';
    const behind = /^[^。;,]{0,16}/u.exec(text.slice(end, end + 16))?.[0] ?? '';
    if (IF.test(before.split(',').at(-1) ?? '') || /[如若]/u.test(before) || /的$|^的(?=$|视)/u.test(behind)) continue;
    if (/^[^。;,]{0,4}(?:新的|其他|补充)/u.test(match[0]) || /除|此外/u.test(before)) continue;
    return SPOKE.test(text) ? {} : { 'statement.made': factOf(reader, false, match.index, end, 0.8) };
  }
  return {};
}
