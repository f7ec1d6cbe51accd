// Whose hand, whose period, whose label it is where several stand side by side. All invented.
import { expect, test } from 'vitest';
import { valuesOf } from '../../../tests/papers.ts';
import type { ListItem } from '../../record/types.ts';
import { readNotice } from '../decision/notice.ts';
import { readerOf } from '../plain-text.ts';
import { readClosing } from './closing.ts';
import { readSampling } from './evidence.ts';
import { readFiling } from './filing.ts';
import { readInspection } from './records.ts';
import { readDelegation, readTransferApproval } from './transfer.ts';

test('each right has the period of its own clause', () => {
  const days = (rights: string) => {
    const facts = valuesOf(
      readNotice(
        readerOf(`甲市城市管理局
行政处罚告知书
甲城告字〔2024〕1号
某某建筑有限公司：
经查，你单位擅自施工，违反了《中华人民共和国建筑法》第七条第一款，依据第六十四条，拟对你单位作出罚款50000元的行政处罚。
${rights}
甲市城市管理局
2024年5月6日`),
      ),
    );
    return [facts['notice.statement-days'], facts['notice.hearing-days']];
  };
  expect(days('如要求陈述、申辩的，应在收到本告知书后3个工作日内提出；要求听证的，应在5个工作日内提出。')).toEqual([
    3, 5,
  ]);
  expect(days('如要求陈述、申辩，请于3个工作日内、要求听证请于5个工作日内提出。')).toEqual([3, 5]);
  expect(days('要求听证的，应在五日内提出；要求陈述、申辩的，应在三日内提出。')).toEqual([3, 5]);
  expect(days('你有权陈述、申辩，并有权要求听证。请你在收到本告知书之日起五个工作日内提出。')).toEqual([5, 5]);
  expect(days('你单位享有陈述、申辩和要求听证的权利。请于收到本告知书之日起5个工作日内将书面意见送交本局。')).toEqual([
    5, 5,
  ]);
  expect(days('你有权陈述、申辩。请在收到本告知书之日起五日内到我局接受处理。')).toEqual([undefined, undefined]);
});

const approval = (opinions: string) => {
  const facts = valuesOf(
    readFiling(
      readerOf(`立案审批表
案由：无证捕捞
案情简介：2024年3月1日巡查发现罗小溪无证捕捞，涉嫌违反渔业法。
承办人意见：建议立案。李小青、王小海 2024年3月1日
${opinions}`),
    ),
  );
  return [facts['filing.approved'], facts['filing.date'], facts['filing.approver']];
};

test('the hand of an opinion stands behind its last sentence, or before the word for it', () => {
  const approved = [true, '2024-03-03', '周山'];
  expect(approval('负责人审批意见：同意立案，请李小青、王小海负责查办。周山 2024年3月3日')).toEqual(approved);
  expect(approval('负责人审批意见：拟同意，呈局长审批。李大青 2024年3月2日 同意立案。周山 2024年3月3日')).toEqual(
    approved,
  );
  expect(approval('机关负责人意见：同意立案查处 周山（签章） 2024年3月3日')).toEqual(approved);
});

test('the first head decides, wherever the form prints him', () => {
  const deputy = '分管负责人意见：同意，报局长审批。周山 2024年3月4日';
  const first = '主要负责人意见：同意立案。赵小锋 2024年3月5日';
  const approved = [true, '2024-03-05', '赵小锋'];
  expect(approval(`${first}\n${deputy}`)).toEqual(approved);
  expect(approval(`${deputy}\n${first}`)).toEqual(approved);
  expect(approval(`主要负责人意见：\n${deputy}`)).toEqual([true, '2024-03-04', '周山']);
});

test('a label that runs into a sentence names nobody; a number plate is no certificate unless the label says so', () => {
  const record = (line: string, number: string) =>
    valuesOf(
      readInspection(
        readerOf(`现场笔录
时间：2024年6月3日10时0分至11时20分
地点：下溪镇工业路18号
执法人员：甘小霖（${number}） 记录人：伍小卫
${line}
当事人（签名）：查小荣
执法人员（签名）：甘小霖 伍小卫`),
      ),
    )['inspections[]'] as readonly ListItem[];
  const [told] = record('执法人员表明身份、出示执法证件，当场告知当事人依据、权利。', '33078109001');
  expect(told).toMatchObject({ officers: ['甘小霖', '伍小卫'], certificates: ['33078109001'] });
  expect(record('执法人员在检查中拦停皖A12345车。', '证号：皖A123456')[0]).toMatchObject({
    certificates: ['皖A123456'],
  });
});

test('who is sampled takes no sample; the head of an agency is no part of its name', () => {
  const sampled = valuesOf(
    readSampling(readerOf('抽样取证凭证\n抽样时间：2024年6月3日\n抽样人员：甘小霖、伍小卫\n被抽样人：查小荣')),
  );
  expect(sampled['sampling.officers']).toEqual(['甘小霖', '伍小卫']);
  const delegated = valuesOf(
    readDelegation(
      readerOf('行政执法委托书\n委托机关：甲市文化局 法定代表人：卫小健\n委托事项：文化市场行政处罚。\n2022年12月28日'),
    ),
  );
  expect(delegated['delegation.agency']).toBe('甲市文化局');
});

test('a transfer reaches the head when the last of those before him has signed', () => {
  const received = (others: string) =>
    valuesOf(
      readTransferApproval(
        readerOf(`涉嫌犯罪案件移送审批表
案由：2023年6月8日查获的涉嫌污染环境案
承办人意见：建议移送。 连小胜 左小芸 2023年6月16日
${others}主要负责人意见：批准移送。 顾小卫 2023年6月20日`),
      ),
    )['transfer.received-on'];
  expect(received('')).toBe('2023-06-16');
  expect(received('法制机构意见：同意移送。 阮小蕾 2023年6月19日\n')).toBe('2023-06-19');
});

test('forms of transport offices call the agency 交通运输执法部门', () => {
  const facts = valuesOf(
    readClosing(
      readerOf(`行政处罚结案报告
执行情况：2023年8月1日已缴清。
经办机构负责人意见：建议结案。 签名：施小立 2023年8月1日
交通运输执法部门意见：同意结案。 签名：戴小军 2023年8月2日`),
    ),
  );
  expect(facts).toMatchObject({ 'closing.approved': true, 'closing.date': '2023-08-02' });
});
