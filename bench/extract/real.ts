import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedPath } from '../../test/shared.ts';
import type { Truth } from './tally.ts';

interface Label {
  readonly file: string;
  readonly kind: string;
  readonly agency: string | null;
  readonly docNumber: string | null;
  readonly party: string;
  readonly decisionDate: string | null;
  readonly penalties: readonly { readonly type: string; readonly amount: number | null }[];
  readonly remedyReviewDays: number | null;
  readonly remedyLitigationMonths: number | null;
}

/** Facts a person read from real decisions; null where the folder of real texts is absent. */
export function realLabels(): readonly { readonly file: string; readonly truth: Truth }[] | null {
  const folder = sharedPath('real');
  if (folder === null || !existsSync(path.join(folder, 'labels.json'))) return null;
  const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as readonly Label[];
  return labels
    .filter((label) => label.kind === '行政处罚决定书')
    .map((label) => {
      const fines = label.penalties.filter((penalty) => penalty.type === '罚款');
      const values: Record<string, string | number | null> = {
        'decision.number': label.docNumber?.replace(/[([【﹝](\d{4})[)\]】﹞]/u, '〔$1〕') ?? null,
        'decision.agency': label.agency,
        'decision.date': label.decisionDate,
        'decision.fine': fines.length === 0 ? null : fines.reduce((sum, fine) => sum + (fine.amount ?? 0), 0),
        'decision.review-days': label.remedyReviewDays,
        'decision.litigation-months': label.remedyLitigationMonths,
        'party.name': label.party.split(';')[0] ?? null,
      };
      const truth = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Truth;
      return { file: label.file, truth };
    });
}

export function realText(file: string): string {
  return readFileSync(sharedPath('real', file) ?? '', 'utf8').replace(/^#.*\n/u, '');
}
