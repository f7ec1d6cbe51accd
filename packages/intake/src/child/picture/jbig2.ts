/** Kinds of segments that draw (ITU-T T.88, 7.3): text, patterns, and the plain and refined ones. */
const drawing = new Set([4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43]);
/** Of a plain region whose length is not known beforehand. */
const unknownLength = 0xffffffff;

/**
 * Whether the data of a picture in JBIG2, as it stands in a PDF, breaks off within a segment or holds none that draws anything: its decoder makes a
 * white page of that and says nothing.
 */
export function isJbig2Flawed(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let draws = false;
  // A line break may stand before the end mark of the data.
  for (let at = 0; at + 2 < bytes.length; ) {
    if (at + 11 > bytes.length) return true;
    const number = view.getUint32(at);
    const flags = bytes[at + 4] ?? 0;
    const short = (bytes[at + 5] ?? 0) >> 5;
    let head = at + 6;
    let referred = short;
    if (short === 7) {
      referred = view.getUint32(at + 5) & 0x1fffffff;
      head = at + 9 + ((referred + 8) >> 3);
    }
    head += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + ((flags & 64) === 0 ? 1 : 4);
    if (head + 4 > bytes.length) return true;
    const length = view.getUint32(head);
    draws ||= drawing.has(flags & 63);
    if (length === unknownLength) return false;
    at = head + 4 + length;
    if (at > bytes.length) return true;
  }
  return !draws;
}
