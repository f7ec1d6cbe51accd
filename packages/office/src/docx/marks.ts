import { bookmarkStem, type Span, spansOf, type Text } from '@anjuan/core';
import { Bookmark, BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx';
import { type RunLook, run } from './page.ts';

/** Bookmarks of one document. Word asks that names and numbers differ within it; ours follow from the figures, so that they can be found again. */
export class Marks {
  private next = 1;
  private readonly used = new Map<string, number>();

  /** Runs of a text; what shows a figure lies within a bookmark. */
  runs(text: Text, look: RunLook): ParagraphChild[] {
    return spansOf(text).flatMap((span) => this.span(span, look));
  }

  private span(span: Span, look: RunLook): ParagraphChild[] {
    const made = pieces(span.text, span.strong === true ? { ...look, face: 'hei' } : look);
    if (span.figure === undefined) return made;
    const stem = bookmarkStem(span.figure);
    const nth = (this.used.get(stem) ?? 0) + 1;
    this.used.set(stem, nth);
    return [new NumberedBookmark(`${stem}_${nth}`, this.next++, made)];
  }
}

/** Runs of a text; numbers of more than one sign are runs of their own, marked as not Chinese, so that no line breaks within them. */
function pieces(text: string, look: RunLook): ParagraphChild[] {
  return text
    .split(/(\d[\d.,%—-]*[\d%])/u)
    .filter((piece) => piece !== '')
    .map((piece) => run(piece, /^\d[\d.,%—-]*[\d%]$/u.test(piece) ? { ...look, number: true } : look));
}

/** The library counts bookmarks over all documents of the process; here each document counts its own, so that its bytes stay the same. */
class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, number: number, children: readonly ParagraphChild[]) {
    super({ id: name, children: [...children] });
    this.start = new BookmarkStart(name, number);
    this.end = new BookmarkEnd(number);
  }
}
