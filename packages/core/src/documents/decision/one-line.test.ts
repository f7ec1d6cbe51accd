import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';

/** What a decision that prints the given particulars says of its party. */
const partyOf = (particulars: string): ReturnType<typeof readDecision> =>
  readDecision(readerOf(`甲县交通运输局\n行政处罚决定书\n甲交罚〔2024〕7号\n${particulars}`));

test('an address ends where a copy without line breaks goes on with the body', () => {
  const address = (rest: string): unknown =>
    partyOf(`当事人：徐阿根\n住址：甲县乙镇丙路9号${rest}`)['party.address']?.value;
  for (const rest of [
    '经查，徐阿根违反了《甲条例》第二条。',
    '2023年5月6日，执法人员检查时发现其无证经营。',
    '我局于2023年5月6日立案。',
    '船名：甲渔1号',
    '，现住乙县丁村',
  ])
    expect(address(rest)).toBe('甲县乙镇丙路9号');
  // The colon of the next line's label is not one of this line.
  expect(partyOf('当事人：徐阿根\n住址：甲县乙镇丙村 一队\n电 话：1530000')['party.address']?.value).toBe(
    '甲县乙镇丙村一队',
  );
});

test('a name ends before a label that stands close behind it', () => {
  const name = (line: string): unknown => partyOf(line)['party.name']?.value;
  expect(name('当事人：徐阿根 船名号：甲渔1号')).toBe('徐阿根');
  expect(name('当事人：甲县乙贸易有限公司地址：甲县丙路9号')).toBe('甲县乙贸易有限公司');
});

test('a copy in one line goes on from the number to the party', () => {
  const facts = readDecision(
    readerOf(
      '国家税务总局甲县税务局稽查局税务行政处罚决定书甲税稽罚〔2024〕7号甲县乙贸易有限公司：（纳税人识别号：91110000MA000000X0）经我局检查，你单位2022年取得的发票不合规定，违反了《甲法》第二条。依据《甲法》第三条，决定处罚款500元。你单位应当自收到本决定书之日起十五日内缴纳罚款。',
    ),
  );
  expect(facts['party.name']?.value).toBe('甲县乙贸易有限公司');
  expect(facts['decision.number']?.value).toBe('甲税稽罚〔2024〕7号');
});

test('nothing of the name is no head; a number of something else is no code', () => {
  expect(
    partyOf('当事人：甲县乙有限公司\n法定代表人：\n职务：  、总经理')['party.representative']?.value,
  ).toBeUndefined();
  expect(
    partyOf('当事人：甲县乙有限公司\n地址：甲县丙路9号 向海关申报，报关单号371120201112345678，商品归类有误。')[
      'party.code'
    ],
  ).toBeUndefined();
});

test('the agency signs behind those who signed for it, and in two lines', () => {
  const agency = (text: string): unknown => readDecision(readerOf(text))['decision.agency']?.value;
  const body = '当事人：徐阿根\n经查，当事人违反了《甲法》第二条。依据《甲法》第三条，决定给予罚款50元的行政处罚。';
  expect(
    agency(`行政处罚决定书\n编号：1234567\n${body}\n交通警察：钱军  周斌 丁县公安局交通管理大队 2024年7月9日`),
  ).toBe('丁县公安局交通管理大队');
  expect(
    agency(
      `甲县人力资源和社会保障局\n行政处罚决定书\n甲人社罚〔2024〕7号\n${body}\n甲县人力资源和社会\n保障局\n2024年7月9日`,
    ),
  ).toBe('甲县人力资源和社会保障局');
});

test('a sum to be paid in is a fine where its own label says so', () => {
  const facts = partyOf(
    '当事人：徐阿根\n依据《甲法》第三条，决定给予以下处罚并于十五日内缴纳\n罚款金额：（大写）伍拾元整\n甲县交通运输局\n2024年7月9日',
  );
  const fines = (facts['decision.penalties[]']?.value ?? []) as readonly { kind: string; amount?: unknown }[];
  expect(JSON.stringify(fines)).toContain('50');
});
