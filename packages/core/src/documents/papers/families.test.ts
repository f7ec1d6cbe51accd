// Forms of single agencies: what they call the same cells. All invented.
import { expect, test } from 'vitest';
import type { ListItem } from '../../record/types.ts';
import { kindByWording } from '../content.ts';
import type { Facts } from '../facts.ts';
import { formPage, type Words } from '../form-page.ts';
import { readPages } from '../pages.ts';
import { titleOf } from '../titles.ts';
import { readClosing, readCover } from './closing.ts';
import { readDiscussion } from './discussion.ts';
import { readSampling } from './evidence.ts';
import { readFiling } from './filing.ts';
import { readHearingRecord, readHearingReport } from './hearing.ts';
import { readInvestigation } from './investigation.ts';
import { statedParty } from './party.ts';
import { readInquiry, readInspection } from './records.ts';
import { readServiceReceipt } from './service.ts';
import { toldFacts } from './told.ts';

const readerOf = (title: string, rows: readonly (readonly (Words | null)[])[]) => {
  const page = formPage(rows, title);
  return readPages('d1', '表.docx', [{ page, start: 0, end: page.text.length }]);
};
const valuesOf = (facts: Facts) => Object.fromEntries(Object.entries(facts).map(([path, fact]) => [path, fact.value]));
const firstOf = (facts: Facts, list: string) => (facts[list]?.value as readonly ListItem[] | undefined)?.[0];

test('the agency itself approves where the form names it by its field: 渔业行政处罚机关意见', () => {
  const read = (label: string) =>
    valuesOf(
      readFiling(
        readerOf('立案审批表', [
          ['案由', '无证捕捞'],
          ['拟立案意见', '拟立案。\n王小山、李青  2024年3月1日'],
          [label, '同意立案。\n签名：周山\n2024年3月3日'],
        ]),
      ),
    );
  const facts = { 'filing.proposed-on': '2024-03-01', 'filing.date': '2024-03-03', 'filing.approver': '周山' };
  expect(read('渔业行政处罚机关意见')).toMatchObject(facts);
  expect(read('渔政主管部门负责人审批意见')).toMatchObject(facts);
  expect(read('承办机关意见')['filing.date']).toBeUndefined();
});

test('hands with a label each are all of the opinion; hands of different posts are not', () => {
  const handlersOf = (words: string) =>
    valuesOf(
      readFiling(
        readerOf('立案审批表', [
          ['案由', '无证捕捞'],
          ['承办人意见', words],
        ]),
      ),
    )['filing.handlers'];
  expect(
    handlersOf('建议立案。\n承办人（签名）：王小山 证号：110001\n承办人（签名）：李青 证号：110002\n2024年3月1日'),
  ).toEqual(['王小山', '李青']);
  expect(handlersOf('建议立案。\n承办人（签名）：王小山\n审核人（签名）：李青\n2024年3月1日')).not.toContain('王小山');
});

test('a report or form that names the party by 单位 alone, or calls it 用人单位', () => {
  const partyOf = (...rows: readonly (readonly Words[])[]) =>
    statedParty(readerOf('案件审批表', rows), 'filing-approval')['party.name']?.value;
  const group = { words: '当事人', rows: 1 };
  expect(partyOf([group, '单位', '丙县某某米厂', '法定代表人', '罗小溪'])).toBe('丙县某某米厂');
  expect(partyOf([group, '单位', '', '电话', '13900001111'])).toBeUndefined();
  expect(partyOf([group, '单位', '经济性质', '个体', '无'])).toBeUndefined();
  expect(partyOf(['用人单位名称', '丙县某某米厂'])).toBe('丙县某某米厂');
});

test('agents of a hearing end with their cell; the debate counts whatever the investigators are called', () => {
  const facts = valuesOf(
    readHearingRecord(
      readerOf('听证笔录', [
        ['时间', '2024年4月1日9时至10时', '听证主持人', '吴海'],
        ['委托代理人', '钱万里', '案件调查人', '王小山、李青'],
        [{ words: '调查人：提出证据和建议。\n申请人：没有异议。', columns: 4 }],
      ]),
    ),
  );
  expect(facts).toMatchObject({ 'hearing.agents': 1, 'hearing.states-debate': true });
});

test('the day of a hearing report is that beside the hand of its host', () => {
  const facts = valuesOf(
    readHearingReport(
      readerOf('听证报告', [
        ['听证时间', '2024年4月1日'],
        ['听证主持人签名', '吴海    2024年4月9日'],
        ['负责人审批意见', '同意。\n周山    2024年4月12日'],
      ]),
    ),
  );
  expect(facts['hearing.report-date']).toBe('2024-04-09');
});

test('opinions of a discussion are told by who said what; without any they are not', () => {
  const said = (words: string) =>
    valuesOf(
      readDiscussion(
        readerOf('重大案件集体讨论记录', [
          ['时间', '2024年4月1日9时至10时'],
          ['讨论记录', words],
          ['审议结论', '罚款五百元。'],
        ]),
      ),
    );
  expect(said('周山：赞成处罚。\n吴海：同意。')).toMatchObject({
    'discussion.states-opinions': true,
    'discussion.states-conclusion': true,
  });
  expect(said('听取了汇报。')).toMatchObject({ 'discussion.states-opinions': false });
});

test('a closing form recites number and fine from the result; a number of another paper is none of the decision', () => {
  const closing = (result: string) =>
    valuesOf(
      readClosing(
        readerOf('结案报告', [
          ['处罚决定', result],
          ['执行情况', '已缴纳。'],
          ['负责人审批意见', '准予结案。\n周山\n2024年5月3日'],
        ]),
      ),
    );
  expect(closing('丙渔罚〔2024〕7号：罚款500元。')).toMatchObject({
    'decision.number': '丙渔罚〔2024〕7号',
    'decision.fine': 500,
  });
  expect(closing('丙渔责改〔2024〕7号，罚款500元。')['decision.number']).toBeUndefined();
});

test('investigators are named by their hands, and propose 处 500 元罚款', () => {
  const reader = readerOf('违法行为调查报告', [
    ['违法事实', '经查，当事人无证捕捞，有询问笔录证明。'],
    ['调查结论和处理意见', '建议处500元罚款。\n执法人员签名：王小山、李青\n2024年4月1日'],
  ]);
  expect(valuesOf(readInvestigation(reader))['investigation.investigators']).toEqual(['王小山', '李青']);
  expect(valuesOf(toldFacts('investigation-report', reader))['investigation.proposed-fine']).toBe(500);
});

test('勘验、检查 labels tell when, where and who; rights that were told are told', () => {
  const item = firstOf(
    readInspection(
      readerOf('勘验、检查笔录', [
        ['勘验、检查时间', '2024年3月1日9时15分至10时40分'],
        ['勘验、检查地点', '丙县码头'],
        ['勘验、检查人', '王小山、李青'],
        [{ words: '告知当事人依法享有申请回避的权利。', columns: 2 }],
      ]),
    ),
    'inspections[]',
  );
  expect(item).toMatchObject({ place: '丙县码头', officers: ['王小山', '李青'], 'tells-rights': true });
});

test('places to sign of a receipt, whatever word is printed; a number broken before its year is whole, one without words is none', () => {
  const kinds = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] }];
  const receipt = (title: string, hand: string) =>
    firstOf(
      readServiceReceipt(kinds)(
        readerOf('送达回证', [
          ['送达的文书名称', title],
          ['受送达人的姓名', '丙县某某米厂'],
          ['送达日期', '2024年4月1日'],
          ['受送达人签字', hand],
          ['送达人签字', '王小山、李青'],
        ]),
      ),
      'services[]',
    );
  expect(receipt('行政处罚决定书丙渔罚\n〔2024〕7号', '罗小溪')).toMatchObject({
    document: 'penalty-decision',
    number: '丙渔罚〔2024〕7号',
    'recipient-signed': true,
    officers: ['王小山', '李青'],
  });
  expect(receipt('行政处罚决定书\n（〔2024〕7号）', '')).toMatchObject({ 'recipient-signed': false });
  expect(receipt('行政处罚决定书\n（〔2024〕7号）', '')?.number).toBeUndefined();
});

test('what stands in the cells behind a value is none of it: the cause on a cover, those who took samples', () => {
  const cover = valuesOf(
    readCover(
      readerOf('行政处罚案卷', [
        ['案由', '无证捕捞', '案号', '丙渔罚〔2024〕7号'],
        ['立案时间', '2024年3月3日', '结案时间', '2024年5月3日'],
      ]),
    ),
  );
  expect(cover).toMatchObject({ 'case.cause': '无证捕捞', 'filing.date': '2024-03-03' });
  const sampling = valuesOf(
    readSampling(
      readerOf('抽样记录', [
        ['抽样时间', '2024年3月1日', '抽样地点', '丙县码头'],
        ['抽样人员', '王小山、李青', '被抽样人', '罗小溪'],
      ]),
    ),
  );
  expect(sampling['sampling.officers']).toEqual(['王小山', '李青']);
});

test('heads sit by many a name, and papers are served by officers in cells of their own', () => {
  const sitting = valuesOf(
    readDiscussion(
      readerOf('重大案件会审记录', [
        ['会审时间', '2024年4月1日9时至10时', '会审地点', '二楼'],
        ['参加会审人员', '周山、吴海、钱万里'],
        ['会审结论', '同意罚款五百元。'],
      ]),
    ),
  );
  expect(sitting).toMatchObject({ 'discussion.date': '2024-04-01', 'discussion.fine': 500 });
  expect(sitting['discussion.participants']).toEqual(['周山', '吴海', '钱万里']);
  const kinds = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] }];
  const served = readServiceReceipt(kinds)(
    readerOf('送达回证', [
      ['送达文书', '行政处罚决定书', '送达日期', '2024年4月1日'],
      ['送达人一', '王小山', '送达人二', '李青'],
    ]),
  );
  expect(firstOf(served, 'services[]')?.officers).toEqual(['王小山', '李青']);
});

test('a time on a scan is as sure as its own characters, not as what stands behind them', () => {
  const read = (unsure: string) => {
    const page = formPage(
      [
        ['询问时间', '2024年3月1日14时30分至15时20分止'],
        ['被询问人', '罗小溪'],
      ],
      '询问笔录',
    );
    const lines = [...page.text.matchAll(/.+/gu)].map((line) => ({
      start: line.index,
      end: line.index + line[0].length,
      runs: Array.from(line[0].matchAll(/\S/gu), ({ 0: text, index }) => {
        const how = text === unsure ? { confidence: 0.3, disputed: true as const } : { confidence: 0.95 };
        return { text, x: index * 12, y: 0, width: 12, height: 12, ...how };
      }),
    }));
    const scan = { ...page, lines, source: 'scan' as const };
    const reader = readPages('d1', '笔录.pdf', [{ page: scan, start: 0, end: page.text.length }]);
    return firstOf(readInquiry(reader), 'inquiries[]')?.date;
  };
  expect(read('止')).toBe('2024-03-01');
  expect(read('3')).toBeUndefined();
});

test('heads of columns are no place to sign: a list with a column of hands is not told unsigned', () => {
  const facts = valuesOf(
    readDiscussion(
      readerOf('案件集体讨论记录', [
        ['讨论时间', '2024年4月1日9时至10时', '讨论地点', '二楼'],
        [{ words: '参加人员', rows: 2 }, '姓名', '职务', '签名'],
        [null, '周山', '局长', '周山'],
        ['讨论结果', '同意罚款五百元。', '备注', ''],
      ]),
    ),
  );
  expect(facts['discussion.signed']).not.toBe(false);
  expect(facts['discussion.fine']).toBe(500);
});

test('a hand before the word that asks for it is one; none before it is none', () => {
  const signed = (words: string) =>
    firstOf(
      readInquiry(
        readerOf('询问笔录', [['询问时间', '2024年3月1日14时30分', '被询问人', '罗小溪'], [{ words, columns: 4 }]]),
      ),
      'inquiries[]',
    )?.['person-signed'];
  expect(signed('被询问人：罗小溪（签名、捺印）')).toBe(true);
  expect(signed('被询问人：（签名）')).toBe(false);
});

test('officers in rows under heads of their own, between a beginning and an end in cells of their own', () => {
  const item = firstOf(
    readInspection(
      readerOf('现场检查记录', [
        ['检查开始时间', '2024年3月1日9时15分', '检查结束时间', '2024年3月1日10时40分'],
        [{ words: '检查人员', rows: 3 }, '姓名', '执法证号', '签名'],
        [null, '王小山', '34091001', ''],
        [null, '李青', '34091002', ''],
      ]),
    ),
    'inspections[]',
  );
  expect(item).toMatchObject({
    started: '2024-03-01T09:15+08:00',
    ended: '2024-03-01T10:40+08:00',
    officers: ['王小山', '李青'],
    certificates: ['34091001', '34091002'],
  });
});

test('被送达人 is served like 受送达人; the head of the agency approves by 审批 alone', () => {
  const kinds = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] }];
  const item = firstOf(
    readServiceReceipt(kinds)(
      readerOf('送达回证', [
        ['被送达单位或个人', '罗小溪', '送达文书名称及件数', '行政处罚决定书1份'],
        ['送达时间', '2024年4月1日', '被送达人签名或盖章', '罗小溪'],
      ]),
    ),
    'services[]',
  );
  expect(item).toMatchObject({ document: 'penalty-decision', date: '2024-04-01', 'recipient-signed': true });
  const filing = valuesOf(
    readFiling(
      readerOf('立案登记表', [
        ['案由', '无证捕捞'],
        ['渔业主管部门负责人审批', '同意立案。\n周山\n2024年3月3日'],
      ]),
    ),
  );
  expect(filing).toMatchObject({ 'filing.date': '2024-03-03', 'filing.approved': true });
});

test('a form of what others write as text has the title of it with 表: 集体讨论记录表, 结案报告表, 审核意见表', () => {
  const kinds = [
    { id: 'discussion-record', label: '集体讨论记录', order: 1, titles: ['案件集体讨论记录'] },
    { id: 'closing-approval', label: '结案审批表', order: 2, titles: ['结案报告'] },
    { id: 'legal-review', label: '法制审核意见书', order: 3, titles: ['法制审核意见书'] },
    { id: 'other', label: '登记表', order: 4, titles: ['结案报告书'] },
  ];
  const kindOf = (title: string) => titleOf(title, kinds)?.kind;
  expect(['重大案件集体讨论记录表', '结案报告表', '法制审核意见表'].map(kindOf)).toEqual([
    'discussion-record',
    'closing-approval',
    'legal-review',
  ]);
  // A title of its own stays.
  expect(kindOf('结案报告书')).toBe('other');
  expect(kindOf('集体讨论表')).toBeUndefined();
});

test('a receipt of money names the decision and is none', () => {
  const page = formPage(
    [
      ['交款单位', '丙县某某米厂'],
      ['罚没决定书号', '丙渔罚〔2024〕7号'],
      ['收费项目', '罚款', '金额', '500.00'],
      ['收款单位', '丙县渔业局', '收款人', '周山'],
    ],
    '某某款专用收据',
  );
  const wording = (title: string, cells = false) => {
    const text = page.text.replace('某某款专用收据', title);
    const moved = { ...page, text, ...(cells ? {} : { tables: [] }) };
    return kindByWording(readPages('d1', '票.docx', [{ page: moved, start: 0, end: text.length }]));
  };
  expect(wording('某某款专用收据')).toBeNull();
  expect(wording('丙县渔业局文书')?.kind).toBe('penalty-decision');
  // 某某款专用收据 and 案件回访登记表 are as long: the cells stay where they are.
  expect(wording('案件回访登记表', true)).toBeNull();
});
