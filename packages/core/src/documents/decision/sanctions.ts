import { Gap } from '../pages.ts';
import type { AmountHit } from '../scan/amounts.ts';
import { isEmptyChoice } from '../scan/boxes.ts';
import { type Fine, withoutParts, withoutRepeats } from './fine-lists.ts';
import { isFiller, occurrences, type Paper, type Span, within } from './paper.ts';
import { KINDS } from './sanction-kinds.ts';
import { fineOnEach } from './shared-fines.ts';
import { cellInTable, headsCell } from './table.ts';

export type { Fine };

/** The part of a paper that imposes the penalties, and whether its opening words were found. */
export interface Operative extends Span {
  readonly opened: boolean;
}

/** Words that open the decision, surest first; the last ones only where a penalty follows at once. */
const OPENINGS = [
  /(?:作出?|做出|给予|处以|予以|处于|实施|进行|科以)(?:了)?(?:你(?:单位|公司|厂|店)?|当事人|被处罚人)?(?:如下|以下|下列)(?:的)?(?:行政)?(?:处罚|处理|决定)/g,
  /(?:作出|做出)(?:行政)?处罚(?:决定)?(?:如下|:)/g,
  /(?:行政)?处罚(?:决定)?如下[:,。]?/g,
  /决定(?:依法)?(?:从轻|减轻|从重|如下|:|对|给予|处以|处罚|没收|责令|作出|做出|予以|科处|罚款|处|吊销|暂扣|撤销|降低|限制|禁止|将)/g,
  /(?:应当|应)(?:予以|给予|处以|处)(?:警告|罚款|没收|行政处罚)/g,
  /责令[^。;《》]{0,40}?并?处(?:以)?罚款/g,
  // 责令退回造成损失的基金6万元,并处造成损失金额1.5倍罚款
  /责令[^。;《》]{2,60}?,并处[^。;,《》可]{2,24}?罚款(?!的)/g,
  /现对[^。;,《》]{2,40}?(?:作出|做出|给予):/g,
  /(?:裁决|现(?:当场)?|当场)(?:决定)?(?:给予|处以|对|如下)/g,
  /(?:依据|根据|依照|按照)《[^。;]{2,120}?(?:规定)?,(?=(?:责令[^,。;]{2,24},)?(?:没收|吊销|暂扣|并?处以?罚款|罚款|给予警告))/g,
];
/** 拟作出没收违法所得40元、罚款5000元的处罚决定: the words of notices that name the penalty in running text. */
const PROPOSING = /拟(?:对|给予|作出|做出|处)/g;
const SURE_OPENINGS = 3;
const PENALTY_WORD =
  /罚款|警告|没收|吊销|暂扣|通报批评|拘留|停产|停业|撤销|降低[^,;。]{0,30}资质|行政处罚|(?:停止|暂停)[^,;。]{0,12}执业/;
/** Sentences that tell what was proposed, advised or discussed are history, not the decision. */
const HISTORY = /拟|告知|建议|听证|申辩|曾|此前|责令改正违法行为决定书|不予处罚/;

/** From the words that open the decision (决定…如下) to where payment and remedies begin. */
export function operativePart(paper: Paper, proposed: boolean): Operative {
  const end = proposed ? Math.min(remediesStart(paper), rightsStart(paper)) : remediesStart(paper);
  for (const [rank, pattern] of (proposed ? [...OPENINGS, PROPOSING] : OPENINGS).entries()) {
    for (const match of paper.text.matchAll(pattern)) {
      const at = match.index;
      if (at >= end) break;
      if (paper.quoted(at)) continue;
      const after = at + match[0].length;
      const before = paper.text.slice(Math.max(paper.sentenceAt(at).start, at - 60), after);
      // What a title says (《轻微违法行为不予处罚清单》) is no history.
      if ((proposed ? /曾|此前/ : HISTORY).test(afterTurn(before).replace(/《[^》]*(?:》|$)/g, ''))) continue;
      if (rank >= SURE_OPENINGS && !PENALTY_WORD.test(paper.text.slice(at, after + 80))) continue;
      if (paper.text.startsWith('立案', after)) continue;
      // 依法作出如下处理:拍照取证,制作笔录: what the officers did on the spot.
      if (match[0].endsWith('处理') && !PENALTY_WORD.test(paper.text.slice(after, after + 120))) continue;
      return { start: at, end, opened: true };
    }
  }
  // The row of a table: 处罚内容 | 1.警告;2.罚款1000元.
  const row = proposed
    ? undefined
    : [...paper.text.matchAll(/(?:行政)?处罚(?:内容|结果|决定(?!书)):?/g)].find(
        ({ index, 0: label }) =>
          paper.reader.gapBefore(index) >= Gap.line &&
          (!label.endsWith('决定') || paper.reader.gapBefore(index + label.length) >= Gap.wide) &&
          PENALTY_WORD.test(paper.text.slice(index + label.length, index + 80)),
      );
  if (row !== undefined && row.index < end) return { start: row.index, end, opened: true };
  // Under its head: the cell is all that imposes.
  const cell = proposed ? null : cellInTable(paper.reader, 'penalty');
  if (cell !== null && PENALTY_WORD.test(cell.text)) return { start: cell.from, end: cell.to, opened: true };
  return { start: 0, end, opened: false };
}

const TURNS = [',现', '现决定', '现对', '现依', '现根据', '现责令', '综上', '因此', ',故', '经研究', '经集体讨论'];

/** What follows the word with which a sentence turns from its story to the decision (现, 综上, 故). */
function afterTurn(text: string): string {
  const turn = Math.max(...TURNS.map((word) => text.lastIndexOf(word)));
  return turn === -1 ? text : text.slice(turn);
}

/** Offset of the first sentence about the remedies or about how to pay; the end of the text where neither stands. */
function remediesStart(paper: Paper): number {
  const { text } = paper;
  const whole = { start: 0, end: text.length };
  for (const { at } of occurrences(text, ['申请行政复议', '申请复议', '提起行政诉讼', '提起诉讼'], whole)) {
    const from = Math.max(paper.sentenceAt(at).start, at - LONGEST_LEAD);
    const lead = text.slice(from, at);
    if (paper.quoted(at) || !speaksOf(lead, ABOUT_REMEDY)) continue;
    return from + Math.max(0, lead.search(/(?:你|当事人|被处罚|如)[^。;,]{0,30}不服|如果?不服|不服本|如对本/));
  }
  return text.length;
}

const LONGEST_CLAUSE = 300;
/** How far back the words that qualify a place may stand. */
const LONGEST_LEAD = 140;
/** Offset of the sentence of a notice that turns to the party's rights; the end of the text where none does. */
function rightsStart(paper: Paper): number {
  const { text } = paper;
  for (const { at } of occurrences(text, ['陈述', '申辩', '听证'], { start: 0, end: text.length })) {
    const from = Math.max(paper.sentenceAt(at).start, at - LONGEST_LEAD);
    const around = text.slice(from, at + 40);
    if (isInTitle(paper, at)) continue;
    if (!paper.quoted(at) && speaksOf(around, ABOUT_RIGHT)) return from;
  }
  return text.length;
}

/** 陈述、申辩(听证)权利告知书: the name of the paper tells nobody a right. */
function isInTitle({ reader, text }: Paper, at: number): boolean {
  const line = reader.lines[reader.lineAt(at)];
  return (
    line !== undefined &&
    line.end - line.start <= 45 &&
    /^[^。,;:]*告知(?:书|单|笔录)(?:\([^()]*\))?$/.test(text.slice(line.start, line.end))
  );
}

const ABOUT_REMEDY = ['不服', '如对', '收到', '送达', '接到', '日内', '告知事项'];
const ABOUT_RIGHT = ['有权', '权利', '可以', '可在', '可向', '享有', '日内', '如对', '异议', '可提出'];

function speaksOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** Words before 罚款 that speak of one already imposed, of its payment, or of what a statute allows. */
const NOT_IMPOSED =
  /(?:加处|缴纳|缴清|交纳|缴|将|把|上述|该|以上|所处|逾期不交|逾期|应缴|减免|延期|分期|按|按照|每[日天次])$/;
const TOLD_BEFORE = /拟(?:作出|对|给予|处)|告知书|曾因/;
const CONDITIONAL = /逾期|每日按|拟|可以处|可以并处|并可处|可处|拒不|可并处/;

/** The fines the operative part imposes, in order; ranges, prices, and sums that only lead to a fine are left out. */
export function finesOf(paper: Paper, part: Operative, proposed: boolean): Fine[] {
  const { text } = paper;
  const fines: Fine[] = [];
  const taken = new Set<number>();
  let sum = 0;
  for (const { at: found, word } of occurrences(text, ['罚款', '罚人民币', '连续处罚'], part)) {
    const at = word === '连续处罚' ? found + 2 : found;
    if (paper.quoted(at) || isEmptyChoice(paper.reader, at)) continue;
    const sentence = Math.max(paper.sentenceAt(at).start, at - LONGEST_LEAD);
    const clauseStart = Math.max(sentence, paper.clauseStart(at));
    const lead = text.slice(clauseStart, at);
    if (!part.opened && !proposed && HISTORY.test(text.slice(sentence, at))) continue;
    const hit = amountAfter(paper, at, clauseEnd(paper, at, part.end)) ?? amountBefore(paper, at);
    // 罚款人民币0: the copy breaks off within the sum.
    if (hit !== null && hit.end === text.length && /\d$/.test(text)) continue;
    // 罚款人民币27图5: of what was to be a sum something else was read.
    if (hit !== null && !/[元圆]/.test(text.slice(hit.start, hit.end)) && breaksOff(paper, hit.end)) continue;
    if (hit === null || hit.start < part.start || hit.end > part.end || taken.has(hit.end)) continue;
    const right = text.slice(Math.max(clauseStart, at - 6), Math.min(at, hit.start)).replace(/人民币$/, '');
    if (!/^罚款(?:金额|数额)(?:\([大小]写\))?:/.test(text.slice(at, at + 10)) && NOT_IMPOSED.test(right)) continue;
    // 对罚款500元的行政处罚决定,限你…: how one already imposed is to be paid.
    if (/[对就]$/.test(right) && /^[整)]*的(?:行政)?处罚/.test(text.slice(hit.end, hit.end + 8))) continue;
    if (!proposed && part.opened && TOLD_BEFORE.test(lead.slice(-60))) continue;
    if (/^[^。;]{0,16}另(?:行|案)/.test(text.slice(hit.end, hit.end + 18))) continue;
    if (ofMoreThanFines(text.slice(clauseStart, at), text.slice(at + 2, hit.start))) continue;
    if (CONDITIONAL.test(sinceDecided(afterTurn(lead)).slice(-20)) && !(proposed && /拟/.test(lead))) continue;
    taken.add(hit.end);
    // 处以每平方米5元的罚款,共计罚款5000元;…: the sum of an item worked out by itself, not that of all items.
    const since = text.slice(Math.max(clauseStart, fines.at(-1)?.end ?? 0), at);
    const own = /每|倍|[%×*]/.test(since) && !ALL_OF.test(since);
    const total =
      (!own && TOTAL.test(lead.slice(-16) + text.slice(at, Math.max(at, hit.start)))) ||
      (fines.length > 1 &&
        isSame(sum, hit.yuan) &&
        TOTAL.test(text.slice(Math.max(sentence, fines.at(-1)?.end ?? 0), at)));
    const fine = { start: Math.min(at, hit.start), end: hit.end, yuan: hit.yuan, contradicts: hit.contradicts, total };
    for (const each of total ? [fine] : fineOnEach(paper, fine, clauseStart)) {
      fines.push(each);
      sum += each.yuan;
    }
  }
  return withoutRepeats(paper, withoutParts(paper, fines));
}

/** 因你拒不改正,本机关决定对你罚款50元: the condition is met where the decision follows it. */
function sinceDecided(lead: string): string {
  return lead.slice(lead.lastIndexOf('决定') + 1);
}

/** Whether figures without a unit are followed, in their line, by what does not go on from a sum: 罚款5000的行政处罚 and 罚款5000并没收 do. */
function breaksOff({ reader, text }: Paper, end: number): boolean {
  if (!/\d[\p{L}\p{N}]/u.test(text.slice(end - 1, end + 1)) || /^(?:的|并|及|和|与|以及)/.test(text.slice(end)))
    return false;
  return (reader.lines[reader.lineAt(end - 1)]?.end ?? end) > end;
}

/** 以上退回资金和罚款合计15万元: the sum of the fine and of what is no fine. */
function ofMoreThanFines(before: string, between: string): boolean {
  return (
    TOTAL.test(between) && /(?:资金|所得|税款|滞纳金|费用?|价款|货款|基金|工资|赔偿金)(?:[和与及、]|以及)$/.test(before)
  );
}

const ALL_OF = /以上|上述|综上|合并|[两二三四五六七八九十]项/;
const TOTAL = /合计|共计|总计|合并|总额|两项|合并执行/;

/** 以上两项合并处罚,决定给予人民币肆万伍仟元罚款: the sum of what was imposed before it. */
function isSame(sum: number, yuan: number): boolean {
  return Math.round(sum * 100) === Math.round(yuan * 100);
}

/** The clause of a fine ends with ; or 。, or with the next penalty. */
function clauseEnd(paper: Paper, at: number, limit: number): number {
  const { text } = paper;
  const stop = Math.min(limit, paper.sentenceAt(at).end, at + LONGEST_CLAUSE);
  for (let i = at + 2; i < stop; i++) {
    if (text[i] === ';' || text[i] === '。') return i;
    if (text.startsWith('罚款', i) || text.startsWith('没收', i)) return i;
  }
  return stop;
}

function amountAfter(paper: Paper, at: number, stop: number): AmountHit | null {
  const { text } = paper;
  const after = within(paper.amounts, { start: at + 2, end: stop }).filter((hit) => !hit.bound && !hit.perUnit);
  const first = after[0];
  if (first === undefined) return null;
  const between = text.slice(at + 2, first.start);
  // 罚款697㎡×11元/㎡=7667元: what is worked out counts, not what it is worked out from.
  const result = after.findLast(
    (hit) =>
      /(?:=|即|计|合计|共计|为)(?:人民币|罚款)?¥?$/.test(text.slice(hit.start - 8, hit.start)) &&
      isComputed(text.slice(at, hit.start)),
  );
  if (isFiller(between)) {
    const formula = /^[)整]*[*×xX÷+][(¥]?[\d一二三四五六七八九十百]|^[)整]*的?[^,;。]{0,4}倍/.test(
      text.slice(first.end, first.end + 8),
    );
    return formula ? (result ?? null) : first;
  }
  if (result !== undefined) return result;
  // 罚款(货值金额704元的5倍)3520元, 罚款,计3520元: the last sum of a computed clause that stands clear of a factor.
  if (!isComputed(text.slice(at, stop))) return between.length <= 12 && !/[,没违货案]/.test(between) ? first : null;
  return after.findLast((hit) => !/^的?[^,;。]{0,4}倍/.test(text.slice(hit.end, hit.end + 6))) ?? null;
}

function isComputed(text: string): boolean {
  return /[*×xX=]|倍|%|即|计/.test(text);
}

/** 并处8万元罚款, 处以50000元的行政罚款, 处货值金额五倍3520元罚款. */
function amountBefore(paper: Paper, at: number): AmountHit | null {
  const { text } = paper;
  const hit = within(paper.amounts, { start: at - 60, end: at }).findLast((amount) => at - amount.end <= 8);
  if (hit === undefined || hit.bound || hit.perUnit) return null;
  return /^(?:整|正|[)])?(?:的)?(?:行政|行政处罚)?$/.test(text.slice(hit.end, at)) ? hit : null;
}

export interface Sanction extends Span {
  /** In Chinese, as the law names it (罚款, 警告, 没收违法所得, 吊销许可证件 …). */
  readonly kind: string;
}

const MOST_SANCTIONS = 200;

/** The penalties other than fines the operative part imposes, one for each place that imposes one. */
export function sanctionsOf(paper: Paper, part: Operative): Sanction[] {
  if (!part.opened) return [];
  const found: Sanction[] = [];
  const stop = paymentStart(paper, part);
  const text = paper.text.slice(part.start, stop);
  for (const [pattern, kind] of KINDS) {
    if (kind === '罚款') continue;
    for (const match of text.matchAll(pattern)) {
      const start = part.start + match.index;
      const sentence = Math.max(paper.sentenceAt(start).start, start - LONGEST_LEAD);
      // What the law allows (可以…) stands quoted or before the decision opens; neither makes this penalty conditional.
      const clause = paper.text.slice(Math.max(sentence, paper.clauseStart(start), part.start), start);
      const lead = clause.slice(clause.lastIndexOf('”') + 1);
      if (headsCell(paper, start) || isEmptyChoice(paper.reader, start)) continue;
      if (paper.quoted(start) || /逾期|拒不|不予|免予|可以|可并|情节严重的|将依法|《[^》]*$/.test(lead)) continue;
      found.push({ kind, start, end: start + match[0].length });
      if (found.length >= MOST_SANCTIONS) return found;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where the operative part turns to how the fine is paid. */
export function paymentStart(paper: Paper, part: Span): number {
  const found = occurrences(
    paper.text,
    ['缴至', '缴到', '缴纳', '交至', '交到', '缴入', '代收', '加处罚款', '缴款'],
    part,
  ).find(({ at }) => !paper.quoted(at));
  if (found === undefined) return part.end;
  const sentence = paper.sentenceAt(found.at);
  if (sentence.start > part.start) return sentence.start;
  const opening = paper.text
    .slice(part.start, found.at)
    .search(/(?:限(?:你|当事人|于|自)|自收到|自接到|收到本|接到本|到期|逾期)/);
  return opening > 0 ? part.start + opening : found.at;
}
