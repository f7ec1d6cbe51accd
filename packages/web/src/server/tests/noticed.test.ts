import { expect, test } from 'vitest';
import { digestOf } from '../store/digest.ts';
import { noticedWords } from '../store/noticed.ts';

const hidden = { file: '决定书.pdf', page: 2, kind: 'hidden', message: '此页含有看不见的文字，没有采信' };
const changed = { file: '决定书.pdf', page: null, kind: 'changed', message: '文件首次保存后又有 1 次修改' };
const other = { file: '笔录.docx', page: null, kind: 'other', message: '文件可能缺页' };

test('the list tells what is unusual about the files: of one what it is, of several what kinds', () => {
  expect(noticedWords([])).toBeNull();
  expect(noticedWords([hidden])).toBe('决定书.pdf 第 2 页：此页含有看不见的文字，没有采信。');
  expect(noticedWords([other])).toBe('笔录.docx：文件可能缺页。');
  expect(noticedWords([{ ...other, kind: 'beside', message: '文件带有批注' }])).toBeNull();
  const ledger = {
    file: '台账第 3 行.json',
    page: 1,
    kind: 'ledger',
    message: '台账.xlsx 第 3 行“罚款”：不是金额，未采用。',
  };
  expect(noticedWords([ledger])).toBe('台账.xlsx 第 3 行“罚款”：不是金额，未采用。');
  expect(noticedWords([ledger, ledger])).toBe('台账的这一行有 2 处没有照原样采用；打开案卷在“待核”里核对。');
  expect(noticedWords([hidden, changed, hidden, other])).toBe(
    '文件本身有 4 处异常，其中看不见的文字 2 处、首次保存后的改动 1 处；打开案卷在“待核”里核对。',
  );
  expect(noticedWords([other, other])).toBe('文件本身有 2 处异常；打开案卷在“待核”里核对。');
  expect(noticedWords([{ ...hidden, message: '长'.repeat(500) }])).toHaveLength(136);
});

test('what the list shows of a checked case brings it', () => {
  const record = { id: '1', complete: true, facts: {}, documents: [], notices: [hidden] };
  expect(digestOf(record, [], null, 1).noticed).toContain('看不见的文字');
  const { notices: _, ...plain } = record;
  expect(digestOf(plain, [], null, 1).noticed).toBeNull();
});
