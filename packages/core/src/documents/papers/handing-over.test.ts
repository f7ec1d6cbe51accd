import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readTransferList } from './handing-over.ts';
import { readTransferLetter } from './transfer.ts';

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
