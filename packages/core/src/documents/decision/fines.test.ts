import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';

/** Ways agencies word a fine, each after a statute's range, a value of goods and a date that are none. */
const CASES: readonly (readonly [string, number])[] = [
  ['决定对你处以如下行政处罚：\n罚款:人民币伍佰元整。500.00', 500],
  ['决定对你作出处以人民币壹拾万元（￥100000.00）的罚款的行政处罚。', 100000],
  ['作出如下行政处罚：处罚款人民币 叁拾 万元整。', 300000],
  ['作出如下行政处罚：责令改正，并处罚款12.5万元。', 125000],
  ['决定罚款陆仟元整（6000元）。', 6000],
  ['决定处以200元（贰佰元）罚款。', 200],
  ['决定处5000元罚款（大写：伍仟元整）。', 5000],
  ['决定给予罚款人民币伍千圆整的行政处罚。', 5000],
  ['决定处罚款贰仟元人民币。', 2000],
  ['作出如下处罚：罚款2000元×3=6000元。', 6000],
  ['作出如下处罚：罚款人民币￥：3000.00元（叁仟元整）。', 3000],
  ['作出如下处罚：罚款20万元人民币（大写：贰拾万元整）。', 200000],
  ['作出如下处罚：罚款(人民币)壹佰元整。', 100],
  ['决定处以伍佰元整的罚款。', 500],
  ['决定给予警告，罚款人民币5000元（大写伍仟元整）的行政处罚。', 5000],
  ['决定对你单位罚款人民币贰万元（20000元）。限你单位自收到本决定书之日起十五日内将罚款20000元缴至银行。', 20000],
  ['本局决定作出如下行政处罚：\n一、没收违法所得1200元；\n二、处违法所得三倍的罚款3600元。\n罚没合计4800元。', 3600],
  ['现责令你单位立即停止违法行为，并处罚款人民币壹万元整。', 10000],
  [
    '决定对你公司（1）未编制应急预案的行为，罚款人民币2万元；（2）未开展演练的行为，罚款人民币3万元，合并罚款人民币5万元。',
    50000,
  ],
  ['决定给予当事人罚款人民币1000.00元的处罚（壹仟元整）。', 1000],
  [
    '根据《某办法》第三条规定，可以处二万元以上五万元以下罚款。经集体讨论，决定处以罚款25000元（贰万伍仟元整）。',
    25000,
  ],
  ['决定：处以建设项目总投资额113.5万元百分之二的罚款，即人民币贰万贰仟柒佰元整（22700元）。', 22700],
  ['决定处以工程合同价款1000000元2%的罚款，即20000元。', 20000],
  ['决定给予你单位罚款人民币8000元（其中未灭菌罚款5000元，使用非卫生技术人员罚款3000元）的行政处罚。', 8000],
  ['决定给予以下处罚：1.罚款8000元，其中甲行为罚款5000元、乙行为罚款3000元；2.对负责人李某罚款2000元。', 10000],
  ['决定处以罚款，罚款金额为工程合同价款1000000元×1%=10000元。', 10000],
  ['决定对你（单位）处以罚款壹仟元整¥1000.00（大写）的行政处罚。', 1000],
  ['决定处货值金额704元十倍罚款计7040元。', 7040],
  ['决定减轻处罚，处罚款人民币3000元。', 3000],
  ['决定处罚如下：罚款人民币：伍仟元整（¥：5000.00）。', 5000],
  ['决定给予人民币伍仟元罚款的行政处罚。', 5000],
  ['决定给予你罚款伍佰元（￥500）行政处罚，当场收缴。', 500],
  ['决定给予你罚款人民币5000的行政处罚。', 5000],
  ['决定给予你罚款人民币5000\n上述罚款缴至银行。', 5000],
];

test.each(CASES)('%s', (operative, fine) => {
  const text = `甲县环境局行政处罚决定书
甲环罚〔2024〕1号
当事人：乙有限公司
经查，当事人于2024年1月1日实施了违法行为，货值704元。依据《丙法》第五条“处一万元以上十万元以下的罚款”的规定，${operative}
如不服本决定，可在收到本决定书之日起60日内向甲县人民政府申请行政复议。
甲县环境局
2024年5月6日`;
  const fact = readDecision(readerOf(text))['decision.fine'];
  expect(fact?.value).toBe(fine);
  expect(fact?.confidence).toBeGreaterThanOrEqual(0.8);
});

test('figures without a unit that go on as no sum does are none: something was misread', () => {
  const text = `甲县环境局行政处罚决定书
甲环罚〔2024〕1号
当事人：乙有限公司
依据《丙法》第五条的规定，决定合计对当事人处罚款人民币
27图5
甲县环境局
2024年5月6日`;
  expect(readDecision(readerOf(text))['decision.fine']).toBeUndefined();
});

const several = (words: string): ReturnType<typeof readDecision> =>
  readDecision(
    readerOf(`甲省监管局行政处罚决定书
〔2031〕7号
当事人：甲省大华股份有限公司（以下简称大华股份），住所：甲省乙市高新区。
张三，男，1970年3月出生，时任大华股份董事长，住址：甲省乙市。
李四，男，1971年3月出生，时任大华股份总经理，住址：甲省乙市。
经查明，大华股份虚增收入，违反了《甲法》第七条。依据《甲法》第九条，我局决定：
${words}`),
  );

test('a sum imposed on each of several counts once for each of them', () => {
  const facts = several(
    '一、对甲省大华股份有限公司给予警告，并处以50万元罚款；\n二、对张三、李四给予警告，并分别处以20万元罚款。',
  );
  expect(facts['decision.fine']?.value).toBe(900000);
  expect(facts['decision.highest-fine']?.value).toBe(500000);
  const penalties = facts['decision.penalties[]']?.value as readonly {
    kind: string;
    party?: string;
    amount?: number;
  }[];
  expect(penalties.filter(({ kind }) => kind === '罚款').map(({ party, amount }) => [party, amount])).toEqual([
    ['甲省大华股份有限公司', 500000],
    ['张三', 200000],
    ['李四', 200000],
  ]);
});

test('where a sum is imposed on each and nobody is named, the total is not sure', () => {
  const facts = several('对上述责任人员分别处以20万元罚款。');
  expect(facts['decision.fine']?.confidence).toBeLessThan(0.5);
  expect(facts['decision.highest-fine']).toBeUndefined();
});

test('单位 is the party the paper addresses, and its manager another', () => {
  const facts = readDecision(
    readerOf(
      '行政处罚决定书\n甲应急罚〔2031〕3号\n当事人：甲县红旗砖厂\n经查，当事人擅自生产。决定给予如下行政处罚：对单位处罚款人民币叁万元整（￥30000元），对主要负责人王某处罚款人民币伍仟元整（￥5000元）。',
    ),
  );
  expect(facts['decision.fine']?.value).toBe(35000);
  expect(facts['decision.fine']?.confidence).toBe(0.6);
  expect(facts['decision.highest-fine']?.value).toBe(30000);
});

test('what falls on one party alone has no highest of several', () => {
  expect(several('对甲省大华股份有限公司给予警告，并处以50万元罚款。')['decision.highest-fine']).toBeUndefined();
});

test('of a firm and its manager the firm is measured, whoever is named first', () => {
  const read = (...parties: string[]): ReturnType<typeof readDecision> =>
    readDecision(
      readerOf(`行政处罚决定书
甲文罚字〔2031〕第3号
${parties.join('\n')}
经查，甲市星光有限公司接纳未成年人，郑一为直接责任人，违反了《甲条例》第二条。依据《甲条例》第三条，决定：
1.对甲市星光有限公司罚款10000元；
2.对郑一罚款2000元。`),
    );
  const firm = '当事人：甲市星光有限公司\n统一社会信用代码：91110000600037341L';
  const manager = '当事人：郑一\n性别：男';
  const facts = read(firm, manager);
  expect(facts['party.kind']?.value).toBe('organisation');
  expect(facts['decision.fine']?.value).toBe(12000);
  expect(facts['decision.highest-fine']?.value).toBe(10000);
  expect(read(manager, firm)['party.kind']).toBeUndefined();
});

test('each of several is named as the paper calls them', () => {
  const fined = (text: string) => {
    const items = (readDecision(readerOf(`行政处罚决定书\n甲罚〔2031〕3号\n${text}`))['decision.penalties[]']?.value ??
      []) as { kind: string; amount?: number; party?: string }[];
    return items.map(({ kind, amount, party }) => `${kind} ${amount ?? ''} ${party ?? ''}`);
  };
  const numbered =
    '当事人一：甲市大华商贸有限公司\n住所：甲市东街\n当事人二：甲市小华超市\n经营者：李四\n经查，当事人一向当事人二销售侵权商品。依据《甲法》第六十条，决定：一、对当事人一处罚款30000元；二、对当事人二处罚款5000元。';
  expect(fined(numbered)).toEqual(['罚款 30000 甲市大华商贸有限公司', '罚款 5000 甲市小华超市']);
  const given =
    '违法行为人：王五，男，现住甲市东街1号；赵六，女，现住甲市西街2号。\n经查，二人互相殴打。依据《甲法》第四十三条，现决定给予王五行政拘留五日并处罚款二百元的处罚，给予赵六罚款五百元的处罚。';
  expect(fined(given)).toEqual(['行政拘留  王五', '罚款 200 王五', '罚款 500 赵六']);
  expect(readDecision(readerOf(`行政处罚决定书\n${given}`))['party.address']?.value).toBe('甲市东街1号');
});

test('a line that addresses two persons names the first, and one that could not be read proves nothing', () => {
  const facts = (line: string) =>
    readDecision(
      readerOf(
        `甲市自然资源局\n行政处罚决定书\n甲自然资罚〔2031〕5号\n${line}\n经查，你二人擅自占用土地。依据《甲法》第七十七条，决定罚款2000元。\n如不服，可在60日内申请行政复议。\n甲市自然资源局\n2031年3月15日`,
      ),
    );
  expect(facts('钱七、孙八：')['party.name']?.value).toBe('钱七');
  expect(facts('某某、A先生等人：')['decision.states-party']?.value).not.toBe(false);
});

const against = (parties: string, decided: string) => {
  const facts = readDecision(
    readerOf(`行政处罚决定书
甲文罚字〔2031〕第3号
${parties}
经查，当事人违反了《甲条例》第二条。依据《甲条例》第三条，决定：
${decided}`),
  );
  const of = (path: string) => facts[path]?.value;
  return {
    highest: of('decision.highest-fine'),
    person: of('decision.highest-fine-person'),
    firm: of('decision.highest-fine-organisation'),
    shop: of('decision.highest-fine-business'),
    kind: facts['party.kind'],
  };
};

test('fines on parties of unlike kinds stand by the kind of each', () => {
  const shop = '当事人：甲市小华超市\n经营者：李四\n统一社会信用代码：92340521MA2XKQ7T20';
  const person = '当事人：王五\n性别：男';
  const both = against(
    `${shop}\n${person}`,
    '1.对甲市小华超市罚款20000元；\n2.对王五罚款3000元；\n3.对甲市大华有限公司罚款30000元。',
  );
  expect(both).toMatchObject({ highest: 30000, person: 3000, shop: 20000, firm: 30000 });
  expect(against(`${person}\n${shop}`, '1.对甲市小华超市罚款20000元；\n2.对王五罚款3000元。').kind).toBeUndefined();
});

test('a fine on the second of two parties alone is measured by the kind of the second', () => {
  const firm = '当事人：甲市星光有限公司\n统一社会信用代码：91110000600037341L';
  const manager = '当事人：郑一\n性别：男';
  const facts = against(`${firm}\n${manager}`, '1.对甲市星光有限公司给予警告；\n2.对郑一罚款8000元。');
  expect(facts).toMatchObject({ person: 8000, firm: 0, shop: 0 });
});

test('where the kind of one who is fined is not known, the kind of the first says nothing', () => {
  const facts = against(
    '当事人：甲市星光有限公司\n统一社会信用代码：91110000600037341L\n当事人：小华书吧',
    '1.对甲市星光有限公司罚款10000元；\n2.对小华书吧罚款2000元。',
  );
  expect(facts.person).toBeUndefined();
  expect(facts.kind?.confidence).toBeLessThan(0.5);
});

test('how a fine is to be paid imposes no second one', () => {
  const text =
    '行政处罚决定书\n甲土监字〔2031〕7号\n李明：\n经查，你非法占地。根据《甲法》第七十六条，决定处罚如下：\n1、对非法占用的土地处以每平方米15元的罚款，计人民币48225元。\n行政处罚履行方式和期限：对罚款48225元的行政处罚决定，限你在收到本决定书之日起十五日内履行。\n甲县自然资源局\n2031年9月6日';
  expect(readDecision(readerOf(text))['decision.fine']?.value).toBe(48225);
});
