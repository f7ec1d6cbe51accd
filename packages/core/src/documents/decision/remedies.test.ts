import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';

const read = (remedies: string, signed = '青山县市场监督管理局\n2031年3月9日', pay = '') =>
  readDecision(
    readerOf(
      `行政处罚决定书\n青市监处罚〔2031〕7号\n当事人：青山县红旗砖厂\n地址：青山县东街1号\n经查，当事人于2031年2月1日未经许可擅自生产。\n依据《甲条例》第三条的规定，决定罚款人民币500元。\n${pay}\n${remedies}\n${signed}`,
    ),
  );

/** Ways to tell the remedies, each with 60 days, the county, 6 months and its court. */
const TOLD: readonly string[] = [
  '如不服，可于六十日内提起行政复议（复议机关：青山县人民政府，地址：东街1号），亦可于六个月内提起行政诉讼（管辖法院：青山县人民法院）。',
  '你单位如不服，申请行政复议的，应当自收到本决定书之日起六十日内向青山县人民政府提出；提起行政诉讼的，应当自收到本决定书之日起六个月内向青山县人民法院提出。',
  '如不服，1.可在60日内向青山县人民政府复议；2.可在六个月内向青山县人民法院起诉。',
  '申请行政复议或者提起行政诉讼的途径和期限：自收到本决定书之日起60日内向青山县人民政府申请行政复议，或6个月内向青山县人民法院提起诉讼。',
  '若不服本决定，请于收到本决定书之日起60日内到青山县人民政府申请复议，或于6个月内到青山县人民法院起诉。',
  '救济渠道：（1）行政复议：60日内向青山县人民政府提出申请；（2）行政诉讼：6个月内向青山县人民法院提起。',
  '不服本决定的，可以在60日内向青山县人民政府（地址：东街1号）申请行政复议，也可以在6个月内向青山县人民法院起诉。',
];

test.each(TOLD)('%s', (remedies) => {
  const facts = read(remedies);
  expect(facts['decision.review-days']?.value).toBe(60);
  expect(facts['decision.review-authority']?.value).toBe('青山县人民政府');
  expect(facts['decision.litigation-months']?.value).toBe(6);
  expect(facts['decision.court']?.value).toBe('青山县人民法院');
});

test('what stands far below the remedies names no court', () => {
  const facts = read(
    `如不服，可在60日内依法申请行政复议，也可在6个月内依法提起行政诉讼。${'逾期不履行的，本机关将依法强制执行。'.repeat(9)}当事人曾于2030年向乙市人民法院起诉。`,
  );
  expect(facts['decision.court']).toBeUndefined();
});

test('a review told in months is told', () => {
  expect(read('如不服，可在2个月内向青山县人民政府申请行政复议。')['decision.states-review']?.value).toBe(true);
  expect(read('如不服，请来信说明。')['decision.states-review']?.value).toBe(false);
});

/** How a decision ends, and who signs it. */
const SIGNED: readonly (readonly [string, string])[] = [
  ['青山市公安局交通警察支队\n直属一大队\n2031年3月9日', '青山市公安局交通警察支队直属一大队'],
  ['作出处罚决定机关名称：青山县林业局 作出处罚决定日期：2031年3月9日', '青山县林业局'],
  ['（青山县应急管理局印章）\n2031年3月9日', '青山县应急管理局'],
  ['青山县卫生监督所 青山县卫生健康局\n2031年3月9日', '青山县卫生健康局'],
];

test.each(SIGNED)('%s', (signed, agency) => {
  const facts = read('如不服，可在60日内向青山县人民政府申请行政复议。', signed);
  expect(facts['decision.agency']?.value).toBe(agency);
  expect(facts['decision.date']?.value).toBe('2031-03-09');
});

test('how and until when the fine is paid', () => {
  const facts = read(
    '',
    undefined,
    '当事人应当自即日起十五日内缴纳罚款，地点：县政务大厅；逾期不缴的，每日按罚款额的3%加收罚款。',
  );
  expect(facts['decision.payment-days']?.value).toBe(15);
  expect(facts['decision.states-collector']?.value).toBe(true);
  expect(facts['decision.states-surcharge']?.value).toBe(true);
});

const penalties = (clause: string) => {
  const facts = readDecision(
    readerOf(
      `行政处罚决定书\n青市监处罚〔2031〕7号\n当事人：青山县红旗砖厂\n经查，当事人于2031年2月1日擅自生产。\n${clause}\n青山县市场监督管理局\n2031年3月9日`,
    ),
  );
  return ((facts['decision.penalties[]']?.value ?? []) as { kind: string; amount?: number; party?: string }[]).map(
    ({ kind, amount, party }) => [kind, amount, party].filter((one) => one !== undefined).join(' '),
  );
};

/** The words that open what is imposed, or none, and what is imposed. */
const IMPOSED: readonly (readonly [string, readonly string[]])[] = [
  ['依据《甲条例》第三条，决定暂扣驾驶证六个月，并处罚款1500元。', ['暂扣许可证件', '罚款 1500']],
  ['依据《甲条例》第三条，决定吊销机动车驾驶证。', ['吊销许可证件']],
  ['依据《甲条例》第三条，决定降低其建筑工程施工总承包资质等级。', ['降低资质等级']],
  ['依据《甲条例》第三条，决定将渔具予以没收，并处罚款800元。', ['没收非法财物', '罚款 800']],
  ['依据《甲条例》第三条的规定，没收新建的建筑物，并处罚款36000元。', ['没收非法财物', '罚款 36000']],
  [
    '依据《甲条例》第三条，决定：对你单位罚款5万元；对你单位法定代表人张三罚款1万元。',
    ['罚款 50000 青山县红旗砖厂', '罚款 10000 张三'],
  ],
];

test.each(IMPOSED)('%s', (clause, items) => {
  expect(penalties(clause)).toEqual(items);
});

test('two numbers of one paper are one number', () => {
  const facts = readDecision(
    readerOf(
      '行政处罚决定书\n青金罚决字〔2031〕6、7号\n当事人：青山县红旗银行\n依据《甲法》第三条，决定罚款500元。\n青山县监管局\n2031年3月9日',
    ),
  );
  expect(facts['decision.number']?.value).toBe('青金罚决字〔2031〕6、7号');
});

test('what a cited list is called is no history, and whom the words that open the penalties address is no hindrance', () => {
  const list =
    '结合《某省轻微违法行为不予处罚清单》，依据《甲条例》第三条，决定处罚如下：1、警告；2、没收违法所得100元。';
  expect(penalties(list)).toEqual(['警告', '没收违法所得 100']);
  const firm = '依据《甲条例》第三条，给予你单位如下处罚：没收违法所得200元，并处一倍的罚款200元。';
  expect(penalties(firm)).toEqual(['没收违法所得 200', '罚款 200']);
});

test('a running number alone below the title is the number', () => {
  const number = (line: string) =>
    readDecision(
      readerOf(
        `青山市城市管理行政执法局\n行政处罚决定书\n${line}\n当事人：青山县红旗砖厂\n依据《甲条例》第三条，决定罚款500元。`,
      ),
    )['decision.number']?.value;
  expect(number('第2220034567号')).toBe('第2220034567号');
  expect(number('电话：2220034567')).toBeUndefined();
});
