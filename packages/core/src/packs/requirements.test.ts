import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { lawsOf } from './laws.ts';
import { problemLine } from './mistakes.ts';
import { questionsOf } from './questions.ts';
import { requirementsOf, unknownRequirements } from './requirements.ts';
import { type Problem, readSource } from './source.ts';
import type { Pack, Rule } from './types.ts';

const laws = lawsOf(
  readSource(
    'laws.yaml',
    `- { id: cn.apl, title: 中华人民共和国行政处罚法, short: 行政处罚法, kind: law, versions: [{ from: 2021-07-15, to: null, articles: 86 }] }
- { id: cn.arl, title: 中华人民共和国行政复议法, short: 行政复议法, kind: law, versions: [{ from: 2018-01-01, to: 2024-01-01, articles: 43 }, { from: 2024-01-01, to: null, articles: 90 }] }
`,
  ),
  [],
);
const row = (changes: string): string =>
  `- { id: PO-001, says: 处罚由有权的机关作出, from: 2021-07-15, to: null, type: penalty-ordinary, stage: 主体, gravity: minor, ${changes} }\n`;
const sound = row('law: cn.apl, article: 17, status: active');

function requirements(...texts: string[]) {
  const problems: Problem[] = [];
  const rows = requirementsOf(
    texts.map((text, index) => readSource(`requirements/${index + 1}.yaml`, text)),
    laws,
    problems,
  );
  return { rows, problems: problems.map(problemLine) };
}

function questions(text: string) {
  const problems: Problem[] = [];
  const kinds = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: [] }];
  const found = questionsOf([readSource('national/questions/a.yaml', text)], laws, kinds, problems);
  return { found, problems: problems.map(problemLine) };
}

test('a sound row is loaded whole', () => {
  const { rows, problems } = requirements(sound);
  expect(problems).toEqual([]);
  expect(rows.get('PO-001')).toMatchObject({ lawTitle: '中华人民共和国行政处罚法', article: 17, paragraph: null });
});

test.each([
  ['one id twice', [sound, sound], 'requirements/2.yaml:1:5 要求 PO-001 已写在 requirements/1.yaml 中'],
  [
    'unknown law',
    [row('law: cn.apk, article: 17, status: active')],
    '法律“cn.apk”不在 laws.yaml 中（是否想写“cn.apl”？）',
  ],
  ['no such article', [row('law: cn.apl, article: 87, status: active')], '《中华人民共和国行政处罚法》没有第 87 条'],
  ['no article', [row('law: cn.apl, status: active')], '没有写明条号的要求 PO-001 不能是 active'],
  [
    'active without law',
    [row('law-title: 某某办法, article: 3, status: active')],
    '没有取得条文的要求 PO-001 不能是 active',
  ],
  ['neither law nor title', [row('status: draft')], '要求 PO-001 应写 law 或者 law-title 之一'],
  ['unknown type', [sound.replace('penalty-ordinary', 'penalty')], '应是 penalty-ordinary、penalty-summary'],
  ['empty wording', [sound.replace('处罚由有权的机关作出', '')], 'requirements/1.yaml:1:17 类型应是 string'],
  ['unknown key', [row('law: cn.apl, article: 17, status: active, scop: x')], '不认识的键“scop”'],
  ['ends before it begins', [sound.replace('to: null', 'to: 2021-07-15')], '止日应晚于起日'],
])('a mistake in a row is listed at its place: %s', (_, texts, message) => {
  expect(requirements(...texts).problems.join('\n')).toContain(message);
});

test('an article is looked up in the versions in force while the row holds', () => {
  const at = (from: string, to: string) =>
    requirements(
      sound
        .replace('law: cn.apl, article: 17', 'law: cn.arl, article: 44')
        .replace('from: 2021-07-15, to: null', `from: ${from}, to: ${to}`),
    ).problems;
  expect(at('2020-01-01', '2024-01-01').join()).toContain('没有第 44 条');
  expect(at('2020-01-01', 'null')).toEqual([]);
  expect(at('2010-01-01', '2011-01-01').join()).toContain('在所写期间没有收录的版本');
});

const asked = (id: string, requirement: string, look = 'penalty-decision', article = 17) =>
  `- { id: ${id}, requirement: [${requirement}], title: 主体, question: 机关有没有处罚权？, look: [${look}], basis: [{ law: cn.apl, article: ${article} }] }\n`;

test('mistakes in questions are listed at their place', () => {
  expect(questions(asked('Q-APL-17', 'PO-001')).problems).toEqual([]);
  expect(questions(asked('Q-APL-17', 'PO-001') + asked('Q-APL-17', 'PO-001')).problems).toEqual([
    'national/questions/a.yaml:2:5 编号 Q-APL-17 已用于 national/questions/a.yaml',
  ]);
  expect(questions(asked('Q-APL-17', 'PO-001', 'penalty-decison')).problems.join()).toContain(
    '文书种类“penalty-decison”不在 kinds.yaml 中（是否想写“penalty-decision”？）',
  );
  expect(questions(asked('Q-APL-17', 'PO-001', 'penalty-decision', 90)).problems.join()).toContain('没有第 90 条');
  expect(questions(asked('APL-17', 'PO-001')).problems.join()).toContain('写法不合要求');
});

test('naming a row that is not there is a mistake with a suggestion', () => {
  const { rows } = requirements(sound);
  const source = readSource('national/questions/a.yaml', asked('Q-APL-17', 'PO-002'));
  const problems = unknownRequirements([{ requirement: ['PO-002'], source, at: [0] }], rows);
  expect(problems.map(problemLine)).toEqual([
    'national/questions/a.yaml:1:33 没有编号为“PO-002”的要求（是否想写“PO-001”？）',
  ]);
});

test('two laws with one id, and versions that overlap, are mistakes', () => {
  const problems: Problem[] = [];
  const law =
    '- { id: cn.apl, title: 行政处罚法, short: 处罚法律, kind: law, versions: [{ from: 2018-01-01, to: 2021-07-16 }, { from: 2021-07-15, to: null }] }\n';
  lawsOf(readSource('laws.yaml', law + law), problems);
  expect(problems.map((one) => one.message)).toEqual([
    '与上一版本重叠：上一版本止于 2021-07-16',
    '法律编号“cn.apl”重复',
    '《行政处罚法》已有编号“cn.apl”',
    '与上一版本重叠：上一版本止于 2021-07-16',
  ]);
});

test('coverage says how each active row is checked', () => {
  const text = [1, 2, 3, 4]
    .map((number) => sound.replace('PO-001', `PO-00${number}`))
    .concat(row('law-title: 某某办法, status: draft').replace('PO-001', 'PO-005'))
    .join('');
  const { rows } = requirements(text);
  const rule = (id: string, requirement: string[], status: Rule['status'] = 'active') =>
    ({ id, requirement, status }) as unknown as Rule;
  const pack: Pick<Pack, 'requirements' | 'rules' | 'questions'> = {
    requirements: rows,
    rules: [rule('APL-17-1', ['PO-001', 'PO-002']), rule('APL-17-2', ['PO-004'], 'draft')],
    questions: questions(asked('Q-APL-17', 'PO-002') + asked('Q-APL-18', 'PO-003')).found.map((one) => one.question),
  };
  const found = coverageOf([pack]);
  expect(found.covered.map((one) => [one.requirement.id, one.status, one.rules])).toEqual([
    ['PO-001', 'automatic', ['APL-17-1']],
    ['PO-002', 'assisted', ['APL-17-1']],
    ['PO-003', 'by-hand', []],
    ['PO-004', 'none', []],
  ]);
  expect(found.drafts.map((one) => one.id)).toEqual(['PO-005']);
  expect(found.byType[0]).toMatchObject({ total: 4, counts: { automatic: 1, assisted: 1, 'by-hand': 1, none: 1 } });
});
