// Forms whose labels stand glued to what is written behind them, as a copy leaves them that lost the cells. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../tests/papers.ts';
import { withGluedForms } from './glued-forms.ts';
import { textFile } from './plain-text.ts';

const hasCells = (text: string): boolean =>
  withGluedForms([textFile('甲.txt', text)])[0]?.pages[0]?.tables !== undefined;

test('labels of a form for approval, the words below them and the hands', () => {
  const { facts } = read(`立案审批表
案由涉嫌未经批准擅自取水
案件来源日常巡查
当事人甲县海丰水产养殖有限公司    法定代表人罗小溪
地址甲县十农场
承办人意见建议立案。
钱小河　孙小海　　2031年3月5日
片区负责人意见拟同意立案。　　吴江　　2031年3月5日
机关负责人意见同意立案。　　周山　　2031年3月6日`);
  expect(facts).toMatchObject({
    'case.cause': '涉嫌未经批准擅自取水',
    'party.name': '甲县海丰水产养殖有限公司',
    'filing.handlers': ['钱小河', '孙小海'],
    'filing.proposed-on': '2031-03-05',
    'filing.approver': '周山',
    'filing.date': '2031-03-06',
  });
});

test('a receipt and a record', () => {
  const receipt = read(`送达回证
受送达人甲县海丰水产养殖有限公司
送达文书名称及文号行政处罚决定书（甲水罚〔2031〕3号）
送达地点甲县十农场
送达方式直接送达
受送达人签名或盖章罗小溪    2031年4月17日
送达人签名钱小河　孙小海`).item('services[]');
  expect(receipt).toMatchObject({
    document: 'penalty-decision',
    number: '甲水罚〔2031〕3号',
    date: '2031-04-17',
    method: 'direct',
    recipient: '罗小溪',
    officers: ['钱小河', '孙小海'],
  });
  const record = read(`现场检查笔录
检查时间2031年4月2日9时40分至10时50分
检查地点甲县东街3号
被检查单位甲县旅游开发有限公司      联系人罗小溪
检查人员钱小河、孙小海
执法人员出示执法证件并告知：你有申请回避的权利。
检查情况现场有木栈道一处。
检查人员签名钱小河 孙小海`);
  expect(record.item('inspections[]')).toMatchObject({
    date: '2031-04-02',
    place: '甲县东街3号',
    officers: ['钱小河', '孙小海'],
  });
  expect(record.facts['party.name']).toBe('甲县旅游开发有限公司');
});

test('sentences that begin with such words, and forms with marks, are left as they are', () => {
  expect(
    hasCells(`行政处罚决定书
当事人：罗小溪
经查，当事人于2031年3月擅自取水。
当事人上述行为违反了《甲法》。
证据有照片。
地址不明的，公告送达。
执法人员出示了证件。
当事人应当自收到本决定书之日起十五日内缴纳罚款。`),
  ).toBe(false);
  expect(
    hasCells('行政相对人名称 | 甲饭店\n法定代表人 | 罗某\n违法事实 | 无证上岗\n处罚依据 | 《甲法》\n处罚内容 | 警告'),
  ).toBe(false);
  expect(hasCells('案由：取水\n案件来源：巡查\n当事人：甲公司\n地址：甲县\n承办人意见：建议立案。')).toBe(false);
});

test('what was posted is told behind a label that is lost', () => {
  const { item } = read(`送达回证
受送达人甲县科技有限公司
送达文书及文号行政处罚告知书（甲市监罚告〔2031〕501号）
送达方式邮寄送达（EMS单号：1234567890123）
送达地点甲县东街
收件日期2031年5月16日
送达人钱小河　孙小海
备注邮件于2031年5月16日由前台签收，回执附后。`);
  expect(item('services[]')).toMatchObject({ method: 'mail', 'mail-receipt': true, date: '2031-05-16' });
});
