import { isNobody, isShortName } from '../mending/surnames.ts';
import type { Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';

/** 时间2031年3月7日9时, 地点甲市…: on a picture the blank behind a short label is often not seen; what stands there can be nothing else. */
export function readsOn(reader: Reader, label: string, from: number): boolean {
  if (!reader.pages.some(isScan)) return false;
  const rest = reader.dense.slice(from, from + 14);
  // 记录人罗小溪 fills its line.
  if (/^(?:记录|询问|检查|勘验|见证|主持)人$/u.test(label)) {
    const name = reader.dense.slice(from, reader.lines[reader.lineAt(from - 1)]?.end ?? from);
    return isShortName(name) && !isNobody(name);
  }
  if (/(?:时间|日期)$/u.test(label)) return /^\d{4}年\d/u.test(rest);
  return /^(?:地点|地址|住址|住所)$/u.test(label) && /^\p{Script=Han}{2,4}[省市县区州旗]\p{Script=Han}{2}/u.test(rest);
}
