import { Gap, type Reader } from '../pages.ts';
import type { DateHit } from '../scan/dates.ts';
import { isScan } from '../scan-text.ts';
import { isAgencyName } from '../titles.ts';
import type { Paper, Span } from './paper.ts';

export interface Signature {
  readonly agency: (Span & { readonly name: string; readonly confidence: number }) | null;
  readonly date: (DateHit & { readonly confidence: number }) | null;
  /** True when the agency or the day stands at the end of the text: the paper is whole. */
  readonly whole: boolean;
  /** A printed note of the seal, (印章) or (公章), next to the agency's name. */
  readonly seal: Span | null;
}

const PLACE = /^[一-龥]{2,8}?[省市县区州盟旗镇乡]/;
const SEAL =
  /\((?:[一-龥]{0,8}(?:专用章|印章|公章|盖章|签章)|(?:[一-龥]{2}机关|单位|部门)?[章印])\)$|(?:印章|公章|盖章|签章|章|印)\)$/;
/** Receipts and notes below the signature carry dates of their own. */
const AFTER_SIGNATURE = /送达(?!之)|签收|收件|接收|宣告|打印|发布|公示|浏览|上一篇|被处罚人:|当事人签/;

/** 处罚有效期 | 2099-12-31, 公示截止期 | …: until when something lasts is no day of a signature. */
const UNTIL = /^(?:处罚|公示|许可)?(?:有效期|截止(?:日期|时间|期)|有效期[至止]|期限)/;

/**
 * The agency and the day a paper is signed with, at its end and behind the offset its particulars reach to; never the day a web page was
 * posted.
 */
export function readSignature(paper: Paper, behind = 0): Signature {
  const { reader, text } = paper;
  const earliest = Math.max(bodyEnd(paper), behind);
  let fallback: DateHit | null = null;
  // A paper is dated in words; a day in figures below it is mostly the web page's.
  const late = paper.dates.filter((date) => date.start >= earliest && standsAlone(paper, date));
  const ranked = [...late.filter((date) => date.form === 'marks'), ...late.filter((date) => date.form === 'words')];
  for (const date of ranked.reverse()) {
    const name = agencyBefore(paper, labelStart(reader, date.start));
    if (name !== null) {
      const span = { start: name.start, end: name.end, name: reader.print(name.start, name.end), confidence: 0.95 };
      return {
        agency: span,
        date: { ...date, confidence: date.tampered ? 0.4 : 0.95 },
        whole: true,
        seal: name.seal ?? sealAfter(text, date.end) ?? sealAbove(reader, name.start),
      };
    }
    const line = reader.lines[reader.lineAt(date.start)];
    if (line === undefined || UNTIL.test(text.slice(line.start, date.start))) continue;
    // In a copy of one line, what stands near the day.
    const long = line.end - line.start > 200;
    const from = long ? Math.max(line.start, date.start - 30) : Math.max(0, line.start - 30);
    const sealed = SEAL.test(text.slice(Math.max(0, date.start - 14), date.start));
    if (sealed || !AFTER_SIGNATURE.test(text.slice(from, long ? Math.min(line.end, date.end + 20) : line.end)))
      fallback = date;
  }
  const alone = agencyAlone(paper, earliest);
  return {
    agency: alone === null ? null : { ...alone, name: reader.print(alone.start, alone.end), confidence: 0.85 },
    date: fallback === null ? null : { ...fallback, confidence: fallback.tampered ? 0.4 : 0.8 },
    whole: fallback !== null || alone !== null,
    seal: alone?.seal ?? null,
  };
}

/** Offset before which no signature stands: the last sentence of the text begins the end. */
function bodyEnd(paper: Paper): number {
  const half = Math.floor(paper.text.length * 0.4);
  const remedy = Math.max(paper.text.lastIndexOf('复议'), paper.text.lastIndexOf('处罚'));
  return Math.max(half, Math.min(remedy, Math.floor(paper.text.length * 0.6)));
}

/** What names of authorities end with. */
const SIGNERS = '局会府厅队所院部关处室站心署行';

/** A date with at most the agency and a note of the seal beside it: not one of a sentence. */
function standsAlone(paper: Paper, date: DateHit): boolean {
  if (date.form === 'marks' && date.value === null) return false;
  const { reader, text } = paper;
  const next = text[date.end] ?? '';
  const before = text[date.start - 1] ?? '';
  // 2024年5月12日10时15分, as records are dated.
  const hour = /^(?:上午|下午)?\d{1,2}(?:时|:\d{2})(?:\d{1,2}分)?/.exec(text.slice(date.end, date.end + 10));
  const timed = hour !== null && reader.lines.some((line) => line.end === date.end + hour[0].length);
  // 甲县公安局2024年5月12日被处罚人签名:, where a copy lost the break behind the day.
  const noted =
    `)。${SIGNERS}`.includes(before) &&
    /^(?:(?:行政处罚|本)决定书已|[-—]\d|执法人员|办案人员|被处罚人|违法行为人|当事人(?:或|签|\(|:)|联系人|抄送|附[:件]|一式|本文书)/.test(
      text.slice(date.end, date.end + 12),
    );
  const closes =
    timed || noted || next === '' || reader.gapBefore(date.end) >= Gap.space || next === '(' || next === '。';
  // A sentence opens with the day at the end of a line: …。2024年5月9日 / 本局到现场核查.
  if (before === '。' && reader.gapBefore(date.start) < Gap.line && reader.wraps(date.end)) return false;
  const opens =
    reader.gapBefore(date.start) >= Gap.line ||
    // 本机关于 2023 年 4 月 13 日 对你…: white space around the day of a sentence.
    (reader.gapBefore(date.start) >= Gap.space && !'于在自从至到以,、'.includes(before)) ||
    `)。${SIGNERS}`.includes(before) ||
    labelStart(reader, date.start) < date.start;
  return closes && opens;
}

/** 日期:2024年5月6日 under a signature: the label is no part of what stands before the day; 成立日期 is another's. */
function labelStart(reader: Reader, at: number): number {
  const before = reader.dense.slice(Math.max(0, at - 13), at);
  // A recogniser leaves no room between a label and the day.
  const glued = reader.pages.some(isScan) ? /(?:处罚决定|决定|作出|落款)(?:日期|时间)$/.exec(before) : null;
  const label = /(?:作出)?(?:(?:行政)?处罚决定|处罚|决定|作出|落款)?的?(?:日期|时间):$/.exec(before) ?? glued;
  if (label === null) return at;
  const start = at - label[0].length;
  return reader.gapBefore(start) >= Gap.space || !/[一-龥]/.test(reader.dense[start - 1] ?? ' ') ? start : at;
}

/** A note of the seal below the day. */
function sealAfter(text: string, end: number): Span | null {
  const found = /^\((?:[一-龥]{2,8}专用章|印章|公章|盖章|签章|章|印)\)/.exec(text.slice(end, end + 14));
  return found === null ? null : { start: end, end: end + found[0].length };
}

/** (行政机关印章) alone in the line above the agency's name. */
function sealAbove(reader: Reader, at: number): Span | null {
  const line = reader.lines[reader.lineAt(at) - 1];
  if (
    line === undefined ||
    !/^\([一-龥]{0,10}(?:专用章|印章|公章|盖章)\)$/.test(reader.dense.slice(line.start, line.end))
  )
    return null;
  return { start: line.start, end: line.end };
}

/** The agency's name right before the offset, on the same line or on the lines above it. */
export function agencyBefore(paper: Paper, at: number): (Span & { seal: Span | null }) | null {
  const { reader, text } = paper;
  let end = at;
  const noted = SEAL.exec(text.slice(Math.max(0, end - 14), end));
  const seal = noted === null ? null : { start: end - noted[0].length, end };
  const named = nameOnSeal(text, end);
  if (named !== null) return { ...named, seal: { start: named.start - 1, end } };
  if (seal !== null) end = seal.start;
  let start = end;
  while (start > 0 && end - start < 40) {
    const character = text[start - 1] ?? '';
    if ('。;:,、,“”》《'.includes(character)) break;
    start--;
    // The margin may have broken the name: 甲县城 / 市管理综合行政执法局; one that begins with its place is whole.
    const begins = reader.gapBefore(start) >= Gap.line && (!reader.wraps(start) || PLACE.test(text.slice(start, end)));
    if (begins && isAgencyName(text.slice(start, end))) break;
  }
  const name = agencyWithin(paper, behindPeople(paper, start + labelled(text.slice(start, end)), end), end);
  return name === null ? null : { ...wholeName(paper, name), seal };
}

/** (甲县应急管理局印章): the note of the seal names who seals. */
function nameOnSeal(text: string, end: number): Span | null {
  const found = /\(([一-龥]{4,30}?)(?:印章|公章|盖章|签章|章|印)\)$/.exec(text.slice(Math.max(0, end - 36), end));
  const name = found?.[1];
  if (found === null || name === undefined || !PLACE.test(name) || !isAgencyName(name)) return null;
  const start = end - found[0].length + 1;
  return { start, end: start + name.length };
}

/** 交通警察:张三 李四 甲县公安局: the names of those who signed stand before the agency's in a copy of one line. */
function behindPeople({ reader, text }: Paper, start: number, end: number): number {
  if (!/(?:警察|人员|[罚办送达]人|签名|签字)\)?:$/.test(text.slice(Math.max(0, start - 8), start))) return start;
  let at = start;
  for (let next = start + 2; next < end; next++)
    if (reader.gapBefore(next) >= Gap.space && next - at <= 4 && isAgencyName(text.slice(next, end))) at = next;
  return at;
}

/** Length of a label before the agency's name: 处罚机关, 作出处罚决定的机关名称. */
function labelled(text: string): number {
  return (
    /^(?:(?:行政|处罚|执法)?机关|.{2,8}部门)\((?:印章|公章|盖章|章)\):?|^(?:作出(?:行政)?处罚(?:决定)?的?|(?:行政)?处罚|执法|决定)(?:行政)?(?:机关|单位)(?:名称)?:?|^(?:名称|标题|信息来源|来源|备注):?/.exec(
      text,
    )?.[0].length ?? 0
  );
}

const STATE = '中华人民共和国';
/** Rows of a web page's frame, whose labels stand alone in their lines. */
const FRAME = /^(?:备注|其他|主题|体裁|名称|文号|标题|来源|作者|索引号|行政处罚结果)$/;

const UNIT = /^(?:直属|第?[一二三四五六七八九十\d]{1,2})[一-龥]{0,4}(?:[支大中]队|分局|所)$/;

/** A name broken over two lines (甲县市场监督 / 管理局): the line above belongs to it when the name alone is no whole one. */
function wholeName(paper: Paper, name: Span): Span {
  const { reader, text } = paper;
  // A line above that fills the page ran into 中华人民共和国甲海关.
  const state = text.slice(name.start, name.end).lastIndexOf(STATE);
  if (state > 0) return { start: name.start + state, end: name.end };
  for (let cut = 1; cut < STATE.length; cut++)
    if (text.startsWith(STATE.slice(cut), name.start) && text.slice(0, name.start).endsWith(STATE.slice(0, cut)))
      return { start: name.start - cut, end: name.end };
  const index = reader.lineAt(name.start);
  const above = reader.lines[index - 1];
  if (above === undefined || reader.lines[index]?.start !== name.start) return name;
  const upper = text.slice(above.start, above.end);
  // 甲市公安局交通警察支队 / 直属一大队: a unit that is called by its rank alone.
  if (UNIT.test(text.slice(name.start, name.end)) && PLACE.test(upper) && isAgencyName(upper))
    return { start: above.start, end: name.end };
  if (above.end - above.start > 16) return name;
  const joined = text.slice(above.start, name.end);
  if (!/^[一-龥]+$/.test(upper) || FRAME.test(upper) || !isAgencyName(joined)) return name;
  // 甲县人力资源和社会 / 保障局: what stands above is called an authority too; the head of the paper tells the whole name.
  if (isAgencyName(upper) && !(text.slice(0, above.start).includes(joined) && name.end - name.start <= 6)) return name;
  const broken = name.end - name.start <= 4 || /[省市县区州盟旗镇乡]$/.test(upper);
  return broken || text.indexOf(joined) < above.start ? { start: above.start, end: name.end } : name;
}

/** The longest part of the span that ends with it, begins where white space or a sentence ends, and names an authority. */
function agencyWithin(paper: Paper, start: number, end: number): Span | null {
  for (let at = start; at < end - 2; at++) {
    if (/[号()]/.test(paper.text[at] ?? '')) continue;
    const behindNumber = /\d号\)?$/.test(paper.text.slice(Math.max(0, at - 3), at));
    if (at !== start && paper.reader.gapBefore(at) < Gap.space && !behindNumber) continue;
    if (
      at === start &&
      at > 0 &&
      paper.reader.gapBefore(at) < Gap.space &&
      !behindNumber &&
      !'。:'.includes(paper.text[at - 1] ?? ' ')
    )
      continue;
    // 甲县卫生监督所 甲县卫生健康局: two names side by side, the last signs.
    if (twoNames(paper, at, end)) continue;
    if (
      isAgencyName(paper.text.slice(at, end)) &&
      !/[的了对将在]|清单|附件|备注|体裁|主题|索引号|发文/.test(paper.text.slice(at, end - 1))
    )
      return { start: at, end };
  }
  return null;
}

function twoNames({ reader, text }: Paper, start: number, end: number): boolean {
  for (let at = start + 4; at < end - 3; at++) {
    if (reader.gapBefore(at) < Gap.space || !PLACE.test(text.slice(at, end))) continue;
    if (PLACE.test(text.slice(start, at)) && isAgencyName(text.slice(start, at)) && isAgencyName(text.slice(at, end)))
      return true;
  }
  return false;
}

/** The agency's name alone on one of the last lines, where the day is missing or unreadable. */
function agencyAlone(paper: Paper, earliest: number): (Span & { seal: Span | null }) | null {
  const { lines, dense } = paper.reader;
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 8); i--) {
    const line = lines[i];
    if (line === undefined || line.start < earliest) break;
    const noted = SEAL.exec(dense.slice(line.start, line.end));
    const end = line.end - (noted === null ? 0 : noted[0].length);
    const start = line.start + labelled(dense.slice(line.start, end));
    if (isAgencyName(dense.slice(start, end))) {
      return { start, end, seal: noted === null ? null : { start: end, end: line.end } };
    }
  }
  return null;
}
