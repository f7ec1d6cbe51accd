import type { Reader } from './pages.ts';

const LONGEST = 30;

/** What the words of a mail are called: 邮件正文 and what it is about; null where the text is not headed as one. It is a letter, and no paper of the case. */
export function mailTitle({ lines, dense }: Reader): string | null {
  const rows = lines.slice(0, 3).map(({ start, end }) => dense.slice(start, end));
  if (!rows.some((row) => row.startsWith('发件人:'))) return null;
  const subject = /^主题:(.+)$/u.exec(rows[0] ?? '')?.[1];
  if (subject === undefined) return rows[0]?.startsWith('发件人:') === true ? '邮件正文' : null;
  return `邮件正文（主题：${subject.length > LONGEST ? `${subject.slice(0, LONGEST)}…` : subject}）`;
}
