import { describe, expect, test } from 'vitest';
import { type Reader, readPages } from '../pages.ts';
import { pageOf } from '../plain-text.ts';
import { scanAmounts } from '../scan/amounts.ts';
import { scanDates } from '../scan/dates.ts';
import { readFields } from '../scan/labels.ts';
import { scanNumbers } from '../scan/numbers.ts';

const recognised = (text: string): Reader =>
  readPages('d01', 'a.pdf', [{ page: { ...pageOf(text), source: 'scan' }, start: 0, end: text.length }]);

describe('dates', () => {
  test.each([
    ['2025年]月20日', '2025-01-20'],
    ['2025年1]月07日', '2025-11-07'],
    ['2026年11]月9日', '2026-11-09'],
    ['2021年04月0]日', '2021-04-01'],
    ['2021年12月3]日', '2021-12-31'],
    ['2023年01]月12日', '2023-01-12'],
    ['2026年3月18有日', '2026-03-18'],
    ['二@〇二三年九月二十五日', '2023-09-25'],
    ['二O〇二四年七月七日', '2024-07-07'],
    ['二口二六年十月十七日', '2026-10-17'],
    ['二站二五年二月六日', '2025-02-06'],
    ['二二六年十月八日', '2026-10-08'],
    ['2022年4月28扫', '2022-04-28'],
  ])('%s', (text, value) => {
    expect(scanDates(recognised(text)).map((hit) => hit.value)).toEqual([value]);
  });

  test('what no calendar has stays as it was read', () => {
    expect(recognised('2025年]]]月20日').dense).toBe('2025年]]]月20日');
  });

  test('a stroke too many is taken out, and places still lead back to the page', () => {
    const reader = recognised('日期:2026年11]月9日\n地点:甲县');
    const [hit] = scanDates(reader);
    expect(reader.quote(hit?.start ?? 0, hit?.end ?? 0)).toBe('2026年11]月9日');
    const [place] = readFields(reader, ['地点']);
    expect(place?.text).toBe('甲县');
    expect(reader.quote(place?.from ?? 0, place?.to ?? 0)).toBe('甲县');
  });

  test('what the file itself says is not mended', () => {
    const text = '2025年]月20日';
    expect(readPages('d01', 'a.pdf', [{ page: pageOf(text), start: 0, end: text.length }]).dense).toBe(text);
  });
});

describe('numbers of papers', () => {
  test.each([
    ['绿市监罚52022)第073号', '绿市监罚〔2022〕第073号'],
    ['临交罚决〔【2021]第044号', '临交罚决〔2021〕第044号'],
    ['海城管当罚字[(2023]第361号', '海城管当罚字〔2023〕第361号'],
    ['白市监催字(2026)]第073号', '白市监催字〔2026〕第073号'],
    ['绿农罚字[2021]第06]号', '绿农罚字〔2021〕第061号'],
    ['临自然罚〈2021)7]号', '临自然罚〔2021〕71号'],
    ['临规罚决L[2021]第015号', '临规罚决〔2021〕第015号'],
    ['临关缉违字【2025]】260号', '临关缉违字〔2025〕260号'],
    ['临生环不罚【〔【2025]17-07号', '临生环不罚〔2025〕17-07号'],
    ['临市监综处罚【2022j149-1号', '临市监综处罚〔2022〕149-1号'],
    ['(临资.罚字【2024]34号)', '临资罚字〔2024〕34号'],
    ['临资罚字人2024]34号', '临资罚字〔2024〕34号'],
    ['临资罚字2024)34号', '临资罚字〔2024〕34号'],
    ['(临资罚字【2024]34与)', '临资罚字〔2024〕34号'],
    ['临市监罚【2024]j40008号', '临市监罚〔2024〕40008号'],
    ['临自然资规避[2023j]6号', '临自然资规罚〔2023〕6号'],
    ['临文综罚字【2024]】】38号', '临文综罚字〔2024〕38号'],
    ['文号【j临农(种子)罚[2022]1号', '临农(种子)罚〔2022〕1号'],
    ['临林六决字[2023]第015号', '临林罚决字〔2023〕第015号'],
    ['临市监处字【2015】」004号', '临市监处字〔2015〕004号'],
    ['临城罚决字【2031]】建设第22号', '临城罚决字〔2031〕建设第22号'],
    ['临环罚决字【2031」006号', '临环罚决字〔2031〕006号'],
    ['I临环罚字【2031]】14号', '临环罚字〔2031〕14号'],
    ['临环(机动二)罚【2031]】第(0003)号', '临环(机动二)罚〔2031〕第(0003)号'],
  ])('%s', (text, value) => {
    expect(scanNumbers(recognised(text)).map((hit) => hit.value)).toEqual([value]);
  });
});

describe('places in a law', () => {
  test.each([
    ['第十四条钊一坎第一项', '第十四条第一款第一项'],
    ['第四条第一歌的规定', '第四条第一款的规定'],
    ['第四条第一项的规定', '第四条第一项的规定'],
    ['第四条及该款第一项', '第四条及该款第一项'],
    ['第四二四条', '第四十四条'],
    ['第干五条、第四于条', '第十五条、第四十条'],
    ['第二十入条、第从十六条、第人条', '第二十八条、第八十六条、第八条'],
    ['第一人称', '第一人称'],
    ['第三条第五)项、第(六)项', '第三条第五项、第(六)项'],
    ['第四十一、`五十一条', '第四十一、五十一条'],
    ['第六条人第(/八)项', '第六条第(八)项'],
    ['可在六二日内申请', '可在六十日内申请'],
    ['十二月六日内,二三日内', '十二月六日内,二三日内'],
  ])('%s', (read, meant) => {
    expect(recognised(read).dense).toBe(meant);
  });
});

describe('sums', () => {
  const sums = (text: string): unknown[] =>
    scanAmounts(recognised(text)).map(({ yuan, contradicts }) => (contradicts ? [yuan, 'contradicts'] : yuan));

  test.each([
    ['罚款人民币壹拾贰万陆什元整', 126000],
    ['罚款(大写)参什元整', 3000],
    ['罚款贰抬元整', 20],
    ['罚款18504元(过万抽什伍佰零肆元整)', 18504],
    ['罚款伍什类佰拥拾元整(5780.00)', 5780],
    ['罚款1万元(喜万元整)', 10000],
    ['罚款人民币起佰元整(轨200)的行政处罚', 200],
    ['罚款壹万贰仟柒拾会元整(¥12073.00)', 12073],
  ])('%s', (text, yuan) => {
    expect(sums(text)).toEqual([yuan]);
  });

  test('figures behind the words whose sign took the first of them along agree with the words', () => {
    expect(sums('罚款参什元整(史000)的行政处罚')).toEqual([3000]);
    expect(sums('罚款贰佰元整(兰200.00元)的行政处罚')).toEqual([200]);
  });

  test('a word read for the unit between two figures', () => {
    expect(sums('罚款陆件伍佰陆拾伍元整')).toEqual([6565]);
    expect(sums('罚款6565元(陆坐伍佰陆拾伍元整)')).toEqual([6565]);
    // What stands before the word is part of the sum, so the sum is not known.
    expect(sums('罚款陆坐伍佰陆拾伍元整')).toEqual([]);
  });

  test('a lost figure is not guessed', () => {
    expect(sums('罚款人民币过万元整。')).toEqual([]);
    expect(sums('罚款2万元(喜什元整)')).toEqual([20000]);
    // The sign ¥ and the 3 behind it were read as one 8.
    expect(sums('罚款佐什元整8000)。')).toEqual([]);
  });

  test('figures and words that differ still contradict', () => {
    expect(sums('罚款30000元(贰万元整)')).toEqual([[30000, 'contradicts']]);
  });

  test('words around a sum are no part of it', () => {
    expect(sums('双方合作伍万元整,保证责任贰万元整')).toEqual([50000, 20000]);
    expect(recognised('超过万元的').dense).toBe('超过万元的');
  });
});

test.each([
  ['1、划款2000元', '1、罚款2000元'],
  ['处以两倍的昼款,即:29500元', '处以两倍的罚款,即:29500元'],
  ['两倍的昼款29500元', '两倍的罚款29500元'],
  ['向该公司划款2000元', '向该公司划款2000元'],
  ['行政处加的依据', '行政处罚的依据'],
  ['甲县入民法院', '甲县人民法院'],
  ['经碍明,上壕事实', '经查明,上述事实'],
  ['妨碍执法', '妨碍执法'],
  ['当事人“姓名或名称):甲公司', '当事人(姓名或名称):甲公司'],
  ['给予敬告的行政处罚', '给予警告的行政处罚'],
  ['敬告市民', '敬告市民'],
  ['代码91547596MAH8NDW1QT', '代码91547596MAH8NDW1QT'],
  ['电话0746-Q123456', '电话0746-0123456'],
  ['现场勤验', '现场勘验'],
])('%s: words that one misread character makes another of', (read, meant) => {
  expect(recognised(read).dense).toBe(meant);
});

test.each([
  '壹万元整(史000)',
  '元',
  '过万',
  '2025年1]月',
  '罚〔【2024]',
  '罚',
  '壹',
  '第]号',
  '二@〇二三年',
  '(2024)]',
  '《〈',
  'O0',
])('a page full of %s takes time in proportion to its length', (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  const begun = performance.now();
  recognised(text);
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('a dot within the name of a place is dirt, one behind a number is none', () => {
  expect(recognised('向当.涂县人民政府申请').dense).toBe('向当涂县人民政府申请');
  expect(recognised('二.当涂县人民政府').dense).toBe('二.当涂县人民政府');
});

test('和 seen before a name of three characters is no part of it; a surname is', () => {
  expect(recognised('当事人:和孙东海').dense).toBe('当事人:孙东海');
  expect(recognised('当事人:和孙海').dense).toBe('当事人:和孙海');
});

describe('names of places', () => {
  test.each([
    ['寻旬县生态环境局', '寻甸县生态环境局'],
    ['寻和旬县生态环境局', '寻甸县生态环境局'],
    ['寻和多县生态环境局', '寻甸县生态环境局'],
    ['向石录县人民法院起诉', '向石泉县人民法院起诉'],
    ['宣宾市应急管理局', '宜宾市应急管理局'],
    ['稚岗市公安局', '鹤岗市公安局'],
  ])('%s', (text, read) => {
    expect(recognised(text).dense).toBe(read);
  });

  test.each(['禾丰县农业农村局', '青山县人民政府', '本市开发区居住区', '上旬县里', '旬阳县公安局', '在全国各县市'])(
    '%s stays: it is a place, or nobody knows which one is meant',
    (text) => {
      expect(recognised(text).dense).toBe(text);
    },
  );

  test('a name put right is printed so, and leads back to what was read', () => {
    const reader = recognised('寻和旬县乙厂');
    expect(reader.print(0, 5)).toBe('寻甸县乙厂');
    expect(reader.quote(0, 5)).toBe('寻和旬县乙厂');
  });
});

describe('words of forms', () => {
  test.each([
    ['被检查人(等名):何文', '被检查人(签名):何文'],
    ['询间人:王娜', '询问人:王娜'],
    ['本作告书送达后', '本催告书送达后'],
    ['法定代表人;马洋华', '法定代表人:马洋华'],
    ['当事”人:甲厂', '当事人:甲厂'],
    ['法定代表人“〈主要负责人):徐洋', '法定代表人(主要负责人):徐洋'],
  ])('%s', (text, read) => {
    expect(recognised(text).dense).toBe(read);
  });

  test('papers that are named so stay what they are', () => {
    const text = '本公告书与本报告书、控告书';
    expect(recognised(text).dense).toBe(text);
  });
});

test.each([
  ['依照第四和六条的规定', '依照第四十六条的规定'],
  ['.2031年5月30晶', '2031年5月30日'],
  ['人2031年5月30日', '2031年5月30日'],
  ['.3024年5月30日', '2024年5月30日'],
  ['于2031年5月30日', '于2031年5月30日'],
  ['甲市公安局交通警察文队直属大队', '甲市公安局交通警察支队直属大队'],
  ['缴纳方式:口当场缴纳口自收到决定书之日起', '缴纳方式:□当场缴纳□自收到决定书之日起'],
  ['住址:口前镇口子村,口头告知', '住址:口前镇口子村,口头告知'],
  ['甲镇东路S7幢2号', '甲镇东路S7幢2号'],
  ['甲镇东路S7号', '甲镇东路57号'],
  ['丙目治县市场监督管理局', '丙自治县市场监督管理局'],
])('%s', (read, meant) => {
  expect(recognised(read).dense).toBe(meant);
});

test('the bracket that opens the name of a law is one, though read as a mark of quotation', () => {
  expect(recognised('违反“某某管理条例》第三条').dense).toBe('违反《某某管理条例》第三条');
  expect(recognised('以“某某店”的名义').dense).toBe('以“某某店”的名义');
});

test('a mark of quotation between two names is dirt in the blank that parts them; one that opens words is none', () => {
  expect(recognised('抽样人员罗小溪“温良执法证号:0903').dense).toBe('抽样人员罗小溪、温良执法证号:0903');
  expect(recognised('记录人:罗小溪”温良').dense).toBe('记录人:罗小溪、温良');
  expect(recognised('执法人员发现“甲牌”标志').dense).toBe('执法人员发现“甲牌”标志');
  expect(recognised('执法人员发现货架上有“甲牌').dense).toBe('执法人员发现货架上有“甲牌');
});

test('a comma behind a label at the head of a row is its colon, within a sentence it is none', () => {
  expect(recognised('住址 ，甲县乙路3号').dense).toBe('住址:甲县乙路3号');
  expect(recognised('地址，由甲确认，乙签名').dense).toBe('地址,由甲确认,乙签名');
});
