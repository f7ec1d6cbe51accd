import { expect, test } from 'vitest';
import { formPage } from '../form-page.ts';
import { readPages } from '../pages.ts';
import { namesIn } from './blocks.ts';

function namesOf(words: string, source?: 'scan') {
  const page = { ...formPage([['送达人', words]]), ...(source === undefined ? {} : { source }) };
  const reader = readPages('d1', '表.pdf', [{ page, start: 0, end: page.text.length }]);
  return namesIn(reader, { from: 3, end: reader.dense.length }).map(({ name }) => name);
}

test('on a scan a character torn off a name belongs to it; set apart on a text it does not', () => {
  expect(namesOf('徐海  明、何小华', 'scan')).toEqual(['徐海明', '何小华']);
  expect(namesOf('徐  海明、何小华', 'scan')).toEqual(['徐海明', '何小华']);
  expect(namesOf('徐海  何小华', 'scan')).toEqual(['徐海', '何小华']);
  expect(namesOf('徐海  何 华', 'scan')).toEqual(['徐海', '何华']);
  expect(namesOf('徐海  女', 'scan')).toEqual(['徐海']);
  expect(namesOf('徐海  明、何小华')).toEqual(['徐海', '何小华']);
});

test('names that end as posts do are names', () => {
  expect(namesOf('曹月长、鹿长、赵县长、王局长')).toEqual(['曹月长', '鹿长']);
});

test('marks that a recogniser takes specks for part names from what follows', () => {
  expect(namesOf('徐海明”2024年3月12日', 'scan')).toEqual(['徐海明']);
  expect(namesOf('徐海明.', 'scan')).toEqual(['徐海明']);
  expect(namesOf("'徐海明|何小华", 'scan')).toEqual(['徐海明', '何小华']);
});

test('a name ends where the words for a certificate stand against it', () => {
  expect(namesOf('罗小溪、温良执法证号：0903、0904')).toEqual(['罗小溪', '温良']);
  expect(namesOf('罗小溪 温明良行政执法证件号码0903')).toEqual(['罗小溪', '温明良']);
  expect(namesOf('执法证号：0903')).toEqual([]);
});
