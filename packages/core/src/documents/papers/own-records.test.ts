// Records of a visit or a talk that name time, place and people their own way. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('a record may call time, place and people its own way', () => {
  const { facts, item } = read(`巡查现场笔录
巡查（核查）时间：2031年5月14日10时05分至10时48分
巡查（核查）地点：甲县东街3号
巡护监督人员：钱小河（证号 11010120388）
              孙小海（证号 11010120391）
被巡查（核查）人：罗小溪
现场情况：堆放砂石。
被巡查（核查）人签名：罗小溪
巡护监督人员签名：钱小河 孙小海`);
  expect(item('inspections[]')).toMatchObject({
    date: '2031-05-14',
    place: '甲县东街3号',
    person: '罗小溪',
    officers: ['钱小河', '孙小海'],
    certificates: ['11010120388', '11010120391'],
    'person-signed': true,
    'officers-signed': true,
  });
  expect(facts['inspection.date']).toBe('2031-05-14');
});

test('officers introduce themselves by their post, each with a number in brackets', () => {
  const item = read(`现场笔录
检查时间：2031年5月14日10时05分至10时48分
检查地点：甲县东街3号
我们是甲县卫生健康局的卫生监督员钱小河（证件号11010120388）、孙小海（证件号11010120391），请予配合。`).item(
    'inspections[]',
  );
  expect(item).toMatchObject({ officers: ['钱小河', '孙小海'], certificates: ['11010120388', '11010120391'] });
});

test('a record goes on on a page that says so, though the file has no other pages', () => {
  const talk = read(
    `询问笔录
询问时间：2031年6月3日20时15分至21时02分
询问人：钱小河、孙小海
被询问人：罗小溪
问：何时出海？
答：昨日。
被询问人签名：罗小溪
（第1页共2页）`,
    `询问笔录（续页）
问：捕了多少？
答：不多。
被询问人签名：罗小溪
（第2页共2页）`,
  );
  expect(talk.kinds).toEqual(['inquiry-record']);
});

test('handlers sign below the story, or a sentence appoints them', () => {
  const form = (story: string) => `立案审批表
案件来源   □1.群众举报；
☑2.巡查发现；
□3.其他
案    由   无证捕捞
案件基
本情况   2031年3月1日巡查发现罗小溪无证捕捞，涉嫌违反渔业法。
${story}
机关负责人意见   同意立案。
签名：周山
2031年3月3日`;
  expect(
    read(
      form(`承办人签名：钱小河  孙小海
                2031年3月2日`),
    ).facts,
  ).toMatchObject({
    'case.source': '巡查发现',
    'filing.states-facts': true,
    'filing.handlers': ['钱小河', '孙小海'],
    'filing.proposed-on': '2031-03-02',
    'filing.approver': '周山',
    'filing.date': '2031-03-03',
  });
  expect(read(form('建议立案，由钱小河、孙小海承办。')).facts['filing.handlers']).toEqual(['钱小河', '孙小海']);
});

test('the place to sign may be named again on the line below', () => {
  expect(
    read(`重大行政处罚法制审核意见书
案由   无证捕捞
执法程序是否合法   合法
审核结论   同意。
审核人员签名
签名：钱小河、孙小海
2031年2月27日`).facts,
  ).toMatchObject({ 'legal-review.signed': true, 'legal-review.reviewers': ['钱小河', '孙小海'] });
});

test('the number of the next point is no end of a name, and a witness may only sign', () => {
  expect(
    read(`案件调查终结报告
案由：未参加年检
承办人：钱小河、孙海
一、案件情况
经查属实。
承办人（签字）：钱小河  孙海
2031年4月12日`).facts['investigation.investigators'],
  ).toEqual(['钱小河', '孙海']);
  expect(
    read(`勘测笔录
勘测时间：2031年5月16日9时30分至10时50分
勘测人员：钱小河、孙小海
被勘测单位（人）：罗小溪
勘测情况：面积0.86亩。
被勘测人签名：罗小溪
见证人签名：冯小雪`).item('inspections[]'),
  ).toMatchObject({ person: '罗小溪', witness: '冯小雪', officers: ['钱小河', '孙小海'] });
});

test('how a fine is collected is ticked before the words or behind them', () => {
  const collected = (choice: string): unknown =>
    read(`当场处罚决定书
甲罚决字〔2031〕17号
被处罚人：罗小溪
2031年1月2日9时，罗小溪占道经营。根据《城市市容和环境卫生管理条例》第三十六条，决定给予罚款二百元的处罚。
缴款方式：${choice}
甲县城市管理局
2031年1月2日`).facts['collection.on-the-spot'];
  expect(
    ['当场收缴☑ 银行缴款□', '当场收缴□ 银行缴款☑', '☑当场收缴 □银行缴款', '□当场收缴 ☑银行缴款'].map(collected),
  ).toEqual([true, false, true, false]);
});
