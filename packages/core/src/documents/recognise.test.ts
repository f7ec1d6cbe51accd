import { describe, expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import * as layouts from './decision/layouts.ts';
import { formPage } from './form-page.ts';
import { textFile } from './plain-text.ts';
import { recognise } from './recognise.ts';
import type { FileText } from './types.ts';

const outline = (...files: readonly FileText[]): string[] =>
  recognise(files, kinds).documents.map(({ kind, pages }) => `${kind} ${pages[0]}-${pages[1]}`);

const inquiry = (page: number, total: number, rest: string): string =>
  `甲县市场监督管理局\n询问笔录\n第${page}页 共${total}页\n${rest}`;

test('a label in a form that goes on over the page is no heading there; a title in a cell of its own is one', () => {
  const first = formPage([
    [{ words: '案件处理审批表', columns: 2 }],
    ['案由', '无证捕捞'],
    ['承办人意见', '建议罚款。'],
  ]);
  const second = {
    ...formPage([
      ['法制审核意见', ''],
      ['负责人意见', '同意。'],
    ]),
    number: 2,
  };
  expect(outline({ ...textFile('审批.pdf', ''), pages: [first, second] })).toEqual(['decision-approval 1-2']);
  const other = {
    ...formPage([
      ['送达回证', '编号：5'],
      ['受送达人', '乙超市'],
    ]),
    number: 2,
  };
  expect(outline({ ...textFile('审批.pdf', ''), pages: [first, other] })).toEqual([
    'decision-approval 1-1',
    'service-receipt 2-2',
  ]);
});

describe('documents of a file', () => {
  test('each heading at the head of a page begins a document; other pages go with the one before', () => {
    const file = textFile(
      '案卷.pdf',
      '甲县市场监督管理局\n行政处罚案卷\n甲市监案〔2024〕5号\n案由：经营超过保质期食品',
      '卷 内 目 录\n序号 题名 页码\n1 立案审批表 3\n2 行政处罚决定书 4\n3 送达回证 6',
      '立案审批表\n案由：经营超过保质期食品\n当事人：乙超市',
      layouts.market,
      '（续上页）以上事实有证据证明。当事人没有异议。',
      '甲县市场监督管理局\n送 达 回 证\n送达文书名称及文号\n行政处罚决定书\n甲市监罚〔2024〕5号\n受送达人：乙超市',
    );
    expect(outline(file)).toEqual([
      'cover 1-1',
      'file-index 2-2',
      'filing-approval 3-3',
      'penalty-decision 4-5',
      'service-receipt 6-6',
    ]);
  });

  test('the heading repeated on the second page of one record begins no new one; page 1 of the next does', () => {
    const file = textFile(
      '笔录.pdf',
      inquiry(1, 2, '时间：2024年3月1日\n问：你好。\n答：好。'),
      inquiry(2, 2, '问：还有补充吗？\n答：没有。'),
      inquiry(1, 1, '时间：2024年3月2日\n问：你好。\n答：好。'),
      '附页',
    );
    expect(outline(file)).toEqual(['inquiry-record 1-2', 'inquiry-record 3-4']);
  });

  test('page numbers of the whole file tell nothing about its records', () => {
    const pages = [1, 2, 3].map((page) => inquiry(page, 3, `时间：2024年3月${page}日\n问：你好。\n答：好。`));
    expect(outline(textFile('笔录.pdf', ...pages))).toEqual([
      'inquiry-record 1-1',
      'inquiry-record 2-2',
      'inquiry-record 3-3',
    ]);
  });

  test('the second page of an index lists papers and begins none', () => {
    const file = textFile(
      '案卷.pdf',
      '卷内目录\n序号 题名 日期 页号\n1 立案审批表 2024.3.1 1',
      '21\n甲市监告\n〔2024〕9号\n行政处罚告知书 2024.4.1 20\n22 送达回证 2024.4.2 22\n23 行政处罚决定书 2024.4.20 23-25\n24 结案审批表 2024.5.1 26',
      '立案审批表\n案由：经营超过保质期食品',
    );
    expect(outline(file)).toEqual(['file-index 1-2', 'filing-approval 3-3']);
  });

  test('several documents on one page of text', () => {
    const text = `${layouts.marketNotice}\n${layouts.market.split('\n').slice(1).join('\n')}\n甲县市场监督管理局\n送达回证\n受送达人：乙`;
    expect(outline(textFile('全部.txt', text))).toEqual([
      'penalty-notice 1-1',
      'penalty-decision 1-1',
      'service-receipt 1-1',
    ]);
  });

  test('a mention in running text or in a list is no heading', () => {
    const text =
      '关于案件办理情况的说明\n我局于2024年3月1日向当事人送达了行政处罚决定书\n当事人收到\n行政处罚决定书\n后未提出异议。';
    expect(outline(textFile('说明.txt', text))).toEqual(['unknown 1-1']);
  });
});

describe('headings', () => {
  test.each([
    ['行 政 处 罚 决 定 书', 'penalty-decision'],
    ['威海市自然资源和规划局 行 政 处 罚 决 定 书 威自然执(经)罚字〔2024〕4号', 'penalty-decision'],
    ['行政处罚决定书（正本）', 'penalty-decision'],
    ['行政处罚\n决定书', 'penalty-decision'],
    ['不予行政处罚决定书', 'no-penalty-decision'],
    ['当场行政处罚决定书', 'summary-decision'],
    ['行政处罚事先（听证）告知书', 'penalty-notice'],
    ['行政处罚（听证）告知书', 'penalty-notice'],
    ['行政处罚听证告知书', 'hearing-notice-of-right'],
    ['责令限期改正违法行为通知书', 'unknown'],
    ['责令（限期）改正违法行为通知书', 'correction-order'],
    ['重大行政处罚决定法制审核意见书', 'legal-review'],
    ['⾏政处罚决定书', 'penalty-decision'],
    ['24 行政处罚告知书', 'penalty-notice'],
  ])('%s', (heading, kind) => {
    const wanted = kind === 'unknown' ? 'correction-order' : kind;
    expect(outline(textFile('1.txt', `${heading}\n当事人：甲`))).toEqual([`${wanted} 1-1`]);
  });
});

describe('papers without a heading', () => {
  test('the name of the file tells the kind', () => {
    const [document] = recognise(
      [textFile('07 送达回证.pdf', '受送达人：甲\n送达日期：2024年3月1日')],
      kinds,
    ).documents;
    expect(document).toMatchObject({ kind: 'service-receipt', confidence: 0.7 });
  });

  test('a decision copied without its heading is known by its wording', () => {
    const text = layouts.market.split('\n').slice(3).join('\n');
    const [document] = recognise([textFile('1.txt', text)], kinds).documents;
    expect(document?.kind).toBe('penalty-decision');
    expect(document?.confidence).toBeLessThan(0.9);
  });
});

test('the number that tells a decision may stand in a line further down where the margin breaks the lines above', () => {
  const frame = Array<string>(7).fill('甲县禾丰种业公司涉嫌经营未备案种子案公开').join('\n');
  const body = '该公司的经营情况在以下各段写明,\n它的住所地位于甲县东街。';
  expect(outline(textFile('a', `${frame}\n文号甲农(种子)罚[2022]1号\n${body}`))).toEqual(['penalty-decision 1-1']);
});

test('a body that lost head and end is taken for a decision with little confidence, a proposal is not', () => {
  const body =
    '当事人：甲公司\n地址：某路\n经查，当事人未经批准擅自排放污染物，上述行为违反了《水污染防治法》第十条的规定，有现场笔录、询问笔录等证据为证，事实清楚，证据确凿。';
  const kindOf = (text: string): unknown => recognise([textFile('1.txt', text)], kinds).documents[0];
  expect(kindOf(body)).toMatchObject({ kind: 'penalty-decision', confidence: 0.5 });
  expect(kindOf(`${body}建议罚款五千元。`)).toMatchObject({ kind: 'unknown' });
});

test('copies of decisions without their heading, by what only decisions tell', () => {
  const kindOf = (text: string): unknown => recognise([textFile('1.txt', text)], kinds).documents[0]?.kind;
  // A customs number, an individual decided on, the story told to the party, the opening of the agriculture departments.
  expect(
    kindOf(
      '甲海关关于某公司申报不实案的处罚决定\n甲关缉违字〔2024〕2号\n当事人：某公司\n经我关调查，当事人申报不实，以上有笔录等证据为证，应予处罚。',
    ),
  ).toBe('penalty-decision');
  expect(
    kindOf(
      '某公司：\n我局对你公司占用土地立案调查。经查，你公司的行为违反了《甲法》第二条。我局已于2024年8月9日依法向你公司进行了行政处罚告知，你公司放弃了陈述、申辩的权利。根据《甲法》第七条“未经批准',
    ),
  ).toBe('penalty-decision');
  expect(
    kindOf(
      '当事人上述行为违反了《甲法》第二十四条之规定。根据《甲条例》第十五条之规定：科处罚款人民币20900元。当事人到期不缴纳罚款的，每日按百分之三加处罚款，也可以申请人民法院强制执行。',
    ),
  ).toBe('penalty-decision');
  expect(
    kindOf(
      '发布机构：甲县农业农村局\n当事人：李四，男，汉族，36岁。\n当事人运输未经检疫动物一案，经本机关依法调查，现查明：2024年4月11日，民警在路口对一辆货车进行检查时，查获黄牛11头。',
    ),
  ).toBe('penalty-decision');
  expect(
    kindOf(
      '申请人：李四。被申请人：甲局。申请人不服甲局决定对其处罚款500元，申请撤销。经查，申请人到期不缴纳罚款，每日按百分之三加处罚款，申请人称未收到。',
    ),
  ).not.toBe('penalty-decision');
});

test('the frame of a web page may fill the rows a heading stands in', () => {
  const frame = [
    '索引号',
    '1150/2026-2',
    '主题分类',
    '林业',
    '体裁分类',
    '行政处罚',
    '发布机构',
    '甲区林业局',
    '成文日期',
    '2026-01-07',
    '标题',
    '李某',
  ];
  const text = [
    ...frame,
    '林业行政处罚决定书',
    '甲林罚决字〔2025〕75号',
    '被处罚人：李某',
    '经依法查明：你于2025年3月占用林地。',
  ].join('\n');
  expect(outline(textFile('1.txt', text))).toEqual(['penalty-decision 1-1']);
});

test('a case taken on a form on which the head files it is filed; a text that holds cover and index holds both', () => {
  const register = (word: string) =>
    outline(
      textFile(
        'a.txt',
        `甲县消防救援大队\n受案登记表\n案件来源：检查中发现\n受案意见：建议立案。 林小伟 2031年5月6日\n审批意见：${word} 陈小明 2031年5月6日`,
      ),
    );
  expect(register('同意立案。')).toEqual(['filing-approval 1-1']);
  expect(register('同意受案。')).toEqual(['source-registration 1-1']);
  expect(
    outline(
      textFile(
        'a.txt',
        '行政处罚案卷\n案号：甲消罚〔2031〕7号\n案由：消火栓被遮挡\n当事人：甲公司\n立卷日期：2031年6月20日\n卷内文件目录\n1 立案登记表 1\n2 询问笔录 2\n3 行政处罚决定书 4',
      ),
    ),
  ).toEqual(['cover 1-1', 'file-index 1-1']);
});

test('what nobody could read is listed, page by page', () => {
  const file = textFile('扫描.pdf', '送达回证\n受送达人：甲', '');
  const pages = file.pages.map((page) =>
    page.number === 2 ? { ...page, unread: '此页为扫描图像，需要文字识别。' } : page,
  );
  const broken: FileText = { ...textFile('坏.pdf'), unreadable: '文件已损坏，无法读取。' };
  const { documents, unread } = recognise([{ ...file, pages }, broken], kinds);
  expect(documents.map(({ kind, pages: [from, to] }) => `${kind} ${from}-${to}`)).toEqual(['service-receipt 1-2']);
  expect(unread).toEqual([
    { file: '扫描.pdf', page: 2, reason: '此页为扫描图像，需要文字识别。' },
    { file: '坏.pdf', page: null, reason: '文件已损坏，无法读取。' },
  ]);
});

test('every kind is there once, and no title stands for two kinds', () => {
  const twice = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
  expect(twice(kinds.map((kind) => kind.id))).toEqual([]);
  expect(twice(kinds.flatMap((kind) => kind.titles))).toEqual([]);
});

test('the frame of a web page between its headline and the paper, and its headline again at the foot, make no second paper', () => {
  const frame =
    '索 引 号：甲/2030-1\n发文机关：某局\n发布时间：2030-05-01\n有 效 期：\n所属主题：\n公开对象：\n发文字号：';
  const page = `甲市市场监督管理局行政处罚决定书甲市监处罚字〔2030〕第9号
发布时间：2030-05-01 访问量：次
${frame}
公开部门：某局
状 态：
甲市市场监督管理局
行 政 处 罚 决 定 书
甲市监处罚字〔2030〕9号
当事人：乙村卫生室
本局查明：当事人使用过期药品。决定罚款五千元。
甲市市场监督管理局
2030年4月28日
行政处罚决定书 甲市监处罚字〔2030〕第9号
1234567`;
  expect(outline(textFile('决定.pdf', page))).toEqual(['penalty-decision 1-1']);
});

test('the row of a frame that tells the heading with its agency; a letter of permission that calls itself a decision', () => {
  const named = `名称：中国证监会行政处罚决定书（甲集团有限公司、张三等3名责任人）
文号：〔2030〕6号
当事人：甲集团有限公司，住所：乙省丙市。我会对甲集团信息披露违法行为进行了立案调查。`;
  expect(outline(textFile('网页.pdf', named))).toEqual(['penalty-decision 1-1']);
  expect(outline(textFile('表.pdf', '名称：行政处罚决定书\n送达人：李四'))).not.toEqual(['penalty-decision 1-1']);
  const letter = `关于准予甲县乙砖厂临时使用林地的 行政许可决定书 甲林地许准字（2030）第01号
甲县乙砖厂：你厂的申请已收悉。同意你厂临时使用林地1.2公顷。甲县林业局 2030年5月23日`;
  expect(outline(textFile('许可.pdf', letter))).toEqual(['licence-decision 1-1']);
});

test('the words of a mail are called so, by what it is about, and are no paper that may be another', () => {
  const body = '主题：某公司行政处罚决定书等材料\n发件人：钱小河 <a@b.cn>\n发送时间：2031-06-10\n\n请查收。';
  const [mail] = recognise([textFile('邮件正文.txt', body)], kinds).documents;
  expect(mail).toMatchObject({ kind: 'unknown', title: '邮件正文（主题：某公司行政处罚决定书等材料）', mayBe: [] });
});
