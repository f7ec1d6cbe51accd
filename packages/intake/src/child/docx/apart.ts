/** Words of a part that are kept apart from what is read. */
export interface KeptApart {
  /** Words marked hidden. */
  readonly hidden: string;
  /** Words that are crossed out. */
  readonly struck: string;
  /** Words of art and of watermarks, which are no text. */
  readonly art: string;
  /** Words that only programs with an extension of their own show. */
  readonly strange: string;
  /** Words a tracked revision takes away, and puts in. */
  readonly deleted: string;
  readonly inserted: string;
  readonly revisions: number;
  readonly authors: ReadonlySet<string>;
}

type Where = 'hidden' | 'struck' | 'art' | 'strange' | 'deleted' | 'inserted';

const mostKept = 4000;
const mostAuthors = 20;

/** Keeps such words while a part is read. */
export class Apart {
  readonly #words: Record<Where, string> = { hidden: '', struck: '', art: '', strange: '', deleted: '', inserted: '' };
  readonly #authors = new Set<string>();
  #revisions = 0;

  keep(where: Where, text: string): void {
    if (this.#words[where].length < mostKept) this.#words[where] += text;
  }

  /** A revision by an author who may not be told; one that goes on with the last is not counted. */
  revised(author: string, isNew = true): void {
    if (isNew) this.#revisions++;
    if (author !== '' && this.#authors.size < mostAuthors) this.#authors.add(author);
  }

  all(): KeptApart {
    return { ...this.#words, revisions: this.#revisions, authors: this.#authors };
  }
}
