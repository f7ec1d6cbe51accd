/** Encodings whose characters are two or four bytes each. */
export type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

const looked = 4096;
/** Of the characters looked at, those that papers are written with. */
const mostlyPlausible = 0.97;
const fewestUnits = 4;

/** What a text is written in whose characters are two or four bytes each, with a mark at its beginning or without; null for any other. */
export function wideEncoding(bytes: Uint8Array): Wide | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  const probe = bytes.subarray(0, looked);
  // Whatever stands in single bytes has none that is nothing, and letters read two by two may pass for Chinese.
  if (!probe.includes(0) && isUtf8(probe)) return null;
  const found = (['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, ...looksOf(probe, encoding) }))
    .filter(({ units, plausible }) => units >= fewestUnits && plausible >= units * mostlyPlausible)
    .sort((one, other) => other.plain / other.units - one.plain / one.units || other.plausible - one.plausible);
  return found[0]?.encoding ?? null;
}

/** How many characters the bytes have in an encoding, how many of them stand in papers, and how many are letters, figures and points. */
function looksOf(bytes: Uint8Array, encoding: Wide): { units: number; plausible: number; plain: number } {
  const size = encoding.startsWith('utf-32') ? 4 : 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Math.floor(bytes.length / size);
  let [plausible, plain] = [0, 0];
  for (let at = 0; at < units; at++) {
    const little = encoding.endsWith('le');
    const code = size === 4 ? view.getUint32(at * 4, little) : view.getUint16(at * 2, little);
    const simple = (code >= 32 && code < 127) || code === 10 || code === 13 || code === 9 || code === 12;
    if (simple || (code >= 0x3000 && code <= 0x3015) || (code >= 0xff01 && code <= 0xff5e)) plain++;
    if (
      simple ||
      (code >= 0x2000 && code < 0x2700) ||
      (code >= 0x3000 && code < 0x3100) ||
      (code >= 0x4e00 && code < 0xa000) ||
      (code >= 0xff00 && code < 0xfff0) ||
      code === 0xa0 ||
      code === 0xb7 ||
      code === 0xa5
    )
      plausible++;
  }
  return { units, plausible, plain };
}

/** Whether bytes are UTF-8, but for a character cut at their end. */
function isUtf8(bytes: Uint8Array): boolean {
  return isSound(bytes, 'utf-8');
}

/** Whether bytes are text of an encoding, but for a character cut at their end. */
export function isSound(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const together = 8192;

/** The text of bytes in such an encoding, without its mark; what is no character shows as U+FFFD. */
export function decodeWide(bytes: Uint8Array, encoding: Wide): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += together * 4) {
    const codes: number[] = [];
    for (let one = at; one + 4 <= Math.min(bytes.length, at + together * 4); one += 4) {
      const code = view.getUint32(one, encoding.endsWith('le'));
      codes.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code);
    }
    text += String.fromCodePoint(...codes);
  }
  if (bytes.length % 4 !== 0) text += '\ufffd';
  return text.replace(/^\ufeff/u, '');
}
