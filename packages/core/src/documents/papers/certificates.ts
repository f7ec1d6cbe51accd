import { doubtful } from '../certainty.ts';
import { Gap, type Reader } from '../pages.ts';
import { isIdNumber } from '../scan/codes.ts';
import { isScan } from '../scan-text.ts';

/** The short names of the provinces: before the letters and figures of a vehicle, and of a certificate where offices print it so. */
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滇黔陇秦';

/** Numbers of officers' certificates in a span: letters and digits, at least five, with the short name of the province that opens them. */
export function certificatesIn(
  reader: Reader,
  span: { readonly from: number; readonly end: number },
): readonly string[] {
  const found: string[] = [];
  let run = '';
  const end = brokenAt(reader, span.end) ? span.end + restAt(reader, span.end).length : span.end;
  for (let at = span.from; at <= end; at++) {
    const character = at < end ? (reader.dense[at] ?? '') : '';
    const apart = at > span.from && reader.gapBefore(at) > Gap.none && !brokenAt(reader, at);
    if (/[A-Za-z0-9-]/u.test(character) && !apart) {
      run += character;
      continue;
    }
    const lettered = run.length >= 4 && /^\d+$/u.test(run) ? letteredBefore(reader, at - run.length) : '';
    if (lettered !== '') found.push(lettered + run);
    else if (run.length >= 5 && /\d{4}/u.test(run) && !isIdNumber(run) && !isPlate(reader.dense, at - run.length, run))
      found.push(provinceBefore(reader, at - run.length) + run);
    run = /[A-Za-z0-9]/u.test(character) ? character : '';
  }
  return found;
}

/** 1307052 / 3019: the margin broke the figures; two numbers one below the other are whole. */
function brokenAt(reader: Reader, at: number): boolean {
  const [before = ''] = /\d+$/u.exec(reader.dense.slice(Math.max(0, at - 20), at)) ?? [];
  const rest = restAt(reader, at).length;
  return (
    before.length > 0 && rest > 0 && (before.length < 8 || rest < 5) && before.length + rest <= 17 && reader.wraps(at)
  );
}

function restAt(reader: Reader, at: number): string {
  return /^\d+/u.exec(reader.dense.slice(at, at + 20))?.[0] ?? '';
}

/** 皖A12345: the letters and figures behind the short name of a province are a vehicle's, unless a label says that they are a certificate's. */
function isPlate(text: string, start: number, run: string): boolean {
  return (
    PROVINCES.includes(text[start - 1] ?? '?') &&
    /^[A-Z]-?[A-Z0-9]{5,6}$/u.test(run) &&
    !/证件?(?:编?号|号码)?(?:分别)?为?[:是]?$/u.test(text.slice(Math.max(0, start - 10), start - 1))
  );
}

/** 闽D体0007, 川能0018: offices that issue certificates of their own put a word of their field before the figures. */
function letteredBefore(reader: Reader, start: number): string {
  const [words = ''] =
    new RegExp(`[${PROVINCES}][A-Z]?[\\u4e00-\\u9fff]{1,2}$`, 'u').exec(
      reader.dense.slice(Math.max(0, start - 4), start),
    ) ?? [];
  const from = start - words.length;
  for (let at = from + 1; at <= start; at++) if (words === '' || reader.gapBefore(at) > Gap.none) return '';
  const apart = from === 0 || reader.gapBefore(from) > Gap.none;
  const said = /(?:证|号|号码|为|[:、,;(])$/u.test(reader.dense.slice(Math.max(0, from - 2), from));
  return (apart || said) && !/[年月日时分号第]/u.test(words) ? words : '';
}

/** 证号:湘A08110023: the character before the number, where it stands behind a label or apart and is no end of a name. */
function provinceBefore(reader: Reader, start: number): string {
  const character = reader.dense[start - 1] ?? '';
  if (character === '' || !PROVINCES.includes(character) || reader.gapBefore(start) > Gap.none) return '';
  const apart = start === 1 || reader.gapBefore(start - 1) > Gap.none;
  return apart || '号码证:、,;('.includes(reader.dense[start - 2] ?? '?') ? character : '';
}

/** The number as it stands first; how sure the names beside it are says nothing of it. */
export function isSureCertificate(reader: Reader, certificate: string): boolean {
  const at = reader.dense.indexOf(certificate);
  const end = at + certificate.length;
  return at < 0 || (reader.certainty(at, end) >= doubtful && !isCutByMark(reader, end));
}

/** 4047015( 出示证件, 7135267,: a mark of no use behind the figures on a scan is one of them misread. */
function isCutByMark(reader: Reader, end: number): boolean {
  const mark = reader.dense[end] ?? '';
  if (!reader.pages.some(isScan) || !'(,.;\'"'.includes(mark) || reader.gapBefore(end) > Gap.none) return false;
  return reader.gapBefore(end + 1) > Gap.none || reader.dense[end + 1] === ')' || end + 1 >= reader.dense.length;
}
