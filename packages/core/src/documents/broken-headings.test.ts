import { describe, expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import * as layouts from './decision/layouts.ts';
import { textFile } from './plain-text.ts';
import { recognise } from './recognise.ts';
import type { FileText } from './types.ts';

const outline = (...files: readonly FileText[]): string[] =>
  recognise(files, kinds).documents.map(({ kind, pages }) => `${kind} ${pages[0]}-${pages[1]}`);

test('a title whose number goes on in the next line heads its paper', () => {
  const body = '当事人：乙超市\n本局查明：当事人经营超过保质期食品。决定罚款五千元。';
  const page = `甲县市场监督管理局行政处罚决定书 甲市监罚\n〔2025〕17号\n${body}`;
  expect(outline(textFile('决定.pdf', page))).toEqual(['penalty-decision 1-1']);
  expect(outline(textFile('说明.pdf', `本局已经送达行政处罚决定书，甲市监罚\n〔2025〕17号\n${body}`))).toEqual([
    'unknown 1-1',
  ]);
});

test('a heading the margin broke within its title, or within the note behind it, heads its paper', () => {
  const body = '当事人：乙超市\n本局查明：当事人经营超过保质期食品。决定罚款五千元。';
  const page = (...rows: readonly string[]): FileText => textFile('文.pdf', [...rows, body].join('\n'));
  expect(outline(page('政府采购行政处罚决定书（甲县某某中学学生食堂食', '材采购项目）'))).toEqual([
    'penalty-decision 1-1',
  ]);
  expect(outline(page('甲县水利和湖泊管理局行政处罚决', '定书'))).toEqual(['penalty-decision 1-1']);
  expect(outline(page('甲县生态环境局行政处罚决定书甲经开环罚', '2031〕3号（乙超市）'))).toEqual([
    'penalty-decision 1-1',
  ]);
  expect(outline(page('甲县生态环境局行政处罚决定书甲（经）环罚〔', '2031〕3号'))).toEqual(['penalty-decision 1-1']);
  expect(outline(page('安全生产监察执法文书行政处罚决定书甲安罚【', '2031JS0'))).toEqual(['penalty-decision 1-1']);
  expect(outline(page('已送达的行政执法文书行政处罚决定书甲安罚【', '2031JS0'))).toEqual(['unknown 1-1']);
  expect(outline(page('甲县生态环境局行政处罚决定书甲环罚〔', '2031年的决定'))).toEqual(['unknown 1-1']);
  expect(outline(page('不服行政处罚决定书（甲县某某中学学生食堂食', '材采购项目）'))).toEqual(['unknown 1-1']);
  const frame = [
    '-[索引号]',
    '-1150011/2031-84',
    '-[主题分类]',
    '-农业',
    '-[体裁分类]',
    '-行政处罚',
    '-|[发布机构]',
    '-甲县',
    '-[生成日期]',
    '-2031-05-23',
  ];
  expect(outline(page(...frame, '甲市乙区农业农村委员会行政处罚决定书甲农（', '农药）罚〔2031〕10号'))).toEqual([
    'penalty-decision 1-1',
  ]);
  expect(outline(page('乙超市到期以后没有履行行政处罚决', '定书'))).toEqual(['unknown 1-1']);
});

describe('headings a recogniser lost or misread', () => {
  const receipt = '受送达人：乙超市\n送达文书：行政处罚决定书\n送达方式：直接送达\n送达地点：某路1号\n送达人：甲、丙';
  test('a page with the labels of another form is a paper of its own', () => {
    expect(outline(textFile('案卷.pdf', layouts.market, receipt))).toEqual([
      'penalty-decision 1-1',
      'service-receipt 2-2',
    ]);
    expect(outline(textFile('案卷.pdf', receipt))).toEqual(['service-receipt 1-1']);
    // One label of a form in the running text of a decision is none.
    expect(outline(textFile('案卷.pdf', layouts.market, '受送达人：乙超市\n以上事实有证据证明。'))).toEqual([
      'penalty-decision 1-2',
    ]);
  });
  test('one misread character of a title is forgiven on a scan, not in a text', () => {
    const page = '甲县市场监督管理局\n行政处罚告知节\n甲市监罚告〔2024〕5号\n乙超市：\n你单位经营过期食品。';
    const text = textFile('案卷.pdf', '立案审批表\n案由：经营过期食品', page);
    const scan = { ...text, pages: text.pages.map((one) => ({ ...one, source: 'scan' as const })) };
    expect(outline(scan)).toEqual(['filing-approval 1-1', 'penalty-notice 2-2']);
    expect(outline(text)).toEqual(['filing-approval 1-2']);
  });
});
