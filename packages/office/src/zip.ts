import { crc32 } from 'node:zlib';

/** Sets the time of every entry of a ZIP to noon of a day (`YYYY-MM-DD`), in place: the same content then gives the same bytes. */
export function fixTimes(zip: Uint8Array, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const stamp = ((year - 1980) << 25) | (month << 21) | (date << 16) | (12 << 11);
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(entry, true) !== 0x02014b50) throw new Error('central directory of the ZIP is damaged');
    view.setUint32(entry + 12, stamp >>> 0, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, stamp >>> 0, true);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return zip;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Error('not a ZIP');
}

/** A ZIP of files as they are, without packing them again; names in UTF-8, times noon of the day. */
export function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  day: string,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const encoded = new TextEncoder().encode(name);
    const sum = crc32(bytes);
    const local = header(0x04034b50, 30, encoded.length);
    const central = header(0x02014b50, 46, encoded.length);
    for (const [view, shift] of [
      [local, 0],
      [central, 2],
    ] as const) {
      view.setUint16(4 + shift, 20, true);
      view.setUint16(6 + shift, 0x0800, true); // names are UTF-8
      view.setUint32(14 + shift, sum, true);
      view.setUint32(18 + shift, bytes.length, true);
      view.setUint32(22 + shift, bytes.length, true);
      view.setUint16(26 + shift, encoded.length, true);
    }
    central.setUint16(4, 20, true);
    central.setUint32(42, at, true);
    const [front, row] = [bytesOf(local), bytesOf(central)];
    front.set(encoded, 30);
    row.set(encoded, 46);
    parts.push(front, bytes);
    entries.push(row);
    at += front.length + bytes.length;
  }
  const end = header(0x06054b50, 22, 0);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(
    12,
    entries.reduce((sum, entry) => sum + entry.length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return fixTimes(joined([...parts, ...entries, bytesOf(end)]), day);
}

function header(signature: number, length: number, name: number): DataView {
  const view = new DataView(new ArrayBuffer(length + name));
  view.setUint32(0, signature, true);
  return view;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
