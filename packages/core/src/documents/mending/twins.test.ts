import { describe, expect, test } from 'vitest';
import type { FileText, PageText } from '../types.ts';
import { compareReadings } from './twins.ts';

/** A page of one line read character by character, `doubts` with their certainty, the rest surely. */
const scan = (text: string, doubts: Readonly<Record<number, number>> = {}, number = 1): PageText => ({
  number,
  width: 500,
  height: 700,
  text,
  source: 'scan',
  lines: [
    {
      start: 0,
      end: text.length,
      runs: [...text].map((one, at) => ({
        text: one,
        x: at * 10,
        y: 0,
        width: 10,
        height: 10,
        confidence: doubts[at] ?? 0.95,
      })),
    },
  ],
});
const file = (...pages: PageText[]): FileText => ({ name: 'a.pdf', sha256: '', format: 'pdf', pages });
const said = (read: FileText, page = 0): unknown =>
  Object.fromEntries(compareReadings([read])[0]?.pages[page]?.elsewhere ?? []);

describe('a character read unsurely', () => {
  test('is surer where the same words were read the same and better', () => {
    expect(said(file(scan('甲县禾丰糖厂未经许可', { 2: 0.4 }), scan('当事人甲县禾丰糖厂', {}, 2)))).toEqual({
      2: { character: '禾', certainty: 0.8 },
    });
  });

  test('that the two readers differ on is not settled by another such reading', () => {
    const twice = (certainty: number): FileText =>
      file(scan('甲县基江区商店', { 2: certainty }), scan('当事人甲县基江区商店', { 5: 0.65 }, 2));
    expect(said(twice(0.4))).not.toHaveProperty('2');
    expect(said(twice(0.5))).toMatchObject({ 2: { character: '基', certainty: 0.65 } });
  });

  test('gives way to another that the same words have elsewhere, if the engine rejects it; what is put there is not known', () => {
    expect(said(file(scan('甲县乐丰糖厂未经许可', { 2: 0.1 }), scan('当事人甲县禾丰糖厂', {}, 2)))).toEqual({
      2: { character: '禾', certainty: 0.55 },
    });
  });

  test('is doubted where the same words have another elsewhere and the engine does not reject it', () => {
    expect(said(file(scan('甲县乐丰糖厂未经许可', { 2: 0.7 }), scan('当事人甲县禾丰糖厂', {}, 2)))).toEqual({
      2: { character: '乐', certainty: 0.4 },
    });
  });

  test('is no less sure where nothing else can stand', () => {
    expect(said(file(scan('甲县禾丰糖店:', { 5: 0.7 })))).toEqual({});
    expect(said(file(scan('某路4幢', { 3: 0.7 })))).toEqual({});
    expect(said(file(scan('甲县禾丰糖床:', { 5: 0.7 })))).toEqual({ 5: { character: '床', certainty: 0.55 } });
  });

  test('stays where two others stand elsewhere', () => {
    const pages = [scan('甲县乐丰糖厂', { 2: 0.1 }), scan('甲县禾丰糖厂', {}, 2), scan('甲县瑞丰糖厂', {}, 3)];
    expect(said(file(...pages))).toEqual({ 2: { character: '乐', certainty: 0.1 } });
  });

  test('stays where only a word or two around it are the same, and figures stay always', () => {
    expect(said(file(scan('证人乐丰到场,甲县禾丰糖厂', { 2: 0.2 })))).toEqual({});
    expect(said(file(scan('依照该法第二条第一款的规定,依照该法第二条第二款的规定', { 8: 0.1 })))).toEqual({});
  });

  test('at the head of a title is compared by what stands behind it', () => {
    expect(said(file(scan('违反《普用制品管理办法》', { 3: 0.7 }), scan('经营兽用制品管理规定', {}, 2)))).toEqual({
      3: { character: '普', certainty: 0.4 },
    });
  });

  test('that one reader was fairly sure of is doubted where two other places read otherwise, and none the same', () => {
    const pages = [
      scan('当事人甲县儒需科技', { 6: 0.88 }),
      scan('当事人甲县儒打科技', { 6: 0.2 }, 2),
      scan('当事人甲县儒秽科技', { 6: 0.1 }, 3),
    ];
    expect(said(file(...pages))).toMatchObject({ 6: { character: '需', certainty: 0.4 } });
    expect(said(file(...pages.slice(0, 2)))).not.toHaveProperty('6');
    expect(said(file(...pages, scan('当事人甲县儒需科技', { 6: 0.3 }, 4)))).not.toHaveProperty('6');
  });

  test('that stands nowhere else is doubted sooner', () => {
    expect(said(file(scan('经营者窦某到场', { 3: 0.78 })))).toEqual({ 3: { character: '窦', certainty: 0.55 } });
    expect(said(file(scan('经营者窦某到场', { 3: 0.82 })))).toEqual({});
    expect(said(file(scan('9时30分至10时', { 5: 0.7 })))).toEqual({});
  });
});

test('a file whose text is its own speaks for a scan beside it', () => {
  const printed: FileText = { ...file({ ...scan('甲县禾丰糖厂'), lines: [] }), name: 'b.docx' };
  const { source: _, ...own } = printed.pages[0] as PageText;
  const [read] = compareReadings([file(scan('甲县禾丰糖厂未经许可', { 2: 0.4 })), { ...printed, pages: [own] }]);
  expect(read?.pages[0]?.elsewhere?.get(2)?.certainty).toBe(0.8);
});

test('files without scans are given back as they are', () => {
  const { source: _, ...own } = scan('甲县禾丰糖厂');
  const files = [file(own)];
  expect(compareReadings(files)).toBe(files);
});

describe('a place that there is none of', () => {
  test('is the one the papers name more often, known where the reader doubted', () => {
    expect(said(file(scan('昆明市西山区某厂,地址西出区', { 12: 0.5 })))).toEqual({
      12: { character: '山', certainty: 0.65 },
    });
    expect(said(file(scan('昆明市西山区某厂,地址西出区', { 12: 0.89 })))).toEqual({
      12: { character: '山', certainty: 0.55 },
    });
  });

  test('opens the number of the paper too', () => {
    const read = file(
      scan('重庆市綦江区某厂,綦江区某村'),
      scan('藁环罚【2031】4号,重庆市藁江区', { 0: 0.89, 15: 0.4 }, 2),
    );
    const below = file(
      scan('重庆市綦江区某厂,綦江区某村'),
      scan('重庆市藁江区某局\n藁环罚【2031】4号', { 3: 0.4, 9: 0.89 }, 2),
    );
    expect(said(below, 1)).toMatchObject({ 9: { character: '綦', certainty: 0.65 } });
    expect(said(read, 1)).toEqual({
      0: { character: '綦', certainty: 0.65 },
      15: { character: '綦', certainty: 0.65 },
    });
  });

  test('stays in the number of a paper, where the short names of two places may stand before 市监', () => {
    expect(said(file(scan('眉彭市监处罚【2031】9号,眉山市彭山区某店,眉山市某路')))).toEqual({});
    expect(said(file(scan('眉彭区城罚【2031】9号,眉山区某店,眉山区某路')))).toEqual({});
  });

  test('stays where nothing like it is named, or two like it are', () => {
    expect(said(file(scan('昆明市西山区某厂,地址高新区', { 11: 0.95 })))).toEqual({});
    expect(said(file(scan('某市东山区和西山区,地址出山区')))).toEqual({});
  });
});
