import type { Finding } from '../evaluate/types.ts';
import type { ScoreResult } from '../score/types.ts';

/** One file under several standards: what each finding costs under each. */
export interface Comparison {
  readonly standards: readonly {
    readonly id: string;
    readonly edition: string;
    readonly title: string;
    readonly sheet: string;
    readonly scored: boolean;
    readonly total: number;
    readonly max: number;
    readonly low: number;
    readonly high: number;
    readonly grade: string | null;
  }[];
  readonly rows: readonly ComparedFinding[];
}

export interface ComparedFinding {
  readonly finding: string;
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  /** In the order of the standards; null where a standard does not price it. */
  readonly costs: readonly (Cost | null)[];
}

export interface Cost {
  /** Items it counts in. */
  readonly items: readonly string[];
  /** Points of the total, besides what a veto does. */
  readonly points: number;
  /** What it does as a veto, in words; null where it is none. */
  readonly veto: string | null;
  /** True where the item is only noted, or what it costs is still to be fixed. */
  readonly open: boolean;
}

/** Defects that some standard prices first, the dearest on top; then those none prices. */
export function compareScores(findings: readonly Finding[], scores: readonly ScoreResult[]): Comparison {
  const rows = findings
    .filter((finding) => finding.outcome === 'fail')
    .map((finding) => ({
      finding: finding.key,
      rule: finding.rule,
      title: finding.title,
      message: finding.message,
      costs: scores.map((score) => costOf(finding, score)),
    }));
  const weight = (row: ComparedFinding): number =>
    Math.max(-1, ...row.costs.map((cost) => (cost === null ? -1 : cost.points + (cost.veto === null ? 0 : 1000))));
  return {
    standards: scores.map(({ standard, edition, title, sheetTitle, scored, total, max, low, high, grade }) => ({
      id: standard,
      edition,
      title,
      sheet: sheetTitle,
      scored,
      total,
      max,
      low,
      high,
      grade,
    })),
    rows: rows
      .map((row, index) => ({ row, index }))
      .sort((a, b) => weight(b.row) - weight(a.row) || a.index - b.index)
      .map(({ row }) => row),
  };
}

function costOf(finding: Finding, score: ScoreResult): Cost | null {
  const items = score.items.filter((item) => item.findings.includes(finding.key));
  if (items.length === 0) return null;
  const veto = items.find((item) => item.kind === 'veto' && item.state === 'veto');
  const own = (id: string): number => {
    const charged = items.filter((item) => item.id === id).flatMap((item) => item.charged);
    return sumOf(charged.filter((one) => one.finding === finding.key).map((one) => one.points));
  };
  const strikes = veto === undefined ? null : own(veto.id);
  const points = sumOf(items.filter((item) => item !== veto).map((item) => own(item.id)));
  return {
    items: items.map((item) => item.id),
    points,
    veto: veto === undefined ? null : vetoWords(veto.effect ?? '', strikes ?? 0),
    open: points === 0 && veto === undefined,
  };
}

/** A veto in points at what this finding takes, where it takes any; otherwise what the veto does. */
function vetoWords(effect: string, points: number): string {
  return effect.startsWith('扣 ') && points > 0 ? `扣 ${points} 分` : effect;
}

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
}
