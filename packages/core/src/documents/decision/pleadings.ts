import type { Paper, Span } from './paper.ts';

/** What the party says: 当事人辩称,…; 张三在听证及陈述申辩中提出:其一,…. */
const SAYS =
  /(?:(?:当事人|代理人|律师|申辩人|你(?:单位|公司|厂|店)?|该(?:公司|单位|店|厂)|被处罚人|违法行为人)[^。;:,《]{0,12}?|(?:听证|陈述|申辩|申辩材料|申辩意见)[^。;:,《]{0,12}?)(?:(?<![名简下职])称|提出|认为|主张|请求)(?:[,:]|[^。;:,《]{0,14}(?:意见|理由|请求|主张)[^。;:,《]{0,6}:|(?=其|自己|本人|不?应))|(?:提交|递交)[^。;:,《]{0,12}(?:申辩|陈述)[^。;:,《]{0,8}:/g;
/** 未提出陈述、申辩,依据…: nothing was said. */
const SILENT = /[未无没放逾]|不再/;
/** Where the agency speaks again. */
const ANSWERED =
  /(?:我|本)(?:局|机关|会|委|厅|办|关|单位|大队|支队|行政机关)|经(?:复核|核实|核|审查|审核|查|研究|合议|集体讨论)[,:认]|不予采纳|不予采信|予以采纳|不能成立|不成立|复核意见/;
const LISTED = /^(?:其一|一是|第一|首先|[1一(（])/;
/** Where the body goes on behind what the party brought forward. */
const GOES_ON = /^(?:综上|鉴于|依据|根据|依照|按照|上述|以上|本案|听证)/;
const longest = 3000;

/** Where the paper tells what the party brought forward: laws named there are the party's, not the agency's. */
export function pleadingsOf(paper: Paper): readonly Span[] {
  const { text } = paper;
  const spans: Span[] = [];
  for (const match of text.matchAll(SAYS)) {
    const start = match.index + match[0].length;
    if (start < (spans.at(-1)?.end ?? 0) || paper.quoted(match.index)) continue;
    if (SILENT.test(match[0]) || ANSWERED.test(match[0])) continue;
    const sentence = paper.sentenceAt(match.index);
    const listed = match[0].endsWith(':') && LISTED.test(text.slice(start, start + 2));
    const limit = listed ? endOfList(paper, start) : sentence.end;
    const answer = text.slice(start, limit).search(ANSWERED);
    const end = answer === -1 ? limit : start + answer;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

/** A list of the party's grounds ends where the agency answers it or the body goes on; one that neither ends is its first sentence. */
function endOfList(paper: Paper, start: number): number {
  const { text } = paper;
  const stop = Math.min(text.length, start + longest);
  for (let at = paper.sentenceAt(start).end; at < stop; at = paper.sentenceAt(at).end) {
    const next = paper.sentenceAt(at);
    if (GOES_ON.test(text.slice(at, at + 4)) || ANSWERED.test(text.slice(at, next.end))) return at;
    if (next.end <= at) break;
  }
  return paper.sentenceAt(start).end;
}

/** 请求依据《某法》免予处罚: whether words of asking stand right before the law. */
export function isAskedFor(text: string, at: number): boolean {
  return /(?:请求|恳请|希望|主张)[^。;,《》]{0,10}$/.test(text.slice(Math.max(0, at - 16), at));
}
