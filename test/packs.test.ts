import { expect, test } from 'vitest';
import { type CaseRecord, checkRecord, dayText, packFor, type ResolvedPack } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const book = await readRules();
const packs = book.shelf.all();
const national = packs[0] as ResolvedPack;

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
