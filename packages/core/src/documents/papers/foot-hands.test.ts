import { expect, test } from 'vitest';
import type { ListItem } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import { readSubstituteRecord } from './enforcement/own.ts';
import { readEvidence, readPreservation, readPreservationList } from './evidence.ts';
import { handsAtFoot, handWithoutMark } from './foot-hands.ts';
import { readAppraisalPeriod, readMeasureEnd, readMeasureExtension } from './measure/end.ts';
import { readInspection } from './records.ts';
import { readLegalReview } from './review.ts';

const head =
  '现场检查笔录\n时间：2031年3月5日9时10分至10时00分\n地点：甲县某厂\n检查人：王小山、李青\n检查情况：正常生产。\n';
const found = (foot: string): ListItem | undefined => {
  const value = readInspection(readerOf(head + foot))['inspections[]']?.value;
  return Array.isArray(value) ? (value[0] as ListItem) : undefined;
};

test('a hand at the foot signs, whether a word says so or not', () => {
  expect(found('以上笔录属实。情况属实。吴大川 2031年3月5日')?.['person-signed']).toBe(true);
  expect(found('当事人：以上属实 吴大川　2031年3月5日')?.['person-signed']).toBe(true);
  expect(found('检查人：王小山 李青　2031年3月5日')?.['officers-signed']).toBe(true);
  expect(found('情况属实无误。现场人员签名：吴大川\n时间：2031年3月5日')?.['person-signed']).toBe(true);
});

test('a place nobody signed is no hand', () => {
  expect(handWithoutMark(readerOf(`${head}当事人：\n2031年3月5日`), ['当事人'], undefined)).toBeNull();
  expect(handsAtFoot(readerOf(`${head}检查人：　　年　月　日`), ['检查人'])).toBeNull();
  expect(handWithoutMark(readerOf(`${head}经核对属实。2031年3月5日`), ['当事人'], undefined)).toBeNull();
});

test('lists and notices of what is kept tell that they were signed and handed over', () => {
  const list = readPreservationList(
    readerOf(
      '先行登记保存物品清单\n1 饼干 12 袋\n当事人（签名）：吴大川 2031年3月5日\n办案人员（签名）：王小山 李青 2031年3月5日\n本清单一式二份，一份交当事人',
    ),
  );
  expect([list['preservation.list-signed']?.value, list['preservation.list-delivered']?.value]).toEqual([true, true]);
  const open = readPreservationList(
    readerOf('先行登记保存物品清单\n1 饼干 12 袋\n当事人（签名）：　　　\n办案人员（签名）：王小山 李青 2031年3月5日'),
  );
  expect(open['preservation.list-signed']?.value).toBe(false);
  const notice = (foot: string) =>
    readPreservation(
      readerOf(
        `先行登记保存证据通知书\n甲店：\n因证据可能灭失，依据某法，决定先行登记保存。\n甲县某局\n2031年3月5日\n${foot}`,
      ),
    )['preservation.notice-delivered']?.value;
  expect(notice('当事人签收：吴大川 2031年3月5日')).toBe(true);
  expect(notice('当事人签收：')).toBeUndefined();
});

test('who gives a copy signs behind the words that say so', () => {
  const item = (words: string): ListItem | undefined => {
    const value = readEvidence(readerOf(`证据提取单\n证据名称：送货单复印件\n${words}`))['evidence[]']?.value;
    return Array.isArray(value) ? (value[0] as ListItem) : undefined;
  };
  expect(item('此件与原件核对无误，由我提供。吴大川 2031年3月5日')?.signed).toBe(true);
  expect(item('此件与原件核对无误。提取时间：2031年3月5日')?.signed).toBeUndefined();
});

test('who reviewed signs above the seal of the office', () => {
  const { 'legal-review.signed': signed } = readLegalReview(
    readerOf(
      `法制审核意见书\n某大队：\n你队于2031年3月1日提交的某案，经审核：一、执法主体合法；二、程序合法；三、事实清楚，证据充分；四、适用法律正确；五、未超越权限；六、文书完备；七、不涉嫌犯罪，不需要移送司法机关。\n审核意见：同意拟作出的处罚决定。\n法制审核人员：蒋小丽（法律职业资格证号A20155109040123）\n法制审核机构负责人：汪大涛\n甲市运输局政策法规科\n2031年3月8日`,
    ),
  );
  expect(signed?.value).toBe(true);
  const { 'legal-review.points': points } = readLegalReview(
    readerOf(
      '法制审核意见书\n送审时间：2031年3月1日\n审核意见：未超越职权，未达到刑事追诉标准，同意。\n审核人员：蒋小丽 2031年3月8日',
    ),
  );
  expect(points?.value).toEqual(['competence', 'crime']);
  const { 'legal-review.points': together } = readLegalReview(
    readerOf('法制审核意见书\n审核意见：主体、权限、程序合法，执法人员具备资格，同意。\n审核人：蒋小丽 2031年3月8日'),
  );
  expect(together?.value).toEqual(['authority', 'procedure', 'competence']);
});

test('a notice of more time tells who allowed it', () => {
  const facts = readMeasureExtension(
    readerOf(
      '查封（扣押）期限延长通知书\n甲县乙农资店：\n本机关2031年2月4日扣押你店农药25袋。因案情复杂，经本机关负责人石大山2031年3月4日批准，决定延长扣押期限三十日。\n甲县农业农村局\n2031年3月5日',
    ),
  );
  expect([facts['measure.extension-approved']?.value, facts['measure.extension-approved-on']?.value]).toEqual([
    true,
    '2031-03-04',
  ]);
});

test('what somebody did in the stead of the party is signed by the three of them', () => {
  const record = (doer: string) =>
    readSubstituteRecord(
      readerOf(
        `代履行现场笔录\n时间：2031年6月23日9时00分至16时30分\n地点：某河右岸\n执行情况：全部清除，全程录像。\n到场监督人员：邵勇 闫丽　2031年6月23日\n代履行人：${doer}\n当事人：吴大川　2031年6月23日`,
      ),
    )['substitute.signed']?.value;
  expect(record('鲁大军　2031年6月23日')).toBe(true);
  expect(record('')).toBe(false);
});

test('pictures of what followed the decision prove no act; a sheet that names nothing is called by its heading', () => {
  const item = (text: string): ListItem | undefined => {
    const value = readEvidence(readerOf(text))['evidence[]']?.value;
    return Array.isArray(value) ? (value[0] as ListItem) : undefined;
  };
  expect(item('留置送达现场照片\n拍摄时间：2031年7月6日10时　拍摄人：李青　见证人：向小荣')).toBeUndefined();
  expect(item('库房照片\n拍摄时间：2031年3月5日10时　拍摄人：李青')?.name).toBe('库房照片');
});

test('a sheet with a copied card shows who the party is, and how it was copied need not be told', () => {
  const facts = readEvidence(
    readerOf(
      '证据材料登记表\n营业执照 统一社会信用代码 92341322MA2TKH6W0X 名称 甲县乙农资店\n1.收集人：李青 2.收集时间：2031年2月5日 3.收集方式：复印 4.证据内容：主体资格\n与原件核对无误。提供人签名：吴大川 2031年2月5日',
    ),
  );
  const value = facts['evidence[]']?.value;
  expect(Array.isArray(value) ? value[0] : null).toMatchObject({ signed: true });
  expect(Array.isArray(value) ? value[0] : null).not.toHaveProperty('states-making');
  expect(facts['party.has-identity-proof']?.value).toBe(true);
});

test('who fetched the things signs for it below the decision that lifts', () => {
  const lifted = (foot: string) =>
    readMeasureEnd(true)(
      readerOf(
        `解除行政强制措施决定书\n吴大川：\n本机关于2031年4月20日扣押你的轿车。现违法行为已经处理决定，决定自2031年6月15日起解除该行政强制措施，退还轿车1辆。\n甲市运输局\n2031年6月15日\n${foot}`,
      ),
    )['measure.returned-on']?.value;
  expect(lifted('车辆及行驶证已领回。当事人：吴大川 2031年6月16日')).toBe('2031-06-16');
  expect(lifted('当事人签收：吴大川 2031年6月15日')).toBeUndefined();
  expect(lifted('物品领取人（签名）：吴大川 2031年6月16日')).toBe('2031-06-16');
  expect(lifted('物品领取人（签名）：\n甲市运输局 2031年6月16日')).toBeUndefined();
});

test('how long a test of seized goods takes may be told by its first and last day', () => {
  const days = (words: string) =>
    readAppraisalPeriod(
      readerOf(`检验期间告知书\n甲县乙店：\n本机关扣押的兽药需要检验，${words}\n甲县农业农村局\n2031年3月6日`),
    )['measure.appraisal-days']?.value;
  expect(days('检验期间为2031年3月6日至2031年3月18日，检验期间不计入扣押期限。')).toBe(13);
  expect(days('检验期间为十五日。')).toBe(15);
});
