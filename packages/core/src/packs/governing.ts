import { nearest } from '../kernel/nearest.ts';
import type { PeriodUnit } from '../kernel/period.ts';
import { lawNamed, versionOn } from '../laws/names.ts';
import { placeFault } from '../laws/place.ts';
import type { DaysProblem, DaysQuestion } from './calculator.ts';
import { articleInWords } from './citation.ts';
import { type Clause, countsWorkingDays, type PeriodRule, periodRuleOn } from './periods.ts';
import type { Law, Pack } from './types.ts';

/** An article that decides something about a period. */
export interface Ground {
  readonly decides: 'unit' | 'start' | 'end' | 'roll';
  readonly law: string;
  readonly lawTitle: string;
  readonly article: number;
  readonly paragraph: number | null;
  /** In our own words. */
  readonly says: string;
}

/** How a period is to be counted. */
export interface Governed {
  readonly unit: PeriodUnit;
  readonly roll: boolean;
  readonly basis: readonly Ground[];
  readonly unitWhy: string;
  readonly rollWhy: string;
  readonly warnings: readonly string[];
}

const civil: Readonly<Record<'start' | 'hours' | 'end' | 'roll', Clause>> = {
  start: { law: 'cn.civ', article: 201, paragraph: 1 },
  hours: { law: 'cn.civ', article: 201, paragraph: 2 },
  end: { law: 'cn.civ', article: 202, paragraph: null },
  roll: { law: 'cn.civ', article: 203, paragraph: 1 },
};

/** The law's own clause on its periods, else the general ones of the civil code; without a law, what the question says. */
export function governing(
  question: DaysQuestion,
  pack: Pick<Pack, 'laws' | 'periods'>,
): Governed | { readonly problem: DaysProblem } {
  const found = question.law === undefined ? null : lookUp(question.law, question, pack);
  if (found !== null && 'problem' in found) return found;
  const settled = found === null ? unitAsSaid(question) : unitByLaw(question, found);
  if ('problem' in settled) return settled;
  const { unit } = settled;
  const grounds: [Ground['decides'], Clause, string][] = [];
  if (settled.by !== null) grounds.push(['unit', settled.by, settled.says]);
  if (unit === 'hours') grounds.push(['start', civil.hours, '按小时计算的，自规定的时刻起算']);
  else grounds.push(['start', found?.rule.start ?? civil.start, '起算当日不计入']);
  if (unit === 'months' || unit === 'years') grounds.push(['end', civil.end, '止于对应日，没有的止于月末']);
  const rolling = rollOf(question, unit, found);
  if (rolling.by !== null) grounds.push(['roll', rolling.by, '末日是休息日的顺延']);
  return {
    unit,
    roll: rolling.roll,
    basis: grounds.map(([decides, clause, says]) => ground(decides, clause, says, pack.laws)),
    unitWhy: settled.why,
    rollWhy: rolling.why,
    warnings: settled.warnings,
  };
}

interface Found {
  readonly law: Law;
  readonly version: Law['versions'][number];
  readonly rule: PeriodRule;
  /** The clause that a borrowed period follows; `rule` itself otherwise. */
  readonly unitRule: PeriodRule;
}

function lookUp(
  name: string,
  question: DaysQuestion,
  pack: Pick<Pack, 'laws' | 'periods'>,
): Found | { readonly problem: DaysProblem } {
  const day = question.from.slice(0, 10);
  const law = lawNamed(pack.laws, name);
  if (law === null) {
    const names = [...pack.laws.values()].flatMap((one) => [one.id, one.short, one.title]);
    return { problem: { field: 'law', message: `没有收录“${name}”${hint(nearest(name, names))}` } };
  }
  const version = versionOn(law, day);
  const rule = periodRuleOn(pack.periods, law.id, day);
  if (version === null || rule === null)
    return {
      problem: { field: 'law', message: `没有收录《${law.title}》在 ${day} 怎样计算期限；可以不写法律，自己写明单位` },
    };
  const { article } = question;
  const fault = placeFault(version, { article: article ?? null });
  if (fault !== null) return { problem: { field: 'article', message: `《${law.title}》${fault.message}` } };
  const { borrows } = rule;
  const borrowed =
    borrows !== null && article !== undefined && borrows.articles.includes(article)
      ? periodRuleOn(pack.periods, borrows.law, day)
      : null;
  return { law, version, rule, unitRule: borrowed ?? rule };
}

interface Settled {
  readonly unit: PeriodUnit;
  readonly by: Clause | null;
  readonly says: string;
  readonly why: string;
  readonly warnings: readonly string[];
}

function unitAsSaid(question: DaysQuestion): Settled | { readonly problem: DaysProblem } {
  const { unit } = question;
  if (unit === 'days')
    return {
      problem: { field: 'unit', message: '没有写明法律，单位应写 natural-days（自然日）或者 working-days（工作日）' },
    };
  const why =
    unit === 'working-days' ? '只计工作日（含调休上班日）' : unit === 'natural-days' ? '按自然日连续计算' : '';
  return { unit, by: null, says: '', why: why === '' ? '按所写的单位计算' : why, warnings: [] };
}

function unitByLaw(question: DaysQuestion, { law, version, unitRule }: Found): Settled {
  const { unit, limit, article } = question;
  if (unit === 'hours' || unit === 'months' || unit === 'years')
    return {
      unit,
      by: null,
      says: '',
      why: '按所写的单位计算',
      warnings: warn(version, article, `${limit}${unit[0]}`, law),
    };
  const set = article === undefined ? [] : (version.structure?.days.get(String(article)) ?? []);
  const asWritten = set.includes(`${limit}w`) && !set.includes(`${limit}d`);
  const working = asWritten || countsWorkingDays(unitRule, limit, article ?? null);
  const by = asWritten && article !== undefined ? { law: law.id, article, paragraph: null } : unitRule.unitBy;
  const chosen = working ? 'working-days' : 'natural-days';
  const where =
    by === null ? '' : `（${by.law === law.id ? '' : '行政处罚法'}${articleInWords({ ...by, item: null })}）`;
  const says = asWritten ? '条文写明工作日' : clauseInWords(unitRule);
  const head = `《${law.short}》${article === undefined ? '' : articleInWords({ article, paragraph: null, item: null })}`;
  const silent = by === null ? '，法律没有写明是工作日' : '';
  const why = `${head}的 ${limit} 日${working ? '只计工作日' : '按自然日计算'}${silent}${by === null ? '' : `：${says}${where}`}`;
  const other = unit !== 'days' && unit !== chosen ? '；所写的单位与法律不同，按法律计算' : '';
  const letter = asWritten ? 'w' : 'd';
  return { unit: chosen, by, says, why: `${why}${other}`, warnings: warn(version, article, `${limit}${letter}`, law) };
}

function clauseInWords({ working }: PeriodRule): string {
  if (working === 'all') return '本法的期限以工作日计算';
  if (working === 'none') return '除写明工作日的以外按自然日计算';
  if ('up-to' in working) return `${working['up-to']} 日以内的期限才是工作日`;
  return `只有 ${working.join('、')} 日的期限是工作日`;
}

function warn(version: Found['version'], article: number | undefined, period: string, law: Law): readonly string[] {
  if (article === undefined || version.structure === undefined) return [];
  const set = version.structure.days.get(String(article)) ?? [];
  if (set.includes(period) || (period.endsWith('d') && set.includes(period.replace('d', 'w')))) return [];
  return [`《${law.title}》${articleInWords({ article, paragraph: null, item: null })}没有写这个期限，请核对条号`];
}

function rollOf(
  question: DaysQuestion,
  unit: PeriodUnit,
  found: Found | null,
): { readonly roll: boolean; readonly by: Clause | null; readonly why: string } {
  if (unit === 'hours' || unit === 'working-days' || question.back === true) return { roll: false, by: null, why: '' };
  if (found === null) {
    const roll = question.roll === true;
    return { roll, by: null, why: roll ? '顺延至下一个工作日' : '没有要求顺延' };
  }
  if (question.article !== undefined && found.rule.rollNotIn.includes(question.article))
    return { roll: false, by: null, why: '这是限制权利的期限，不顺延，应在此前处理' };
  const by = found.rule.roll ?? civil.roll;
  const own = found.rule.roll !== null;
  return {
    roll: true,
    by,
    why: own ? '依规定顺延至下一个工作日' : '本法没有规定，参照民法典第二百零三条顺延至下一个工作日',
  };
}

function ground(decides: Ground['decides'], clause: Clause, says: string, laws: ReadonlyMap<string, Law>): Ground {
  const { law, article, paragraph } = clause;
  return { decides, law, lawTitle: laws.get(law)?.title ?? law, article, paragraph, says };
}

function hint(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `，${suggestion}`;
}
