import { open } from 'node:fs/promises';
import {
  acceptAgency,
  acceptRecord,
  blockingOf,
  buildReport,
  codesIn,
  countingFindings,
  diffStandards,
  extractCase,
  type FactValue,
  type ImportedAgency,
  importAgency,
  judgeRecord,
  keyOf,
  labelOf,
  plainLabel,
  type RuleBook,
  recordSchema,
  rulingProblem,
  score,
  standardNamed,
  textReport,
} from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import {
  canRecognise,
  clearLeftovers,
  closeParsers,
  drawPage,
  gather,
  holdsFiles,
  naturally,
  type PageCache,
  readFiles,
  readTables,
  showPicture,
  Unreadable,
} from '@anjuan/intake';
import type { Checker, Library, Original, Unpacked } from './checker.ts';
import { rulesOf } from './library.ts';
import { Refusal, UserMistake } from './problems.ts';
import { type ReportShelf, shelfOf } from './reports/shelf.ts';
import { standardDetail, standardSummary, standardsOf } from './standards.ts';

/** The real thing behind the seam: intake's parsers, the documents, the engine and the score over one rules folder. */
export async function openChecker(
  rules?: string,
): Promise<{ checker: Checker; library: Library; book: RuleBook; reports: ReportShelf }> {
  const book = await readRules(rules);
  const standards = standardsOf(book);
  const [first] = standards;
  if (first === undefined) throw new UserMistake('规则目录里没有评查标准（standards/*.yaml）。');
  const { rules: all, rule } = rulesOf(book);
  const library: Library = {
    defaultStandard: first.id,
    rules: all,
    rule,
    standards: () => standards.map(standardSummary),
    standard: (id) => {
      const standard = standardNamed(standards, id);
      return standard === null ? null : standardDetail(standard);
    },
    diff: (from, to) => {
      const [before, after] = [standardNamed(standards, from), standardNamed(standards, to)];
      return before === null || after === null ? null : diffStandards(before, after);
    },
    names: () => namesOf(book),
  };
  book.shelf.all();
  await clearLeftovers();
  const checker: Checker = {
    pack: { id: book.pack.id, hash: book.pack.hash },
    dictionary: book.pack.dictionary,
    recordSchema,
    ocr: await canRecognise(),
    unpack,
    read: readOriginals,
    draw: (file, page) => drawPage(file, page).catch(refuse),
    picture: (file, page, turn) => showPicture(file, page, turn).catch(refuse),
    extract: async (files, id, _signal, marks) => extractCase(files, book, id, marks),
    kindProblem: (kind) => (book.pack.kinds.some((one) => one.id === kind) ? null : `没有“${kind}”这种文书。`),
    judge: (record, agency) => judgeRecord(record, book, agency === null ? {} : { agency }),
    score: (id, record, findings, rulings, day) => {
      const standard = standardNamed(standards, id, day);
      if (standard === null) throw new Error(`standard ${id} is no longer in the rules folder`);
      return score(standard, record, countingFindings({ findings }), rulings);
    },
    rulingProblem: (given, ruling) => {
      const sheet = standardNamed(standards, keyOf({ id: given.standard, edition: given.edition }))?.sheets.find(
        (one) => one.id === given.sheet,
      );
      const item = sheet?.sections.flatMap((section) => section.items).find((one) => one.id === ruling.item);
      return item === undefined ? null : rulingProblem(item, ruling);
    },
    agency: (profile) => acceptAgency(profile, book.pack.dictionary),
    agencyLists: readLists,
    factProblem: (path, value) => factProblem(book, path, value),
    blocking: (record, findings, { chain }) =>
      blockingOf(record, findings, book.shelf.resolve(chain.map((one) => one.id)).plan),
    report: (what, format) =>
      format === 'json'
        ? `${JSON.stringify(buildReport({ ...what, rules: book.pack.rules }), null, 2)}\n`
        : textReport(what),
    close: () => closeParsers(),
  };
  return { checker, library, book, reports: shelfOf(book, standards) };
}

function namesOf(book: RuleBook) {
  const kinds = Object.fromEntries(book.pack.kinds.map(({ id, label }) => [id, label]));
  // A label says where the codes are explained, unless it explains them itself.
  const explained = (label: string): Readonly<Record<string, string>> =>
    label.includes('kinds.yaml') ? kinds : codesIn(label);
  return {
    facts: [...book.pack.dictionary.values()].map((entry) => ({
      path: entry.path,
      type: entry.type,
      label: plainLabel(entry.label),
      codes: explained(entry.label),
      fields: Object.entries(entry.fields).map(([name, field]) => ({
        name,
        label: plainLabel(field.label),
        codes: explained(field.label),
      })),
    })),
    kinds: book.pack.kinds.map(({ id, label }) => ({ id, label })),
  };
}

/** Reads in the natural order of names, as the papers lie in the file: 2 before 10. */
async function readOriginals(
  files: readonly Original[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
  cache: PageCache,
) {
  const sorted = [...files].sort((a, b) => naturally(a.name, b.name));
  const pages = new Map<string, { done: number; total: number }>();
  return readFiles(sorted, {
    signal,
    cache,
    onProgress: ({ file, done, total }) => {
      pages.set(file, { done, total });
      const sums = [...pages.values()];
      onProgress(
        sums.reduce((sum, one) => sum + one.done, 0),
        sums.reduce((sum, one) => sum + one.total, 0) + (files.length - sums.length),
      );
    },
  });
}

/** A page that cannot be shown is the file's fault, told as it is. */
function refuse(error: unknown): never {
  if (error instanceof Unreadable) throw new Refusal(409, 'not-shown', error.message);
  throw error;
}

/** Only what begins as an archive, as mails or as records is opened here: the rest would be read whole for nothing. */
async function unpack(path: string, name: string, password?: string): Promise<Unpacked | null> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead);
    if (!/^(?:PK|\s*\{|\xef\xbb)/u.test(head.toString('latin1', 0, 2)) && !holdsFiles(head, (await handle.stat()).size))
      return null;
  } finally {
    await handle.close();
  }
  try {
    const gathered = await gather(path, name, password);
    const several = gathered.cases.length > 1;
    const files = gathered.cases.flatMap((one) =>
      several ? one.files.map((file) => ({ ...file, name: `${one.name}/${file.name}` })) : one.files,
    );
    const papers = files.filter((file) => file.path !== path);
    const { refused } = files[0] ?? {};
    if (papers.length === 0 && refused !== undefined) return { files: [], refused, dispose: gathered.dispose };
    if (papers.length === 0) return null; // an office file, read as one
    const waits = papers.length < files.length; // what is encrypted in it is asked for where the archive itself is read
    return { files: papers, waits, ...(several ? { cases: gathered.cases } : {}), dispose: gathered.dispose };
  } catch (error) {
    if (error instanceof Unreadable) return null; // reading it says why
    throw error;
  }
}

/** The tables of one list; a file that cannot be read is the user's mistake. */
async function readLists(place: string, name: string): Promise<ImportedAgency> {
  try {
    const tables = await readTables({ path: place });
    return importAgency(tables.map((table) => ({ file: name, sheet: table.name, rows: table.rows })));
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal(400, 'no-table', `${name}：${error.message}。`);
    throw error;
  }
}

/** What the dictionary says against a value for a fact. */
function factProblem(book: RuleBook, path: string, value: FactValue): string | null {
  const dictionary = book.pack.dictionary;
  const accepted = acceptRecord({ id: 'fact', complete: false, facts: { [path]: value } }, dictionary);
  if (!('problems' in accepted)) return null;
  const wrong = accepted.problems.map((problem) => problem.message).join('；');
  return `“${labelOf(dictionary, path)}”${wrong}${wrong.endsWith('？') ? '' : '。'}`;
}
