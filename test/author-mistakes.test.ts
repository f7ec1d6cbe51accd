import { expect, test } from 'vitest';
import { buildBook, problemLine, RuleMistakes } from '../packages/core/src/index.ts';

const calendars = [2021, 2022, 2023, 2024, 2025, 2026].map((year): [string, string] => [
  `calendars/${year}.yaml`,
  `year: ${year}\noff: []\nwork: []\n`,
]);
const laws = `- id: cn.apl
  title: 中华人民共和国行政处罚法
  short: 行政处罚法
  kind: law
  versions: [{ from: 2021-07-15, to: null, articles: 86 }]
`;
const file = 'national/penalty/period/APL-60-1.yaml';
const rule = `id: APL-60-1
title: 九十日内作出决定
requirement: [PO-146]
for: { type: [penalty] }
basis:
  - { law: cn.apl, article: 60, says: 九十日内要作出决定 }
severity: serious
curable: explain
versions:
  - from: 2021-07-15
    dated-by: decision.date
    require: { within: { from: filing.date, to: decision.date, limit: { param: decision-days }, unit: natural-days } }
message: 超过 {limit} 日。
advice: 核对两个日期。
look: [penalty-decision]
cases:
  - { name: 当日, record: { filing.date: 2026-01-07, decision.date: 2026-04-07 }, expect: pass }
  - { name: 次日, record: { filing.date: 2026-01-07, decision.date: 2026-04-08 }, expect: fail }
  - { name: 不明, record: { decision.date: 2026-04-07 }, expect: cannot-tell }
`;
const parameters =
  'decision-days: { label: 办案期限, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 90 }] }\n';

function folder(changes: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  return new Map([
    ...calendars,
    ['laws.yaml', laws],
    ['kinds.yaml', '- { id: penalty-decision, label: 行政处罚决定书, order: 1, titles: [行政处罚决定书] }\n'],
    [
      'facts.yaml',
      'filing.date: { type: day, label: 立案日期 }\ndecision.date: { type: day, label: 决定日期 }\ncase.type: { type: text, label: 类型 }\ncase.procedure: { type: text, label: 程序 }\n',
    ],
    [
      'requirements/penalty.yaml',
      '- { id: PO-146, says: 九十日内作出决定, law: cn.apl, article: 60, from: 2021-07-15, to: null, type: penalty-ordinary, stage: 期限, gravity: serious, status: active }\n',
    ],
    [
      'structure.yaml',
      '- { law: cn.apl, from: 2021-07-15, covers: 86, paragraphs: "59:2", items: "59.1:6", days: "60:90d" }\n',
    ],
    ['national/params.yaml', parameters],
    [file, rule],
    ...Object.entries(changes),
  ]);
}

function mistakes(changes: Readonly<Record<string, string>>): readonly string[] {
  try {
    buildBook(folder(changes)).shelf.all();
    return [];
  } catch (error) {
    if (!(error instanceof RuleMistakes)) throw error;
    return error.problems.map(problemLine);
  }
}

test('the folder is sound as it stands', () => {
  expect(mistakes({})).toEqual([]);
});

test.each([
  [
    'two rules with one id',
    { 'national/penalty/other/APL-60-1.yaml': rule },
    ':1:1 编号 APL-60-1 已用于 national/penalty/other/APL-60-1.yaml',
  ],
  [
    'an unknown fact',
    { [file]: rule.replace('from: filing.date', 'from: filing.day') },
    `${file}:12:26 事实“filing.day”不在 facts.yaml 中（是否想写“filing.date”？）`,
  ],
  [
    'a fact that is no day',
    { [file]: rule.replace('dated-by: decision.date', 'dated-by: decision.dates') },
    '（是否想写“decision.date”？）',
  ],
  [
    'an unknown condition',
    { [file]: rule.replace('{ within: {', '{ withn: {') },
    `${file}:12:16 没有名为“withn”的条件（是否想写“within”？）`,
  ],
  ['an unknown parameter', { [file]: rule.replace('decision-days', 'decision-day') }, '是否想写“decision-days”？'],
  [
    'an article that does not exist',
    { [file]: rule.replace('article: 60', 'article: 87') },
    `${file}:6:20 《中华人民共和国行政处罚法》没有第 87 条`,
  ],
  [
    'a paragraph that does not exist',
    { [file]: rule.replace('article: 60', 'article: 59, paragraph: 3') },
    '《中华人民共和国行政处罚法》第 59 条只有 2 款',
  ],
  [
    'an item that does not exist',
    { [file]: rule.replace('article: 60', 'article: 59, paragraph: 1, item: 7') },
    '《中华人民共和国行政处罚法》第 59 条第 1 款只有 6 项',
  ],
  [
    'an unknown law',
    { [file]: rule.replace('law: cn.apl', 'law: cn.apk') },
    '法律“cn.apk”不在 laws.yaml 中（是否想写“cn.apl”？）',
  ],
  [
    'a law not yet in force',
    { [file]: rule.replace('from: 2021-07-15', 'from: 2018-01-01\n    to: 2020-01-01') },
    '在所写期间没有收录的版本',
  ],
  [
    'an unknown requirement',
    { [file]: rule.replace('PO-146', 'PO-147') },
    `${file}:3:15 没有编号为“PO-147”的要求（是否想写“PO-146”？）`,
  ],
  [
    'a gap between versions',
    {
      [file]: rule
        .replace(
          'versions:\n',
          'versions:\n  - { from: 2021-07-15, to: 2023-12-31, dated-by: decision.date, require: { known: filing.date } }\n',
        )
        .replace('  - from: 2021-07-15\n', '  - from: 2024-01-01\n'),
    },
    '与上一版本有空档：上一版本止于 2023-12-31',
  ],
  [
    'versions that overlap',
    {
      [file]: rule
        .replace(
          'versions:\n',
          'versions:\n  - { from: 2021-07-15, to: 2024-01-02, dated-by: decision.date, require: { known: filing.date } }\n',
        )
        .replace('  - from: 2021-07-15\n', '  - from: 2024-01-01\n'),
    },
    '与上一版本重叠：上一版本止于 2024-01-02',
  ],
  [
    'a day that does not exist',
    { [file]: rule.replace('from: 2021-07-15', 'from: 2021-02-30') },
    '2021-02-30 不是存在的日期',
  ],
  [
    'a gap in a parameter',
    {
      'national/params.yaml': parameters.replace(
        '[{ from: 2021-07-15, value: 90 }]',
        '[{ from: 2021-07-15, to: 2022-01-01, value: 90 }, { from: 2022-01-02, value: 60 }]',
      ),
    },
    '与上一版本有空档',
  ],
  [
    'an unknown kind of paper',
    { [file]: rule.replace('[penalty-decision]', '[penalty-decison]') },
    '文书种类“penalty-decison”不在 kinds.yaml 中（是否想写“penalty-decision”？）',
  ],
  ['no failing case', { [file]: rule.replace('expect: fail', 'expect: pass') }, '用例中缺少结果为 fail 的一个'],
  [
    'keys out of order',
    { [file]: rule.replace('severity: serious\ncurable: explain', 'curable: explain\nseverity: serious') },
    '键的顺序应是',
  ],
  [
    'a name that is not the file’s',
    { [file]: rule.replace('id: APL-60-1', 'id: APL-60-2') },
    '文件名应是 APL-60-2.yaml',
  ],
  ['YAML that cannot be read', { [file]: rule.replace('severity: serious', 'severity: [serious') }, 'YAML 写法有误'],
  [
    'a day that is no day of a case',
    { [file]: rule.replace('record: { filing.date:', 'record: { filing.dat:') },
    '用例中的事实“filing.dat”不在 facts.yaml 中',
  ],
  [
    'periods of an unknown law',
    { 'periods.yaml': '- { law: cn.apk, from: 2021-07-15, to: null, working: [2] }\n' },
    'periods.yaml:1:5 法律“cn.apk”不在 laws.yaml 中',
  ],
  [
    'a title that slipped out of its list',
    { 'kinds.yaml': '- { id: penalty-decision, label: 决定书, order: 1, 处罚决定书, titles: [行政处罚决定书] }\n' },
    'kinds.yaml:1:49 文书种类没有“处罚决定书”这一项',
  ],
  [
    'a day bounded by what is no day',
    {
      'facts.yaml':
        'filing.date: { type: day, label: 立案日期, after: [case.tipe] }\ndecision.date: { type: day, label: 决定日期, numbered: filing.date }\ncase.type: { type: text, label: 类型 }\ncase.procedure: { type: text, label: 程序 }\n',
    },
    '“case.tipe”不是事实字典中的日期',
  ],
  [
    'structure of a version that is not on file',
    { 'structure.yaml': '- { law: cn.apl, from: 2020-01-01, covers: 86 }\n' },
    '没有自 2020-01-01 起的版本',
  ],
] as const)('%s is a mistake at its place', (_, changes, message) => {
  const found = mistakes(changes as Readonly<Record<string, string>>);
  expect(found.join('\n')).toContain(message);
});

test('all mistakes are listed, not the first only', () => {
  const found = mistakes({
    [file]: rule
      .replace('article: 60', 'article: 87')
      .replace('PO-146', 'PO-147')
      .replace('[penalty-decision]', '[paper]'),
  });
  expect(found.length).toBe(3);
});
