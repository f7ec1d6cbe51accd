import { loadReportData, problemLine, type ReportData, type RuleBook, type Standard, UnknownPack } from '@anjuan/core';
import { Refusal } from '../problems.ts';

/** What reports need of the rules folder. */
export interface ReportShelf {
  /** Themes of the rules of a chain of packs, `national+market`; those of all cases when the chain is no longer there. */
  rules(chain: string): readonly { readonly id: string; readonly theme: string; readonly status: 'active' | 'draft' }[];
  /** Names of grades by standard, best first. */
  readonly grades: ReadonlyMap<string, readonly string[]>;
  /** The project's phrases as they stand in their file. */
  readonly standing: string;
  /** Classes, indicators and phrases with a bureau's own; a {@link Refusal} lists every mistake in those. */
  data(own: string): ReportData;
}

export function shelfOf(
  book: Pick<RuleBook, 'reports' | 'pack' | 'shelf'>,
  standards: readonly Standard[],
): ReportShelf {
  let last: { readonly own: string; readonly data: ReportData } | null = null;
  return {
    rules: (chain) => {
      try {
        return book.shelf.resolve(chain.split('+')).pack.rules;
      } catch (error) {
        if (error instanceof UnknownPack) return book.pack.rules;
        throw error;
      }
    },
    grades: new Map(
      standards.map((standard) => {
        const sorted = standard.sheets.flatMap((sheet) => sheet.grades).sort((a, b) => b.from - a.from);
        return [standard.id, [...new Set(sorted.map((grade) => grade.name))]];
      }),
    ),
    standing: book.reports.get('reports/phrases.yaml') ?? '',
    data: (own) => {
      if (last?.own === own) return last.data;
      const { data, problems } = loadReportData(
        book.reports,
        own.trim() === '' ? null : { file: '本机关文字', text: own },
      );
      if (data === null) {
        throw new Refusal(400, 'bad-phrases', `文字模板有误：\n${problems.map(problemLine).join('\n')}`, 'own');
      }
      last = { own, data };
      return data;
    },
  };
}
