import { expect, test } from 'vitest';
import { sumPayments } from '../link/payments.ts';
import { readerOf } from '../plain-text.ts';
import type { ExtractedDocument } from '../types.ts';
import { readClosing, readPayment } from './closing.ts';

const paid = (text: string) => readPayment(readerOf(text))['payment.amount'];

test('several receipts on one sheet come to their sum, one told in both scripts to itself', () => {
  const one = '缴款人：甲有限公司 日期：2031年5月6日 金额：60000.00元（陆万元整） 票号：2206001181';
  const other = '缴款人：李四 日期：2031年5月6日 金额：10000.00元（壹万元整） 票号：2206001182';
  expect(paid(one)?.value).toBe(60000);
  expect(paid(`${one}\n${other}`)?.value).toBe(70000);
  const parts = [1, 2, 3].map(
    (n) => `票据号码：009331220${n} 日期：2031年5月${n}日\n项目：罚款（第${n}期） 金额：15000.00元 大写：壹万伍仟元整`,
  );
  expect(paid(parts.join('\n'))?.value).toBe(45000);
});

test('a sum without its unit behind the one label of sums', () => {
  const bill = (rest: string) =>
    `中央非税收入统一票据\n缴款人：甲有限公司 开票日期：2031年6月2日\n项目名称：罚没收入 ${rest}`;
  expect(paid(bill('金额：5800.00'))?.value).toBe(5800);
  expect(paid(bill('金额：5800'))?.value).toBeUndefined();
});

test('sums that cannot be given to the receipts of a sheet are shown, and judge nothing', () => {
  const sheet = '票号：2206001181 日期：2031年5月6日\n应缴80000元\n实缴60000元\n票号：2206001182 余额20000元';
  expect(paid(sheet)?.confidence).toBeLessThan(0.5);
});

const receipt = (amount: number, number?: string): ExtractedDocument =>
  ({
    kind: 'payment-receipt',
    facts: {
      'payment.amount': { value: amount, anchors: [], origin: 'extracted', confidence: 0.9 },
      ...(number === undefined
        ? {}
        : { 'payment.receipt-number': { value: number, anchors: [], origin: 'extracted' } }),
    },
  }) as unknown as ExtractedDocument;

test('receipts of several payments are added up; two without numbers may be copies of one', () => {
  const sum = (...all: readonly ExtractedDocument[]) => {
    const facts = { ...all[0]?.facts };
    sumPayments(facts, all);
    return facts['payment.amount'];
  };
  expect(sum(receipt(60000, 'A1'), receipt(10000, 'A2'))?.value).toBe(70000);
  expect(sum(receipt(60000, 'A1'), receipt(60000, 'A1'))?.value).toBe(60000);
  expect(sum(receipt(60000), receipt(60000))?.confidence).toBeLessThan(0.5);
  expect(sum(receipt(60000))?.confidence).toBe(0.9);
});

test('whoever ends the case may write it below the report, where no label heads it', () => {
  const ended = (words: string) =>
    readClosing(
      readerOf(
        `结案报告\n甲公司消火栓被遮挡一案，已于2031年5月25日作出处罚决定，罚款已缴清。建议结案。\n承办人：林小伟、郑小东 2031年6月10日\n${words}`,
      ),
    );
  expect(ended('同意结案。陈小明 2031年6月12日')['closing.date']?.value).toBe('2031-06-12');
  expect(ended('同意结案。陈小明 2031年6月12日')['closing.approved']?.value).toBe(true);
  expect(ended('同意结案。')['closing.approved']?.value).not.toBe(true);
});
