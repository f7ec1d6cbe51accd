/** Fixed words of legal papers, names of authorities without their place, and endings of firms: no other words resemble them. */
const PHRASES: readonly string[] = [
  '行政处罚事先告知书',
  '行政处罚听证告知书',
  '统一社会信用代码',
  '行政处罚决定书',
  '行政处罚告知书',
  '责令改正通知书',
  '中华人民共和国',
  '行政处罚实施条例',
  '行政处罚裁量基准',
  '行政裁量权基准',
  '自由裁量权',
  '行政处罚法',
  '行政复议法',
  '行政诉讼法',
  '行政强制法',
  '行政许可法',
  '条例实施细则',
  '申请行政复议',
  '提起行政诉讼',
  '中级人民法院',
  '人民法院起诉',
  '人民法院提起',
  '人民法院强制执行',
  '不予行政处罚决定书',
  '不予行政处罚',
  '行政处罚事先告知',
  '没收违法所得',
  '到期不缴纳罚款',
  '上述违法行为',
  '上述违法事实',
  '罚款人民币',
  '法定代表人',
  '公民身份号码',
  '居民身份证',
  '身份证号码',
  '有限责任公司',
  '股份有限公司',
  '个体工商户',
  '市场监督管理局',
  '药品监督管理局',
  '自然资源和规划局',
  '自然资源局',
  '农业农村局',
  '农业农村委员会',
  '生态环境局',
  '卫生健康局',
  '卫生健康委员会',
  '应急管理局',
  '交通运输局',
  '综合行政执法局',
  '综合行政执法支队',
  '综合行政执法大队',
  '城市管理行政执法局',
  '城乡规划管理局',
  '文化和旅游局',
  '文化广电旅游局',
  '住房和城乡建设局',
  '烟草专卖局',
  '消防救援大队',
  '医疗保障局',
  '人力资源和社会保障局',
  '陈述、申辩',
  '陈述和申辩',
  '陈述申辩',
].sort((a, b) => b.length - a.length);

/** What differs from one of them by a character and is printed so. */
const PRINTED: ReadonlySet<string> = new Set([
  '行政处理决定书',
  '行政处理告知书',
  '行政处罚事前告知书',
  '行政处罚听证通知书',
  '行政处罚通知书',
  '行政处罚事项告知书',
  '行政处罚事项告知',
  '行政处罚事前告知',
  '免予行政处罚决定书',
  '免予行政处罚',
  '提请行政复议',
  '提出行政复议',
  '提出行政诉讼',
  '提请行政诉讼',
  '没收非法所得',
  '逾期不缴纳罚款',
  '上述违规行为',
  '上述违约行为',
  '上述违章行为',
  '法定代理人',
  '自然资源与规划局',
  '文化与旅游局',
  '住房与城乡建设局',
  '农牧农村局',
  '交通运管局',
  '医疗保险局',
  ...['、', '和', ''].flatMap((joint) => ['申诉', '申请', '申明'].map((word) => `陈述${joint}${word}`)),
  '陈述申报',
]);

/** Places in a phrase where other words are printed too: 支队, 大队, 总队; 中级, 高级, 中区; the last parts kinds of authority and of paper. */
function isOpen(words: string, at: number): boolean {
  if (words.endsWith('级人民法院')) return at < 2 || at === words.length - 1;
  return at >= words.length - (words.endsWith('队') ? 2 : 1);
}

/** A stretch of the text that is one of the phrases, as it is or with one character of it misread at `wrong`. */
export interface Phrase {
  readonly start: number;
  readonly words: string;
  /** Place of the misread character in the text; null where there is none. */
  readonly wrong: number | null;
}

/**
 * Where the phrases stand in a text without white space, also with one character misread: never one that parts kinds of authority
 * and of paper, and never into what is printed so. None of them overlaps another.
 */
export function phrasesIn(text: string): Phrase[] {
  const found: Phrase[] = [];
  const taken = new Uint8Array(text.length);
  const consider = (start: number, words: string): void => {
    const end = start + words.length;
    if (start < 0 || end > text.length || taken[start] === 1 || taken[end - 1] === 1) return;
    let wrong: number | null = null;
    for (let at = 0; at < words.length; at++) {
      if (text[start + at] === words[at]) continue;
      if (wrong !== null || isOpen(words, at)) return;
      wrong = start + at;
    }
    if (wrong !== null && (!isMisreadable(text[wrong]) || PRINTED.has(text.slice(start, end)))) return;
    taken.fill(1, start, end);
    found.push({ start, words, wrong });
  };
  for (const words of PHRASES) {
    const half = words.length >> 1;
    for (const [part, offset] of [
      [words.slice(0, half), 0],
      [words.slice(half), half],
    ] as const)
      for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) consider(at - offset, words);
  }
  return found;
}

/** Signs, figures and what stands in place of hidden words are no misread characters. */
function isMisreadable(character: string | undefined): boolean {
  return character !== undefined && character !== '某' && /^\p{Script=Han}$/u.test(character);
}

/** The text with the misread characters of such phrases put right; as long as before. */
export function mendPhrases(text: string): string {
  let out: string[] | null = null;
  for (const { start, words, wrong } of phrasesIn(text)) {
    if (wrong === null) continue;
    out ??= text.split('');
    out[wrong] = words[wrong - start] ?? '';
  }
  return out === null ? text : out.join('');
}
