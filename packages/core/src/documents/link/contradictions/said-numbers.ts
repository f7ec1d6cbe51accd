import { foldName } from '../../../kernel/names.ts';
import type { Fact, ListItem } from '../../../record/types.ts';
import { fold } from '../../normalise.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import { type NumberHit, scanNumbers } from '../../scan/numbers.ts';
import type { Clash } from '../clashes.ts';
import { MOST, ofOthers, ofWords, speaksOfAnother } from './papers.ts';

/** The number of a paper stands among these first lines. */
const HEAD_LINES = 5;
const BEFORE_OWN = /^[(]?(?:(?:文书)?(?:文号|编号|案号|登记编号|字号):?)?[(]?$/u;

interface Numbered {
  readonly document: RecognisedDocument;
  readonly hit: NumberHit;
}

/** The paper's own number: in its first lines, with nothing before it but its title or the word for a number. */
export function ownNumber(document: RecognisedDocument): NumberHit | null {
  const { reader } = document;
  const stop = reader.lines[HEAD_LINES - 1]?.end ?? reader.dense.length;
  for (const hit of scanNumbers(reader, 0, stop)) {
    const line = reader.lines[reader.lineAt(hit.start)];
    if (line === undefined) continue;
    const before = reader.dense.slice(line.start, hit.start);
    const behind = reader.dense.slice(hit.end, line.end);
    if (
      /送达|附件|决定书|通知书|依据|根据/u.test(before.replace(document.title, '')) ||
      /附件|^[)）]?(?:号)?的/u.test(behind)
    )
      continue;
    if (BEFORE_OWN.test(withoutTitle(before, document.title))) return hit;
  }
  return null;
}

/** What stands before the number, without the title and the agency's name before it in one line. */
function withoutTitle(before: string, title: string): string {
  const words = fold(title);
  const at = before.lastIndexOf(words);
  return at < 0 ? before : before.slice(at + words.length);
}

/**
 * Numbers of the series of one paper of the file that are not its own: 甲罚告〔2030〕35号 where the notice is 甲罚告〔2030〕33号. Known breaks of the
 * notice's and the decision's numbers are told elsewhere.
 */
export function saidNumbers(
  documents: readonly RecognisedDocument[],
  facts: Readonly<Record<string, Fact>>,
): { readonly compared: boolean; readonly clashes: readonly Clash[] } {
  const numbered = documents.flatMap((document): Numbered[] => {
    const hit = ofOthers.has(document.kind) || document.kind === 'file-index' ? null : ownNumber(document);
    // (2031)甲0699行审58号: a court counts by the year first; no words before it tell of whose series it is.
    return hit === null || hit.prefix === '' ? [] : [{ document, hit }];
  });
  const known = new Set(numbered.map(({ hit }) => bare(hit.value)));
  for (const { value } of facts['decision.number']?.alternatives ?? []) known.add(bare(String(value)));
  // What a receipt says of the decision is compared with it in a rule of its own.
  const served = facts['services[]']?.value;
  for (const { document, number } of Array.isArray(served) ? (served as readonly ListItem[]) : [])
    if (document === 'penalty-decision' && typeof number === 'string') known.add(bare(number));
  // The words before a number stand together with it: 根据你局甲罚〔2030〕5号.
  const isKnown = (value: string): boolean => {
    const said = bare(value);
    return [...known].some((one) => said.endsWith(one) || one.endsWith(said));
  };
  const clashes: Clash[] = [];
  for (const teller of documents) {
    if (ofOthers.has(teller.kind) || ofWords.has(teller.kind)) continue;
    for (const hit of scanNumbers(teller.reader)) {
      if (isKnown(hit.value) || hit.prefix === '' || speaksOfAnother(teller.reader.dense, hit.start)) continue;
      const series = numbered.filter(({ document, hit: own }) => document !== teller && sameSeries(own, hit));
      const [paper, other] = series;
      if (paper === undefined || other !== undefined) continue;
      known.add(bare(hit.value));
      clashes.push({
        says: `${paper.document.title}为${paper.hit.value}，${teller.title}写作${hit.value}`,
        anchors: [
          ...paper.document.reader.anchorOf(paper.hit.start, paper.hit.end),
          ...teller.reader.anchorOf(hit.start, hit.end),
        ],
      });
    }
  }
  return { compared: numbered.length > 0, clashes: clashes.slice(0, MOST) };
}

/** Of one office's running numbers of one year, nearly alike as a slip of the pen leaves them; others may be of another paper of the kind. */
function sameSeries(own: NumberHit, said: NumberHit): boolean {
  const [a, b] = [foldName(own.prefix), foldName(said.prefix)];
  if (a !== b && !a.endsWith(b) && !b.endsWith(a)) return false;
  return own.year === said.year;
}

function bare(number: string): string {
  return foldName(number)
    .replace(/第/gu, '')
    .replace(/([)\]〕])0+(?=\d)/gu, '$1');
}
