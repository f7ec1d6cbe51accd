import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import type { Fact } from '../../record/types.ts';
import { extract } from '../extract.ts';
import { textFile } from '../plain-text.ts';

const clashes = (fact: string, ...pages: readonly string[]): unknown => {
  const { record } = extract([textFile('案卷.txt', ...pages)], kinds, { id: 'c' });
  return (record.facts[`consistency.${fact}`] as Fact | undefined)?.value;
};

const inquiry = (from: string, to: string, place: string, person = '李明') =>
  `询问笔录\n询问时间：2025年3月5日${from}至${to}\n询问地点：${place}\n被询问人：${person}\n询问人：刘洋、陈晨\n记录人：陈晨\n问：你好。答：好。\n被询问人（签名）：${person}`;
const inspection = (from: string, to: string, place: string) =>
  `现场检查笔录\n检查时间：2025年3月5日${from}至${to}\n检查地点：${place}\n当事人：青山县和顺食品厂\n检查人员：刘洋、王强\n检查情况：经检查，厂内有过期食品。\n当事人（签名）：李明`;
const decision = (words: string, number = '青市监罚〔2025〕8号') =>
  `青山县市场监督管理局\n行政处罚决定书\n${number}\n当事人：青山县和顺食品厂\n统一社会信用代码：91350100M000100Y43\n${words}\n依据《中华人民共和国食品安全法》第一百二十四条第一款的规定，决定对当事人作出如下处罚：罚款人民币伍仟元整（¥5000.00）。\n青山县市场监督管理局\n2025年5月9日`;

test('one officer in two places at once', () => {
  expect(
    clashes(
      'officer-clashes',
      inspection('9时0分', '10时0分', '青山县甲路1号'),
      inquiry('9时30分', '10时20分', '青山县乙路2号'),
    ),
  ).toEqual([
    '刘洋：现场检查笔录2025-03-05 09:00至10:00在青山县甲路1号，询问笔录2025-03-05 09:30至10:20在青山县乙路2号',
  ]);
  const apart = clashes(
    'officer-clashes',
    inspection('9时0分', '10时0分', '青山县甲路1号'),
    inquiry('10时0分', '10时20分', '青山县乙路2号'),
  );
  expect(apart).toEqual([]);
});

test('records whose times overlap', () => {
  const rooms = ['本局谈话室', '本局谈话室'] as const;
  expect(
    clashes('record-overlaps', inquiry('9时0分', '10时0分', rooms[0]), inquiry('9时59分', '11时0分', rooms[1], '王芳')),
  ).toHaveLength(1);
  expect(
    clashes('record-overlaps', inquiry('9时0分', '10时0分', rooms[0]), inquiry('10时0分', '11时0分', rooms[1], '王芳')),
  ).toEqual([]);
  expect(clashes('record-overlaps', inquiry('9时0分', '10时0分', rooms[0]))).toBeUndefined();
});

test('days no calendar has', () => {
  expect(clashes('impossible-dates', decision('2025年2月30日，当事人销售过期食品。'))).toEqual([
    '行政处罚决定书：2025年2月30日',
  ]);
  expect(clashes('impossible-dates', decision('5897年11月18日，当事人销售过期食品。'))).toEqual([
    '行政处罚决定书：5897年11月18日',
  ]);
  expect(clashes('impossible-dates', decision('2024年2月29日，当事人销售过期食品。'))).toEqual([]);
});

test('sums, codes and numbers', () => {
  const wrong = decision('经查明。').replace('¥5000.00', '¥50000.00');
  expect(clashes('amount-clashes', wrong)).toEqual(['行政处罚决定书：人民币伍仟元整（¥50000.00）']);
  expect(clashes('amount-clashes', decision('经查明。'))).toEqual([]);
  expect(clashes('invalid-codes', decision('经查明。').replace('Y43', 'Y44'))).toEqual([
    '行政处罚决定书：91350100M000100Y44',
  ]);
  expect(clashes('invalid-codes', decision('经查明。'))).toEqual([]);
  // A table that publishes the decision gives the agency's own code as well.
  const published = (row: string) => decision('经查明。').replace('经查明', `${row}经查明`);
  expect(clashes('invalid-codes', published('处罚机关统一社会信用代码：113701000041887321。'))).toEqual([]);
  expect(clashes('invalid-codes', published('数据来源单位统一社会信用代码：91350100M000100Y44。'))).toEqual([]);
  expect(clashes('invalid-codes', published('统一社会信用代码：91350100M000100Y44。'))).toHaveLength(1);
  expect(clashes('number-breaks', decision('经查明。', '青市监罚〔2026〕8号'))).toHaveLength(1);
  expect(clashes('number-breaks', decision('经查明。', '青市监罚〔2025〕8号'))).toEqual([]);
});

test('a basis the notice did not name', () => {
  const notice = (article: string) =>
    `青山县市场监督管理局\n行政处罚告知书\n青市监罚告〔2025〕8号\n青山县和顺食品厂：\n你单位销售过期食品。依据《食品安全法》第${article}条的规定，本局拟对你单位作出罚款5000元的处罚。你单位有权陈述、申辩。\n青山县市场监督管理局\n2025年4月9日`;
  expect(clashes('untold-basis', notice('一百二十四'), decision('经查明。'))).toEqual([]);
  expect(clashes('untold-basis', notice('一百二十五'), decision('经查明。'))).toEqual([
    '《中华人民共和国食品安全法》第124条',
  ]);
  const qualified = decision('经查明，该食品依据《食品安全法》第一百五十条的规定按不合格食品处理。');
  expect(clashes('untold-basis', notice('一百二十四'), qualified)).toEqual([]);
});

test('the day of the inspection', () => {
  const record = inspection('9时0分', '10时0分', '青山县甲路1号');
  expect(
    clashes('inspection-dates', record, decision('2025年3月5日，本局执法人员对当事人进行检查，发现过期食品。')),
  ).toEqual([]);
  expect(
    clashes('inspection-dates', record, decision('2025年3月6日，本局执法人员对当事人进行检查，发现过期食品。')),
  ).toHaveLength(1);
});

test('the hour behind the day of the inspection', () => {
  const record = inspection('9时0分', '10时0分', '青山县甲路1号');
  const told = (day: string) =>
    clashes('inspection-dates', record, decision(`2025年3月${day}日9时10分，本局执法人员在甲路检查时，发现过期食品。`));
  expect(told('5')).toEqual([]);
  expect(told('6')).toHaveLength(1);
});

test('how many pages the closing note counts', () => {
  const note = (count: string) => `卷内备考表\n本案卷共${count}页。\n立卷人：张明 2025年5月20日`;
  const pages = [decision('经查明。'), inspection('9时0分', '10时0分', '青山县甲路1号')] as const;
  expect(clashes('page-counts', ...pages, note('3'))).toEqual([]);
  expect(clashes('page-counts', ...pages, note('二'))).toEqual([]);
  expect(clashes('page-counts', ...pages, note('4'))).toEqual(['卷内备考表写明共4页，卷内实有3页']);
  expect(clashes('page-counts', ...pages)).toBeUndefined();
});

test('the number of the notice in the decision and on the receipt of its service', () => {
  const notice = (number: string) =>
    `青山县市场监督管理局\n行政处罚告知书\n${number}\n青山县和顺食品厂：\n你单位销售过期食品。依据《食品安全法》第一百二十四条的规定，本局拟对你单位作出罚款5000元的处罚。你单位有权陈述、申辩。\n青山县市场监督管理局\n2025年4月9日`;
  const receipt = (number: string) =>
    `送达回证\n送达文书名称及文号：《行政处罚告知书》（${number}）\n受送达人：青山县和顺食品厂\n送达时间：2025年4月9日\n收件人：李明`;
  const told = decision('本局于2025年4月9日送达了《行政处罚告知书》（青市监罚告〔2025〕7号）。');
  const [own, other] = ['青市监罚告〔2025〕7号', '青市监罚告〔2025〕9号'];
  expect(clashes('number-breaks', notice(own), receipt('青市监罚告〔2025〕第07号'), told)).toEqual([]);
  expect(clashes('number-breaks', notice(own), receipt(other), told)).toEqual([`告知书文号${own}，送达回证：${other}`]);
  expect(clashes('number-breaks', notice(other), receipt(other), told)).toEqual([
    `告知书文号${other}，行政处罚决定书：${own}`,
  ]);
  // Of two notices each has its own.
  expect(clashes('number-breaks', notice(own), notice(other), receipt(other), told)).toEqual([]);
});

test('sums on receipts whose column says the unit', () => {
  const receipt = (words: string) =>
    `中央非税收入统一票据\n票据号码：0012345678\n开票日期：2025年5月20日\n金额合计（大写）：${words} （小写）5000.00`;
  expect(clashes('amount-clashes', receipt('伍仟元整'))).toEqual([]);
  expect(clashes('amount-clashes', receipt('伍佰元整'))).toEqual(['中央非税收入统一票据：伍佰元整（小写）5000.00']);
});
