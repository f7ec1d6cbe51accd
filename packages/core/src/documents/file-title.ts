import type { UnreadPage } from '../record/types.ts';
import type { Kinds } from './kinds.ts';
import { fold } from './normalise.ts';
import { type Title, titleOf } from './titles.ts';
import type { FileText } from './types.ts';

/** The title a file's name gives, its number and ending left off: `18-行政处罚决定书.pdf`. */
export function titleIn(name: string, kinds: Kinds): Title | null {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return titleOf(fold(last.replace(/\.[A-Za-z0-9]{2,5}$/, '').replace(/^[\s\d._()（）-]+/, '')), kinds);
}

/** A file of which nothing was read; its name may tell what paper it is. */
export function unreadFile(file: FileText, reason: string, kinds: Kinds): UnreadPage {
  const kind = titleIn(file.name, kinds)?.kind;
  return { file: file.name, page: null, reason, ...(kind === undefined ? {} : { kind }) };
}
