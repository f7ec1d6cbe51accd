import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';
import { readParties } from './party.ts';

/** Ways agencies print the party's particulars: block, name and kind. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['当事人：王小明，男，汉族，1980年1月1日出生，住甲县东街1号。', '王小明', 'natural-person'],
  ['当事人王小明，男，1980年1月1日出生，公民身份号码410500198001010011，住甲县东街1号。', '王小明', 'natural-person'],
  ['被处罚人：甲县红星超市（经营者：李四）\n地址：甲县', '甲县红星超市', 'individual-business'],
  ['当事人姓名（名称）：甲县利民商贸有限责任公司\n法定代表人：张三', '甲县利民商贸有限责任公司', 'organisation'],
  ['甲县利民商贸有限责任公司：\n法定代表人：张三\n地址：甲县西街', '甲县利民商贸有限责任公司', 'organisation'],
  ['（公司名称）：甲县利民商贸有限责任公司\n地址：甲县西街', '甲县利民商贸有限责任公司', 'organisation'],
  ['当事人：欧阳娜娜\n性别：女\n住址：甲县', '欧阳娜娜', 'natural-person'],
  ['被处罚单位（人）：甲县建筑工程公司  法定代表人：张三', '甲县建筑工程公司', 'organisation'],
  ['被处罚单位 甲县建筑工程公司\n法定代表人 张三', '甲县建筑工程公司', 'organisation'],
  [
    '当事人：甲县建筑工程公司，统一社会信用代码：91350100M000100Y43，法定代表人：张三，住所：甲县东街',
    '甲县建筑工程公司',
    'organisation',
  ],
  [
    '当事人：甲县红星超市\n类型：个体工商户\n经营者：李四\n统一社会信用代码：92350100M000100Y43',
    '甲县红星超市',
    'individual-business',
  ],
  ['当事人：买买提·艾力\n性别：男', '买买提·艾力', 'natural-person'],
  ['当 事 人： 李  明\n性    别： 男', '李明', 'natural-person'],
  ['姓名：李明 性别：男 身份证号：410500198001010011\n住址：甲县', '李明', 'natural-person'],
  ['单位名称：甲县第一中学\n地址：甲县', '甲县第一中学', 'organisation'],
  ['当事人（单位）：甲县红旗砖厂\n负责人：张三', '甲县红旗砖厂', 'organisation'],
  ['当事人基本情况：\n名称：甲县红旗砖厂\n负责人：张三', '甲县红旗砖厂', 'organisation'],
  ['一、当事人基本情况\n单位名称：甲县汽车运输公司\n住所：甲县东街', '甲县汽车运输公司', 'organisation'],
  ['甲县第三建筑公司（统一社会信用代码：91350100M000100Y43）：', '甲县第三建筑公司', 'organisation'],
  ['李明：', '李明', 'natural-person'],
  ['当事人: 甲县xx养殖专业合作社', '甲县xx养殖专业合作社', 'organisation'],
  ['被处罚人名称：/\n被处罚人姓名：李明', '李明', 'natural-person'],
  ['当事人\n甲县建筑工程公司\n地址\n甲县东街', '甲县建筑工程公司', 'organisation'],
  ['甲县红星电器厂\n统一社会信用代码：92350100M000100Y43\n地址：甲县东街', '甲县红星电器厂', 'individual-business'],
  [
    '甲县建筑工程公司，法定代表人为：张三，联系地址：甲县东街与西街交汇处幸福小镇3号楼207室及208室的整层；',
    '甲县建筑工程公司',
    'organisation',
  ],
  [
    '名称 甲县建筑工程公司未按规定备案案\n当事人：甲县建筑工程公司，法人代表：张三，住所：甲县东街',
    '甲县建筑工程公司',
    'organisation',
  ],
  [
    '当事人甲县红星美容店\n统一社会信用代码92350100M000100Y43\n经营者李四\n联系地址甲县东街',
    '甲县红星美容店',
    'individual-business',
  ],
  ['一、当事人基本情况\n李**，男，汉族，身份证：410500********0011，住址：甲县东街', '李**', 'natural-person'],
  ['甲县运输局公路管理所：\n法定代表人：张三 地址：甲县东街', '甲县运输局公路管理所', 'organisation'],
  ['当事人：甲县红旗贸易有限公司 地 址：甲县东街 法定代表人：张三', '甲县红旗贸易有限公司', 'organisation'],
  ['违法主体名称或姓名\n\n甲县建筑工程公司\n\n法定代表人（负责人）\n\n张三', '甲县建筑工程公司', 'organisation'],
  ['受处罚人:李明   性别:男   年龄:34\n单位:无', '李明', 'natural-person'],
  [
    '当事人名称或姓名：甲县求知教育咨询有限公司\n当事人地址或住址：甲县东街',
    '甲县求知教育咨询有限公司',
    'organisation',
  ],
  ['纳税人识别号：*** 纳税人名称：甲县某某商贸有限公司', '甲县某某商贸有限公司', 'organisation'],
  [
    '受处罚机构名称：乙财产保险股份有限公司甲中心支公司\n机构地址：甲县东街',
    '乙财产保险股份有限公司甲中心支公司',
    'organisation',
  ],
];

test.each(CASES)('%s', (block, name, kind) => {
  const facts = readDecision(
    readerOf(`甲县环境局
行政处罚决定书
甲环罚〔2024〕1号
${block}
经查，当事人于2024年1月1日在甲县东街实施了违法行为，货值704元，以上事实有笔录等证据证明。依据《丙法》第五条的规定，决定罚款500元。
如不服本决定，可在收到本决定书之日起60日内向甲县人民政府申请行政复议。
联系人：钱某 地址：甲县政府路3号
甲县环境局
2024年5月6日`),
  );
  expect(facts['party.name']?.value).toBe(name);
  expect(facts['party.kind']?.value).toBe(kind);
  expect(facts['party.address']?.value).not.toBe('甲县政府路3号');
  expect(facts['decision.number']?.value).toBe('甲环罚〔2024〕1号');
});

const particulars = (block: string): Readonly<Record<string, unknown>> => {
  const facts = readDecision(
    readerOf(`甲县环境局
行政处罚决定书
甲环罚〔2024〕1号
${block}
经查，当事人于2024年1月1日在甲县东街实施了违法行为。依据《丙法》第五条的规定，决定罚款500元。`),
  );
  return Object.fromEntries(Object.entries(facts).map(([path, fact]) => [path, fact.value]));
};

test('particulars beside labels in unusual forms', () => {
  expect(particulars('当事人：甲县红星店（经营者：李四）\n\n地址甲省乙市丙区东街1号2楼')).toMatchObject({
    'party.name': '甲县红星店',
    'party.representative': '李四',
    'party.address': '甲省乙市丙区东街1号2楼',
  });
  expect(
    particulars('企业名称：甲县公司\n法定代表人或负责人姓名：李四\n公司地址：甲省乙市东街8室，联系电\n话：13900001111'),
  ).toMatchObject({
    'party.representative': '李四',
    'party.address': '甲省乙市东街8室',
  });
  expect(
    particulars('一、当事人基本情况\n李四，男，汉族，家住甲县东街。营业执照情况：\n经营者：李四\n名称：甲县红星店'),
  ).toMatchObject({
    'party.name': '甲县红星店',
    'party.representative': '李四',
  });
  expect(particulars('当事人：李*，性别：男\n身份证住所：甲省乙县**镇14***号。现住所：甲省丙县**村')).toMatchObject({
    'party.address': '甲省乙县**镇14***号',
  });
  expect(particulars('当事人甲县红星美容店\n统一社会信用代码92350100M000100Y43\n经营者李四')).toMatchObject({
    'party.representative': '李四',
  });
  expect(particulars('当事人：***\n法定代表人：李四\n地址：甲县东街')).toMatchObject({
    'party.representative': '李四',
    'party.address': '甲县东街',
  });
});

test('labels with more words for the same, or for what stands beside it', () => {
  expect(
    particulars(`当事人名称或姓名：甲县求知教育咨询有限公司
当事人地址或住址：甲县东街3号
当事人证件类型及编号：营业执照 ，91350100M000100Y43
当事人法定代表人或主要负责人姓名及联系方式：李四13*********。`),
  ).toMatchObject({
    'party.name': '甲县求知教育咨询有限公司',
    'party.address': '甲县东街3号',
    'party.code': '91350100M000100Y43',
    'party.representative': '李四',
  });
  expect(particulars('被处罚人：李明\n身份证明号码：410500198001010011')).toMatchObject({
    'party.id-number': '410500198001010011',
  });
});

test('white space and a label nobody asked for end a value', () => {
  expect(
    particulars(
      '当事人：甲县利民商贸公司  传真：12345\n法定代表人：李四    海关注册编码：3502961234\n地址：甲县东街1号    开户行：乙银行',
    ),
  ).toMatchObject({
    'party.name': '甲县利民商贸公司',
    'party.representative': '李四',
    'party.address': '甲县东街1号',
  });
  expect(particulars('当事人：李四\n住址：甲县东街 8 号 电话簿：无')).toMatchObject({
    'party.address': expect.stringMatching(/^甲县东街8号/),
  });
  expect(particulars('当事人：李四  档案号：77\n住址：甲县东街1号，系甲县中学学生')).toMatchObject({
    'party.name': '李四',
    'party.address': '甲县东街1号',
  });
});

test('a dwelling behind the number of the identity card, not that of a representative', () => {
  expect(
    particulars('当事人：李明，女，1968年9月2日出生，身份证号码：3205021968****1025，住甲县东街88号。'),
  ).toMatchObject({
    'party.address': '甲县东街88号',
  });
  expect(particulars('当事人：甲县红星店，法定代表人：李明，住甲县东街88号。')['party.address']).toBeUndefined();
});

test('a person named in the first sentence of the body, right behind the label', () => {
  const opening = (sentence: string): unknown =>
    readDecision(readerOf(`甲市海洋局行政处罚决定书\n${sentence}\n根据该法，于2024年5月6日决定罚款100元。`))[
      'party.name'
    ]?.value;
  expect(opening('当事人李某明违反捕捞许可证关于作业类型的规定进行捕捞案，经本机关依法调查，现查明：')).toBe('李某明');
  expect(opening('当事人李明擅自采砂一案，经我局依法调查，现查明：')).toBe('李明');
  expect(opening('当事人销售人员擅自采砂一案，经我局依法调查，现查明：')).toBeUndefined();
  expect(opening('当事人李明擅自采砂，我局已立案。')).toBeUndefined();
});

test('a sentence behind an open label or an unlabelled 当事人 is no particular', () => {
  const open = particulars(
    '当事人：甲县红星超市 经营者： 联系地址：2024年1月6日我局执法人员接到移送函，称发现当事人销售。',
  );
  expect(open['party.address']).toBeUndefined();
  expect(particulars('当事人逾期不履行处罚决定又不申请复议的')['party.name']).toBeUndefined();
  expect(
    particulars(
      '基本案情：2024年7月6日，我局接到投诉举报，举报人称其乘坐某出租车从高铁站到大酒店，途中司机未打表，收取了一口价。',
    )['party.name'],
  ).toBeUndefined();
});

test('an address is words: what was read for a stroke is none', () => {
  const facts = readDecision(
    readerOf('行政处罚决定书\n被处罚人：李明\n现住址甲县东镇西村\n单位地址：7\n根据该法，决定罚款100元。'),
  );
  expect(facts['party.address']?.value).toBe('甲县东镇西村');
});

test('the rest of a word that the margin broke addresses nobody', () => {
  const text = '甲县市场监督管理局行政处罚决定书发布时间某日信息来源甲县浏\n览数:\n根据该法，决定罚款100元。';
  expect(readDecision(readerOf(text))['party.name']).toBeUndefined();
});

test('no mark behind an address is part of it, and a broken heading is no agency', () => {
  const facts = readDecision(
    readerOf(`关于李四违法使用农药案行政处
罚决定书
甲农罚〔2024〕8号
当事人：乙公司
地址：甲县前锋农场1号楼12门市:
经查，当事人违反了《甲条例》第二条。依据《甲条例》第三条，决定罚款200元。`),
  );
  expect(facts['party.address']?.value).toBe('甲县前锋农场1号楼12门市');
  expect(facts['decision.agency']).toBeUndefined();
});

test('an address behind a label without a colon goes on over the margin, to the words of the body', () => {
  const address = (rest: string): unknown =>
    readDecision(
      readerOf(`甲海关行政处罚决定书
当事人：乙贸易有限公司
地址丙市丁区戊街道己社区庚路2038号辛工业物流园区国内货运
${rest}
年4月30日，当事人委托某报关公司以一般贸易监管方式向海关申
报出口童车一批，申报品名为童车，经查验实际为全地形车若干辆，
根据《某法》第二十四条第一款的规定，决定罚款100元。`),
    )['party.address']?.value;
  const place = '丙市丁区戊街道己社区庚路2038号辛工业物流园区国内货运';
  expect(address('村二期3楼322\n经我关调查，当事人有以下违法行为属实，并经查实的：2030')).toBe(`${place}村二期3楼322`);
  expect(address('经我关调查，当事人有以下违法行为属实，并经查实的：2030')).toBe(place);
  expect(address('电话：12345\n经我关调查，当事人有以下违法行为属实，并查实：2030')).toBe(place);
});

test('a name with its particulars behind it in the same line, and a head whose line reaches the margin', () => {
  const beside = readDecision(
    readerOf(`甲市生态环境局
行政处罚决定书
甲环罚决字〔2031〕4号
  甲市启明检测有限公司 统一社会信用代码:91410323MA9G****** 地址:甲省丁市乙县东南李村镇丙村民生大道88号
  法定代表人:陈**
  一、环境违法事实和证据
  我局于2031年6月19日对你单位进行了调查。`),
  );
  expect(beside['party.name']?.value).toBe('甲市启明检测有限公司');
  expect(beside['party.address']?.value).toBe('甲省丁市乙县东南李村镇丙村民生大道88号');
  const head = readDecision(
    readerOf(`甲金罚决字〔2031〕26号 当事人：青山财产保险股份有限公司甲市中心支公司
地址：甲市开发区人民路中段东侧国际商务大厦主要负责人：安平
依据《中华人民共和国保险法》等有关规定，我分局对青山财产保险股份有限公司
甲市中心支公司涉嫌违法违规行为一案进行了调查，决定给予2万元罚款的行政处罚。`),
  );
  expect(head['party.representative']?.value).toBe('安平');
  expect(head['party.address']?.value).toBe('甲市开发区人民路中段东侧国际商务大厦');
});

test('in a line set wide a label begins at the wider gap', () => {
  const facts = readDecision(
    readerOf(
      '甲县应急管理局\n行政处罚决定书\n（甲）应急罚〔2031〕19号\n被处罚单位：甲县乙经营部\n法 定 代 表 人 ： 丁 昌 盛  职 务 ： 经 理  联 系 电 话 ：\n137****3345\n违法事实：某。',
    ),
  );
  expect(facts['party.representative']?.value).toBe('丁昌盛');
});

test('a row without colons: the name by 姓名或名称, and the next label, known or not, ends a person', () => {
  const { facts } = readParties(
    readerOf(
      '行政处罚决定书\n当事人基本情况   姓名或名称   甲县星客网吧   负责人   李四\n语　种   中文   地　址   甲县东街1号\n违法事实\n接纳未成年人。',
    ),
  );
  expect(facts['party.name']?.value).toBe('甲县星客网吧');
  expect(facts['party.representative']?.value).toBe('李四');
});
