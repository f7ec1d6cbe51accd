import { foldName } from '../../kernel/names.ts';
import type { Fact } from '../../record/types.ts';
import { type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { scanDates } from '../scan/dates.ts';
import { scanNumbers } from '../scan/numbers.ts';

interface Day {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** True where the paper leaves the year off, which the day told before it gives. */
  readonly carried: boolean;
}

/** Dates of goods, of papers and of laws are no days of the story that goes on with 3月5日 or 同日. */
const OF_SOMETHING = /(?:生产日期|保质期|有效期|批号|出生|成立|签发|修订|修正|施行|公布|第[一二三四五]次)[^。;]{0,4}$/;
const YEARLESS = /(?<!(?<!同)年|[\d〇○一二三四五六七八九十])(\d{1,2})月(\d{1,2})日|同日|当日/g;
/** A story that has not named a day for so long has turned to something else. */
const LONGEST_SILENCE = 700;

/** The days the text tells in order: in full, or without the year where the day before them leaves only one. */
function daysTold(reader: Reader): readonly Day[] {
  const text = reader.dense;
  const full = scanDates(reader).flatMap(({ start, end, value }): Day[] =>
    value === null || OF_SOMETHING.test(text.slice(Math.max(0, start - 12), start))
      ? []
      : [{ start, end, value, carried: false }],
  );
  const short = [...text.matchAll(YEARLESS)].map((match) => ({ start: match.index, match }));
  const days: Day[] = [];
  for (const one of [...full, ...short].sort((a, b) => a.start - b.start)) {
    const last = days.findLast((day) => !/\([^()]{0,30}$/.test(text.slice(Math.max(0, day.start - 30), day.start)));
    if ('value' in one) days.push(one);
    else if (last !== undefined && one.start >= last.end && one.start - last.end <= LONGEST_SILENCE) {
      const value = carriedTo(last.value, one.match);
      if (value !== null) days.push({ start: one.start, end: one.start + one.match[0].length, value, carried: true });
    }
  }
  return days;
}

/** 2024年8月30日…9月2日: the year goes on while the days do; an earlier day may be of the next year or of a flashback. */
function carriedTo(day: string, [, month, date]: RegExpMatchArray): string | null {
  if (month === undefined || date === undefined) return day;
  const value = `${day.slice(0, 4)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return value < day || Number(month) > 12 || Number(date) > 31 ? null : value;
}

/** Between the day and 立案 stands next to nothing. */
const farthest = 14;
/** Or who filed, with whose approval, against whom: 对某厂未经批准占用土地一案(的行为)(予以)立案. */
const FILED_AGAINST =
  /^(?:,?(?:根据|依据|依照|按照)[^。;]{4,60}规定)?(?:,?(?:报?经|由)[^。;]{2,40}?(?:批准|同意|审批|审核))?,?[逐遂故]?(?:本?局|我局|本机关|我机关|本单位|我单位|本支队|我支队|执法人员|办案人员|[^。;,]{2,24}(?:局|支队|大队))?(?:决定)?(?:依法)?(?:批准)?对[^。;]{2,160}(?:一案|的案件|行为|案|进行|予以|问题|开始)(?:的)?(?:进行|予以|依法|补充)*$/;
const APPROVED =
  /^(?:,?(?:根据|依据|依照|按照)[^。;]{4,60}规定)?,?(?:本机关|我局|本局)?(?:报?经|由)[^。;,]{2,40}(?:批准|同意|审批)(?:,?(?:本机关|本局|我局))?(?:依法)?(?:决定)?(?:予以|进行)?(?:补充)?$/;
const OTHER_ACT = /发现|接到|举报|收到|移送|线索|投诉|现场检查|(?:检查|抽查|巡查)(?:时|中|,|后)/;

const ON_GROUND =
  /^,?(?:本局|我局|本机关|我机关)?(?:根据|依据|以|因|由)[^,。;]{2,40}(?:线索|移送|举报|投诉|交办|反映|材料)(?:[^,。;]{0,12}(?=,)|$)/;

/** The day of filing as another paper tells it: 于2026年1月9日(批准)立案. Null where no day stands for it. */
export function recitedFiling(reader: Reader): Fact | null {
  const text = reader.dense;
  const days = daysTold(reader);
  // 立案时间:2031年3月1日, 立案日期为…
  for (const { index, 0: label } of text.matchAll(/立案(?:时间|日期)[:为是]/gu)) {
    const day = days.find((one) => one.start === index + label.length);
    if (day !== undefined) return factOf(reader, day.value, index, day.end, 0.85);
  }
  for (let at = text.indexOf('立案'); at >= 0; at = text.indexOf('立案', at + 2)) {
    const after = text.slice(at + 2, at + 6);
    if (
      /^(?:审批|登记|依据|标准|条件|号|前|表|呈批)/u.test(after) ||
      /[不未]$|不予$|尚未$/u.test(text.slice(Math.max(0, at - 2), at))
    )
      continue;
    const day = days.findLast((one) => one.end <= at);
    if (day === undefined) continue;
    // 本局根据某局转办线索,对…立案: what gave the ground is told as the ground, no act of that day.
    const between = text.slice(day.end, at).replace(ON_GROUND, '');
    if (/[。;]|同日|当日/.test(between) || OTHER_ACT.test(between)) continue;
    const close = between.length <= farthest && !/检查|登记/u.test(between);
    if (!close && !FILED_AGAINST.test(between) && !APPROVED.test(between)) continue;
    return factOf(reader, day.value, day.start, at + 2, day.carried ? 0.7 : 0.85);
  }
  return null;
}

const noticeWords =
  /告知书|(?<!停止|改正|纠正)违法行为通知书|(?:书面|口头)告知|告知了?(?:你|当事人|其|被处罚|该|拟|有关)|履行了?[^。;,]{0,6}告知(?:程序|义务)|(?:依法)?(?:进行|作出)了?(?:行政处罚|处罚|听证)?(?:事先|事前|听证)?告知/;

const RECEIVED =
  /^(?:(?:你[^,]{0,4})?签收了?(?:本机关|我机关|本局|我局)?的?|(?:你[^,。;]{0,6}|当事人)?收到了?(?:本机关|我机关|本局|我局|本单位|我单位)(?:依法)?(?:作出|送达|下达|发出|邮寄|制作)?的?)《/u;

/**
 * The day the notice was given, as the decision tells it: 于2026年3月2日向你送达《行政处罚告知书》. Null where the sentence names no day. What is told
 * so loosely contradicts nobody, but where the very notice of the file (`issued`) was served before the day it bears.
 */
export function recitedNotice(reader: Reader, issued?: Facts): Fact | null {
  const text = reader.dense;
  const days = daysTold(reader);
  for (const [index, day] of days.entries()) {
    const end = Math.min(days[index + 1]?.start ?? text.length, day.end + 60);
    const sentence = /^[^。;]*/.exec(text.slice(day.end, end))?.[0] ?? '';
    const told = noticeWords.exec(sentence);
    if (
      told === null ||
      /回避|复检|检[验测]结果|鉴定/.test(sentence.slice(told.index, told.index + 40)) ||
      /检查|询问|调查|勘验|勘察|发现|立案|提出|提交|收到|申请|听证会|签收/.test(
        // 你公司于3月1日签收《行政处罚告知书》, 当事人于3月1日收到本机关的《…》: served that day.
        sentence.slice(0, told.index).replace(RECEIVED, ''),
      )
    )
      continue;
    const stop = day.end + told.index + told[0].length;
    const early = !day.carried && isServedEarly(reader, day, stop, issued);
    return factOf(reader, day.value, day.start, stop, early ? 0.85 : day.carried ? 0.6 : 0.7);
  }
  return null;
}

/** 于2026年3月2日送达《行政处罚告知书》(甲罚告〔2026〕5号), and the notice of that number is of 2026年3月12日. */
function isServedEarly(reader: Reader, day: Day, end: number, issued: Facts | undefined): boolean {
  const [number, dated] = [issued?.['notice.number']?.value, issued?.['notice.date']?.value];
  if (typeof number !== 'string' || typeof dated !== 'string' || day.value >= dated) return false;
  if (!reader.dense.slice(day.end, end).includes('送达')) return false;
  return scanNumbers(reader, end, Math.min(reader.dense.length, end + 50)).some(
    (hit) => foldName(hit.value) === foldName(number) && /^》?\(?$/u.test(reader.dense.slice(end, hit.start)),
  );
}
