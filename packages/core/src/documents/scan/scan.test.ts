import { describe, expect, test } from 'vitest';
import { readPages } from '../pages.ts';
import { pageOf, readerOf } from '../plain-text.ts';
import { scanAmounts } from './amounts.ts';
import { scanCitations } from './citations.ts';
import { isCreditCode, isIdNumber, scanCodes } from './codes.ts';
import { scanDates } from './dates.ts';
import { scanDurations } from './durations.ts';
import { readFields } from './labels.ts';
import { scanNumbers } from './numbers.ts';
import { readChinese } from './numerals.ts';

describe('numerals', () => {
  test.each([
    ['三百四十八', 348],
    ['十五', 15],
    ['二十', 20],
    ['一百〇五', 105],
    ['一百一十', 110],
    ['壹万捌仟伍佰零肆', 18504],
    ['贰拾肆万陆仟', 246000],
    ['一亿二千万', 120_000_000],
    ['叁万零陆佰', 30600],
    ['二〇二三', 2023],
  ])('%s', (text, value) => {
    expect(readChinese(text, 0)).toEqual({ value, end: text.length });
  });
});

describe('dates', () => {
  test.each([
    ['2023年2月13日', '2023-02-13'],
    ['2021年9月1 日', '2021-09-01'],
    ['2021 年 9 月 27 日', '2021-09-27'],
    ['２０２４年１月２日', '2024-01-02'],
    ['二〇二一年九月二十七日', '2021-09-27'],
    ['二○一五年十月二十二日', '2015-10-22'],
    ['二0二三年二月十三日', '2023-02-13'],
    ['二О一九年一月七日', '2019-01-07'],
    ['二Ｏ一九年十二月三十日', '2019-12-30'],
    ['2024.03.04', '2024-03-04'],
    ['2024-3-4', '2024-03-04'],
    ['2025-01-09 12:30', '2025-01-09'],
    ['2023年2月30日', null],
    ['2024/13/01', null],
  ])('%s', (text, value) => {
    expect(scanDates(readerOf(`于${text}检查`)).map((hit) => hit.value)).toEqual([value]);
  });

  test('a year is not the tail of a number, unless white space parts them', () => {
    expect(scanDates(readerOf('编号12024年3月4日'))).toEqual([]);
    expect(scanDates(readerOf('电话13800001111\n2024年3月4日')).map((hit) => hit.value)).toEqual(['2024-03-04']);
  });

  test('a character that prints nothing within a date is told', () => {
    const [hit] = scanDates(readerOf('2024年3月1\u200b2日'));
    expect(hit).toMatchObject({ value: '2024-03-12', tampered: true });
  });
});

describe('sums', () => {
  const yuan = (text: string): number[] => scanAmounts(readerOf(text)).map((hit) => hit.yuan);
  test.each([
    ['罚款伍万元整。', [50000]],
    ['罚款18504元(壹万捌仟伍佰零肆元整)', [18504]],
    ['伍仟柒佰捌拾元整(¥5780.00)', [5780]],
    ['贰拾肆万陆仟元整（￥246，000.00元）', [246000]],
    ['人民币（大写）：贰万元整（¥20000.00）', [20000]],
    ['0.1万元', [1000]],
    ['0.125万元、1.125万元', [1250, 11250]],
    ['人民币36.000元、¥36.000.00元', [36000, 36000]],
    ['1.5万元（壹万伍仟元整）', [15000]],
    ['人民币伍佰元整。500.00', [500]],
    ['三千零五元五角', [3005.5]],
    ['人民币参万贰某陆佰元整', []],
    ['每件伍佰元', [500]],
    ['FOB4749.84美元', []],
    ['697㎡×11元/㎡=7667元', [11, 7667]],
  ])('%s', (text, value) => {
    expect(yuan(text)).toEqual(value);
  });

  test('the ends of a range, limits and prices a unit are told apart', () => {
    const kinds = (text: string): string[] =>
      scanAmounts(readerOf(text)).map((hit) => (hit.bound ? 'bound' : hit.perUnit ? 'unit' : 'sum'));
    expect(kinds('处五万元以上二十万元以下的罚款')).toEqual(['bound', 'bound']);
    expect(kinds('处2万元至5万元罚款')).toEqual(['bound', 'bound']);
    expect(kinds('不超过三万元')).toEqual(['bound']);
    expect(kinds('进价65元/桶，货值704元')).toEqual(['unit', 'sum']);
  });

  test('figures and words that differ contradict', () => {
    expect(scanAmounts(readerOf('罚款5000元（伍万元整）'))[0]).toMatchObject({ yuan: 5000, contradicts: true });
  });
});

describe('document numbers', () => {
  test.each([
    ['寻林罚决字〔2023〕第8号', '寻林罚决字〔2023〕第8号'],
    ['济历城卫医罚【2018】016号', '济历城卫医罚〔2018〕016号'],
    ['通01环罚﹝2024﹞71号', '通01环罚〔2024〕71号'],
    ['盘环罚决(2021)138号', '盘环罚决〔2021〕138号'],
    ['湘攸交处罚〔 2025〕092(非) 号', '湘攸交处罚〔2025〕092(非)号'],
    ['邯环罚决字[2025]03-003号', '邯环罚决字〔2025〕03-003号'],
    ['(津保)应急罚[2023]k-39号', '(津保)应急罚〔2023〕k-39号'],
    ['（沪浦）应急罚〔2024〕12号', '（沪浦）应急罚〔2024〕12号'],
    ['洪城罚决字〔2025〕建设第22号', '洪城罚决字〔2025〕建设第22号'],
    ['(朝龙)应急责改〔2025〕执法四中队20号', '(朝龙)应急责改〔2025〕执法四中队20号'],
    ['禄农(兽药)罚〔2026〕2号', '禄农(兽药)罚〔2026〕2号'],
    ['湘(岳)文执罚网字〔2021〕第012号', '湘(岳)文执罚网字〔2021〕第012号'],
    ['头镇罚告字2020第001号', '头镇罚告字2020第001号'],
    ['处罚字202124', '处罚字202124'],
    ['〔2021〕66号', '〔2021〕66号'],
    ['林业行政处罚决定书〔2025〕46号', '林业行政处罚决定书〔2025〕46号'],
    ['国家某某监督管理总局甲监管局行政处罚决定书〔2025〕6号', '〔2025〕6号'],
    ['青山县环境局行政处罚决定书 青环罚字〔 2019 〕-007', '青环罚字〔2019〕-007'],
  ])('%s', (text, value) => {
    expect(scanNumbers(readerOf(text)).map((hit) => hit.value)).toEqual([value]);
  });

  test('in running text only the number itself is taken', () => {
    const text = '我局送达了湘文罚告网字〔2021〕第012号《行政处罚事先告知书》(衡环罚告[2024]224号)，依据建发（2020）号';
    expect(scanNumbers(readerOf(text)).map((hit) => hit.value)).toEqual([
      '湘文罚告网字〔2021〕第012号',
      '衡环罚告〔2024〕224号',
    ]);
  });

  test.each([
    ['决定书文号\n临农（农药）罚\n〔2025〕9号', '临农（农药）罚〔2025〕9号'],
    ['行政处罚决定书（单位）（江）应急\n罚〔2025〕44号', '（江）应急罚〔2025〕44号'],
    ['行政处罚决定书\n罚〔2025〕44号', '罚〔2025〕44号'],
    ['行政处罚决定书\n〔2025〕44号', '〔2025〕44号'],
  ])('a number broken by a narrow cell is whole: %j', (text, value) => {
    expect(scanNumbers(readerOf(text)).map((hit) => hit.value)).toEqual([value]);
  });

  test('a number broken by the margin is whole', () => {
    const page = `${'某'.repeat(30)}\n我局以《行政处罚事先（听证）告知书》告知你单位违法事实（绿\n环罚告字〔2024〕第8号）。`;
    expect(scanNumbers(readerOf(page)).map((hit) => hit.value)).toEqual(['绿环罚告字〔2024〕第8号']);
  });
});

describe('citations', () => {
  const cited = (text: string): string[] =>
    scanCitations(readerOf(text))
      .filter((hit) => hit.article !== null)
      .map((hit) => `${hit.law} ${hit.article}.${hit.paragraph ?? ''}.${hit.item ?? ''}`);
  test.each([
    ['违反《甲法》第二十五条的规定', ['甲法 25..']],
    ['《甲法》第六十条之一第二款第（三）项', ['甲法 60-1.2.3']],
    ['《甲法》第15条第3款、第三十七条第一款', ['甲法 15.3.', '甲法 37.1.']],
    ['《甲法》第二十八条第一款、第四款', ['甲法 28.1.', '甲法 28.4.']],
    ['《甲法》第九十七条第（三）、（五）项', ['甲法 97..3', '甲法 97..5']],
    ['《甲法》（2021年修订）第五十七条', ['甲法 57..']],
    ['《甲基准》第二章第一条第(二)项', ['甲基准 1..2']],
    ['《甲法》第四条“依照《乙法》第七条处罚”和第五条', ['甲法 4..', '甲法 5..']],
    ['《甲条例》第四条，依据该条例第九条', ['甲条例 4..', '甲条例 9..']],
    ['《甲法》第二十三条、二十四条', ['甲法 23..', '甲法 24..']],
    ['《甲法》第十条第一款（五）项及第十一条', ['甲法 10.1.5', '甲法 11..']],
    ['《甲法》第四条"依照《乙法》第七条处罚"和第五条', ['甲法 4..', '甲法 5..']],
    ['《甲飞行规则》第91.703条、第121.48条第（二）项', ['甲飞行规则 91.703..', '甲飞行规则 121.48..2']],
    ['《甲作业安全技术规程》第9.3条，《乙规程》第6.6.1.1条', []],
    ['依据中华人民共和国行政处罚法第六十条', ['中华人民共和国行政处罚法 60..']],
  ])('%s', (text, value) => {
    expect(cited(text)).toEqual(value);
  });

  test('a short title stands for the title it was defined for', () => {
    const text =
      '《中华人民共和国保险法》（以下简称《保险法》）；《某省办法》（以下简称“办法”）。违反《保险法》第五条、办法第六条。';
    expect(cited(text)).toEqual(['中华人民共和国保险法 5..', '某省办法 6..']);
    expect(cited('《甲省饲料条例》以下称《饲料条例》)第三条第二项')).toEqual(['甲省饲料条例 3..2']);
  });

  test('marks of quotation that a picture confounds, by what stands beside them', () => {
    const text = '有《笔录》“、照片为证。违反《甲法》第七条第一款”易扬尘的物料应当密闭的“规定,依据《甲法》第九条';
    const seen = { ...pageOf(text), source: 'scan' as const };
    const reader = readPages('d', 'f', [{ page: seen, start: 0, end: text.length }]);
    expect(scanCitations(reader).flatMap(({ article }) => article ?? [])).toEqual(['7', '9']);
  });

  test('titles over a line break and with white space', () => {
    expect(cited('依据《中华人民\n共和国水法》第 十 条')).toEqual(['中华人民共和国水法 10..']);
  });
});

describe('periods', () => {
  test.each([
    ['六十日内', [[60, 'days']]],
    ['六十（60）日内', [[60, 'days']]],
    ['15日内', [[15, 'days']]],
    ['5个工作日内', [[5, 'working-days']]],
    ['六个月内', [[6, 'months']]],
    ['2024年4月20日', []],
    ['每日按3%加处', []],
  ])('%s', (text, value) => {
    expect(scanDurations(readerOf(text)).map((hit) => [hit.value, hit.unit])).toEqual(value);
  });
});

describe('codes', () => {
  test('check characters of credit codes and identity numbers', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('110105194912310021')).toBe(false);
  });
  test('a letter no code has before one that was seen twice is left out where the check character then agrees', () => {
    expect(scanCodes(readerOf('代码:91547596MAH8NDVW13T')).map((hit) => [hit.value, hit.valid])).toEqual([
      ['91547596MAH8NDW13T', true],
    ]);
    expect(scanCodes(readerOf('代码:91547596MAH8NDVW14T'))).toEqual([]);
    expect(scanCodes(readerOf('代码:91S547596MAH8NDW13T')).map((hit) => hit.value)).toEqual(['91547596MAH8NDW13T']);
  });

  test('Q is a character of credit codes, and stands for 0 where only then the check character agrees', () => {
    const code = '9154759QMAH8NDW13';
    const own = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => code + last).find(isCreditCode) ?? '';
    expect(scanCodes(readerOf(`代码:${own}`)).map((hit) => hit.value)).toEqual([own]);
    expect(scanCodes(readerOf('代码:91350100M0Q0100Y43')).map((hit) => [hit.value, hit.valid])).toEqual([
      ['91350100M000100Y43', true],
    ]);
  });

  test('the MA of businesses read as NA is put right where the check character then agrees', () => {
    expect(scanCodes(readerOf('代码:91547596NAH8NDW13T')).map((hit) => hit.value)).toEqual(['91547596MAH8NDW13T']);
    expect(scanCodes(readerOf('代码:91547596NAH8NDW14T')).map((hit) => [hit.value, hit.valid])).toEqual([
      ['91547596NAH8NDW14T', false],
    ]);
  });

  test('only whole runs of eighteen are codes', () => {
    const hits = scanCodes(readerOf('代码：91350100M000100Y43，身份证 11010519491231002X，账号9135010011110100Y4344'));
    expect(hits.map((hit) => [hit.kind, hit.valid])).toEqual([
      ['credit-code', true],
      ['id-number', true],
    ]);
  });
});

describe('fields', () => {
  const fields = (text: string, ...labels: string[]): string[] =>
    readFields(readerOf(text), labels).map((field) => `${field.label}=${field.text}`);
  test('spaces within labels, several on a line, notes in brackets', () => {
    const text = '当 事 人：甲公司\n住    所：某路6号  电话：123\n法定代表人（负责人）：张三';
    expect(fields(text, '当事人', '住所', '电话', '法定代表人')).toEqual([
      '当事人=甲公司',
      '住所=某路6号',
      '电话=123',
      '法定代表人=张三',
    ]);
  });
  test('a name that ends with what a longer label begins with keeps its end', () => {
    expect(fields('当事人：甲县某某有限公司地址：某路6号', '当事人', '公司地址', '地址')).toEqual([
      '当事人=甲县某某有限公司',
      '地址=某路6号',
    ]);
    expect(fields('当事人：张三，公司地址：某路6号', '当事人', '公司地址', '地址')).toEqual([
      '当事人=张三',
      '公司地址=某路6号',
    ]);
  });
  test('without colons, and glued to their values', () => {
    expect(fields('被处罚人姓名 潘某 性别 男', '被处罚人姓名', '性别')).toEqual(['被处罚人姓名=潘某', '性别=男']);
    expect(fields('被处罚人姓名朱**性别女出生日期1990年', '被处罚人姓名', '性别', '出生日期')).toEqual([
      '被处罚人姓名=朱**',
      '性别=女',
      '出生日期=1990年',
    ]);
  });
  test('cells as lines, and blanks left open', () => {
    expect(fields('姓名\n张三\n住址\n某路', '姓名', '住址')).toEqual(['姓名=张三', '住址=某路']);
    expect(fields('姓名：____住址：\n电话：', '姓名', '住址', '电话')).toEqual(['姓名=', '住址=', '电话=']);
  });
});
