import { expect, test } from 'vitest';
import { intakeMessages, messagePage } from '../scripts/messages.ts';

const messages = intakeMessages();

test('what intake says is found in its source, with what stands for names and numbers', () => {
  const said = messages.map(({ what }) => what);
  expect(said.length).toBeGreaterThan(200);
  expect(said).toContain('文件是空的（0 字节）');
  expect(said).toContain('页数（…）超过 … 页，没有读取');
  expect(said).toContain('DOCX 缺少正文，打不开');
  expect(messagePage('')).toContain('| 密码不对 | 等待密码 | 请重新输入打开压缩包的密码 |');
});

test('every message of a file that is not read says what people can do', () => {
  const wanting = messages.filter(
    ({ when, what, advice }) => when === 'refused' && !/请|需要密码|…$/u.test(what + advice),
  );
  expect(wanting.map(({ file, what }) => `${file}: ${what}`)).toEqual([]);
});

test('messages are words for people: no English sentences, no names of errors', () => {
  // What installs the recognition of characters is a command.
  const foreign = messages.filter(
    ({ what, advice }) =>
      !advice.includes('apt-get') && /[a-z]{3,} [a-z]{3,} [a-z]{3,}|Error\b|undefined|null/u.test(what + advice),
  );
  expect(foreign).toEqual([]);
});
