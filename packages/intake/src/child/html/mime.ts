import { messageOf } from '../../mime.ts';

/** The page that a message holds, as programs store one with all its pictures in a file (RFC 2557); null where there is none. */
export function pageOfMessage(bytes: Buffer): Buffer | null {
  const head = bytes.toString('latin1', 0, 4096);
  // What was sent to somebody is a mail.
  if (!/^mime-version:/imu.test(head) || !/multipart\/related/iu.test(head) || /^(?:to|received):/imu.test(head))
    return null;
  return messageOf(bytes).parts.find(({ type }) => type === 'text/html')?.bytes ?? null;
}
