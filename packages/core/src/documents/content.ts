import { isPublishedTable } from './decision/table.ts';
import { headsOf } from './form-cells.ts';
import { formInOneLine, kindInOneLine } from './one-line.ts';
import type { Reader } from './pages.ts';
import { scanNumbers } from './scan/numbers.ts';
import { isScan } from './scan-text.ts';

interface Wording {
  readonly kind: string;
  readonly confidence: number;
}

/** Labels only forms of one kind print at their head; three of them make a page that kind. */
const labels: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ['service-receipt', ['受送达人', '送达文书', '送达方式', '送达地点', '送达人', '收件人']],
  ['inquiry-record', ['询问时间', '询问地点', '被询问人', '询问人', '询问内容']],
  ['inspection-record', ['检查时间', '检查地点', '被检查', '检查人员', '检查情况', '勘验时间', '勘验地点']],
  ['filing-approval', ['案件来源', '立案理由', '立案依据', '建议立案', '同意立案', '涉嫌违法']],
  ['hearing-record', ['听证时间', '听证地点', '听证主持人', '听证员', '听证申请人']],
  ['discussion-record', ['讨论时间', '讨论地点', '讨论内容', '参加人员', '列席人员', '结论性意见']],
  ['closing-approval', ['结案理由', '结案方式', '处罚执行情况', '执行情况', '同意结案']],
  ['statement-record', ['陈述申辩时间', '陈述申辩地点', '陈述申辩人', '陈述申辩内容', '陈述申辩事项']],
  ['file-index', ['序号', '文书名称', '页号', '页码', '备注', '文号']],
];

/** The head of the columns of an index: number, title, page. */
const INDEX_HEAD = /^(?:序号|顺序号).*(?:(?:文书|文件|材料)(?:名称|标题)|题名).*页/u;

/** The head of an index at the top of a page, by which it is known where its heading was lost; -1 where there is none. */
export function indexHeadAt(rows: readonly string[]): number {
  return rows.slice(0, 3).findIndex((row) => INDEX_HEAD.test(row));
}

/** The kind of form whose labels open the rows of a page; null where no kind has three of them. */
export function kindByLabels(rows: readonly string[]): string | null {
  if (indexHeadAt(rows) >= 0) return 'file-index';
  let best: { kind: string; count: number } | null = null;
  for (const [kind, words] of labels) {
    const count = words.filter((word) => rows.some((row) => row.startsWith(word) || row.includes(`${word}:`))).length;
    if (count >= 3 && count > (best?.count ?? 0)) best = { kind, count };
  }
  return best?.kind ?? null;
}

const PENALISED =
  /(?:决定|给予|处以|作出)[^。;]{0,30}(?:行政处罚(?!决定书|告知|决定履行)|罚款|处罚决定(?!书))[^。;]{0,6}[:：]|(?:如下|以下|下列)(?:行政)?处罚[:：]|处罚(?:决定)?如下[:：]|(?:接到|收到|送达)本(?:行政)?处罚决定书?(?:之日|后|起)/u;

/** What tells how papers are made quotes them; it is none. */
const GUIDANCE = /^[^。:]{4,40}(?:指引|指南|手册|须知|规程|细则|办法|制度|方案|解读|总结|简报|简讯)$/u;

/** The parts of a case told for teaching: [基本案情], 【典型意义】, 案件评析. */
const TOLD =
  /^[[【(]?[一二三四五六七八]?、?(?:基本案情|案情简介|案情回顾|案件评析|案例评析|案例分析|案件分析|典型意义|法律适用|法律分析|处理结果|查处结果|查处理由及结果|关键词|要旨|案件启示|以案释法|执法提示|专家点评|法律链接|普法提示)[\]】)]?:?/u;

/** The heading of a decision that penalises, permits and orders nothing this house knows: 工伤认定决定书. */
const FOREIGN =
  /^(?![^\n]*(?:处罚|许可|催告|送达|责令|改正|整改|移送|拆除|执行|查封|扣押|准予|审批|批复))[一-龥()]{2,28}(?:决定书|裁决书|认定书|调解书|判决书|裁定书|复议书|意见书|建议书|结论书|答复书|协议书|招领公告|认领公告)$/u;

/** 近日公布的行政处罚决定书(甲管罚〔2021〕2号)显示: a newspaper tells of the paper; 乙公司发布公告称,…近期收到甲局出具的《行政处罚决定书》: so does a company. */
const REPORTED =
  /处罚决定书?(?:文书?)?(?:\([^()]{0,40}\))?显示,|^.{0,60}公告称,[^。]{0,200}(?:近[日期]|日前|于)[^。]{0,12}收到[^。]{2,40}《[^》]{0,20}处罚[^》]{0,12}书》/u;

/** 乙股份有限公司关于子公司收到《行政处罚决定书》的公告: a company tells its shareholders. */
const TOLD_SHAREHOLDERS = /关于[^。;]{0,30}收到[^。;]{0,50}书》?的公告/u;

/** 现将第二批典型案例公示如下: several cases told to the public. */
const CASES_TOLD = /案例(?:予以)?(?:公示|公布|通报|发布)如下/u;

/** 某某款专用收据: a paper of money, which names the decision it was paid for. */
const MONEY = /^[^。,;:]{0,24}(?:收据|票据|缴款书|发票|回单)(?:\([^()]{0,12}\))?$/u;

/** Minutes, reports to superiors: what they say was ordered or decided is told there, not done. */
const MINUTES =
  /^[^。,;:、]{0,28}(?:会议纪要|会议记录|办公会纪要|情况说明|情况汇报|情况报告|汇报材料|请示)(?:\([^()]{0,12}\))?$/u;

/** 行政拘留执行回执: what others answer names the decision they carry out. */
const ANSWERED = /^[一-龥]{3,16}回执$/u;

/** Whether the text is none of the papers of a case, whatever sentences of them it holds. */
function isOther({ lines, dense }: Reader): boolean {
  const rows = lines.map(({ start, end }) => dense.slice(start, Math.min(end, start + 40)));
  const [first] = rows;
  if (first !== undefined && GUIDANCE.test(first)) return true;
  if (CASES_TOLD.test(dense.slice(0, 300)) || TOLD_SHAREHOLDERS.test(dense.slice(0, 600))) return true;
  if (new Set(rows.flatMap((row) => TOLD.exec(row)?.[0] ?? [])).size >= 2) return true;
  if (rows.slice(0, 4).some((row) => MONEY.test(row) || (row.length < 40 && MINUTES.test(row)))) return true;
  if (rows.slice(0, 3).some((row) => ANSWERED.test(row))) return true;
  return rows.slice(0, 8).some((row) => FOREIGN.test(row));
}

/** Sentences only papers of one kind have, for papers printed without their heading; the first that fits, unless other words stand there. */
const wordings: readonly (readonly [kind: string, words: RegExp, unless?: RegExp])[] = [
  ['decision-withdrawal', /作出的[^。;]{0,50}处罚决定书?[^。;]{0,10},[^。]{0,90}决定(?:依法)?予以撤销/u],
  ['payment-urging', /本催告书|特此催告|发出(?:履行)?催告/u, /公告送达/u],
  // 甲局于某日作出甲罚〔2031〕5号行政处罚决定:没收…,罚款…: the abstract that is published of a decision.
  [
    'publication-record',
    /作出了?[^。;,]{2,14}[〔[【(]\d{4}[〕\]】)][^。;,]{1,14}号》?[^。;,]{0,8}行政处罚决定[:,][^。]{0,40}(?:罚款|没收|警告|吊销)/u,
    /不服|行政复议|你(?:单位|公司|于)|送达|曾|此前/u,
  ],
  [
    'service-announcement',
    /(?:现|特|予以|决定)[^。;]{0,16}公告送达|公告送达[^。]{0,40}(?:决定书|告知书|催告书|通知书)/u,
  ],
  ['service-announcement', /(?:发布|送达)《[^《》]*(?:告知|决定|催告|通知)[^《》]*》[^。;]{0,6}(?:予以)?公告/u],
  ['service-announcement', /(?:现|将)[^。;]{0,30}决定书(?:予以)?公告如下[\s\S]{0,1500}公告期满,?即视为送达/u],
  ['service-announcement', /现依法向你[^。;]{0,8}送达《/u],
  ['demolition-announcement', /自行拆除[^。]*。(?:[^。]*。){0,2}[^。]*强制拆除/u, /(?!.*本公告)^(?:(?!公告).)*$/u],
  ['penalty-notice', /拟对[^。;]{2,60}(?:作出|给予)[^。;]{0,6}(?:行政)?处罚/u, /本行政处罚决定|本处罚决定/u],
  [
    'licence-refusal',
    /(?:决定|对[^。;]{2,40}作出)[^。;]{0,16}(?:不予|不准予)(?:行政)?(?:许可|批准|审批|核准)/u,
    PENALISED,
  ],
  [
    'licence-ending',
    /决定,?(?:依法)?(?:予以)?(?:撤销|注销|撤回)[^。;]{2,50}(?:许可|批准文号|批复|登记|资质|证书?)/u,
    PENALISED,
  ],
  ['licence-ending', /证》?[^。;]{0,4}予以(?:撤销|注销|撤回)(?:登记)?[。,(][\s\S]{0,80}公告/u, PENALISED],
  ['licence-decision', /决定准予[^。;]{0,20}(?:许可|变更|延续)|作出行政许可决定如下|准予行政许可[:。]/u, PENALISED],
  [
    'licence-decision',
    /(?:报送|提交|上报|报来)[^。]{2,120}(?:申请|报告[书表]|方案)[^。]{0,30}收悉。?[\s\S]{0,300}批复如下/u,
    PENALISED,
  ],
  ['correction-order', /限你[^。;]{0,16}内自行(?:拆除|改正|清除|恢复)/u, /本公告/u],
  [
    'correction-order',
    /(?:现|决定(?!书)|作出)[^。;]{0,24}责令[^。;]{0,16}(?:改正|整改|停止)(?!(?:违法行为)?(?:通知|决定)书)|责令改正的依据/u,
    PENALISED,
  ],
  ['handling-decision', /(?:下列|如下|本)行政处理(?:决定)?[:,。]|不服本行政处理决定/u, PENALISED],
  ['review-decision', /不服被申请人[^。]{0,160}申请行政复议|被申请人[^。]{0,60}答复称/u],
  ['court-ruling', /原告[^。]{2,80}诉被告[^。]{2,80}一案/u],
  ['case-transfer', /现[^。;]{0,20}移送[^。;]{2,20}(?:处理|查处|管辖)/u, PENALISED],
];

/** The kind of a paper printed without its heading, by the sentences only that kind has; null when nothing decides. */
export function kindByWording(reader: Reader): Wording | null {
  const text = reader.dense;
  const has = (...words: string[]): boolean => words.some((word) => text.includes(word));
  const form = kindByLabels(reader.lines.slice(0, 14).map((line) => text.slice(line.start, line.end)));
  if (form !== null && form !== 'file-index') return { kind: form, confidence: 0.65 };
  if (text.length < 60) return null;
  const remedies = has('申请行政复议', '申请复议') && has('提起行政诉讼', '提起诉讼', '起诉');
  // A newspaper tells of a paper; it is none.
  if (/^.{0,40}(?:讯|消息|报道)\((?:[^()]{0,12})?(?:记者|通讯员)/u.test(text)) return null;
  if (isOther(reader) || REPORTED.test(text)) return null;
  const oneLine = formInOneLine(reader) ?? kindInOneLine(reader);
  if (oneLine !== null) return { kind: oneLine, confidence: 0.65 };
  if (isPublishedTable(reader) && /处罚决定|行政处罚(?:结果|信息|案件)/.test(text))
    return { kind: 'penalty-decision', confidence: 0.6 };
  if (NEWS_LEAD.test(text) && !PARTY_LABEL.test(text.slice(0, 1500))) return null;
  const said = wordings.find(([, pattern, unless]) => pattern.test(text) && !(unless?.test(text) ?? false));
  if (said !== undefined) return { kind: said[0], confidence: 0.7 };
  const notice = has('本告知书') && has('陈述', '申辩');
  const decided = has('本处罚决定', '本行政处罚决定', '处罚决定书之日', '行政处罚决定:', '行政处罚:', '处罚如下');
  if (notice && has('拟作出', '拟对', '拟处', '拟给予') && !remedies)
    return { kind: 'penalty-notice', confidence: 0.7 };
  const head200 = text.slice(0, 200);
  // 被执法人员当场查获: what was done on the spot is no decision made there.
  if (remedies && head200.includes('处罚决定书') && /当场(?!查|抓|拦|发现|制作|改正)/.test(head200))
    return { kind: 'summary-decision', confidence: 0.7 };
  if (decided && remedies) return { kind: 'penalty-decision', confidence: 0.7 };
  if (titled(reader)) return { kind: 'penalty-decision', confidence: 0.65 };
  const head = scanNumbers(reader, 0, Math.min(text.length, 400))[0];
  const first5 = head !== undefined && paragraphsBefore(reader, head.start) <= 5 && head.start <= 150;
  // In a form a label beside it says whose number it is.
  const labelled = head !== undefined && headsOf(reader, head.start).length > 0;
  // 乙公司收到甲局作出的行政处罚决定书甲罚〔2031〕5号: somebody tells of the paper.
  const told = /(?:收到|接到)[^。;]{0,40}$/.test(text.slice(Math.max(0, (head?.start ?? 0) - 50), head?.start ?? 0));
  if (head !== undefined && !labelled && !told && (first5 || (reader.pages.some(isScan) && fillsLine(reader, head)))) {
    if (/罚先?告|听告|责改|强|催|加[处罚]/.test(head.prefix)) return null;
    // 甲环不罚〔2031〕1号: a decision not to penalise.
    if (/不予?(?:行政)?(?:处)?罚[决字]*$/.test(head.prefix)) return { kind: 'no-penalty-decision', confidence: 0.6 };
    // 关缉违字, 关检罚字: the customs.
    if (/罚决?字?$|罚决|处罚|关[缉简法当检知]?违字$/.test(head.prefix))
      return { kind: 'penalty-decision', confidence: 0.6 };
  }
  // The body of a decision whose head and end the copy lost: particulars first, then what was found and what it breaks.
  const party = reader.lines
    .slice(0, 30)
    .some(
      ({ start }) =>
        paragraphsBefore(reader, start) < 8 &&
        /^(?:当事人|被处罚|受处罚)[^,。]{0,8}:/.test(text.slice(start, start + 12)),
    );
  // 一案,经本机关依法调查,现查明: how the decisions of the agriculture departments go on.
  const body =
    (has('经查', '查明', '我关经调查') && has('违反', '已构成')) ||
    /一、(?:环境)?违法事实[、和及](?:主要)?证据/.test(text) ||
    /一案,?经本机关依法调查,现查明/.test(text);
  const other = has('拟作出', '拟对', '拟给予', '建议', '审批', '承办人', '审核') || /申请人(?!民)/.test(text);
  if (party && body && !other) return { kind: 'penalty-decision', confidence: 0.5 };
  const decides = decidedBody(text) || toldBody(text) || (reader.pages.some(isScan) && decisionByTraits(text));
  return decides ? { kind: 'penalty-decision', confidence: 0.55 } : null;
}

/** What decisions that penalise say each in its own sentence, so that one misread on a picture is no loss. */
const TRAITS = [
  /(?:作出|做出|给予|处以)(?:如下|以下|下列)?的?行政处罚(?:决定)?[:;,。]/u,
  /罚款[^。;]{0,40}(?:\d|[壹贰叁肆伍陆柒捌玖拾佰仟])[^。;]{0,10}元/u,
  /处罚的?(?:法律)?依据[、和及]种类|履行方式[、和及]期限/u,
  /(?:逾期|到期)不(?:缴|履行)[^。]{0,20}(?:加处|罚款|强制执行)/u,
  /申请行政复议[\s\S]{0,120}(?:起诉|诉讼)/u,
];
/** Papers that quote a decision: urging, serving, executing, telling of what is proposed, appeals. */
const QUOTES_ONE =
  /拟(?:对|给予|作出|处)[^。]{0,60}处罚|催告|公告送达|本告知书|强制执行申请|申请人(?!民)|原告|答辩|结案|延期缴纳|分期缴纳/u;

/** The body of a decision on a picture: it speaks of itself, imposes something, and has one more of its traits. */
function decisionByTraits(text: string): boolean {
  if (!/(?:接到|收到|送达)(?:本|之)?(?:行政)?处罚决定书?之日起/u.test(text) || QUOTES_ONE.test(text)) return false;
  const has = TRAITS.map((trait) => trait.test(text));
  return (has[0] === true || has[1] === true) && has.filter(Boolean).length >= 2;
}

/** 某网4月1日讯 近日,…: how a newspaper begins; one that prints the paper itself below has its labels. */
const NEWS_LEAD = /^[^,。]{0,30}(?:\d{1,2}日(?:讯|电|消息)|网讯)/;
const PARTY_LABEL = /(?:当事人|被处罚人|被处罚单位|受处罚人|违法行为人)[^,。:]{0,8}:/;

/** A number alone in its line is the paper's own. */
function fillsLine(reader: Reader, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const line = reader.lines[reader.lineAt(start)];
  return line !== undefined && line.start === start && line.end === end;
}

/** How many lines the writer ended stand before the offset; those the margin broke go on in the next. */
function paragraphsBefore(reader: Reader, at: number): number {
  const line = reader.lineAt(at);
  return reader.lines.slice(1, line + 1).filter(({ start }) => !reader.wraps(start)).length;
}

/** A heading among the rows of a web page that no rule of headings takes: 甲局行政处罚决定书甲罚〔2025〕3号(某某公司). */
function titled({ lines, dense }: Reader): boolean {
  return lines.slice(0, 30).some(({ start, end }) => {
    const row = dense.slice(start, Math.min(end, start + 100));
    const at = row.indexOf('行政处罚决定书');
    const number = /罚[决字]*[〔[【(]\d{4}[〕\]】)]/.test(row);
    return (
      at >= 0 &&
      at <= 40 &&
      number &&
      !row.slice(0, at).endsWith('不予') &&
      !/[《。,;:“]|收到|送达|作出|下达|不服/.test(row.slice(0, at))
    );
  });
}

/** A copy whose head is lost: a fine decided in words, and how that very fine is to be paid. */
function decidedBody(text: string): boolean {
  const decided =
    /科处罚款人民币\d/.test(text) ||
    // 依据《甲条例》第五条,对当事人作出如下行政处罚决定:
    /(?:根据|依据|依照)[^。]{4,200}[,，]对当事人作出如下(?:行政)?处罚(?:决定)?[:;]/.test(text) ||
    /(?<!拟)(?:决定|现)(?:合计)?(?:依法)?(?:对|给予|作出|处以)[^。]{0,120}?(?:处以?罚款|给予罚款|罚款人民币|行政处罚:)/.test(
      text,
    );
  // 我部决定给予你单位责令停业整顿60日的行政处罚: a penalty without a fine, the party addressed.
  if (/决定(?:依法)?(?:给予|对)你[^。]{2,80}的(?:行政)?处罚[,。]/.test(text) && !/申请人(?!民)|原告|拟/.test(text))
    return true;
  // 你单位的违法行为属于一般,对某项目作出罚款贰万元的处罚决定。: the party addressed, the law it broke told before.
  if (
    /违反了?《[^。]*你(?:单位|公司|局|厂|店|所)?(?!可)|你(?:单位|公司|局|厂|店|所)[^。]*违反了?《/.test(text) &&
    /(?<!拟)作出[^。;]{0,40}罚款[^。;]{2,40}的(?:行政)?处罚(?:决定)?。/.test(text) &&
    !/申请人(?!民)|原告|告知书|拟对|拟作出/.test(text)
  )
    return true;
  const paying =
    /(?:收到|接到|送达)[^。;]{0,20}(?:之日起)?(?:十五|15)日内[^。]{0,80}(?:缴|履行上述处罚)/.test(text) ||
    /(?:到期|逾期)不缴纳罚款/.test(text);
  return decided && paying && !/申请人(?!民)|原告/.test(text);
}

/** A copy without its head that breaks off before what was decided: it tells the party itself that the notice was given and what came of it. */
function toldBody(text: string): boolean {
  const story = /经查|查明|调查,?发现|上述(?:违法)?(?:事实|行为)/.test(text) && /违反(?:了|《)/.test(text);
  const told =
    /(?:向|对)?你(?:\(单位\)|单位|公司|局|厂|店)?(?:送达了?|进行了?|告知)[^。;]{0,60}告知/.test(text) ||
    /告知书[^。;]{0,60}告知你/.test(text);
  const answered =
    /你(?:\(单位\)|单位|公司|局|厂|店)?(?:自收到[^,。;]{0,12},)?(?:(?:在|规定|法定)[^,。;]{0,14},?)?(?:内)?[,]?(?:既?未|放弃|逾期未|没有)|期限内,?你/.test(
      text,
    );
  return story && told && answered && !/本告知书|申请人(?!民)|建议(?:给予|处)|复议机关认为/.test(text);
}
