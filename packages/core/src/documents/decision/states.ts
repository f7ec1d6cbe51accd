import { type Facts, factOf } from '../facts.ts';
import type { CitationHit } from '../scan/citations.ts';
import { isBasis } from './citations.ts';
import { firmAlone } from './names.ts';
import { isFiller, nextHit, type Paper, type Span, search } from './paper.ts';
import { gainsOf } from './penalties.ts';
import { HEAVY_KINDS } from './sanction-kinds.ts';
import { type Fine, type Operative, paymentStart, type Sanction } from './sanctions.ts';
import { factsTold } from './story.ts';

/** What the parts of a decision were read as, to tell what it states and what it does not. */
export interface Reading {
  readonly paper: Paper;
  readonly part: Operative;
  readonly fines: readonly Fine[];
  readonly sanctions: readonly Sanction[];
  readonly citations: readonly CitationHit[];
  /** True when the text reaches its signature: then what was not found is not there. */
  readonly whole: boolean;
  /** The day of the signature, also one no calendar has. */
  readonly signed: Span | null;
}

const WORDS: readonly (readonly [string, RegExp])[] = [
  ['decision.states-evidence', /证据|为证|证实|佐证|为凭|证明|予以印证|笔录|照片|录像|检[验测]报告|监测报告|鉴定/],
  ['decision.states-defence', /陈述|申辩|听证|(?:提出|表示|无)[^。;,]{0,4}异议/],
  [
    'decision.states-discretion',
    /从轻|减轻|从重|裁量|酌情|情节(?:较轻|轻微|一般|较重|严重|恶劣)|(?:较轻|轻微|一般|较重|严重)(?:违法)?(?:情节|情形|阶次|裁量)|初次|首次违法|社会危害|危害后果|主动消除|积极配合|适中/,
  ],
  ['decision.states-surcharge', /加[处收罚]|每日[^。;]{0,16}(?:[3３三][%％]|百分之三)/],
  [
    'decision.states-collector',
    /银行|代收机构|代收|财政专户|缴款码|缴款书|支付码|账号|账户|农商行|信用社|国库|收款|指定|非税|结算户|二维码|缴[至到往][^。,;]{2,}|(?<![收接达])[到至向通](?![期本])[^。;]{3,40}?缴[纳款清交]|[缴交][^。,;]{0,6}平台|缴[^。]{0,20}(?:地点|窗口|大厅)/,
  ],
];

/** The boolean facts on what a decision states; false only where the text is whole, else left out. */
export function statesFacts(reading: Reading, found: Facts): Facts {
  const { paper, whole } = reading;
  const facts: Facts = {};
  const tell = (path: string, span: Span | null, confidence = 0.9): void => {
    if (span !== null) facts[path] = factOf(paper.reader, true, span.start, span.end, confidence);
    else if (whole)
      facts[path] = factOf(paper.reader, false, Math.max(0, paper.text.length - 20), paper.text.length, 0.85);
  };
  const has = (path: string): Span | null => (found[path] === undefined ? null : (spanOf(paper, found, path) ?? WHOLE));
  const name = has('party.name');
  if (name !== null || !callsSomebody(paper)) tell('decision.states-party', name);
  const address = has('party.address') ?? search(paper, ADDRESS_WORDS);
  if (address !== null || !hidesPersons(paper)) tell('decision.states-address', address);
  tell('decision.states-facts', factsTold(paper));
  for (const [path, words] of WORDS) tell(path, search(paper, words));
  const basis = reading.citations.filter((hit) => hit.start < reading.part.end && isBasis(paper, hit));
  tell('decision.states-basis', basis[0] ?? null);
  if (basis[0] !== undefined) tell('decision.states-article', basis.find((hit) => hit.article !== null) ?? null);
  tell('decision.states-kind', reading.fines[0] ?? reading.sanctions[0] ?? null);
  if (reading.fines.length > 0)
    tell(
      'decision.states-performance',
      has('decision.payment-days') ?? search(paper, /(?:立即|当场|之日|日内|日前)[^。]{0,60}缴/),
    );
  tell('decision.states-review', has('decision.review-days') ?? search(paper, REVIEW_TERM));
  tell('decision.states-litigation', has('decision.litigation-months') ?? search(paper, LITIGATION_TERM));
  // The seal bears the name where the print leaves it out.
  if (found['decision.agency'] !== undefined) tell('decision.states-agency', has('decision.agency'));
  tell('decision.states-date', has('decision.date') ?? reading.signed);
  return { ...facts, ...natureFacts(reading) };
}

/** A term beside the remedy; 四、申请行政复议或者提起行政诉讼的途径和期限 heads what follows and tells none. */
const REVIEW_TERM =
  /[日月]内[^。]{0,80}复议|复议(?!(?:[或和与、及]者?(?:提起)?(?:行政)?诉讼)?的?(?:途径|权利|期限))[^。]{0,60}[日月]内/;
const LITIGATION_TERM =
  /[日月]内[^。]{0,60}(?:提起(?:行政)?诉讼|起诉)|诉讼(?!的?(?:途径|权利|期限))[^。]{0,60}[日月]内/;

/** A label of the party, a firm or a line that addresses somebody in the head: where the name could not be read, it proves nothing. */
function callsSomebody({ reader, text }: Paper): boolean {
  return (
    /当事人:|被处罚|受处罚|违法行为人|(?:公司|合作社|[厂店社院场部]|中心|委员会)[(:]/.test(text.slice(0, 600)) ||
    reader.lines
      .slice(0, 8)
      .some(({ start, end }) => /^(?!.*(?:经查|如下|决定))[一-龥A-Za-z()·、*×]{2,60}:$/.test(text.slice(start, end))) ||
    firmAlone(reader) ||
    // 当事人某某中介所: the name stands behind the word with nothing between them.
    reader.lines
      .slice(0, 12)
      .some(({ start, end }) =>
        /^(?:当事人|[被受]处罚(?:人|单位))[一-龥()·]{2,40}(?:[;,]|$)/.test(text.slice(start, end)),
      )
  );
}

/** 当事人:张某某, 身份证号:1101**: a copy made for publication, from which addresses are taken as well. */
function hidesPersons({ text }: Paper): boolean {
  return /[*＊×]{2}|[一-龥]某{1,2}(?:[^一-龥]|[男女])/.test(text.slice(0, 800));
}

const WHOLE: Span = { start: 0, end: 1 };

function spanOf(paper: Paper, facts: Facts, path: string): Span | null {
  const anchor = facts[path]?.anchors?.[0];
  if (anchor === undefined) return null;
  const at = paper.text.indexOf(String(facts[path]?.value));
  return at === -1 ? null : { start: at, end: at + String(facts[path]?.value).length };
}

const ADDRESS_WORDS =
  /(?:住址|地址|住所|现住|户籍|经营场所|营业场所)[^,;。]{0,8}[:,]?[一-龥*]{3}|(?:[,;。]|\d岁|[男女]|[汉满回壮苗藏]族)[现家]?住(?:在|于)?[一-龥]{2,12}(?:[省市区县州旗镇乡街村路场局团]|小区|社区)/;
/** What the penalties are by their nature: heavy, mitigated, of gains and goods, orders put among them. */
function natureFacts({ paper, part, fines, sanctions, citations, whole }: Reading): Facts {
  const facts: Facts = {};
  const { reader } = paper;
  const put = (path: string, value: boolean | number, span: Span, confidence = 0.9): void => {
    facts[path] = factOf(reader, value, span.start, span.end, confidence);
  };
  const opening = { start: part.start, end: Math.min(part.end, part.start + 12) };
  if (part.opened) {
    // A copy that breaks off among the penalties leaves open which others follow.
    const ended = whole || paymentStart(paper, part) < paper.text.length;
    const heavy = sanctions.find((sanction) => HEAVY_KINDS.has(sanction.kind));
    if (heavy !== undefined || (ended && !sanctions.some(({ kind }) => kind === '停止执业')))
      put('decision.heavy-kind', heavy !== undefined, heavy ?? opening, 0.85);
    const goods = sanctions.find((sanction) => sanction.kind === '没收非法财物');
    if (goods !== undefined || ended) put('decision.confiscates-goods', goods !== undefined, goods ?? opening, 0.85);
    const correction = correctionOrdered(paper, part);
    if (correction !== null) put('correction.ordered', true, correction, 0.85);
    const order = orderAmongPenalties(paper, part);
    if (order !== null || whole) put('decision.order-as-penalty', order !== null, order ?? opening, 0.8);
  }
  const refund = refunded(paper, part);
  if (refund !== null) put('decision.gains-refunded', true, refund, 0.8);
  const confiscated = sanctions.find((sanction) => sanction.kind === '没收违法所得');
  const taken = confiscated === undefined ? null : gainsOf(paper, confiscated);
  if (confiscated !== undefined && taken !== null) put('decision.confiscated-gains', taken, confiscated);
  // Where the words that open the decision are lost, so may be the confiscation that stood behind them.
  gains(paper, put, part.opened || fines.length === 0);
  const mitigated = mitigation(paper);
  if (mitigated !== null) put('decision.mitigated', true, mitigated, 0.8);
  else if (whole && !paper.text.includes('减轻') && !citesLeniency(citations))
    put('decision.mitigated', false, opening, 0.8);
  return facts;
}

/** 责令退还所收费用, 已全部退还消费者: what the law wants given back is not confiscated (article 28, paragraph 2 of the Penalty Law). */
function refunded(paper: Paper, part: Operative): Span | null {
  for (const match of paper.text.matchAll(
    /(?:责令|限期|应当?|已经?|全部|主动|全额|,|、)[^。;,]{0,16}?(?:退还|退赔|清退|返还|退款)/g,
  )) {
    const told = /已|全部|主动|全额/.test(match[0]);
    if (
      paper.quoted(match.index) ||
      /[未不拒]/.test(match[0]) ||
      /土地|占用/.test(paper.text.slice(match.index, match.index + 40))
    )
      continue;
    if (told || (match.index >= part.start && match.index < part.end))
      return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Article 32 of the Penalty Law (27 before 2021) is the ground for 从轻 and for 减轻 alike: citing it alone leaves open which was meant. */
function citesLeniency(citations: readonly CitationHit[]): boolean {
  return citations.some(({ law, article }) => /行政处罚法$/.test(law) && (article === '32' || article === '27'));
}

function gains(
  paper: Paper,
  put: (path: string, value: boolean | number, span: Span, confidence?: number) => void,
  told: boolean,
): void {
  const { text } = paper;
  for (const match of text.matchAll(/(?:没有|无|未获得|未取得|未获取|未产生|不存在)(?:其他)?违法所得(?![的或,]?的)/g)) {
    if (paper.quoted(match.index) || '的或'.includes(text[match.index + match[0].length] ?? ' ')) continue;
    put('decision.no-illegal-gains', true, { start: match.index, end: match.index + match[0].length });
    return;
  }
  for (const match of text.matchAll(/违法所得/g)) {
    const end = match.index + 4;
    const hit = nextHit(paper.amounts, end);
    if (hit === undefined || paper.quoted(match.index) || hit.bound) continue;
    if (hit.start - end > 16 || !isFiller(text.slice(end, hit.start))) continue;
    if (hit.yuan === 0) put('decision.no-illegal-gains', true, { start: match.index, end: hit.end });
    else if (told) put('decision.illegal-gains', hit.yuan, { start: match.index, end: hit.end });
    return;
  }
}

/** 予以减轻处罚 applied to this party; a list of what the law knows (从轻、减轻、从重) or a denial is none. */
function mitigation(paper: Paper): Span | null {
  for (const match of paper.text.matchAll(/减轻(?:行政)?处罚/g)) {
    const lead = paper.text.slice(Math.max(paper.sentenceAt(match.index).start, match.index - 30), match.index);
    if (
      paper.quoted(match.index) ||
      /从轻|从重|或者?$|没有|无|不具|不予|不属|不符|不存在|规定的?$|申请|请求|要求|希望|可以$/.test(lead)
    )
      continue;
    if (/^的?(?:情形|情节|规定|条件|理由|请求|申请)/.test(paper.text.slice(match.index + match[0].length))) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** A numbered item under 行政处罚 that only orders correction (article 28 of the Penalty Law makes it no penalty). */
/** 责令当事人改正违法行为: the decision itself orders the correction, in the sentence of the penalty or right before it. */
function correctionOrdered(paper: Paper, part: Operative): Span | null {
  const from = paper.sentenceAt(part.start).start;
  const text = paper.text.slice(from, part.end);
  for (const match of text.matchAll(
    /责令(?:当事人|你(?:单位|公司|厂|店|户)?)?[^。;:“”]{0,24}?(?:改正|整改|纠正|停止(?:(?:上述|该)?违法|(?:生产|经营|销售|使用|运营|作业|施工|建设|采伐|开采|捕捞)(?!整顿))|恢复(?:林地|土地)?原状|恢复植被|补种|拆除)/g,
  )) {
    if (paper.quoted(from + match.index)) continue;
    return { start: from + match.index, end: from + match.index + match[0].length };
  }
  return null;
}

function orderAmongPenalties(paper: Paper, part: Operative): Span | null {
  // 决定:一、责令甲改正,并处罚款: nothing calls what follows penalties.
  if (!/处罚(?!款)/.test(paper.text.slice(part.start, part.start + 40))) return null;
  const text = paper.text.slice(part.start, Math.min(part.end, part.start + 600));
  const found =
    /(?:^|[:;。])(?:\(?[一二三四五六七八九]\)?[、.]?|\(?\d{1,2}\)?[、.])责令[^;。]{0,40}?(?:改正|整改|纠正|停止(?:上述)?违法)(?!(?:违法行为)?(?:决定)?(?:和|与|及|以及|、|的)(?:行政)?(?:处罚|履行|依据|种类|期限))/.exec(
      text,
    );
  if (found === null) return null;
  return { start: part.start + found.index + 1, end: part.start + found.index + found[0].length };
}

/** A decision that still speaks of what is only proposed (拟作出, 拟对), outside the story of the notice. */
export function proposedWords(paper: Paper, part: Operative, signed: boolean): Span | null {
  for (const match of paper.text.matchAll(/拟(?:作出|做出|对|给予|处以|处)/g)) {
    if (paper.quoted(match.index)) continue;
    const sentence = paper.sentenceAt(match.index);
    const words = paper.text.slice(
      Math.max(sentence.start, match.index - 300),
      Math.min(sentence.end, match.index + 300),
    );
    if (/告知|听证|陈述|申辩|讨论|审核|建议|审批|权利/.test(words)) continue;
    if (!/处罚|罚款/.test(words)) continue;
    // 拟处罚决定作出后,依法送达了告知书: the next sentence tells that it is the story of the notice.
    if (/告知|听证|陈述|申辩/.test(paper.text.slice(sentence.end, sentence.end + 120))) continue;
    // A copy that breaks off there may decide below; what is paid or appealed against has been decided in these words.
    if (
      !signed &&
      !/缴|本(?:行政)?(?:处罚)?决定|复议|诉讼|起诉/.test(paper.text.slice(sentence.end, sentence.end + 400))
    )
      continue;
    // 决定作出如下行政处罚 further down decides; what stood above was proposed before.
    if (part.opened && part.start > match.index + 12) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
