import type { Fact, ListItem } from '@anjuan/core';

export type Truth = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;

interface Count {
  right: number;
  wrong: number;
  missed: number;
  /** Wrong although the program was sure enough to judge by it. */
  sureWrong: number;
}

/** Values whose fact is less sure than this are not known to a rule. */
const known = 0.5;

/** Right, wrong and missed values by fact. */
export class Tally {
  readonly counts = new Map<string, Count>();
  readonly mistakes: string[] = [];

  /** Compares what a person reads with what was read; a value that is not known counts as missed, not as wrong. */
  add(where: string, truth: Truth, facts: Readonly<Record<string, unknown>>): void {
    for (const [path, expected] of Object.entries(truth)) {
      const count = this.counts.get(path) ?? { right: 0, wrong: 0, missed: 0, sureWrong: 0 };
      this.counts.set(path, count);
      const wanted = (Array.isArray(expected) ? (expected as readonly (string | number)[]) : [expected]).map((one) =>
        plain(String(one)),
      );
      const read = readValues(facts, path);
      for (const { value, sure } of read) {
        if (wanted.includes(value)) {
          if (sure) count.right++;
          continue;
        }
        if (!sure) continue;
        count.wrong++;
        count.sureWrong++;
        this.mistakes.push(`${where} ${path}: read ${value}, is ${wanted.join(' | ')}`);
      }
      for (const one of wanted) {
        if (read.some(({ value, sure }) => sure && value === one)) continue;
        count.missed++;
        if (!read.some(({ value }) => value === one)) this.mistakes.push(`${where} ${path}: missed ${one}`);
      }
    }
  }

  /** One row a fact, then all. */
  print(title: string): void {
    console.log(`\n${title}`);
    console.log(`  ${'fact'.padEnd(34)} ${'n'.padStart(5)}  precision  recall`);
    const all: Count = { right: 0, wrong: 0, missed: 0, sureWrong: 0 };
    for (const [path, count] of [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      row(path, count);
      for (const key of ['right', 'wrong', 'missed', 'sureWrong'] as const) all[key] += count[key];
    }
    row('all', all);
    const total = all.right + all.wrong + all.missed;
    console.log(`  wrong but sure: ${((100 * all.sureWrong) / Math.max(1, total)).toFixed(2)} % of ${total}`);
  }
}

function row(path: string, { right, wrong, missed }: Count): void {
  const share = (part: number, whole: number): string => (whole === 0 ? '    -' : (part / whole).toFixed(3));
  console.log(
    `  ${path.padEnd(34)} ${String(right + missed).padStart(5)}      ${share(right, right + wrong)}   ${share(right, right + missed)}`,
  );
}

interface Read {
  readonly value: string;
  readonly sure: boolean;
}

/** The values of a path; `list[].field` gives that field of every element, a list of citations its places. */
function readValues(facts: Readonly<Record<string, unknown>>, path: string): Read[] {
  const cut = path.indexOf('[].');
  const fact = facts[cut < 0 ? path : path.slice(0, cut + 2)] as Fact | undefined;
  if (fact === undefined) return [];
  const values = Array.isArray(fact.value) ? (fact.value as readonly (string | ListItem)[]) : [fact.value as string];
  return values.flatMap((one): Read[] => {
    const isItem = typeof one === 'object';
    const sure = ((isItem ? one.confidence : fact.confidence) ?? 1) >= known;
    if (!isItem) return [{ value: plain(String(one)), sure }];
    if (cut < 0)
      return one.article === undefined
        ? []
        : [{ value: plain(`${one.law} ${one.article}.${one.paragraph ?? ''}.${one.item ?? ''}`), sure }];
    const field = one[path.slice(cut + 3)];
    if (field === undefined || field === null) return [];
    return (Array.isArray(field) ? (field as readonly string[]) : [field]).map((value) => ({
      value: plain(String(value)),
      sure,
    }));
  });
}

/** Width and style of brackets and white space make no other value, as none in `foldName`. */
function plain(text: string): string {
  return text
    .replace(/[〔【[﹝（]/gu, '(')
    .replace(/[〕】\]﹞）]/gu, ')')
    .replace(/\s+/gu, '')
    .replace(/\.{1,2}$/u, '');
}
