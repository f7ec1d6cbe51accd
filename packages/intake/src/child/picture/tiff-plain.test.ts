import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Layout, type Piece, plainPicture } from './tiff-plain.ts';

const layout = (more: Partial<Layout>): Layout => ({
  width: 2,
  height: 2,
  bits: 8,
  samples: 1,
  planar: 1,
  compression: 1,
  predictor: 1,
  little: true,
  photometric: 1,
  ...more,
});
const piece = (bytes: readonly number[] | Uint8Array, more: Partial<Piece> = {}): Piece => ({
  left: 0,
  top: 0,
  width: 2,
  height: 2,
  plane: 0,
  bytes: Uint8Array.from(bytes),
  ...more,
});
const shown = (of: Layout, ...pieces: Piece[]) => [...plainPicture(of, pieces).data];

test('of 16 bits the higher eight are shown, in either order of bytes, and white for black', () => {
  const little = [0, 10, 255, 20, 0, 30, 0, 40];
  expect(shown(layout({ bits: 16 }), piece(little))).toEqual([10, 20, 30, 40]);
  const big = [10, 0, 20, 255, 30, 0, 40, 0];
  expect(shown(layout({ bits: 16, little: false, photometric: 0 }), piece(big))).toEqual([245, 235, 225, 215]);
});

test('colours that lie apart are put together; what is no colour is left out', () => {
  const apart = layout({ samples: 3, planar: 2, photometric: 2 });
  const planes = [1, 2, 3].map((colour, plane) => piece([colour, colour, colour, colour], { plane }));
  expect(shown(apart, ...planes)).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]);
  const clear = layout({ samples: 4, photometric: 2, height: 1 });
  expect(shown(clear, piece([1, 2, 3, 99, 4, 5, 6, 99], { height: 1 }))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('packed data is unpacked, differences are added up', () => {
  expect(shown(layout({ compression: 32773 }), piece([1, 7, 8, 0xff, 9]))).toEqual([7, 8, 9, 9]);
  expect(shown(layout({ compression: 8, predictor: 2 }), piece(deflateSync(Uint8Array.from([5, 1, 250, 10]))))).toEqual(
    [5, 6, 250, 4],
  );
  // 9 bits each: clear, 7, 8, 258 (7 8), end.
  const codes = [256, 7, 8, 258, 257];
  const bits = codes
    .map((code) => code.toString(2).padStart(9, '0'))
    .join('')
    .padEnd(48, '0');
  const lzw = bits.match(/.{8}/gu)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  expect(shown(layout({ compression: 5 }), piece(lzw))).toEqual([7, 8, 7, 8]);
});

test('long data in LZW with growing codes comes out as it went in', () => {
  const [width, height] = [100, 300];
  const data = Uint8Array.from({ length: width * height }, (_, at) => (at * at * 31 + (at >> 3)) % 251);
  const packed = packLzw(data);
  expect(packed.length).toBeGreaterThan(8000);
  const [of, one] = [layout({ width, height, compression: 5 }), piece(packed, { width, height })];
  expect(shown(of, one)).toEqual([...data]);
});

test('what breaks off is shown as far as it goes, and told; nothing at all is refused', () => {
  const half = plainPicture(layout({}), [piece([1, 2])]);
  expect([...half.data]).toEqual([1, 2, 255, 255]);
  expect(half.cut).toBe(true);
  expect(() => plainPicture(layout({ compression: 8 }), [piece([9, 9])])).toThrow('已损坏');
});

test('a picture of very many pixels is made smaller', () => {
  const [width, height] = [8000, 8000];
  const strips = [0, 4000].map((top) =>
    piece(new Uint8Array(width * 4000).fill(top === 0 ? 10 : 90), { top, width, height: 4000 }),
  );
  const made = plainPicture(layout({ width, height }), strips);
  expect(made.width * made.height).toBeLessThan(12_500_000);
  expect([made.data[0], made.data.at(-1)]).toEqual([10, 90]);
});

/** LZW as TIFF has it, written plainly. */
function packLzw(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  const put = (code: number, width: number): void => {
    held = (held << width) | code;
    bits += width;
    while (bits >= 8) {
      out.push((held >> (bits - 8)) & 255);
      bits -= 8;
      held &= (1 << bits) - 1;
    }
  };
  let table = new Map<string, number>();
  let next = 258;
  let width = 9;
  const begin = (): void => {
    put(256, width);
    table = new Map();
    next = 258;
    width = 9;
  };
  begin();
  const codeOf = (word: string): number => table.get(word) ?? word.charCodeAt(0);
  let word = '';
  for (const byte of data) {
    const longer = word + String.fromCharCode(byte);
    if (longer.length === 1 || table.has(longer)) {
      word = longer;
      continue;
    }
    put(codeOf(word), width);
    table.set(longer, next++);
    if (next >= 4094) begin();
    else if (next >= 1 << width) width++;
    word = String.fromCharCode(byte);
  }
  put(codeOf(word), width);
  put(257, width);
  put(0, 7);
  return Uint8Array.from(out);
}
