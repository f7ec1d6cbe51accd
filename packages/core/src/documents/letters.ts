import type { Kinds } from './kinds.ts';
import type { Title } from './titles.ts';

/** A letter's heading is a sentence; with the name of a project in it, it grows this long. */
const LONGEST_LETTER = 160;

/** What a letter is about (关于…的决定) and the kind of paper it then is; the first that fits. */
const matters: readonly (readonly [kind: string, about: RegExp, ends?: RegExp])[] = [
  ['licence-non-acceptance', /(?<!复议|举报|投诉|信访)申请[^举诉]{0,6}不予受理|不予受理[^举诉复]{0,30}(?:许可|审批)/u],
  ['no-penalty-decision', /不予(?:行政)?处罚/u],
  ['licence-refusal', /(?:不予|不准予|不同意|未予)(?:以)?(?:行政)?(?:许可|批准|审批|核准|变更|延续)/u],
  ['licence-ending', /(?:撤销|撤回|注销)[^罚]*(?:许可|批复|批准|登记|备案|资质|资格|证书?|文号)/u],
  ['admonition', /采取[^。]*(?:出具警示函|监管谈话|监管关注|约谈)[^。]*措施/u],
  ['correction-order', /责令[^。]*(?:改正|整改|停止|恢复|停产|停业整治)/u],
  ['demolition-announcement', /(?:强制|限期|自行)拆除/u, /公告|通告/u],
  ['service-announcement', /送达[^。]*(?:决定|告知|通知|催告|处罚)/u, /公告|通告/u],
  ['hearing-announcement', /(?:举行|召开|组织)[^。]*听证/u, /公告|通告/u],
  ['hearing-notice', /(?:举行|召开|组织)[^。]*听证/u, /通知|函/u],
  ['case-transfer', /移送[^。]*(?:案|线索)|案(?:件)?[^。]{0,4}移送/u, /函|通知/u],
  ['licence-decision', /(?:准予|同意|核准|批准)[^。]*(?:许可|变更|延续|设立|任职资格|开业|取水|排污)/u],
  [
    'licence-decision',
    /(?:环境影响(?:评价文件|报告[书表])|水土保持方案|排污口|取水(?:许可)?申请|初步设计|用地预审|洪水影响评价|节能报告|任职资格|开业|筹建)/u,
    /批复|审批意见|审查意见/u,
  ],
  ['penalty-decision', /(?:给予|作出|予以)[^。]*行政处罚$|行政处罚$/u, /决定/u],
];

const LETTER =
  /^(?:[一-龥*×]{2,30}?)?\*{0,8}关于([^。;《》]*(?:《[^《》]*》[^。;《》]*)*?)(?:的)((?:行政(?:许可|处罚))?决定书?|函|批复|通知书?|公告|通告|审批意见|审查意见)(?:\([^()]{1,20}\)|[^。,;:]{0,16}[〔[【﹝(]\d{4}[〕\]】﹞)][^。,;:]{0,10}号?)?$/u;

/** What a page prints before a heading that is no part of it: 标题:, (原标题:. */
const LABEL_BEFORE = /^(?:\(?原?标题:|名称:)/u;

/** Kinds whose titles stand behind the name of a project: …水土保持方案审批准予行政许可决定书. */
const behindProject = /^licence-(?:decision|refusal|ending|acceptance|non-acceptance)$/u;

/** A heading that names its paper in a sentence, or a long title behind the name of what is applied for; null for any other line. */
export function letterTitle(line: string, kinds: Kinds): Title | null {
  if (line.length > LONGEST_LETTER) return null;
  const labelled = LABEL_BEFORE.exec(line);
  const dense = (labelled === null ? line : line.slice(labelled[0].length).replace(/\)$/u, '')).replace(/^\*+/u, '');
  const letter = LETTER.exec(dense);
  if (letter !== null) {
    const [, about = '', form = ''] = letter;
    // 乙公司关于子公司收到责令改正决定书的公告: the party tells of the paper.
    if (/收到/u.test(about) && form === '公告') return null;
    const kind = matters.find(
      ([, matter, ends]) =>
        matter.test(form.endsWith('书') ? about + form : about) && (ends === undefined || ends.test(form)),
    )?.[0];
    if (kind !== undefined) return { kind, title: dense, confidence: 0.85, withAgency: false };
  }
  return projectTitle(dense, kinds);
}

function projectTitle(dense: string, kinds: Kinds): Title | null {
  if (dense.length < 20 || /[。;:]|^(?:根据|依据|我局|本机关|你)/u.test(dense)) return null;
  for (const kind of kinds) {
    if (!behindProject.test(kind.id)) continue;
    const title = kind.titles.find((one) => one.length >= 7 && dense.endsWith(one));
    if (title !== undefined) return { kind: kind.id, title, confidence: 0.85, withAgency: false };
  }
  return null;
}
