import type { Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import type { PageText } from '../types.ts';

/** Stands where a small picture was found, as of a hand; intake puts it there. */
export const pictureMark = '\ufffc';

/** Whether a hand that is not read may stand in a span: handwriting is never recognised, neither on scans nor where it is a picture. */
export function mayHoldHand(reader: Reader, span: { readonly from: number; readonly end: number }): boolean {
  return reader.pages.some(isScan) || reader.dense.slice(span.from, span.end).includes(pictureMark);
}

/** A scan of which fewer printed characters were read tells nothing by what it does not say. */
const fewestRead = 60;
/** Characters less sure than this are of a hand or of a worn place; more than this share of them is no print. */
const barely = 0.5;
const mostBarely = 0.12;
/** A cell of a scan that is empty and so large, in points, is a place to write in. */
const toWriteIn = { width: 200, height: 40 };

/** Labels beside which nobody writes what a record must say. */
const aside = /^(?:备注|备考|附件|代收|拒收|不能送达|见证|翻译)/u;

const wholeBefore = new WeakMap<Reader, boolean>();

/** Whether a paper was read whole, so that what it does not say it does not say: on a scan what was written by hand is missing. */
export function isReadWhole(reader: Reader): boolean {
  let whole = wholeBefore.get(reader);
  if (whole === undefined) {
    const scans = reader.pages.filter(isScan);
    whole = scans.length === 0 || (isPrint(scans) && !scans.some(hasPlaceToWrite));
    wholeBefore.set(reader, whole);
  }
  return whole;
}

/** A day at the end of a line, whole or not: 2025年9月15日, and 20251,日13日 as it is read under a seal. */
const DAYLIKE = /(?:19|20)\d{2}[^。;:]{0,4}[年月日:][^。;:]{0,6}$|\d\D?月\D?\d{1,2}日?$/u;

/** Whether a paper recognised on pictures may bear a day that could not be read: what looks like one is none, or a seal lies at its foot. */
export function mayBeDated({ pages, lines, dense }: Reader): boolean {
  if (!pages.some(isScan)) return false;
  const sealed = (pages.at(-1)?.seals?.length ?? 0) > 0;
  return sealed || lines.slice(-6).some(({ start, end }) => DAYLIKE.test(dense.slice(start, end)));
}

function isPrint(scans: readonly PageText[]): boolean {
  let [all, bad] = [0, 0];
  for (const { lines } of scans)
    for (const { runs } of lines)
      for (const { text, confidence = 1 } of runs) {
        const count = text.match(/\p{Script=Han}/gu)?.length ?? 0;
        all += count;
        if (confidence < barely) bad += count;
      }
  return all - bad >= fewestRead && bad <= mostBarely * all;
}

function hasPlaceToWrite({ text, tables = [] }: PageText): boolean {
  return tables.some(({ cells }) =>
    cells.some(({ box, start, end, row, column }) => {
      if (box === undefined || text.slice(start, end).trim() !== '') return false;
      const [left, top, right, bottom] = box;
      if (right - left < toWriteIn.width || bottom - top < toWriteIn.height) return false;
      const label = cells.find(
        (one) => one.column + one.columns === column && one.row <= row && row < one.row + one.rows,
      );
      return label === undefined || !aside.test(text.slice(label.start, label.end).replace(/\s/gu, ''));
    }),
  );
}
