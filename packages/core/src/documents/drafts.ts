import { fold } from './normalise.ts';
import type { PagePart } from './pages.ts';
import type { Title } from './titles.ts';

/** A document as the pages of a file are parted into, before it has a name. */
export interface Draft {
  title: Title | null;
  readonly parts: PagePart[];
  /** A person says that it begins here: it stays, though nothing is printed on it. */
  readonly named?: boolean;
}

/** Whether anything is printed in it, or a page of it could not be read. */
export function hasText(draft: Draft): boolean {
  return draft.parts.some(
    ({ page, start, end }) => page.unread !== undefined || page.text.slice(start, end).trim() !== '',
  );
}

/** A heading with its number and the number of the page fill no more characters than these. */
const LONGEST_ECHO = 70;

/** The drafts without those that are only the heading of the one before printed again at its foot, as web pages do; what they hold goes with it. */
export function withoutEchoes(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const before = kept.at(-1);
    if (before !== undefined && isEcho(draft, before)) before.parts.push(...draft.parts);
    else kept.push(draft);
  }
  return kept;
}

function isEcho(draft: Draft, before: Draft): boolean {
  const [part, more] = draft.parts;
  if (draft.named === true || part === undefined || more !== undefined || draft.title === null) return false;
  if (draft.title.kind !== before.title?.kind || before.parts.at(-1)?.page !== part.page) return false;
  const dense = fold(part.page.text.slice(part.start, part.end));
  return dense.length <= LONGEST_ECHO && fold(before.parts.map(textOf).join('')).includes(dense.replace(/\d*$/u, ''));
}

function textOf({ page, start, end }: PagePart): string {
  return page.text.slice(start, end);
}
