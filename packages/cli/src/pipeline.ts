import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type CaseRecord,
  type Extraction,
  extractCase,
  type FileText,
  gapsOf,
  type Ledger,
  type LedgerHead,
  ledgerIn,
  mappedLedger,
  placeOf,
  type RuleBook,
  readRecord,
  recordProblemLine,
  rowsOfLedger,
  rowsPassedOver,
  tooLong,
} from '@anjuan/core';
import { gather, Locked, nothingRead, readFiles, Unreadable } from '@anjuan/intake';
import { fromUser } from './files.ts';
import type { Progress } from './output.ts';

/** One case as it comes out of reading: its record, or why there is none. */
export interface ReadCase {
  readonly name: string;
  readonly record: CaseRecord | null;
  readonly extraction: Extraction | null;
  readonly files: readonly FileText[];
  /** Chinese sentences naming file and line or field; the case may still have a record. */
  readonly problems: readonly string[];
}

export interface ReadCaseOptions {
  /** Opens encrypted files. */
  readonly password?: string;
  /** What a person said of a ledger's columns: heading → path of a fact, `id`, or null to leave it out. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  /** Told how a ledger's columns were understood. */
  readonly onLedger?: (file: string, head: LedgerHead) => void;
  /** Told which rows of a ledger were not taken for cases. */
  readonly onPassedOver?: (line: string) => void;
}

/** Reads the cases a path stands for, one after another: documents of any format, or records in JSON and NDJSON. */
export async function* readCases(
  target: string,
  book: RuleBook,
  progress: Progress,
  options: ReadCaseOptions = {},
): AsyncGenerator<ReadCase> {
  const place = fromUser(target);
  if (/\.(json|ndjson|jsonl)$/iu.test(place)) {
    yield* readRecords(target, place, book);
    return;
  }
  const gathered = await gather(place, undefined, options.password).catch((error: unknown) => {
    if (error instanceof Unreadable) return error;
    throw error;
  });
  if (gathered instanceof Unreadable) {
    const missing = (await stat(place).catch(() => null)) === null;
    yield nothingOf(path.basename(place), [
      missing
        ? gathered.message
        : `${path.basename(place)}：${gathered.message}${gathered instanceof Locked ? howToOpen(options.password) : ''}`,
    ]);
    return;
  }
  try {
    for (const one of gathered.cases) {
      if (one.files.length === 0) {
        yield nothingOf(one.name, [`${one.name}：文件夹是空的，里面没有文件`]);
        continue;
      }
      const { password } = options;
      const inputs = password === undefined ? one.files : one.files.map((file) => ({ ...file, password }));
      const files = await readFiles(inputs, {
        onProgress: ({ file, done, total }) => progress.update(file, done, total),
      });
      progress.stop();
      const problems = files.flatMap((file) =>
        file.unreadable === undefined
          ? []
          : [`${file.name}：${file.unreadable}${file.locked === true ? howToOpen(password) : ''}`],
      );
      const nothing = nothingRead(files);
      if (nothing !== null) {
        const pages = gapsOf(
          nothing.flatMap((file) =>
            file.unreadable !== undefined
              ? []
              : file.pages.map((page) => ({ file: file.name, page: page.number, reason: page.unread ?? '' })),
          ),
        );
        const all = [...problems, ...pages.map((gap) => `${placeOf(gap)}：${gap.reason}`)];
        yield { name: one.name, record: null, extraction: null, files, problems: all };
        continue;
      }
      const [only] = files;
      if (only !== undefined && files.length === 1 && only.unreadable === undefined) {
        if (only.format === 'json') {
          yield recordOf(only.pages.map((page) => page.text).join('\n'), only.name, only.name, book);
          continue;
        }
        const found = ledgerIn(only, book.pack.dictionary);
        const ledger = found === null ? null : mappedLedger(found, options.mapping ?? {});
        if (ledger !== null && (ledger.known || isNoPaper(extractCase(files, book, one.name)))) {
          for (const { message } of only.notices ?? []) options.onPassedOver?.(`${only.name}：${message}`);
          const lost = only.pages.flatMap(({ unread }) => (unread === undefined ? [] : [`${only.name}：${unread}`]));
          if (lost.length > 0) yield nothingOf(only.name, lost);
          yield* ledgerCases(ledger, book, options);
          if (!ledger.known)
            yield nothingOf(
              one.name,
              ledger.problems.map((problem) => `${problem}；${howToMap}`),
            );
          continue;
        }
      }
      const extraction = extractCase(files, book, one.name);
      yield { name: one.name, record: extraction.record, extraction, files, problems };
    }
  } finally {
    await gathered.dispose();
  }
}

function howToOpen(password: string | undefined): string {
  return password === undefined ? '；请在命令后加 --password 密码' : '；密码写在 --password 之后';
}

const howToMap = '是台账的，请在命令后加 --mapping 列对应.json，在写出的文件里逐列写明后再检查一次';

/** A table may be a paper too: a form drawn in cells. */
function isNoPaper({ documents }: Extraction): boolean {
  return documents.every(({ kind }) => kind === 'unknown');
}

/** One case a row, where a file is a ledger; none where it is not, or where none of its columns is understood. */
function* ledgerCases(ledger: Ledger, book: RuleBook, options: ReadCaseOptions): Generator<ReadCase> {
  for (const { place, head } of ledger.tables) options.onLedger?.(place, head);
  if (!ledger.known) return;
  for (const line of rowsPassedOver(ledger)) options.onPassedOver?.(line);
  if (ledger.problems.length > 0) yield nothingOf(ledger.file, ledger.problems);
  for (const { record, problems } of rowsOfLedger(ledger, book.pack.dictionary))
    yield { name: record.id, record, extraction: null, files: [], problems };
}

async function* readRecords(target: string, place: string, book: RuleBook): AsyncGenerator<ReadCase> {
  if ((await stat(place).catch(() => null)) === null) {
    yield nothingOf(path.basename(place), [`找不到文件或文件夹：${target}`]);
    return;
  }
  const name = path.basename(place);
  if (/\.json$/iu.test(place)) {
    if ((await stat(place)).size > mostBytes) {
      yield nothingOf(name, [`${name}：${tooLong}`]);
      return;
    }
    yield recordOf(await readFile(place, 'utf8'), name, name, book);
    return;
  }
  let line = 0;
  for await (const row of rowsOf(place)) {
    line++;
    if (row === null) yield nothingOf(`${name}#${line}`, [`${name} 第 ${line} 行：${tooLong}`]);
    else if (row.trim() !== '') yield recordOf(row, `${name} 第 ${line} 行`, `${name}#${line}`, book);
  }
}

/** Bytes of a file of one record: four of each character it may have. */
const mostBytes = 40 * 2 ** 20;
const longestRow = 10 * 2 ** 20;

/**
 * Lines of a text as they come from the disk, null for one that is longer than a record may be; only line feeds part them, since JSON may hold the
 * other separators.
 */
async function* rowsOf(place: string): AsyncGenerator<string | null> {
  let open: string | null = '';
  for await (const part of createReadStream(place, 'utf8')) {
    const [first = '', ...rows] = String(part).split('\n');
    open = open === null || open.length + first.length > longestRow ? null : open + first;
    for (const row of rows) {
      yield open;
      open = row;
    }
  }
  if (open !== '') yield open;
}

function recordOf(text: string, place: string, name: string, book: RuleBook): ReadCase {
  const accepted = readRecord(text, book.pack.dictionary);
  if ('problems' in accepted)
    return nothingOf(
      name,
      accepted.problems.map((one) => `${place}：${recordProblemLine(one, book.pack.dictionary)}`),
    );
  return { name: accepted.record.id, record: accepted.record, extraction: null, files: [], problems: [] };
}

/** A case of which nothing could be read, and why. */
function nothingOf(name: string, problems: readonly string[]): ReadCase {
  return { name, record: null, extraction: null, files: [], problems };
}
