import { expect, test } from 'vitest';
import { kindByWording } from '../content.ts';
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

test('a copy whose line breaks are all lost is a decision, and every value ends where the next begins', () => {
  const reader = readerOf(
    '甲市生态环境局行政处罚决定书甲环罚〔2031〕5号当事人:甲市启明检测有限公司统一社会信用代码:911100000000000000地 址:甲市乙区丙路8号经营者:向平2031年6月12日,我局执法人员检查时发现你单位出具虚假排放检验报告。以上事实有现场检查笔录等证据证明。你单位的行为违反了《中华人民共和国大气污染防治法》第五十四条第一款的规定。',
  );
  expect(kindByWording(reader)?.kind).toBe('penalty-decision');
  const facts = readDecision(reader);
  expect(facts['decision.number']?.value).toBe('甲环罚〔2031〕5号');
  expect(facts['party.name']?.value).toBe('甲市启明检测有限公司');
  expect(facts['party.address']?.value).toBe('甲市乙区丙路8号');
  expect(facts['party.representative']?.value).toBe('向平');
  const other = (heading: string): string | undefined =>
    kindByWording(
      readerOf(
        `甲县公安局交通警察大队${heading}编号:330203-1912345678被处罚人:赵强机动车驾驶证档案编号:410100987654准驾车型:C1联系方式:13800000000。被处罚人于2031年3月5日9时30分,在甲县北路口驾驶机动车实施违反禁止标线指示的违法行为,违反了《中华人民共和国道路交通安全法》第三十八条的规定。`,
      ),
    )?.kind;
  expect(other('公安交通管理简易程序处罚决定书')).toBe('summary-decision');
  expect(other('公安交通管理行政处罚决定书')).toBe('penalty-decision');
  expect(other('不予行政处罚决定书')).toBe('no-penalty-decision');
  // What only speaks of a decision is none.
  const told = readerOf(
    `乙公司于2031年7月1日收到甲市生态环境局作出的行政处罚决定书甲环罚〔2031〕5号,当事人:乙公司。${'公司将按规定缴纳罚款,并加强内部管理,提高规范运作水平,及时履行信息披露义务。'.repeat(16)}`,
  );
  expect(kindByWording(told)).toBeNull();
});

test('behind the number of a copy in one line stands the party with its particulars, no label before it', () => {
  const facts = readDecision(
    readerOf(
      '行政处罚决定书甲 1600 环罚决字〔2031〕1 号甲市祥云检测有限公司统一社会信用代码:911100000000000000地址:甲市乙区太平路 44 号一、环境违法事实和证据我局于 2030 年 11 月 14 日对你单位进行了调查,发现你单位出具虚假排放检验报告,违反了《甲条例》第二条。',
    ),
  );
  expect(facts['party.name']?.value).toBe('甲市祥云检测有限公司');
  expect(facts['party.address']?.value).toBe('甲市乙区太平路44号');
});

test('an address ends where the body opens with the name of the party again, or with the law', () => {
  const address = (rest: string): unknown =>
    partyOf(`当事人：甲县汇通塑料制品厂\n地址：甲县乙镇丙村${rest}`)['party.address']?.value;
  expect(address('甲县汇通塑料制品厂（以下简称“制品厂”）违反《甲条例》一案，已审查终结。')).toBe('甲县乙镇丙村');
  expect(address('甲县汇通塑料制品厂环境违法一案，已审查终结。')).toBe('甲县乙镇丙村');
  expect(address('依照《甲条例》的规定，我局对你厂进行了检查。')).toBe('甲县乙镇丙村');
  expect(address('甲县汇通塑料制品厂内')).toBe('甲县乙镇丙村甲县汇通塑料制品厂内');
  expect(partyOf('当事人：甲保险股份有限公司乙市中心支公司地址：甲省乙市丙路1号')['party.name']?.value).toBe(
    '甲保险股份有限公司乙市中心支公司',
  );
});

test('the ministry that signs is not joined with the row of the web page above it', () => {
  const facts = readDecision(
    readerOf(
      `文号\n财甲法〔2031〕246号\n主题\n行政处罚结果\n备注\n\n财政部行政处罚决定书（财甲法〔2031〕246号）\n\n财甲法〔2031〕246 号\n\n财政部行政处罚决定书\n\n当 事 人：赵新\n\n地    址：甲市乙区丙路2号\n\n依照《中华人民共和国注册会计师法》的规定，财政部组织检查组开展了检查。`,
    ),
  );
  expect(facts['decision.agency']?.value).toBe('财政部');
  expect(facts['party.name']?.value).toBe('赵新');
});

test('the last sentences of a decision that address its party are a decision', () => {
  const body =
    '某项目施工现场存在易起尘物料未覆盖的问题，上述行为违反了《中华人民共和国大气污染防治法》第六十九条第三款的规定，依据《中华人民共和国大气污染防治法》第一百一十五条第一款第（一）项之规定，你单位的违法行为属于一般违法行为。';
  const kind = (end: string) => kindByWording(readerOf(body + end))?.kind;
  expect(kind('对某项目作出罚款贰万元（20000.00元）的处罚决定。')).toBe('penalty-decision');
  expect(
    readDecision(
      readerOf(
        `2031年10月18日，督查组督办问题：甲控尘执字（2031）第01839号文，${body}对某项目作出罚款贰万元的处罚决定。`,
      ),
    )['decision.number'],
  ).toBeUndefined();
  expect(kind('拟对某项目作出罚款贰万元（20000.00元）的处罚决定。')).not.toBe('penalty-decision');
});

test('a sum in both scripts, with the next label right behind it, is a fine', () => {
  const facts = partyOf(
    '当事人：徐阿根\n缴纳方式：限你自收到本决定书之日起15日内到国家金库缴纳 罚款金额：（大写）伍拾元整   ￥50.00 告知事项： 一、当事人应终止违法行为；二、如不服，可以申请行政复议。',
  );
  expect(facts['decision.fine']?.value).toBe(50);
});
