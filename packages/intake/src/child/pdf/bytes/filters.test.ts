import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpacked } from './filters.ts';

const read = (content: Buffer, filter: string): string | Buffer => {
  const data = unpacked(content, `<< /Length 9 ${filter} >>`);
  return typeof data === 'string' ? data : data.toString('latin1');
};

test('the filters of content are undone, one after the other', () => {
  expect(read(Buffer.from('BT ET'), '')).toBe('BT ET');
  expect(read(deflateSync(Buffer.from('BT ET')), '/Filter/FlateDecode')).toBe('BT ET');
  expect(read(Buffer.from('42 5\n42 4>'), '/Filter [ /ASCIIHexDecode ]')).toBe('BT$');
  expect(read(Buffer.from('87cURD]i,"Ebo80z!!!~>'), '/Filter /A85')).toBe('Hello World!\0\0\0\0\0\0');
  expect(read(Buffer.from([2, 65, 66, 67, 254, 68, 128, 9]), '/Filter /RunLengthDecode')).toBe('ABCDDD');
  const twice = Buffer.from(`${deflateSync(Buffer.from('BT ET')).toString('hex')}>`);
  expect(read(twice, '/Filter [/AHx /Fl]')).toBe('BT ET');
});

test('the example of the standard for LZW, and long data whose codes grow and begin anew', () => {
  const example = Buffer.from('800b6050220c0c8501', 'hex');
  expect([...(unpacked(example, '/Filter /LZWDecode') as Buffer)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  let seed = 7;
  const bytes = Buffer.from(
    Array.from({ length: 30_000 }, () => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return (seed >> 16) % 7;
    }),
  );
  expect((unpacked(lzw(bytes), '/Filter /LZWDecode') as Buffer).equals(bytes)).toBe(true);
});

test('what cannot be undone is told apart from what is damaged or too long', () => {
  expect(read(Buffer.from('xx'), '/Filter /DCTDecode')).toBe('foreign');
  expect(read(Buffer.from('xx'), '/Filter 6 0 R')).toBe('foreign');
  expect(read(Buffer.from('xx'), '/Filter [6 0 R]')).toBe('foreign');
  expect(read(deflateSync(Buffer.from('xx')), '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>')).toBe('foreign');
  expect(read(Buffer.from('no deflated data'), '/Filter /FlateDecode')).toBe('broken');
  expect(read(Buffer.from([128, 127, 255, 255]), '/Filter /LZWDecode')).toBe('foreign');
  expect(read(deflateSync(Buffer.alloc(17 * 2 ** 20)), '/Filter /FlateDecode')).toBe('long');
  expect(read(deflateSync(Buffer.alloc(65 * 2 ** 20)), '/Filter /FlateDecode')).toBe('bomb');
  expect(read(Buffer.from('z'.repeat(5 * 2 ** 20)), '/Filter /ASCII85Decode')).toBe('long');
});

/** Packs as the standard says, with a new table whenever it is full. */
function lzw(bytes: Buffer): Buffer {
  let bits = '';
  let table = new Map<string, number>();
  let width = 9;
  const put = (code: number): void => {
    bits += code.toString(2).padStart(width, '0');
  };
  const begin = (): void => {
    put(256);
    table = new Map(Array.from({ length: 256 }, (_, code) => [String.fromCharCode(code), code]));
    width = 9;
  };
  begin();
  let held = '';
  for (const byte of bytes) {
    const longer = held + String.fromCharCode(byte);
    if (table.has(longer)) {
      held = longer;
      continue;
    }
    put(table.get(held) as number);
    table.set(longer, table.size + 2);
    if (table.size + 2 > 4093) begin();
    else if (table.size + 2 >= 1 << width) width++;
    held = String.fromCharCode(byte);
  }
  put(table.get(held) as number);
  put(257);
  return Buffer.from(bits.match(/.{1,8}/gu)?.map((eight) => Number.parseInt(eight.padEnd(8, '0'), 2)) ?? []);
}
