import { Gap, type Reader } from '../pages.ts';
import { isMisreading } from '../scan/misread.ts';
import { type NumberHit, scanNumbers } from '../scan/numbers.ts';
import { isScan } from '../scan-text.ts';
import { isAgencyName } from '../titles.ts';
import { occurrences, type Paper, type Span } from './paper.ts';
import { agencyBefore } from './signature.ts';
import { agencyInTable, cellInTable, isPublishedTable, TABLE_ROW } from './table.ts';

/** Words of numbers that belong to other papers than a decision; notices take them off the list. */
const OTHER_PAPERS = /告|催|责改|责令|扣|封|立案|受案|移|鉴|询|听|强制|整改|许|政复|政发|政办|函/;

const LONGEST_HEAD = 1500;

/** The paper's own number: in the head, nearest to where the particulars begin; never one a sentence mentions. */
export function ownNumber(paper: Paper, headEnd: number, notice: boolean): (NumberHit & { confidence: number }) | null {
  const { reader, text } = paper;
  const head = scanNumbers(reader, 0, Math.min(paper.text.length, headEnd + 60, LONGEST_HEAD)).filter((hit) => {
    // 甲控尘执字(2031)第9号文: a paper of somebody else.
    if (/^文(?![号书件])/.test(text.slice(hit.end, hit.end + 2)) && reader.gapBefore(hit.end) === Gap.none)
      return false;
    if (hit.start < headEnd) return true;
    return (reader.lines[reader.lineAt(hit.start)]?.end ?? 0) - hit.start < 40;
  });
  const own = head.filter(
    (hit) =>
      !inSentence(paper, hit) &&
      !inBrackets(paper, hit) &&
      !ofLicence(paper, hit) &&
      (notice || !OTHER_PAPERS.test(lastWords(hit.prefix))),
  );
  const values = new Set(own.map((hit) => hit.value));
  const printed = own.findLast((hit) => hit.prefix !== '') ?? own.at(-1);
  // Printed again with its first or last character lost, as web pages do.
  const last =
    own.find(
      ({ value }) => printed !== undefined && value.length - printed.value.length <= 3 && value.includes(printed.value),
    ) ?? printed;
  if (last === undefined) return announcedNumber(paper) ?? plainNumber(paper);
  // )文罚字〔2025〕7号: the copy lost what the bracket held.
  if (
    text[last.start - 1] === ')' &&
    reader.gapBefore(last.start) < Gap.line &&
    !/\([^()]*\)$/.test(text.slice(Math.max(0, last.start - 20), last.start))
  )
    return { ...last, confidence: 0.4 };
  return { ...bestRead(paper, last, own), confidence: values.size === 1 ? 0.95 : 0.7 };
}

/** Of the places of a scan where the same number stands, that whose reading most of them share; among equals the one read most surely. */
function bestRead({ reader }: Paper, own: NumberHit, all: readonly NumberHit[]): NumberHit {
  if (!reader.pages.some(isScan)) return own;
  const twins = all.filter(({ value }) => value === own.value || isMisreading(value, own.value));
  const shared = (hit: NumberHit): number => twins.filter(({ value }) => value === hit.value).length;
  const most = Math.max(...twins.map(shared));
  if (shared(own) === most && own.value[0] !== own.value[1])
    return (
      surest(
        reader,
        twins.filter(({ value }) => value === own.value),
      ) ?? own
    );
  // 甲甲农罚〔2024〕1号: the first character was seen twice.
  const once = twins.filter((hit) => shared(hit) === most && hit.value[0] !== hit.value[1]);
  return surest(reader, once) ?? own;
}

function surest(reader: Reader, hits: readonly NumberHit[]): NumberHit | null {
  let best: { readonly hit: NumberHit; readonly certainty: number } | null = null;
  for (const hit of hits) {
    const certainty = reader.certainty(hit.start, hit.end);
    if (best === null || certainty > best.certainty) best = { hit, certainty };
  }
  return best?.hit ?? null;
}

/** An announcement of service names the decision in its sentence, a published card behind a label: 文书号为:甲交罚〔2025〕12号, 行政处罚决定文书号:…. */
function announcedNumber(paper: Paper): (NumberHit & { confidence: number }) | null {
  const label = /(?:文书|决定书)?(?:文号|编号|文书号)(?:为|是):?|处罚决定(?:书)?(?:文书号|编号|案号):/.exec(
    paper.text.slice(0, LONGEST_HEAD),
  );
  const cell = cellInTable(paper.reader, 'number');
  if (cell !== null) {
    const [hit] = scanNumbers(paper.reader, cell.from, cell.to);
    if (hit !== undefined && !OTHER_PAPERS.test(lastWords(hit.prefix))) return { ...hit, confidence: 0.9 };
  }
  if (label === null || OTHERS_NUMBER.test(paper.text.slice(Math.max(0, label.index - 40), label.index))) return null;
  const from = label.index + label[0].length;
  const [hit] = scanNumbers(paper.reader, from, Math.min(paper.text.length, from + 50));
  return hit?.start === from && !OTHER_PAPERS.test(lastWords(hit.prefix)) ? { ...hit, confidence: 0.75 } : null;
}

/**
 * 公安交通管理…处罚决定书 编号:440500-1903318842, and 第2220034567号 alone in a line of the head: forms that are numbered by office and a running
 * number, without a year.
 */
function plainNumber({ text, reader }: Paper): (NumberHit & { confidence: number }) | null {
  const found = /^.{0,40}公安交通管理.{0,16}决定书(?:\(?(?:编号|No\.?):?)?(\d{6}-?\d{9,10})(?!\d)/u.exec(
    text.slice(0, 120),
  );
  const value = found?.[1];
  if (found !== null && value !== undefined)
    return {
      start: found[0].length - value.length,
      end: found[0].length,
      value,
      year: 0,
      prefix: '',
      confidence: 0.85,
    };
  const flat = /^.{2,60}决定书(?:\(?(?:编号|No\.?):?)?(第?\d{8,14}号)(?=当事人|被处罚)/u.exec(text.slice(0, 120));
  const running = flat?.[1];
  if (flat !== null && running !== undefined)
    return {
      start: flat[0].length - running.length,
      end: flat[0].length,
      value: running,
      year: 0,
      prefix: '',
      confidence: 0.8,
    };
  const title = reader.lines.slice(0, 20).findIndex(({ start, end }) => /决定书$/.test(text.slice(start, end)));
  const line = title === -1 ? undefined : reader.lines[title + 1];
  if (line === undefined || !/^(?:编号:|No\.?)?第?\d{8,14}号$/u.test(text.slice(line.start, line.end))) return null;
  const start = line.start + text.slice(line.start, line.end).search(/第?\d{8}/);
  return { start, end: line.end, value: reader.print(start, line.end), year: 0, prefix: '', confidence: 0.85 };
}

/** 《取水许可申请书》签注上述意见后编号为…: the number of a paper the sentence speaks of. */
const OTHERS_NUMBER =
  /(?:申请[书表]|许可证|执照|登记[表证]|报告[书表单]?|合同|收据|发票|案件|检测|检验|执法证)》?[^。;]{0,24}$/;

/** The word of the procedure stands last in the prefix (罚告, 责改, 罚决字); the agency's short name before it may hold any word. */
function lastWords(prefix: string): string {
  return prefix.slice(-4);
}

function inSentence(paper: Paper, hit: Span): boolean {
  const sentence = paper.sentenceAt(hit.start);
  return (
    sentence.end - sentence.start > 90 &&
    paper.text[sentence.end - 1] === '。' &&
    hit.start - sentence.start > 30 &&
    !paper.text.slice(sentence.start, hit.start).includes('决定书')
  );
}

/** 《关于…的函》(甲政发〔2025〕21号), (项目代码:…): what stands in brackets behind anything but the title of the paper is another's number. */
function inBrackets({ text, reader }: Paper, hit: Span): boolean {
  const before = text.slice(Math.max(0, hit.start - 20), hit.start);
  const open = before.lastIndexOf('(');
  if (open < 0 || before.includes(')', open)) return false;
  const at = hit.start - before.length + open;
  return text[at - 1] !== '书' && reader.lines[reader.lineAt(at)]?.start !== at;
}

/** 食品小作坊登记证号:甲食作登字〔2021〕第0027号: what the label before it says it numbers. */
function ofLicence({ text }: Paper, { start }: Span): boolean {
  return /(?:许可证|登记证|资格证|执照|证书|登记卡|批准文件|合同|报告)(?:书)?(?:编?号|号码)?:?$/.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

const TITLE_WORDS = ['处罚决定书', '处罚裁决书', '处罚告知书', '告知书', '通知书', '决定书'];
const TITLE_START =
  /(?:林业|税务|当场|简易程序|(?:违反)?治安管理)?(?:行政|不予)?(?:行政)?(?:\(?当场\)?)?(?:处罚)?(?:事先|事前|先行|听证|\(听证\)|违法行为|意见|事项){0,2}$/;

/** The agency named above or before the title, or null. */
export function headingAgency(paper: Paper, headEnd: number): (Span & { name: string }) | null {
  const { reader, text } = paper;
  const head = { start: 0, end: Math.min(text.length, Math.max(headEnd, 60), LONGEST_HEAD) };
  for (const { at } of occurrences(text, TITLE_WORDS, head)) {
    const from = Math.max(0, at - 20);
    const titleStart = at - (TITLE_START.exec(text.slice(from, at))?.[0].length ?? 0);
    const found = agencyBefore(paper, titleStart) ?? lineAbove(paper, titleStart);
    if (found !== null) return { start: found.start, end: found.end, name: reader.print(found.start, found.end) };
  }
  const misread = reader.pages.some(isScan) ? aboveNumber(paper, head.end) : null;
  if (misread !== null) return { ...misread, name: reader.print(misread.start, misread.end) };
  for (const line of reader.lines.slice(0, 8)) {
    if (line.start >= head.end) break;
    const opening = agencyOpening(paper, line);
    const found = opening === null ? null : withPlace(paper, opening);
    if (found !== null) return { ...found, name: reader.print(found.start, found.end) };
  }
  return isPublishedTable(reader) ? agencyInTable(paper) : null;
}

/** A line that holds nothing but the number of a paper. */
const NUMBER_ALONE = /^[\p{Script=Han}()]{2,16}[〔[【(]\d{4}[〕\]】)]第?\d{1,8}号$/u;

/** On a picture whose title could not be read: the agency alone in its line, at most one line of seven signs or so between it and the number. */
function aboveNumber({ reader, text }: Paper, end: number): Span | null {
  const rows = reader.lines.filter((line) => line.start < end);
  const at = rows.findIndex((line) => NUMBER_ALONE.test(text.slice(line.start, line.end)));
  const [title, above] = [rows[at - 1], rows[at - 2]];
  if (at < 2 || title === undefined || above === undefined || title.end - title.start > 12) return null;
  return isAgencyName(text.slice(above.start, above.end)) ? above : null;
}

/** 发布机构:市文化和旅游局: a web page leaves the place out of the name; the text tells it, or the name is not known. */
function withPlace({ text }: Paper, found: Span): Span | null {
  const name = text.slice(found.start, found.end);
  if (!/^[市县区州](?![县区市])/.test(name)) return found;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const place = /(?:(?![分时日月年于由经向到在和对被的及号案是与了其我本该此])[一-龥]){2,3}$/.exec(
      text.slice(Math.max(0, at - 3), at),
    )?.[0];
    if (place !== undefined) return { start: at - place.length, end: at + name.length };
  }
  return null;
}

/** Labels of tables and web pages before the name of the agency that decided. */
const AGENCY_LABEL =
  /^(?:作出(?:行政)?处罚(?:决定)?的?(?:行政)?机关(?:名称)?|(?:行政)?处罚(?:机关|部门|单位)|决定机关|执法(?:机关|单位|部门)|发文(?:单位|机关)|发布(?:机构|单位))(?:\([^()]{1,8}\))?:?/;

/** The agency a line names alone, behind a label, or before the title of a list of penalties (甲局种子行政处罚决定公示). */
function agencyOpening({ reader, text }: Paper, line: Span): Span | null {
  const row = text.slice(line.start, line.end);
  // 【某类案件】甲局: the heading of a collection.
  const start = line.start + (AGENCY_LABEL.exec(row)?.[0].length ?? /^【[^【】]{1,16}】/.exec(row)?.[0].length ?? 0);
  let end = start + 1;
  while (end < line.end && reader.gapBefore(end) < Gap.space) end++;
  if (/(?:经[销营]|服务|门市|销售|批发)部$|[店行]$/.test(text.slice(start, end))) return null;
  // 甲市盐务局 盐业违法案件处罚决定书: the title follows in the line of a copy without breaks.
  const titled = /^[一-龥()]{0,12}(?:决定书|告知书)/.test(text.slice(end, end + 20));
  if (isAgencyName(text.slice(start, end)) && (start > line.start || end === line.end || titled)) return { start, end };
  const title = /^([一-龥]{3,25}(?:局|委员会|厅|海关|[支大总]队|政府|办事处))[一-龥]{0,6}行政处罚/.exec(
    text.slice(line.start, line.end),
  )?.[1];
  return title === undefined ? null : { start: line.start, end: line.start + title.length };
}

/** The agency may stand above the number that parts it from the title. */
function lineAbove(paper: Paper, at: number): Span | null {
  const index = paper.reader.lineAt(at);
  for (const line of paper.reader.lines.slice(Math.max(0, index - 2), index)) {
    if (isAgencyName(paper.text.slice(line.start, line.end))) return line;
  }
  return null;
}

/** Rows of the abstract that is published of a decision, which is not itself the decision. */
const ABSTRACT =
  /^(?:作出(?:行政)?处罚决定的(?:行政)?(?:机关|单位)(?:名称)?|主要违法违规事实(?:\(案由\))?|行政处罚(?:内容|结果)|行政相对人名称):/;
const TITLE = /(?:决定|告知|通知|意见).?书|处罚.{0,4}书(?!面)/;
/**
 * Whether the text begins as the paper itself does, with its title; what a copy without its head, or a table published about
 * the decision, does not say proves nothing.
 */
export function opensAsPaper({ reader, text }: Paper): boolean {
  const lines = reader.lines.map((line) => text.slice(line.start, Math.min(line.end, line.start + 400)));
  if (lines.filter((line) => TABLE_ROW.test(line)).length > 3 || lines.filter((line) => ABSTRACT.test(line)).length > 1)
    return false;
  return lines.slice(0, 14).some((line) => {
    const title = TITLE.exec(line);
    if (title === null || title.index > 70) return false;
    const before = line.slice(0, title.index);
    return (
      !/[。,;:《]|收到|接到|送达|自本|对本|责令|[你将另于]|本(?:行政)?(?:处罚)?$/.test(before) &&
      !/^(?:文号|案号|编号|号[^〔]|之日|送达|已|后|的|载明|规定|确定|[,。;)])/.test(
        line.slice(title.index + title[0].length),
      )
    );
  });
}
