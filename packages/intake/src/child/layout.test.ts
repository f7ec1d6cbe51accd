import { expect, test } from 'vitest';
import { layOut, type Piece } from './layout.ts';

const piece = (text: string, x: number, baseline: number, width = text.length * 14): Piece => ({
  text,
  x,
  baseline,
  width,
  height: 14,
  turned: false,
});

const textOf = (...pieces: readonly Piece[]): string => layOut(1, 595, 842, pieces).text;

test('characters of another typeface that were written after their line stand where they were left out', () => {
  // As LibreOffice writes a line whose brackets its font lacks.
  const text = textOf(
    piece('甲环罚', 100, 50),
    piece('2025', 156, 50, 28),
    piece('12', 198, 50, 14),
    piece('〔', 142, 50),
    piece('〕', 184, 50),
    piece('号', 212, 50),
  );
  expect(text).toBe('甲环罚〔2025〕12号');
});

test('values written after all labels of their row are read beside them', () => {
  const text = textOf(piece('姓名', 100, 50), piece('性别', 300, 50), piece('王小明', 150, 50), piece('男', 350, 50));
  expect(text).toBe('姓名  王小明  性别  男');
});

test('what does not fit beside the rest is a line of its own', () => {
  expect(textOf(piece('甲方签名', 100, 50), piece('李四', 110, 50))).toBe('甲方签名\n李四');
  expect(textOf(piece('右栏', 300, 50), piece('左栏', 100, 50))).toBe('右栏\n左栏');
  expect(textOf(piece('上', 100, 50), piece('上', 200, 50), piece('下', 150, 58))).toBe('上  上\n下');
});

test('small characters that stand higher right behind others stay in their line', () => {
  const small = { ...piece('2', 170, 44, 5), height: 8 };
  expect(textOf(piece('面积20米', 100, 50, 70), small, piece('左右', 175, 50))).toBe('面积20米2左右');
  expect(textOf(piece('面积', 100, 50, 28), { ...small, x: 300 })).toBe('面积\n2');
});
