import type { Reader } from '../pages.ts';
import type { Span } from './paper.ts';

/** ,男,1971年出生,身份证号:4105…,现住甲县乙镇丙村6组: where a sentence about a person says that he lives. */
const LIVES =
  /^(?:[^。;:]|(?<=身份证件?号码?|身份号码|证号码?|证件号码?|性别|民族|年龄|出生日期|电话):){0,120}?(?:[,;]|(?<=\d岁|[男女]|[汉满回壮苗藏]族))[现家]?(?:居?住)(?:在|于)?(?=[一-龥*×]{2,12}?(?:[省市区县州旗镇乡街村路]|[林农牧渔]业?局|[林农牧渔]场|小区|社区|矿区|[团连]))([^,。;:()]{4,60})/u;

/** The dwelling behind the name of a person that a sentence introduces, up to the next comma; null where none is told. */
export function dwellingBehind(reader: Reader, name: Span): Span | null {
  const line = reader.lines[reader.lineAt(name.end)];
  if (line === undefined) return null;
  let stop = line.end;
  const below = reader.lines.slice(reader.lineAt(name.end) + 1, reader.lineAt(name.end) + 4);
  for (const next of below) {
    if (!reader.wraps(next.start)) break;
    stop = next.end;
  }
  const found = LIVES.exec(reader.dense.slice(name.end, Math.min(stop, name.end + 200)));
  const place = found?.[1];
  if (found === null || place === undefined) return null;
  const start = name.end + found.index + found[0].length - place.length;
  // 某路1号 / 现查明…: the line that the margin seems to break holds the first words of the body.
  const body = place.search(/现(?:已)?查明|经(?:依法)?查|20\d\d年|违法事实/u);
  return { start, end: start + (body > 3 ? body : place.length) };
}
