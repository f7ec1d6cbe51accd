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
