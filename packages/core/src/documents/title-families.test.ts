import { expect, test } from 'vitest';
import { familyOf } from './title-families.ts';

test('titles that every place words anew are known by how they are made', () => {
  expect(familyOf('甲省政府非税收入专用票据')).toBe('payment-receipt');
  expect(familyOf('甲市罚没收入票据')).toBe('payment-receipt');
  expect(familyOf('放弃陈述申辩和听证声明书')).toBe('statement-waiver');
  expect(familyOf('陈述和申辩笔录')).toBe('statement-record');
  expect(familyOf('执法机关负责人集体讨论行政处罚案件记录')).toBe('discussion-record');
  expect(familyOf('陈述申辩意见复核书')).toBe('statement-review');
  expect(familyOf('涉案物品退还清单')).toBe('measure-return');
  expect(familyOf('案件受理记录')).toBe('source-registration');
});

test('what is kept, seized, extended or drawn may be called many ways', () => {
  const kindsOf = (...titles: string[]) => titles.map((title) => familyOf(title));
  expect(kindsOf('证据先行登记保存告知书', '登记保存物品清单', '解除证据先行登记保存通知书')).toEqual([
    'preservation-notice',
    'preservation-list',
    'preservation-handling',
  ]);
  expect(kindsOf('查封场所设施财物决定书', '延长强制措施期限告知书', '扣押期限延长通知书')).toEqual([
    'seizure-decision',
    'measure-extension',
    'measure-extension',
  ]);
  expect(kindsOf('双随机抽查任务抽取记录表', '随机抽取执法人员名单', '责令当场改正通知书')).toEqual([
    'random-draw',
    'random-draw',
    'correction-order',
  ]);
  expect(kindsOf('解除扣押决定书', '查封扣押延期审批表', '随机抽查实施细则', '责令改正违法行为')).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('papers of cases that end otherwise than in a penalty are known as well', () => {
  const kindsOf = (...titles: string[]) => titles.map((title) => familyOf(title));
  expect(kindsOf('集体议案记录', '双随机抽查名单抽取记录', '抽查检查结果公示信息', '行政许可撤销信息公示')).toEqual([
    'discussion-record',
    'random-draw',
    'publication-record',
    'publication-record',
  ]);
  expect(kindsOf('责令限期缴存决定书', '撤销行政许可事先告知书', '撤销行政许可审批表', '申请强制执行审批表')).toEqual([
    'correction-order',
    'interested-notice',
    'licence-approval',
    'enforcement-approval',
  ]);
  expect(kindsOf('系统日志截图', '聊天记录截屏', '送达短信截图')).toEqual(['evidence', 'evidence', null]);
  expect(kindsOf('涉案物品移交清单', '撤销行政处罚告知书', '责令停止营业决定书', '撤销立案审批表')).toEqual([
    'transfer-list',
    null,
    null,
    null,
  ]);
});

test('what only resembles them is none of them', () => {
  expect(familyOf('非税收入缴款通知书')).toBeNull();
  expect(familyOf('罚没收入管理办法')).toBeNull();
  expect(familyOf('放弃财产声明书')).toBeNull();
  expect(familyOf('陈述笔录')).toBeNull();
  expect(familyOf('物品清单')).toBeNull();
  expect(familyOf('已收到罚没款收据')).toBeNull();
});

test('cards copied together, pages printed from the web, lists of what was taken', () => {
  const kindsOf = (...titles: string[]) => titles.map((title) => familyOf(title));
  expect(kindsOf('身份证、驾驶证、行驶证复印件', '居民身份证复印件', '经营者身份证及营业执照复印件')).toEqual([
    'identity-proof',
    'identity-proof',
    'identity-proof',
  ]);
  expect(kindsOf('国家企业信用信息公示系统(甲省)', '乙公司行政处罚决定信息公开', '双随机抽查结果公示')).toEqual([
    'publication-record',
    'publication-record',
    'publication-record',
  ]);
  expect(kindsOf('扣押车辆(物品)清单', '音像记录说明', '烟草专卖零售许可证新办申请表', '责令限期清除决定书')).toEqual([
    'seizure-list',
    'audiovisual-index',
    'licence-application',
    'correction-order',
  ]);
  expect(
    kindsOf('身份证', '合同复印件', '行政处罚决定信息', '检查结果', '责令停产停业决定书', '许可证申请条件'),
  ).toEqual([null, null, null, null, null, null]);
});
