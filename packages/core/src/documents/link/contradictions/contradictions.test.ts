// What the papers of one file say against each other. All invented.

import { describe, expect, test } from 'vitest';
import { kinds } from '../../../../tests/kinds.ts';
import type { Fact } from '../../../record/types.ts';
import { extract } from '../../extract.ts';
import { textFile } from '../../plain-text.ts';

const recordOf = (pages: readonly string[]) => {
  const { facts, ...record } = extract([textFile('卷.txt', ...pages)], kinds, { id: 'c' }).record;
  return { ...record, facts: facts as Record<string, Fact> };
};
const factOf = (name: string, ...pages: readonly string[]): Fact | undefined =>
  recordOf(pages).facts[`consistency.${name}`];
const said = (name: string, ...pages: readonly string[]) => factOf(name, ...pages)?.value;

const firm = '河阳县安泰面粉有限公司';
const decision = (words = '', end = '以上罚没款合计3405元。') => `河阳县市场监督管理局
行政处罚决定书
河市监处罚〔2030〕5号
当事人：${firm}
住所：河阳县丙路16号
法定代表人：吴大川
2030年3月1日，本局执法人员对当事人进行检查。2030年3月4日立案。2030年4月2日，本局送达《行政处罚告知书》（河市监罚告〔2030〕5号）。${words}
依据《中华人民共和国食品安全法》第一百二十四条第一款的规定，决定：
1.没收违法所得405元；
2.没收面粉12袋；
3.罚款3000元。
${end}
如不服本决定，可在六十日内向河阳县人民政府申请行政复议，或者六个月内向河阳县人民法院提起行政诉讼。
河阳县市场监督管理局
2030年4月20日`;
const notice = `河阳县市场监督管理局
行政处罚告知书
河市监罚告〔2030〕5号
${firm}：
你单位使用过期原料，依据《中华人民共和国食品安全法》第一百二十四条第一款的规定，拟没收违法所得405元，没收面粉12袋，罚款3000元。
河阳县市场监督管理局
2030年4月1日`;
const served = (day: string, number = '河市监罚告〔2030〕5号') =>
  `送达回证\n受送达人：${firm}\n送达文书名称及文号：行政处罚告知书（${number}）\n送达时间：${day}\n送达地点：河阳县丙路16号\n送达方式：直接送达\n收件人：吴大川\n送达人：王小山、李青`;
const receipt = (words = '没收违法所得 405.00\n罚款 3000.00\n合计：3405.00 大写：叁仟肆佰零伍元整', who = firm) =>
  `甲省罚没收入票据\nNo 0031187742\n日期：2030年5月2日\n缴款人：${who}\n${words}`;
const closing = (paid: string) =>
  `结案审批表\n当事人：${firm}\n执行情况：${paid}\n负责人意见：同意结案。吴平 2030年6月4日`;
const record = (card: string, title = '现场笔录', place = '河阳县丙路16号') =>
  `${title}\n时间：2030年3月1日9时10分至10时00分\n地点：${place}\n检查人员：王小山、李青 执法证号：12345601、${card}\n当事人：${firm}\n法定代表人：吴大川 身份证件号码：110101199003070011\n检查人员出示执法证件。现场有面粉。\n当事人签名：吴大川 2030年3月1日`;

describe('days', () => {
  test('the day a paper says another was served is in that paper or on its receipt', () => {
    expect(said('said-days', decision(), notice, served('2030年4月2日'))).toEqual([]);
    expect(said('said-days', decision(), notice, served('2030年4月3日'))).toHaveLength(1);
    // Without the notice nothing is compared.
    expect(said('said-days', decision(), served('2030年4月3日')) ?? []).toEqual([]);
  });

  test('a notice told to the party in another case is not this one', () => {
    const past = '当事人曾于2029年4月2日被送达《行政处罚告知书》。';
    expect(said('said-days', decision(past), notice, served('2030年4月2日'))).toEqual([]);
  });

  test('no fine is paid after its receipt was written; before it may be', () => {
    const of = (paid: string) => factOf('said-days', decision(), notice, receipt(), closing(paid));
    expect(of('2030年5月2日缴清罚没款。')?.value).toEqual([]);
    expect(of('2030年5月12日缴清罚没款。')).toMatchObject({ confidence: 0.85 });
    expect(of('2030年5月12日缴清罚没款。')?.value).toHaveLength(1);
    expect(of('2030年5月1日缴清罚没款。')?.confidence).toBeLessThan(0.75);
    expect(of('限于2030年5月12日前缴清罚没款。')?.value).toEqual([]);
  });

  test('nothing is served before the day it bears', () => {
    expect(said('said-days', notice, served('2030年3月30日'))).toHaveLength(1);
    expect(said('said-days', notice, served('2030年4月1日')) ?? []).toEqual([]);
  });

  test('somebody was heard on the day the record gives', () => {
    const heard = '询问笔录\n询问时间：2030年3月5日9时10分至10时00分\n被询问人：吴大川\n答：属实。';
    const report = (day: string) =>
      `案件调查终结报告\n当事人：${firm}\n2030年3月4日立案，${day}询问吴大川。\n2030年3月20日`;
    expect(said('said-days', heard, report('2030年3月5日'))).toEqual([]);
    expect(said('said-days', heard, report('2030年3月15日'))).toHaveLength(1);
    // A second record may be the one told of.
    expect(said('said-days', heard, heard.replace('3月5日', '3月6日'), report('2030年3月15日')) ?? []).toEqual([]);
  });

  test('an index gives a paper a day it names; the number of the page is none of it', () => {
    const index = (day: string) =>
      `卷内目录\n序号 文书名称 文号 日期 页号\n1 行政处罚决定书 河市监处罚〔2030〕5号 ${day} 4\n2 行政处罚告知书 河市监罚告〔2030〕5号 2030-4-1 6`;
    expect(said('said-days', index('2030-4-20'), decision(), notice)).toEqual([]);
    expect(said('said-days', index('2030-4-2'), decision(), notice)).toEqual([]);
    expect(said('said-days', index('2030-4-12'), decision(), notice)).toHaveLength(1);
  });

  test('a contradiction shows both places', () => {
    const fact = factOf('said-days', decision(), notice, served('2030年4月3日'));
    expect(new Set(fact?.anchors?.map(({ document }) => document)).size).toBe(2);
  });
});

describe('numbers', () => {
  test('a number of the series that no paper bears', () => {
    expect(said('number-breaks', decision(), notice, served('2030年4月2日', '河市监罚告〔2030〕6号'))).toHaveLength(1);
    expect(said('number-breaks', decision(), notice, served('2030年4月2日'))).toEqual([]);
    expect(said('number-breaks', decision('当事人曾被本局处罚（河市监处罚〔2030〕2号）。'), notice)).toEqual([]);
    // The words before a number stand together with it.
    expect(said('number-breaks', decision(), notice, closing('根据本局河市监处罚〔2030〕5号缴清。'))).toEqual([]);
  });
});

describe('sums', () => {
  test('a total follows from what it adds up', () => {
    expect(said('sums', decision())).toEqual([]);
    expect(said('sums', decision('', '以上罚没款合计3450元。'))).toHaveLength(1);
    expect(said('sums', decision(), receipt())).toEqual([]);
    expect(said('sums', decision(), receipt('没收违法所得 405.00\n罚款 3000.00\n合计：3045.00'))).toHaveLength(1);
    expect(said('sums', decision(), closing('2030年5月2日缴清罚没款3450元。'))).toHaveLength(1);
    // The number of pieces stands in a column of its own.
    expect(said('sums', decision(), receipt('没收违法所得 1 405.00\n罚款 1 3,000.00\n合计：3405.00'))).toEqual([]);
    // One item alone is no sum.
    expect(said('sums', decision('', ''), receipt('罚款 3000.00\n合计：3000.00'))).toBeUndefined();
  });
});

describe('people', () => {
  test('one officer’s card changed about is a slip; quite another number may be another card', () => {
    const other = (card: string) =>
      record(card, '询问笔录', '河阳县市场监督管理局').replace('9时10分至10时00分', '14时10分至15时00分');
    expect(said('cards', decision(), record('12345628'), other('12345628'))).toEqual([]);
    expect(said('cards', decision(), record('12345628'), other('12345682'))).toEqual([
      '李青：现场笔录为12345628，询问笔录为12345682',
    ]);
    expect(said('cards', decision(), record('12345628'), other('99887701'))).toEqual([]);
  });

  test('an address alike in all but its figures', () => {
    expect(said('identities', decision(), record('12345628'))).toEqual([]);
    expect(said('identities', decision(), record('12345628', '现场笔录', '河阳县丙路61号'))).toEqual([]);
    const filing = `立案审批表\n当事人：${firm}\n住所：河阳县丙路61号\n负责人意见：同意立案。吴平 2030年3月4日`;
    expect(said('identities', decision(), filing)).toHaveLength(1);
    expect(said('identities', decision(), filing.replace('丙路61号', '丁路8号'))).toEqual([]);
    // A neighbour who was heard lives alike.
    const neighbour =
      '询问笔录\n时间：2030年3月5日9时10分至10时00分\n被询问人：赵小兰 性别：女 住址：河阳县丙路61号\n答：属实。';
    expect(said('identities', decision(), neighbour)).toEqual([]);
    // Two people of one decision may live door by door.
    const two = decision().replace('法定代表人：吴大川', '当事人：吴小川\n住所：河阳县丙路17号');
    expect(said('identities', two)).toEqual([]);
    expect(said('identities', decision('住所：河阳县丙路17号。'))).toHaveLength(1);
  });

  test('the card of one person, figures hidden being any', () => {
    const heard = (card: string) =>
      `询问笔录\n时间：2030年3月5日9时10分至10时00分\n被询问人：吴大川 性别：男 身份证件号码：${card}\n答：属实。`;
    expect(said('identities', decision(), record('12345628'), heard('110101199003070011'))).toEqual([]);
    expect(said('identities', decision(), record('12345628'), heard('1101**********0011'))).toEqual([]);
    expect(said('identities', decision(), record('12345628'), heard('110101199003070038'))).toHaveLength(1);
  });

  test('the name of a firm with one character other, wherever it stands; numbers tell branches apart', () => {
    const others = (name: string) =>
      recordOf([decision(`另查，${name}的仓库存有面粉。`)]).facts['party.name']?.alternatives?.map(
        ({ value }) => value,
      ) ?? [];
    expect(others('河阳县安秦面粉有限公司')).toEqual(['河阳县安秦面粉有限公司']);
    expect(others(firm)).toEqual([]);
    // Another firm the party dealt with may be called nearly the same.
    expect(others(`当事人的面粉购自河阳县安秦面粉有限公司，${firm.slice(0, 3)}市场`)).toEqual([]);
    expect(others(`${firm}与河阳县安秦面粉有限公司同在一院，后者`)).toEqual([]);
    const many = decision('另查，河阳县第二面粉有限公司存有面粉。').replaceAll(firm, '河阳县第一面粉有限公司');
    expect(recordOf([many]).facts['party.name']?.alternatives ?? []).toEqual([]);
  });

  test('who pays for another is asked for, not told', () => {
    const asked = (who: string) =>
      recordOf([decision(), receipt(undefined, who)]).notices?.map(({ message }) => message) ?? [];
    expect(asked(firm)).toEqual([]);
    expect(asked('吴大川')).toEqual([]);
    expect(asked('赵小兰').join()).toContain('赵小兰');
  });
});

describe('vehicles', () => {
  const seen = (plates: string) => record('12345628').replace('现场有面粉', `现场停放货车，号牌为${plates}`);
  test('a plate one figure off is told; two that one paper names are two vehicles', () => {
    const plates = (inDecision: string, inRecord: string) =>
      said('identities', decision(`当事人驾驶${inDecision}货车运输。`), seen(inRecord));
    expect(plates('豫A12345', '豫A12354')).toEqual(['车辆号牌：行政处罚决定书为豫A12345，现场笔录为豫A12354']);
    expect(plates('豫A·12345', '豫A12345')).toEqual([]);
    expect(plates('豫A12345', '豫B88K12')).toEqual([]);
    expect(plates('豫A12345、豫A12346', '豫A12346')).toEqual([]);
    expect(plates('豫AD12345', '豫AD12845')).toHaveLength(1);
  });
});

describe('goods', () => {
  const seizure = (day: string, number: number, bags: number) =>
    `河阳县市场监督管理局\n扣押决定书\n河市监扣〔2030〕${number}号\n当事人：${firm}\n依据《中华人民共和国食品安全法》第一百一十条的规定，决定扣押面粉${bags}袋，期限三十日。\n河阳县市场监督管理局\n${day}`;
  test('what was taken twice is not one number', () => {
    const [first, second] = [seizure('2030年3月1日', 5, 12), seizure('2030年3月9日', 6, 5)];
    expect(said('goods', decision('当日本局扣押面粉12袋。'), first, second) ?? []).toEqual([]);
    expect(said('goods', decision('当日本局扣押面粉21袋。'), first)).toHaveLength(1);
  });

  test('sorts and lots of one thing are counted apart', () => {
    const list = (...rows: string[]) =>
      `河阳县市场监督管理局\n扣押财物清单\n当事人：${firm}\n序号  名称  单位  数量\n${rows.join('\n')}\n2030年3月1日`;
    const all = decision('当日本局扣押面粉17袋。');
    expect(said('goods', all, list('1  小麦面粉  袋  12', '2  玉米面粉  袋  5')) ?? []).toEqual([]);
    expect(said('goods', all, list('1  面粉  袋  8', '2  面粉  袋  8')) ?? []).toEqual([]);
    expect(said('goods', all, list('1  面粉  袋  12'))).toHaveLength(1);
  });
  const disposal = (count: number) =>
    `罚没物品处理记录\n处理时间：2030年6月1日\n物品名称 面粉 数量 ${count}袋\n销毁面粉${count}袋。\n执行人：王小山、李青 2030年6月1日`;
  test('each act is compared with itself', () => {
    expect(said('goods', decision(), closing('没收面粉12袋，已缴清。'))).toEqual([]);
    expect(said('goods', decision(), closing('没收面粉21袋，已缴清。'))).toEqual([
      '没收面粉：行政处罚决定书为12袋，结案审批表为21袋',
    ]);
    // What is destroyed may be a part.
    expect(said('goods', decision(), disposal(11))).toEqual([]);
  });

  test('no more is confiscated than the decision tells of', () => {
    expect(said('goods', decision('检查发现货架上待售的面粉10袋已过期。'))).toEqual([
      '行政处罚决定书没收面粉12袋，所写的事实中只有10袋',
    ]);
    expect(said('goods', decision('检查发现待售的面粉10袋、库房存放面粉2袋。')) ?? []).toEqual([]);
    expect(said('goods', decision('当事人购进面粉30袋，检查发现待售的面粉12袋。')) ?? []).toEqual([]);
    expect(
      said('goods', decision('检查发现待售的“金穗”牌面粉10袋。').replace('没收面粉', '没收“金穗”牌面粉')),
    ).toHaveLength(1);
    // What was sampled tells nothing of how much there was.
    expect(said('goods', decision('本局抽取面粉2袋送检。')) ?? []).toEqual([]);
  });

  test('a list adds up; its columns are not one number', () => {
    const list = (total: string) => `财物清单\n序号 名称 单位 数量\n1 面粉 袋 12\n2 白糖 袋 30\n合计：${total}袋`;
    const seizing = (total: string) => said('goods', decision(), `扣押${list(total)}`);
    expect(seizing('42')).toEqual([]);
    expect(seizing('24')).toHaveLength(1);
  });

  test('the notice may propose more than the decision takes, not less', () => {
    expect(said('goods', decision(), notice.replace('面粉12袋', '面粉14袋'))).toEqual([]);
    expect(said('goods', decision(), notice.replace('面粉12袋', '面粉10袋'))).toHaveLength(1);
  });
});

describe('remedies', () => {
  const order = (court: string) =>
    `河阳县市场监督管理局\n责令改正通知书\n河市监责改〔2030〕5号\n${firm}：\n责令立即改正。如不服，可在六十日内向河阳县人民政府申请行政复议，或者六个月内向${court}提起行政诉讼。\n河阳县市场监督管理局\n2030年3月2日`;
  test('two courts in one file', () => {
    expect(said('remedies', decision(), order('河阳县人民法院'))).toEqual([]);
    expect(said('remedies', decision(), order('山阴县人民法院'))).toHaveLength(1);
    expect(said('remedies', decision(), order('有管辖权的人民法院'))).toEqual([]);
  });
});

describe('other cases', () => {
  test('papers of several people are not compared, and that is said', () => {
    const of = (name: string, title: string) =>
      `${title}\n案由：使用过期原料\n当事人：${name}\n负责人意见：同意。吴平 2030年3月4日`;
    const mixed = [
      decision(),
      of('山阴县丁记米店', '立案审批表'),
      of('海西县戊记酒坊', '结案审批表'),
      of('江口县己记鱼行', '行政处罚决定审批表'),
    ];
    const mixedRecord = recordOf(mixed);
    expect(mixedRecord.facts['party.name']?.alternatives ?? []).toEqual([]);
    expect(mixedRecord.complete).toBe(false);
    expect(mixedRecord.documents).toHaveLength(4);
    expect(mixedRecord.notices?.map(({ message }) => message).join()).toContain('像是几个案件的文书');
  });

  test('a case of another type has all of it in one list', () => {
    const seizure = `河阳县市场监督管理局\n实施行政强制措施决定书\n河市监强制〔2030〕5号\n当事人：${firm}\n依据《中华人民共和国行政强制法》第二十四条的规定，决定对面粉12袋实施扣押，期限三十日。\n河阳县市场监督管理局\n2030年3月1日`;
    const lifting = `河阳县市场监督管理局\n解除行政强制措施决定书\n河市监强解〔2030〕5号\n${firm}：\n本局于2030年3月11日作出《实施行政强制措施决定书》（河市监强制〔2030〕5号），对面粉12袋实施扣押，现予解除。\n河阳县市场监督管理局\n2030年3月20日`;
    expect(said('contradictions', seizure, lifting)).toHaveLength(1);
    expect(said('contradictions', seizure, lifting.replace('3月11日', '3月1日'))).toEqual([]);
    expect(said('contradictions', decision(), notice)).toBeUndefined();
  });
});
