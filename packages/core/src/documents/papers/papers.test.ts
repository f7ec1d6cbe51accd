import { describe, expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readDecisionApproval } from './approval.ts';
import { namesIn } from './blocks.ts';
import { statedParty } from './party.ts';

const names = (text: string) => {
  const reader = readerOf(text);
  return namesIn(reader, { from: 0, end: reader.dense.length }).map((one) => one.name);
};

test.each([
  ['韩树声、吴清和', ['韩树声', '吴清和']],
  ['韩树声  吴清和\n执法证号：09000060021', ['韩树声', '吴清和']],
  ['韩树声和吴清和', ['韩树声', '吴清和']],
  ['张和平、李明', ['张和平', '李明']],
  ['张明及李强', ['张明', '李强']],
  ['欧阳明月（记录人）', ['欧阳明月']],
])('names of officers: %s', (text, wanted) => {
  expect(names(text)).toEqual(wanted);
});

describe('the party as other papers state it', () => {
  const code = '91110000600037341L';
  test.each([
    ['当事人：临河县福满园商贸有限公司\n统一社会信用代码：', '临河县福满园商贸有限公司'],
    ['当事人  临河县福满园超市有限公司  法定代表人  景春明\n统一社会信用代\n码\n', '临河县福满园超市有限公司'],
    ['当事人（单位）：甲食品厂\n统一社会信用代码（注册号）：', '甲食品厂'],
  ])('%s', (text, name) => {
    const facts = statedParty(readerOf(`${text}${code}`), 'investigation-report');
    expect([facts['party.name']?.value, facts['party.code']?.value]).toEqual([name, code]);
  });

  test('a clause about the party is no name, a code that is not the party’s no code', () => {
    expect(statedParty(readerOf('当事人的行为涉嫌违反规定，建议立案。'), 'filing-approval')).toEqual({});
    expect(statedParty(readerOf(`票据号码：${code}`), 'closing-approval')).toEqual({});
  });

  test('the owner’s identity card is not the name of the business', () => {
    expect(statedParty(readerOf('姓名  张三\n性别  男'), 'identity-proof')).toEqual({});
    expect(statedParty(readerOf('名称  甲县乙餐饮店\n类型  个体工商户'), 'identity-proof')['party.name']?.value).toBe(
      '甲县乙餐饮店',
    );
  });
});

describe('the fine that was approved', () => {
  const form = (proposal: string, opinion: string): string =>
    `行政处罚决定审批表\n承办人意见\n${proposal}\n承办人签名：周明远 林书雅  2025年11月3日\n负责人审批意见\n${opinion}\n签名：陆正平  2025年11月3日`;
  const fine = (proposal: string, opinion: string) =>
    readDecisionApproval(readerOf(form(proposal, opinion)))['approval.fine']?.value;
  test.each([
    ['建议罚款人民币56,000.00元（伍万陆仟元整）。', '同意。', 56_000],
    ['建议罚款五万元。', '同意处罚，罚款改为：罚款人民币40000元。', 40_000],
    ['建议对甲罚款5000元，对乙罚款8000元。', '同意。', undefined],
    ['依据规定，可以处二万元以上十万元以下罚款，建议罚款3万元。', '同意。', 30_000],
    ['建议罚款5000元。', '不同意，重新调查。', undefined],
  ])('%s %s', (proposal, opinion, wanted) => {
    expect(fine(proposal, opinion)).toBe(wanted);
  });
});
