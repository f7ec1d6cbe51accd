import type { Reader } from '../pages.ts';
import type { Span } from './paper.ts';

/** ,男,1971年出生,身份证号:4105…,现住甲县乙镇丙村6组: where a sentence about a person says that he lives. */
const LIVES =
  /^(?:[^。;:]|(?<=身份证件?号码?|身份号码|性别|民族|年龄|出生日期|电话):){0,120}?[,;]现?(?:居?住)(?:在|于)?(?=[一-龥*×]{2,12}?[省市区县州旗镇乡街村路])([^,。;:()]{4,60})/u;

/** The dwelling behind the name of a person that a sentence introduces, up to the next comma; null where none is told. */
export function dwellingBehind(reader: Reader, name: Span): Span | null {
  const line = reader.lines[reader.lineAt(name.end)];
  const next = reader.lines[reader.lineAt(name.end) + 1];
  if (line === undefined) return null;
  const stop = next !== undefined && reader.wraps(next.start) ? next.end : line.end;
  const found = LIVES.exec(reader.dense.slice(name.end, Math.min(stop, name.end + 200)));
  const place = found?.[1];
  if (found === null || place === undefined) return null;
  const end = name.end + found.index + found[0].length;
  return { start: end - place.length, end };
}
