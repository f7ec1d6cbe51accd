import { type NumberHit, scanNumbers } from '../scan/numbers.ts';
import { isAgencyName } from '../titles.ts';
import { occurrences, type Paper, type Span } from './paper.ts';
import { agencyBefore } from './signature.ts';

/** Words of numbers that belong to other papers than a decision; notices take them off the list. */
const OTHER_PAPERS = /告|催|责改|责令|扣|封|立案|受案|移|鉴|询|听|强制|整改/;

const LONGEST_HEAD = 1500;

/** The paper's own number: in the head, nearest to where the particulars begin; never one a sentence mentions. */
export function ownNumber(paper: Paper, headEnd: number, notice: boolean): (NumberHit & { confidence: number }) | null {
  const { reader } = paper;
  const head = scanNumbers(reader, 0, Math.min(paper.text.length, headEnd + 60, LONGEST_HEAD)).filter((hit) => {
    if (hit.start < headEnd) return true;
    return (reader.lines[reader.lineAt(hit.start)]?.end ?? 0) - hit.start < 40;
  });
  const own = head.filter((hit) => !inSentence(paper, hit) && (notice || !OTHER_PAPERS.test(lastWords(hit.prefix))));
  const values = new Set(own.map((hit) => hit.value));
  const last = own.findLast((hit) => hit.prefix !== '') ?? own.at(-1);
  if (last === undefined) return null;
  return { ...last, confidence: values.size === 1 ? 0.95 : 0.7 };
}

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

const TITLE_WORDS = ['处罚决定书', '处罚告知书', '告知书', '通知书', '决定书'];
const TITLE_START =
  /(?:林业|税务|当场|简易程序)?(?:行政|不予)?(?:行政)?(?:\(?当场\)?)?(?:处罚)?(?:事先|事前|先行|听证|\(听证\)|违法行为|意见|事项){0,2}$/;

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
  for (const line of reader.lines.slice(0, 6)) {
    if (line.start >= head.end) break;
    if (isAgencyName(text.slice(line.start, line.end))) {
      return { start: line.start, end: line.end, name: reader.print(line.start, line.end) };
    }
  }
  return null;
}

/** The agency may stand above the number that parts it from the title. */
function lineAbove(paper: Paper, at: number): Span | null {
  const index = paper.reader.lineAt(at);
  for (const line of paper.reader.lines.slice(Math.max(0, index - 2), index)) {
    if (isAgencyName(paper.text.slice(line.start, line.end))) return line;
  }
  return null;
}
