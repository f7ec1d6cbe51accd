import { expect, test } from 'vitest';
import { lawNamed, repealedOn, versionOn } from './names.ts';
import type { Law } from './types.ts';

const law = (id: string, title: string, more: Partial<Law> = {}): [string, Law] => [
  id,
  {
    id,
    title,
    short: title,
    aliases: [],
    successors: [],
    kind: 'law',
    versions: [{ from: '2021-07-15', to: null }],
    ...more,
  },
];
const laws = new Map([
  law('cn.apl', '中华人民共和国行政处罚法', { short: '行政处罚法', aliases: ['处罚法'] }),
  law('cn.g118', '三项制度意见', { aliases: ['国办发〔2018〕118号'] }),
  law('cn.arl', '中华人民共和国行政复议法', {
    versions: [
      { from: '2018-01-01', to: '2024-01-01' },
      { from: '2024-01-01', to: null },
    ],
  }),
  law('cn.old', '旧办法', { successors: ['cn.apl'], versions: [{ from: '2010-03-01', to: '2023-07-01' }] }),
  law('cn.revised', '修订后办法', { versions: [{ from: '2010-03-01', to: '2023-07-01' }] }),
  law('xx.one', '程序规定', {}),
  law('yy.two', '程序规定细则', { aliases: ['程序规定'] }),
]);

test.each([
  '中华人民共和国行政处罚法',
  '行政处罚法',
  '《行政处罚法》',
  '《中华人民共和国行政处罚法》',
  '处罚法',
  '中华人民共和国行政处罚法（2021修订）',
  '行政处罚法(2021年修订)',
  '行政处罚法（2021年1月22日修订）',
  '中华人民共和国 行政处罚法',
  'cn.apl',
])('%s is the penalty law', (printed) => {
  expect(lawNamed(laws, printed)?.id).toBe('cn.apl');
});

test('numbers of documents are names, in either kind of bracket', () => {
  expect(lawNamed(laws, '国办发[2018]118号')?.id).toBe('cn.g118');
});

test('a title that is not on file, or that two laws bear, is none', () => {
  expect(lawNamed(laws, '行政处罚法实施办法')).toBeNull();
  expect(lawNamed(laws, '某省行政处罚法')).toBeNull();
  expect(lawNamed(laws, '程序规定')).toBeNull();
});

test('the version of the day, to the day', () => {
  const review = laws.get('cn.arl') as Law;
  expect(versionOn(review, '2017-12-31')).toBeNull();
  expect(versionOn(review, '2023-12-31')?.from).toBe('2018-01-01');
  expect(versionOn(review, '2024-01-01')?.from).toBe('2024-01-01');
});

test('repealed from its last day on, and only where another law took its place', () => {
  expect(repealedOn(laws.get('cn.old') as Law, '2023-06-30')).toBeNull();
  expect(repealedOn(laws.get('cn.old') as Law, '2023-07-01')).toBe('2023-07-01');
  expect(repealedOn(laws.get('cn.revised') as Law, '2023-07-01')).toBeNull();
});
