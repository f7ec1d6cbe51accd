import type { Finding } from '../../evaluate/types.ts';
import { articleInWords } from '../../packs/citation.ts';
import type { CaseDocument, FactValue } from '../../record/types.ts';
import type { ItemResult, Ruling, ScoreResult } from '../../score/types.ts';
import { tidy } from '../texts/tidy.ts';
import { classOf, type ReportData } from './data.ts';
import { personalOf } from './personal.ts';
import type { BatchCase, CaseProblem, CaseScore, Place } from './types.ts';

/** Name and version of the file that `anjuan check --out` writes for one case. */
export const resultFormat = 'anjuan-result/1';

/** The result of one case as it is written; see `buildReport`. */
export interface CaseResult {
  readonly format?: string;
  readonly case: {
    readonly id: string;
    readonly name: string;
    readonly type: string | null;
    readonly procedure?: string | null;
    readonly agency: string | null;
    readonly party: string | null;
    readonly number: string | null;
    readonly date?: string | null;
    readonly documents: readonly CaseDocument[];
  };
  /** Why there is no result; then findings and scores are empty. */
  readonly unchecked?: string;
  readonly pack: { readonly id: string; readonly hash: string } | null;
  readonly asOf: string;
  readonly standard:
    | ({ readonly id: string } & Pick<ScoreResult, 'title' | 'sheet'> &
        Partial<Pick<ScoreResult, 'edition' | 'hash' | 'sheetTitle'>>)
    | null;
  readonly score: Omit<ScoreResult, 'standard' | 'edition' | 'hash' | 'title' | 'sheet' | 'sheetTitle'> | null;
  readonly scores?: readonly ScoreResult[];
  readonly findings: readonly Finding[];
  readonly notChecked: readonly string[];
  readonly facts?: Readonly<Record<string, FactValue | null>>;
  /** Themes of the rules that judged, and which of them are drafts. */
  readonly rules?: Readonly<Record<string, { readonly theme: string; readonly draft?: boolean }>>;
  /** People's words that stand. */
  readonly rulings?: readonly Ruling[];
}

/** Takes a parsed result file; a sentence in Chinese says what is wrong with one that is none. */
export function acceptResult(value: unknown): CaseResult | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '不是检查结果';
  const raw = value as Partial<CaseResult>;
  if (typeof raw.case !== 'object' || raw.case === null || typeof raw.case.id !== 'string') {
    return '不是检查结果：缺少 case';
  }
  if (raw.format !== undefined && raw.format !== resultFormat) return `检查结果的格式“${String(raw.format)}”不认识`;
  if (!Array.isArray(raw.findings) || !Array.isArray(raw.notChecked))
    return '不是检查结果：缺少 findings 或 notChecked';
  if (typeof raw.asOf !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(raw.asOf)) return '不是检查结果：缺少日期 asOf';
  if (!Array.isArray(raw.case.documents)) return '不是检查结果：缺少 case.documents';
  return raw as CaseResult;
}

/** What a batch keeps of one result. `id` is unique within the batch. */
export function condense(result: CaseResult, id: string, data: ReportData): BatchCase {
  const scores = scoresOf(result);
  const standing = standingFindings(result);
  const asked = new Set(data.indicators.flatMap((one) => one.rules ?? []));
  const outcomes: Record<string, ('pass' | 'fail' | 'unknown')[]> = {};
  for (const finding of standing) {
    if (!asked.has(finding.rule) || finding.outcome === 'not-applicable') continue;
    const told = finding.outcome === 'pass' || finding.outcome === 'fail' ? finding.outcome : 'unknown';
    outcomes[finding.rule] = [...(outcomes[finding.rule] ?? []), told];
  }
  const wanted = new Set(data.indicators.flatMap((one) => one.count?.facts ?? []));
  return {
    id,
    name: result.case.name,
    unit: result.case.agency,
    type: result.case.type,
    number: result.case.number,
    party: result.case.party,
    day: result.case.date ?? null,
    unchecked: result.unchecked ?? null,
    notChecked: result.notChecked,
    scores: scores.map(caseScore),
    problems: problemsOf(result, standing, scores[0]?.items ?? [], data),
    open: standing.filter(
      ({ outcome, elsewhere }) => (outcome === 'cannot-tell' && elsewhere !== true) || outcome === 'error',
    ).length,
    outcomes,
    facts: [...wanted].filter((path) => (result.facts?.[path] ?? null) !== null).sort(),
    personal: personalOf(result),
    pack: result.pack === null ? '' : `${result.pack.id}@${result.pack.hash}`,
  };
}

/** Scores of a result, the first standard first. */
export function scoresOf(result: CaseResult): readonly ScoreResult[] {
  if (result.scores !== undefined) return result.scores;
  if (result.score === null || result.standard === null) return [];
  const { id: standard, edition = '', hash = '', sheetTitle = '', title, sheet } = result.standard;
  return [{ ...result.score, standard, edition, hash, title, sheet, sheetTitle }];
}

/** Findings as people left them: without drafts; a ruling lets one fall or makes one a defect. */
function standingFindings(result: CaseResult): readonly Finding[] {
  const rulings = new Map((result.rulings ?? []).flatMap((one) => (one.finding ? [[one.finding, one.verdict]] : [])));
  return result.findings
    .filter((finding) => finding.draft !== true && result.rules?.[finding.rule]?.draft !== true)
    .map((finding) => {
      const verdict = rulings.get(finding.key);
      if (verdict === 'deduct') return { ...finding, outcome: 'fail' as const };
      if (verdict === 'not-applicable') return { ...finding, outcome: 'not-applicable' as const };
      if (verdict === 'overruled' || verdict === 'no-deduction') return { ...finding, outcome: 'pass' as const };
      return finding;
    });
}

function problemsOf(
  result: CaseResult,
  standing: readonly Finding[],
  items: readonly ItemResult[],
  data: ReportData,
): readonly CaseProblem[] {
  const titles = new Map(result.case.documents.map((document) => [document.id, document.title]));
  const priced = new Map<string, number>();
  for (const item of items) {
    for (const one of item.charged) {
      priced.set(one.finding, (priced.get(one.finding) ?? 0) + Math.round(one.points * 100));
    }
  }
  const found = standing
    .filter((finding) => finding.outcome === 'fail')
    .map(
      (finding): CaseProblem => ({
        key: finding.key,
        rule: finding.rule,
        title: finding.title,
        message: tidy(finding.message),
        ...classOf(data, finding.rule, result.rules?.[finding.rule]?.theme),
        severity: finding.severity,
        basis: finding.basis.map((one) => `《${one.lawTitle}》${articleInWords(one)}`),
        advice: tidy(finding.advice),
        curable: finding.curable,
        places: placesOf(finding, titles),
        points: priced.get(finding.key) ?? null,
      }),
    );
  return [...found, ...byPeople(result, items)];
}

/** What people took points for without a finding of the machine's. */
function byPeople(result: CaseResult, items: readonly ItemResult[]): readonly CaseProblem[] {
  return (result.rulings ?? [])
    .filter((ruling) => !ruling.finding && ruling.verdict === 'deduct')
    .flatMap((ruling) => {
      const item = items.find((one) => one.id === ruling.item);
      if (item === undefined || item.deducted === 0) return [];
      return [
        {
          key: `item:${item.id}`,
          rule: item.id,
          title: item.title,
          message: ruling.reason,
          class: 'other',
          theme: '人工评查',
          severity: item.kind === 'veto' ? ('invalidating' as const) : ('serious' as const),
          basis: [],
          advice: '',
          curable: 'explain' as const,
          places: [],
          points: Math.round((ruling.points ?? item.deducted) * 100),
        },
      ];
    });
}

/** Pages a finding points at, each once. */
function placesOf(finding: Finding, titles: ReadonlyMap<string, string>): readonly Place[] {
  const places = new Map<string, Place>();
  for (const anchor of finding.anchors) {
    const key = `${anchor.file}\n${anchor.page}`;
    if (!places.has(key))
      places.set(key, { document: titles.get(anchor.document) ?? null, file: anchor.file, page: anchor.page });
  }
  return [...places.values()];
}

function caseScore(score: ScoreResult): CaseScore {
  const points = (value: number) => Math.round(value * 100);
  return {
    standard: score.standard,
    title: score.title,
    hash: score.hash === '' ? null : score.hash,
    edition: score.edition,
    sheet: score.sheet,
    scored: score.scored ?? true,
    total: points(score.total),
    max: points(score.max),
    low: points(score.low),
    high: points(score.high),
    grade: score.grade,
    possibleGrades: score.possibleGrades,
    vetoes: score.veto.map((one) => one.title),
    openVetoes: score.openVetoes?.length ?? 0,
  };
}
