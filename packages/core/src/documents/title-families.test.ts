import { expect, test } from 'vitest';
import { familyOf } from './title-families.ts';

test('titles that every place words anew are known by how they are made', () => {
  expect(familyOf('甲省政府非税收入专用票据')).toBe('payment-receipt');
  expect(familyOf('甲市罚没收入票据')).toBe('payment-receipt');
  expect(familyOf('放弃陈述申辩和听证声明书')).toBe('statement-waiver');
  expect(familyOf('陈述和申辩笔录')).toBe('statement-record');
  expect(familyOf('陈述申辩意见复核书')).toBe('statement-review');
  expect(familyOf('涉案物品退还清单')).toBe('measure-return');
  expect(familyOf('案件受理记录')).toBe('source-registration');
});

test('what only resembles them is none of them', () => {
  expect(familyOf('非税收入缴款通知书')).toBeNull();
  expect(familyOf('罚没收入管理办法')).toBeNull();
  expect(familyOf('放弃财产声明书')).toBeNull();
  expect(familyOf('陈述笔录')).toBeNull();
  expect(familyOf('物品清单')).toBeNull();
  expect(familyOf('已收到罚没款收据')).toBeNull();
});
