import { foldName } from '../../kernel/names.ts';
import type { Fact, ListItem } from '../../record/types.ts';
import type { RecognisedDocument } from '../recognise.ts';
import { scanNumbers } from '../scan/numbers.ts';
import type { Clash } from './clashes.ts';
import { saidNumbers } from './contradictions/said-numbers.ts';

type Facts = Record<string, Fact>;

function yearOf(value: unknown): number | null {
  const found = /[〔[【(](\d{4})[〕\]】)]|字第?(\d{4})/u.exec(String(value ?? ''));
  return found === null ? null : Number(found[1] ?? found[2]);
}

/**
 * Numbers of a year before the case was filed or after the paper's own day, one number on two papers, and another number for the notice in the
 * decision or on the receipt of its service.
 */
export function numberBreaks(documents: readonly RecognisedDocument[], facts: Readonly<Facts>): Clash[] | null {
  const clashes: Clash[] = [];
  let compared = false;
  const filed = typeof facts['filing.date']?.value === 'string' ? Number(facts['filing.date'].value.slice(0, 4)) : null;
  for (const [name, label] of [
    ['decision', '决定书'],
    ['notice', '告知书'],
  ] as const) {
    const number = facts[`${name}.number`];
    const dated = facts[`${name}.date`];
    const year = yearOf(number?.value);
    if (number === undefined || year === null || typeof dated?.value !== 'string') continue;
    compared = true;
    const signed = Number(dated.value.slice(0, 4));
    if (year <= signed && (filed === null || year >= filed)) continue;
    const anchors = [...(number.anchors ?? []), ...(dated.anchors ?? [])];
    clashes.push({ says: `${label}文号${String(number.value)}，落款日期${dated.value}`, anchors });
  }
  const [decision, notice] = [facts['decision.number'], facts['notice.number']];
  if (decision !== undefined && notice !== undefined) {
    compared = true;
    const same = foldName(String(decision.value)) === foldName(String(notice.value));
    if (same && !isOfCase(documents, String(decision.value)))
      clashes.push({
        says: `告知书与决定书同为${String(decision.value)}`,
        anchors: [...(notice.anchors ?? []), ...(decision.anchors ?? [])],
      });
  }
  const recited = noticeElsewhere(documents, facts);
  const said = saidNumbers(documents, facts);
  const more = said.clashes.filter(({ says }) => !recited.some((one) => sharesNumber(one.says, says)));
  return compared || said.compared ? [...clashes, ...recited, ...more] : null;
}

/** 案号:甲交执〔2030〕5号: forms of transport print the number of the case on every paper, and papers have none of their own. */
function isOfCase(documents: readonly RecognisedDocument[], number: string): boolean {
  return documents.some(
    ({ kind, reader }) =>
      (notices.has(kind) || kind === 'penalty-decision') &&
      scanNumbers(reader).some(
        ({ value, start }) =>
          foldName(value) === foldName(number) && /案号:?$/u.test(reader.dense.slice(Math.max(0, start - 4), start)),
      ),
  );
}

/** Whether two contradictions end with the same number. */
function sharesNumber(one: string, other: string): boolean {
  const last = (says: string): string => /[^，：]*$/u.exec(says.replace('写作', '：'))?.[0] ?? '';
  return last(one) === last(other);
}

const notices: ReadonlySet<string> = new Set(['penalty-notice', 'hearing-notice-of-right']);

/** Another number than its own for the only notice of the file: papers issued twice, or for two parties, have a number each. */
function noticeElsewhere(documents: readonly RecognisedDocument[], facts: Readonly<Facts>): Clash[] {
  const number = facts['notice.number'];
  const own = documents.filter(({ kind }) => notices.has(kind));
  if (typeof number?.value !== 'string' || own.length !== 1) return [];
  const value = number.value;
  const other = (one: string): boolean => isWhole(one) && isWhole(value) && bare(one) !== bare(value);
  const served = facts['services[]']?.value;
  const items = (Array.isArray(served) ? (served as readonly ListItem[]) : []).filter(
    (item) => item.document === 'penalty-notice' && typeof item.number === 'string' && other(item.number),
  );
  const cited = documents
    .filter(({ kind }) => kind === 'penalty-decision')
    .flatMap(({ reader, title }) =>
      scanNumbers(reader)
        .filter(
          (hit) => namesNotice.test(reader.dense.slice(Math.max(0, hit.start - 24), hit.start)) && other(hit.value),
        )
        .map((hit) => ({ says: `${title}：${hit.value}`, anchors: reader.anchorOf(hit.start, hit.end) })),
    );
  const told = items.map((item) => ({ says: `送达回证：${String(item.number)}`, anchors: item.anchors ?? [] }));
  return [...told, ...cited].map(({ says, anchors }) => ({
    says: `告知书文号${value}，${says}`,
    anchors: [...(number.anchors ?? []).slice(0, 1), ...anchors.slice(0, 2)],
  }));
}

/** 《行政处罚告知书》( before its number. */
const namesNotice = /《[^《》]{0,12}告知书》\(?$/u;

/** 某罚告〔2030〕5号, with the words before the year. */
function isWhole(number: string): boolean {
  return /^(?:\([^()\d]{1,8}\))?[^〔[(\d].*\d{4}.*\d/u.test(foldName(number));
}

/** 第 and leading zeros make no other number. */
function bare(number: string): string {
  return foldName(number)
    .replace(/第/gu, '')
    .replace(/([)\]〕])0+(?=\d)/gu, '$1');
}
