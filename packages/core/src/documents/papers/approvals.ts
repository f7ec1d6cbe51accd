import { Gap, type Reader } from '../pages.ts';
import { withoutEmpty } from '../scan/boxes.ts';
import { isScan } from '../scan-text.ts';
import { handlers, heads, others, units } from './approval-labels.ts';
import { type Block, blocksOf, daysIn, namesIn, type Span, wordsOf } from './blocks.ts';
import { withWordsAbove } from './centred.ts';
import { opinionsOfOthers, opinionsOfPosts, opinionsPrinted, type Rank } from './ranks.ts';
import { pictureMark } from './unread.ts';

const firstHead = /^(?!.*分管)(?:[一-龥]{0,6}主要(?:负责人|领导)|[一-龥]{0,4}局长)/u;

/** 部门负责人意见, 统计机构负责人意见: where it stands last and others stand above, the word of the head of the agency. */
const isHouse = (label: string): boolean =>
  /^(?!承办|经办|办案|执法|调查|审核|法制|法规|政策|业务|综合)[一-龥]{0,4}(?:部门|机构)负责人(?:审批|审查)?意见$/u.test(
    label,
  );

/** Who said what on a form for approval: the handlers, the unit, the head of the agency. */
export interface Approvals {
  readonly handler: Opinion | null;
  readonly unit: Opinion | null;
  readonly head: Opinion | null;
}

export interface Opinion extends Span {
  /** True with words of consent, false when nothing is written or consent is refused; null when the words do not tell. */
  readonly agrees: boolean | null;
  readonly blank: boolean;
  readonly day: { readonly value: string; readonly start: number; readonly end: number } | null;
  readonly names: readonly string[];
  /** Where hands stand. */
  readonly hands: { readonly from: number; readonly end: number };
  /** Where the first of the names stands. */
  readonly signed: Span | null;
  readonly words: string;
}

/** Reads the opinions of a form; the last opinion of each rank counts, since forms are signed from bottom to top of the house. */
export function readApprovals(reader: Reader): Approvals {
  const printed = opinionsPrinted(reader);
  const found = blocksOf(reader, [
    ...handlers,
    ...units,
    ...heads,
    ...printed.handler,
    ...printed.unit,
    ...printed.head,
    ...opinionsOfOthers(reader),
    ...others,
  ]);
  const opinions = new Set([...handlers, ...units, ...heads, ...printed.handler, ...printed.unit, ...printed.head]);
  const ofHead = new Set([...heads, ...printed.head]);
  const feet = new Map(found.map((one) => [one, ofHead.has(one.label) ? footOf(reader, one) : null]));
  const blocks = withWordsAbove(
    reader,
    found.map((one) => ({ ...one, end: feet.get(one)?.start ?? one.end })),
    ({ label }) => opinions.has(label),
  );
  const ofPosts = opinionsOfPosts(reader);
  const of = (labels: readonly string[], rank: Rank): Opinion | null => {
    const own = blocks.filter((one) => labels.includes(one.label) || printed[rank].includes(one.label));
    // Some forms print the first head above his deputy: the word of the first counts.
    const first = own.filter((one) => firstHead.test(one.label) && !opinionOf(reader, one).blank);
    const block = ofPosts.filter((one) => one.rank === rank).at(-1) ?? first.at(-1) ?? own.at(-1);
    return block === undefined ? null : opinionOf(reader, block);
  };
  // Forms of market regulators call the head of the agency 部门负责人, below the head of the handling unit.
  const ranks = blocks.filter((one) => units.includes(one.label) || printed.unit.includes(one.label));
  const last = ranks.at(-1);
  const below =
    ranks.length > 1 || blocks.some((one) => handlers.includes(one.label) || printed.handler.includes(one.label));
  const topmost = below && last !== undefined && isHouse(last.label) ? opinionOf(reader, last) : null;
  const above = blocks.find(({ label }) =>
    [units, heads, printed.unit, printed.head].some((labels) => labels.includes(label)),
  );
  // 承办机构意见:建议立案 签名:甲 乙 on a form with no place for the handlers: theirs is the proposal.
  const own = of(handlers, 'handler');
  const unitWord = of(units, 'unit');
  const proposes =
    own === null && unitWord !== null && unitWord.names.length > 1 && /^(?:建议|拟|申请|提请)/u.test(unitWord.words);
  const handler = proposes ? unitWord : own;
  const foot = [...feet.values()].find((one) => one !== null) ?? null;
  const signed = handler === null || handler.names.length === 0 ? (handlersBelow(reader, above) ?? foot) : null;
  return {
    handler: signed === null ? handler : opinionOf(reader, signed),
    unit: proposes ? null : unitWord,
    head: of(heads, 'head') ?? topmost,
  };
}

/** 负责人审批意见:同意立案。丙 / 承办人:甲 乙 2030年1月2日: a row of the handlers at the foot, below the word of the head, is none of his. */
function footOf(reader: Reader, { from: start, end }: Block): Block | null {
  for (const { index, 0: mark } of reader.dense.slice(start, end).matchAll(handlerRow)) {
    const at = start + index;
    const from = at + mark.length;
    const opens = reader.gapBefore(at) >= Gap.space || /\d日$/u.test(reader.dense.slice(Math.max(0, at - 3), at));
    if (!opens || (!mark.endsWith(':') && reader.gapBefore(from) < Gap.wide)) continue;
    // 承办人:钱小河孙小海2030年1月2日: hands that a copy ran together.
    const hands = /^[一-龥、]{2,9}\d{4}年/u.test(reader.dense.slice(from, from + 16));
    if (hands || namesIn(reader, { from, end: Math.min(end, from + LONGEST_HANDS) }).length > 0)
      return { label: '承办人', start: at, from, end };
  }
  return null;
}

const handlerRow =
  /(?:主办|协办|承办|经办|办案|调查|执法)(?:人员?|员)(?:\((?:签名|签字|签章)[^()]{0,4}\))?(?:签名|签字)?:?/gu;

/** 承办人(签名):甲 乙 2030年1月2日 below the story of the case: the handlers' own opinion, though no label of one heads it. */
function handlersBelow(reader: Reader, above: Block | undefined): Block | null {
  const end = above?.start ?? reader.dense.length;
  const marks = [...reader.dense.slice(0, end).matchAll(handMark)];
  for (const { index, 0: mark } of marks.reverse()) {
    const apart = index === 0 || reader.gapBefore(index) > 0 || '。;,、:)'.includes(reader.dense[index - 1] ?? '');
    const from = index + mark.length;
    // 经办人 | 张三 李四 2030年1月2日: in a row the gap stands for the mark.
    if (/[人员一二12]$/u.test(mark) && reader.gapBefore(from) < Gap.wide) continue;
    if (apart && namesIn(reader, { from, end: Math.min(end, from + LONGEST_HANDS) }).length > 0)
      return { label: '承办人', start: index, from: index, end: ownEnd(reader, from, end) };
  }
  return null;
}

/** Where the opinion of somebody else begins behind the hands. */
function ownEnd(reader: Reader, from: number, end: number): number {
  const next = reader.dense.slice(from, end).search(/[一-龥]{2,10}(?:意见|审批|审核)/u);
  return next < 0 ? end : from + next;
}

const handMark =
  /(?:主办|协办|承办|经办|办案|调查|执法)(?:人员?|员)[一二12]?(?:\((?:签名|签字|签章)[^()]{0,4}\):?|(?:签名|签字):?|:)?/gu;

const signing =
  /(?:承办人|经办人|负责人|审批人|审核人|批准人|签名|签字|签章|盖章|证号|执法证号|年|月|日|[(（)）:_\s/、,。—-])/gu;

function opinionOf(reader: Reader, block: Block): Opinion {
  const words = withoutEmpty(wordsOf(reader, block));
  const days = daysIn(reader, block);
  const day = days.at(-1);
  const signed = bounded(reader, spanAfterSignature(reader, block));
  const behind = namesIn(reader, signed);
  const signers = behind.length > 0 ? behind : handBeforeMark(reader, block);
  const names = signers.map((one) => one.name);
  const said = withoutEmpty(reader.dense.slice(block.from, signed.from)).replace(signing, '');
  const blank = said === '' && names.length === 0 && day === undefined && !words.includes(pictureMark);
  return {
    start: block.from,
    end: Math.min(block.end, block.from + 120),
    agrees: agreesIn(words, blank, reader.pages.some(isScan)),
    blank,
    day: day === undefined ? null : { value: day.value, start: day.start, end: day.end },
    names,
    hands: signed,
    signed: signers[0] ?? null,
    words,
  };
}

/** 同意立案 周山(签章): the hand stands before the word. */
function handBeforeMark(reader: Reader, block: Block): ReturnType<typeof namesIn> {
  const mark = [...wordsOf(reader, block).matchAll(/\((?:签名|签字|签章|盖章)\)/gu)].at(-1);
  if (mark === undefined) return [];
  const end = block.from + mark.index;
  let from = end;
  while (from > block.from && end - from < 4 && /[一-龥]/u.test(reader.dense[from - 1] ?? '')) {
    from--;
    if (reader.gapBefore(from) > 0) return namesIn(reader, { from, end });
  }
  return from > block.from && '。,、:;'.includes(reader.dense[from - 1] ?? ' ') ? namesIn(reader, { from, end }) : [];
}

/** What the words of an opinion say; on a picture a hand may stand in a blank that was not read. */
function agreesIn(words: string, blank: boolean, scanned: boolean): boolean | null {
  if (blank) return scanned ? null : false;
  if (/是否(?:同意|批准|准予)/u.test(words)) return answered(words);
  // 同意不予立案: consent to the refusal.
  if (/(?:同意|决定|批准)不予立案/u.test(words)) return false;
  if (/不同意|不予(?:批准|立案|同意)|退回|缓/u.test(words)) return offersBoth(words) ? null : false;
  return /同意|批准|准予|可以|(?<!不)予以(?:立案|结案|处罚)|决定(?:于\d{4}年\d{1,2}月\d{1,2}日)?(?:予以)?立案|按.{0,8}意见办|拟同意|请按|立案调查|结案/u.test(
    words,
  )
    ? true
    : null;
}

/** The answer ticked behind 是否同意; null where none is. */
function answered(words: string): boolean | null {
  if (/[☑√✓✔☒]是/u.test(words)) return true;
  return /[☑√✓✔☒]否/u.test(words) ? false : null;
}

/** Consent and refusal both stand there, as where a recogniser lost which of them is ticked. */
function offersBoth(words: string): boolean {
  return /(?<!不)(?:同意|批准|准予)/u.test(words.replace(/不(?:同意|予[一-龥]{2})/gu, ''));
}

/** Characters the hands below an opinion fill at most in one line. */
const LONGEST_HANDS = 60;

/** A form copied into one line goes on with other papers behind the hands. */
function bounded(reader: Reader, { from, end }: { from: number; end: number }): { from: number; end: number } {
  return reader.lineAt(from) === reader.lineAt(end - 1)
    ? { from, end: Math.min(end, from + LONGEST_HANDS) }
    : { from, end };
}

/** From the word 签名 on; the last line of the block where it does not say so. */
function spanAfterSignature(reader: Reader, block: Block): { from: number; end: number } {
  const words = wordsOf(reader, block);
  const at = Math.max(words.lastIndexOf('签名'), words.lastIndexOf('签字'), words.lastIndexOf('签章'));
  if (at >= 0) return { from: handsAlike(reader, block, block.from + at + 2), end: block.end };
  const named =
    /(?:经办人|承办人|办案人员|执法人员|负责人|审批人|批准人|审核人|局长|(?:主管|分管|单位|机关|部门)领导):/gu;
  const last = [...words.matchAll(named)].at(-1);
  if (last !== undefined) return { from: block.from + last.index + last[0].length, end: block.end };
  const from = handsFrom(reader, block);
  // 同意立案,请甲、乙查办。周山 2024年3月3日: in a line that says something the hand stands behind its last sentence.
  const day = daysIn(reader, { from, end: block.end }).at(-1);
  const stop = day === undefined ? -1 : reader.dense.slice(from, day.start).lastIndexOf('。');
  return { from: stop < 0 ? from : from + stop + 1, end: block.end };
}

/** Where the hands begin when each has a label of its own: 承办人(签名):甲 证号:… 承办人(签名):乙; else the place given, behind the last label. */
function handsAlike(reader: Reader, block: Block, last: number): number {
  const labels = [...wordsOf(reader, block).matchAll(/([一-龥]{2,6})\(?(?:签名|签字|签章)\)?:?/gu)];
  const [first] = labels;
  if (first === undefined || labels.length < 2 || labels.some(([, who]) => who !== first[1])) return last;
  const from = block.from + first.index + first[0].length;
  const names = namesIn(reader, { from, end: block.end });
  let rest = reader.dense.slice(from, block.end);
  for (const { name } of names) rest = rest.replace(name, '');
  return /[一-龥]{2}/u.test(rest.replace(signing, '').replaceAll(first[1] ?? '', '')) ? last : from;
}

const CARD = /(?:行政)?(?:执法|检查|监察)?证件?(?:编号|号码|号):?[A-Za-z\d-]{5,}/gu;

/** Where the last lines of a block begin that hold nothing but names and a day, below what was said; its last line where there are none. */
function handsFrom(reader: Reader, block: Block): number {
  const last = reader.lineAt(Math.max(block.from, block.end - 1));
  let from = Math.max(block.from, reader.lines[last]?.start ?? block.from);
  for (let index = last; index > 0; index--) {
    const start = reader.lines[index]?.start ?? 0;
    const end = Math.min(block.end, reader.lines[index]?.end ?? 0);
    // The first line says something.
    if (start <= block.from) break;
    const days = daysIn(reader, { from: start, end });
    const names = namesIn(reader, { from: start, end });
    const taken = [...days, ...names].reduce((sum, one) => sum + one.end - one.start, 0);
    // 张三 执法证号:1001: the number of his certificate beside a hand.
    const cards = reader.dense.slice(start, end).match(CARD)?.join('').length ?? 0;
    const marks = reader.dense
      .slice(start, end)
      .replace(CARD, '')
      .replace(/[^、,:。()_]/gu, '').length;
    if (taken + cards + marks < end - start) break;
    from = start;
  }
  return from;
}
