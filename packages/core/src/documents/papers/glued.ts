import { Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';

/** So many rows open with labels that nothing parts from what is filled in: the form has no colons, and on the picture the rules and blanks of its cells were lost. */
const leastGlued = 3;

/** Whether the form is printed so; `known` are its labels, folded. */
export function printsGlued(reader: Reader, known: readonly string[]): boolean {
  if (!reader.pages.some(isScan)) return false;
  const opening = reader.lines.flatMap(({ start, end }) => {
    const label = known.find((one) => one.length >= 4 && reader.dense.startsWith(one, start));
    return label === undefined || start + label.length >= end ? [] : [reader.dense[start + label.length]];
  });
  const colons = opening.filter((next) => next === ':').length;
  return colons === 0 && opening.length >= leastGlued;
}

/** Whether the label opens its line: a long one, or any in a row too short for a sentence. */
export function opensRow(reader: Reader, at: number, label: string): boolean {
  const line = reader.lines[reader.lineAt(at)];
  if (line?.start !== at) return false;
  return (
    label.length >= 4 || (!reader.wraps(at) && line.end - at <= 16 && !/[。,;]/.test(reader.dense.slice(at, line.end)))
  );
}

const whole = new WeakMap<Reader, boolean>();

/** Whether a copy lost all white space: a long line, and hardly a gap in it. */
function lostGaps(reader: Reader): boolean {
  const known = whole.get(reader);
  if (known !== undefined) return known;
  const { dense, lines } = reader;
  let gaps = 0;
  if (dense.length > SHORTEST && lines.length <= mostLines)
    for (let at = 1; at < dense.length; at++)
      if (reader.gapBefore(at) === Gap.space || reader.gapBefore(at) === Gap.wide) gaps++;
  const lost = dense.length > SHORTEST && lines.length <= mostLines && gaps * 150 < dense.length;
  whole.set(reader, lost);
  return lost;
}

const SHORTEST = 120;
/** The title and the number may have kept lines of their own. */
const mostLines = 4;

/**
 * 听证主持人:张三听证员:李四, 李四2030年3月5日承办机构意见:同意: a label with its colon right behind the value of another in the row, the blank
 * between them lost on a picture or by a copy.
 */
export function followsValue(reader: Reader, at: number, label: string): boolean {
  if (label.length < 3 || reader.dense[at + label.length] !== ':') return false;
  const lost = lostGaps(reader);
  if (lost && /\d日$/u.test(reader.dense.slice(Math.max(0, at - 3), at))) return true;
  if (!lost && !reader.pages.some(isScan)) return false;
  const start = reader.lines[reader.lineAt(at)]?.start ?? at;
  return /:[^:。,;]{2,30}$/u.test(reader.dense.slice(Math.max(start, at - 32), at));
}
