import type { Fact } from '../../record/types.ts';
import { factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { scanDates } from '../scan/dates.ts';

const farthest = 14;

/** The day of filing as another paper tells it: 于2026年1月9日（批准）立案. Null where no date stands right before the word. */
export function recitedFiling(reader: Reader): Fact | null {
  const text = reader.dense;
  for (let at = text.indexOf('立案'); at >= 0; at = text.indexOf('立案', at + 2)) {
    const after = text.slice(at + 2, at + 6);
    if (
      /^(?:审批|登记|依据|标准|条件|号|前|表|呈批)/u.test(after) ||
      /[不未]$|不予$|尚未$/u.test(text.slice(Math.max(0, at - 2), at))
    )
      continue;
    const from = Math.max(0, at - 34);
    // 2023年5月22日,…检查发现…,于当日立案: the day the sentence opened with.
    const same = /(?:于|在)?(?:当日|同日)(?:予以|决定)?$/u.test(text.slice(Math.max(0, at - 8), at));
    const opened = same ? scanDates(reader, text.lastIndexOf('。', at) + 1, at) : [];
    if (opened.length === 1 && typeof opened[0]?.value === 'string')
      return factOf(reader, opened[0].value, opened[0].start, at + 2, 0.8);
    const date = scanDates(reader, from, at).at(-1);
    if (date === undefined || date.value === null || at - date.end > farthest) continue;
    const between = text.slice(date.end, at);
    if (/[。;]|发现|检查|接到|举报|收到|移送|登记|线索/u.test(between)) continue;
    return factOf(reader, date.value, date.start, at + 2, 0.85);
  }
  return null;
}

const noticeWords = /告知书|告知(?:了)?(?:你|当事人|其)|(?:依法)?(?:进行|作出)了?(?:行政处罚)?(?:事先|事前)告知/;

/** The day the notice was given, as the decision tells it: 于2026年3月2日向你送达《行政处罚告知书》. Null where the sentence names no day. */
export function recitedNotice(reader: Reader): Fact | null {
  const text = reader.dense;
  const dates = scanDates(reader);
  for (const [index, date] of dates.entries()) {
    if (date.value === null) continue;
    const end = Math.min(dates[index + 1]?.start ?? text.length, date.end + 60);
    const sentence = /^[^。;]*/.exec(text.slice(date.end, end))?.[0] ?? '';
    const told = noticeWords.exec(sentence);
    if (
      told === null ||
      /检查|询问|调查|勘验|勘察|发现|立案|提出|提交|收到|申请|听证会|签收/.test(sentence.slice(0, told.index))
    )
      continue;
    return factOf(reader, date.value, date.start, date.end + told.index + told[0].length, 0.7);
  }
  return null;
}
