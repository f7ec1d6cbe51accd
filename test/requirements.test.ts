import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coverageOf, dayNumber, dayText, type Requirement } from '../packages/core/src/index.ts';
import { numberOf } from '../packages/core/src/laws/statute.ts';
import { readRules } from '../packages/core/src/node.ts';
import { sharedPath } from './shared.ts';

interface Row {
  readonly id: string;
  readonly caseType: string;
  readonly stage: string;
  readonly requirement: string;
  readonly quote: string | null;
  readonly law: string;
  readonly article: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly severity: string;
  readonly scope: string;
  readonly verified: boolean;
}

interface Answer {
  readonly id: string;
  readonly requirement: readonly string[];
  readonly basis: readonly {
    readonly law: string;
    readonly article: number | string;
    readonly paragraph?: number | null;
    readonly item?: number | null;
  }[];
}

const file = sharedPath('law', 'matrix.json');
const { pack: national, shelf } = await readRules();

test('every active requirement is proved by a rule or put to the reviewer; at least three quarters by rules', () => {
  const { covered, drafts } = coverageOf(shelf.all().map((one) => one.pack));
  expect(covered.filter((one) => one.status === 'none').map((one) => one.requirement.id)).toEqual([]);
  const byRules = covered.filter((one) => one.status === 'automatic' || one.status === 'assisted').length;
  expect(byRules / covered.length).toBeGreaterThanOrEqual(0.75);
  expect(drafts.every((one) => one.status === 'draft')).toBe(true);
  expect(covered.length + drafts.length).toBe(national.requirements.size);
});

test('an act under a requirement is judged by a rule of a version that reaches over its days', () => {
  const rules = new Map(shelf.rules().map(({ planned }) => [planned.rule.id, planned.rule]));
  const { covered } = coverageOf(shelf.all().map((one) => one.pack));
  const apart = covered.flatMap(({ requirement, rules: ids, questions }) => {
    if (questions.length > 0) return [];
    const meets = ids.some((id) =>
      rules
        .get(id)
        ?.versions.some(
          ({ from, to }) =>
            (requirement.to === null || from < requirement.to) && (to === null || to > requirement.from),
        ),
    );
    return meets ? [] : [`${requirement.id}: ${ids.join()}`];
  });
  expect(apart).toEqual([]);
});

test('what answers a requirement cites its article, paragraph and item', () => {
  const answers = new Map<string, Answer>();
  for (const { pack } of shelf.all()) {
    for (const one of pack.questions) answers.set(one.id, one);
    for (const rule of pack.rules) {
      const known = answers.get(rule.id);
      answers.set(rule.id, {
        id: rule.id,
        requirement: [...(known?.requirement ?? []), ...rule.requirement],
        basis: [...(known?.basis ?? []), ...rule.basis, ...rule.added.map(({ basis }) => basis)],
      });
    }
  }
  const elsewhere = [...answers.values()].flatMap(({ id, requirement, basis }) =>
    [...new Set(requirement)]
      .filter((asked) => {
        const place = national.requirements.get(asked);
        const cited = basis.some(
          (one) =>
            one.law === place?.law &&
            samePlace(String(one.article), String(place?.article)) &&
            [null, one.paragraph ?? null].includes(place?.paragraph ?? null) &&
            [null, one.item ?? null].includes(place?.item ?? null),
        );
        return !cited;
      })
      .map((asked) => `${id}: ${asked}`),
  );
  expect(answers.size).toBeGreaterThan(700);
  expect(elsewhere).toEqual([]);
});

test('no rule is graver than the gravest requirement it checks', () => {
  const rank = ['minor', 'serious', 'invalidating'];
  const graver = shelf.rules().flatMap(({ planned: { rule } }) => {
    const gravest = Math.max(
      ...rule.requirement.map((id) => rank.indexOf(national.requirements.get(id)?.gravity ?? 'invalidating')),
    );
    return rank.indexOf(rule.severity) > gravest ? [`${rule.id} ${rule.severity}`] : [];
  });
  expect(graver).toEqual([]);
});

if (file === null) console.warn('没有 shared/law，未核对要求表。');

describe.skipIf(file === null)('the register of requirements against the matrix', async () => {
  const pack = national;
  const rows = JSON.parse(file === null ? '[]' : readFileSync(file, 'utf8')) as readonly Row[];
  const mine = rows.flatMap((row) => {
    const requirement = pack.requirements.get(row.id);
    return requirement === undefined ? [] : [[row, requirement] as const];
  });

  test('every row of the matrix is on file and no other', () => {
    expect([...pack.requirements.keys()].sort()).toEqual(rows.map((row) => row.id).sort());
  });

  test('type, stage, gravity and dates are those of the matrix; verified rows are active, the others drafts', () => {
    const wrong = mine.flatMap(([row, own]) => {
      const end = row.effectiveTo === null ? null : dayText((dayNumber(row.effectiveTo) ?? Number.NaN) + 1);
      const theirs = [row.caseType, row.stage, row.severity, end, row.verified ? 'active' : 'draft'];
      const ours = [own.type, own.stage, own.gravity, own.to, own.status];
      if (row.effectiveFrom !== null) {
        theirs.push(row.effectiveFrom);
        ours.push(own.from);
      }
      return theirs.join() === ours.join() ? [] : [`${row.id}: ${ours.join()} ≠ ${theirs.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  test('law, article, paragraph and item are those of the matrix', () => {
    expect(mine.flatMap(([row, own]) => (cites(own, row) ? [] : [`${row.id}: ${row.law} ${row.article}`]))).toEqual([]);
  });

  test('the sector or province is that of the matrix', () => {
    const wrong = mine.filter(([row, own]) => (own.sector ?? own.province ?? 'all') !== row.scope);
    expect(wrong.map(([row]) => row.id)).toEqual([]);
  });

  test('the wording is our own', () => {
    const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
    const copied = mine.filter(([row, own]) => {
      const says = bare(own.says);
      const quote = bare(row.quote ?? '');
      return (
        says === bare(row.requirement) ||
        (quote.length >= 12 && says.includes(quote)) ||
        (says.length >= 12 && quote.includes(says))
      );
    });
    expect(copied.map(([row, own]) => `${row.id} ${own.says}`)).toEqual([]);
  });

  function cites(own: Requirement, row: Row): boolean {
    const law = own.law === null ? undefined : pack.laws.get(own.law);
    const name = row.law.replace(/（[^）]*）$/u, '');
    const names =
      law === undefined
        ? [own.lawTitle, own.lawTitle.replace(/（[^）]*）$/u, '')]
        : [law.title, law.short, ...law.aliases];
    if (!names.includes(name) && !names.includes(row.law)) return false;
    const parts =
      /^第([零一二三四五六七八九十百]+)条(?:之([一二三四五六七八九十]+))?(?:第([一二三四五六七八九十]+)款)?(?:第（([一二三四五六七八九十]+)）项)?$/u.exec(
        row.article,
      );
    if (parts === null) return own.article === null || String(own.article) === row.article.replace(/\s/gu, '');
    const [, article = '', after, paragraph, item] = parts;
    const number = after === undefined ? numberOf(article) : `${numberOf(article)}-${numberOf(after)}`;
    return (
      own.article === number &&
      own.paragraph === (paragraph === undefined ? null : numberOf(paragraph)) &&
      own.item === (item === undefined ? null : numberOf(item))
    );
  }
});

/** Articles are numbers; the parts of a notice are words that one writer gives more fully than another. */
function samePlace(one: string, other: string): boolean {
  return /^\d/u.test(one + other) ? one === other : one.includes(other) || other.startsWith(one);
}
