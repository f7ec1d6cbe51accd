import { expect, test } from 'vitest';
import { pageOf } from './fixtures.ts';
import { both, named, onlyShown, other, read, shown, state } from './fixtures-seen.ts';

const mask = (paint: string, kind = 'Luminosity') => ({
  resources: '/ExtGState << /G 6 0 R >>',
  objects: [
    `<< /Type /ExtGState /SMask << /S /${kind} /G 7 0 R >> >>`,
    {
      content: `${paint} 0 0 595 842 re f`,
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> ',
    },
  ],
});
const spot =
  '/ColorSpace << /C [/Separation /All /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >>';

test.each([
  ['ink of nothing', `q /G gs ${other} Q`, state('/ca 0')],
  ['hardly any ink', `q /G gs ${other} Q`, state('/ca 0.02')],
  ['a mask of black', `q /G gs ${other} Q`, mask('0 g')],
  ['an ink that is not printed', `q /C cs 0 scn ${other} Q`, { resources: spot }],
  ['no breadth', `q ${other.replace('BT', 'BT 0 Tz')} Q`, {}],
  ['what bounds the page, and nothing painted there', `q ${other.replace('BT', 'BT 7 Tr')} Q`, {}],
  ['outside a slanting edge', `q 0 0 m 50 0 l 25 40 l h W n ${other} Q`, {}],
])('words in %s are told and not read', async (name, content, parts) => {
  expect((await read(name, pageOf(`${shown} ${content}`, parts))).text).toBe('fine of 500');
  expect((await read(name, pageOf(`${shown} ${content}`, parts))).hidden).toHaveLength(1);
});

test.each([
  ['half the ink', `q /G gs ${other} Q`, state('/ca 0.5')],
  ['a mask of white', `q /G gs ${other} Q`, mask('1 g')],
  ['a mask by shape', `q /G gs ${other} Q`, mask('0 g', 'Alpha')],
  ['an ink that is printed', `q /C cs 1 scn ${other} Q`, { resources: spot }],
  ['what bounds a painted area', `q ${other.replace('BT', 'BT 7 Tr')} 0 595 595 50 re f Q`, {}],
  ['a slanting edge', `q 0 500 m 595 500 l 300 842 l h W n ${other} Q`, {}],
])('words in %s are read', async (name, content, parts) => {
  expect(await read(name, pageOf(`${shown} ${content}`, parts))).toEqual(both);
});

test('words under a stencil are not read where it paints in all its places', async () => {
  const content = `${shown} ${other} q 1 g 200 0 0 16 60 595 cm /I Do Q`;
  const stencil = (pixels: string, more = '') => ({
    content: pixels,
    dictionary: `/Type /XObject /Subtype /Image /ImageMask true /Width 8 /Height 2 /BitsPerComponent 1 ${more}`,
  });
  expect(await read('whole', pageOf(content, { ...named, objects: [stencil('\0\0')] }))).toEqual(onlyShown);
  expect(await read('turned', pageOf(content, { ...named, objects: [stencil('\0\0', '/Decode [1 0] ')] }))).toEqual(
    both,
  );
  expect(await read('part', pageOf(content, { ...named, objects: [stencil('\0\x0f')] }))).toEqual(both);
});
