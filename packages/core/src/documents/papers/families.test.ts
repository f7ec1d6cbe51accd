// Forms of single agencies: what they call the same cells. All invented.
import { expect, test } from 'vitest';
import { firstOf, formReader as readerOf, valuesOf } from '../../../tests/papers.ts';
import { kindByWording } from '../content.ts';
import { formPage, type Words } from '../form-page.ts';
import { readPages } from '../pages.ts';
import { readClosing, readCover } from './closing.ts';
import { readSampling } from './evidence.ts';
import { readFiling } from './filing.ts';
import { statedParty } from './party.ts';
import { readInquiry, readInspection } from './records.ts';
import { readServiceReceipt } from './service.ts';

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

test('a report or form that names the party by 单位 alone, or calls it 用人单位', () => {
  const partyOf = (...rows: readonly (readonly Words[])[]) =>
    statedParty(readerOf('案件审批表', rows), 'filing-approval')['party.name']?.value;
  const group = { words: '当事人', rows: 1 };
  expect(partyOf([group, '单位', '丙县某某米厂', '法定代表人', '罗小溪'])).toBe('丙县某某米厂');
  expect(partyOf([group, '单位', '', '电话', '13900001111'])).toBeUndefined();
  expect(partyOf([group, '单位', '经济性质', '个体', '无'])).toBeUndefined();
  expect(partyOf(['用人单位名称', '丙县某某米厂'])).toBe('丙县某某米厂');
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
