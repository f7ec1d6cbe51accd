import { expect, test } from 'vitest';
import { readSummary } from '../papers/summary.ts';
import { readerOf } from '../plain-text.ts';
import { titleOf } from '../titles.ts';
import { readDecision } from './decision.ts';

const decide = (block: string, rest = '经查，当事人于2031年2月1日擅自营业。依据《甲条例》第三条，决定罚款500元。') =>
  readDecision(readerOf(`行政处罚决定书\n甲消罚〔2031〕4号\n${block}\n${rest}\n甲县消防救援大队\n2031年3月9日`));

const imposed = (facts: ReturnType<typeof decide>): string[] =>
  ((facts['decision.penalties[]']?.value ?? []) as { kind: string; amount?: number; party?: string }[]).map(
    ({ kind, amount, party }) => [kind, amount, party].filter((one) => one !== undefined).join(' '),
  );

const LIST = '姓名、性别、年龄、出生日期、身份证件种类及号码、现住址、工作单位以及被处罚单位的名称、地址和法定代表人';

/** What stands before the party's name, and the name. */
const CALLED: readonly (readonly [string, string])[] = [
  [`违法行为人（${LIST}）李明，男，1980年1月1日出生，现住甲县东街1号。`, '李明'],
  [`违法行为人（${LIST}）甲县云来客栈，地址：甲县东街1号，法定代表人：张三。`, '甲县云来客栈'],
  ['违法行为人/单位（姓名、性别、单位名称、地址、法定代表人）甲县云来客栈，地址：甲县东街1号。', '甲县云来客栈'],
  ['被处罚单位（名称、地址、法定代表人）：甲县云来宾馆，甲县东街1号，张三。', '甲县云来宾馆'],
  ['被处罚单位/个人：甲县云来宾馆，地址：甲县东街1号。', '甲县云来宾馆'],
  ['行政管理相对人：甲县云来宾馆\n地址：甲县东街1号', '甲县云来宾馆'],
  ['当事人基本情况：甲县云来宾馆，经营场所：甲县东街1号，经营者：张三。', '甲县云来宾馆'],
  ['被处罚单位全称：甲县云来宾馆\n营业地点：甲县东街1号', '甲县云来宾馆'],
  ['违法嫌疑人：李明 性别：男 住址：甲县东街1号', '李明'],
  ['责任单位：甲县云来宾馆\n地址：甲县东街1号', '甲县云来宾馆'],
  ['船舶所有人/经营人：甲县顺风航运有限公司\n地址：甲县东街1号', '甲县顺风航运有限公司'],
  ['当事人：SOE THU WIN（索图温），男，某国国籍，住址：甲县东街1号。', 'SOE THU WIN（索图温）'],
  ['被处罚人：李明（甲县云来宾馆负责人），男，住址：甲县东街1号', '李明'],
];

test.each(CALLED)('%s', (block, name) => {
  const facts = decide(block);
  expect(facts['party.name']?.value).toBe(name);
  if (/地址|现住|营业地点|经营场所/.test(block.replace(/（[^（）]*）/g, '')))
    expect(facts['party.address']?.value).toBe('甲县东街1号');
});

test('who publishes or decides above particulars is no party', () => {
  expect(decide('执法单位：甲县城市管理服务中心\n地址：甲县东街1号')['party.name']).toBeUndefined();
});

test('particulars in brackets behind the name end with the bracket', () => {
  const facts = decide(
    '甲市求知咨询有限公司（统一社会信用代码91350100M000100Y43，法定代表人：张三，住所：甲县东街26号）：',
  );
  expect(facts['party.code']?.value).toBe('91350100M000100Y43');
  expect(facts['party.address']?.value).toBe('甲县东街26号');
  const blacked = decide('当事人：甲县红旗砖厂\n地址：（略）南街（略）村1组');
  expect(blacked['party.address']?.value).toBe('（略）南街（略）村1组');
});

test('an address ends where something else is said of the party, or the body begins', () => {
  const licensed = decide('当事人：李明，女，住址甲县东街，持有烟草专卖零售许可证，经营字号：甲县李明商店');
  expect(licensed['party.address']?.value).toBe('甲县东街');
  const wrapped = decide(
    '被处罚人：李明，男，43岁，住甲省甲县城关镇大同路116号',
    '现查明2031年2月1日上述场所擅自营业。',
  );
  expect(wrapped['party.address']?.value).toBe('甲省甲县城关镇大同路116号');
});

test('the tax office tells the address in its first sentence', () => {
  const facts = decide(
    '甲市北方商贸有限公司：（纳税人识别号：91350100M000100Y43）',
    '经我局（所）对你（单位）（地址：甲市东街8号（二楼））2030年1月1日至12月31日的情况进行检查，存在违法事实。依据《甲条例》第三条，决定罚款500元。',
  );
  expect(facts['party.address']?.value).toBe('甲市东街8号（二楼）');
});

test('a choice left empty is not imposed', () => {
  const facts = decide('当事人：李明', '依据《甲条例》第三条，决定：☐警告 ☑罚款人民币贰拾元整（￥20.00）');
  expect(imposed(facts)).toEqual(['罚款 20']);
  const both = decide('当事人：李明', '依据《甲条例》第三条，决定：☑警告 ☑罚款人民币贰拾元整 □没收违法所得40元');
  expect(imposed(both)).toEqual(['警告', '罚款 20']);
});

test('what somebody earned is confiscated as gains, and falls on whom the item names', () => {
  const facts = decide(
    '当事人：甲市康达器械有限公司（以下简称康达公司）\n地址：甲市东街\n当事人：李明（康达公司生产负责人）\n住址：甲市西街',
    '经查，康达公司无证生产。依据《甲条例》第三条，决定：一、对康达公司处罚款5000元；二、对李明：没收自本单位所获收入3000元，并处罚款900元。',
  );
  expect(imposed(facts)).toEqual(['罚款 5000 甲市康达器械有限公司', '没收违法所得 3000 李明', '罚款 900 李明']);
  expect(facts['decision.highest-fine']?.value).toBe(5000);
});

test('a note behind the title tells the procedure', () => {
  const kinds = [
    { id: 'penalty-decision', label: '', order: 1, titles: ['行政处罚决定书'] },
    { id: 'summary-decision', label: '', order: 2, titles: ['当场行政处罚决定书'] },
  ] as unknown as Parameters<typeof titleOf>[1];
  expect(titleOf('交通运输行政处罚决定书(当场)', kinds)?.kind).toBe('summary-decision');
  expect(titleOf('交通运输行政处罚决定书(简易程序)', kinds)?.kind).toBe('summary-decision');
  expect(titleOf('交通运输行政处罚决定书(个人)', kinds)?.kind).toBe('penalty-decision');
});

test('the traffic police number their forms without a year', () => {
  const form = (number: string) =>
    `公安交通管理简易程序处罚决定书\n${number}\n被处罚人：李明\n被处罚人于2031年02月11日16时40分实施闯红灯的违法行为，依据《甲条例》第九十条，决定处以200元罚款。\n甲市公安局交通警察支队\n2031年2月18日`;
  expect(readSummary(readerOf(form('编号：440500-1903318842')))['decision.number']?.value).toBe('440500-1903318842');
  expect(readSummary(readerOf(form('电话：0754-88888888')))['decision.number']).toBeUndefined();
});

test('the day of a form may stand in a row of its own', () => {
  const form = `税务行政处罚决定书（简易）\n甲税简罚〔2031〕4号\n被处罚人名称 甲县小熊奶茶店\n处罚地点 甲县税务局\n处罚时间 2031年3月20日\n违法事实及处罚依据 未按期申报2030-07-01至2030-09-30。《甲法》第六十二条\n罚款金额 伍拾元整 ￥50.00`;
  expect(readSummary(readerOf(form))['decision.date']?.value).toBe('2031-03-20');
});

test('stations and offices decide on reviews; a note of the seal is no agency', () => {
  const facts = decide(
    '当事人：李明',
    '依据《甲条例》第三条，决定罚款500元。如不服，可在六十日内向甲省出入境边防检查总站申请行政复议。',
  );
  expect(facts['decision.review-authority']?.value).toBe('甲省出入境边防检查总站');
  const sealed = readDecision(
    readerOf(
      '中华人民共和国甲海关当场处罚决定书\n甲关当违字〔2031〕7号\n当事人：李明\n依据《甲条例》第三条，决定罚款500元。\n2031年3月9日\n（海关印章）',
    ),
  );
  expect(sealed['decision.agency']?.value).toBe('中华人民共和国甲海关');
});
