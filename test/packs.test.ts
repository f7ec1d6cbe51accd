import { expect, test } from 'vitest';
import {
  buildBook,
  type CaseRecord,
  checkRecord,
  dayText,
  packFor,
  type ResolvedPack,
  RuleMistakes,
  UnknownPack,
} from '../packages/core/src/index.ts';
import { readRules, readYamlFiles, rulesFolder } from '../packages/core/src/node.ts';

const files = await readYamlFiles(rulesFolder);
const book = await readRules();
const packs = book.shelf.all();
const national = packs[0] as ResolvedPack;

/** A small folder: the shared files, one national rule and what a test adds. */
function folder(...more: readonly [string, string][]): Map<string, string> {
  const shared = [...files].filter(([file]) =>
    /^(facts|kinds|laws)\.yaml$|^(facts|calendars|requirements)\//u.test(file),
  );
  const rule = (files.get('national/penalty/period/APL-60-1.yaml') ?? '').replace(', disable]', ']');
  return new Map([
    ...shared,
    [
      'national/params.yaml',
      'decision-days: { label: 办案期限, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 90 }] }\n' +
        'locked: { label: 不许改, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 9 }] }\n' +
        'lower: { label: 越低越严, unit: natural-days, basis: { law: cn.apl, article: 60 }, overridable: [stricter], stricter: lower, versions: [{ from: 2021-07-15, value: 9 }] }\n',
    ],
    ['national/period/APL-60-1.yaml', rule],
    ...more,
  ]);
}
const manifest = (id: string, parent = 'national'): [string, string] => [
  `sectors/${id}/pack.yaml`,
  `id: ${id}\ntitle: ${id}领域\nextends: ${parent}\napplies: { agencies: [${id}局] }\n`,
];
const overriding = (entry: string): readonly [string, string][] => [
  manifest('alpha'),
  ['sectors/alpha/overrides.yaml', `# why\n- ${entry}\n  basis: { law: cn.apl, article: 60, says: 试验用的依据 }\n`],
];
const lines = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleMistakes) return error.problems.map((one) => `${one.file}:${one.line} ${one.message}`);
    throw error;
  }
  return [];
};
const mistakes = (...more: readonly [string, string][]): string[] =>
  lines(() => buildBook(folder(...more)).shelf.all());

test('an override is one operation that the pack under it allows; anything else stops the loading at its line', () => {
  const wrong = (entry: string) => mistakes(...overriding(entry));
  expect(wrong('set: decision-days\n  versions: [{ from: 2022-01-01, value: 60 }]')).toEqual([]);
  expect(wrong('set: locked\n  versions: [{ from: 2022-01-01, value: 60 }]')).toEqual([
    'sectors/alpha/overrides.yaml:2 参数“locked”不允许 set（overridable 中没有）',
  ]);
  expect(wrong('set: lower\n  versions: [{ from: 2022-01-01, value: 5 }]')).toEqual([
    'sectors/alpha/overrides.yaml:2 参数“lower”不允许 set（overridable 中没有）',
  ]);
  expect(wrong('disable: APL-60-1\n  from: 2022-01-01')).toEqual([
    'sectors/alpha/overrides.yaml:2 规则 APL-60-1 不允许停用（它的 overridable 中没有 disable）',
  ]);
  expect(wrong('set: decision-day\n  versions: [{ from: 2022-01-01, value: 60 }]')).toEqual([
    'sectors/alpha/overrides.yaml:2 没有名为“decision-day”的参数',
  ]);
  expect(wrong('set: decision-days\n  disable: APL-60-1\n  from: 2022-01-01')).toEqual([
    'sectors/alpha/overrides.yaml:2 每项改动应恰好写 set、stricter、disable、add 之一',
  ]);
  expect(wrong('patch: APL-60-1')).toEqual(['sectors/alpha/overrides.yaml:2 不认识的键“patch”']);
  expect(wrong('set: decision-days')).toEqual(['sectors/alpha/overrides.yaml:2 改动参数要写 versions']);
  expect(wrong('add: APL-60-9\n  from: 2022-01-01')).toEqual([
    'sectors/alpha/overrides.yaml:2 没有编号为“APL-60-9”的规则',
  ]);
});

test('stricter is stricter or it is a mistake', () => {
  const entry = (value: number) => `stricter: lower\n  versions: [{ from: 2022-01-01, value: ${value} }]`;
  expect(mistakes(...overriding(entry(7)))).toEqual([]);
  expect(mistakes(...overriding(entry(10)))).toEqual(['sectors/alpha/overrides.yaml:2 “lower”的新值并不比原来的更严']);
});

test('a gap or an overlap of versions stops the loading', () => {
  const entry = (to: string) =>
    `set: decision-days\n  versions:\n    - { from: 2022-01-01, to: ${to}, value: 60 }\n    - { from: 2023-01-01, value: 70 }`;
  expect(mistakes(...overriding(entry('2023-01-01')))).toEqual([]);
  expect(mistakes(...overriding(entry('2022-12-31')))).toEqual([
    'sectors/alpha/overrides.yaml:5 与上一版本有空档：上一版本止于 2022-12-31',
  ]);
  expect(mistakes(...overriding(entry('2023-01-02')))).toEqual([
    'sectors/alpha/overrides.yaml:5 与上一版本重叠：上一版本止于 2023-01-02',
  ]);
});

test('unknown parents, circles and a folder without its manifest are mistakes', () => {
  expect(mistakes(manifest('alpha', 'natonal'))).toEqual(['sectors/alpha/pack.yaml:3 没有编号为“natonal”的规则包']);
  expect(mistakes(manifest('alpha', 'beta'), manifest('beta', 'alpha'))).toEqual([
    'sectors/alpha/pack.yaml:3 规则包互相引用，成了一圈：alpha → beta → …',
    'sectors/beta/pack.yaml:3 规则包互相引用，成了一圈：beta → alpha → …',
  ]);
  expect(mistakes(['sectors/alpha/overrides.yaml', '[]\n'])).toEqual([
    'sectors/alpha/pack.yaml:1 规则包文件夹中缺少 pack.yaml',
  ]);
  expect(() => book.shelf.resolve(['transprot'])).toThrow(UnknownPack);
  expect(() => book.shelf.resolve(['transprot'])).toThrow('没有编号为“transprot”的规则包；现有：national');
  expect(() => book.shelf.resolve(['guangdong', 'shanghai'])).toThrow('只能指定一个省级规则包');
});

test('a pack may not write over what is there: rules, parameters and definitions of the packs under it', () => {
  const rule = files.get('national/penalty/period/APL-60-1.yaml') ?? '';
  const param =
    'decision-days: { label: 办案期限, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 30 }] }\n';
  expect(
    mistakes(manifest('alpha'), ['sectors/alpha/period/APL-60-1.yaml', rule], ['sectors/alpha/params.yaml', param]),
  ).toEqual([
    'sectors/alpha/period/APL-60-1.yaml:1 编号 APL-60-1 已用于 national/period/APL-60-1.yaml',
    'sectors/alpha/params.yaml:1 参数“decision-days”在上级规则包中已有，改动它要写进 overrides.yaml',
  ]);
});

test('an override holds on its days only', () => {
  const entry = 'set: decision-days\n  versions: [{ from: 2024-01-01, to: 2025-01-01, value: 30 }]';
  const small = buildBook(folder(...overriding(entry)));
  const outcome = (from: string, to: string) =>
    checkRecord(record({ 'filing.date': from, 'decision.date': to }, { agency: '甲市alpha局' }), small).findings.find(
      (one) => one.rule === 'APL-60-1',
    )?.outcome;
  expect(outcome('2023-11-01', '2023-12-31')).toBe('pass');
  expect(outcome('2024-03-11', '2024-04-10')).toBe('pass');
  expect(outcome('2024-03-11', '2024-04-11')).toBe('fail');
  expect(outcome('2024-11-29', '2024-12-31')).toBe('fail');
  expect(outcome('2024-11-29', '2025-01-02')).toBe('pass');
});

function record(facts: CaseRecord['facts'], more: Partial<CaseRecord> = {}): CaseRecord {
  return { id: 'c', complete: false, caseType: 'penalty', procedure: 'ordinary', documents: [], facts, ...more };
}
const whole = (facts: CaseRecord['facts']) => record(facts, { complete: true });
const chosen = (facts: CaseRecord['facts'], more: Partial<CaseRecord> = {}, agency = {}) => {
  const { resolved, why } = packFor(record(facts, more), book, { agency });
  return { id: resolved.pack.id, why };
};

test.each([
  ['广州市天河区市场监督管理局', 'national+market-regulation+guangdong'],
  ['上海市浦东新区市场监管局', 'national+market-regulation+shanghai'],
  ['杭州市交通运输局', 'national+transport+zhejiang'],
  ['中华人民共和国上海海事局', 'national+transport+maritime'],
  ['中华人民共和国农业农村部', 'national+agriculture+agriculture-ministry'],
  ['某某市农业农村局', 'national+agriculture'],
  ['义乌市住房和城乡建设局', 'national+housing+zhejiang'],
  ['成都市生态环境局', 'national+environment+sichuan'],
  ['北京市医疗保障局', 'national+healthcare-security+beijing'],
  ['中华人民共和国黄埔海关', 'national+customs'],
  ['某县综合行政执法局', 'national'],
  ['普宁市自然资源局', 'national+natural-resources+guangdong'],
  ['某市公安局', 'national'],
])('the name of the agency chooses the packs: %s', (name, id) => {
  expect(chosen({ 'decision.agency': name }).id).toBe(id);
});

test('what the profile says goes before the record, and that before a name', () => {
  const name = { 'decision.agency': '广州市交通运输局' };
  expect(chosen(name, { sector: 'agriculture', jurisdiction: '310115' }).id).toBe('national+agriculture+shanghai');
  expect(chosen(name, { sector: 'agriculture' }, { 'agency.sector': '住建' }).id).toBe('national+housing+guangdong');
  expect(chosen({}, {}, { 'agency.name': '温州市市场监督管理局' }).id).toBe('national+market-regulation+zhejiang');
  expect(chosen({}, {}, { 'agency.name': '某局', 'agency.jurisdiction': '440106' }).id).toBe('national+guangdong');
});

test('the choice is told in words, and customs take no pack of a province', () => {
  const { why } = chosen({ 'decision.agency': '广州市市场监督管理局' });
  expect(why).toBe(
    '领域：市场监督管理（决定书的机关名称“广州市市场监督管理局”）；地方：广东省（决定书的机关名称“广州市市场监督管理局”）',
  );
  expect(chosen({}, { sector: 'customs', jurisdiction: '440100' })).toEqual({
    id: 'national+customs',
    why: '领域：海关（记录的领域“customs”）；实行垂直领导，不用地方规则包',
  });
});

test('cases of public security are of that pack only where they cite its law', () => {
  const facts = (law: string) => ({
    'decision.agency': '某市公安局',
    'decision.citations[]': [{ law, article: '49' }],
  });
  expect(chosen(facts('《中华人民共和国治安管理处罚法》')).id).toBe('national+public-security');
  expect(chosen(facts('《中华人民共和国道路交通安全法》'))).toMatchObject({
    id: 'national',
    why: expect.stringContaining('未见引用《治安管理处罚法》，未选用'),
  });
});

const hearing = (agency: string, kind: string, fine: number, day: string, profile = {}) =>
  checkRecord(
    whole({
      'decision.agency': agency,
      'decision.date': day,
      'decision.fine': fine,
      'party.kind': kind,
      'decision.heavy-kind': false,
      'decision.confiscates-goods': false,
      'decision.penalties[]': [{ kind: '罚款', amount: fine }],
      'notice.tells-hearing': false,
      ...(agency.includes('公安') ? { 'decision.citations[]': [{ law: '治安管理处罚法', article: '49' }] } : {}),
    }),
    book,
    { agency: profile },
  ).findings.find((one) => one.rule === 'APL-63-1')?.outcome;

// Both sides of each figure: what reaches it without being told of a hearing fails.
test.each([
  ['市场监督管理，单位', '某市市场监督管理局', 'organisation', 100_000, '2024-03-01'],
  ['市场监督管理，自然人', '某市市场监督管理局', 'natural-person', 10_000, '2024-03-01'],
  ['广东的市场监督管理，自然人从低', '广州市市场监督管理局', 'natural-person', 5_000, '2024-03-01'],
  ['广东办法施行前，自然人', '广州市市场监督管理局', 'natural-person', 10_000, '2022-05-31'],
  ['上海，单位', '上海市农业农村委员会', 'organisation', 50_000, '2024-03-01'],
  ['环境旧办法末日，单位', '某市生态环境局', 'organisation', 50_000, '2023-06-30'],
  ['广东的环境旧办法，单位从低', '广州市生态环境局', 'organisation', 50_000, '2023-06-30'],
  ['海关，单位', '黄埔海关', 'organisation', 100_000, '2024-03-01'],
  ['海事，自然人', '上海海事局', 'natural-person', 10_000, '2024-03-01'],
  // The ministry says “more than”: its number itself does not reach the threshold.
  ['农业农村部，单位，不含本数', '农业农村部', 'organisation', 100_001, '2024-03-01'],
  ['农业农村部，自然人，不含本数', '农业农村部', 'natural-person', 10_001, '2024-03-01'],
  ['治安旧法末日', '某市公安局', 'natural-person', 2_000, '2025-12-31'],
  ['治安新法首日', '某市公安局', 'natural-person', 4_000, '2026-01-01'],
])('the threshold of a hearing on the day: %s', (_, agency, kind, figure, day) => {
  expect(hearing(agency, kind, figure, day)).toBe('fail');
  expect(hearing(agency, kind, figure - 1, day)).toBe('not-applicable');
});

test('a figure that is only told of judges nobody and is shown', () => {
  expect(hearing('某市生态环境局', 'organisation', 300_000, '2023-07-01')).toBe('cannot-tell');
  expect(hearing('成都市交通运输局', 'organisation', 300_000, '2024-03-01')).toBe('cannot-tell');
  const { findings } = checkRecord(
    whole({
      'decision.agency': '成都市交通运输局',
      'decision.date': '2024-03-01',
      'decision.fine': 30_000,
      'party.kind': 'organisation',
      'decision.heavy-kind': false,
      'decision.confiscates-goods': false,
      'decision.penalties[]': [{ kind: '罚款' }],
      'notice.tells-hearing': false,
    }),
    book,
  );
  const message = findings.find((one) => one.rule === 'APL-63-1')?.message;
  expect(message).toContain('据转载为 20000，未核对原文');
});

test("the agency's own figure goes first, on its days, with or without its own number", () => {
  const own = (exclusive: boolean) => ({
    'agency.hearing-threshold-organisation': {
      terms: [
        { since: null, until: '2024-07-01', value: 50_000 },
        { since: '2024-07-01', until: null, value: 80_000 },
      ],
    },
    'agency.hearing-threshold-exclusive': exclusive,
  });
  const at = (fine: number, day: string, exclusive = false) =>
    hearing('某市市场监督管理局', 'organisation', fine, day, own(exclusive));
  expect([at(50_000, '2024-06-30'), at(49_999, '2024-06-30')]).toEqual(['fail', 'not-applicable']);
  expect([at(80_000, '2024-07-01'), at(79_999, '2024-07-01')]).toEqual(['fail', 'not-applicable']);
  expect([at(80_001, '2024-07-01', true), at(80_000, '2024-07-01', true)]).toEqual(['fail', 'not-applicable']);
});

test('service by announcement takes sixty days in transport and agriculture', () => {
  const outcome = (agency: string, date: string) =>
    checkRecord(
      record({
        'decision.agency': agency,
        'services[]': [
          { document: 'penalty-decision', title: '决定书', method: 'announcement', 'announced-on': '2024-03-01', date },
        ],
      }),
      book,
    ).findings.find((one) => one.rule === 'CPL-95-1')?.outcome;
  expect(outcome('某市城市管理局', '2024-03-31')).toBe('pass');
  expect(outcome('某市城市管理局', '2024-03-30')).toBe('fail');
  for (const agency of ['某市交通运输局', '某市农业农村局']) {
    expect(outcome(agency, '2024-04-30')).toBe('pass');
    expect(outcome(agency, '2024-04-29')).toBe('fail');
  }
});

test('a batch of cases of different sectors resolves each chain once', () => {
  const first = book.shelf.resolve(['transport', 'guangdong']);
  expect(book.shelf.resolve(['national', 'guangdong', 'transport'])).toBe(first);
  expect(Object.isFrozen(first.pack) && Object.isFrozen(first.pack.rules)).toBe(true);
  expect(new Set(packs.map((one) => one.pack.hash)).size).toBe(packs.length);
});

/** What a pack says, a line for each rule of its own, each parameter it sets and each rule of the packs under it that it touches. */
function printed(pack: ResolvedPack): string {
  const own = pack.pack.rules.filter((rule) => !national.pack.rules.some((one) => one.id === rule.id));
  const touched = pack.pack.rules.filter((rule) => rule.added.length > 0 || rule.displaced.length > 0);
  const until = (to: number) => (to === Number.POSITIVE_INFINITY ? '' : dayText(to));
  const lines = [
    `pack ${pack.pack.id}`,
    ...own.map((rule) => {
      const versions = rule.versions.map((one) => `${one.from}..${one.to ?? ''}`).join(',');
      const stands = rule.instead.length > 0 ? ` instead of ${rule.instead.join(',')}` : '';
      const draft = rule.status === 'draft' ? ' draft' : '';
      return `rule ${rule.id} ${rule.severity} ${rule.curable} ${versions} ${rule.requirement.join(',')}${stands}${draft} ${rule.title}`;
    }),
    ...touched.flatMap((rule) => [
      ...rule.displaced.map((one) => `displaced ${rule.id} ${dayText(one.from)}..${until(one.to)}`),
      ...rule.added.map(
        ({ from, to, basis }) =>
          `added ${rule.id} ${dayText(from)}..${until(to)} ${basis.law} ${basis.article}${basis.paragraph === null ? '' : `(${basis.paragraph})`}`,
      ),
    ]),
    ...[...pack.pack.parameters.values()]
      .filter((one) => JSON.stringify(national.pack.parameters.get(one.id)) !== JSON.stringify(one))
      .flatMap((one) =>
        one.versions.map(
          (version) =>
            `param ${one.id} ${dayText(version.from)}..${until(version.to)} ${version.value}${version.inclusive ? '' : ' exclusive'}${version.reported ? ' reported' : ''}`,
        ),
      ),
    ...pack.pack.questions
      .filter((question) => !national.pack.questions.includes(question))
      .map((question) => `question ${question.id} ${question.requirement.join(',')} ${question.title}`),
  ];
  return `${lines.join('\n')}\n`;
}

test.each(packs.slice(1).map((pack) => [pack.chain.at(-1)?.id ?? '', pack] as const))(
  'what pack %s says shows when it changes',
  async (id, pack) => {
    await expect(printed(pack)).toMatchFileSnapshot(`packs/${id}.txt`);
  },
);

test('one run lists the mistakes of all packs, and none that only follows from another', () => {
  const rule = files.get('national/penalty/period/APL-60-1.yaml') ?? '';
  const own = rule.replace('id: APL-60-1', 'id: AL-60-1').replace('from: filing.date', 'from: filing.dat');
  const sectors = [
    manifest('alpha'),
    ['sectors/alpha/period/AL-60-1.yaml', own],
    manifest('beta', 'alpha'),
    [
      'sectors/beta/period/BE-60-1.yaml',
      own.replace('id: AL-60-1', 'id: BE-60-1').replace('severity: ', 'severity: un'),
    ],
  ] as const;
  const all = (national: string, ...more: readonly [string, string][]): string[] =>
    mistakes(
      ...(sectors as readonly (readonly [string, string])[] as readonly [string, string][]),
      ['national/period/APL-60-1.yaml', national],
      ...more,
    )
      .map((line) => line.replace(/:\d+ .*$/u, ''))
      .sort();
  const [alpha, beta, national] = [
    'sectors/alpha/period/AL-60-1.yaml',
    'sectors/beta/period/BE-60-1.yaml',
    'national/period/APL-60-1.yaml',
  ];
  expect(all(rule)).toEqual([alpha, beta]);
  expect(all(rule.replace('severity: ', 'severity: un'))).toEqual([national, alpha, beta]);
  expect(all(rule.replace('from: filing.date', 'from: filing.dat'))).toEqual([national, alpha, beta]);
  // An override of a rule that could not be read is no mistake of its own.
  const displacing = `- disable: APL-60-1\n  from: 2022-01-01\n  instead: [AL-60-1]\n  basis: { law: cn.apl, article: 60, says: 试验用的依据 }\n`;
  expect(all(rule.replace('severity: ', 'severity: un'), ['sectors/alpha/overrides.yaml', displacing])).toEqual([
    national,
    alpha,
    beta,
  ]);
  // With a register of laws that cannot be read no citation is held against it, and no condition without its facts.
  expect(new Set(all(rule, ['laws.yaml', '- { id: 1 }\n']))).toEqual(new Set(['laws.yaml', alpha, beta]));
  expect(all(rule, ['facts.yaml', 'filing.date: [\n'])).toEqual(['facts.yaml', beta]);
});
