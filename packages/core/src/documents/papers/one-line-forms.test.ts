// Forms whose labels, cells and lines were laid otherwise by a copy: one line, no colons, a label alone above its value. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('names of a form copied into one line end at the next label', () => {
  const summary = read(`当场处罚决定书
甲公行罚决字〔2031〕11号 违法行为人 罗小溪 现查明2031年7月9日21时15分，罗小溪在甲县东街赌博，根据《甲法》第七十条之规定，决定给予罚款贰佰元整的处罚。处罚地点 甲县东街 办案民警 钱小河 孙小海 附： 清单共0份 甲县公安局东街派出所 2031年7月9日 被处罚人 罗小溪`);
  expect(summary.facts['summary.officers']).toEqual(['钱小河', '孙小海']);
  const talk = read(`集体讨论记录
时间：2031年11月8日15时至16时 参加人员：周山（局长）、吴江（副局长） 列席人员：冯小雪（法规股）、钱小河（大队） 案情介绍：钱小河：改变林地用途720平方米。 结论性意见：一致同意罚款3000元。 参加人员签名：周山 吴江`);
  expect(talk.facts['discussion.attendants']).toEqual(['冯小雪', '钱小河']);
});

test('the first character of a name behind a blank counts no party', () => {
  const name = (head: string) =>
    read(`行政处罚决定书
甲建罚〔2031〕3号
${head}
经查，你单位未按图施工。依据《甲条例》第六十四条，决定罚款56000元。
甲县住房和城乡建设局
2031年8月15日`).facts['party.name'];
  expect(name('被处罚单位    四川铸诚建筑劳务有限公司')).toBe('四川铸诚建筑劳务有限公司');
  expect(name('被处罚单位一：川铸诚建筑劳务有限公司')).toBe('川铸诚建筑劳务有限公司');
});

test('words and a hand on the line below a place to sign', () => {
  const signed = (below: string) =>
    read(`现场检查笔录
检查时间：2031年4月2日9时40分至10时50分
检查地点：甲县东街3号
检查人：钱小河、孙小海
检查情况：现场有木栈道一处。
被检查人（签名）
${below}
检查人（签名）
钱小河 孙小海`).item('inspections[]');
  expect(signed('以上笔录我看过，与现场情况相符。 罗小溪　2031年4月2日')).toMatchObject({ 'person-signed': true });
  expect(signed('')).not.toMatchObject({ 'person-signed': true });
});

test('a heading with its number is no name, and a sentence that begins with the word for the party names nobody', () => {
  const order = read(`甲县人力资源局
限期改正指令书 甲人社令字〔2031〕第15号 甲县盛邦电子厂： 你单位拖欠工资，违反了《甲法》第五十条。现责令你单位在2031年12月9日前改正。 甲县人力资源局 2031年12月2日`);
  expect(order.facts['party.name'] ?? '').not.toMatch(/指令书/u);
  const talk = read(`集体讨论记录
案由：未取得许可证进行建设
时间：2031年9月11日9时至10时20分
参加人员：周山、吴江
讨论情况：吴江：当事人配合调查，按下限处罚合适。
结论性意见：罚款8000元。
参加人员签名：周山 吴江`);
  expect(talk.facts['party.name']).toBeUndefined();
});

test('an approval under its post alone, and a cause before the next label of its line', () => {
  const closed = read(`结案审批表
处罚内容
罚款40000元
执行情况
已缴纳
承办人意见
建议结案。钱小河 孙小海 2031年8月26日
负责人审批
同意。 周山 2031年8月30日`);
  expect(closed.facts).toMatchObject({ 'closing.approved': true, 'closing.date': '2031-08-30' });
  const report = read(`调查终结报告
案由 无证从事燃气经营活动 当事人 罗小溪，女 违法事实 经查，罗小溪无证销售液化石油气。证据 询问笔录。 处理建议 建议罚款3万元。 调查人员签名 钱小河 孙小海 2031年2月14日`);
  expect(report.facts['case.cause']).toBe('无证从事燃气经营活动');
});

test('an empty place to sign ends where that of an agent begins', () => {
  const record = (hand: string) =>
    read(`听证笔录
听证时间：2031年6月20日9时至11时20分
主持人：周山  记录员：吴江
当事人：甲汽车维修服务有限公司
主持人：现在开始听证。
当事人（签名）：${hand}　　委托代理人（签名）：${hand}
2031年6月20日`).facts['hearing.party-signed'];
  expect(record('')).not.toBe(true);
  expect(record('罗小溪')).toBe(true);
});
