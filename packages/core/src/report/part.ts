import type { CaseRecord } from '../record/types.ts';

const mostNamed = 5;

const fileOf = {
  penalty: '行政处罚案卷',
  licence: '行政许可案卷',
  'compulsory-measure': '行政强制措施案卷',
  'compulsory-enforcement': '行政强制执行案卷',
  inspection: '行政检查案卷',
  transfer: '涉嫌犯罪案件移送案卷',
} as const;

/** What papers that are no whole file are, in one Chinese sentence; null for a whole file and for records without papers. */
export function partInWords(record: Pick<CaseRecord, 'complete' | 'documents' | 'caseType' | 'unread'>): string | null {
  const { complete, documents, caseType, unread = [] } = record;
  if (complete || documents.length === 0) return null;
  const titles = [...new Set(documents.map((document) => document.title.replace(/^《|》$/gu, '')))];
  const named = titles.slice(0, mostNamed).map((title) => `《${title}》`);
  const papers = `${named.join('')}${titles.length > mostNamed ? `等 ${documents.length} 份文书` : ''}`;
  // What was not read may be the rest of the file.
  if (unread.length > 0 && caseType != null) return `读出的是${papers}，是不是全卷，要等没有读出的内容读出后才能确定。`;
  return caseType == null
    ? `所给材料是${papers}，看不出属于哪一类案卷，要同决定书等文书一起检查。`
    : `所给材料是${papers}，不是全卷，作为${fileOf[caseType]}的一部分检查。`;
}

/** How many requirements these papers alone cannot answer; null where there are none. */
export function elsewhereInWords(count: number, { caseType }: Pick<CaseRecord, 'caseType'>): string | null {
  if (count === 0) return null;
  return caseType == null
    ? `案卷类型未定，各类案卷的 ${count} 项要求未逐项检查。`
    : `另有 ${count} 项要看卷内其他文书才能判断，未逐项列出。`;
}
