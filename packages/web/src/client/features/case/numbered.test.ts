import { expect, test } from 'vitest';
import { whereIn } from './numbered.ts';

/** The words of a document that are marked for a quote. */
function marked(paragraphs: readonly string[], quote: string): string | null {
  const begun = new Set<number>();
  let dense = '';
  for (const paragraph of paragraphs) {
    begun.add(dense.length);
    dense += paragraph;
  }
  const found = whereIn(dense, begun, quote);
  return found === null ? null : dense.slice(found.from, found.to + 1);
}

test('a quote is found where a number before a paragraph is no text of the page', () => {
  const paragraphs = ['当事人有下列行为', '经营过期食品', '罚款五千元。', '没收违法所得。'];
  expect(marked(paragraphs, '罚款五千元')).toBe('罚款五千元');
  expect(marked(paragraphs, '（二）罚款五千元')).toBe('罚款五千元');
  expect(marked(paragraphs, '1.罚款五千元。2.没收')).toBe('罚款五千元。没收');
  expect(marked(['第一条', '本办法'], '第一条本办法')).toBe('第一条本办法');
  expect(marked(['为了规范', '适用'], '第一百二十三条为了规范')).toBe('为了规范');
});

test('other words are not passed over', () => {
  expect(marked(['经营过期食品', '罚款五千元'], '并处罚款五千元')).toBeNull();
  expect(marked(['应当罚款五千元'], '应当一、罚款')).toBeNull();
  expect(marked([], '罚款')).toBeNull();
});
