import { ledgerIn } from '../documents/ledger/tables.ts';
import type { FileText } from '../documents/types.ts';
import type { Dictionary } from '../record/dictionary.ts';

const record = '是案卷记录或者程序数据（JSON），没有和文书一起检查；是案卷记录的，请单独放入检查，不是的请移出案卷';

/**
 * The files of a case of which those that are no papers of it have no pages, and say so: records, and ledgers, whose rows are of many cases and must
 * not be taken for what this one says of itself. A file alone is taken for what it is elsewhere.
 */
export function papersOf(files: readonly FileText[], dictionary: Dictionary): readonly FileText[] {
  if (files.length < 2) return files;
  return files.map((file) => {
    const why = file.unreadable === undefined ? noPaper(file, dictionary) : null;
    if (why === null) return file;
    return { ...file, pages: [], notices: [...(file.notices ?? []), { kind: 'other', message: why }] };
  });
}

function noPaper(file: FileText, dictionary: Dictionary): string | null {
  if (file.format === 'json') return record;
  const ledger = file.sheets === undefined ? null : ledgerIn(file, dictionary);
  if (ledger?.known !== true) return null;
  // A list of papers or goods has headings of a ledger too: only rows of different parties are of different cases.
  const parties = ledger.tables.map(({ rows, head }) => {
    const at = head.columns.findIndex(({ path }) => path === 'party.name');
    return new Set(at < 0 ? [] : rows.slice(head.row + 1).flatMap((row) => row[at]?.trim() || []));
  });
  return parties.some((names) => names.size > 1)
    ? '是台账（各行的当事人不同，每行一个案卷），没有和文书一起检查；要检查台账，请单独放入'
    : null;
}
