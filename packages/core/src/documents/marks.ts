import type { Kinds } from './kinds.ts';
import type { Title } from './titles.ts';

/**
 * What a person says of a page, in place of what was recognised: a paper `begins` on it (of the kind given), it `continues` the paper before,
 * or it is set aside, and nothing is read from it: a blank sheet, one of another matter, or an attachment.
 */
export interface PageMark {
  readonly file: string;
  /** 1-based within the file. */
  readonly page: number;
  readonly as: PageMarkKind;
  /** For `begins`: id of rules/kinds.yaml. */
  readonly kind?: string;
}

export const pageMarkKinds = ['begins', 'continues', 'blank', 'unrelated', 'attachment'] as const;
export type PageMarkKind = (typeof pageMarkKinds)[number];

const aside: ReadonlySet<PageMarkKind> = new Set(['blank', 'unrelated', 'attachment']);

/** Whether the page is set aside. */
export function isAside(mark: PageMark | undefined): boolean {
  return mark !== undefined && aside.has(mark.as);
}

/** The marks by file and page; the last on a page counts. */
export function marksByPage(marks: readonly PageMark[]): (file: string, page: number) => PageMark | undefined {
  const found = new Map(marks.map((mark) => [`${mark.page} ${mark.file}`, mark]));
  return (file, page) => found.get(`${page} ${file}`);
}

/** The title of a paper a person says begins here: as printed where that kind was recognised, else the kind's own name. */
export function markedTitle(mark: PageMark, recognised: Title | undefined, kinds: Kinds): Title | null {
  if (mark.kind === undefined) return recognised ?? null;
  if (recognised?.kind === mark.kind) return { ...recognised, confidence: 1 };
  const kind = kinds.find((one) => one.id === mark.kind);
  return { kind: mark.kind, title: kind?.label ?? mark.kind, confidence: 1, withAgency: false };
}
