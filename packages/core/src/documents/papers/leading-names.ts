import type { Reader } from '../pages.ts';
import { namesIn } from './blocks.ts';

/** Characters of a line that is no row of a form: one copied into one line. */
const LONGEST = 100;
const CARD = /(?:(?:行政)?(?:执法|检查|监察|工作))?证件?(?:编?号码?)?:?[A-Za-z\d-]*/gu;

/** Names of persons in a span; of a form copied into one line only those before the next label or sentence. */
export function leadingNames(
  reader: Reader,
  span: { readonly from: number; readonly end: number },
): ReturnType<typeof namesIn> {
  const names = namesIn(reader, span);
  const line = reader.lines[reader.lineAt(span.from)];
  if (line === undefined || line.end - line.start <= LONGEST || span.end > line.end) return names;
  let end = span.from;
  const stop = names.findIndex((name) => {
    const between = reader.dense
      .slice(end, name.start)
      .replace(/\([^()]*\)/gu, '')
      .replace(CARD, '');
    end = name.end;
    return /[:。?]|当事人|签[名字收章]|记录|见证/u.test(between);
  });
  return stop < 0 ? names : names.slice(0, stop);
}
