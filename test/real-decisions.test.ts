import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { extractorsFor, type FileText, type Kinds, recognise } from '../packages/core/src/documents/index.ts';
import type { Fact, ListItem } from '../packages/core/src/record/types.ts';
import { sharedPath } from './shared.ts';

/** What a person read from a decision; null for what the text does not hold. */
interface Label {
  readonly file: string;
  readonly number: string | null;
  readonly agency: string | null;
  readonly party: string | null;
  readonly date: string | null;
  readonly fine: number | null;
  readonly citations: readonly string[];
  readonly reviewDays?: number | null;
  readonly litigationMonths?: number | null;
}

interface SharedLabel {
  readonly file: string;
  readonly kind: string;
  readonly agency: string | null;
  readonly docNumber: string | null;
  readonly party: string;
  readonly decisionDate: string | null;
  readonly penalties: readonly { readonly type: string; readonly amount: number | null }[];
  readonly lawsCited: readonly { readonly law: string; readonly article: string | null }[];
  readonly remedyReviewDays: number | null;
  readonly remedyLitigationMonths: number | null;
}

const root = path.dirname(import.meta.dirname);
const real = sharedPath('real');
const kinds = parse(readFileSync(path.join(root, 'rules/kinds.yaml'), 'utf8')) as Kinds;
const extractors = extractorsFor(kinds);
const present = real !== null && existsSync(path.join(real, 'labels.json'));

describe.skipIf(!present)(
  'real decisions nobody on this project wrote (skipped: the folder of real texts is absent)',
  () => {
    test('facts agree with what people read', () => {
      const tally = new Map<string, { right: number; wrong: number; missed: number }>();
      const mistakes: string[] = [];
      for (const label of labels()) {
        const got = factsOf(label.file);
        for (const [fact, expected, value] of pairs(label, got)) {
          const entry = tally.get(fact) ?? { right: 0, wrong: 0, missed: 0 };
          tally.set(fact, entry);
          for (const one of value) {
            if (expected.includes(one)) entry.right++;
            else {
              entry.wrong++;
              mistakes.push(`${label.file} ${fact}: read ${one}`);
            }
          }
          for (const one of expected) {
            if (value.includes(one)) continue;
            entry.missed++;
            mistakes.push(`${label.file} ${fact}: missed ${one}`);
          }
        }
      }
      const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
      let all = { right: 0, wrong: 0, missed: 0 };
      for (const [fact, { right, wrong, missed }] of tally) {
        all = { right: all.right + right, wrong: all.wrong + wrong, missed: all.missed + missed };
        console.log(
          `${fact}: precision ${share(right, right + wrong)} recall ${share(right, right + missed)} of ${right + missed}`,
        );
      }
      console.log(
        `all: precision ${share(all.right, all.right + all.wrong)} recall ${share(all.right, all.right + all.missed)}`,
      );
      console.log(mistakes.join('\n'));
      expect(all.right + all.missed).toBeGreaterThan(120);
      expect(all.right / (all.right + all.wrong)).toBeGreaterThanOrEqual(0.97);
      expect(all.right / (all.right + all.missed)).toBeGreaterThanOrEqual(0.97);
    });

    test.each([
      '123-tpl-safety-行政处罚决定书（单位）.txt',
      '124-tpl-safety-行政处罚决定书（个人）.txt',
      '149-tpl-transport-行政处罚决定书.txt',
      '172-tpl-local-tax-penalty-decision.txt',
      '176-tpl-police-penalty-decision.txt',
      '115-tpl-safety-行政处罚告知书.txt',
      '117-tpl-safety-行政处罚听证告知书.txt',
      '144-tpl-transport-违法行为通知书.txt',
    ])('the blank form %s yields no facts', (file) => {
      const { documents } = recognise([fileText(file)], kinds);
      expect(documents.map((document) => extractors[document.kind]?.(document.reader) ?? null)).toEqual([{}]);
    });
  },
);

function fileText(name: string): FileText {
  const text = readFileSync(path.join(real ?? '', name), 'utf8').replace(/^#.*\n/, '');
  return { name: '1.txt', sha256: '', format: 'txt', pages: [{ number: 1, width: 0, height: 0, text, lines: [] }] };
}

function factsOf(name: string): Readonly<Record<string, Fact>> {
  const { documents } = recognise([fileText(name)], kinds);
  const decisions = documents.filter((document) => document.kind === 'penalty-decision');
  expect(decisions, name).toHaveLength(1);
  return Object.assign({}, ...decisions.map((document) => extractors[document.kind]?.(document.reader)));
}

function pairs(label: Label, facts: Readonly<Record<string, Fact>>): [string, string[], string[]][] {
  const read = (fact: string): string[] => {
    const value = facts[fact]?.value;
    return value === undefined || Array.isArray(value) ? [] : [String(value)];
  };
  const wanted = (value: string | number | null | undefined): string[] => (value == null ? [] : [plain(String(value))]);
  const cited = (facts['decision.citations[]']?.value ?? []) as readonly ListItem[];
  const rows: [string, string[], string[]][] = [
    ['decision.number', wanted(label.number), read('decision.number').map(plain)],
    ['decision.agency', wanted(label.agency), read('decision.agency').map(plain)],
    ['party.name', wanted(label.party), read('party.name').map(plain)],
    ['decision.date', wanted(label.date), read('decision.date')],
    ['decision.fine', wanted(label.fine), read('decision.fine')],
    [
      'decision.citations[]',
      [...label.citations].map(plain),
      [...new Set(cited.filter((hit) => hit.article !== undefined).map(citation))],
    ],
  ];
  if (label.reviewDays !== undefined)
    rows.push(['decision.review-days', wanted(label.reviewDays), read('decision.review-days')]);
  if (label.litigationMonths !== undefined) {
    rows.push(['decision.litigation-months', wanted(label.litigationMonths), read('decision.litigation-months')]);
  }
  return rows;
}

function citation(hit: ListItem): string {
  const tail =
    hit.item === undefined
      ? hit.paragraph === undefined
        ? ''
        : `.${hit.paragraph}`
      : `.${hit.paragraph ?? ''}.${hit.item}`;
  return plain(`${hit.law} ${hit.article}${tail}`);
}

/** Brackets of either width are one; the copies of the texts mix them. */
function plain(text: string): string {
  return text.replaceAll('（', '(').replaceAll('）', ')');
}

function labels(): Label[] {
  const shared = JSON.parse(readFileSync(path.join(real ?? '', 'labels.json'), 'utf8')) as readonly SharedLabel[];
  const extra = JSON.parse(readFileSync(path.join(root, 'test/labels/real-extra.json'), 'utf8')) as readonly Label[];
  return [...shared.filter((label) => label.kind === '行政处罚决定书').map(fromShared), ...extra];
}

function fromShared(label: SharedLabel): Label {
  const fines = label.penalties.filter((penalty) => penalty.type === '罚款');
  return {
    file: label.file,
    number: label.docNumber?.replace(/[([【﹝](\d{4})[)\]】﹞]/, '〔$1〕') ?? null,
    agency: label.agency,
    party: label.party.split(';')[0] ?? null,
    date: label.decisionDate,
    fine: fines.length === 0 ? null : fines.reduce((sum, fine) => sum + (fine.amount ?? 0), 0),
    citations: label.lawsCited.flatMap(({ law, article }) =>
      (article ?? '')
        .split(/[、和]/)
        .filter(Boolean)
        .map((one) => `${law} ${place(one)}`),
    ),
    reviewDays: label.remedyReviewDays,
    litigationMonths: label.remedyLitigationMonths,
  };
}

function place(article: string): string {
  const found = /^第(.+?)条(?:第(.+?)款)?(?:第[（(]?(.+?)[)）]?项)?$/.exec(article);
  if (found === null) throw new Error(`label not understood: ${article}`);
  const [, number, paragraph, item] = found;
  const tail =
    item === undefined
      ? paragraph === undefined
        ? ''
        : `.${numeral(paragraph)}`
      : `.${paragraph === undefined ? '' : numeral(paragraph)}.${numeral(item)}`;
  return `${numeral(number ?? '')}${tail}`;
}

function numeral(text: string): number {
  const digits = '零一二三四五六七八九';
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const unit = { 百: 100, 十: 10 }[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
