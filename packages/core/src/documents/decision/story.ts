import { Gap } from '../pages.ts';
import { nextHit, type Paper, type Span, search } from './paper.ts';

const FACTS_WORDS =
  /违法事实|经查|查明|实施了(?:以下|下列)|发现你|存在(?:以下|下列)|发现,?当事人|调查发现|进行了?检查|未经[^。]{0,40}擅自|(?:上述|以上)(?:违法)?事实|事实、理由[^。:]{0,30}:[^。_]{20}|经[^。,;]{0,8}(?:调查|核查|核实|检查),?(?:核实|查实|认定)?,?(?:当事人|你)[^。_]{16}/;
/** A sentence long enough to tell who did what. */
const SHORTEST_STORY = 30;

/** Where a decision or notice tells what was done: words that lead to it, or a dated sentence about the party before 违反. */
export function factsTold(paper: Paper): Span | null {
  // Customs decide without the word: 依照《海关法》第八十二条…决定.
  const named = paper.text.indexOf('违反');
  const broken = named === -1 ? paper.text.search(/依照|依据|根据/) : named;
  for (const sentence of paper.sentences) {
    if (broken === -1 || sentence.start > broken) break;
    const dated = nextHit(paper.dates, sentence.start);
    if (sentence.end - sentence.start < SHORTEST_STORY || dated === undefined || dated.end > sentence.end) continue;
    if (/^(?:当事人|你)/.test(paper.text.slice(sentence.start, sentence.start + 4))) return sentence;
    // 2025年3月15日10时,你在…销售…: who did it stands beside the day, what was done before the words 违反.
    const story = paper.text.slice(dated.end, Math.min(sentence.end, broken === -1 ? sentence.end : broken));
    const teller = /当事人|你|被处罚|违法行为人/.exec(
      paper.text.slice(Math.max(sentence.start, dated.start - 14), dated.end + 20),
    );
    if (teller !== null && story.length >= SHORTEST_STORY / 2) return { start: dated.start, end: dated.end };
  }
  return search(paper, FACTS_WORDS) ?? storyOfMonth(paper, broken) ?? storyBefore(paper, broken);
}

/** 当事人于2030年8月在…: a story may tell no more than the month. */
function storyOfMonth(paper: Paper, broken: number): Span | null {
  for (const { index } of paper.text.matchAll(
    /(?:当事人|你(?:\(?单位\)?|公司|厂|店)?)(?:于|自|在|从)\d{4}年\d{1,2}月/g,
  )) {
    const { start, end } = paper.sentenceAt(index);
    const opens = index === start || paper.reader.gapBefore(index) > Gap.none;
    if (opens && index < broken && end - index >= SHORTEST_STORY) return { start: index, end };
  }
  return null;
}

/** 你单位因防雷装置未按期检测,违反…: a clause that tells what was done right before the law it breaks. */
function storyBefore(paper: Paper, broken: number): Span | null {
  if (broken === -1) return null;
  const start = paper.sentenceAt(broken).start;
  const story = paper.text.slice(start, broken).replace(ONLY_POINTS, '');
  return (story.match(/[一-龥]/g)?.length ?? 0) >= SHORTEST_STORY / 3 ? { start, end: broken } : null;
}

/** Words that point back to a story told before, and the law that stands first of two. */
const ONLY_POINTS =
  /(?:本局|本机关|我局|我机关)?认为[,:]?|(?:你|当事人|被处罚人?)(?:\(单位\)|单位|公司|厂|店)?(?:的)?|(?:上述|以上|该|其|此)?(?:违法)?(?:事实|行为)(?:涉嫌|已经?|分别|均)?|《[^》]*》(?:第[一二三四五六七八九十百\d条款项之、()]+)?(?:的规定)?/g;
