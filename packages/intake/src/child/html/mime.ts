/** A part of a message: what its head says, and its bytes as they were before they were written out for the mail. */
interface Part {
  readonly type: string;
  readonly bytes: Buffer;
}

const deepest = 5;
const mostParts = 1000;

/** The page that a message holds, as programs store one with all its pictures in a file (RFC 2557); null where there is none. */
export function pageOfMessage(bytes: Buffer): Buffer | null {
  const head = bytes.toString('latin1', 0, 4096);
  // What was sent to somebody is a mail.
  if (!/^mime-version:/imu.test(head) || !/multipart\/related/iu.test(head) || /^(?:to|received):/imu.test(head))
    return null;
  return partsOf(bytes.toString('latin1'), 0).find(({ type }) => type === 'text/html')?.bytes ?? null;
}

function partsOf(text: string, depth: number): Part[] {
  const end = /\r?\n\r?\n/u.exec(text);
  if (end === null || depth > deepest) return [];
  // A line that begins with a blank goes on with the one before.
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/gu, ' ');
  const body = text.slice(end.index + end[0].length);
  const said = (name: string): string =>
    head
      .split(/\r?\n/u)
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const type = said('content-type');
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/iu.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (/^multipart\//iu.test(type) && mark !== undefined)
    return body
      .split(`--${mark}`)
      .slice(1, mostParts)
      .flatMap((part) => (part.startsWith('--') ? [] : partsOf(part.replace(/^[ \t]*\r?\n/u, ''), depth + 1)));
  return [
    { type: type.split(';')[0]?.trim().toLowerCase() ?? '', bytes: plain(body, said('content-transfer-encoding')) },
  ];
}

function plain(body: string, encoding: string): Buffer {
  if (/^base64$/iu.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^quoted-printable$/iu.test(encoding)) return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/gu, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}
