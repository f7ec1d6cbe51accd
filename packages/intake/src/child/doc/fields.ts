/** What a field of a form shows that holds no words: a box to tick, or a choice ([MS-DOC] 2.9.78); null for any other. */
export function shownBy(data: Buffer, place: number): string | null {
  if (place < 0 || place + 6 > data.length) return null;
  const size = data.readUInt32LE(place);
  const head = data.readUInt16LE(place + 4);
  const field = data.subarray(place + head, Math.min(data.length, place + size));
  if (field.length < 10) return null;
  const bits = field.readUInt16LE(4);
  const [kind, chosen] = [bits & 3, (bits >>> 2) & 0x1f];
  if (kind !== 1 && kind !== 2) return null;
  let at = 10;
  const pass = (): void => {
    if (at + 2 <= field.length) at += 4 + field.readUInt16LE(at) * 2;
  };
  pass();
  const usual = at + 2 <= field.length ? field.readUInt16LE(at) : 0;
  // 25 stands for what the field shows from the first.
  const state = chosen === 25 ? usual : chosen;
  if (kind === 1) return state === 1 ? '☑' : '□';
  at += 2;
  for (let words = 0; words < 5; words++) pass();
  return entryAt(field.subarray(at), state);
}

/** One of a list of words. */
function entryAt(list: Buffer, wanted: number): string | null {
  if (list.length < 6 || list.readUInt16LE(0) !== 0xffff) return null;
  const count = list.readUInt16LE(2);
  let at = 6;
  for (let index = 0; index < count && at + 2 <= list.length; index++) {
    const length = list.readUInt16LE(at);
    if (index === wanted) return list.toString('utf16le', at + 2, at + 2 + length * 2);
    at += 2 + length * 2 + list.readUInt16LE(4);
  }
  return null;
}

const twipsEach = 1440 / 2.54;

/** Square centimetres of a picture in the stream of data, as it is shown; 0 where that cannot be told. */
export function areaAt(data: Buffer, place: number): number {
  if (place < 0 || place + 38 > data.length) return 0;
  const [width, height] = [data.readInt16LE(place + 28), data.readInt16LE(place + 30)];
  const [across, up] = [data.readUInt16LE(place + 32), data.readUInt16LE(place + 34)];
  return ((width / twipsEach) * (height / twipsEach) * (across * up)) / 1_000_000;
}

/** Names in a list of words of two bytes a character. */
export function namesIn(list: Buffer): string[] {
  const names: string[] = [];
  if (list.length < 6 || list.readUInt16LE(0) !== 0xffff) return names;
  const [count, extra] = [list.readUInt16LE(2), list.readUInt16LE(4)];
  for (let at = 6; names.length < count && at + 2 <= list.length; ) {
    const length = list.readUInt16LE(at);
    names.push(list.toString('utf16le', at + 2, at + 2 + length * 2));
    at += 2 + length * 2 + extra;
  }
  return names;
}

/** Names of fonts ([MS-DOC] 2.9.286). */
export function fontsIn(list: Buffer): string[] {
  const names: string[] = [];
  if (list.length < 4) return names;
  const count = list.readUInt16LE(0);
  for (let at = 4; names.length < count && at < list.length; ) {
    const size = list[at] ?? 0;
    const words = list.toString('utf16le', at + 40, at + 1 + size);
    names.push(words.split('\0')[0] ?? '');
    at += 1 + size;
  }
  return names;
}
