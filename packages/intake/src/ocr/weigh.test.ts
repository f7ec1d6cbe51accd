import { expect, test } from 'vitest';
import type { ReadCharacter } from '../protocol.ts';
import type { OcrWord } from './tesseract.ts';
import { weighed } from './weigh.ts';

const words = (...read: readonly (readonly [string, number])[]): OcrWord[] =>
  read.map(([text, confidence], at) => ({
    text,
    confidence,
    line: '1.1.1',
    left: at * 40,
    top: 0,
    width: 30,
    height: 30,
  }));
const second = (text: string, confidence = 0.99): ReadCharacter[] =>
  Array.from(text, (one, at) => ({ text: one, confidence, x: at * 40 + 15 }));
const whole = [true, true] as const;
const weigh = (first: readonly OcrWord[], other: readonly ReadCharacter[], ends: readonly [boolean, boolean] = whole) =>
  weighed({ words: first, ends, box: [0, 0, 0, 0] }, other)
    .flat()
    .map(({ text, confidence, disputed }) => [text, confidence, ...(disputed === true ? ['disputed'] : [])]);

test('what both read alike is sure, also with brackets and marks of another width', () => {
  expect(weigh(words(['鑫', 0.3], ['公司', 0.97]), second('鑫公司', 0.6))).toEqual([
    ['鑫', 0.95],
    ['公司', 0.97],
  ]);
  expect(weigh(words(['【2024]', 0.5], ['号', 0.5]), second('〔2024〕号'))).toEqual([
    ['【2024]', 0.95],
    ['号', 0.95],
  ]);
});

test('where the second is sure of another character it stands, else the first is doubtful, and figures disputed', () => {
  expect(weigh(words(['党农', 0.4], ['罚', 0.9]), second('涪农罚'))).toEqual([
    ['涪农', 0.88],
    ['罚', 0.95],
  ]);
  expect(weigh(words(['党', 0.8], ['3', 0.9]), second('涪8', 0.7))).toEqual([
    ['党', 0.4],
    ['3', 0.4, 'disputed'],
  ]);
});

test('a character only one of them has makes its word doubtful, whichever it is', () => {
  expect(weigh(words(['蔺', 0.9], ['市街', 0.9]), second('市街'))).toEqual([
    ['蔺', 0.4, 'disputed'],
    ['市街', 0.95],
  ]);
  expect(weigh(words(['王', 0.9], ['芳', 0.9]), second('王小芳'))).toEqual([
    ['王', 0.95],
    ['小', 0.45],
    ['芳', 0.95],
  ]);
});

test('a character or the stroke of a bracket that the first saw twice is left out', () => {
  expect(
    weigh(words(['玉', 0.9], ['玉', 0.4], ['农', 0.9]), second('玉农'))
      .map(([text]) => text)
      .join(''),
  ).toBe('玉农');
  expect(
    weigh(words(['玉', 0.9], ['玉', 0.4], ['农', 0.9]), second('玉玉农'))
      .map(([text]) => text)
      .join(''),
  ).toBe('玉玉农');
  expect(weigh(words(['【2024]j', 0.2], ['7', 0.9], ['号', 0.9]), second('〔2024〕7号'))).toEqual([
    ['【2024]', 0.95],
    ['7', 0.95],
    ['号', 0.95],
  ]);
});

test('where the second sees two characters for one, either word beside the lost one is doubtful, but for the one that is cut', () => {
  expect(weigh(words(['年', 0.95], ['乏', 0.3], ['月', 0.95]), second('年12月'), [false, false])).toEqual([
    ['年', 0.95],
    [expect.any(String), 0.45, 'disputed'],
    ['月', 0.95],
  ]);
});

test('words where a stretch is cut stay as they are: half a character may have been seen', () => {
  expect(weigh(words(['植', 0.92], ['物', 0.3], ['罚', 0.9]), second('直物罚'), [false, false])).toEqual([
    ['植', 0.92],
    ['物', 0.95],
    ['罚', 0.95],
  ]);
  expect(weigh(words(['植', 0.92]), second('木植'), [false, false])).toEqual([['植', 0.95]]);
});

test('figures and letters of one shape are told apart by what stands before them', () => {
  expect(weigh(words(['100', 0.9], ['ml', 0.6]), second('100m1')).map(([text]) => text)).toEqual(['100', 'ml']);
  expect(weigh(words(['A', 0.9], ['l', 0.6]), second('A1'))).toEqual([
    ['A', 0.95],
    ['1', 0.4],
  ]);
  expect(weigh(words(['2', 0.9], ['O', 0.6], ['3', 0.9]), second('203')).map(([text]) => text)).toEqual([
    '2',
    '0',
    '3',
  ]);
});

test('what the second says of a character it was never taught tells nothing', () => {
  const known = new Set('县市沅基');
  const one = (text: string, other: string): unknown =>
    weighed(
      { words: words(['县', 0.9], [text, 0.7], ['市', 0.9]), ends: whole, box: [0, 0, 0, 0] },
      second(other),
      known,
    ).flat()[1];
  expect(one('筲', '县基市')).toMatchObject({ text: '筲', confidence: 0.7 });
  expect(one('筲', '县市')).toMatchObject({ text: '筲', confidence: 0.7 });
  expect(one('沅', '县基市')).toMatchObject({ text: '基', confidence: 0.88 });
});

test('a character only the first reads is left out where the second sees no room for it', () => {
  const beside = (name: string, places: readonly number[]): ReadCharacter[] =>
    Array.from(name, (text, at) => ({ text, confidence: 0.99, x: (places[at] ?? 0) * 40 }));
  const read = words(['代', 0.9], ['表', 0.9], ['人', 0.9], [':', 0.9], ['上', 0.5], ['虞', 0.9], ['平', 0.9]);
  expect(weigh(read, beside('代表人:虞平', [0, 1, 2, 3, 4, 5])).map(([text]) => text)).toEqual([
    ...'代表人:',
    '',
    ...'虞平',
  ]);
  expect(weigh(read, beside('代表人:虞平', [0, 1, 2, 3, 5, 6]))[4]).toEqual(['上', 0.4, 'disputed']);
});

test('what the first all but rejects gives way to a guess of the second, which is no surer for it', () => {
  const guess = (confidence: number): ReadCharacter[] =>
    Array.from('余堃厂', (one, at) => ({ text: one, confidence: at === 1 ? confidence : 0.99, x: at * 40 }));
  const read = (first: number, second: number): unknown =>
    weigh(words(['余', 0.9], ['荤', first], ['厂', 0.9]), guess(second))[1]?.slice(0, 2);
  expect(read(0.1, 0.6)).toEqual(['堃', 0.4]);
  expect(read(0.1, 0.3)).toEqual(['荤', 0.1]);
  expect(read(0.5, 0.6)).toEqual(['荤', 0.4]);
});

test('a figure only the second sees is disputed', () => {
  expect(weigh(words(['第', 0.9], ['号', 0.9]), second('第7号'))[1]).toEqual(['7', 0.45, 'disputed']);
});

test('a word is agreed on where both read every character of it the same', () => {
  const [both, one] = weighed(
    { words: words(['朔', 0.4], ['州', 0.9]), ends: whole, box: [0, 0, 0, 0] },
    second('朔县'),
  ).flat();
  expect([both?.agreed, one?.agreed]).toEqual([true, undefined]);
});

test('of two readings of a credit code that whose check character agrees is the code', () => {
  expect(weigh(words([':913501005M000100Y43', 0.6]), second(':91350100M000100Y43'))).toEqual([
    [':91350100M000100Y43', 0.88],
  ]);
  expect(weigh(words(['913501005M000100Y43', 0.6]), second('91350100M000100Y44'))[0]?.[0]).toBe('913501005M000100Y44');
});

test('a sign between figures that the first lost stands where the second is sure of it', () => {
  expect(
    weigh(words(['2031', 0.9], ['年', 0.9], ['2', 0.9], ['26', 0.9], ['日', 0.9]), second('2031年2月26日')),
  ).toEqual([
    ['2031', 0.95],
    ['年', 0.95],
    ['2', 0.95],
    ['月', 0.88],
    ['26', 0.95],
    ['日', 0.95],
  ]);
});

test('where few characters stand together, their height tells whether there is room', () => {
  const read = words([':', 0.9], ['江', 0.9], ['有', 0.5], ['茂', 0.9]);
  const at = (places: readonly number[]): ReadCharacter[] =>
    Array.from(':江茂', (text, index) => ({ text, confidence: 0.99, x: places[index] ?? 0 }));
  expect(weigh(read, at([0, 30, 62])).map(([text]) => text)).toEqual([':', '江', '', '茂']);
  expect(weigh(read, at([0, 30, 96]))[2]).toEqual(['有', 0.4, 'disputed']);
});

test('print between two characters that neither model read makes both doubtful; white does not', () => {
  const four = words(['云', 0.9], ['岚', 0.9], ['商', 0.9], ['行', 0.9]);
  const apart = second('云岚商行').map((one, at) => (at < 2 ? one : { ...one, x: one.x + 40 }));
  const look = (inked: boolean, ends: readonly [boolean, boolean] = whole) =>
    weighed({ words: four, ends, box: [0, 0, 0, 0] }, apart, null, () => inked)
      .flat()
      .map(({ text, disputed }) => text + (disputed === true ? '?' : ''))
      .join('');
  expect(look(true)).toBe('云岚?商?行');
  expect(look(false)).toBe('云岚商行');
});

test('print behind the last character that belongs to its word is of one that was lost', () => {
  const name = words(['罗', 0.9], ['小', 0.9], ['溪', 0.9]);
  const wide = name.map((word, at) => (at < 2 ? word : { ...word, width: 70 }));
  const last = (own: readonly OcrWord[]) =>
    weighed({ words: own, ends: whole, box: [0, 0, 0, 0] }, second('罗小溪'), null, () => true)
      .flat()
      .at(-1)?.disputed;
  expect(last(wide)).toBe(true);
  expect(last(name)).toBeUndefined();
});
