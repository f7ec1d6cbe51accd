import { expect, test } from 'vitest';
import type { Finding } from '../evaluate/types.ts';
import { byCause, openLines } from './open-lines.ts';

const open = (title: string, message: string): Finding => ({
  rule: title,
  title,
  outcome: 'cannot-tell',
  severity: 'minor',
  subject: null,
  message,
  basis: [],
  advice: '',
  curable: 'no',
  anchors: [],
  trace: null,
  version: null,
  key: title,
});
const noDay = '缺少某日，不能确定适用哪一版本的规定。';

test('one cause is one line with the rules behind it; two of a cause stay two lines', () => {
  const findings = [
    ...['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((title) => open(title, noDay)),
    open('壬', '别的原因。'),
    open('癸', '别的原因。'),
  ];
  expect(openLines(findings, false)).toEqual([
    '缺少某日，不能确定适用哪一版本的规定（8 项）：甲、乙、丙、丁、戊、己 等（其余 2 项加 --explain 列出）',
    '壬：别的原因。',
    '癸：别的原因。',
  ]);
  expect(openLines(findings, true)[0]).toBe(
    '缺少某日，不能确定适用哪一版本的规定（8 项）：甲、乙、丙、丁、戊、己、庚、辛',
  );
  expect(byCause(findings).flatMap((one) => one.findings)).toHaveLength(findings.length);
});

test('a rule asked of each element names it', () => {
  const of = (subject: string): Finding => ({ ...open('条文存在', noDay), subject });
  expect(openLines([of('甲法'), of('乙法'), of('丙法')], false)).toEqual([
    '缺少某日，不能确定适用哪一版本的规定（3 项）：条文存在（甲法）、条文存在（乙法）、条文存在（丙法）',
  ]);
});
