import type { Finding } from '../evaluate/types.ts';
import type { ItemResult, ScoreResult } from '../score/types.ts';

/** A score sheet (评分表) filled in for one file, as the printed table reviewers know; points are decimals. */
export interface ScoreSheet {
  readonly standard: string;
  readonly edition: string;
  readonly hash: string;
  readonly title: string;
  readonly sheet: string;
  /** What stands above the table: name of the case, agency, party, number … in their order. */
  readonly about: readonly (readonly [string, string])[];
  readonly max: number;
  /** The result in words, with what rests on people. */
  readonly result: string;
  readonly grade: string | null;
  readonly sections: readonly ScoreSheetSection[];
}

export interface ScoreSheetSection {
  readonly title: string;
  /** Points of its items, null where they have none of their own. */
  readonly full: number | null;
  readonly deducted: number;
  readonly rows: readonly ScoreSheetRow[];
}

export interface ScoreSheetRow {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemResult['kind'];
  readonly full: number | null;
  readonly state: ItemResult['state'];
  /** Points lost, or of a bonus given; null while nothing is decided or the item takes no part. */
  readonly points: number | null;
  /** The cell as it is printed: `−2`, `待定 3`, `否决`, `不涉及`. */
  readonly mark: string;
  /** What was found, in sentences. */
  readonly reasons: readonly string[];
  /** Where: `第 12 页`, with the file's name when there are several. */
  readonly places: readonly string[];
}

/** What a sheet is filled in from. */
export interface SheetFrom {
  readonly score: ScoreResult;
  readonly findings: readonly Finding[];
  readonly about: readonly (readonly [string, string])[];
  readonly result: string;
}

/** Arranges a score as a sheet; the order is the standard's. */
export function scoreSheet({ score, findings, about, result }: SheetFrom): ScoreSheet {
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  const files = new Set(findings.flatMap((finding) => finding.anchors.map((anchor) => anchor.file)));
  const sections = new Map<string, ItemResult[]>();
  for (const item of score.items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  return {
    standard: score.standard,
    edition: score.edition,
    hash: score.hash,
    title: score.title,
    sheet: score.sheetTitle,
    about,
    max: score.max,
    result,
    grade: score.grade,
    sections: [...sections].map(([title, items]) => sectionOf(title, items, byKey, files.size > 1)),
  };
}

function sectionOf(
  title: string,
  items: readonly ItemResult[],
  findings: ReadonlyMap<string, Finding>,
  named: boolean,
): ScoreSheetSection {
  const scored = items.filter((item) => item.kind === 'deduct' || item.kind === 'award');
  const hundredths = (points: readonly number[]): number =>
    points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
  const valued = scored.filter((item) => item.full !== null);
  return {
    title,
    full: valued.length === 0 ? null : hundredths(valued.map((item) => item.full ?? 0)),
    deducted: hundredths(scored.map((item) => item.deducted)),
    rows: items.map((item) => rowOf(item, findings, named)),
  };
}

function rowOf(item: ItemResult, findings: ReadonlyMap<string, Finding>, named: boolean): ScoreSheetRow {
  const anchors = item.findings
    .flatMap((key) => findings.get(key)?.anchors ?? [])
    .sort((a, b) => (a.file === b.file ? a.page - b.page : a.file < b.file ? -1 : 1));
  const places = anchors.map((anchor) => `${named ? `${anchor.file} ` : ''}第 ${anchor.page} 页`);
  const decided = item.state === 'deducted' || item.state === 'veto' || (item.kind === 'bonus' && item.deducted > 0);
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    full: item.full,
    state: item.state,
    points: decided ? item.deducted : item.state === 'full' && item.full !== null ? 0 : null,
    mark: markOf(item),
    reasons: item.state === 'not-applicable' && item.reasons.length === 0 ? [] : item.reasons,
    places: [...new Set(places)].slice(0, 6),
  };
}

function markOf(item: ItemResult): string {
  const open = item.atStake > 0 ? `待定 ${item.atStake}` : '待定';
  if (item.kind === 'bonus' && item.deducted > 0) return `+${item.deducted}`;
  switch (item.state) {
    case 'veto':
      return item.deducted > 0 ? `否决 −${item.deducted}` : '否决';
    case 'deducted':
      return item.atStake > 0 ? `−${item.deducted}（${open}）` : `−${item.deducted}`;
    case 'pending':
      return open;
    case 'not-applicable':
      return '不涉及';
    case 'recorded':
      return item.reasons.length > 0 ? '有问题' : '';
    case 'full':
      return item.kind === 'veto' ? '无' : '0';
    default:
      return item.state satisfies never;
  }
}

/** What was found and where, as the sheet's last column says it. */
export function recordOf(row: ScoreSheetRow): string {
  if (row.state === 'full' && row.kind !== 'bonus') return '';
  const places = row.places.length > 0 ? `（${row.places.join('、')}）` : '';
  return row.reasons.length === 0 ? places : `${row.reasons.join('\n')}${places}`;
}
