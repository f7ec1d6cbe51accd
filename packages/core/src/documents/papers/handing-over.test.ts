import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readTransferList } from './handing-over.ts';
import { readTransferApproval, readTransferLetter } from './transfer.ts';

const letter = (foot: string) =>
  readTransferLetter(
    readerOf(
      `涉嫌犯罪案件移送书\n甲渔移字〔2031〕第2号\n甲县公安局：\n张三涉嫌犯罪一案，现移送你局处理。\n附件：1.调查报告；2.禁用渔具认定意见书。\n甲县渔政大队\n2031年4月23日\n${foot}`,
    ),
  );

test('the slip below the letter is signed by who got it, and its day is not that of the letter', () => {
  const facts = letter('（回执）\n甲县渔政大队：你队移送的案件收悉。\n接收人：李四 甲县公安局 2031年4月24日');
  expect(facts['transfer.date']?.value).toBe('2031-04-23');
  expect(facts['transfer.receipt-signed']?.value).toBe(true);
  expect(letter('')['transfer.receipt-signed']).toBeUndefined();
  expect(letter('（回执）\n你队移送的案件收悉。\n接收人：')['transfer.receipt-signed']).toBeUndefined();
});

test('what an expert found goes with the letter under whatever name', () => {
  expect(letter('')['transfer.materials']?.value).toEqual(['letter', 'report', 'appraisal']);
});

test('a list of what was handed over tells when', () => {
  const day = (text: string) => readTransferList(readerOf(`涉案物品移交清单\n1 逆变器 1台\n${text}`));
  expect(day('移交人：王五 接收人：李四 移交日期：2031年4月30日')['transfer.goods-handed-on']?.value).toBe(
    '2031-04-30',
  );
  expect(day('扣押日期：2031年4月15日')['transfer.goods-handed-on']).toBeUndefined();
});

test('a case handed to another authority goes to no police', () => {
  const to = (name: string, about = '其行为涉嫌违反《甲条例》') =>
    readTransferLetter(
      readerOf(
        `案件移送函\n甲市监移〔2031〕2号\n${name}：\n张三销售未经检疫的猪肉，${about}，属你局管辖，现移送你局处理。\n附：现场照片。\n甲县市场监督管理局\n2031年4月23日`,
      ),
    )['transfer.date']?.value;
  expect(to('甲县农业农村局')).toBeUndefined();
  expect(to('甲市生态环境局东城分局', '其行为涉嫌污染环境犯罪')).toBeUndefined();
  expect(to('东城分局')).toBeUndefined();
  expect(to('东城分局', '其行为涉嫌构成犯罪')).toBe('2031-04-23');
  expect(to('甲县公安局')).toBe('2031-04-23');
  const approved = (body: string) =>
    readTransferApproval(
      readerOf(
        `案件移送审批表\n案由：销售未经检疫的猪肉\n受移送机关：${body}\n承办人意见：建议移送。李四 2031年4月20日\n负责人意见：同意移送。王五 2031年4月21日`,
      ),
    )['transfer.decided-on']?.value;
  expect(approved('甲县农业农村局')).toBeUndefined();
  expect(approved('甲县公安局')).toBe('2031-04-21');
});
