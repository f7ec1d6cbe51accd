import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fact, ListItem } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';
import * as layouts from './layouts.ts';

type Values = Readonly<Record<string, unknown>>;

function values(facts: Readonly<Record<string, Fact>>): Values {
  return Object.fromEntries(Object.entries(facts).map(([path_, fact]) => [path_, plain(fact.value)]));
}

function plain(value: Fact['value']): unknown {
  if (!Array.isArray(value)) return value;
  return (value as readonly ListItem[]).map((item) => {
    const { anchors, origin, confidence, basis, ...fields } = item;
    return Object.values(fields).join(' ');
  });
}

const decision = (text: string): Values => values(readDecision(readerOf(text)));

describe('decisions in the layouts agencies print', () => {
  test('market: goods and gains confiscated, mitigated; the sum of the notice is not the fine', () => {
    expect(decision(layouts.market)).toMatchObject({
      'party.name': '东湖市好又多便利店',
      'party.kind': 'individual-business',
      'party.representative': '李梅',
      'decision.number': '东市监处罚〔2024〕326号',
      'decision.date': '2024-09-05',
      'decision.agency': '东湖市市场监督管理局',
      'decision.fine': 5000,
      'decision.penalties[]': ['没收非法财物', '没收违法所得 24', '罚款 5000'],
      'decision.citations[]': [
        '中华人民共和国食品安全法 34 10',
        '中华人民共和国食品安全法 124 1 5',
        '中华人民共和国行政处罚法 32 1',
        '中华人民共和国行政处罚法 72',
      ],
      'decision.confiscated-gains': 24,
      'decision.mitigated': true,
      'decision.review-days': 60,
      'decision.review-authority': '东湖市人民政府',
      'decision.litigation-months': 6,
      'decision.court': '东湖市人民法院',
      'decision.payment-days': 15,
      'decision.says-proposed': false,
      'decision.order-as-penalty': false,
      'case.procedure': 'ordinary',
    });
  });

  test('environment in four parts, broken by the margin', () => {
    expect(decision(layouts.environmentWrapped)).toMatchObject({
      'party.name': '绿水市宏达化工有限公司',
      'party.kind': 'organisation',
      'party.address': '绿水市经济技术开发区化工园区纬三路与经五路交叉口东南角',
      'decision.number': '绿环罚字〔2024〕第8号',
      'decision.date': '2024-04-01',
      'decision.fine': 246000,
      'decision.citations[]': ['中华人民共和国水污染防治法 10', '中华人民共和国水污染防治法 83 2'],
      'decision.review-days': 60,
      'decision.litigation-months': 6,
      'decision.payment-days': 15,
      'decision.states-defence': true,
    });
  });

  test('land: the fine is what the formula gives', () => {
    expect(decision(layouts.land)).toMatchObject({
      'decision.number': '临自然资罚决字〔2025〕第33号',
      'decision.date': '2025-03-18',
      'decision.fine': 7667,
      'decision.review-authority': '临河市人民政府或者巴彦淖尔市自然资源局',
      'decision.confiscates-goods': true,
      'decision.states-discretion': false,
    });
  });

  test('agriculture: a multiple of the value of goods, then its result; the total with the gains is no fine', () => {
    expect(decision(layouts.seedFormula)).toMatchObject({
      'party.kind': 'natural-person',
      'decision.fine': 30000,
      'decision.penalties[]': ['没收违法所得 600', '罚款 30000'],
      'decision.date': '2025-01-08',
      'decision.states-evidence': false,
    });
  });

  test('safety form: two fines and their total', () => {
    expect(decision(layouts.safetyForm)).toMatchObject({
      'decision.number': '（沪浦）应急罚〔2024〕事故-12号',
      'decision.fine': 50000,
      'decision.penalties[]': ['罚款 30000', '罚款 20000'],
      'decision.has-seal': true,
    });
  });

  test('transport: cells of a table as lines; the day of the receipt below is not the day of the decision', () => {
    expect(decision(layouts.transportTable)).toMatchObject({
      'party.name': '张三丰',
      'party.id-number': '510107199003070013',
      'decision.number': '川成交罚〔2024〕00123号',
      'decision.agency': '成都市交通运输局',
      'decision.date': '2024-07-25',
      'decision.fine': 3000,
    });
  });

  test('everything on one line', () => {
    expect(decision(layouts.oneLine)).toMatchObject({
      'party.name': '李某某',
      'party.address': '海州区新华路5号',
      'decision.number': '海城管罚决字〔2024〕第0056号',
      'decision.agency': '连云港市海州区城市管理局',
      'decision.date': '2024-03-15',
      'decision.penalties[]': ['警告', '罚款 200'],
      'decision.citations[]': ['江苏省城市市容和环境卫生管理条例 14 1', '江苏省城市市容和环境卫生管理条例 51'],
    });
  });

  test('police: the person in a sentence', () => {
    expect(decision(layouts.police)).toMatchObject({
      'party.name': '王五',
      'party.kind': 'natural-person',
      'decision.date': '2023-08-06',
      'decision.penalties[]': ['行政拘留', '罚款 200'],
    });
  });
});

describe('more layouts', () => {
  test('securities: a number of the year alone, the second person without a label', () => {
    expect(decision(layouts.securities)).toMatchObject({
      'party.name': '甲省大华股份有限公司',
      'decision.number': '〔2023〕7号',
      'decision.agency': '中国证券监督管理委员会甲省监管局',
      'decision.fine': 2100000,
      'decision.penalties[]': [
        '警告 甲省大华股份有限公司',
        '罚款 1500000 甲省大华股份有限公司',
        '警告 张三',
        '罚款 600000 张三',
      ],
      'decision.citations[]': ['中华人民共和国证券法 78 2', '中华人民共和国证券法 197 2'],
      'decision.payment-days': 15,
    });
  });

  test('tax: a share of the tax, then its result; the addressee with a note', () => {
    expect(decision(layouts.tax)).toMatchObject({
      'party.name': '丙市永兴贸易有限公司',
      'decision.fine': 17550,
      'decision.review-authority': '国家税务总局丙市税务局',
      'decision.date': '2024-04-12',
    });
  });

  test('health: straight quotation marks, an item without 第, the seal between agency and day', () => {
    expect(decision(layouts.health)).toMatchObject({
      'party.representative': '王芳',
      'decision.fine': 4500,
      'decision.citations[]': [
        '医疗机构管理条例 27',
        '医疗机构管理条例 47',
        '医疗机构管理条例实施细则 81 1 1',
        '中华人民共和国行政处罚法 72 1 1',
      ],
      'decision.has-seal': true,
    });
  });

  test('land by area: neither the price nor the day of the web page', () => {
    expect(decision(layouts.landByArea)).toMatchObject({
      'party.name': '刘某',
      'decision.fine': 3487.5,
      'decision.date': '2023-07-20',
      'decision.agency': '戊县自然资源局',
    });
  });

  test('the frame of a web page names neither party nor day; two numbers that differ lower the confidence', () => {
    const facts = readDecision(readerOf(layouts.webPage));
    expect(values(facts)).toMatchObject({
      'party.name': '甲县长兴花炮经营部',
      'decision.number': '（甲）应急罚〔2024〕9号',
      'decision.date': '2024-07-19',
      'decision.fine': 10500,
    });
    expect(facts['party.kind']).toBeUndefined();
    expect(facts['decision.number']?.confidence).toBeLessThan(0.8);
  });

  test('two parties with particulars of their own', () => {
    expect(decision(layouts.twoParties)).toMatchObject({
      'party.name': '乙市星辰网吧',
      'party.kind': 'individual-business',
      'decision.fine': 12000,
      'decision.penalties[]': ['警告 乙市星辰网吧', '罚款 10000 乙市星辰网吧', '罚款 2000 郑一'],
    });
  });
});

describe('what a decision must not be read as', () => {
  const body = (operative: string): string => `甲县环境局行政处罚决定书
甲环罚〔2024〕1号
当事人：乙有限公司
经查，当事人实施了违法行为。依据《丙法》第五条的规定，${operative}
甲县环境局
2024年5月6日`;

  test.each([
    ['处五万元以上二十万元以下的罚款，决定处罚如下：罚款人民币陆万元整。', 60000],
    ['决定给予以下行政处罚：对A行为罚款1万元；对B行为罚款2万元；合计罚款3万元。', 30000],
    ['决定对当事人作出如下处罚：1.罚款1万元；2.罚款2万元。', 30000],
    ['决定处以罚款（大写）伍仟元整（小写）5000元。', 5000],
    ['决定对你单位并处8万元罚款。', 80000],
    ['决定处罚款人民币5000元。上述罚款5000元应自收到本决定书之日起15日内缴至银行。', 5000],
    ['决定没收违法所得3000元，并处违法所得2倍罚款，计6000元。', 6000],
    ['决定给予警告。', undefined],
  ])('%s', (operative, fine) => {
    expect(decision(body(operative))['decision.fine']).toBe(fine);
  });

  test('figures and words that differ leave the fine in doubt', () => {
    const facts = readDecision(readerOf(body('决定处罚如下：罚款5000元（伍万元整）。')));
    expect(facts['decision.fine']?.confidence).toBeLessThan(0.5);
  });

  test('a decision that still proposes', () => {
    const facts = decision(body('本局拟对当事人作出罚款5000元的行政处罚。'));
    expect(facts).toMatchObject({ 'decision.says-proposed': true, 'decision.fine': 5000 });
  });

  test('an order to correct among the numbered penalties', () => {
    expect(
      decision(body('决定给予如下行政处罚：1.责令立即改正违法行为；2.罚款5000元。'))['decision.order-as-penalty'],
    ).toBe(true);
  });

  test('an order that heads what is decided stands under no penalty where nothing calls it one', () => {
    const decided = body('我局决定：一、责令甲县乙公司改正，给予警告，并处罚款60000元；二、对王五处罚款10000元。');
    expect(decision(decided)['decision.order-as-penalty']).not.toBe(true);
  });

  test('the order to correct in the sentence of the penalty, none in a law quoted', () => {
    const ordered = body('责令当事人改正违法行为，决定给予如下行政处罚：罚款5000元。');
    expect(decision(ordered)['correction.ordered']).toBe(true);
    const quoted = body('该条规定“由主管部门责令改正，处五千元以下罚款”，决定给予如下行政处罚：罚款5000元。');
    expect(decision(quoted)['correction.ordered']).toBeUndefined();
  });

  test('a heading that names the order beside the penalty puts it under no penalty', () => {
    const heading = body('决定作出如下行政处罚：罚款5000元。\n三、责令改正和行政处罚决定的履行方式和期限\n');
    expect(decision(heading)['decision.order-as-penalty']).toBe(false);
  });

  test('a form nobody filled in states nothing', () => {
    const blank =
      '行政处罚决定书\n（   ）罚〔    〕号\n被处罚单位：          \n地址：\n以上事实违反了            的规定，依据          的规定，决定给予            的行政处罚。\n（印章）\n   年   月   日';
    expect(decision(blank)).toEqual({});
  });

  test('without its end nothing is said to be absent', () => {
    const cut = body('决定罚款5000元。').split('\n甲县环境局\n')[0] ?? '';
    expect(
      Object.entries(decision(cut)).filter(([name, value]) => name.includes('states-') && value === false),
    ).toEqual([]);
  });

  test('every fact stands on a page with its words', () => {
    const text = layouts.market;
    for (const [name, fact] of Object.entries(readDecision(readerOf(text)))) {
      expect(fact.anchors?.length, name).toBeGreaterThan(0);
      for (const { quote, range } of fact.anchors ?? []) {
        expect(range, name).not.toBeNull();
        expect(quote.length, name).toBeGreaterThan(0);
      }
    }
    const number = readDecision(readerOf(text))['decision.number']?.anchors?.[0];
    expect(text.slice(...(number?.range ?? [0, 0]))).toBe('东市监处罚〔2024〕326号');
  });
});

test('the kinds read here are in the list of kinds', () => {
  const kinds = readFileSync(path.resolve(import.meta.dirname, '../../../../../rules/kinds.yaml'), 'utf8');
  for (const kind of ['penalty-decision', 'penalty-notice', 'hearing-notice-of-right'])
    expect(kinds).toContain(`id: ${kind}`);
});
