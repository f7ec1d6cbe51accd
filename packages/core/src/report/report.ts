import type { Blocking } from '../evaluate/blocked.ts';
import type { Finding } from '../evaluate/types.ts';
import { articleInWords } from '../packs/citation.ts';
import type { CaseRecord, Fact, FactValue } from '../record/types.ts';
import { lostInWords, placeOf } from '../record/unread.ts';
import type { Ruling, ScoreResult } from '../score/types.ts';
import { basisLines, type TextOf } from './basis-lines.ts';
import { resultFormat } from './batch/result.ts';
import { openLines } from './open-lines.ts';
import { elsewhereInWords, partInWords } from './part.ts';

/** Everything a report is made of. */
export interface Reported {
  readonly name: string;
  readonly record: CaseRecord;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly string[];
  /** What was not read, and what cannot be told for it. */
  readonly blocking?: readonly Blocking[];
  /** Null when the standard has no sheet for this kind of case, or none was asked for. */
  readonly score: ScoreResult | null;
  readonly pack: {
    readonly id: string;
    readonly hash: string;
    readonly chain: readonly { readonly id: string; readonly title: string }[];
    /** Chinese: why these packs. */
    readonly why: string;
  };
  readonly asOf: string;
  /** Themes of the rules, for reports of many cases. */
  readonly rules?: readonly { readonly id: string; readonly theme: string; readonly status: 'active' | 'draft' }[];
  /** People's words that stand. */
  readonly rulings?: readonly Ruling[];
  /** Where the report for a terminal is to explain the law of each finding: texts of articles. */
  readonly textOf?: TextOf;
}

/** The result of one case as it is printed and written to disk (`anjuan-result/1`). */
export type Report = Readonly<Record<string, unknown>> & { readonly findings: readonly Finding[] };

/** The report of one case under one standard, as `anjuan check --json` prints it. Same input, same bytes. */
export function buildReport(from: Reported): Report {
  const { record, score, blocking = [] } = from;
  return {
    format: resultFormat,
    case: {
      id: record.id,
      name: from.name,
      type: record.caseType ?? null,
      procedure: record.procedure ?? null,
      agency: textOf(record, 'decision.agency') ?? record.agency ?? null,
      party: textOf(record, 'party.name'),
      number: textOf(record, 'decision.number'),
      date: textOf(record, 'decision.date') ?? textOf(record, 'inspection.date') ?? textOf(record, 'transfer.date'),
      complete: record.complete,
      part: partInWords(record),
      documents: record.documents,
      unread: record.unread ?? [],
    },
    pack: from.pack,
    asOf: from.asOf,
    standard:
      score === null
        ? null
        : {
            id: score.standard,
            edition: score.edition,
            hash: score.hash,
            title: score.title,
            sheet: score.sheet,
            sheetTitle: score.sheetTitle,
          },
    score:
      score === null
        ? null
        : {
            total: score.total,
            max: score.max,
            pending: score.pending,
            low: score.low,
            high: score.high,
            grade: score.grade,
            possibleGrades: score.possibleGrades,
            scored: score.scored,
            veto: score.veto,
            openVetoes: score.openVetoes,
            items: score.items,
            waterfall: score.waterfall,
          },
    findings: from.findings,
    notices: record.notices ?? [],
    notChecked: from.notChecked,
    ...(blocking.length === 0 ? {} : { blocking }),
    facts: plainFacts(record),
    rules: themesOf(from),
    ...(from.rulings === undefined || from.rulings.length === 0 ? {} : { rulings: from.rulings }),
  };
}

/** What is written for a case that could not be read at all, so that a report of many counts it as not yet checked. */
export function buildUnchecked(name: string, problems: readonly string[], asOf: string): object {
  return {
    format: resultFormat,
    case: { id: name, name, type: null, procedure: null, agency: null, party: null, number: null, documents: [] },
    unchecked: problems.join('；'),
    pack: null,
    asOf,
    standard: null,
    score: null,
    findings: [],
    notChecked: problems,
  };
}

/** Values of the record without their places, by path; what is not known is left out. */
function plainFacts(record: CaseRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record.facts)
      .map(([path, raw]) => [path, plainValue(raw)] as const)
      .filter(([, value]) => value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function plainValue(raw: Fact | FactValue | null): unknown {
  const value = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Fact).value : raw;
  if (!Array.isArray(value)) return value;
  return value.map((item) => {
    if (typeof item === 'string') return item;
    const { anchors: _, origin: __, confidence: ___, ...fields } = item;
    return fields;
  });
}

/** Of the rules that judged this case, the theme, and which are drafts. */
function themesOf(from: Reported): Readonly<Record<string, { theme: string; draft?: true }>> {
  const judged = new Set(from.findings.map((finding) => finding.rule));
  return Object.fromEntries(
    (from.rules ?? [])
      .filter((rule) => judged.has(rule.id))
      .map((rule) => [rule.id, { theme: rule.theme, ...(rule.status === 'draft' ? { draft: true } : {}) }]),
  );
}

const severities = [
  ['invalidating', '严重'],
  ['serious', '较重'],
  ['minor', '一般'],
] as const;

/**
 * Points with what rests on people: `82，待定 6 分：76–82，合格（可能：优秀、合格）`. Vetoes nobody has judged are told apart, since no total
 * counts them.
 */
export function scoreInWords(
  score: Pick<ScoreResult, 'total' | 'max' | 'pending' | 'grade'> &
    Partial<Pick<ScoreResult, 'scored' | 'low' | 'high' | 'possibleGrades' | 'openVetoes'>>,
): string {
  const {
    total,
    max,
    pending,
    grade,
    low = total - pending,
    high = total,
    possibleGrades = [],
    openVetoes = [],
  } = score;
  const open = openVetoes.length > 0 ? `；另有 ${openVetoes.length} 项否决待人工认定` : '';
  if (score.scored === false)
    return `${max === 0 ? '只列问题，不打分' : '因否决不再打分'}${grade === null ? '' : `，${grade}`}${open}`;
  const words = [String(total)];
  if (low !== high) words.push(`待定 ${hundredth(high - low)} 分：${low}–${high}`);
  if (max !== 100) words.push(`满分 ${max}`);
  if (grade !== null) words.push(possibleGrades.length > 1 ? `${grade}（可能：${possibleGrades.join('、')}）` : grade);
  return `${words.join('，')}${open}`;
}

function hundredth(points: number): number {
  return Math.round(points * 100) / 100;
}

/** The report for a terminal, in Chinese. */
export function textReport(from: Reported): string {
  const lines: string[] = [from.name];
  const facts = [
    textOf(from.record, 'decision.agency'),
    textOf(from.record, 'decision.number'),
    textOf(from.record, 'party.name'),
  ];
  const known = facts.filter((fact) => fact !== null);
  if (known.length > 0) lines.push(`  ${known.join(' · ')}`);
  lines.push(`  规则 ${from.pack.chain.map((one) => one.title).join(' → ')}（${from.pack.why}）`);
  const part = partInWords(from.record);
  if (part !== null) lines.push(`  ${part}`);
  if (from.score !== null) lines.push(`  得分 ${scoreInWords(from.score)}　${from.score.title}`);
  lines.push(...incomplete(from).map((line) => `  ${line}`));
  const failed = from.findings.filter((finding) => finding.outcome === 'fail');
  lines.push(failed.length === 0 ? `  ${nothingFound(from)}` : `  发现 ${failed.length} 个问题：`);
  for (const [severity, label] of severities) {
    for (const finding of failed.filter((one) => one.severity === severity))
      lines.push(...findingLines(finding, label, from.textOf));
  }
  const unsettled = from.findings.filter(({ outcome }) => outcome === 'cannot-tell' || outcome === 'error');
  const open = unsettled.filter((finding) => finding.elsewhere !== true);
  if (open.length > 0) {
    lines.push(`  有 ${open.length} 项无法判断，待人工核查：`);
    lines.push(...openLines(open, from.textOf !== undefined).map((line) => `    · ${line}`));
  }
  const elsewhere = elsewhereInWords(unsettled.length - open.length, from.record);
  if (elsewhere !== null) lines.push(`  ${elsewhere}`);
  const notices = from.record.notices ?? [];
  if (notices.length > 0) lines.push(`  文件本身有 ${notices.length} 处异常，请人工核对：`);
  for (const { file, page, message } of notices)
    lines.push(`    · ${file}${page === null ? '' : ` 第 ${page} 页`}：${message}`);
  return `${lines.join('\n')}\n`;
}

/** Where not one requirement could be judged, no fault was looked for, and none is said to be absent. */
function nothingFound({ findings, notChecked }: Reported): string {
  if (!findings.some(({ outcome }) => outcome === 'pass')) return '没有一项能够判断，不能说有没有问题。';
  return `${notChecked.length > 0 ? '读出的内容里' : ''}未发现问题。`;
}

/** That the result is not whole, what was not read and why, and how much cannot be told for it. */
function incomplete({ record, notChecked, blocking = [] }: Reported): string[] {
  if (notChecked.length === 0) return [];
  const lost = lostInWords(record.unread ?? []);
  const open = new Set(blocking.flatMap((one) => one.findings)).size;
  const lines = notChecked.map((note) => {
    const gap = blocking.find((one) => note === `${placeOf(one)}：${one.reason}`);
    return `  · ${note}${gap === undefined || gap.findings.length === 0 ? '' : `（${gap.findings.length} 项因此可能无法判断）`}`;
  });
  return [
    `结果不完整：${lost === '' ? '有内容没有读出' : `有 ${lost}`}${open === 0 ? '' : `，${open} 项因此可能无法判断`}，得分和结论不包括其中的内容：`,
    ...lines,
  ];
}

function findingLines(finding: Finding, label: string, textOf: TextOf | undefined): string[] {
  const cited = finding.basis.map((one) => `《${one.lawTitle}》${articleInWords(one)}`);
  const basis = textOf === undefined ? [`依据：${cited.join('；')}`] : basisLines(finding, textOf);
  const places = finding.anchors.map((anchor) => `${anchor.file} 第 ${anchor.page} 页`);
  const cure = { yes: '可补正', explain: '只能说明', no: '不可补正' }[finding.curable];
  return [
    `    [${label}] ${finding.title}（${finding.rule}，${cure}）`,
    `        ${finding.message}`,
    ...basis.map((line) => `        ${line}`),
    ...(places.length > 0 ? [`        位置：${[...new Set(places)].join('、')}`] : []),
    `        建议：${finding.advice}`,
  ];
}

function textOf(record: CaseRecord, path: string): string | null {
  const raw = record.facts[path];
  const value = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Fact).value : raw;
  return typeof value === 'string' ? value : null;
}
