import type { Reader } from './pages.ts';
import { scanNumbers } from './scan/numbers.ts';

interface Wording {
  readonly kind: string;
  readonly confidence: number;
}

/** The kind of a paper printed without its heading, by the sentences only that kind has; null when nothing decides. */
export function kindByWording(reader: Reader): Wording | null {
  const text = reader.dense;
  if (text.length < 60) return null;
  const has = (...words: string[]): boolean => words.some((word) => text.includes(word));
  const remedies = has('申请行政复议', '申请复议') && has('提起行政诉讼', '提起诉讼', '起诉');
  const notice = has('本告知书') && has('陈述', '申辩');
  const decided = has('本处罚决定', '本行政处罚决定', '处罚决定书之日', '行政处罚决定:', '行政处罚:', '处罚如下');
  if (notice && has('拟作出', '拟对', '拟处', '拟给予') && !remedies)
    return { kind: 'penalty-notice', confidence: 0.7 };
  const head200 = text.slice(0, 200);
  if (remedies && head200.includes('处罚决定书') && head200.includes('当场'))
    return { kind: 'summary-decision', confidence: 0.7 };
  if (decided && remedies) return { kind: 'penalty-decision', confidence: 0.7 };
  const head = scanNumbers(reader, 0, Math.min(text.length, 400))[0];
  if (head !== undefined && reader.lineAt(head.start) <= 5 && head.start <= 150) {
    if (/罚先?告|听告|责改|强|催/.test(head.prefix)) return null;
    if (/罚决?字?$|罚决|处罚/.test(head.prefix)) return { kind: 'penalty-decision', confidence: 0.6 };
  }
  // The body of a decision whose head and end the copy lost: particulars first, then what was found and what it breaks.
  const particulars = /^(?:当事人|被处罚|受处罚)/.test(text) && has('经查', '查明') && has('违反');
  const other = has('拟作出', '拟对', '拟给予', '建议', '审批', '承办人', '审核');
  return particulars && !other ? { kind: 'penalty-decision', confidence: 0.5 } : null;
}
