import { expect, test } from 'vitest';
import type { ListItem } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import { readInquiry, readInspection } from './records.ts';

const heard = (words: string): ListItem | undefined => {
  const value = readInquiry(
    readerOf(
      `询问笔录\n询问时间：2030年3月5日9时10分至10时00分\n询问地点：甲县某局\n询问人：王小山、李青\n被询问人：吴大川\n${words}\n答：属实。`,
    ),
  )['inquiries[]']?.value;
  return Array.isArray(value) ? (value[0] as ListItem) : undefined;
};

test('a right told is told, whichever; a right spoken of is not', () => {
  expect(heard('问：你有申请回避的权利，是否申请？')?.['tells-rights']).toBe(true);
  expect(heard('问：你在哪里工作？')?.['tells-rights']).not.toBe(true);
});

test('officers who give the numbers of their cards to be checked show them', () => {
  const words = '我们是甲县某局执法人员王小山、李青，执法证号分别是GS620402031、GS620402058，请你确认。';
  expect(heard(words)?.['shows-certificates']).toBe(true);
  expect(heard('我们是甲县某局执法人员王小山、李青，请你说明。')?.['shows-certificates']).not.toBe(true);
});

test('the second officer stands behind the number of the first', () => {
  const text = `现场笔录\n时间：2030年3月5日9时10分至10时00分\n地点：甲县丙路1号\n执法人员：王小山 执法证号：26100425011 李青 执法证号：26100425036\n当事人：甲县乙丙饭店\n现场有过期原料。`;
  const value = readInspection(readerOf(text))['inspections[]']?.value;
  expect(Array.isArray(value) ? value[0] : null).toMatchObject({ officers: ['王小山', '李青'] });
});
